"""The words of a roundup, from `lexicon/<language>/roundup.yml` and `loaded.yml`, and how days and figures are said."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from quipu.lexicon.load import Entry, languages, load
from quipu.model import CountKind, EventType
from quipu.model.figures import say_number


class Number(Entry):
    """How a count is said of one and of several."""

    one: str
    many: str


class RoundupWords(Entry):
    """`lexicon/<language>/roundup.yml` as it is."""

    version: int
    quoted: str
    months: tuple[str, ...]
    day: str
    title: str
    title_one_day: str
    opening: str
    opening_one: str
    nothing: str
    left_out: str
    sources: str
    sections: dict[str, str]
    figures: dict[str, str]
    people: dict[CountKind, Number]
    totals: dict[CountKind, Number]
    joined: str
    counted: str
    counted_nowhere: str
    differ: str
    told: str
    told_nowhere: str
    demand: str
    demand_unsaid: str
    total: str
    part: str
    loaded: str
    disputes: dict[str, str]
    types: dict[EventType, str]

    def quote(self, words: str) -> str:
        """Somebody's words on one line, in quotation marks, without the full stop or comma that ended them."""
        return self.quoted.format(words=" ".join(words.split()).rstrip(" .,;:"))

    def say_day(self, day: date) -> str:
        """ "16 December 2022"."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def listed(self, parts: Iterable[str]) -> str:
        """ "a", "a and b", "a, b and c"; each once."""
        *most, last = dict.fromkeys(parts)
        return f"{', '.join(most)}{self.joined}{last}" if most else last

    def figure(self, low: float | None, high: float | None, words: str) -> str:
        """ "at least 20", "9 to 10"; without a number, the source's words."""
        if low is None and high is None:
            return self.quote(words)
        kind = "up_to" if low is None else "at_least" if high is None else "exact" if low == high else "between"
        said = {"low": say_number(low or 0.0), "high": say_number(high or 0.0)}
        return self.figures[kind].format(**said)

    def total_of(self, what: CountKind, low: float | None = None, high: float | None = None) -> str:
        """What a total counts, in the number that its figure asks for: "person killed", "people killed"."""
        return self.totals[what].one if low == high == 1 else self.totals[what].many


class LoadedWords(Entry):
    """`lexicon/<language>/loaded.yml` as it is: each line holds the forms of one idea."""

    version: int
    words: tuple[tuple[str, ...], ...]


@cache
def roundup_words(language: str) -> RoundupWords:
    """The words of a language ("en", "es")."""
    words: RoundupWords = load("roundup", language, RoundupWords)
    return words


@cache
def loaded_pattern(language: str | None) -> re.Pattern[str] | None:
    """Finds loaded words in a text of a language, the longest first; None for a language without a list."""
    if language not in languages():
        return None
    lines: LoadedWords = load("loaded", language, LoadedWords)
    forms = sorted((form for line in lines.words for form in line), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)
