"""Round ticks for numbers and for days."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

from quipu.export.report.words import MONTHS, short_day

# Days between ticks; longer spans step by whole months.
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


def number_ticks(top: float, most: int = 5) -> list[float]:
    """Whole numbers from 0 to at least `top`, in steps of 1, 2 or 5 times a power of ten."""
    step = 1.0
    while top / step > most:
        power = 10 ** math.floor(math.log10(step))
        step = {1: 2.0, 2: 5.0, 5: 10.0}[round(step / power)] * power
    return [step * n for n in range(math.ceil(top / step) + 1)]


def day_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """Days with their labels, at most about `most`; the year is told where it begins or where there is one tick."""
    span = max((last - first).days, 1)
    for step in _DAY_STEPS:
        if span / step <= most:
            found = [first + timedelta(days=n) for n in range(0, span + 1, step)]
            return [(d, short_day(d) + (f" {d.year}" if d == first else "")) for d in found]
    for step in _MONTH_STEPS:
        months = list(_months(first, last, step))
        if len(months) <= most:
            break
    return [(d, _month(d, whole=d == months[0] or d.month <= step)) for d in months]


def _month(first: date, *, whole: bool) -> str:
    """`Jun`, or with its year where a reader needs it."""
    name = MONTHS[first.month - 1][:3]
    return f"{name} {first.year}" if whole else name


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """First days of months whose number since year 0 is a multiple of `step`."""
    at = first.year * 12 + first.month - 1 + (first.day > 1)
    at += -at % step
    while date(at // 12, at % 12 + 1, 1) <= last:
        yield date(at // 12, at % 12 + 1, 1)
        at += step
