"""Numbers in digits and words: exact, or vague ("dozens"), where the words stay and no value is given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quipu.lexicon import Entry, load
from quipu.model import Token

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*\Z")
_ORDINAL = re.compile(r"(\d+)(\D+)\Z")
_FLIPPED = {".": ",", ",": "."}
# Beyond this many characters digits are an identifier, not a count.
_LONGEST = 24


class NumberWords(Entry):
    """One language's `numbers.yml`."""

    units: dict[str, int]
    tens: dict[str, int]
    hundreds: dict[str, int]
    hundred: frozenset[str]
    scales: dict[str, int]
    bare_scales: frozenset[str]
    one_before: frozenset[str]
    joiners: frozenset[str]
    ten_joiners: frozenset[str]
    collectives: dict[str, int]
    halves: frozenset[str]
    half_links: frozenset[str]
    vague: frozenset[str]
    vague_with_of: frozenset[str]
    vague_before: frozenset[str]
    vague_alone: frozenset[str]
    vague_phrases: tuple[str, ...]
    vague_link: frozenset[str]
    thousands_marks: frozenset[str]
    decimal_marks: frozenset[str]
    ordinals: dict[str, int]
    ordinal_ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from `length` tokens. `value` is None where the words are vague ("hundreds", "several")."""

    value: float | None
    length: int
    vague: bool
    words: str


def number_words(language: str) -> NumberWords:
    """The number words of `language` ("en" or "es")."""
    words: NumberWords = load("numbers", language, NumberWords)
    return words


def read_number(tokens: Sequence[Token], at: int, language: str) -> Number | None:
    """The longest number that begins at token `at`, or None.

    "1,857" and "forty-five thousand" have values; "tens of thousands" is vague. Spanish reads both "1.857" and
    "1,857" as thousands (American and European usage differ; three digits after a mark are almost never decimals).
    """
    if not 0 <= at < len(tokens) or (
        tokens[at].lower not in number_starters(language) and not tokens[at].text[0].isdigit()
    ):
        return None
    words = number_words(language)
    lemmas = [token.lower for token in tokens[at : at + 24]]
    vague = _vague_length(lemmas, words)
    if vague:
        return _number(tokens, at, vague, None)
    value, length = _Reader(tokens[at : at + 24], lemmas, words).read()
    return _number(tokens, at, length, value) if length else None


def read_ordinal(tokens: Sequence[Token], at: int, language: str) -> Number | None:
    """The ordinal at token `at` ("third", "twenty-first", "20th", "1.º"), or None."""
    if not 0 <= at < len(tokens):
        return None
    words, lemma = number_words(language), tokens[at].lower
    marked = _ORDINAL.match(lemma)
    if marked and marked[2] in words.ordinal_ends:
        return _number(tokens, at, 1, float(marked[1]))
    if lemma in words.tens and at + 2 < len(tokens) and tokens[at + 1].lower in words.ten_joiners:
        unit = words.ordinals.get(tokens[at + 2].lower, 0)
        if 0 < unit < 10:
            return _number(tokens, at, 3, float(words.tens[lemma] + unit))
    return _number(tokens, at, 1, float(words.ordinals[lemma])) if lemma in words.ordinals else None


def read_digits(word: str, language: str) -> float | None:
    """The value of digits with thousands marks or decimals as `language` writes them, or None."""
    if len(word) > _LONGEST or not _DIGITS.match(word):
        return None
    groups = re.split(r"[.,]", word)
    marks = [mark for mark in word if mark in ".,"]
    words = number_words(language)
    if not marks:
        return float(word)
    whole, tail = groups[:-1], groups[-1]
    grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in whole[1:])
    if grouped and len(tail) == 3 and len(set(marks)) == 1 and (marks[0] in words.thousands_marks or len(marks) > 1):
        return float("".join(groups)) if groups[0].strip("0") else float(f"0.{''.join(groups[1:])}")
    inner = set(marks[:-1])
    if grouped and len(inner) <= 1 and inner <= {_FLIPPED[marks[-1]]} and marks[-1] in words.decimal_marks:
        return float(f"{''.join(whole)}.{tail}")
    return None


@cache
def number_starters(language: str) -> frozenset[str]:
    """Words that can begin a number or an ordinal in words."""
    words = number_words(language)
    phrases = {phrase.split()[0] for phrase in words.vague_phrases}
    keyed = {*words.units, *words.tens, *words.hundreds, *words.collectives, *words.ordinals}
    return frozenset(
        keyed | phrases | words.one_before | words.halves | words.vague | words.vague_with_of
        | words.vague_before | words.vague_alone | words.bare_scales
    )  # fmt: skip


def _number(tokens: Sequence[Token], at: int, length: int, value: float | None) -> Number:
    parts = [tokens[at].text]
    for left, right in zip(tokens[at : at + length - 1], tokens[at + 1 : at + length], strict=True):
        parts.append(" " * (right.span.start > left.span.end) + right.text)
    return Number(value, length, value is None, "".join(parts))


def _vague_length(lemmas: list[str], words: NumberWords) -> int:
    """How many tokens of a vague number stand at the start of `lemmas`, 0 for none."""
    for phrase in words.vague_phrases:
        parts = phrase.split()
        if lemmas[: len(parts)] == parts:
            scaled = len(lemmas) > len(parts) and _is_big(lemmas[len(parts)], words)
            return len(parts) + scaled if scaled or parts[-1] not in words.vague_link else len(parts) - 1
    if lemmas[0] in words.vague_before and len(lemmas) > 1 and _is_big(lemmas[1], words):
        return 2
    linked = len(lemmas) > 1 and lemmas[1] in words.vague_link
    if lemmas[0] in words.vague or (lemmas[0] in words.vague_with_of and linked):
        return 3 if linked and len(lemmas) > 2 and lemmas[2] in words.vague else 1
    return 1 if lemmas[0] in words.vague_alone else 0


def _is_big(lemma: str, words: NumberWords) -> bool:
    return lemma in words.hundred or (len(lemma) > 2 and lemma in words.scales) or lemma in words.collectives or (
        lemma in words.vague
    )  # fmt: skip


class _Reader:
    """Reads one exact number from the start of a run of tokens."""

    def __init__(self, tokens: Sequence[Token], lemmas: list[str], words: NumberWords) -> None:
        self.tokens, self.lemmas, self.words = tokens, lemmas, words
        self.language = "es" if words.bare_scales else "en"

    def read(self) -> tuple[float, int]:
        """Value and length in tokens; length 0 where no number stands here."""
        half = self._half()
        if half[1]:
            return half
        total, at, bound = 0.0, 0, float("inf")
        while True:
            group, after = self._group(at)
            scale = self.words.scales.get(self._lemma(after), 0)
            if after == at and not (scale and self._lemma(at) in self.words.bare_scales):
                break
            if scale and scale < bound and self._touches(after):
                total, at, bound = total + (group if after > at else 1) * scale, after + 1, float(scale)
                at = self._past_joiner(at)
                continue
            if group < bound:
                total, at = total + group, after
            break
        at = self._without_joiner(at)
        return self._collective(total, at) if at else self._articled()

    def _group(self, at: int) -> tuple[float, int]:
        """A number below a thousand, or digits, from token `at`: value and the token after it."""
        digits = read_digits(self._lemma(at), self.language)
        if digits is not None:
            return self._spaced(digits, at)
        value, after = self._below_hundred(at)
        if at == 0 and after == at and self._lemma(at) in self.words.one_before and self._is_counter(at + 1):
            value, after = 1, at + 1
        if after > at and self._lemma(after) in self.words.hundred:
            rest, end = self._below_hundred(self._past_joiner(after + 1))
            return (value * 100 + rest, end) if rest else (value * 100, after + 1)
        if after == at and self._lemma(at) in self.words.hundreds:
            rest, end = self._below_hundred(at + 1)
            return self.words.hundreds[self._lemma(at)] + rest, end
        return value, after

    def _below_hundred(self, at: int) -> tuple[float, int]:
        lemma = self._lemma(at)
        if lemma in self.words.units:
            return self.words.units[lemma], at + 1
        if lemma not in self.words.tens:
            return 0, at
        unit = self.words.units.get(self._lemma(at + 2), 0)
        if 0 < unit < 10 and self._lemma(at + 1) in self.words.ten_joiners:
            return self.words.tens[lemma] + unit, at + 3
        unit = self.words.units.get(self._lemma(at + 1), 0)
        if 0 < unit < 10 and self.language == "en":
            return self.words.tens[lemma] + unit, at + 2
        return self.words.tens[lemma], at + 1

    def _spaced(self, value: float, at: int) -> tuple[float, int]:
        """Joins "45 000": groups of three after one space; an ordinary space asks for "000", lest dates join."""
        while at + 1 < len(self.tokens) and value == int(value) and self._lemma(at).isdigit():
            gap = self.tokens[at + 1].span.start - self.tokens[at].span.end
            following = self._lemma(at + 1)
            if gap != 1 or len(self._lemma(at)) > 3 or len(following) != 3 or following != "000":
                break
            value, at = value * 1000, at + 1
        return value, at + 1

    def _half(self) -> tuple[float, int]:
        """ "half a dozen", "medio centenar", "medio millón"."""
        if self.lemmas[0] not in self.words.halves:
            return 0, 0
        at = 2 if self._lemma(1) in self.words.half_links else 1
        big = {**self.words.collectives, **self.words.scales}.get(self._lemma(at), 0)
        return (big / 2, at + 1) if big else (0, 0)

    def _articled(self) -> tuple[float, int]:
        """ "a dozen": one of a collective."""
        if self.lemmas[0] in self.words.one_before and self._lemma(1) in self.words.collectives:
            return self.words.collectives[self._lemma(1)], 2
        return 0, 0

    def _collective(self, value: float, at: int) -> tuple[float, int]:
        """ "two dozen", "dos docenas"."""
        many = self.words.collectives.get(self._lemma(at), 0)
        return (value * many, at + 1) if many and value else (value, at)

    def _is_counter(self, at: int) -> bool:
        lemma = self._lemma(at)
        return lemma in self.words.hundred or (lemma in self.words.scales and len(lemma) > 2)

    def _past_joiner(self, at: int) -> int:
        return at + 1 if self._lemma(at) in self.words.joiners else at

    def _without_joiner(self, at: int) -> int:
        return at - 1 if at and self.lemmas[at - 1] in self.words.joiners else at

    def _touches(self, at: int) -> bool:
        """Short scales ("12k", "5m") must stand right behind their digits."""
        return len(self.lemmas[at]) > 2 or (at > 0 and self.tokens[at].span.start == self.tokens[at - 1].span.end)

    def _lemma(self, at: int) -> str:
        return self.lemmas[at] if 0 <= at < len(self.lemmas) else ""
