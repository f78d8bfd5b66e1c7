"""Calendar arithmetic on TIMEX3 values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.sentences import times_calendar as cal


@pytest.mark.parametrize(
    ("value", "mod", "days"),
    [
        ("2022-12-11", "", (date(2022, 12, 11), date(2022, 12, 11))),
        ("2022-12-11TMO", "", (date(2022, 12, 11), date(2022, 12, 11))),
        ("2022-W50", "", (date(2022, 12, 12), date(2022, 12, 18))),
        ("2022-W50-WE", "", (date(2022, 12, 17), date(2022, 12, 18))),
        ("2022-02", "", (date(2022, 2, 1), date(2022, 2, 28))),
        ("2022-Q3", "", (date(2022, 7, 1), date(2022, 9, 30))),
        ("2022-H2", "", (date(2022, 7, 1), date(2022, 12, 31))),
        ("199", "", (date(1990, 1, 1), date(1999, 12, 31))),
        ("2022-09", "END", (date(2022, 9, 21), date(2022, 9, 30))),
        ("2022-13", "", (None, None)),
        ("2021-W53", "", (None, None)),
        ("2022-SU", "", (None, None)),
        ("XXXX-WXX-5", "", (None, None)),
        ("P2M", "", (None, None)),
    ],
)
def test_calendar_days_of(value: str, mod: str, days: tuple[date | None, date | None]) -> None:
    assert cal.days_of(value, mod) == days


@pytest.mark.parametrize(
    ("unit", "steps", "moved"),
    [
        ("M", -1, date(2023, 2, 28)),
        ("D", 1, date(2023, 4, 1)),
        ("W", -2, date(2023, 3, 17)),
        ("2W", 1, date(2023, 4, 14)),
        ("Y", 1, date(2024, 3, 31)),
        ("E", -1, date(2013, 3, 31)),
        ("Y", -5000, None),
    ],
)
def test_calendar_move(unit: str, steps: int, moved: date | None) -> None:
    assert cal.move(date(2023, 3, 31), unit, steps) == moved


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", date(2023, 12, 25)),
        ("11/4/4", date(2023, 11, 23)),
        ("5/1/-1", date(2023, 5, 29)),
        ("EASTER", date(2023, 4, 9)),
        ("EASTER-2", date(2023, 4, 7)),
        ("EASTERW", None),
    ],
)
def test_calendar_holiday(rule: str, day: date | None) -> None:
    assert cal.holiday(rule, 2023) == day


@given(st.dates(date(1000, 1, 1), date(9990, 12, 31)), st.sampled_from(["D", "W", "M", "Q", "Y"]))
def test_calendar_a_unit_covers_its_days(day: date, unit: str) -> None:
    begin, finish = cal.days_of(cal.unit_value(day, unit))
    assert begin is not None
    assert finish is not None
    assert begin <= day <= finish
