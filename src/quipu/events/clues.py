"""Clues: the words near a claim that reports of one happening share and others do not: names, streets, weapons, trades.

A word that belongs to one happening comes in a burst: many reports of some days, and none before and after. A town, a
newspaper and a minister come back fortnight after fortnight. So a word weighs the cube of ln(fortnights of the record
/ fortnights that use it). Rarity is the record's own: no list of common words is needed, in any language. A record of
few reports or few fortnights cannot tell what is rare; it has no clues, and is linked by what its claims say alone.
"""

import math
import re
from array import array
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from zlib import crc32

from quipu.events.families import linking
from quipu.events.stock import Stock
from quipu.model import Span

Weights = dict[int, float]

_WORD = re.compile(r"[^\W_]{3,}|\d{2,}")
_SIZE = 1 << 18
# Words are counted by hash in so many places, whatever the size of the record; two words of one place count as one.
_FORTNIGHT = 14


class Clues:
    """The words of a record's reports, and in how many fortnights each is used.

    Args:
        reports: id and day of every report, in any order; those without a day count as of one fortnight of their own.
        texts: the text of each, by id; asked for one at a time, and again when the report is linked.
    """

    def __init__(self, reports: Iterable[tuple[str, date | None]], texts: Mapping[str, str]) -> None:
        self._texts, self._stock = texts, Stock()
        self._uses, self._fortnights, last = (array("L", [0]) * _SIZE for _ in range(3))
        seen, told = set(), 0
        for fortnight, id in sorted((_fortnight(day), id) for id, day in reports):
            seen.add(fortnight)
            told += 1
            self._stock.add(fortnight, texts[id])
            for place in _places(texts[id]):
                self._uses[place] += 1
                if last[place] != fortnight:
                    last[place] = fortnight
                    self._fortnights[place] += 1
        self._stock.settle()
        self._all = len(seen)
        self._can_tell = self._all >= linking().limits.least_fortnights and told >= linking().limits.least_reports
        self._last = ("", "")

    def near(self, document: str, spans: Iterable[Span]) -> Weights:
        """The heaviest words within `clue_characters` of the spans and of the report's first `lead_characters`.

        A report begins with what it tells of, and goes on with what was told before. None where its text is not known.
        """
        if not self._can_tell:
            return {}
        text, reach = self._text(document), linking().limits.clue_characters
        places, done = _places(text[: linking().limits.lead_characters]), 0
        for span in sorted(spans):
            begin, done = max(done, span.start - reach), max(done, span.end + reach)
            places |= _places(text[begin:done])
        heavy = sorted((-weight, place) for place in places if (weight := self._weight(place)) > 0)
        weights = {place: -weight for weight, place in heavy[: linking().limits.clues]}
        return _scaled(weights, least=linking().limits.clue_least * self._heaviest())

    def _heaviest(self) -> float:
        """The weight of a word that is used in a single fortnight."""
        return math.log(self._all) ** 3

    def _text(self, document: str) -> str:
        if self._last[0] != document:
            self._last = document, self._stock.without(self._texts.get(document, ""))
        return self._last[1]

    def _weight(self, place: int) -> float:
        """0.0 for a word that one report alone uses: nothing can share it."""
        if self._uses[place] < 2:
            return 0.0
        idf = math.log(self._all / self._fortnights[place])
        return idf**3


class Kept(NamedTuple):
    """One report's words as they were, small: what several reports tell is a sum, from which they can be taken again."""

    places: "array[int]"
    values: "array[float]"

    @classmethod
    def of(cls, words: Weights) -> "Kept":
        """The words, a twentieth of the size."""
        return cls(array("L", words), array("d", words.values()))

    def times(self, other: "Kept") -> float:
        """The weight that the two share, over the mean weight of the two."""
        theirs = dict(zip(*other, strict=True))
        return sum(value * theirs.get(place, 0.0) for place, value in zip(*self, strict=True))


def alike(left: Weights, right: Weights) -> float:
    """How much of their weight two reports' words share: 0.0 to 1.0, and 1.0 for the same words, unless they are few.

    What several reports tell is the sum of their words; then this is the sum over all pairs of a report of the one
    side and a report of the other.
    """
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return sum(value * large[word] for word, value in small.items() if word in large)


def _fortnight(day: date | None) -> int:
    return day.toordinal() // _FORTNIGHT + 2 if day else 1


def _scaled(weights: Weights, least: float) -> Weights:
    """So scaled that the product of two reports' words is the weight they share, over the mean weight of the two.

    A report of few rare words counts as one of the weight `least`: one name proves nothing where nothing else is told.
    """
    whole = max(least, sum(weights.values()))
    return {word: math.sqrt(weight / whole) for word, weight in weights.items()}


def _places(text: str) -> set[int]:
    return {crc32(word.casefold().encode()) % _SIZE for word in set(_WORD.findall(text))}
