"""The gate: what is worth a reader's time."""

import pytest

from quipu.model import Sentence, Span
from quipu.sentences.readers.gate import gate_of, let_through
from quipu.sentences.split import split_sentences
from quipu.sentences.tokens import tokenize

CASES = [
    ("en", "Soldiers detained her husband.", True),
    ("en", "SOLDIERS OPENED FIRE", True),
    ("en", "A wave of killings followed.", True),
    ("en", "The mayor said nothing would change.", True),
    ("en", "According to the bishop it was calm.", True),
    ("en", "It happened in 1998.", True),
    ("en", "Dozens of buses waited.", True),
    ("en", "The road is long and winding.", False),
    ("en", "She watered the roses.", False),
    ("en", "A river runs past the town.", False),
    ("en", "🔥", False),
    ("es", "Los soldados detuvieron a su marido.", True),
    ("es", "Según el obispo, todo estaba en calma.", True),
    ("es", "Había miles en la plaza.", True),
    ("es", "El río es una frontera.", False),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES, ids=[text for _, text, _ in CASES])
def test_gate_passes(language: str, text: str, wanted: bool) -> None:
    assert gate_of(language).passes(tokenize(text, Span(0, len(text)))) is wanted


def test_gate_passes_nothing_without_words() -> None:
    assert not gate_of("en").passes(())


def test_let_through_leaves_furniture_and_empty_sentences_out() -> None:
    text = "Police arrested nine students. The road is long. Police arrested a nurse."
    first, dull, last = split_sentences(text, "en")
    furniture = Sentence(last.span, last.index, last.paragraph, last.tokens, furniture=True)
    assert let_through([first, dull, furniture, Sentence(first.span, 7, 0)], "en") == [first]
