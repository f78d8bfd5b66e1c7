"""The write side: every method is one immediate transaction, after which the record is whole again.

A process that is killed between two methods leaves a record that `verify` passes and the next build completes; one
that is killed inside a method, or inside `at_once`, leaves the record as it was before.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from quipu.errors import NotFound
from quipu.model import Decision, Refusal, Run, sha256_hex
from quipu.store import audit
from quipu.store.adding import add_filings, withdraw_documents
from quipu.store.database import told, writing
from quipu.store.decisions import add_decisions, decision_hash, decision_id, standing_number, withdraw_decision
from quipu.store.deriving import Draft, mark_stale
from quipu.store.digest import derived_digests
from quipu.store.filing import Filing
from quipu.store.folder import Folder
from quipu.store.numbers import next_number
from quipu.store.schema import documents, refusals, runs

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """RFC 3339 in UTC to the millisecond, such as `2023-02-07T09:30:00.000Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Standing(NamedTuple):
    """What stands under a document's id."""

    text_sha256: str
    run: str


class Writer:
    """Adds to one record; made by `Store.writer()`, which holds the builder's lock."""

    def __init__(self, connection: Connection, folder: Folder, clock: Clock) -> None:
        self._connection = connection
        self._folder = folder
        self._clock = clock

    def now(self) -> str:
        """The time by the record's clock, as the record writes it."""
        return stamp(self._clock())

    def begin_run(self, run: Run) -> None:
        """Files the manifest of a build that begins; one that was left running is marked as interrupted."""
        with self._transaction() as connection:
            left = update(runs).where(runs.c.status == "running")
            connection.execute(left.values(status="interrupted"))
            row = {name: getattr(run, name) for name in ("id", "started_at", "quipu_version", "lexicon_hash")}
            row |= {"inputs": list(run.inputs), "settings": dict(run.settings), "counts": dict(run.counts)}
            connection.execute(insert(runs).values(seq=next_number(connection, runs), status="running", **row))
            self._log(connection, "run_begun", run=run.id, inputs=list(run.inputs), version=run.quipu_version)

    def finish_run(self, run: str, *, status: str, counts: dict[str, int]) -> str:
        """Files how a build ended: `finished`, `interrupted` or `failed`; gives the time."""
        now = self.now()
        with self._transaction() as connection:
            ended = {"status": status, "finished_at": now, "counts": counts}
            connection.execute(update(runs).where(runs.c.id == run).values(**ended))
            self._log(connection, f"run_{status}", run=run, counts=counts)
        return now

    def known(self, document_id: str) -> str | None:
        """The hash of the text that stands under an id in the record; None where none does."""
        standing = self.standing(document_id)
        return None if standing is None else standing.text_sha256

    def standing(self, document_id: str) -> Standing | None:
        """The text that stands under an id in the record, and the run that added it."""
        query = select(documents.c.text_sha256, documents.c.run).where(
            documents.c.id == document_id, documents.c.withdrawn_at.is_(None)
        )
        with told(str(self._folder.path)), self._connection.begin():
            row = self._connection.execute(query).first()
        return None if row is None else Standing(row.text_sha256, row.run)

    def add_documents(self, run: str, filings: Sequence[Filing]) -> int:
        """Adds documents with all that reading them gave; an older text under the same id is superseded.

        Original bytes are on disk before the transaction begins.

        Returns:
            How many texts were superseded.
        """
        for snapshot in (filing.document.snapshot for filing in filings):
            if snapshot is not None:
                self._folder.keep_snapshot(snapshot)
        with self._transaction() as connection:
            at = self.now()
            added, superseded = add_filings(connection, run, at, filings)
            self._log(connection, "documents_added", run=run, documents=added, superseded=superseded)
            mark_stale(connection)
        return len(superseded)

    def keep_fetched(self, url: str, archive: bytes) -> None:
        """Keeps the WARC of a fetched page under snapshots/, and its hash in the audit log."""
        digest = sha256_hex(archive)
        self._folder.keep(self._folder.snapshot(digest[:16]), archive)
        with self._transaction() as connection:
            self._log(connection, "page_fetched", url=url, snapshot=digest)

    def add_refusals(self, run: str, refused: Sequence[Refusal]) -> None:
        """Files sources that could not become documents."""
        names = ("source", "code", "message", "line", "id")
        with self._transaction() as connection:
            given = {"run": run, "at": self.now()}
            rows = enumerate(refused, start=next_number(connection, refusals))
            values = [{name: getattr(one, name) for name in names} | given | {"seq": seq} for seq, one in rows]
            if values:
                connection.execute(insert(refusals), values)

    def withdraw(self, run: str) -> int:
        """Undoes a run: its documents are withdrawn, the texts that they superseded stand again. Rows stay.

        Returns:
            How many documents were withdrawn. The derived layer is stale until it is linked again.

        Raises:
            NotFound: no such run.
        """
        with self._transaction() as connection:
            if connection.execute(select(runs.c.seq).where(runs.c.id == run)).first() is None:
                raise NotFound("no such run", where=run)
            withdrawn, restored = withdraw_documents(connection, run, self.now())
            self._log(connection, "run_undone", run=run, withdrawn=withdrawn, restored=restored)
            mark_stale(connection)
        return len(withdrawn)

    def decide(self, given: Sequence[Decision]) -> list[Decision]:
        """Files persons' decisions beside those there are, but none twice; the derived layer is then stale.

        Returns:
            Those that are new, with their ids and numbers.
        """
        with self._transaction() as connection:
            added = add_decisions(connection, given)
            for one in added:
                told = {"number": one.number, "id": one.id, "decision": one.action.value, "coder": one.coder}
                self._log(connection, "decided", **told, hash=decision_hash(one))
            if added:
                mark_stale(connection)
        return added

    def withdraw_decision(self, number: int, *, by: str) -> Decision:
        """Marks a decision as withdrawn; the derived layer is then stale.

        Raises:
            NotFound: no decision of this number stands.
        """
        with self._transaction() as connection:
            decision = withdraw_decision(connection, number, self.now(), by)
            self._log(connection, "decision_withdrawn", number=number, id=decision.id, coder=by)
            mark_stale(connection)
        return decision

    def withdraw_told(self, given: Sequence[Decision]) -> list[int]:
        """Withdraws what another record's decisions are told as withdrawn there, where it stands here.

        Returns:
            The numbers here of those that were withdrawn now.
        """
        gone = []
        with self._transaction() as connection:
            for one in given:
                number = standing_number(connection, decision_id(one)) if one.withdrawn_at else None
                if number is not None:
                    by = one.withdrawn_by or one.coder
                    withdraw_decision(connection, number, one.withdrawn_at or self.now(), by)
                    self._log(connection, "decision_withdrawn", number=number, id=decision_id(one), coder=by)
                    gone.append(number)
            if gone:
                mark_stale(connection)
        return gone

    @contextmanager
    def derive(self, made_by: str) -> Iterator[Draft]:
        """Replaces the derived layer in ONE transaction: empty at first, fresh when the block ends without error.

        `made_by` names the version and words that linking used.
        """
        with self._transaction() as connection:
            draft = Draft(connection, self._folder.path, self.now())
            draft.begin()
            yield draft
            counts = draft.finish(made_by)
            self._log(connection, "linked", link=draft.link, counts=counts, digests=derived_digests(connection))

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Makes one transaction of all that the block writes: all of it holds, or, where it raises, nothing."""
        with told(str(self._folder.path)), writing(self._connection):
            yield

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._connection.in_transaction():
            yield self._connection
            return
        with told(str(self._folder.path)), writing(self._connection) as connection:
            yield connection

    def _log(self, connection: Connection, action: str, **payload: Any) -> None:
        audit.append(connection, self.now(), action, payload)
