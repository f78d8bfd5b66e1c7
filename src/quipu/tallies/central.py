"""Which sentences say best what many say: those nearest to the middle of all (centroid), and not one thing twice.

After Radev et al. 2004, "Centroid-based summarization of multiple documents"; words weigh by how rare they are in the
record (inverse document frequency), so that no list of common words is needed in any language.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quipu.model import Quote
from quipu.tallies.words import Days

_WORD = re.compile(r"[^\W_]+")

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be quoted, with its words, and how much it counts for the middle of all (above 0)."""

    quote: Quote
    words: frozenset[str]
    weight: float = 1.0


class Wordings:
    """How rare words are in a record."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._sentences = 0
        self._with: Counter[str] = Counter()
        for sentence in sentences:
            self._sentences += 1
            self._with.update(distinct_words(sentence))

    def rarity(self, word: str) -> float:
        """The logarithm of the share of sentences that hold the word, turned positive; 0.0 for one that most hold."""
        return max(0.0, math.log((1 + self._sentences) / (1 + self._with[word])))


def distinct_words(sentence: str) -> frozenset[str]:
    """Its words in lower case, each once; numbers are words."""
    return frozenset(_WORD.findall(sentence.lower()))


def count_words(sentence: str) -> int:
    """How many words it has."""
    return len(_WORD.findall(sentence))


def most_central(candidates: Sequence[Candidate], wordings: Wordings, rules: Days) -> tuple[Quote, ...]:
    """At most `rules.sentences` quotes, the most central first; none as like an earlier one as `rules.alike`."""
    vectors = [_unit({word: wordings.rarity(word) for word in one.words}) for one in candidates]
    middle: Counter[str] = Counter()
    for one, vector in zip(candidates, vectors, strict=True):
        middle.update({word: one.weight * value for word, value in vector.items()})
    central = [one.weight * _product(vector, middle) for one, vector in zip(candidates, vectors, strict=True)]
    chosen: list[int] = []
    for at in sorted(range(len(candidates)), key=lambda at: -central[at]):
        if len(chosen) < rules.sentences and all(_product(vectors[at], vectors[k]) < rules.alike for k in chosen):
            chosen.append(at)
    return tuple(candidates[at].quote for at in chosen)


def _unit(vector: Vector) -> dict[str, float]:
    """The vector with length 1; an empty one stays empty."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {word: value / length for word, value in vector.items() if value} if length else {}


def _product(left: Vector, right: Vector) -> float:
    if len(right) < len(left):
        left, right = right, left
    return sum(value * right[word] for word, value in left.items() if word in right)
