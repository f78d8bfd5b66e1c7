"""What coders decided of events: by merging and splitting them, and by judging their claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quipu.model import Action, Decision, RecordView

# In the order in which they are said.
_SAID = ("merged", "split", "edited", "accepted")


@dataclass(frozen=True, slots=True)
class Decided:
    """What coders made of events and claims.

    A merge or split that another one has ended since does not count.
    """

    events: dict[str, tuple[str, ...]]
    """By event code, which of `merged`, `split`, `edited` and `accepted` coders made it: of it, or of claims in it."""
    behind: dict[str, tuple[int, ...]]
    """By event code, the numbers of the decisions that say so."""
    moved: dict[str, str]
    """By id of a claim that coders put with others or apart from others: `merged`, `split` or `merged, split`."""


def decided_events(view: RecordView) -> dict[str, tuple[str, ...]]:
    """By event code, which of `merged`, `split`, `edited` and `accepted` coders made it."""
    return decided(view).events


def decided(view: RecordView) -> Decided:
    """What coders made of the record's events and claims."""
    made: dict[str, set[str]] = {}
    numbers: dict[str, set[int]] = {}
    moved: dict[str, set[str]] = {}
    for code, word, number in (*_judged(view), *_tied(view, moved)):
        made.setdefault(code, set()).add(word)
        numbers.setdefault(code, set()).add(number)
    return Decided(
        {code: _ordered(words) for code, words in made.items()},
        {code: tuple(sorted(found)) for code, found in numbers.items()},
        {claim: ", ".join(_ordered(words)) for claim, words in moved.items()},
    )


def _ordered(words: set[str]) -> tuple[str, ...]:
    return tuple(word for word in _SAID if word in words)


def _judged(view: RecordView) -> Iterator[tuple[str, str, int]]:
    for one in view.judged():
        if (code := view.event_of(one.claim)) is not None:
            yield code, one.standing.value, one.decision


def _tied(view: RecordView, moved: dict[str, set[str]]) -> Iterator[tuple[str, str, int]]:
    """Of each merge and split that holds, the events that it made; its claims are put down in `moved`."""
    for decision in view.decisions():
        word, codes = _made(view, decision)
        yield from ((code, word, decision.number) for code in codes)
        for seen in (*decision.claims, *decision.others) if codes else ():
            if view.event_of(seen.claim.id) in codes:
                moved.setdefault(seen.claim.id, set()).add(word)


def _made(view: RecordView, decision: Decision) -> tuple[str, set[str]]:
    sides = [_codes(view, (seen.claim.id for seen in side)) for side in (decision.claims, decision.others)]
    if decision.action is Action.MERGE:
        return "merged", sides[0] & sides[1]
    return "split", sides[0] | sides[1] if decision.action is Action.SPLIT and sides[0].isdisjoint(sides[1]) else set()


def _codes(view: RecordView, claims: Iterable[str]) -> set[str]:
    return {code for claim in claims if (code := view.event_of(claim)) is not None}
