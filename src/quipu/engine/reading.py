"""One document through all the stages that need no other document; what fails here fails for this document alone."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import quipu
from quipu.claims import read_claims
from quipu.claims.namings import find_namings
from quipu.errors import ReaderError
from quipu.events import block_day, block_of, passages, sketch
from quipu.model import Claim, Document, Reading, Refusal, RefusedClaim
from quipu.sentences import read_sentences
from quipu.sentences.told_days import told_days
from quipu.store import Filing, Keyed

# The media type of a snapshot that is one line of JSON Lines.
JSON_LINE = "application/json"

_ROOT = Path(quipu.__file__).parent


@dataclass(frozen=True, slots=True)
class Read:
    """A document's reading with its claims, each once."""

    reading: Reading
    claims: tuple[Claim, ...]
    refused_claims: tuple[RefusedClaim, ...]


def read_document(document: Document) -> Read | Refusal:
    """Sentences, mentions and claims of a document.

    A stage that raises is a fault of ours; the document becomes a refusal (`reader_failed`) and the others go on.

    Raises:
        ReaderError: the settings ask for a reader that is not there, which would fail every document alike.
    """
    try:
        reading = read_sentences(document)
        return _distinct(reading, list(read_claims(reading)) if reading.unread is None else [])
    except ReaderError:
        raise
    except Exception as error:
        return failure_of(document, error)


def file_document(document: Document) -> Filing | Refusal:
    """A document with all that the record keeps of its reading; a refusal (`reader_failed`) where a stage raises."""
    read = read_document(document)
    if isinstance(read, Refusal):
        return read
    try:
        return Filing(
            document=replace(document, language=read.reading.language),
            anchor=read.reading.anchor,
            unread=read.reading.unread,
            claims=tuple(Keyed(claim, block_of(claim), block_day(claim)) for claim in read.claims),
            refused_claims=read.refused_claims,
            sketch=sketch(document.text),
            passages=passages(document.text),
            days=told_days(read.reading),
            namings=find_namings(read.reading),
        )
    except Exception as error:
        return failure_of(document, error)


def failure_of(document: Document, error: Exception) -> Refusal:
    """The refusal of a document on which a stage failed; names the fault and its place, not the document's words."""
    source, line = _place_of(document)
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_ROOT)]
    place = f" at {Path(ours[-1].filename).relative_to(_ROOT)}:{ours[-1].lineno}" if ours else ""
    message = f"quipu failed to read it ({type(error).__name__}{place}); please report this"
    return Refusal(source, "reader_failed", message, line, document.id)


def _place_of(document: Document) -> tuple[str, int | None]:
    """The source that a document came from, and its line there; `documents` writes them as `file:line`."""
    if document.snapshot is None:
        return document.id, None
    source, _, line = document.snapshot.source.rpartition(":")
    if document.snapshot.media_type == JSON_LINE and source and line.isdigit():
        return source, int(line)
    return document.snapshot.source, None


def _distinct(reading: Reading, found: Sequence[Claim | RefusedClaim]) -> Read:
    """A claim that says what another of the document says in the same place is refused, not lost."""
    claims: dict[str, Claim] = {}
    refused = [one for one in found if isinstance(one, RefusedClaim)]
    for claim in (one for one in found if isinstance(one, Claim)):
        if claims.setdefault(claim.id, claim) is not claim:
            refused.append(RefusedClaim(claim.document_id, claim.span, claim.rule, "says the same as another claim"))
    return Read(reading, tuple(claims.values()), tuple(refused))
