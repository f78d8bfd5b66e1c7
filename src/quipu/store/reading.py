"""Queries that both the view and linking ask: what stands in the record, streamed."""

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Date, Row, Select, Table, func, select

from quipu.errors import NotFound
from quipu.model import Claim, Standing
from quipu.store.codec import from_json
from quipu.store.database import PAGE, told
from quipu.store.rows import read_claim
from quipu.store.schema import claims, documents, snapshots, texts
from quipu.store.schema_derived import copies, judged

Noun = TypeVar("Noun")

STANDING = documents.c.withdrawn_at.is_(None)
# What no person has rejected.
ADMITTED = judged.c.standing.is_distinct_from(Standing.REJECTED.value)


def stream(connection: Connection, query: Select[Any], where: str, *, page: int = PAGE) -> Iterator[Row[Any]]:
    """The rows of a query, so many at a time."""
    with told(where):
        yield from connection.execute(query, execution_options={"yield_per": page})


class Connected:
    """One connection, and how rows are asked for on it; `where` names the record in errors."""

    def __init__(self, connection: Connection, where: str) -> None:
        self._connection = connection
        self._where = where

    def _listed(self, table: Table, shape: type[Noun], *conditions: Any) -> Iterator[Noun]:
        query = select(table.c.payload).where(*conditions).order_by(table.c.seq)
        return (from_json(shape, row.payload) for row in self._stream(query))

    def _stream(self, query: Select[Any]) -> Iterator[Row[Any]]:
        return stream(self._connection, query, self._where)

    def _first(self, query: Select[Any]) -> Row[Any] | None:
        return next(iter(list(self._stream(query.limit(1)))), None)

    def _one(self, query: Select[*tuple[Any, ...]]) -> Row[Any]:
        row = self._first(query)
        if row is None:
            raise NotFound("nothing there", where=self._where)
        return row


def filed_query() -> Select[Any]:
    """Documents that stand, with their snapshots and originals, as `rows.read_filed` wants them."""
    named = [snapshots.c[name].label(f"snap_{name}") for name in ("sha256", "source", "media_type", "size")]
    first = documents.alias("first")
    day = func.coalesce(first.c.anchor_day, first.c.published, type_=Date).label("original_day")
    joined = (
        documents.outerjoin(snapshots, snapshots.c.seq == documents.c.snapshot)
        .outerjoin(copies, copies.c.document == documents.c.seq)
        .outerjoin(first, (first.c.id == copies.c.original) & first.c.withdrawn_at.is_(None))
    )
    return select(documents, *named, copies.c.original, day).select_from(joined).where(STANDING)


def claim_query(*more: Any) -> Select[Any]:
    """Claims that stand, with their document's id as `home` and what persons made of them as `standing`, `edited`."""
    query = select(claims, documents.c.id.label("home"), judged.c.standing, judged.c.edited, *more)
    at_home = (judged.c.document == claims.c.document) & (judged.c.claim == claims.c.id)
    query = query.join_from(claims, documents, documents.c.seq == claims.c.document).outerjoin(judged, at_home)
    return query.where(STANDING)


def standing_claim(row: Row[Any]) -> Claim:
    """The claim of a row of `claim_query`: as edited where a person edited it, else as read."""
    return read_claim(row, row.home) if row.edited is None else from_json(Claim, row.edited)


def read_text(connection: Connection, document_id: str, where: str) -> str:
    """The text of a document that stands."""
    query = select(texts.c.body).join(documents, documents.c.text_sha256 == texts.c.sha256)
    with told(where):
        body = connection.execute(query.where(documents.c.id == document_id, STANDING)).scalar()
    if body is None:
        raise NotFound("no such document", where=document_id)
    return decode(body)


def decode(body: bytes) -> str:
    """A stored text."""
    return bytes(body).decode("utf-8", "surrogatepass")
