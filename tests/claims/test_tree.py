"""Trees to walk on: an age's words hold together, whatever the parser made of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.claims.tree import tree_of
from quipu.model import Sentence, Span
from quipu.sentences.tokens import tokenize

TEXT = "Then a 16-year-old died in hospital."


def drawn(text: str, heads: list[int], tags: list[str] | None = None) -> Sentence:
    span = Span(0, len(text))
    tokens = tokenize(text, span)
    given_tags = tags or ["X"] * len(tokens)
    parsed = zip(tokens, heads, given_tags, strict=True)
    return Sentence(
        span, 0, 0, tuple(replace(token, head=head, relation="dep", pos=tag) for token, head, tag in parsed)
    )


def test_an_age_hangs_where_its_uppermost_word_did() -> None:
    tree = tree_of(
        drawn(TEXT, [7, 6, 4, 2, 7, 2, 7, -1, 9, 7, 7], ["ADV", "DET", *["X"] * 5, "VERB", "ADP", "NOUN", "PUNCT"])
    )
    assert tree is not None
    assert [tree.head(at) for at in range(1, 7)] == [6, 6, 6, 6, 6, 7]


@pytest.mark.parametrize(
    "text", ["Then 16 year old roads fell.", "Then a 16-year-long war ended.", "Then sixteen died."]
)
def test_other_words_stay_where_they_hang(text: str) -> None:
    size = len(tokenize(text, Span(0, len(text))))
    heads = [-1, *([0] * (size - 1))]
    tree = tree_of(drawn(text, heads))
    assert tree is not None
    assert [tree.head(at) for at in range(size)] == heads


@given(st.permutations(range(11)), st.data())
def test_a_tree_stays_a_tree(order: list[int], data: st.DataObject) -> None:
    heads = [-1] * 11
    for number, at in enumerate(order[1:], start=1):
        heads[at] = order[data.draw(st.integers(0, number - 1))]
    tree = tree_of(drawn(TEXT, heads, ["ADV", "DET", *["X"] * 5, "VERB", "ADP", "NOUN", "PUNCT"]))
    assert tree is not None
    for at in range(11):
        assert tree.is_under(at, next(top for top in range(11) if tree.head(top) == -1))
