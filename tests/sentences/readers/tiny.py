"""The tiny reader of the tests (made by tools/make_tiny_reader.py), and sentences to read with it."""

from pathlib import Path

from quipu.model import Sentence
from quipu.sentences.readers.network import open_network
from quipu.sentences.readers.small import SmallReader
from quipu.sentences.split import split_sentences

FOLDER = Path(__file__).parent / "tiny" / "en"


def tiny_reader() -> SmallReader:
    """A fresh reader over the tiny network."""
    return SmallReader("small-3", "en", open_network(FOLDER, 3))


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of an English text, unread."""
    return split_sentences(text, "en")
