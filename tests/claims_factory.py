"""Claims of a short text, read by the real sentences room, for tables of expectations."""

from datetime import date

from quipu.claims import read_claims
from quipu.model import Claim, Document, Reading, RefusedClaim
from quipu.sentences import read_sentences

ANCHOR = date(2022, 12, 16)


def reading_of(text: str, *, language: str = "en", published: date | None = ANCHOR) -> Reading:
    """The reading of a document that says `text`."""
    return read_sentences(Document("d-test", text, published=published, language=language))


def found_in(text: str, *, language: str = "en", published: date | None = ANCHOR) -> list[Claim | RefusedClaim]:
    """Everything that the claims room yields for `text`."""
    return list(read_claims(reading_of(text, language=language, published=published)))


def claims_in(text: str, *, language: str = "en", published: date | None = ANCHOR) -> list[Claim]:
    """The claims of `text`."""
    return [c for c in found_in(text, language=language, published=published) if isinstance(c, Claim)]


def refused_in(text: str, *, language: str = "en") -> list[RefusedClaim]:
    """The refused claims of `text`."""
    return [c for c in found_in(text, language=language) if isinstance(c, RefusedClaim)]


def counts_in(text: str, *, language: str = "en") -> list[tuple[str, float | None, float | None]]:
    """(what, low, high) of every count that `text` claims as done, in text order."""
    claims = [c for c in claims_in(text, language=language) if c.modality.happened]
    return [(str(c.count.what), c.count.low, c.count.high) for c in claims if c.count]
