"""A document: one report, as text, with where it came from and when it was published."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quipu.model.span import Span


class AnchorBasis(StrEnum):
    """How the day that "today" means in a text is known."""

    PUBLISHED = "published"
    INFERRED = "inferred"
    NONE = "none"


class Status(StrEnum):
    """Whether quipu could read a document's language."""

    READ = "read"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative time words in a text are counted from, how it is known, and the words that say so."""

    day: date | None = None
    basis: AnchorBasis = AnchorBasis.NONE
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The original bytes a document was extracted from; `sha256` is their hex digest, `source` a path or URL."""

    sha256: str
    source: str
    media_type: str
    size: int
    data: bytes | None = None
    """The bytes, while on the way from intake to the store; None where they stay in the store."""


@dataclass(frozen=True, slots=True)
class Document:
    """One report. `text` is stored as it is; every offset anywhere is a code point of it.

    `published` comes from metadata or the caller, never from reading the text's relative words (that is the
    reader's anchor). `language` is an ISO 639-1 code, "und" where it could not be told.
    """

    id: str
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_basis: str | None = None
    """Where `published` was found: `given`, `metadata`, `dateline`, or None."""
    language: str | None = None
    url: str | None = None
    extractor: str = "given"
    """Name and version of what turned bytes into `text`, such as `trafilatura 2.3.1`."""
    snapshot: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source that could not become a document, and why."""

    source: str
    code: str
    message: str
    line: int | None = None
    """1-based line of a JSON Lines source, where that is what failed."""
    id: str | None = None
    """The id that the source gave itself, where it could be read that far."""
