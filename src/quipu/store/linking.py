"""What linking reads: claims in the order it asks for, sketches, passages, and persons' decisions, all streamed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from sys import intern
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from quipu.model import Claim, Decision, Event, Judgement, SourcedClaim, Span, ToldDay, Verdict
from quipu.store.codec import from_json
from quipu.store.decisions import decision_query, read_decision
from quipu.store.filing import Keyed
from quipu.store.reading import ADMITTED, STANDING, claim_query, decode, standing_claim, stream
from quipu.store.rows import read_claim, read_told_day
from quipu.store.schema import (
    claims,
    copied_passages,
    copies,
    documents,
    event_claims,
    events,
    origins,
    passages,
    sketches,
    texts,
    told_days,
)

# The day that a report speaks on, given or inferred.
_DAY = func.coalesce(documents.c.anchor_day, documents.c.published).label("dated")
# The earliest report first (undated last), then by id. Never by number: that tells in which order reports were read, and
# the same reports read in another order are to give the same record.
_REPORTS = (_DAY.is_(None), _DAY, documents.c.id)


@dataclass(frozen=True, slots=True)
class Sketched:
    """A document's sketch as stored."""

    number: int
    id: str
    day: date | None
    exact: str
    minhash: bytes
    scheme_version: str


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """One place of a passage that stands in more than one document."""

    number: int
    id: str
    day: date | None
    hash: int
    span: Span


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A document that stands, with its claims as they were read: no person's edit is in them."""

    number: int
    id: str
    text: str
    text_sha256: str
    claims: tuple[Claim, ...]


