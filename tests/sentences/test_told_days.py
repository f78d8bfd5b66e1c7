"""Which sentences tell of a day."""

from datetime import date

import pytest

from quipu.model import Document
from quipu.sentences import read_sentences
from quipu.sentences.told_days import OPENING, told_days

MONDAY = date(2022, 3, 7)


def told(text: str, published: date | None = MONDAY, language: str = "en") -> list[tuple[str, str, str | None]]:
    """(day, the sentence's first word, the words that name the day)."""
    doc = Document("a", text, published=published, language=language)
    found = told_days(read_sentences(doc, gate="open"))
    assert all(one.document_id == "a" and (one.words is None or one.span.holds(one.words)) for one in found)
    return [(one.day.isoformat(), one.span.of(text).split()[0], one.words and one.words.of(text)) for one in found]


CASES = [
    ("a weekday", "Two miners were killed on Sunday.", [("2022-03-06", "Two", "on Sunday")]),
    ("a date", "Two miners were killed on March 1, 2022.", [("2022-03-01", "Two", "March 1, 2022")]),
    ("two days", "He was held on Friday and freed on Sunday.",
     [("2022-03-04", "He", "Friday"), ("2022-03-06", "He", "Sunday")]),
    ("one day said twice", "Shots fell on Sunday, and on Sunday two died.", [("2022-03-06", "Shots", "Sunday")]),
    ("no day: the report's own, for it opens it", "Miners shut the coast road.", [("2022-03-07", "Miners", None)]),
    ("a month is no day", "Miners shut the coast road in February.", [("2022-03-07", "Miners", None)]),
    ("since a day is a stretch", "Six have died since March 1, 2022.", [("2022-03-07", "Six", None)]),
    ("since a day, and another", "Six have died since March 1, two of them on Sunday.",
     [("2022-03-06", "Six", "Sunday")]),
    ("what lies ahead is not told", "A strike begins on March 20, 2022.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_told_days(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = [(day, first, words and words.removeprefix("on ")) for day, first, words in told(text)]
    assert found == [(day, first, words and words.removeprefix("on ")) for day, first, words in expected]


def test_told_days_in_spanish() -> None:
    found = told("Dos mineros murieron el domingo. Son seis desde el 1 de marzo de 2022.", language="es")
    assert [(day, first) for day, first, _ in found] == [("2022-03-06", "Dos"), ("2022-03-07", "Son")]


def test_told_days_only_openings_tell_unsaid() -> None:
    lines = [f"Line {number} says what miners did there." for number in range(OPENING + 3)]
    assert len(told(" ".join(lines))) == OPENING


def test_told_days_without_the_reports_own_day() -> None:
    assert told("Miners shut the road. Two were killed on March 1, 2022.", None)[-1][0] == "2022-03-01"
    assert told("Miners shut the coast road.", None) == []


def test_told_days_of_a_language_that_is_not_read_are_none() -> None:
    assert told("Deux mineurs ont été tués dimanche.", language="fr") == []
