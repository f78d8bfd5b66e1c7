"""Numbers: exact values, vague words, ordinals, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.model import Span
from quipu.sentences.numbers import Number, read_number, read_ordinal
from quipu.sentences.tokens import tokenize

EXACT = [
    ("en", "1,857 people", 1857, 1),
    ("en", "1.857", 1.857, 1),
    ("en", "twenty-five", 25, 3),
    ("en", "one hundred and twelve dead", 112, 4),
    ("en", "two thousand three hundred and five", 2305, 6),
    ("en", "a dozen", 12, 2),
    ("en", "half a dozen", 6, 3),
    ("en", "two dozen", 24, 2),
    ("en", "a hundred thousand", 100_000, 3),
    ("en", "1.5 million", 1_500_000, 2),
    ("en", "12k views", 12_000, 2),
    ("en", "12 k", 12, 1),
    ("en", "45 000 voters", 45_000, 2),
    ("en", "7 100", 7, 1),
    ("en", "two and a half", 2, 1),
    ("es", "1.857", 1857, 1),
    ("es", "1,857", 1857, 1),
    ("es", "12,5", 12.5, 1),
    ("es", "cuarenta y cinco mil", 45_000, 4),
    ("es", "ciento doce", 112, 2),
    ("es", "dos millones quinientos mil", 2_500_000, 4),
    ("es", "medio centenar", 50, 2),
    ("es", "una decena", 10, 2),
    ("es", "dos docenas", 24, 2),
    ("es", "mil doscientas", 1200, 2),
]
VAGUE = [
    ("en", "dozens of", "dozens"),
    ("en", "scores of", "scores"),
    ("en", "tens of thousands of", "tens of thousands"),
    ("en", "several hundred", "several hundred"),
    ("en", "a few dozen", "a few dozen"),
    ("es", "decenas de miles", "decenas de miles"),
    ("es", "cientos", "cientos"),
    ("es", "varios cientos", "varios cientos"),
]
NONE = [("en", "a man"), ("en", "scores a goal"), ("en", "hundred"), ("en", "3.14.15"), ("es", "la casa"), ("en", "k")]


def _number(language: str, text: str) -> Number | None:
    return read_number(tokenize(text, Span(0, len(text))), 0, language)


@pytest.mark.parametrize(("language", "text", "value", "length"), EXACT)
def test_numbers_exact(language: str, text: str, value: float, length: int) -> None:
    number = _number(language, text)
    assert number is not None
    assert (number.value, number.length, number.vague) == (value, length, False)


@pytest.mark.parametrize(("language", "text", "words"), VAGUE)
def test_numbers_vague_keep_their_words_and_no_value(language: str, text: str, words: str) -> None:
    number = _number(language, text)
    assert number is not None
    assert (number.value, number.vague, number.words) == (None, True, words)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_numbers_none(language: str, text: str) -> None:
    assert _number(language, text) is None


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("en", "20th", 20), ("en", "third", 3), ("en", "twenty-first", 21), ("es", "2.º", 2), ("es", "quinta", 5)],
)
def test_numbers_ordinals(language: str, text: str, value: float) -> None:
    found = read_ordinal(tokenize(text, Span(0, len(text))), 0, language)
    assert found is not None
    assert found.value == value


def test_numbers_ordinal_is_not_a_number() -> None:
    tokens = tokenize("three", Span(0, 5))
    assert read_ordinal(tokens, 0, "en") is None
    assert read_ordinal(tokens, 7, "en") is None


@given(st.integers(0, 10**12))
def test_numbers_read_back_what_was_written_with_marks(value: int) -> None:
    for language, mark in (("en", ","), ("es", ".")):
        text = f"{value:,}".replace(",", mark)
        number = _number(language, text)
        assert number is not None
        assert number.value == value


@given(st.text(max_size=60), st.sampled_from(["en", "es"]))
def test_numbers_never_raise(text: str, language: str) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    for at in range(len(tokens)):
        number = read_number(tokens, at, language)
        assert number is None or 0 < number.length <= len(tokens) - at
        read_ordinal(tokens, at, language)
