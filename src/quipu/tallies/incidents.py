"""The sum of bounded incidents by day. A region's figure and its towns' of one day are not added to each other."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from quipu.events.where import Level, where_of
from quipu.model import CountKind, Event, IncidentSum, TallyPoint
from quipu.tallies.scopes import Area

_BOUNDED = timedelta(days=1)
# An event told of a longer stretch ("in January") is a sum of incidents itself and would count them twice.
_LATER = timedelta(days=14)
# Totals that are given so much later than an incident should hold it.
_SAID = ("explicit", "relative", "judged")
# What has its day only from a sentence before, or from its report, may be any earlier happening, told once more.


class Incident(NamedTuple):
    """One event's figure of one kind."""

    day: date
    area: Area
    low: float
    high: float
    event: str


def incidents_of(events: Iterable[tuple[Event, Area]], what: CountKind) -> list[Incident]:
    """The happenings of a day or two in a known town or region that count `what`, by day.

    A figure of a whole country, or of no place, is not one happening's, whatever its words look like.
    """
    found = [incident for event, area in events if (incident := _incident(event, area, what))]
    return sorted(found, key=lambda one: (one.day, one.event))


def _incident(event: Event, area: Area, what: CountKind) -> Incident | None:
    count = dict(event.counts).get(what)
    if count is None or event.begin is None or not event.happened or event.basis not in _SAID:
        return None
    if (event.finish and event.finish - event.begin > _BOUNDED) or not _is_bounded(event):
        return None
    if count.low is None and count.high is None:
        return None
    # Of "up to 50" there may be none.
    low = count.low or 0.0
    high = count.high if count.high is not None else max(low, count.best or low)
    return Incident(event.begin, area, low, high, event.id)


def _is_bounded(event: Event) -> bool:
    """Whether the event lies in a place below the country that the gazetteer knows."""
    where = where_of(event.place)
    return where is not None and where.level is not Level.COUNTRY and where.is_resolved


def without_totals(incidents: Iterable[Incident], totals: Sequence[TallyPoint]) -> Iterator[Incident]:
    """Leaves out a figure for which the totals around its day leave no room: it is a total, misread as a happening.

    The room is generous (three times what the totals rise by, and five), so that a total which falls short of its
    incidents still shows.
    """
    dated = [(point.as_of, (point.high if point.low is None else point.low) or 0.0) for point in totals if point.as_of]
    for one in incidents:
        before = max((number for day, number in dated if day < one.day), default=None)
        after = max((number for day, number in dated if one.day <= day <= one.day + _LATER), default=None)
        if before is None or after is None or one.low <= 3 * max(after - before, 0.0) + 5:
            yield one


def add_up(incidents: Iterable[Incident]) -> Iterator[IncidentSum]:
    """What incidents (in order of their days) add up to after each day on which any lies.

    `events` of each sum are those of its own day; the days before it have theirs.
    """
    low = high = 0.0
    days: dict[date, list[Incident]] = {}
    for one in incidents:
        days.setdefault(one.day, []).append(one)
    for day, told in sorted(days.items()):
        low += _day_sum(told, [one.low for one in told])
        high += _day_sum(told, [one.high for one in told])
        yield IncidentSum(day, low, high, tuple(one.event for one in told))


def _day_sum(told: list[Incident], numbers: list[float]) -> float:
    """Towns add up to at least their region's own figure, regions to at least their country's."""
    towns: dict[tuple[str | None, str | None], float] = {}
    regions: dict[tuple[str | None, str | None], float] = {}
    countries: dict[str | None, float] = {}
    for one, number in zip(told, numbers, strict=True):
        key = one.area.country, one.area.region
        if one.area.town:
            towns[key] = towns.get(key, 0.0) + number
        elif one.area.region:
            regions[key] = max(regions.get(key, 0.0), number)
        else:
            countries[one.area.country] = max(countries.get(one.area.country, 0.0), number)
    inside: dict[str | None, float] = {}
    for key in towns.keys() | regions.keys():
        inside[key[0]] = inside.get(key[0], 0.0) + max(towns.get(key, 0.0), regions.get(key, 0.0))
    return sum(max(inside.get(name, 0.0), countries.get(name, 0.0)) for name in inside.keys() | countries.keys())
