"""What a text says about its own day: explicit dates, weekdays, years, and lengths of time since something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.lexicon import Entry, load
from quipu.model import Sentence, Span
from quipu.sentences import times_calendar as cal
from quipu.sentences.times_find import Expression

# More tokens than this are no sentence.
_LONGEST = 400


class AnchorWords(Entry):
    """One language's `anchor.yml`."""

    dateline: frozenset[str]
    since: frozenset[str]
    now: frozenset[str]
    then: frozenset[str]
    happening: frozenset[str]
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of a month that the text names, with what it says about its weekday and year."""

    span: Span
    sentence: int
    month: int
    day: int
    weekday: int | None = None
    year: int | None = None
    cue: int = 0

    def in_year(self, year: int) -> date | None:
        """The date in `year`, None where its weekday does not fit or the calendar has none such."""
        found = cal.safe_date(year, self.month, self.day)
        if found is None or (self.weekday and found.isoweekday() != self.weekday):
            return None
        return found


@dataclass(frozen=True, slots=True)
class Named:
    """A bare weekday ("on Friday"), 1 Monday to 7 Sunday."""

    span: Span
    sentence: int
    weekday: int
    cue: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year that the text names, alone or with a month."""

    span: Span
    sentence: int
    year: int
    cue: int


@dataclass(frozen=True, slots=True)
class Length:
    """A counted length of time. `kind`: `ago` ("two months ago"), `last` ("the last 18 months"), or `plain`."""

    span: Span
    sentence: int
    unit: str
    count: int
    kind: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that bears on the anchor, in order of the text."""

    sentences: tuple[Sentence, ...]
    dated: tuple[Dated, ...]
    named: tuple[Named, ...]
    years: tuple[Year, ...]
    lengths: tuple[Length, ...]
    todays: tuple[Expression, ...]


def anchor_words(language: str) -> AnchorWords:
    """The anchor words of `language` ("en" or "es")."""
    words: AnchorWords = load("anchor", language, AnchorWords)
    return words


def read_evidence(sentences: Sequence[Sentence], expressions: Sequence[Expression]) -> Evidence:
    """Sorts a text's expressions by what they can say about the anchor; page furniture says nothing."""
    told = [found for found in expressions if _is_prose(found.sentence)]
    return Evidence(
        tuple(sentences),
        tuple(item for found in told for item in _dated(found)),
        tuple(item for found in told for item in _named(found)),
        tuple(item for found in told for item in _years(found)),
        tuple(item for found in told for item in _lengths(found)),
        tuple(found for found in told if found.match.kind == "day"),
    )


def _is_prose(sentence: Sentence) -> bool:
    """Page furniture says nothing, and neither does a table or dump without sentence ends."""
    return not sentence.furniture and len(sentence.tokens) <= _LONGEST


def _dated(found: Expression) -> Iterator[Dated]:
    match, at = found.match, found.sentence.index
    numeric = match.get("I")
    if match.kind == "date" and numeric and isinstance(numeric.value, tuple):
        year, month, day = (part if isinstance(part, int) else None for part in (*numeric.value, None)[:3])
        if year and month and day and cal.safe_date(year, month, day):
            yield Dated(found.span, at, month, day, None, year, found.cue)
    elif match.kind == "date" and match.get("d"):
        month, day, weekday, year = (_int(match.groups.get(name)) for name in ("M", "d", "W", "y"))
        if month and day and 1 <= day <= 31:
            yield Dated(found.span, at, month, day, weekday, year, found.cue)


def _named(found: Expression) -> Iterator[Named]:
    match = found.match
    weekday = _int(match.groups.get("W"))
    if match.kind == "weekday" and weekday and match.get("s", "s2", "U") is None:
        yield Named(found.span, found.sentence.index, weekday, found.cue)


def _years(found: Expression) -> Iterator[Year]:
    match = found.match
    year = _int(match.groups.get("y"))
    numeric = match.get("I")
    if numeric and isinstance(numeric.value, tuple) and isinstance(numeric.value[0], int):
        year = numeric.value[0]
    if match.kind in ("year", "date", "unit") and year and 1900 <= year < 2100:
        yield Year(found.span, found.sentence.index, year, found.cue)


def _lengths(found: Expression) -> Iterator[Length]:
    match, at = found.match, found.sentence.index
    unit, count = match.get("U", "U2", "U3"), match.get("n", "xn", "a", "xa")
    if unit is None or count is None or str(unit.value)[-1] not in "DWMY" or str(unit.value).startswith("T"):
        return
    if match.get("L") is None and match.kind in ("span", "ago", "later", "duration"):
        last = match.kind == "span" and match.letter("s", "s2") == "l"
        kind = "ago" if match.kind == "ago" else "last" if last else "plain"
        yield Length(found.span, at, str(unit.value), _int(count) or 1, kind)


def _int(atom: object) -> int | None:
    value = getattr(atom, "value", None)
    return int(value) if isinstance(value, int | float) else None
