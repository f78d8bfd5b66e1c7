"""Stock sentences: what reports weeks apart repeat word for word. Menus, teasers, forecasts, terms of use.

They stand beside what a report tells and are of its newspaper, not of the happening; two reports of one newspaper would
share their words, however rare. An agency's report is repeated too, but within days; a trial retells in new words.
"""

import re
from array import array
from zlib import crc32

import numpy as np

from quipu.events.families import linking

_SENTENCE = re.compile(r"[^\n.!?]{12,}")
# Shorter ones are names and labels, which the reports of one trial repeat too.
_BITS = 20
# A fortnight since the year 1 takes fewer.


class Stock:
    """The sentences of a record's reports, by hash; in about eight bytes each until `settle`, then those repeated."""

    def __init__(self) -> None:
        self._said = array("Q")
        self._repeated: frozenset[int] = frozenset()

    def add(self, fortnight: int, text: str) -> None:
        """Counts a report's sentences as told in a fortnight, 0 to 2**20 - 1."""
        self._said.extend(hash << _BITS | fortnight for hash in {_hash(one) for one in _SENTENCE.findall(text)})

    def settle(self) -> None:
        """All reports are counted: what was told in fortnights at least `stock_fortnights` apart is stock."""
        said = np.unique(np.frombuffer(self._said, dtype=np.uint64))
        hashes, fortnights = said >> _BITS, (said & ((1 << _BITS) - 1)).astype(np.int64)
        each, first = np.unique(hashes, return_index=True)
        last = np.append(first, len(said))[1:] - 1
        apart = fortnights[last] - fortnights[first] >= linking().limits.stock_fortnights
        self._repeated = frozenset(each[apart].tolist())
        self._said = array("Q")

    def without(self, text: str) -> str:
        """The text with blanks for the stock sentences, so that offsets hold."""
        return _SENTENCE.sub(self._blank, text) if self._repeated else text

    def _blank(self, match: re.Match[str]) -> str:
        return " " * len(match.group()) if _hash(match.group()) in self._repeated else match.group()


def _hash(sentence: str) -> int:
    return crc32(" ".join(sentence.split()).casefold().encode())
