"""Lists of phrases as rules ask about them: at a token, inside a range, as a set of single words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.claims.words import Phrases, lists

LISTED = Phrases(frozenset(("police", "police officer", "police officer in charge", "at the hands of")))
WORDS = ("a", "police", "officer", "in", "a", "car", "died", "at", "the", "hands", "of", "police")

AT = [
    pytest.param(1, 2, id="the longest that is there in full"),
    pytest.param(7, 4, id="a phrase of several words"),
    pytest.param(11, 1, id="one word at the end"),
    pytest.param(0, 0, id="no first word of a phrase"),
    pytest.param(2, 0, id="the middle of a phrase"),
]
WITHIN = [
    pytest.param(0, 12, 1, id="the first"),
    pytest.param(2, 12, 7, id="a later one"),
    pytest.param(1, 2, None, id="the longest does not fit the range"),
    pytest.param(7, 10, None, id="cut off by the range"),
    pytest.param(7, 11, 7, id="up to the end of the range"),
    pytest.param(2, 7, None, id="nothing there"),
    pytest.param(-3, 40, 1, id="a range wider than the sentence"),
    pytest.param(5, 3, None, id="an empty range"),
]


@pytest.mark.parametrize(("index", "length"), AT)
def test_phrases_tell_the_length_of_the_longest_at_a_token(index: int, length: int) -> None:
    assert LISTED.at(WORDS, index) == length


@pytest.mark.parametrize(("begin", "end", "found"), WITHIN)
def test_phrases_are_found_whole_inside_a_range(begin: int, end: int, found: int | None) -> None:
    assert LISTED.within(WORDS, begin, end) == found


def test_phrases_are_told_each_even_where_they_end_behind_the_range() -> None:
    assert LISTED.each(WORDS, 0, 12) == [1, 7, 11]
    assert LISTED.each(WORDS, 2, 8) == [7]
    assert LISTED.each(WORDS, 2, 7) == []


def test_phrases_as_a_set_are_their_single_words() -> None:
    assert "police" in LISTED
    assert "at" not in LISTED
    assert set(LISTED) == {"police"}


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.integers(-2, 10), st.integers(0, 10))
def test_phrases_within_a_range_are_those_at_its_tokens(cut: list[str], begin: int, end: int) -> None:
    words = tuple(cut)
    fits = [at for at in range(len(words)) if begin <= at < end and 0 < LISTED.at(words, at) <= end - at]
    assert LISTED.within(words, begin, end) == (fits[0] if fits else None)
    assert not fits or LISTED.may_begin(words, max(begin, 0), end)


@pytest.mark.parametrize("language", ["en", "es"])
def test_lists_know_every_listed_noun_for_people_as_somebody(language: str) -> None:
    said = lists(language)
    for listed in (said.anybody, said.crowds, said.state_forces, said.press):
        assert all(said.somebody.at(phrase, 0) for found in listed.by_first.values() for phrase in found)
    assert not said.somebody.may_begin(("7", ",", "2"), 0, 3)
