"""From wounded to dead: who was told wounded before a death was known is counted with the dead alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quipu.events.figure import Figure, Told

# At most so many are taken to have died of their wounds between two reports where nothing says so.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Deaths:
    """What each source puts an event's dead at, and how many they most likely are (0.0 for none)."""

    told: Mapping[str, Told]
    best: float

    def known_to(self, source: str) -> float:
        """How many of the dead a source knows of."""
        told = self.told.get(source)
        return (told.figure.number or 0.0) if told else 0.0

    def first_known(self) -> date:
        """The day of the first report that knows of them all."""
        return min((told.day or date.min for told in self._all_known()), default=date.min)

    def claims(self) -> tuple[str, ...]:
        """A claim of every source that knows of them all."""
        return tuple(sorted({told.claim for told in self._all_known()}))

    def _all_known(self) -> list[Told]:
        return [told for told in self.told.values() if (told.figure.number or 0.0) >= self.best]


def without_later_dead(wounded: Mapping[str, Told], deaths: Deaths) -> dict[str, Told]:
    """The wounded of each source, less those who had died when all the dead were known.

    A report of an earlier day that knows of fewer dead ("five wounded, one in critical condition") counts the others
    among the wounded. On the day itself a report may just leave out the dead; only where it tells of one person
    wounded and of nobody dead is he taken for the one who died. Of more than two dead the earlier report
    rather knew nothing: they are not taken from its wounded. Sources left with nobody wounded are left out.

    >>> without_later_dead({"a": five_on_the_first}, Deaths({"b": one_dead_on_the_second}, 1.0))  # four wounded
    """
    if not deaths.best:
        return dict(wounded)
    last = deaths.first_known()
    found = {source: _without(told, deaths.best - deaths.known_to(source), last) for source, told in wounded.items()}
    return {source: told for source, told in found.items() if told is not None}


def _without(told: Told, unknown: float, last: date) -> Told | None:
    """A figure less the dead that its source does not know of; None where nobody is left."""
    day, number = told.day or date.min, told.figure.number
    if unknown <= 0 or number is None or not (day < last or (day == last and number == 1)):
        return told
    if unknown > _FEW:
        return told
    low, high = (None if bound is None else max(0.0, bound - unknown) for bound in told.figure)
    figure = Figure(low, high)
    return told._replace(figure=figure) if figure.number else None
