"""Votes: who voted on what, for, against and abstained where the words say which, and how it came out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quipu.model import CountKind, RegisterDetail, Span, Stated
from quipu.sentences.numbers import number_starters
from quipu.tallies.details import Found, according_to, figure, gathered, kinds, settled, states, who_and_where
from quipu.tallies.register_words import kinds_of, pattern
from quipu.tallies.told import Told, find, is_denied, kinds_in, sentence

_WORD = re.compile(r"[\w’']+|[,;]")
_REACH = 45
# Characters before the first number in which its side may stand ("in favour were 49").


def details(told: Sequence[Told]) -> list[RegisterDetail]:
    """`state`, `outcome`, `who`, `what`, `for`, `against`, `abstained`, `votes` (no side said), `according to`."""
    outcome = _outcome([one for one in told if one.claim.modality.happened])
    sides = _settled(list(_sides(told, passed=any(found.value == "passed" for found in outcome))))
    return [
        *states(told, settled),
        *outcome,
        *who_and_where(told),
        *(
            detail
            for name in ("for", "against", "abstained", "votes")
            for detail in gathered(name, (found for side, found in sides if side == name))
        ),
        *according_to(told),
    ]


def _sides(told: Sequence[Told], *, passed: bool) -> Iterator[tuple[str, Found]]:
    """Every number of the vote with its side; two numbers without sides of a vote that passed are for and against."""
    by_sentence: dict[tuple[str, Span], list[Told]] = {}
    for one in told:
        if one.claim.count and one.claim.count.what is CountKind.VOTES:
            by_sentence.setdefault((one.claim.document_id, sentence(one)), []).append(one)
    for (_, span), voted in by_sentence.items():
        voted.sort(key=lambda one: one.claim.count.span if one.claim.count else one.claim.span)
        sides = _of_each(voted, span)
        lows = [one.claim.count.low for one in voted if one.claim.count]
        sides = _sided(sides, lows, more=_more(voted[0], span, passed=passed))
        yield from ((side, _number(one)) for side, one in zip(sides, voted, strict=True))


def _more(one: Told, span: Span, *, passed: bool) -> str | None:
    """On which side the larger number is: for what passed, against what was voted down; a motion that only failed may
    have had more votes for it than against."""
    if passed:
        return "for"
    if next(find(pattern("too_few", one.language), one, span), None) is not None:
        return None
    refused = find(pattern("refusing", one.language), one, span)
    return "against" if any(not is_denied(one, found.start, span.start) for found in refused) else None


def _sided(sides: list[str], lows: Sequence[float | None], *, more: str | None) -> list[str]:
    """Two numbers without a side of their own by which is larger."""
    bare = [at for at, side in enumerate(sides) if side == "votes"]
    if more is None or len(bare) != 2 or not {"for", "against"}.isdisjoint(sides):
        return sides
    first, last = (lows[at] for at in bare)
    if first is None or last is None or first == last:
        return sides
    less = "against" if more == "for" else "for"
    settled = dict(zip(bare, (more, less) if first > last else (less, more), strict=True))
    return [settled.get(at, side) for at, side in enumerate(sides)]


def _outcome(told: Sequence[Told]) -> list[RegisterDetail]:
    """By the claims' own words, else by their sentences'."""
    own = kinds("outcome", "outcomes", told)
    if own:
        return own[:1]
    around = [
        (kind, Stated(one.claim.id, span)) for one in told for kind, span in kinds_in("outcomes", one, sentence(one))
    ]
    return gathered("outcome", around)[:1]


def _number(one: Told) -> Found:
    count = one.claim.count
    assert count is not None, "only claims with votes come here"
    return figure(count), Stated(one.claim.id, count.span)


def _of_each(voted: Sequence[Told], span: Span) -> list[str]:
    """Each number's side: the word behind it, or before it where that tells more of them apart ("in favour 49")."""
    spans = [one.claim.count.span for one in voted if one.claim.count]
    lead = Span(min(max(span.start, spans[0].start - _REACH), spans[0].start), spans[0].start)
    gaps = [lead, *(Span(left.end, max(left.end, right.start)) for left, right in pairwise(spans))]
    ends = [*(gap.end for gap in gaps[1:]), max(spans[-1].end, span.end)]
    behind = [_named(voted[0], _to_break(voted[0], Span(own.end, end))) for own, end in zip(spans, ends, strict=True)]
    before = [_named(voted[0], gap) for gap in gaps]
    behind[0] = behind[0] or before[0]
    found = max((behind, before), key=lambda sides: len(set(sides) - {None}))
    return [side or "votes" for side in found]


def _to_break(one: Told, span: Span) -> Span:
    """Up to a comma or the next number, which has a side of its own ("to 30 with one abstention")."""
    starters = number_starters(one.language)
    for word in _WORD.finditer(one.text, span.start, span.end):
        if word.group() in ",;" or word.group()[0].isdigit() or word.group().lower() in starters:
            return Span(span.start, word.start())
    return span


def _named(one: Told, span: Span) -> str | None:
    """The side that comes first in a stretch."""
    found = [
        (where, side)
        for side in kinds_of("sides", one.language)
        for where in find(pattern(f"sides/{side}", one.language), one, span)
    ]
    return min(found)[1] if found else None


def _settled(found: list[tuple[str, Found]]) -> list[tuple[str, Found]]:
    """A number without a side takes the one that another report gives it ("by 75 votes to 48", "75 against")."""
    known: dict[str, set[str]] = {}
    for side, (value, _) in found:
        known.setdefault(value, set()).update({side} - {"votes"})
    return [
        (next(iter(known[value])) if len(known[value]) == 1 else side, (value, told)) for side, (value, told) in found
    ]
