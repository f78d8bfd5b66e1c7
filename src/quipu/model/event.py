"""An event: a connected component of claims under positive judgements; derived, recomputable."""

from dataclasses import dataclass
from datetime import date

from quipu.model.claim import Claim, ClaimPlace, CountKind, EventType


@dataclass(frozen=True, slots=True)
class EventCount:
    """The range that an event's claims give for one count: lowest stated, best supported, highest stated.

    `low` is None for "up to 50", `high` for "at least 17". A figure that a later report says has risen is not among
    them ("the toll rose to ten").
    """

    low: float | None
    best: float | None
    high: float | None
    claims: tuple[str, ...]
    later_dead: tuple[str, ...] = ()
    """Of the wounded, where the best number leaves out who died later: the claims that tell of the dead."""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, merged. `id` is a stable code such as `EV-7K3QD2`, made from its smallest claim id."""

    id: str
    type: EventType
    begin: date | None
    finish: date | None
    place: ClaimPlace | None
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    """Every document that reports it, copies too."""
    counts: tuple[tuple[CountKind, EventCount], ...] = ()
    sources_independent: int = 1
    """Documents that report it, a group of copies counted once."""
    happened: bool = True
    """False where no claim says that it is done (planned, demanded, denied or hypothetical only)."""
    basis: str | None = None
    """How the days are known, as in `ClaimDate`: `explicit`, `relative`, `context`, `anchor` or None."""


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with the document that counts as its source: the original of a copied document or passage."""

    claim: Claim
    origin: str
    published: date | None = None
    """The day of the report (its anchor), where known: a later figure revises an earlier one."""
