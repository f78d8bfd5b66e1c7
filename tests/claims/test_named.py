"""Names that a parser scattered hang together again, and no other word moves."""

import pytest

from quipu.claims.tree import tree_of
from quipu.model import Sentence, Span, Token

Word = tuple[str, str, int, str]

CASES = [
    (
        "two halves",
        [
            ("leader", "NOUN", 3, ""),
            ("Ximena", "PROPN", 0, "B-PER"),
            ("Etchegaray", "PROPN", 3, "I-PER"),
            ("fled", "VERB", -1, ""),
        ],
        [3, 2, 3, -1],
    ),
    (
        "cut in two",
        [("Itziar", "PROPN", 2, "B-PER"), ("Goñi", "PROPN", 2, "B-PER"), ("fled", "VERB", -1, "")],
        [2, 0, -1],
    ),
    (
        "particle between",
        [
            ("Khalid", "PROPN", 3, "B-PER"),
            ("al", "ADP", 2, ""),
            ("Masri", "PROPN", 3, "B-PER"),
            ("fled", "VERB", -1, ""),
        ],
        [3, 2, 0, -1],
    ),
    (
        "town of a province",
        [
            ("Chota", "PROPN", 3, "B-LOC"),
            ("de", "ADP", 2, ""),
            ("Cajamarca", "PROPN", 3, "B-LOC"),
            ("marched", "VERB", -1, ""),
        ],
        [3, 2, 3, -1],
    ),
    (
        "title before",
        [
            ("lawyer", "NOUN", 3, ""),
            ("Li", "PROPN", 0, "B-PER"),
            ("Wei", "PROPN", 3, "I-PER"),
            ("fled", "VERB", -1, ""),
        ],
        [3, 2, 3, -1],
    ),
    (
        "whole already",
        [("Li", "PROPN", 2, "B-PER"), ("Wei", "PROPN", 0, "I-PER"), ("fled", "VERB", -1, "")],
        [2, 0, -1],
    ),
]


def _sentence(words: list[Word]) -> Sentence:
    tokens, at = [], 0
    for text, tag, head, entity in words:
        span = Span(at, at + len(text))
        tokens.append(Token(span, text, text.lower(), tag, head, "root" if head < 0 else "dep", entity=entity))
        at += len(text) + 1
    return Sentence(Span(0, at - 1), 0, 0, tuple(tokens))


@pytest.mark.parametrize(("words", "heads"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_names_hang_together(words: list[Word], heads: list[int]) -> None:
    tree = tree_of(_sentence(words))
    assert tree is not None
    assert [token.head for token in tree.tokens] == heads
