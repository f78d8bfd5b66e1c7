"""Votes: who voted on what, for, against and abstained where the words say which, and how it came out."""

from collections.abc import Iterator, Sequence

from quipu.model import CountKind, RegisterDetail, Span, Stated
from quipu.tallies.details import Found, according_to, gathered, kinds, settled, states, who_and_where
from quipu.tallies.register_words import kinds_of, pattern
from quipu.tallies.told import Told, find, sentence

_REACH = 45
# Characters before the first number in which its side may stand ("in favour were 49").


def details(told: Sequence[Told]) -> list[RegisterDetail]:
    """`state`, `outcome`, `who`, `what`, `for`, `against`, `abstained`, `votes` (no side said), `according to`."""
    outcome = kinds("outcome", "outcomes", [one for one in told if one.claim.modality.happened])[:1]
    sides = list(_sides(told, passed=any(found.value == "passed" for found in outcome)))
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
        sides = [_side(voted, at, span) for at in range(len(voted))]
        lows = [one.claim.count.low for one in voted if one.claim.count]
        if sides == ["votes", "votes"] and passed and None not in lows and lows[0] != lows[1]:
            sides = ["for", "against"] if (lows[0] or 0) > (lows[1] or 0) else ["against", "for"]
        yield from ((side, _number(one)) for side, one in zip(sides, voted, strict=True))


def _number(one: Told) -> Found:
    count = one.claim.count
    assert count is not None, "only claims with votes come here"
    exact = count.low is not None and count.low == count.high
    return f"{count.low:.0f}" if exact and count.low is not None else count.text, Stated(one.claim.id, count.span)


def _side(voted: Sequence[Told], at: int, span: Span) -> str:
    """The side that stands behind a number, or before it where the first number's does ("in favour 49, against 33")."""
    spans = [one.claim.count.span for one in voted if one.claim.count]
    own = spans[at]
    before = Span(spans[at - 1].end if at else max(span.start, own.start - _REACH), own.start)
    behind = Span(own.end, spans[at + 1].start if at + 1 < len(spans) else max(own.end, span.end))
    first = Span(max(span.start, spans[0].start - _REACH), spans[0].start)
    leads = _named(voted[0], first) is not None
    return (_named(voted[at], before) if leads else None) or _named(voted[at], behind) or "votes"


def _named(one: Told, span: Span) -> str | None:
    """The side that comes first in a stretch."""
    if not one.text or span.start > len(one.text):
        return None
    found = [
        (where, side)
        for side in kinds_of("sides", one.language)
        for where in find(pattern(f"sides/{side}", one.language), one, span)
    ]
    return min(found)[1] if found else None
