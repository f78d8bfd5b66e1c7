"""Figures and days in words."""

from datetime import date

import pytest

from quipu.export.report.words import (
    KINDS,
    MODALITIES,
    count_name,
    days,
    detail,
    figure,
    kind_name,
    number,
    plural,
    type_name,
)
from quipu.model import CountKind, EventType, Modality

FIGURES = {
    "exact": (17.0, 17.0, "", "17"),
    "at least": (17.0, None, "", "at least 17"),
    "up to": (None, 900.0, "", "up to 900"),
    "range": (180.0, 210.0, "", "180–210"),
    "thousands": (12000.0, 12000.0, "", "12,000"),
    "part": (0.5, 0.5, "", "0.5"),
    "zero": (0.0, 0.0, "none", "0"),
    "words": (None, None, "dozens", "dozens"),
    "nothing": (None, None, "", "number not given"),
}


@pytest.mark.parametrize(("low", "high", "words", "told"), FIGURES.values(), ids=FIGURES.keys())
def test_words_figure(low: float | None, high: float | None, words: str, told: str) -> None:
    assert figure(low, high, words) == told


A, B, C, D = date(2031, 5, 5), date(2031, 5, 7), date(2031, 6, 6), date(2032, 1, 1)
DAYS = {
    "one": (A, A, "5 May 2031"),
    "one month": (A, B, "5–7 May 2031"),
    "two months": (A, C, "5 May – 6 June 2031"),
    "two years": (A, D, "5 May 2031 – 1 January 2032"),
    "open": (A, None, "from 5 May 2031"),
    "unknown begin": (None, B, "until 7 May 2031"),
    "none": (None, None, "no day known"),
}

DETAILS = {
    "a day": ("2031-05-05", "5 May 2031"),
    "months": ("P2M", "2 months"),
    "one year": ("P1Y", "1 year"),
    "hours stay": ("PT8H", "PT8H"),
    "a number": ("30", "30"),
    "a word": ("in force", "in force"),
}


@pytest.mark.parametrize(("value", "told"), DETAILS.values(), ids=DETAILS.keys())
def test_words_detail(value: str, told: str) -> None:
    assert detail(value) == told


@pytest.mark.parametrize(("begin", "finish", "told"), DAYS.values(), ids=DAYS.keys())
def test_words_days(begin: date | None, finish: date | None, told: str) -> None:
    assert days(begin, finish) == told


def test_words_every_type_count_and_modality_has_a_name() -> None:
    assert all(type_name(type)[0].isupper() and "_" not in type_name(type) for type in EventType)
    assert all(count_name(what) for what in CountKind)
    assert set(MODALITIES) == set(Modality)


def test_words_unknown_kinds_are_told_by_their_own_name() -> None:
    assert kind_name("total_falls") == KINDS["total_falls"]
    assert kind_name("new_kind") == "New kind"
    assert count_name("use of force") == "use of force"


def test_words_plural_and_number() -> None:
    assert plural(1, "report") == "1 report"
    assert plural(1400, "report") == "1,400 reports"
    assert number(1250.0) == "1,250"
