"""The timeline at three scales: what mattered most on each day, in each week, in the whole crisis."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from quipu.model.tally import TimelineEntry

LONG = timedelta(days=7)
"""What lasts longer is not of a day, or of a week."""

MOST = {"day": 3, "week": 5, "crisis": 25}
"""Entries of each day, of each week, of all, where no number is asked for."""


class Scale(StrEnum):
    """Within what an entry has to stand out."""

    DAY = "day"
    WEEK = "week"
    CRISIS = "crisis"


def salience_at(scale: Scale) -> Callable[[TimelineEntry], float]:
    """How to read an entry's salience at a scale."""
    fields: dict[Scale, Callable[[TimelineEntry], float]] = {
        Scale.DAY: lambda entry: entry.salience_day,
        Scale.WEEK: lambda entry: entry.salience_week,
        Scale.CRISIS: lambda entry: entry.salience,
    }
    return fields[scale]


def most_salient(entries: Sequence[TimelineEntry], scale: Scale, most: int | None = None) -> list[TimelineEntry]:
    """The `most` salient entries of each day or week (Monday to Sunday), or of all, in the order of the timeline.

    What has no day, or lasts longer than a week, is of no day and no week, and only in the whole crisis; what matters
    nothing at all (talks, statements of no kind) stands out of none.
    """
    read, number = salience_at(scale), MOST[scale] if most is None else most
    kept: set[str] = set()
    within = [entry for entry in entries if scale is Scale.CRISIS or is_of_days(entry)]
    for _, together in groupby(within, key=lambda entry: period(entry, scale)):
        ordered = sorted(together, key=lambda entry: (-read(entry), entry.event))
        kept.update(entry.event for entry in ordered[:number] if scale is Scale.CRISIS or read(entry))
    return [entry for entry in entries if entry.event in kept]


def period(entry: TimelineEntry, scale: Scale) -> date | None:
    """The first day of an entry's day or week; None for the whole crisis."""
    if scale is Scale.CRISIS or entry.begin is None:
        return None
    return entry.begin - timedelta(days=entry.begin.weekday() if scale is Scale.WEEK else 0)


def lasts(begin: date | None, finish: date | None) -> timedelta:
    """From the first day to the last; none where one of them is not known."""
    return finish - begin if begin and finish else timedelta()


def is_of_days(entry: TimelineEntry) -> bool:
    """Whether an entry has a day and lasts a week at most."""
    return entry.begin is not None and lasts(entry.begin, entry.finish) <= LONG
