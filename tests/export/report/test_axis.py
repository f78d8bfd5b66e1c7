"""Ticks are round, cover what is drawn and are not too many."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quipu.export.report.axis import day_ticks, number_ticks


@given(st.floats(1, 1e9))
def test_axis_number_ticks_cover_the_top_in_few_steps(top: float) -> None:
    ticks = number_ticks(top)
    assert ticks[0] == 0
    assert ticks[-1] >= top
    assert len(ticks) <= 7
    assert len({round(b - a, 6) for a, b in pairwise(ticks)}) == 1


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 20000), st.integers(3, 12))
def test_axis_day_ticks_lie_inside_and_are_few(first: date, span: int, most: int) -> None:
    last = first + timedelta(days=span)
    ticks = day_ticks(first, last, most)
    assert ticks
    assert len(ticks) <= most + 1
    assert all(first <= on <= last for on, _ in ticks)
    assert str(ticks[0][0].year) in ticks[0][1]


def test_axis_day_ticks_of_three_weeks() -> None:
    told = [label for _, label in day_ticks(date(2031, 5, 4), date(2031, 5, 25), 12)]
    assert told[:3] == ["4 May 2031", "6 May", "8 May"]


def test_axis_day_ticks_of_two_years() -> None:
    told = [label for _, label in day_ticks(date(2030, 11, 9), date(2032, 8, 1), 9)]
    assert told[:3] == ["Jan 2031", "Apr", "Jul"]
