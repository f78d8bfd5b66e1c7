"""The words of a roundup, from `lexicon/<language>/roundup.yml` and `loaded.yml`, and how days and figures are said."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from quipu.lexicon.load import Entry, languages, load
from quipu.model import CountKind, EventType, Span
from quipu.model.figures import say_number

_STRAIGHT = re.compile(r'"([^"]*)"')
# "5 a.m.", "the U.S.": a full stop that is the word's own.
_ABBREVIATED = re.compile(r"\b(?:\w\.)+\w\.$")
# Digits from which thousands are parted in every language.
_LONG_NUMBER = 5


class Number(Entry):
    """How a count is said of one and of several."""

    one: str
    many: str


class RoundupWords(Entry):
    """`lexicon/<language>/roundup.yml` as it is."""

    version: int
    quoted: str
    inner: tuple[str, str]
    articles: frozenset[str]
    whose: frozenset[str]
    first_person: frozenset[str]
    contractions: dict[str, str]
    particles: frozenset[str]
    thousands: str
    months: tuple[str, ...]
    day: str
    stretch: str
    stretch_in_month: str
    reported: str
    title: str
    title_one_day: str
    opening: str
    opening_one: str
    marked: str
    nothing: str
    left_out: str
    sources: str
    anaphora: frozenset[str]
    sections: dict[str, str]
    figures: dict[str, str]
    people: dict[CountKind, Number]
    totals: dict[CountKind, Number]
    joined: str
    counted: str
    according: str
    differing: str
    later_dead: str
    given: str
    between_given: str
    told: str
    in_force: str
    lasting: dict[str, str]
    lasting_days: Number
    lasting_months: Number
    lasting_years: Number
    demand: str
    demand_unsaid: str
    total: str
    parts: str
    part: str
    loaded: str
    distanced: str
    denied: str
    report: str
    within: str
    unnamed: str
    edited: str
    edited_note: str
    placed: str
    scoped: str
    disputes: dict[str, str]
    scopes: dict[str, str]
    voices: dict[str, str]
    fields: dict[str, str]
    types: dict[EventType, str]

    def quote(self, words: str) -> str:
        """Somebody's words on one line, in quotation marks, without the full stop or comma that ended them.

        Quotation marks within become the inner ones of the language; one without its fellow at either end is left out.
        """
        said = " ".join(words.split()).rstrip(" ,;:")
        said = said if _ABBREVIATED.search(said) else said.rstrip(" .,;:")
        begin, end = self.inner
        said = _STRAIGHT.sub(rf"{begin}\1{end}", said).replace("«", "“").replace("»", "”")
        said = said.lstrip('"”') if said.count("“") >= said.count("”") else said.lstrip('"').removeprefix("”")
        if said.count("“") != said.count("”"):
            said = said.removeprefix("“").removesuffix("”")
        return self.quoted.format(words=said.strip('"').replace("“", begin).replace("”", end))

    def say_day(self, day: date) -> str:
        """ "16 December 2022"."""
        return self.day.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def say_days(self, begin: date, finish: date | None) -> str:
        """ "16 December 2022", "7 to 16 December 2022", "7 December 2022 to 7 February 2023"."""
        if finish is None or finish == begin:
            return self.say_day(begin)
        if (begin.year, begin.month) == (finish.year, finish.month):
            month = self.months[begin.month - 1]
            return self.stretch_in_month.format(first=begin.day, last=finish.day, month=month, year=begin.year)
        return self.stretch.format(first=self.say_day(begin), last=self.say_day(finish))

    def listed(self, parts: Iterable[str]) -> str:
        """ "a", "a and b", "a, b and c"; each once."""
        *most, last = dict.fromkeys(parts)
        return f"{', '.join(most)}{self.joined}{last}" if most else last

    def number(self, value: float) -> str:
        """ "1,200" in English, "1200" and "12 000" in Spanish."""
        said = say_number(value)
        if self.thousands == ",":
            return said
        return said.replace(",", self.thousands if sum(map(str.isdigit, said)) >= _LONG_NUMBER else "")

    def figure(self, low: float | None, high: float | None, words: str) -> str:
        """ "at least 20", "9 to 10"; without a number, the source's words."""
        if low is None and high is None:
            return self.quote(words)
        kind = "up_to" if low is None else "at_least" if high is None else "exact" if low == high else "between"
        return self.figures[kind].format(low=self.number(low or 0.0), high=self.number(high or 0.0))

    def total_of(self, what: CountKind, low: float | None = None, high: float | None = None) -> str:
        """What a total counts, in the number that its figure asks for: "person killed", "people killed"."""
        return self.totals[what].one if low == high == 1 else self.totals[what].many


def within_a_sentence(name: str, language: str) -> str:
    """A name without the capital of its article, which it had from where it stood: "the ombudsman's office"."""
    first = name.partition(" ")[0]
    return f"{name[:1].lower()}{name[1:]}" if first in roundup_words(language).articles else name


def begin_sentence(words: str) -> str:
    """Words with a capital."""
    return f"{words[:1].upper()}{words[1:]}"


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


def is_loaded(words: str) -> bool:
    """Whether words hold one that takes a side, in any language that has a list."""
    return bool(loaded_spans(words))


def loaded_spans(words: str) -> tuple[Span, ...]:
    """Where words that take a side stand, in any language that has a list; no two at one place."""
    patterns = (pattern for pattern in map(loaded_pattern, languages()) if pattern)
    found = sorted((Span(*one.span()) for pattern in patterns for one in pattern.finditer(words)), key=_longest_first)
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _longest_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end
