"""Figures told again without saying of what: "it raised the figure to eight", "the network says 65"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quipu.claims.countable import Number, head_of, usable_numbers
from quipu.claims.dates import total_date
from quipu.claims.draft import Draft, tight
from quipu.claims.frames import NOUN
from quipu.claims.match import Hit, is_adverb
from quipu.claims.modality import attribution_of
from quipu.claims.phrases import Range, left_phrase, right_phrase
from quipu.claims.scene import Scene, clause_of
from quipu.claims.settings import Setting
from quipu.claims.tellers import covers_country, find_teller, is_own_voice, is_pronoun, is_voice
from quipu.model import Count, CountKind, Modality, Span, Words

_PEOPLE = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
# Sentences over which a bare number is still one of the last figure told, and words around a figure's noun.
_SENTENCES, _AROUND, _BEHIND, _CHAIN = 2, 16, 4, 6


@dataclass(frozen=True, slots=True)
class _Retold:
    """What a bare number is: from where its words run, whose it is, and whether it replaces an earlier one."""

    begin: int
    source: Range | None
    own: bool
    changes: bool
    named: bool
    """Whether a noun for a figure stands by ("the tally"), so that it may reach back over paragraphs."""


def find_retold(scene: Scene, drafts: list[Draft], setting: Setting) -> Iterator[Draft]:
    """Drafts for the bare numbers of a sentence that speak of the figure told last."""
    counted = [d for d in drafts if d.count and d.count.what in _PEOPLE]
    taken = [draft.count.span for draft in drafts if draft.count]
    for number in usable_numbers(scene):
        if any(number.quantity.span.meets(span) for span in taken) or not _is_bare(scene, number):
            continue
        retold = _by_noun(scene, number) or _by_verb(scene, number)
        if retold is None:
            continue
        model = _antecedent(scene, number, counted, setting, named=retold.named)
        if model is not None:
            yield _draft(scene, number, model, retold, setting=setting)


def is_toll_of_told(scene: Scene, hit: Hit, setting: Setting) -> bool:
    """ "Six died in Sylhet on Monday. The commission put the toll at seven": the toll of that town, told again."""
    last, told_of = setting.figure, setting.place or setting.home
    bare = hit.role == NOUN and hit.end == hit.begin + 1 and scene.words[hit.begin] in scene.said["figures"]
    if (
        not bare
        or hit.begin == 0
        or scene.words[hit.begin - 1] not in scene.said["definite"]
        or last is None
        or last.count is None
    ):
        return False
    if last.count.cumulative or last.count.what is not CountKind.KILLED or told_of is None:
        return False
    near = scene.sent.index - setting.figure_at <= _SENTENCES and (told_of.kind or "").startswith(("P", "S"))
    since = scene.said["since"].within(scene.words, 0, len(scene.words)) is not None
    return near and not since and not scene.sent.places and not covers_country(scene)


def _is_bare(scene: Scene, number: Number) -> bool:
    """Whether nothing that is counted follows the number."""
    if number.quantity.low is None and number.quantity.high is None:
        return False
    if number.quantity.unit is not None or head_of(scene, number, len(scene.words)):
        return False
    after = scene.words[number.end] if number.end < len(scene.words) else "."
    said = scene.said
    return (
        not after[0].isalnum()
        or after in said["conjunctions"]
        or after in said["prepositions"]
        or after in said["subset"]
    )


def _by_verb(scene: Scene, number: Number) -> _Retold | None:
    """ "the Network says 65", "the police later gave 193", "the group counts 67"."""
    teller = find_teller(scene, number.begin, near=3)
    if teller is None or teller.subject is None:
        return None
    return _Retold(teller.subject[0], teller.subject, is_own_voice(scene, teller.subject), False, False)


def _by_noun(scene: Scene, number: Number) -> _Retold | None:
    """ "our count is 20", "X's own tally stands at 60", "it raised the figure to eight"."""
    said, words = scene.said, scene.words
    floor = max(0, number.begin - _AROUND)
    noun = next((at for at in range(number.begin - 1, floor - 1, -1) if said["figures"].at(words, at)), None)
    if noun is None:
        return None
    move = [at for at in range(floor, number.begin) if words[at] in said["figure_moves"]]
    behind = [at for at in move if at > noun and number.begin - at <= _BEHIND]
    before = [at for at in move if 0 < noun - at <= _CHAIN]
    if not behind and not (before and words[number.begin - 1] in said["prepositions"]):
        return None
    changes = any(words[at] in said["figure_changes"] for at in (*behind, *before))
    source, own = _owner(scene, noun)
    if source is None and not own and before and not behind:
        source = left_phrase(scene, _front(scene, before[0]), 0)
        own = is_own_voice(scene, source)
    return _Retold(source[0] if source else noun, source, own, changes, True)


def _front(scene: Scene, at: int) -> int:
    while at and (scene.words[at - 1] in scene.said["aux"] or is_adverb(scene, scene.words[at - 1])):
        at -= 1
    return at


def _owner(scene: Scene, noun: int) -> tuple[Range | None, bool]:
    """ "Andean Wire's own tally", "the figure of the office", "our count"."""
    said, words = scene.said, scene.words
    for at in range(noun - 1, max(-1, noun - _BEHIND), -1):
        if words[at] in said["own"]:
            return None, True
        if words[at] in ("'s", "'", "’s"):
            return left_phrase(scene, at, 0), False
    if noun + 1 < len(words) and words[noun + 1] in said["of"]:
        stop = next((at for at in range(noun + 2, len(words)) if words[at] in said["figure_moves"]), len(words))
        return right_phrase(scene, noun + 2, stop), False
    return None, False


def _antecedent(scene: Scene, number: Number, counted: list[Draft], setting: Setting, *, named: bool) -> Draft | None:
    """The figure that a bare number speaks of: the sentence's last, else the passage's, else the total."""
    before = [d for d in counted if d.count and d.count.span.start < number.quantity.span.start]
    if before:
        return max(before, key=lambda d: d.count.span.start if d.count else 0)
    figure = setting.figure
    if (
        figure is not None
        and scene.sent.index - setting.figure_at <= _SENTENCES
        and setting.figure_in == scene.sent.paragraph
    ):
        return figure
    return setting.total if named else None


def _draft(scene: Scene, number: Number, model: Draft, retold: _Retold, *, setting: Setting) -> Draft:
    quantity = number.quantity
    assert model.count is not None
    count = Count(
        what=model.count.what,
        low=quantity.low,
        high=quantity.high,
        text=quantity.span.of(scene.text),
        span=quantity.span,
        cumulative=model.count.cumulative,
        scope=model.count.scope if model.count.scope in ("direct", "indirect") else None,
        relation="revision" if retold.changes else None,
    )
    begin = min(retold.begin, number.begin)
    hit = replace(model.hit, begin=begin, end=number.end, front=begin,
                  clause=clause_of(scene, begin, number.end, ()))  # fmt: skip
    source = _source(scene, retold, setting)
    if source is None and not retold.own:
        source = attribution_of(scene, hit)[0]  # "the toll rose to seven, police said"
    return replace(
        model,
        hit=hit,
        span=tight(scene.text, Span(scene.spans[begin].start, scene.spans[number.end - 1].end)),
        modality=Modality.REPORTED if source else Modality.ASSERTED,
        actor=None,
        target=None,
        count=count,
        date=total_date(scene, hit, setting) if count.cumulative and not _is_of_same_day(scene) else model.date,
        attribution=source,
        victims=(),
        confidence=model.confidence - 0.1,
    )


def _is_of_same_day(scene: Scene) -> bool:
    """ "Our count for the same night is 20": of the day of the figure before it."""
    return scene.said["same_day"].within(scene.words, 0, len(scene.words)) is not None


def _source(scene: Scene, retold: _Retold, setting: Setting) -> Words | None:
    if retold.own or (retold.source is not None and not is_voice(scene, retold.source)):
        return None
    if retold.source is None or is_pronoun(scene, retold.source):
        return setting.teller
    span = scene.span(*retold.source)
    return Words(span.of(scene.text), span)
