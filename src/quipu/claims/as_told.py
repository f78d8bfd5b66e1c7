"""A figure as it is told: a total or a happening's own, in whose word, beside what was told before."""

from dataclasses import replace

from quipu.claims.counts import direct_scope
from quipu.claims.draft import Draft
from quipu.claims.match import Hit
from quipu.claims.numbering import is_put_at, mover_at
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.tellers import is_pronoun
from quipu.claims.totals import FEWEST, is_case, is_of_town, is_running, told_by
from quipu.model import Count, CountKind, Modality, Words

# Under it a person is a child (Convention on the Rights of the Child, article 1).
_OF_AGE = 18


def is_put_behind(scene: Scene, count: Count, draft: Draft) -> bool:
    """ "Nine were killed in Dhaka, taking the toll since Monday to 25": the town is not the total's."""
    begin = scene.tokens(count.span)[0]
    if not is_put_at(scene, begin) or draft.place is None or draft.place.span is None:
        return False
    return scene.sent.span.holds(draft.place.span) and scene.tokens(draft.place.span)[0] < mover_at(scene, begin)


def is_of_many(scene: Scene, count: Count, draft: Draft) -> bool:
    """ "We have recorded 12 attacks on reporters": a number of happenings is not of the place told of before."""
    named = draft.place is not None and draft.place.span is not None and scene.sent.span.holds(draft.place.span)
    return count.what is CountKind.OTHER and (count.low or 0) > 1 and not named


def is_separate(scene: Scene, hit: Hit, draft: Draft, setting: Setting) -> bool:
    """ "In a separate incident": people beside those told before of the same place and day, who are not among them."""
    last, count = setting.figure, draft.count
    if last is None or last.count is None or count is None or count.cumulative or count.relation is not None:
        return False
    if last.count.what is not count.what or last.count.cumulative or last.date is None or draft.date is None:
        return False
    same_place = last.place is not None and draft.place is not None and last.place.geonameid == draft.place.geonameid
    same_day = (last.date.begin, last.date.finish) == (draft.date.begin, draft.date.finish)
    return same_place and same_day and scene.said["separate"].within(scene.words, 0, hit.begin) is not None


def without_day(scene: Scene, source: Words | None) -> Words | None:
    """A speaker without the day on which it speaks: "the government on Thursday revised its toll"."""
    if source is None or source.span is None or not scene.sent.span.holds(source.span):
        return source
    begin, end = scene.tokens(source.span)
    stop = next((at for at in range(begin + 1, end) if at in scene.times), end)
    if stop < end and scene.words[stop - 1] in scene.said["prepositions"]:
        stop -= 1
    if stop == end or stop <= begin:
        return source
    span = scene.span(begin, stop)
    return replace(source, text=span.of(scene.text), span=span)


def of_age(draft: Draft) -> Draft:
    """A draft whose one person is of age is of no minor: "un joven de 23 años"."""
    ages = [victim.age for victim in draft.victims if victim.age is not None]
    if draft.count is None or draft.count.scope != "minors" or len(ages) != 1 or min(ages) < _OF_AGE:
        return draft
    return replace(draft, count=replace(draft.count, scope=None))


def as_told(
    scene: Scene, hit: Hit, count: Count, setting: Setting, *, source: Words | None, modality: Modality
) -> tuple[Count, Words | None, Modality]:
    """A figure of people as a total where it is one, and as the word of whoever keeps it."""
    if not count.cumulative and is_running(scene, hit, count, setting):
        part = (count.low or 0) < FEWEST and is_case(scene, scene.tokens(count.span)[0])
        count = replace(count, cumulative=True, relation="subset" if part else count.relation)
    elif count.cumulative and is_of_town(scene, hit, count):
        count = replace(count, cumulative=False)
    if count.cumulative and count.scope is None and count.what is CountKind.KILLED:
        count = replace(count, scope=_cause_of(scene, hit, count))
    if source is not None and setting.teller is not None and source.span and scene.sent.span.holds(source.span):
        source = setting.teller if is_pronoun(scene, scene.tokens(source.span)) else source
    if source is None:
        told, phrase = told_by(scene, count.span, setting)
        source = (
            Words(scene.span(*phrase).of(scene.text), scene.span(*phrase))
            if phrase
            else setting.teller
            if told
            else None
        )
        if source is not None and modality is Modality.ASSERTED:
            modality = Modality.REPORTED
    return count, source, modality


def _cause_of(scene: Scene, hit: Hit, count: Count) -> str | None:
    """`direct` for a total "in clashes"; a cause behind the next number is that number's."""
    end = scene.tokens(count.span)[1]
    stop = min((at for at in scene.numbers if at >= end), default=len(scene.words))
    return direct_scope(scene, end, min(stop, max(hit.clause[1], end)))
