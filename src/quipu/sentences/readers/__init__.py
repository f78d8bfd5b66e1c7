"""Readers of sentences: parts of speech, trees, names and roles, behind one protocol.

`open_reader("small", "en")` is the network that ships with quipu; `none` leaves sentences as they are.
`spacy:PATH` reads with a pipeline of the user's, `endpoint:URL` asks a language model; those two are never chosen by
themselves.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from quipu.errors import ReaderError
from quipu.sentences.readers.plain import PlainReader
from quipu.sentences.readers.protocol import Reader

NONE, SMALL, SPACY, ENDPOINT = "none", "small", "spacy", "endpoint"
WEIGHTS = Path(__file__).parents[1] / "data" / "reader"
_FILES = {3: "three.onnx", 6: "six.onnx"}
"""The networks, the one to read with first: three layers do as well for claims as six, in two thirds of the time."""

__all__ = [
    "ENDPOINT",
    "NONE",
    "READERS",
    "SMALL",
    "SPACY",
    "Reader",
    "default_reader",
    "dropped_by",
    "dropped_so_far",
    "has_weights",
    "open_reader",
    "told_readers",
]


def _plain(rest: str, language: str) -> Reader:
    return PlainReader()


def _small(layers: int | None) -> Callable[[str, str], Reader]:
    def opened(rest: str, language: str) -> Reader:
        folder = _root(rest) / language
        depths = _depths(folder)
        depth = layers or next(iter(depths), None)
        if depth is None or depth not in depths:
            wanted = f" with {layers} layers" if layers else ""
            message = f"no weights{wanted} to read the language {language!r} with; {NONE!r} reads without"
            raise ReaderError(message, where=str(folder), code="reader_missing")
        # ONNX Runtime and numpy are loaded only where a network is asked for: they take 0.2 s.
        from quipu.sentences.readers.network import open_network
        from quipu.sentences.readers.small import SmallReader

        return SmallReader(f"{SMALL}-{depth}", language, open_network(folder, depth, threads=_threads()))

    return opened


_SMALL = {SMALL: _small(None), f"{SMALL}-3": _small(3), f"{SMALL}-6": _small(6)}


def _spacy(rest: str, language: str) -> Reader:
    # spaCy takes a second to import, and need not be installed.
    from quipu.sentences.readers.spacy_pipeline import open_spacy

    return open_spacy(rest, language)


def _endpoint(rest: str, language: str) -> Reader:
    from quipu.sentences.readers.endpoint import open_endpoint

    return open_endpoint(rest, language)


READERS: dict[str, Callable[[str, str], Reader]] = {
    NONE: _plain,
    **_SMALL,
    SPACY: _spacy,
    ENDPOINT: _endpoint,
}
"""Openers by the first part of a reader's name; each is given what follows a colon, and the language."""


@cache
def open_reader(name: str, language: str) -> Reader:
    """The reader of this name for a language (ISO 639-1). Opened once in a process.

    Args:
        name: a key of `READERS`, with `:` and an argument where the reader takes one. `small` is the best network that
            is there; `small:FOLDER` takes weights from elsewhere, in a folder for each language.

    Raises:
        ReaderError: `reader_unknown`, `reader_missing` (no weights for the language), `reader_broken`.
    """
    kind, _, rest = name.partition(":")
    if kind not in READERS:
        raise ReaderError(f"no reader is called {name!r}; there are {', '.join(READERS)}", code="reader_unknown")
    return READERS[kind](rest, language)


def default_reader(language: str) -> Reader:
    """The reader that the settings ask for: `$QUIPU_READER`, else `small`; in a language without weights, `none`.

    Raises:
        ReaderError: `$QUIPU_READER` names no reader, or one that cannot be opened.
    """
    name = os.environ.get("QUIPU_READER") or ""
    kind, _, rest = (name or SMALL).partition(":")
    # Reports in a language without a network are read as before, beside others that are read with one. Where there is
    # none for any language, whoever asks for one by name should know.
    absent = kind in _SMALL and not _depths(_root(rest) / language)
    if absent and (not name or any(_depths(folder) for folder in _root(rest).glob("*"))):
        return open_reader(NONE, language)
    depths = _depths(_root(rest) / language)
    if kind in _SMALL and depths and kind != SMALL and kind not in (f"{SMALL}-{depth}" for depth in depths):
        name = f"{SMALL}:{rest}" if rest else SMALL  # a language that has one network only is read with it
    return open_reader(name or SMALL, language)


def told_readers(languages: Iterable[str]) -> str:
    """Who reads each language by the settings, with versions, for a manifest: "en small-6 1.0, es none".

    Raises:
        ReaderError: as `default_reader`; so the settings can be checked before a long work begins.
    """
    readers = [(language, default_reader(language)) for language in languages]
    return ", ".join(f"{language} {reader.name} {reader.version}".rstrip() for language, reader in readers)


def has_weights(language: str) -> bool:
    """Whether a network for this language lies beside the code."""
    return bool(_depths(WEIGHTS / language))


def _root(rest: str) -> Path:
    """The folder that holds an artefact folder for each language."""
    return Path(rest) if rest else WEIGHTS


def _depths(folder: Path) -> tuple[int, ...]:
    """The layers of the networks in an artefact folder, the one to read with first."""
    return tuple(layers for layers, name in _FILES.items() if (folder / name).is_file())


def _threads() -> int:
    """`$QUIPU_READER_THREADS`, the processor cores that one network may use; 1 unless it is a positive number."""
    given = os.environ.get("QUIPU_READER_THREADS", "1")
    return max(1, int(given)) if given.isdecimal() else 1


def dropped_by(reader: Reader) -> dict[str, int]:
    """What a reader was told and did not take, by reason; empty for readers that count nothing."""
    return dict(getattr(reader, "dropped", {}))


def dropped_so_far(languages: Iterable[str]) -> Counter[str]:
    """What the readers of the settings did not take since this process opened them, by reason; for a manifest.

    Raises:
        ReaderError: as `default_reader`.
    """
    return sum((Counter(dropped_by(default_reader(language))) for language in languages), Counter())
