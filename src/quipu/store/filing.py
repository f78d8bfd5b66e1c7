"""What the engine hands over for one document: the document and all that reading it gave."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from quipu.model import Anchor, Claim, Document, Naming, RefusedClaim, Span, ToldDay


class SketchRow(Protocol):
    """What finds a document's copies (`events.Sketch`)."""

    @property
    def exact(self) -> str:
        """Equal for texts with the same words."""

    @property
    def minhash(self) -> bytes:
        """Similar for similar texts."""

    @property
    def scheme_version(self) -> str:
        """What made the sketch."""


class PassageRow(Protocol):
    """A stretch of a document by the hash of its words (`events.Passage`)."""

    @property
    def hash(self) -> int:
        """0 to 2**63 - 1."""

    @property
    def span(self) -> Span:
        """Where it stands."""


# No day is known.
UNANCHORED = Anchor()


@dataclass(frozen=True, slots=True)
class Keyed:
    """A claim with where to look for others about the same happening (`events.block_of`, `events.block_day`)."""

    claim: Claim
    block: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """One document to add. `document.language` is the one it was read in; `unread` says why it was not read."""

    document: Document
    anchor: Anchor = UNANCHORED
    unread: str | None = None
    claims: tuple[Keyed, ...] = ()
    refused_claims: tuple[RefusedClaim, ...] = ()
    sketch: SketchRow | None = None
    passages: tuple[PassageRow, ...] = ()
    days: tuple[ToldDay, ...] = ()
    namings: tuple[Naming, ...] = ()
