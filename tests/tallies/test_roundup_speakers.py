"""How a source is named in a digest, and how words, days and numbers are said."""

from datetime import date

import pytest

from export.factory.crisis import crisis
from export.factory.said import NGO
from quipu.model import Span, Words
from quipu.tallies.roundup_telling import country_name, open_telling
from quipu.tallies.roundup_words import loaded_spans, roundup_words
from quipu.tallies.voices import known_voice

FIRST = date(2031, 5, 1)
LANGUAGE = next(filed.document.language for filed in crisis().documents() if filed.document.id == NGO)


def named(words: str, language: str) -> str:
    telling = open_telling(crisis(), FIRST, FIRST, language)
    return telling.speakers.name(Words(words, Span(0, 1)), NGO)


NAMES = [
    ("an article within a sentence", "en", "The harbour office", "the harbour office"),
    ("a name keeps its capital", "en", "Halden Radio", "Halden Radio"),
    ("a noun that began its sentence", "en", "Farmers from the valley", "farmers from the valley"),
    ("thousands of people", "en", "Thousands of people", "thousands of people"),
    ("a bank of somewhere", "en", "Bank of Norden", "Bank of Norden"),
    ("a title and a name", "en", "The mayor, Ida Brandt", "the mayor Ida Brandt"),
    ("a name and what he is", "en", "Ida Brandt, head of the port workers", "Ida Brandt"),
    ("a name that takes a side", "en", "the regime's spokesman", "“the regime's spokesman”"),
    (
        "a clause",
        "en",
        "reports from local media, two of them on air",
        "“reports from local media, two of them on air”",
    ),
    ("what only its text explains", "en", "His ministry", "“His ministry”"),
    ("a preposition left over", "en", "of citizens", "citizens"),
    ("a voice that the record has a name for", "es", "The Health Ministry", "el Ministerio de Salud"),
    ("the person is not the ministry", "es", "The Health Minister", "«The Health Minister»"),
    ("a name is one in every language", "es", "the Halden Rights Network", "Halden Rights Network"),
    ("other words are their report's", "es", "the harbour office", "«the harbour office»"),
    ("only the name of a person", "es", "The mayor, Ida Brandt", "Ida Brandt"),
]


@pytest.mark.parametrize(("language", "words", "expected"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_speakers_are_named(language: str, words: str, expected: str) -> None:
    assert LANGUAGE == "en"
    assert named(words, language) == expected


def test_speakers_without_a_name() -> None:
    telling = open_telling(crisis(), FIRST, FIRST, "en")
    reporter = telling.speakers.reporter(NGO)
    assert named("I", "en") == named("We", "en") == reporter
    assert named("He", "en") == f"somebody quoted in {reporter}"


VOICES = [
    ("la Defensoría del Pueblo", "ombudsman"),
    ("The ombudsman's office", "ombudsman"),
    ("the register of the Ministry of Health", None),
    ("a man beaten by police", None),
    ("el ministro del Interior", None),
    ("el Ministerio del Interior", "interior_ministry"),
    ("he", None),
]


@pytest.mark.parametrize(("words", "expected"), VOICES, ids=[row[0] for row in VOICES])
def test_known_voice_is_of_a_name_alone(words: str, expected: str | None) -> None:
    assert known_voice(words) == expected


QUOTES = [
    ("en", 'He spoke of a "plot".', "“He spoke of a ‘plot’”"),
    ("en", "He spoke of a “plot” on Monday.", "“He spoke of a ‘plot’ on Monday”"),
    ("en", "“It is over", "“It is over”"),
    ("en", "It lasts until 5 a.m.", "“It lasts until 5 a.m.”"),
    ("en", "It is over.", "“It is over”"),
    ("es", "Habló de «un complot» ayer.", "«Habló de “un complot” ayer»"),
]


@pytest.mark.parametrize(("language", "words", "expected"), QUOTES, ids=[row[1] for row in QUOTES])
def test_words_in_quotation_marks(language: str, words: str, expected: str) -> None:
    assert roundup_words(language).quote(words) == expected


DAYS = [
    ("en", date(2031, 5, 6), None, "6 May 2031"),
    ("en", date(2031, 5, 6), date(2031, 5, 9), "6 to 9 May 2031"),
    ("en", date(2031, 5, 6), date(2031, 6, 9), "6 May 2031 to 9 June 2031"),
    ("es", date(2031, 5, 6), date(2031, 5, 9), "del 6 al 9 de mayo de 2031"),
]


@pytest.mark.parametrize(("language", "begin", "finish", "expected"), DAYS, ids=[row[3] for row in DAYS])
def test_days_are_said(language: str, begin: date, finish: date | None, expected: str) -> None:
    assert roundup_words(language).say_days(begin, finish) == expected


def test_loaded_spans_are_the_longest_and_apart() -> None:
    text = "A legislative coup, said the regime; un golpe de Estado."
    assert [span.of(text) for span in loaded_spans(text)] == ["legislative coup", "regime", "golpe de Estado"]
    assert loaded_spans("The council met.") == ()


COUNTRIES = [
    ("PE", "Peru", "es", "Perú"),
    ("PE", "Perú", "en", "Peru"),
    ("PE", "Peru", "en", "Peru"),
    ("", "Halden", "es", "Halden"),
    ("XX", "Nowhere", "es", "Nowhere"),
]


@pytest.mark.parametrize(("code", "name", "language", "expected"), COUNTRIES)
def test_countries_are_named_in_the_language_of_the_digest(code: str, name: str, language: str, expected: str) -> None:
    assert country_name(code, name, language) == expected
