"""A roundup: what a record holds about a window of days, written out, each sentence with the words it was made from."""

from dataclasses import dataclass
from datetime import date

from quipu.model.span import Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words of a report that one or more claims were read from, whole sentences, and where they stand."""

    number: int
    """From 1, in the order of the text."""
    claims: tuple[str, ...]
    """Those of the text that were read from these words; each has its own offsets within them. None where only a word
    that takes sides is told of."""
    document: str
    source: str
    """Who published the report, or its title, or its id."""
    day: date | None
    """The day of the report."""
    span: Span
    words: str
    """What stands at `span`."""
    remarks: tuple[str, ...] = ()
    """What persons set by hand in these claims, in the digest's language."""


@dataclass(frozen=True, slots=True)
class RoundupSentence:
    """One sentence in the record's own neutral words; what stands in quotation marks is a source's."""

    text: str
    notes: tuple[int, ...]
    """Numbers of its footnotes; never none."""
    loaded: tuple[Span, ...] = ()
    """Where words that take sides stand in `text`, always in quotation marks."""


@dataclass(frozen=True, slots=True)
class RoundupSection:
    """Sentences under a heading."""

    name: str
    """`tolls`, `in_force`, `incidents`, `longer`, `announced`, `denied`, `demands`, `disputes` or `loaded`."""
    heading: str
    sentences: tuple[RoundupSentence, ...]


@dataclass(frozen=True, slots=True)
class Roundup:
    """A digest of the days from `first` to `last`, both included; a section without sentences is not there."""

    first: date
    last: date
    language: str
    title: str
    opening: str
    sources_heading: str
    sections: tuple[RoundupSection, ...]
    notes: tuple[Footnote, ...]
