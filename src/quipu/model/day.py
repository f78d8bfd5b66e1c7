"""Days: which sentences tell of them, and how much a record has to say about each."""

from dataclasses import dataclass
from datetime import date

from quipu.model.span import Span


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A sentence that tells of one day: it names the day ("on Sunday", "11 December"), or opens that day's report."""

    document_id: str
    span: Span
    """The sentence."""
    day: date
    words: Span | None = None
    """The words that name the day; None in a report's opening, which tells of the report's own day unsaid."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a report, by its place there."""

    document_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One day of the timeline: how much is told of it, and the sentences that say best what."""

    day: date
    salience: float
    """0.0 to 1.0, relative within one record: 1.0 is the day that most is told of."""
    reports: int
    """Independent reports of that day."""
    told_in: int
    """Independent reports that name the day in their words."""
    sentences: tuple[Quote, ...]
    """The report's own words, the most central first; none where no sentence says enough."""
