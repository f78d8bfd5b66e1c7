"""How much an event matters: what it is, who tells of it, whom it harmed, and how new it is at three scales."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from quipu.events.where import plain
from quipu.model import CountKind, Event, EventType
from quipu.model.scales import LONG, lasts
from quipu.tallies.words import salience

CASUALTIES = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
TOGETHER = frozenset((EventType.PROTEST, EventType.STRIKE, EventType.BLOCKADE, EventType.OCCUPATION))
"""Kinds that one happening may be at once, so that each is told: a strike with its road blockades."""
_PAST = timedelta(days=365)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Novelty:
    """1.0 where nothing of the kind was told of before, towards 0.0 the more there was: in all the record, in the seven
    days before, on the day before."""

    crisis: float
    week: float
    day: float


class Novelties:
    """Reads events by day and says how new each is beside those read before."""

    def __init__(self) -> None:
        self._days: dict[tuple[str, ...], list[date]] = {}

    def read(self, event: Event) -> Novelty:
        """How new an event is: half by its type, half by its type in its region; it is remembered if it happened."""
        begin = event.begin
        keys: tuple[tuple[str, ...], ...] = ((event.type.value,), (event.type.value, *_region(event)))
        if begin is None:
            return Novelty(1.0, 1.0, 1.0)
        reaches = (begin - date.min, LONG, _DAY)
        shares = [sum(1 / (1 + self._before(key, begin, reach)) for key in keys) / len(keys) for reach in reaches]
        if event.happened:
            for key in keys:
                self._days.setdefault(key, []).append(begin)
        return Novelty(*shares)

    def _before(self, key: tuple[str, ...], day: date, reach: timedelta) -> int:
        """Events of a kind on the days before; those of the day itself are as new as it."""
        days = self._days.get(key, [])
        return bisect_left(days, day) - bisect_left(days, day - reach)


def _region(event: Event) -> tuple[str, str]:
    place = event.place
    if place is None:
        return "", ""
    return place.country or "", plain(place.admin1 or ("" if place.country else place.text))


def own_weight(event: Event, *, is_background: bool = False) -> float:
    """By type, independent sources and casualties; less for what is not done, has no sure day or is background."""
    weights, counts = salience(), dict(event.counts)
    weight = weights.types[event.type] + weights.sources * math.log2(max(1, event.sources_independent))
    for what, each in zip(CASUALTIES, (weights.killed, weights.injured, weights.arrested), strict=True):
        if what in counts and (best := counts[what].best):
            weight += each * math.log2(1 + best)
    weight *= 1.0 if event.happened else weights.not_done
    weight *= weights.unsure_day if not _is_of_its_day(event) else 1.0
    return weight * (weights.background if is_background else 1.0)


def squeezed(weight: float, novelty: float) -> float:
    """A weight as a salience from 0.0 to 1.0; what is not new weighs down to the lexicon's `seen_before` of it."""
    least = salience().seen_before
    new = weight * (least + (1 - least) * novelty)
    return new / (new + salience().half)


def is_background(event: Event, anchors: Mapping[str, date]) -> bool:
    """Whether the first report that tells of it speaks long after it, or before it of what it calls done."""
    spoken = anchors.get(event.documents[0]) if event.begin else None
    if spoken is None or event.begin is None:
        return False
    return spoken - (event.finish or event.begin) > _PAST or event.begin - spoken > LONG


def _is_of_its_day(event: Event) -> bool:
    """Whether reports give the day in their words, and the day is no whole month or longer."""
    return event.basis != "anchor" and lasts(event.begin, event.finish) <= LONG
