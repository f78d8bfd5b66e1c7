"""What one report puts a number at, from all that its claims of one kind say.

A part ("including two minors") is not added to its whole, "five more" is; figures for different groups (police,
protesters) are parts of one whole where no whole is stated.
"""

import re
from collections.abc import Sequence
from functools import reduce

from quipu.events.figure import Figure
from quipu.model import Claim, Count

INDIRECT = "indirect"
_DIGITS = re.compile(r"\d{1,3}")


def report_figure(claims: Sequence[Claim]) -> Figure | None:
    """What one report's claims of one kind put the number at; None where it gives no number.

    >>> report_figure([two_killed, including_one_minor, five_more])  # Figure(7, 7)
    """
    told = [claim.count for claim in claims if claim.count]
    # "Two of the deaths happened in the town" is the town's whole; "two minors" is a part wherever it stands.
    whole = [count for count in told if count.relation != "subset"]
    counts = whole or [count for count in told if count.scope is None]
    if any(count.scope != INDIRECT for count in counts):
        counts = [count for count in counts if count.scope != INDIRECT]
    wholes = [count for count in counts if count.relation != "addition"]
    figures = [figure for figure in (_whole(wholes), _victims(claims)) if figure]
    if not figures and not any(count.low or count.high for count in counts):
        return None
    added = {(c.low, c.high, c.text): Figure(c.low, c.high) for c in counts if c.relation == "addition"}
    if not figures:
        # "Up to five more" alone has no lower bound, and zero and more would have one.
        return reduce(_sum, added.values())
    base = max(figures, key=lambda figure: figure.number or 0)
    if not added or _holds(base, list(added.values()), wholes):
        return base
    return reduce(_sum, added.values(), base)


def _holds(base: Figure, added: Sequence[Figure], wholes: Sequence[Count]) -> bool:
    """Whether the largest whole has what is added: a headline's three, the two and "a separate" one."""
    more = sum(figure.number or 0.0 for figure in added)
    parts = {number_of(count) for count in wholes} - {base.number}
    return base.number is not None and any(part and base.number == part + more for part in parts)


def _whole(counts: Sequence[Count]) -> Figure | None:
    """The largest figure for everybody, or the sum of the groups' largest where that is more."""
    largest: dict[str | None, Figure] = {}
    for count in counts:
        figure = Figure(count.low, count.high)
        if figure.number is not None and figure.number >= (largest.get(count.scope, figure).number or 0):
            largest[count.scope] = figure
    everybody = largest.pop(None, None)
    if everybody or not largest:
        return everybody
    parts = list(largest.values())
    total = parts[0]
    for part in parts[1:]:
        total = _sum(total, part)
    return total


def _victims(claims: Sequence[Claim]) -> Figure | None:
    """Victims who are told apart by their ages are at least so many.

    An age counts where it stands in the words of who was harmed: beside them stand those of suspects and mourners.
    """
    ages = {age for claim in claims for age in ages_of(claim) if _is_of_harmed(age, claim)}
    return Figure(float(len(ages)), float(len(ages))) if len(ages) > 1 else None


def _is_of_harmed(age: int, claim: Claim) -> bool:
    if claim.target is not None:
        return str(age) in _DIGITS.findall(claim.target.text)
    inside = {int(found) for found in _DIGITS.findall(claim.count.text)} & ages_of(claim) if claim.count else set()
    return not inside or age in inside


def _sum(left: Figure, right: Figure) -> Figure:
    low = None if left.low is None and right.low is None else (left.low or 0) + (right.low or 0)
    return Figure(low, None if left.high is None or right.high is None else left.high + right.high)


def ages_of(claim: Claim) -> set[int]:
    """The ages of those whom a claim tells harmed, in years."""
    return {victim.age for victim in claim.victims if victim.age is not None}


def number_of(count: Count) -> float | None:
    """The number a count is taken for: its upper bound where it has no lower one, else its lower bound."""
    return count.high if count.low is None else count.low
