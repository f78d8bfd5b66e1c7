"""Re-reading everything: does the record still hold what was put into it, and do all words stand where they should?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, Select, func, select

from quipu.model import Span, sha256_hex
from quipu.store import audit
from quipu.store.database import PAGE
from quipu.store.decisions import payload_hash
from quipu.store.folder import file_sha256
from quipu.store.reading import STANDING, decode
from quipu.store.record import Store
from quipu.store.schema import audit as audit_rows
from quipu.store.schema import (
    claims,
    decisions,
    documents,
    namings,
    passages,
    refused_claims,
    snapshots,
    texts,
    told_days,
)
from quipu.store.schema_derived import copied_passages, days, derived, event_claims, events, registers, timeline
from quipu.store.spans import misplaced


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong. `code` is stable: see the functions of this file; `where` names the file, table or row."""

    code: str
    where: str
    message: str


# `stale` is the only finding that the next build mends; all others mean damage.
STALE = "stale"


def verify(store: Store) -> Iterator[Finding]:
    """Everything that is wrong with a record; nothing where all is well. Reads all of it once."""
    checks: tuple[Callable[[Store, Connection], Iterator[Finding]], ...] = (
        _database,
        _originals,
        _fetched,
        _texts,
        _spans,
        _audit,
        _decisions,
        _derived,
    )
    with store.engine.connect() as connection:
        for check in checks:
            yield from check(store, connection)


def _database(store: Store, connection: Connection) -> Iterator[Finding]:
    """`integrity`, `foreign_key`: what the database itself finds."""
    if connection.dialect.name != "sqlite":
        return
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding("integrity", store.folder.database.name, message)
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("foreign_key", f"{table} row {row}", f"points at nothing in {parent}")


def _originals(store: Store, connection: Connection) -> Iterator[Finding]:
    """`original_missing`, `original_changed`: the bytes that documents were extracted from."""
    query = select(snapshots.c.sha256, snapshots.c.source).where(snapshots.c.kept).order_by(snapshots.c.seq)
    checked = ""
    for row in _stream(connection, query):
        path = store.folder.original(row.sha256)
        where = str(path.relative_to(store.folder.path))
        if row.sha256 == checked:
            continue
        if not path.is_file():
            yield Finding("original_missing", where, f"the original of {row.source} is not there")
        elif file_sha256(path) != row.sha256:
            yield Finding("original_changed", where, f"the original of {row.source} was changed")
        checked = row.sha256


def _fetched(store: Store, connection: Connection) -> Iterator[Finding]:
    """`snapshot_missing`, `snapshot_changed`: the WARC files of fetched pages."""
    query = select(audit_rows.c.payload).where(audit_rows.c.action == "page_fetched").order_by(audit_rows.c.seq)
    for row in _stream(connection, query):
        digest = row.payload["snapshot"]
        path = store.folder.snapshot(digest[:16])
        where = str(path.relative_to(store.folder.path))
        if not path.is_file():
            yield Finding("snapshot_missing", where, f"the archived page {row.payload['url']} is not there")
        elif file_sha256(path) != digest:
            yield Finding("snapshot_changed", where, f"the archived page {row.payload['url']} was changed")


def _texts(store: Store, connection: Connection) -> Iterator[Finding]:
    """`text_changed`, `document_ids`: texts have their hashes, and one document stands under each id."""
    for row in _stream(connection, select(texts)):
        if sha256_hex(row.body) != row.sha256:
            yield Finding("text_changed", f"texts {row.sha256[:12]}", "the text does not have its hash")
    several = select(documents.c.id).where(STANDING).group_by(documents.c.id).having(func.count() > 1)
    for row in _stream(connection, several):
        yield Finding("document_ids", f"documents {row.id}", "more than one document stands under this id")


