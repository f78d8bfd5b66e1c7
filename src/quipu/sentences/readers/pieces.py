"""Words to WordPieces with their vectors, as uncased BERT cuts them.

Our tokens are words already, so only the second half of BERT's tokeniser is needed: accents and case away, a cut at
each mark and Chinese character, then the longest known pieces from left to right. A vocabulary that has letters with
accents keeps them: Spanish tells "él" from "el" and "paró" from "paro" by nothing else.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quipu.errors import ReaderError

PAD, UNKNOWN, START, STOP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
NO_LETTER, LOWER, CAPITAL, CAPITALS, MIXED = range(5)
# BERT reads no longer part of a word; it stands as unknown.
_LONGEST_PART = 100
# Of a word's pieces beyond these none is read: a line of 3,000 hyphens is one token. Only the first piece stands for
# the word; 64 hold every address and hashtag of news text.
_MOST_PIECES = 64
# A document has some 300 different words, a month of news 60,000; one entry takes about 200 bytes.
_REMEMBERED = 1 << 15
# Control and format characters, private use, lone surrogates; accents beside them.
_DROPPED = frozenset(("Cc", "Cf", "Co", "Cs", "Mn"))
# Planes of Chinese characters, which BERT reads one by one.
_CHINESE = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the network takes it: the ids of its pieces (at least one) and how it is written."""

    pieces: tuple[int, ...]
    case: int


class Pieces:
    """The vocabulary and the vectors of its pieces, which stay on disk until they are asked for."""

    def __init__(self, vocabulary: Sequence[str], table: NDArray[np.int8], scales: NDArray[np.float16]) -> None:
        """Args:
            vocabulary: the pieces; a piece's id is its position. `##x` continues a word.
            table: one row of whole numbers for each piece; `scales`: what a row is multiplied by.

        Raises:
            ReaderError: a special piece is missing, or the three differ in length.
        """
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        if missing := [piece for piece in (PAD, UNKNOWN, START, STOP) if piece not in self._ids]:
            raise ReaderError(f"the vocabulary lacks {', '.join(missing)}")
        if not len(vocabulary) == len(table) == len(scales):
            raise ReaderError(
                f"{len(vocabulary)} pieces, {len(table)} vectors and {len(scales)} scales: they must agree"
            )
        self._table, self._scales = table, scales
        self._accents = any(_has_accent(piece) for piece in vocabulary)
        self.pad, self.unknown = self._ids[PAD], self._ids[UNKNOWN]
        self.start, self.stop = self._ids[START], self._ids[STOP]
        self.word = lru_cache(maxsize=_REMEMBERED)(self._word)

    @classmethod
    def load(cls, folder: Path) -> "Pieces":
        """The vocabulary and vectors of an artefact folder (`vocab.txt`, `pieces.npy`, `scales.npy`)."""
        vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
        table = np.load(folder / "pieces.npy", mmap_mode="r", allow_pickle=False)
        return cls(vocabulary, table, np.load(folder / "scales.npy", allow_pickle=False))

    def vectors(self, ids: NDArray[np.int64]) -> Vectors:
        """The vectors of pieces: the shape of `ids` and one axis more."""
        scales = self._scales[ids].astype(np.float32)
        return np.asarray(self._table[ids].astype(np.float32) * scales[..., None], dtype=np.float32)

    def _word(self, text: str) -> Word:
        ids = [number for part in _parts(text, self._accents) for number in self._cut(part)]
        return Word(tuple(ids[:_MOST_PIECES]) or (self.unknown,), case_of(text))

    def _cut(self, part: str) -> list[int]:
        """The longest known pieces from left to right; the one unknown piece where some stretch has none."""
        if len(part) > _LONGEST_PART:
            return [self.unknown]
        ids, begin = [], 0
        while begin < len(part):
            end, lead = len(part), "##" if begin else ""
            while end > begin and lead + part[begin:end] not in self._ids:
                end -= 1
            if end == begin:
                return [self.unknown]
            ids.append(self._ids[lead + part[begin:end]])
            begin = end
        return ids


def case_of(word: str) -> int:
    """How a word is written, by its letters: 0 none, 1 lower case, 2 a capital then lower case (or one capital alone),
    3 two or more letters all capitals, 4 anything else. Scripts without case count as lower."""
    letters = [character for character in word if character.isalpha()]
    if not letters:
        return NO_LETTER
    capitals = [letter.isupper() or letter.istitle() for letter in letters]
    if not any(capitals):
        return LOWER
    if all(capitals) and len(capitals) > 1:
        return CAPITALS
    return CAPITAL if capitals[0] and not any(capitals[1:]) else MIXED


def _has_accent(piece: str) -> bool:
    """Whether a piece holds a Latin letter with an accent."""
    return any("\u00c0" <= letter < "\u0250" and len(unicodedata.normalize("NFD", letter)) > 1 for letter in piece)


def _parts(word: str, accents: bool) -> Iterator[str]:
    """The parts of a word between its marks, and the marks, in lower case without control characters; `accents`: keep
    those that make one character with their letter."""
    held: list[str] = []
    for character in unicodedata.normalize("NFC" if accents else "NFD", word.lower()):
        kind = unicodedata.category(character)
        alone = _is_mark(character, kind) or _is_chinese(character)
        if (alone or character.isspace()) and held:
            yield "".join(held)
            held = []
        if alone:
            yield character
        elif kind not in _DROPPED and not character.isspace() and character != "\ufffd":
            held.append(character)
    if held:
        yield "".join(held)


def _is_mark(character: str, kind: str) -> bool:
    """Whether BERT cuts at a character: any punctuation of Unicode, and all of ASCII but letters, digits and space."""
    return kind.startswith("P") or (
        character.isascii() and character.isprintable() and not character.isalnum() and character != " "
    )


def _is_chinese(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _CHINESE)
