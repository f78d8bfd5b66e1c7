"""Readers of sentences: parts of speech, trees, names and roles, behind one protocol.

`none` leaves sentences as they are; `spacy:PATH` reads with a pipeline of the user's, `endpoint:URL` asks a language
model. The last two are never chosen by themselves.
"""

from collections.abc import Callable
from functools import cache

from quipu.errors import ReaderError
from quipu.sentences.readers.plain import PlainReader
from quipu.sentences.readers.protocol import Reader

NONE, SPACY, ENDPOINT = "none", "spacy", "endpoint"

__all__ = ["ENDPOINT", "NONE", "READERS", "SPACY", "Reader", "dropped_by", "open_reader"]


def _plain(rest: str, language: str) -> Reader:
    return PlainReader()


def _spacy(rest: str, language: str) -> Reader:
    # spaCy takes a second to import, and need not be installed.
    from quipu.sentences.readers.spacy_pipeline import open_spacy

    return open_spacy(rest, language)


def _endpoint(rest: str, language: str) -> Reader:
    from quipu.sentences.readers.endpoint import open_endpoint

    return open_endpoint(rest, language)


READERS: dict[str, Callable[[str, str], Reader]] = {NONE: _plain, SPACY: _spacy, ENDPOINT: _endpoint}
"""Openers by the first part of a reader's name; each is given what follows a colon, and the language."""


@cache
def open_reader(name: str, language: str) -> Reader:
    """The reader of this name for a language (ISO 639-1). Opened once in a process.

    Args:
        name: a key of `READERS`, with `:` and an argument where the reader takes one.

    Raises:
        ReaderError: `reader_unknown`, or the reader cannot be opened.
    """
    kind, _, rest = name.partition(":")
    if kind not in READERS:
        raise ReaderError(f"no reader is called {name!r}; there are {', '.join(READERS)}", code="reader_unknown")
    return READERS[kind](rest, language)


def dropped_by(reader: Reader) -> dict[str, int]:
    """What a reader was told and did not take, by reason; empty for readers that count nothing."""
    return dict(getattr(reader, "dropped", {}))
