"""A figure that a source gives: its bounds, the day of the report and the claim that states it."""

from datetime import date
from typing import NamedTuple


class Figure(NamedTuple):
    """What one report, or one source, puts a number at."""

    low: float | None
    high: float | None

    @property
    def number(self) -> float | None:
        """The number that the words give: the lower bound, else the upper."""
        return self.high if self.low is None else self.low


class Told(NamedTuple):
    """A source's latest figure, the day of that report (None where it is not known), and a claim that states it."""

    figure: Figure
    day: date | None
    claim: str
    describes: bool = False
    """Whether it is no number but somebody described ("a guard was killed"), who may be one of several."""
