"""Copies: documents that repeat another's words add no independent source.

A sketch is made once per document and kept; grouping needs only the sketches. MinHash is lexical: it finds
syndication and re-posting, not two reports of one happening.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rensa import RMinHash

from quipu.events.groups import Groups
from quipu.model import sha256_hex

SCHEME_VERSION = "rensa-0.5/r128/words-3/1"
"""Names what made a sketch. rensa's hashes change between versions: sketches of other schemes are not compared."""

_PERMUTATIONS = 128
_SEED = 20221207
_SHINGLE = 3
_ROWS = 4
_BAND_BYTES = 4 * _ROWS
# 32 bands of 4 rows find a pair of Jaccard .65 with probability .998, of .3 with .23; what is found is verified.
_COPY = 0.65
# Estimated Jaccard of 3-word runs from which a document is a copy. Swept on 1,565 local reports of 700 incidents (GVA):
# .4 finds 18 copies, .5 13, .65 10, .8 7, .9 3, of another incident one each but at .9 (two pages of one menu). A text
# of which half is copied stays below .5.
_LEAST_WORDS = 20
# Shorter texts (a headline, a caption) are copies only where they are equal: a few common words make a high Jaccard.
_COMPARED = 16
# Groups compared per band bucket: bounds the work where thousands share a page frame.
_WORD = re.compile(r"\w+")
_LAST = date.max


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its copies: about 600 bytes."""

    exact: str
    """First 32 hex digits of SHA-256 over the normalised words."""
    minhash: bytes
    """128 little-endian unsigned 32-bit values; empty for a text under 20 words."""
    scheme_version: str = SCHEME_VERSION

    @property
    def bands(self) -> tuple[int, ...]:
        """32 values; texts that share one at the same place may be copies. Fit for rows `(band, value, document)`."""
        return tuple(self.band(n) for n in range(len(self.minhash) // _BAND_BYTES))

    def band(self, number: int) -> int:
        """One of the bands, 0 to 2**63 - 1."""
        part = self.minhash[number * _BAND_BYTES : (number + 1) * _BAND_BYTES]
        return hash_words(part)


def hash_words(words: bytes) -> int:
    """A stable 63-bit hash, which fits an SQL integer."""
    return int(sha256_hex(words)[:16], 16) >> 1


def words_of(text: str) -> list[str]:
    """The words of a text without case, punctuation and spacing."""
    return _WORD.findall(text.casefold())


def sketch(text: str) -> Sketch:
    """The sketch of a text; texts that differ only in case, punctuation and spacing have the same."""
    words = words_of(text)
    exact = sha256_hex(" ".join(words))[:32]
    if len(words) < _LEAST_WORDS:
        return Sketch(exact, b"")
    minhash = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    minhash.update(sorted({" ".join(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}))
    return Sketch(exact, b"".join(value.to_bytes(4, "little") for value in minhash.digest()))


def similarity(left: Sketch, right: Sketch) -> float:
    """Estimated Jaccard similarity of two texts' 3-word runs, 0.0 to 1.0 (standard error at most .045)."""
    if left.exact == right.exact:
        return 1.0
    if left.scheme_version != right.scheme_version or not left.minhash or not right.minhash:
        return 0.0
    pairs = zip(memoryview(left.minhash).cast("I"), memoryview(right.minhash).cast("I"), strict=True)
    return sum(a == b for a, b in pairs) / _PERMUTATIONS


def group_copies(sketches: Iterable[tuple[str, date | None, Sketch]]) -> dict[str, str]:
    """The original of every document that is a copy: `{copy: original}`; originals and single documents are left out.

    The original is the earliest published of its group (undated last), then the smallest id. The answer does not
    depend on the order of the input. Memory: under 1 KB per document.

    Args:
        sketches: (document id, day of publication, sketch) of every document.
    """
    rows = sorted(sketches, key=lambda row: (row[1] or _LAST, row[0]))
    groups = Groups(len(rows))
    _join_exact(rows, groups)
    for number in range(_PERMUTATIONS // _ROWS):
        _join_band(rows, groups, number)
    roots = (groups.root(n) for n in range(len(rows)))
    return {row[0]: rows[root][0] for row, root in zip(rows, roots, strict=True) if row is not rows[root]}


def _join_exact(rows: list[tuple[str, date | None, Sketch]], groups: Groups) -> None:
    first: dict[str, int] = {}
    for n, (_, _, mark) in enumerate(rows):
        groups.join(first.setdefault(mark.exact, n), n)


def _join_band(rows: list[tuple[str, date | None, Sketch]], groups: Groups, number: int) -> None:
    """Joins what shares band `number` and is similar enough; one band at a time, so that only one index is held."""
    buckets: dict[int, list[int]] = {}
    for n, (_, _, mark) in enumerate(rows):
        if not mark.minhash:
            continue
        bucket = buckets.setdefault(mark.band(number), [])
        for m in bucket[:_COMPARED]:
            if groups.root(m) != groups.root(n) and similarity(rows[m][2], mark) >= _COPY:
                groups.join(m, n)
        if all(groups.root(m) != groups.root(n) for m in bucket[:_COMPARED]):
            bucket.append(n)
