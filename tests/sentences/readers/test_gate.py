"""The gate: what is worth a reader's time."""

import pytest

from quipu.errors import ReaderError
from quipu.model import Sentence, Span
from quipu.sentences.readers.gate import NARROW, OPEN, WIDE, gate_of, let_through, width_of_settings
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
    ("en", "The officers fired into the mob.", True),
    ("en", "The owners fired the coach.", False),
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


NARROWED = [
    ("en", "Soldiers detained her husband.", True),
    ("en", "The mayor said nothing would change.", False),
    ("en", "It happened in 1998.", False),
    ("es", "Según el obispo, todo estaba en calma.", False),
    ("es", "Los soldados detuvieron a su marido.", True),
]


@pytest.mark.parametrize(("language", "text", "wanted"), NARROWED, ids=[text for _, text, _ in NARROWED])
def test_narrow_gate_passes_triggers_only(language: str, text: str, wanted: bool) -> None:
    assert gate_of(language, NARROW).passes(tokenize(text, Span(0, len(text)))) is wanted


def test_gate_passes_nothing_without_words() -> None:
    assert not gate_of("en").passes(())


def test_let_through_leaves_furniture_and_empty_sentences_out() -> None:
    text = "Police arrested nine students. The road is long. Police arrested a nurse."
    first, dull, last = split_sentences(text, "en")
    furniture = Sentence(last.span, last.index, last.paragraph, last.tokens, furniture=True)
    empty = Sentence(first.span, 7, 0)
    assert let_through([first, dull, furniture, empty], "en") == [first]
    assert let_through([first, dull, furniture, empty], "en", OPEN) == [first, dull]


def test_gate_refuses_an_unknown_width(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReaderError, match="open, wide, narrow") as caught:
        let_through([], "en", "ajar")
    assert caught.value.code == "gate_unknown"
    monkeypatch.setenv("QUIPU_GATE", "ajar")
    with pytest.raises(ReaderError, match="ajar"):
        width_of_settings()


@pytest.mark.parametrize(
    ("setting", "wanted"), [(None, OPEN), ("", OPEN), ("0", OPEN), ("1", WIDE), ("narrow", NARROW)]
)
def test_width_of_settings(setting: str | None, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIPU_GATE", raising=False)
    if setting is not None:
        monkeypatch.setenv("QUIPU_GATE", setting)
    assert width_of_settings() == wanted
