"""Sentences as the network takes them: words in pieces, over-long sentences in windows, like lengths together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quipu.sentences.readers.pieces import NO_LETTER, Pieces, Word

LONGEST = 512
"""Pieces that the network can tell the places of, the opening and the closing one among them."""
_WHITE = 2

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """Words [begin, begin + len(words)) of sentence `sentence`, short enough for the network; `size` in pieces."""

    sentence: int
    begin: int
    words: tuple[Word, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, filled up with padding to the longest: [B, S] of pieces, [B, W] of words."""

    windows: tuple[Window, ...]
    pieces: Numbers
    case: Numbers
    mask: Numbers
    first: Numbers
    lengths: Numbers
    """[B], the words of each window."""


def cut_windows(sentence: int, texts: Sequence[str], pieces: Pieces) -> Iterator[Window]:
    """A sentence's words as windows: one, unless it is longer than the network's sight.

    A window ends behind the last mark of its second half, or where it is full. No word is lost or read twice.
    """
    words = [pieces.word(text) for text in texts]
    begin = 0
    while begin < len(words):
        end, size = _fitting(words, begin)
        if end < len(words):
            middle = begin + (end - begin) // 2
            marks = (at + 1 for at in range(end - 1, middle, -1) if words[at].case == NO_LETTER and _is_mark(texts[at]))
            end = next(marks, end)
            size = _WHITE + sum(len(word.pieces) for word in words[begin:end])
        yield Window(sentence, begin, tuple(words[begin:end]), size)
        begin = end


def _fitting(words: Sequence[Word], begin: int) -> tuple[int, int]:
    """The end of the longest window that begins at a word, and its size."""
    size = _WHITE
    for at in range(begin, len(words)):
        if size + len(words[at].pieces) > LONGEST:
            return at, size
        size += len(words[at].pieces)
    return len(words), size


def _is_mark(text: str) -> bool:
    return not any(character.isalnum() for character in text)


def batched(windows: Sequence[Window], pieces: Pieces, most: int) -> Iterator[Batch]:
    """Windows of like size together, at most `most` pieces a batch with the padding (one window may be more)."""
    group: list[Window] = []
    for window in sorted(windows, key=lambda window: window.size):
        if group and window.size * (len(group) + 1) > most:
            yield _batch(group, pieces)
            group = []
        group.append(window)
    if group:
        yield _batch(group, pieces)


def _batch(windows: Sequence[Window], pieces: Pieces) -> Batch:
    size = max(window.size for window in windows)
    lengths = np.array([len(window.words) for window in windows], dtype=np.int64)
    shape = (len(windows), size)
    ids, case = np.full(shape, pieces.pad, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.int64)
    first = np.zeros((len(windows), int(lengths.max())), dtype=np.int64)
    for row, window in enumerate(windows):
        counts = [len(word.pieces) for word in window.words]
        last = window.size - 1
        ids[row, 0], ids[row, last] = pieces.start, pieces.stop
        ids[row, 1:last] = [number for word in window.words for number in word.pieces]
        case[row, 1:last] = np.repeat([word.case for word in window.words], counts)
        mask[row, : window.size] = 1
        first[row, : len(counts)] = 1 + np.cumsum([0, *counts[:-1]])
    return Batch(tuple(windows), ids, case, mask, first, lengths)
