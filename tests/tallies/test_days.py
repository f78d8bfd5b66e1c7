"""Days stand out by what is told of them, then and later."""

from datetime import date

import pytest

from quipu.model import Span, ToldDay
from quipu.tallies import Wordings, tell_days, weigh_days


def day(number: int) -> date:
    """A day of March 2022."""
    return date(2022, 3, number)


def told(document: str, on: date, *, named: bool = True) -> ToldDay:
    return ToldDay(document, Span(0, 10), on, Span(0, 4) if named else None)


SPOKEN = {"a": day(7), "b": day(8), "c": day(28), "d": day(28)}
HEAVIER = [
    ("named by two before named by one", [told("a", day(6)), told("b", day(6)), told("a", day(5))], 6, 5),
    ("named later before named at once", [told("a", day(5)), told("c", day(6))], 6, 5),
    ("with two reports before one", [], 28, 8),
    ("with a report and a name before a report", [told("b", day(7))], 7, 8),
    ("named in two reports before twice in one", [told("a", day(5)), told("a", day(5)), told("a", day(6)),
                                                  told("b", day(6))], 6, 5),
    ("amid the reports before far from them", [told("b", day(6)), told("b", date(2019, 3, 6))], 6, None),
]  # fmt: skip


@pytest.mark.parametrize(("sentences", "more", "less"), [c[1:] for c in HEAVIER], ids=[c[0] for c in HEAVIER])
def test_days_weigh_by_what_is_told(sentences: list[ToldDay], more: int, less: int | None) -> None:
    weights = weigh_days(sorted(sentences, key=lambda one: one.day), SPOKEN)
    other = day(less) if less else date(2019, 3, 6)
    assert weights[day(more)].salience > weights[other].salience >= 0


def test_days_count_reports_and_those_that_name_the_day() -> None:
    sentences = [told("a", day(6)), told("b", day(6)), told("undated", day(6)), told("b", day(8), named=False)]
    weights = weigh_days(sentences, SPOKEN)
    assert (weights[day(6)].reports, weights[day(6)].told_in) == (0, 3)
    assert (weights[day(8)].reports, weights[day(8)].told_in) == (1, 0)
    assert max(weight.salience for weight in weights.values()) == 1.0
    assert list(weights) == sorted(weights)


def test_days_of_nothing_are_none() -> None:
    assert weigh_days([], {}) == {}
    assert list(tell_days([], {}, {}, Wordings([]))) == []


SHOT = "Two miners died on Sunday when police fired on the road block, the hospital said"
LATER = "The prosecutor is looking into the two deaths of Sunday at the road block of the miners"
OPENING = "Miners shut the port a day after police fired at their road block near the town"
SHORT = "Two died on Sunday"
TEXTS = {"a": SHOT, "b": LATER, "c": OPENING, "d": SHORT}


def whole(document: str, on: date, *, named: bool = True) -> ToldDay:
    return ToldDay(document, Span(0, len(TEXTS[document])), on, Span(0, 3) if named else None)


QUOTED = [
    ("sentences that name the day", [whole("a", day(6)), whole("b", day(6))], {"a", "b"}),
    ("the opening of the next day's report", [whole("a", day(6)), whole("c", day(7), named=False)], {"a", "c"}),
    ("not what the next day's report names", [whole("a", day(6)), whole("c", day(7))], {"a"}),
    ("not the opening of a report two days later", [whole("a", day(6)), whole("c", day(8), named=False)], {"a"}),
    ("nothing too short to say much", [whole("d", day(6)), whole("a", day(6))], {"a"}),
]


@pytest.mark.parametrize(("sentences", "expected"), [c[1:] for c in QUOTED], ids=[c[0] for c in QUOTED])
def test_days_quote(sentences: list[ToldDay], expected: set[str]) -> None:
    weights = weigh_days(sentences, {})
    entries = {entry.day: entry for entry in tell_days(sentences, weights, TEXTS, Wordings(TEXTS.values()))}
    assert list(entries) == list(weights)
    assert {quote.document_id for quote in entries[day(6)].sentences} == expected
    assert all(
        quote.span.of(TEXTS[quote.document_id]) == TEXTS[quote.document_id] for quote in entries[day(6)].sentences
    )