def _spans(_store: Store, connection: Connection) -> Iterator[Finding]:
    """`offsets`, `words`, `claim_count`: spans lie in their text and cover the words that they should."""
    query = select(documents.c.seq, documents.c.id, documents.c.claims, documents.c.anchor_evidence, texts.c.body)
    query = query.join(texts, texts.c.sha256 == documents.c.text_sha256).order_by(documents.c.seq)
    for doc in _stream(connection, query):
        text, found = decode(doc.body), 0
        for row in connection.execute(select(claims).where(claims.c.document == doc.seq)):
            found += 1
            for problem in misplaced(row, doc.id, text):
                yield Finding("words", f"claim {row.id}", problem)
        if found != doc.claims:
            yield Finding("claim_count", f"document {doc.id}", f"has {found} claims and should have {doc.claims}")
        spans = [Span(*pair) for pair in doc.anchor_evidence]
        for table in (refused_claims, passages, copied_passages, told_days, namings):
            rows = connection.execute(select(table.c.start, table.c.end).where(table.c.document == doc.seq))
            spans += [Span(*row) for row in rows]
        if any(span.end > len(text) for span in spans):
            yield Finding("offsets", f"document {doc.id}", "a span ends after the text")


def _audit(_store: Store, connection: Connection) -> Iterator[Finding]:
    """`audit_chain`, `audit_document`: the log is whole, and every document is in it with its text's hash."""
    for number, problem in audit.breaks(connection):
        yield Finding("audit_chain", f"audit row {number}", problem)
    logged = 0
    added = select(audit_rows.c.payload).where(audit_rows.c.action == "documents_added").order_by(audit_rows.c.seq)
    for row in _stream(connection, added):
        said = {number: (id, digest) for number, id, digest in row.payload["documents"]}
        logged += len(said)
        query = select(documents.c.seq, documents.c.id, documents.c.text_sha256)
        held = {
            doc.seq: (doc.id, doc.text_sha256) for doc in connection.execute(query.where(documents.c.seq.in_(said)))
        }
        for number in said.keys() - {number for number in held if held[number] == said[number]}:
            yield Finding("audit_document", f"document {said[number][0]}", "is not as it was when it was added")
    if connection.execute(select(func.count()).select_from(documents)).scalar_one() != logged:
        yield Finding("audit_document", "documents", "there are documents that the audit log does not know")


def _decisions(_store: Store, connection: Connection) -> Iterator[Finding]:
    """`decision`: every decision of a person is as it was filed, and none is missing."""
    logged = select(audit_rows.c.payload).where(audit_rows.c.action == "decided").order_by(audit_rows.c.seq)
    hashes = {row.payload["number"]: row.payload["hash"] for row in _stream(connection, logged)}
    for row in _stream(connection, select(decisions).order_by(decisions.c.seq)):
        if hashes.pop(row.seq, None) != payload_hash(row):
            yield Finding("decision", f"decision {row.seq}", "is not as it was when it was filed")
    for number in sorted(hashes):
        yield Finding("decision", f"decision {number}", "is missing")


def _derived(_store: Store, connection: Connection) -> Iterator[Finding]:
    """`stale`, `derived`: events and lists follow from the claims, or the record says that they do not."""
    state = connection.execute(select(derived)).one()
    if state.state != "fresh":
        yield Finding(
            STALE, "events", "claims were added or withdrawn since the last linking; build again to link them"
        )
        return
    for row in _stream(connection, select(events.c.id, events.c.payload).order_by(events.c.seq)):
        members = select(event_claims.c.claim).where(event_claims.c.event == row.id)
        if set(connection.execute(members).scalars()) != set(row.payload["claims"]):
            yield Finding("derived", f"event {row.id}", "its claims are not those it lists")
    for table in (events, timeline, days, registers):
        found = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if found != state.counts.get(table.name, 0):
            yield Finding("derived", table.name, f"{found} rows, {state.counts.get(table.name, 0)} were written")
    lost = select(event_claims.c.claim).join(documents, documents.c.seq == event_claims.c.document).where(~STANDING)
    for row in _stream(connection, lost):
        yield Finding("derived", f"claim {row.claim}", "is part of an event and was withdrawn")


def _stream(connection: Connection, query: Select[*tuple[Any, ...]]) -> CursorResult[Any]:
    return connection.execute(query, execution_options={"yield_per": PAGE})
