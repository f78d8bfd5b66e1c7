"""Does the record agree with its audit log? Whatever a row says that was changed, added or taken out behind it.

The log's rows follow from one another by their hashes, and each leaves a trace in the record (a run, a document, a
decision, a linking), so that a log that was cut short no longer knows something that the record holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, Select, func, select

from quipu.store import audit
from quipu.store.database import PAGE
from quipu.store.decisions import payload_hash
from quipu.store.digest import derived_digests, reading_digest
from quipu.store.record import Store
from quipu.store.schema import audit as audit_rows
from quipu.store.schema import claims, decisions, documents, runs


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong. `code` is stable: see the functions of this file; `where` names the file, table or row."""

    code: str
    where: str
    message: str


def check_documents(_store: Store, connection: Connection) -> Iterator[Finding]:
    """`audit_chain`, `audit_document`: the log is whole, and every document is in it with its text's hash."""
    for number, problem in audit.breaks(connection):
        yield Finding("audit_chain", f"audit row {number}", problem)
    logged = 0
    added = select(audit_rows.c.payload).where(audit_rows.c.action == "documents_added").order_by(audit_rows.c.seq)
    for row in rows_of(connection, added):
        said = {number: (id, digest) for number, id, digest, *_ in row.payload["documents"]}
        logged += len(said)
        yield from _readings(connection, row.payload["documents"])
        query = select(documents.c.seq, documents.c.id, documents.c.text_sha256)
        held = {
            doc.seq: (doc.id, doc.text_sha256) for doc in connection.execute(query.where(documents.c.seq.in_(said)))
        }
        for number in said.keys() - {number for number in held if held[number] == said[number]}:
            yield Finding("audit_document", f"document {said[number][0]}", "is not as it was when it was added")
    if connection.execute(select(func.count()).select_from(documents)).scalar_one() != logged:
        yield Finding("audit_document", "documents", "there are documents that the audit log does not know")


def _readings(connection: Connection, logged: Sequence[Sequence[Any]]) -> Iterator[Finding]:
    """`reading`: what was read of the reports says what it said. Batches of earlier versions have no such hash."""
    for number, id, _, *digest in logged:
        row = connection.execute(select(documents).where(documents.c.seq == number)).first()
        if row is None or not digest:
            continue
        found = connection.execute(select(claims).where(claims.c.document == number))
        if reading_digest(row._asdict(), [claim._asdict() for claim in found]) != digest[0]:
            yield Finding("reading", f"document {id}", "its claims, title, day or source are not as they were read")


def check_ends(_store: Store, connection: Connection) -> Iterator[Finding]:
    """`audit_end`: what runs and undoing left in the record stands in the log too, which was not cut short."""
    query = select(audit_rows.c.action, audit_rows.c.payload).where(audit_rows.c.action.startswith("run_"))
    logged: dict[str, set[str]] = {}
    for row in rows_of(connection, query):
        logged.setdefault(row.action.removeprefix("run_"), set()).add(row.payload["run"])
    for row in rows_of(connection, select(runs.c.id, runs.c.status).order_by(runs.c.seq)):
        # A run that was killed is marked as interrupted by the next one, and never told its end.
        is_told = row.status in ("running", "interrupted") or row.id in logged.get(row.status, ())
        if row.id not in logged.get("begun", ()) or not is_told:
            yield Finding("audit_end", f"run {row.id}", f"is {row.status}, and the audit log does not say so")
    for number in sorted(_withdrawn_by_log(connection) ^ _withdrawn(connection)):
        yield Finding("audit_end", f"document {number}", "stands or is withdrawn otherwise than the audit log says")


def _withdrawn(connection: Connection) -> set[int]:
    return set(connection.execute(select(documents.c.seq).where(documents.c.withdrawn_at.is_not(None))).scalars())


def _withdrawn_by_log(connection: Connection) -> set[int]:
    """The numbers of the documents that were superseded or undone, and not restored since."""
    gone: set[int] = set()
    query = select(audit_rows.c.payload).where(audit_rows.c.action.in_(("documents_added", "run_undone")))
    for row in rows_of(connection, query.order_by(audit_rows.c.seq)):
        gone.update(number for number, *_ in row.payload.get("superseded", ()))
        gone.update(row.payload.get("withdrawn", ()))
        gone.difference_update(row.payload.get("restored", ()))
    return gone


def check_decisions(_store: Store, connection: Connection) -> Iterator[Finding]:
    """`decision`: every decision of a person is as it was filed, and none is missing."""
    logged = select(audit_rows.c.payload).where(audit_rows.c.action == "decided").order_by(audit_rows.c.seq)
    hashes = {row.payload["number"]: row.payload["hash"] for row in rows_of(connection, logged)}
    for row in rows_of(connection, select(decisions).order_by(decisions.c.seq)):
        if hashes.pop(row.seq, None) != payload_hash(row):
            yield Finding("decision", f"decision {row.seq}", "is not as it was when it was filed")
    for number in sorted(hashes):
        yield Finding("decision", f"decision {number}", "is missing")
    logged = select(audit_rows.c.payload).where(audit_rows.c.action == "decision_withdrawn")
    withdrawn = {row.payload["number"] for row in rows_of(connection, logged)}
    marked = select(decisions.c.seq).where(decisions.c.withdrawn_at.is_not(None))
    for number in sorted(withdrawn ^ set(connection.execute(marked).scalars())):
        said = "is marked as withdrawn, and nobody withdrew it" if number not in withdrawn else "was withdrawn"
        yield Finding("decision", f"decision {number}", said)


def check_linked(connection: Connection, link: int) -> Iterator[Finding]:
    """`derived`, `audit_end`: the derived tables are as the last linking left them, and the log ends no earlier."""
    logged_links = select(audit_rows.c.payload).where(audit_rows.c.action == "linked")
    row = connection.execute(logged_links.order_by(audit_rows.c.seq.desc()).limit(1)).first()
    logged = 0 if row is None else row.payload["link"]
    if logged != link:
        yield Finding("audit_end", "audit", f"ends before linking {link}, the last one: rows are missing at its end")
        return
    digests = {} if row is None else row.payload.get("digests", {})
    for name, digest in derived_digests(connection).items() if digests else ():
        if digests.get(name, digest) != digest:
            yield Finding("derived", name, "is not as it was when events were linked")


def rows_of(connection: Connection, query: Select[*tuple[Any, ...]]) -> CursorResult[Any]:
    """The rows of a query, so many at a time."""
    return connection.execute(query, execution_options={"yield_per": PAGE})
