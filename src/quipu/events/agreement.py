"""How far two coders agree on the claims that both judged: per cent and Cohen's kappa.

Cohen (1960), "A coefficient of agreement for nominal scales": kappa = (po - pe) / (1 - pe), where po is the share of
claims on which both say the same, and pe the share expected by chance from how often each says what.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quipu.model import Action, Decision


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of two coders on `claims` claims. `percent` 0 to 100; `kappa` -1 to 1, None where chance alone explains all."""

    left: str
    right: str
    claims: int
    percent: float | None
    kappa: float | None
    table: tuple[tuple[str, str, int], ...]
    """(what the left coder says, what the right one says, how often); says: accept, reject or edit."""


def agreement(decisions: Iterable[Decision], left: str, right: str) -> Agreement:
    """How far two coders agree, by the last word of each on every claim that both judged."""
    said: dict[str, dict[str, str]] = {left: {}, right: {}}
    for decision in sorted(decisions, key=lambda one: (one.at, one.number)):
        if decision.withdrawn_at is None and decision.coder in said and decision.action in _SAYS:
            for seen in decision.claims:
                said[decision.coder][seen.claim.id] = _category(decision)
    shared = sorted(said[left].keys() & said[right].keys())
    return of_pairs(left, right, [(said[left][claim], said[right][claim]) for claim in shared])


def of_pairs(left: str, right: str, pairs: list[tuple[str, str]]) -> Agreement:
    """The agreement of two lists of categories, pair by pair."""
    table = tuple((a, b, times) for (a, b), times in sorted(Counter(pairs).items()))
    if not pairs:
        return Agreement(left, right, 0, None, None, ())
    same = sum(a == b for a, b in pairs) / len(pairs)
    mine, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(mine[name] * theirs[name] for name in mine) / len(pairs) ** 2
    kappa = None if chance == 1 else (same - chance) / (1 - chance)
    return Agreement(left, right, len(pairs), 100 * same, kappa, table)


_SAYS = (Action.ACCEPT, Action.REJECT, Action.EDIT)


def _category(decision: Decision) -> str:
    """An acceptance of what had been edited says that the reading was wrong as it stood, as the edit did."""
    if decision.action is Action.ACCEPT and decision.changes:
        return Action.EDIT.value
    return decision.action.value
