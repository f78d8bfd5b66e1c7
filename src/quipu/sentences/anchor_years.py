"""Which year a text's yearless dates lie in: from weekdays, years named and lengths that end now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.model import Span
from quipu.sentences import times_calendar as cal
from quipu.sentences.anchor_evidence import Dated, Evidence, Length, Year

# A report's dates lie at most this many years after the newest year that it names as past; weekdays repeat
# after five or six years at the earliest, so that within this window they fix the year alone.
_WINDOW = 4
# Dates of one report that cross the turn of the year: from here on months belong to the older year.
_LATE, _EARLY, _MIDDLE = 9, 4, 6
# Yearless dates this near to a full date, in days, share its year.
_BESIDE = 62


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years that remain for yearless dates (that of the older months, where they cross New Year)."""

    years: tuple[int, ...] = ()
    crossing: bool = False
    evidence: tuple[Span, ...] = ()

    @property
    def year(self) -> int | None:
        """The one year that remains, or None."""
        return self.years[0] if len(self.years) == 1 else None

    def date_of(self, dated: Dated) -> date | None:
        """The date as placed by its own year or the one that remains."""
        if dated.year is not None:
            return dated.in_year(dated.year)
        if self.year is None:
            return None
        return dated.in_year(self.year + (self.crossing and dated.month <= _MIDDLE))

    def latest(self, evidence: Evidence) -> date | None:
        """The latest day that the text tells as past."""
        days = [self.date_of(dated) for dated in evidence.dated if dated.cue <= 0]
        return max((day for day in days if day), default=None)


def fix_years(evidence: Evidence) -> Calendar:
    """The years that all evidence leaves for the text's yearless dates."""
    told = [dated for dated in evidence.dated if dated.year is None]
    crossing = any(d.month >= _LATE for d in told) and any(d.month <= _EARLY for d in told)
    full = [d for d in evidence.dated if d.year is not None]
    floor, spans = _floor(evidence.years)
    weekdays = [dated for dated in told if dated.weekday]
    if weekdays and floor:
        years = [year for year in range(floor, floor + _WINDOW + 1) if _fits(weekdays, year, crossing)]
        return Calendar(tuple(years), crossing, (*(d.span for d in weekdays), *spans))
    return _beside_full(full, told, floor) or Calendar(crossing=crossing)


def _fits(weekdays: Sequence[Dated], year: int, crossing: bool) -> bool:
    return all(dated.in_year(year + (crossing and dated.month <= _MIDDLE)) for dated in weekdays)


def _floor(years: Sequence[Year]) -> tuple[int | None, tuple[Span, ...]]:
    """The newest year that the text tells as past, and where it names it."""
    past = [year for year in years if year.cue <= 0]
    newest = max(past, key=lambda year: year.year, default=None)
    return (newest.year, (newest.span,)) if newest else (None, ())


def _beside_full(full: Sequence[Dated], told: Sequence[Dated], floor: int | None) -> Calendar | None:
    """The year of the newest full date, where no newer year is named and all yearless dates lie near it."""
    placed = {day: d for d in full if d.cue <= 0 and d.year and (day := d.in_year(d.year))}
    newest = max(placed, default=None)
    if newest is None or newest.year != floor:
        return None
    for year in (newest.year, newest.year - 1):
        crossing = year < newest.year
        calendar = Calendar((year,), crossing, (placed[newest].span,))
        days = [calendar.date_of(dated) for dated in told]
        if all(day and abs((day - newest).days) <= _BESIDE for day in days):
            return calendar
    return None


def window_of_lengths(evidence: Evidence) -> Iterator[tuple[date, date, Span, Span]]:
    """Stretches that the anchor lies in: a year named, then a length that ends now ("won the 2021 election … the last
    18 months") in the same or the next sentence; with the two spans that say so."""
    for length in evidence.lengths:
        if length.kind != "last" or length.unit not in ("M", "Y"):
            continue
        for year in evidence.years:
            if 0 <= length.sentence - year.sentence <= 1 and year.cue <= 0 and year.span.start < length.span.start:
                stretch = _after(year.year, length)
                if stretch:
                    yield (*stretch, year.span, length.span)


def _after(year: int, length: Length) -> tuple[date, date] | None:
    begin = cal.move(date(year, 1, 1), length.unit, length.count)
    finish = cal.move(date(year, 12, 31), length.unit, length.count)
    return (begin, finish) if begin and finish else None
