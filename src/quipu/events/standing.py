"""Which figures of several sources stand: those not said to have risen since, and the best supported of them."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from datetime import date

from quipu.events.figure import Told
from quipu.model import Claim

_LEAP = 2


def still_standing(sources: Mapping[str, Told], risen: Set[str]) -> dict[str, Told]:
    """The figures that no later report says have risen ("the toll rose to ten"): lower ones had their time.

    A rise to more than twice and three more is rather the toll of something larger, and replaces nothing.

    Args:
        sources: each source's latest figure.
        risen: the ids of the claims that say that a figure rose.
    """
    rises = [
        (number, told.day)
        for told in sources.values()
        if told.claim in risen and (number := told.figure.number) and told.day
    ]

    def is_past(told: Told) -> bool:
        low, day = told.figure.number or 0.0, told.day
        return any(low < top <= _LEAP * low + _LEAP + 1 and day is not None and day <= when for top, when in rises)

    return {source: told for source, told in sources.items() if not is_past(told)}


def replaces(claim: Claim) -> bool:
    """Whether a claim says that a figure rose or fell to its own."""
    return claim.count is not None and claim.count.relation == "revision"


def risen_to(claim: Claim) -> float:
    """The number to which a claim says that a figure rose; 0.0 for others."""
    return (claim.count.low or 0.0) if claim.count is not None and replaces(claim) else 0.0


def best_supported(stated: Sequence[Told]) -> float | None:
    """The number that most independent sources give; of equals the one that leaves room for more of what others tell.

    An open range ("at least two") and somebody described ("a guard") may be of more. Then the one told latest, for
    tolls grow; of those of one day the lower: another day's dead that were taken for these are mostly too many.
    """
    support: Counter[float] = Counter()
    latest: dict[float, date] = {}
    for told in stated:
        if (number := told.figure.number) is not None:
            support[number] += 1
            latest[number] = max(latest.get(number, date.min), told.day or date.min)
    open_ = [told.figure for told in stated if told.figure.high is None or told.describes]
    least = [figure.low for figure in open_ if figure.low is not None]

    def weight(number: float) -> tuple[int, int, date, float]:
        return support[number], sum(low < number for low in least), latest[number], -number

    return max(support, key=weight, default=None)
