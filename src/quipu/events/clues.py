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
_LEAST_PLACES, _MOST_PLACES, _PLACES_A_REPORT = 1 << 18, 1 << 21, 64
# Words are counted by hash; two words of one place count as one. A larger record has more places, up to 16 MiB of them:
# in the least number, the rare words of 14,000 reports would fill two places of five, and be rare no more.
_FORTNIGHT = 14


class Clues:
    """The words of a record's reports, and in how many fortnights each is used.

    Args:
        reports: id and day of every report, in any order; those without a day count as of one fortnight of their own.
        texts: the text of each, by id; asked for one at a time, and again when the report is linked.
    """

    def __init__(self, reports: Iterable[tuple[str, date | None]], texts: Mapping[str, str]) -> None:
        self._texts, self._stock = texts, Stock()
        told = sorted((_fortnight(day), id) for id, day in reports)
        self._size = _size(len(told))
        self._uses, self._fortnights, last = (array("I", [0]) * self._size for _ in range(3))
        for fortnight, id in told:
            text = texts[id]
            self._stock.add(fortnight, text)
            for place in self._places(text):
                self._uses[place] += 1
                if last[place] != fortnight:
                    last[place] = fortnight
                    self._fortnights[place] += 1
        self._stock.settle()
        self._all = len({fortnight for fortnight, _ in told})
        self._can_tell = self._all >= linking().limits.least_fortnights and len(told) >= linking().limits.least_reports
        self._last = ("", "")

    def near(self, document: str, spans: Iterable[Span]) -> Weights:
        """The heaviest words within `clue_characters` of the spans and of the report's first `lead_characters`.

        A report begins with what it tells of, and goes on with what was told before. None where its text is not known.
        """
        if not self._can_tell:
            return {}
        text, reach = self._text(document), linking().limits.clue_characters
        places, done = self._places(_whole_words(text, 0, linking().limits.lead_characters)), 0
        for span in sorted(spans):
            begin, done = max(done, span.start - reach), max(done, span.end + reach)
            places |= self._places(_whole_words(text, begin, done))
        heavy = sorted((-weight, place) for place in places if (weight := self._weight(place)) > 0)
        weights = {place: -weight for weight, place in heavy[: linking().limits.clues]}
        return _scaled(weights, least=linking().limits.clue_least * self._heaviest())

    def _places(self, text: str) -> set[int]:
        return {crc32(word.casefold().encode()) % self._size for word in set(_WORD.findall(text))}

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
    """One report's words, small. What several reports tell is a sum; from it each can so be taken away again."""

    places: "array[int]"
    values: "array[float]"

    @classmethod
    def of(cls, words: Weights) -> "Kept":
        """The words, an eighth of the size."""
        return cls(array("I", words), array("d", words.values()))

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
    if small.keys().isdisjoint(large.keys()):
        return 0.0
    return sum(value * large[word] for word, value in small.items() if word in large)


def _fortnight(day: date | None) -> int:
    return day.toordinal() // _FORTNIGHT + 2 if day else 1


def _scaled(weights: Weights, least: float) -> Weights:
    """So scaled that the product of two reports' words is the weight they share, over the mean weight of the two.

    A report of few rare words counts as one of the weight `least`: one name proves nothing where nothing else is told.
    """
    whole = max(least, sum(weights.values()))
    return {word: math.sqrt(weight / whole) for word, weight in weights.items()}


def _whole_words(text: str, begin: int, end: int) -> str:
    """The stretch without the words that it cuts: what is left of one may be another, and a rare one."""
    begin, end = min(begin, len(text)), min(end, len(text))
    while 0 < begin < end and text[begin - 1].isalnum() and text[begin].isalnum():
        begin += 1
    while begin < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return text[begin:end]


def _size(reports: int) -> int:
    """How many places their words are counted in: a power of two."""
    size = _LEAST_PLACES
    while size < min(_MOST_PLACES, _PLACES_A_REPORT * reports):
        size *= 2
    return size
