"""Tallies: running totals by as-of date with their speakers, apart from incidents; and where they disagree."""

from dataclasses import dataclass
from datetime import date

from quipu.model.claim import CountKind
from quipu.model.span import Span


@dataclass(frozen=True, slots=True)
class TallyPoint:
    """One figure: on `as_of`, `speaker` put the total at low..high. `incident` points are single happenings."""

    as_of: date | None
    low: float | None
    high: float | None
    words: str
    speaker: str
    claim: str
    document: str
    scope: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentSum:
    """What the bounded incidents up to `as_of` add up to; parts of a total are not added to it."""

    as_of: date
    low: float
    high: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of count for one scope over as-of dates."""

    what: CountKind
    scope: str
    """A place ("Peru") with a cause or group where stated ("Peru · indirect")."""
    points: tuple[TallyPoint, ...]
    incidents: tuple[IncidentSum, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disagreement, with both sides' claims. Nothing is settled here; a person or a later report does that."""

    kind: str
    """`total_falls`, `sources_differ`, `total_below_incidents`, `incident_count_differs`, `denied`, `framing`."""
    what: str
    scope: str
    as_of: date | None
    left: str
    """Claim id of one side."""
    right: str
    """Claim id of the other side (for `total_below_incidents`, one incident's claim)."""
    reason: str
    """In words a reader can check, with both figures."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline: a day, a neutral heading, the event behind it and how much it matters."""

    begin: date | None
    finish: date | None
    heading: str
    event: str
    salience: float
    """In the whole crisis: 0.0 to 1.0, relative within one record."""
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    salience_week: float = 0.0
    """Beside what happened in the seven days before, 0.0 to 1.0."""
    salience_day: float = 0.0
    """Beside what happened on its day and the day before, 0.0 to 1.0."""
    novelty: float = 1.0
    """1.0 for the first of its kind in the record and its region, towards 0.0 the more there were before."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim that states something, and where its words stand in the claim's document, where they can be told."""

    claim: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RegisterDetail:
    """One field of a register's line, with everything that states it. A name may come more than once in a line."""

    name: str
    """`who`, `rights`, `days`, `state`, `for` …: docs/concepts/register.md has them by register."""
    value: str
    """A word of the record's ("assembly", "under way"), a whole number, a day in ISO 8601, or the words as stated."""
    stated: tuple[Stated, ...]
    as_of: date | None = None
    """The day that a `history` state holds from."""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A line of a register (decrees, votes, demands, office changes, strikes): the event and its stated details."""

    register: str
    event: str
    begin: date | None
    finish: date | None
    subject: str
    details: tuple[RegisterDetail, ...]
    claims: tuple[str, ...]
    """Every claim of the line, details or not."""

    def values(self, name: str) -> tuple[str, ...]:
        """The values of all details of that name, in their order."""
        return tuple(detail.value for detail in self.details if detail.name == name)
