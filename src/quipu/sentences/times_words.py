"""Words of time: each word or phrase is of one class, a letter, and the grammar reads strings of them.

The letters (a grammar over letters is shared by languages whose words differ):

    M month     W weekday    w plural weekday  K weekend     S season    H holiday    D day word (today)
    N day and part (tonight) P part of day     p its plural  U unit      u plural unit h clock unit (hour)
    R reference (now, soon)  A adjective (actual)   V adjective of units (recent)   T set (daily)
    I numeric date   Y year   y decade   C clock time   m am/pm   z time zone  k "o'clock"
    1 one to 12   2 13 to 31   3 other digits   n number word   v vague count   O ordinal
    t the   a one   i this   j that   l last   b previous   x next   f following   s same
    g ago   e earlier   r later   E each   o of   d on   & and   > to   q about   F fiscal
    Z period (as long as a stretch named before)
    B early/mid/late   G end/start (of)   L old   X ended   , . ( marks    _ anything else
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from quipu.lexicon import Entry, load
from quipu.model import Span
from quipu.sentences.tokens import tokenize


class TimeWords(Entry):
    """One language's `times.yml`."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    doubtful: frozenset[str]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    weekday_plurals: dict[str, int]
    names_after: frozenset[str]
    units: dict[str, str]
    unit_plurals: dict[str, str]
    clock_units: dict[str, str]
    weekends: tuple[str, ...]
    weekend_plurals: tuple[str, ...]
    parts: dict[str, str]
    part_plurals: dict[str, str]
    seasons: dict[str, str]
    doubtful_seasons: frozenset[str]
    holidays: dict[str, str]
    days: dict[str, int]
    day_parts: dict[str, tuple[int, str]]
    present: tuple[str, ...]
    past: tuple[str, ...]
    future: tuple[str, ...]
    present_adjectives: tuple[str, ...]
    past_adjectives: tuple[str, ...]
    unit_adjectives: dict[str, str]
    lone: dict[str, str]
    future_adjectives: tuple[str, ...]
    the: tuple[str, ...]
    one: tuple[str, ...]
    this: tuple[str, ...]
    that: tuple[str, ...]
    last: tuple[str, ...]
    previous: tuple[str, ...]
    next: tuple[str, ...]
    following: tuple[str, ...]
    ago: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    each: tuple[str, ...]
    of: tuple[str, ...]
    before_day: tuple[str, ...]
    joiners: tuple[str, ...]
    to: tuple[str, ...]
    same: tuple[str, ...]
    old: tuple[str, ...]
    fiscal: tuple[str, ...]
    half: tuple[str, ...]
    couples: tuple[str, ...]
    periods: tuple[str, ...]
    approximate: tuple[str, ...]
    mods: dict[str, str]
    mod_nouns: dict[str, str]
    meridiem: dict[str, int]
    clock_words: dict[str, str]
    oclock: tuple[str, ...]
    zones: tuple[str, ...]
    ended: tuple[str, ...]
    decades: dict[str, int]
    sets: dict[str, str]
    onward: frozenset[str]
    year_openers: frozenset[str]
    span_openers: frozenset[str]
    part_openers: frozenset[str]
    vague_counts: tuple[str, ...]
    future_cues: frozenset[str]
    future_openers: tuple[str, ...]
    plans: frozenset[str]
    passives: frozenset[str]
    shelved: frozenset[str]
    past_cues: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]


Value = str | int | float | tuple[int, str] | tuple[int | None, int | None, int | None] | None


_TABLES = {
    "months": "M", "month_abbreviations": "M", "weekdays": "W", "weekday_abbreviations": "W", "weekday_plurals": "w",
    "holidays": "H", "days": "D", "day_parts": "N", "units": "U", "unit_plurals": "u", "clock_units": "h", "parts": "P",
    "part_plurals": "p", "seasons": "S", "sets": "T", "unit_adjectives": "V", "mods": "B", "mod_nouns": "G",
    "meridiem": "m", "clock_words": "C", "decades": "y",
}  # fmt: skip
_LISTS: dict[str, tuple[str, Value]] = {
    "weekends": ("K", 1), "weekend_plurals": ("K", 2), "present": ("R", "PRESENT_REF"), "past": ("R", "PAST_REF"),
    "future": ("R", "FUTURE_REF"), "present_adjectives": ("A", "PRESENT_REF"), "past_adjectives": ("A", "PAST_REF"),
    "last": ("l", None), "previous": ("b", None), "next": ("x", None), "future_adjectives": ("A", "FUTURE_REF"),
    "following": ("f", None), "ago": ("g", None), "later": ("r", None), "earlier": ("e", None), "the": ("t", None),
    "one": ("a", 1), "this": ("i", None), "that": ("j", None), "each": ("E", None), "of": ("o", None),
    "before_day": ("d", None), "vague_counts": ("v", None), "same": ("s", None), "old": ("L", None),
    "fiscal": ("F", None), "half": ("½", None), "approximate": ("q", None), "joiners": ("&", None), "to": (">", None),
    "oclock": ("k", None), "zones": ("z", None), "ended": ("X", None),
    "couples": ("n", 2), "periods": ("Z", None),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that together are of one class."""

    lemmas: tuple[str, ...]
    letter: str
    value: Value


def time_words(language: str) -> TimeWords:
    """The time words of `language` ("en" or "es")."""
    words: TimeWords = load("times", language, TimeWords)
    return words


@cache
def phrases_of(language: str) -> dict[str, list[Phrase]]:
    """Phrases by their first word, the longest first."""
    table: dict[str, list[Phrase]] = {}
    seen: set[tuple[str, ...]] = set()
    for words, letter, value in _entries(time_words(language)):
        lemmas = tuple(token.lower for token in tokenize(words, Span(0, len(words))))
        if letter in "PM" or lemmas not in seen:
            seen.add(lemmas)
            table.setdefault(lemmas[0], []).append(Phrase(lemmas, letter, value))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: (-len(phrase.lemmas), phrase.letter != "P"))
    return table


def _entries(words: TimeWords) -> list[tuple[str, str, Value]]:
    """Every phrase with its letter and value; where two lists hold the same phrase, the earlier one is meant."""
    listed: dict[str, Any] = words.model_dump()
    entries = [(word, letter, value) for name, letter in _TABLES.items() for word, value in listed[name].items()]
    for name, (letter, value) in _LISTS.items():
        entries += [(word, letter, words.lone.get(word) if letter in "lx" else value) for word in listed[name]]
    return entries
