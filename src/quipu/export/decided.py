"""What coders decided of events: by merging and splitting them, and by judging their claims."""

from collections.abc import Iterable, Iterator

from quipu.model import Action, Decision, RecordView

# In the order in which they are said.
_SAID = ("merged", "split", "edited", "accepted")


def decided_events(view: RecordView) -> dict[str, tuple[str, ...]]:
    """By event code, which of `merged`, `split`, `edited` and `accepted` coders made it: of it, or of claims in it.

    A merge or split that another one has ended since does not count.
    """
    made: dict[str, set[str]] = {}
    for one in view.judged():
        if (code := view.event_of(one.claim)) is not None:
            made.setdefault(code, set()).add(one.standing.value)
    for decision in view.decisions():
        if decision.action in (Action.MERGE, Action.SPLIT):
            for code, word in _tied(view, decision):
                made.setdefault(code, set()).add(word)
    return {code: tuple(word for word in _SAID if word in words) for code, words in made.items()}


def _tied(view: RecordView, decision: Decision) -> Iterator[tuple[str, str]]:
    sides = [_codes(view, (seen.claim.id for seen in side)) for side in (decision.claims, decision.others)]
    if decision.action is Action.MERGE:
        yield from ((code, "merged") for code in sides[0] & sides[1])
    elif sides[0].isdisjoint(sides[1]):
        yield from ((code, "split") for code in sides[0] | sides[1])


def _codes(view: RecordView, claims: Iterable[str]) -> set[str]:
    return {code for claim in claims if (code := view.event_of(claim)) is not None}
