"""A digest says in neutral words what claims say, and shows each one's words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from export.factory.crisis import crisis
from export.factory.said import NGO
from quipu.model import CountKind, Roundup
from quipu.tallies import read_roundup
from quipu.tallies.roundup_words import loaded_pattern, roundup_words

FIRST, LAST = date(2031, 5, 1), date(2031, 7, 4)
LANGUAGES = ("en", "es")
QUOTED = re.compile("“[^”]*”|«[^»]*»")


def roundup(first: date = FIRST, last: date = LAST, **options) -> Roundup:
    return read_roundup(crisis(), first, last, **options)


def told(made: Roundup, section: str) -> list[str]:
    return [one.text for part in made.sections if part.name == section for one in part.sentences]


@pytest.mark.parametrize("language", LANGUAGES)
def test_roundup_every_sentence_leads_to_words(language: str) -> None:
    made = roundup(language=language)
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    used = {number for part in made.sections for one in part.sentences for number in one.notes}
    assert used == {note.number for note in made.notes}
    assert all(one.notes for part in made.sections for one in part.sentences)
    loaded = [one for part in made.sections if part.name == "loaded" for one in part.sentences]
    marked = {number for one in loaded for number in one.notes}
    for note in made.notes:
        assert note.words
        assert note.span.of(crisis().text(note.document)) == note.words
        assert note.claims or note.number in marked
        for claim in map(crisis().claim, note.claims):
            assert claim.document_id == note.document
            assert note.span.holds(claim.span)


@pytest.mark.parametrize("language", LANGUAGES)
def test_roundup_takes_no_side_in_its_own_words(language: str) -> None:
    made = roundup(language=language)
    for words in [made.title, made.opening, *(one.text for part in made.sections for one in part.sentences)]:
        own = QUOTED.sub("", words)
        for spoken in LANGUAGES:
            pattern = loaded_pattern(spoken)
            assert pattern is not None
            assert not pattern.search(own), words


@pytest.mark.parametrize("language", LANGUAGES)
def test_roundup_own_words_are_not_loaded(language: str) -> None:
    words = roundup_words(language)
    mine = [
        *words.sections.values(),
        *words.types.values(),
        *words.disputes.values(),
        words.told,
        words.counted,
        *words.voices.values(),
    ]
    pattern = loaded_pattern(language)
    assert pattern is not None
    assert not [one for one in mine if pattern.search(one)]


LOADED = [
    ("en", "They call it a coup.", ["coup"]),
    ("en", "A coup d'état, said the regime's foes", ["coup d'état", "regime"]),
    ("en", "The coupon was for a regimen of exercise", []),
    ("es", "Lo llaman golpe de Estado y dictadura.", ["golpe de Estado", "dictadura"]),
    ("es", "Lo golpearon en la cabeza", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), LOADED, ids=[row[1] for row in LOADED])
def test_roundup_finds_loaded_words(language: str, text: str, expected: list[str]) -> None:
    pattern = loaded_pattern(language)
    assert pattern is not None
    assert pattern.findall(text) == expected


def test_roundup_has_no_loaded_words_for_other_languages() -> None:
    assert loaded_pattern("fr") is None
    assert loaded_pattern(None) is None


def test_roundup_totals_stand_apart_from_incidents() -> None:
    made = roundup()
    totals, incidents = told(made, "tolls"), told(made, "incidents")
    assert any("gave a total of" in one for one in totals)
    assert not any("gave a total of" in one for one in incidents)
    assert any("2 people were killed" in one and "Halden" in one for one in incidents)


def test_roundup_states_disputes_with_both_sides() -> None:
    (disputes,) = (part for part in roundup().sections if part.name == "disputes")
    assert len(disputes.sentences) > 1
    assert all(sentence.notes for sentence in disputes.sentences)
    homes = {note.number: note.claims for note in roundup().notes}
    assert all(sum(len(homes[n]) for n in sentence.notes) > 1 for sentence in disputes.sentences)


def test_roundup_tells_only_the_window() -> None:
    made = roundup(date(2031, 5, 6), date(2031, 5, 6))
    assert all(one.startswith("6 May 2031") for one in told(made, "incidents"))
    assert told(made, "incidents")
    assert made.title == "Roundup: 6 May 2031"


def test_roundup_of_an_empty_window_says_so() -> None:
    made = roundup(date(1999, 1, 1), date(1999, 1, 2))
    assert (made.sections, made.notes) == ((), ())
    assert made.opening == "The record tells nothing of these days."
    assert roundup(date(1999, 1, 1), date(1999, 1, 2), language="es").opening != made.opening


def test_roundup_says_how_many_happenings_it_leaves_out() -> None:
    short = roundup(most=3)
    counted = sum(len(told(short, name)) for name in ("incidents", "announced", "denied"))
    assert counted == 3
    assert "the 3 most salient of" in short.opening
    assert "most salient" not in roundup().opening


def test_roundup_of_a_covered_text_stays_covered() -> None:
    covered = [
        replace(f, document=replace(f.document, text="\U0010fffd" * len(f.document.text)))
        if f.document.id == NGO
        else f
        for f in crisis().filed
    ]
    made = read_roundup(replace(crisis(), filed=covered), FIRST, LAST)
    assert all(set(note.words) == {"\U0010fffd"} for note in made.notes if note.document == NGO)


FIGURES = [
    ("en", (2, 2), "2"),
    ("en", (20, None), "at least 20"),
    ("en", (None, 9), "up to 9"),
    ("en", (9, 10), "9 to 10"),
    ("en", (1200, 1200), "1,200"),
    ("en", (None, None), "“dozens”"),
    ("es", (20, None), "al menos 20"),
    ("es", (None, None), "«dozens»"),
    ("es", (1200, 1200), "1200"),
    ("es", (45000, None), "al menos 45 000"),
]


@pytest.mark.parametrize(("language", "bounds", "expected"), FIGURES)
def test_roundup_figures(language: str, bounds: tuple[float | None, float | None], expected: str) -> None:
    assert roundup_words(language).figure(*bounds, "dozens") == expected


def test_roundup_says_one_and_many() -> None:
    words = roundup_words("en")
    assert words.total_of(CountKind.KILLED, 1, 1) == "person killed"
    assert words.total_of(CountKind.KILLED, 1, None) == "people killed"
    assert [words.listed(parts) for parts in ("a", "ab", "abc", "aba")] == ["a", "a and b", "a, b and c", "a and b"]
