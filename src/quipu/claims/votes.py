"""Votes: every number of a vote ("by 75 votes to 48", "93 in favour, 30 against") is a count of its own."""

from collections.abc import Iterator
from dataclasses import replace

from quipu.claims.countable import Number, usable_numbers
from quipu.claims.dates import Kind, date_of
from quipu.claims.draft import Draft, hull, tight
from quipu.claims.frames import NOUN, Trigger, meanings
from quipu.claims.match import Hit
from quipu.claims.modality import attribution_of
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.wheres import place_of
from quipu.model import Count, CountKind, EventType, Modality
from quipu.sentences.inflect import BASE

_REACH = 3
_NONE: frozenset[str] = frozenset()
_DECIDES = (EventType.VOTE, EventType.LEGISLATION)


def find_votes(scene: Scene, hit: Hit, numbers: list[Number]) -> list[Count]:
    """The numbers of votes around a trigger, the winning or first number before the others."""
    found: list[Number] = []
    said = scene.said
    for number in numbers:
        behind = scene.words[number.end : number.end + _REACH]
        named = any(word in said["votes"] for word in behind[:1]) or (
            bool(found) and any(word in said["vote_sides"] for word in behind)
        )
        linked = bool(found) and _is_linked(scene, found[-1], number)
        if named or linked:
            found.append(number)
    return [_as_count(number, scene) for number in found]


def _is_linked(scene: Scene, left: Number, right: Number) -> bool:
    said = scene.said
    between = [w for w in scene.words[left.end : right.begin] if w not in said["votes"]]
    linked = all(word in said["vote_links"] or word in said["vote_sides"] for word in between)
    return right.begin >= left.end and len(between) <= _REACH + 1 and linked


def _as_count(number: Number, scene: Scene) -> Count:
    quantity = number.quantity
    return Count(CountKind.VOTES, quantity.low, quantity.high, quantity.span.of(scene.text), quantity.span)


def find_counted_votes(scene: Scene, drafts: list[Draft], setting: Setting) -> Iterator[Draft]:
    """Drafts for the numbers of a vote that no trigger took: "by 93 votes to 30", "45 were for it and 65 against"."""
    if any(draft.count and draft.count.what == CountKind.VOTES for draft in drafts):
        return
    numbers = usable_numbers(scene)
    if len(numbers) < 2:
        return
    counts = find_votes(scene, _as_hit(0, 1), numbers)
    counts = counts if len(counts) > 1 else [_as_count(number, scene) for number in _by_side(scene, numbers)]
    if len(counts) < 2:
        return
    base = next((d for d in drafts if d.type in _DECIDES and d.modality.happened), None)
    base = replace(base, actor=base.actor, target=None) if base else _bare(scene, counts, setting)
    base = replace(base, type=EventType.VOTE, meaning=meanings()["vote"], victims=())
    for count in counts:
        yield replace(base, count=count, span=hull(scene.text, base.span, count.span))


def _by_side(scene: Scene, numbers: list[Number]) -> list[Number]:
    """The numbers that stand beside a side of a vote, where one of them is against."""
    said = scene.said
    found, against = [], False
    for place, number in enumerate(numbers):
        first = numbers[place - 1].end if place else max(0, number.begin - _REACH)
        last = numbers[place + 1].begin if place + 1 < len(numbers) else len(scene.words)
        behind = scene.words[number.end : min(last, number.end + 2 * _REACH)]
        before = scene.words[max(first, number.begin - _REACH) : number.begin]
        behind = behind[: behind.index(",")] if "," in behind else behind
        before = before if "," not in before else before[len(before) - before[::-1].index(",") :]
        if any(word in said["vote_camps"] for word in (*before, *behind)):
            found.append(number)
            against = against or any(word in said["against"] for word in (*before, *behind))
    return found if against and len(found) > 1 else []


def _as_hit(begin: int, end: int) -> Hit:
    return Hit(Trigger(("vote",), "vote", NOUN, BASE, _NONE, _NONE), begin, end, False, begin, (begin, end))


def _bare(scene: Scene, counts: list[Count], setting: Setting) -> Draft:
    """A vote told by its numbers alone, with the sentence's day and place."""
    begin, end = scene.tokens(counts[0].span)[0], scene.tokens(counts[-1].span)[1]
    hit = replace(_as_hit(begin, end), clause=(0, len(scene.words)))
    source, attribution = attribution_of(scene, hit)
    return Draft(
        hit=hit,
        meaning=meanings()["vote"],
        type=EventType.VOTE,
        span=tight(scene.text, scene.span(begin, end)),
        modality=Modality.REPORTED if attribution else Modality.ASSERTED,
        place=place_of(scene, hit, setting, cumulative=False),
        date=date_of(scene, hit, setting, Kind(EventType.VOTE, happened=True)),
        attribution=source,
        confidence=meanings()["vote"].noun_precision,
    )