class Linking:
    """Reads for linking, on one connection. Claims come as persons edited them; rejected ones come nowhere."""

    def __init__(self, connection: Connection, where: str) -> None:
        self._connection = connection
        self._where = where

    def claims(self) -> Iterator[SourcedClaim]:
        """Every claim with its source, by block, day of the report, else of the claim (undated last), and id."""
        day = func.coalesce(documents.c.anchor_day, documents.c.published, claims.c.day)
        order = (claims.c.block, day.is_(None), day, claims.c.id)
        return (_sourced(row) for row in self._stream(_sourced_query().order_by(*order)))

    def counted(self, kinds: Sequence[str]) -> Iterator[SourcedClaim]:
        """Every claim that counts one of these kinds, the earliest report's first, by offset."""
        query = _sourced_query().where(claims.c.count_what.in_(kinds))
        order = (*_REPORTS, claims.c.start, claims.c.end, claims.c.id)
        return (_sourced(row) for row in self._stream(query.order_by(*order)))

    def told(self) -> Iterator[tuple[Event, list[SourcedClaim]]]:
        """Every event that was added, by day (undated last), with its claims, the earliest report's first, by offset."""
        at_home = (event_claims.c.claim == claims.c.id) & (event_claims.c.document == claims.c.document)
        order = (events.c.dayless, events.c.day, events.c.id)
        query = _sourced_query(events.c.seq.label("event_seq")).join(event_claims, at_home)
        query = query.join(events, events.c.id == event_claims.c.event)
        query = query.order_by(*order, *_REPORTS, claims.c.start, claims.c.end, claims.c.id)
        rows = groupby(self._stream(query), key=lambda row: row.event_seq)
        # Two streams side by side, since an event's JSON beside each of its claims would grow with their square.
        for event in self._stream(select(events.c.seq, events.c.payload).order_by(*order)):
            number, mine = next(rows)
            assert number == event.seq, "an event without claims"
            yield from_json(Event, event.payload), [_sourced(row) for row in mine]

    def keyed(self, *, documents_of: Sequence[int] | None = None) -> Iterator[tuple[int, Keyed]]:
        """Every claim, or those of some documents (by number), with its document's number and its present keys."""
        query = claim_query()
        if documents_of is not None:
            query = query.where(claims.c.document.in_(documents_of))
        for row in self._stream(query):
            yield row.document, Keyed(standing_claim(row), row.block, row.day)

    def page(self, document_id: str, text_sha256: str) -> ReadPage | None:
        """A document with its claims as read; one of the same text where none has this id; None where there is none."""
        query = select(documents.c.seq, documents.c.id, documents.c.text_sha256, texts.c.body)
        query = query.join(texts, texts.c.sha256 == documents.c.text_sha256).where(STANDING).limit(1)
        for named in (documents.c.id == document_id, documents.c.text_sha256 == text_sha256):
            row = next(iter(list(self._stream(query.where(named).order_by(documents.c.seq)))), None)
            if row is not None:
                order = (claims.c.start, claims.c.end, claims.c.id)
                mine = self._stream(select(claims).where(claims.c.document == row.seq).order_by(*order))
                found = tuple(read_claim(claim, row.id) for claim in mine)
                return ReadPage(row.seq, row.id, decode(row.body), row.text_sha256, found)
        return None

    def sketches(self) -> Iterator[Sketched]:
        """The sketch of every document."""
        query = select(sketches, documents.c.id, _DAY).join(documents, documents.c.seq == sketches.c.document)
        for row in self._stream(query.where(STANDING)):
            yield Sketched(row.document, row.id, row.dated, row.exact, bytes(row.minhash), intern(row.scheme_version))

    def texts_sketched_otherwise(self, scheme_version: str) -> Iterator[tuple[int, str]]:
        """(document number, text) of the documents whose sketch another scheme made."""
        query = select(sketches.c.document, texts.c.body).join(documents, documents.c.seq == sketches.c.document)
        query = query.join(texts, texts.c.sha256 == documents.c.text_sha256)
        for row in self._stream(query.where(STANDING, sketches.c.scheme_version != scheme_version)):
            yield row.document, decode(row.body)

    def shared_passages(self) -> Iterator[list[SharedPassage]]:
        """Passages that stand in more than one document, those of one hash at a time."""
        standing = select(passages.c.hash).join(documents, documents.c.seq == passages.c.document).where(STANDING)
        twice = func.count(passages.c.document.distinct()) > 1
        shared = standing.group_by(passages.c.hash).having(twice)
        query = select(passages, documents.c.id, _DAY).join(documents, documents.c.seq == passages.c.document)
        query = query.where(STANDING, passages.c.hash.in_(shared)).order_by(passages.c.hash, passages.c.seq)
        for _, rows in groupby(self._stream(query), key=lambda row: row.hash):
            yield [_shared(row) for row in rows]

    def claims_beside_copied(self) -> Iterator[tuple[int, list[Claim], list[tuple[Span, str]]]]:
        """Documents with copied passages: number, claims, and the passages as (span, original's id)."""
        table = copied_passages
        places = select(table).order_by(table.c.document, table.c.start, table.c.end, table.c.seq)
        for number, rows in groupby(self._stream(places), key=lambda row: row.document):
            copied = [(Span(row.start, row.end), row.original) for row in rows]
            mine = self._stream(claim_query().where(claims.c.document == number))
            yield number, [standing_claim(row) for row in mine], copied

    def decisions(self) -> Iterator[Decision]:
        """Persons' decisions that stand, in the order in which they were filed."""
        return (read_decision(row) for row in self._stream(decision_query()))

    def told_days(self) -> Iterator[ToldDay]:
        """Sentences that tell of a day, by day, the earliest report's first; a copy of a document tells nothing anew."""
        table = told_days
        query = select(table, documents.c.id).join(documents, documents.c.seq == table.c.document)
        query = query.outerjoin(copies, copies.c.document == table.c.document)
        query = query.where(STANDING, copies.c.original.is_(None))
        for row in self._stream(query.order_by(table.c.day, *_REPORTS, table.c.start, table.c.seq)):
            yield read_told_day(row, row.id)

    def _stream(self, query: Select[Any]) -> Iterator[Row[Any]]:
        return stream(self._connection, query, self._where)


def read_judgement(row: Row[Any]) -> Judgement:
    """The judgement of a row."""
    names = ("left", "right", "score", "reason", "by", "at", "withdrawn_at")
    return Judgement(verdict=Verdict(row.verdict), **{name: getattr(row, name) for name in names})


def _sourced_query(*more: Any) -> Select[Any]:
    """Claims that stand, with the document that counts as their source and the day of their report."""
    source = func.coalesce(origins.c.origin, copies.c.original, documents.c.id).label("source")
    at_home = (origins.c.document == claims.c.document) & (origins.c.claim == claims.c.id)
    query = claim_query(source, _DAY, *more).outerjoin(origins, at_home).where(ADMITTED)
    return query.outerjoin(copies, copies.c.document == claims.c.document)


def _sourced(row: Row[Any]) -> SourcedClaim:
    return SourcedClaim(standing_claim(row), row.source, row.dated)


def _shared(row: Row[Any]) -> SharedPassage:
    return SharedPassage(row.document, row.id, row.dated, row.hash, Span(row.start, row.end))
