"""Tokens: words, numbers and marks with exact offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.model import Span
from quipu.sentences.tokens import tokenize

CASES = [
    ("plain", "Police shot two men.", ["Police", "shot", "two", "men", "."]),
    ("thousands", "1,857 arrests, 12.5%", ["1,857", "arrests", ",", "12.5", "%"]),
    ("vote", "rejected 61-59", ["rejected", "61", "-", "59"]),
    ("age", "a 17-year-old", ["a", "17", "-", "year", "-", "old"]),
    ("clitics", "the army's men didn’t go", ["the", "army", "'s", "men", "did", "n’t", "go"]),
    ("initials", "the U.S. envoy at 9 a.m.", ["the", "U.S.", "envoy", "at", "9", "a.m."]),
    ("clock and decade", "10:30 in the 1990s", ["10:30", "in", "the", "1990s"]),
    ("ordinal", "the 3rd and el 2.º", ["the", "3rd", "and", "el", "2.º"]),
    ("url", "see https://example.org/a?b=1.", ["see", "https://example.org/a?b=1", "."]),
    ("decomposed accent", "la e\u0301poca", ["la", "e\u0301poca"]),
    ("abbreviation", "on Dec. 7 Mr. Roe left.", ["on", "Dec.", "7", "Mr.", "Roe", "left", "."]),
    ("stop at the end", "Roe Inc.", ["Roe", "Inc", "."]),
    ("initial", "J. F. Roe", ["J.", "F.", "Roe"]),
    ("prefix", "anti-government, well-known", ["anti-government", ",", "well", "-", "known"]),
    ("slashed", "07/12/2022 or 1/2", ["07/12/2022", "or", "1/2"]),
    ("cannot", "They cannot", ["They", "can", "not"]),
    ("apostrophe in a name", "O’Higgins", ["O’Higgins"]),
    ("address", "desk@wire.example.org", ["desk@wire.example.org"]),
    ("marks", "No!! ?", ["No", "!!", "?"]),
    ("dash run", "wait -- no...", ["wait", "--", "no", "..."]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_tokens_cut(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text, Span(0, len(text)))] == expected


def test_tokens_keep_offsets_of_the_document() -> None:
    text = "Before. Two men died. After."
    tokens = tokenize(text, Span(8, 21))
    assert [token.span.of(text) for token in tokens] == ["Two", "men", "died", "."]


@given(st.text(max_size=120))
def test_tokens_lose_nothing_but_white_space(text: str) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    assert all(token.span.of(text) == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(c for c in text if not c.isspace())
    assert all(a.span.end <= b.span.start for a, b in pairwise(tokens))
