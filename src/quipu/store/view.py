"""The read side: one consistent state of a record, streamed. Withdrawn documents are as if they were not there."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from sqlalchemy import Date, Row, Select, func, select

from quipu.errors import NotFound
from quipu.model import Claim, Decision, Filed, Judged, Judgement, Naming, Refusal, RefusedClaim, Run
from quipu.store.decisions import decision_query, judged_query, read_decision, read_judged
from quipu.store.linking import read_judgement
from quipu.store.reading import STANDING, claim_query, filed_query, read_text, standing_claim
from quipu.store.rows import read_filed, read_naming, read_refused
from quipu.store.schema import claims, documents, judgements, namings, refusals, refused_claims, runs
from quipu.store.schema_derived import event_claims, events
from quipu.store.view_derived import DerivedView

# Ids per IN list.
_PAGE = 500

_NEWEST = select(func.max(refusals.c.seq)).group_by(
    refusals.c.source, refusals.c.line, refusals.c.id, refusals.c.code, refusals.c.message
)
_OPEN = refusals.c.resolved_at.is_(None) & refusals.c.seq.in_(_NEWEST)


class View(DerivedView):
    """Implements `quipu.model.RecordView` on one connection with an open read transaction."""

    def close(self) -> None:
        """Ends the read; listings that were not read to their end stop here."""
        self._connection.close()

    def __enter__(self) -> "View":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def documents(self) -> Iterator[Filed]:
        """Every document, without its text, as added."""
        return (read_filed(row) for row in self._stream(filed_query().order_by(documents.c.seq)))

    def document(self, id: str) -> Filed:
        """One document with its text."""
        text = self.text(id)
        return read_filed(self._one(filed_query().where(documents.c.id == id)), text)

    def text(self, document_id: str) -> str:
        """The stored text that offsets point into."""
        return read_text(self._connection, document_id, self._where)

    def claims(
        self,
        *,
        document: str | None = None,
        event: str | None = None,
        type: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[Claim]:
        """Claims by document and offset, all or those that meet every condition given; edited ones as edited."""
        query = claim_query().order_by(claims.c.document, claims.c.start, claims.c.end, claims.c.id)
        if document is not None:
            query = query.where(documents.c.id == document)
        if type is not None:
            query = query.where(claims.c.type == type)
        if event is not None:
            members = select(event_claims.c.claim).where(event_claims.c.event == self._current(event))
            query = query.where(claims.c.id.in_(members))
        if ids is not None:
            return self._claims_named(query, ids)
        return (standing_claim(row) for row in self._stream(query))

    def claim(self, id: str) -> Claim:
        """One claim, by its id or any unambiguous beginning of it."""
        if not id:
            raise NotFound("a claim's id is needed", where="claim")
        after = id[:-1] + chr(ord(id[-1]) + 1)
        query = claim_query().where(claims.c.id >= id, claims.c.id < after).order_by(claims.c.id).limit(3)
        found = [standing_claim(row) for row in self._stream(query)]
        if len(found) > 1 and found[0].id != id:
            raise NotFound(f"begins several claims: {', '.join(one.id for one in found)} …", where=id, code="ambiguous")
        if not found:
            raise NotFound("no such claim", where=id)
        return found[0]

    def refused_claims(self, *, document: str | None = None) -> Iterator[RefusedClaim]:
        """What fired but could not be completed, by document and offset."""
        table = refused_claims
        query = select(table, documents.c.id.label("home")).join(documents, documents.c.seq == table.c.document)
        query = query.where(STANDING).order_by(table.c.document, table.c.start, table.c.end, table.c.seq)
        if document is not None:
            query = query.where(documents.c.id == document)
        return (read_refused(row, row.home) for row in self._stream(query))

    def refusals(self, *, run: str | None = None) -> Iterator[Refusal]:
        """Sources that could not become documents: those of one build, or each once that no later build could read."""
        names = ("source", "code", "message", "line", "id")
        query = select(refusals).order_by(refusals.c.seq)
        query = query.where(refusals.c.run == run) if run is not None else query.where(_OPEN)
        return (Refusal(**{name: getattr(row, name) for name in names}) for row in self._stream(query))

    def runs(self) -> Iterator[Run]:
        """The builds that made this record, oldest first."""
        return (_read_run(row) for row in self._stream(select(runs).order_by(runs.c.seq)))

    def judgements(self, *, claim: str | None = None, withdrawn: bool = False) -> Iterator[Judgement]:
        """Judgements as made, those about one claim or all; the withdrawn ones only if asked for."""
        query = select(judgements).order_by(judgements.c.seq)
        if claim is not None:
            query = query.where((judgements.c.left == claim) | (judgements.c.right == claim))
        if not withdrawn:
            query = query.where(judgements.c.withdrawn_at.is_(None))
        return (read_judgement(row) for row in self._stream(query))

    def decisions(self, *, withdrawn: bool = False) -> Iterator[Decision]:
        """What persons decided, as filed; the withdrawn ones only if asked for."""
        return (read_decision(row) for row in self._stream(decision_query(withdrawn=withdrawn)))

    def judged(self) -> Iterator[Judged]:
        """Every claim that a decision holds for, by document and offset, with what was read of it."""
        return (read_judged(row) for row in self._stream(judged_query()))

    def namings(self, *, document: str | None = None) -> Iterator[Naming]:
        """Contested words, by document and offset, of all documents or one."""
        query = select(namings, documents.c.id.label("home")).join(documents, documents.c.seq == namings.c.document)
        query = query.where(STANDING).order_by(namings.c.document, namings.c.start, namings.c.end, namings.c.seq)
        if document is not None:
            query = query.where(documents.c.id == document)
        return (read_naming(row, row.home) for row in self._stream(query))

    def day_of(self, document_id: str) -> date | None:
        """The day that a document speaks on, given or inferred; None too for an unknown document."""
        query = select(func.coalesce(documents.c.anchor_day, documents.c.published, type_=Date).label("dated"))
        row = self._first(query.where(documents.c.id == document_id, STANDING))
        return None if row is None else cast(date | None, row.dated)

    def publisher_of(self, document_id: str) -> str | None:
        """Who published a document; None where that is not known."""
        row = self._first(select(documents.c.publisher).where(documents.c.id == document_id, STANDING))
        return None if row is None else cast(str | None, row.publisher)

    def counts(self) -> dict[str, int]:
        """How much stands in the record: documents, unread, claims, claims_refused, refused, events, runs."""
        sums = (func.sum(documents.c.claims), func.sum(documents.c.refused_claims))
        row = self._one(select(func.count(), func.count(documents.c.unread), *sums).where(STANDING))
        counted = dict(zip(("documents", "unread", "claims", "claims_refused"), row, strict=True))
        unresolved = select(func.count()).select_from(refusals).where(_OPEN)
        for name, query in (
            ("refused", unresolved),
            ("events", select(func.count()).select_from(events)),
            ("runs", select(func.count()).select_from(runs)),
        ):
            counted[name] = self._one(query)[0]
        return {name: int(value or 0) for name, value in counted.items()}

    def _claims_named(self, query: Select[Any], ids: Sequence[str]) -> Iterator[Claim]:
        """As many claims as ids at most, so that they may be put in order here."""
        pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
        rows = {row.id: row for page in pages for row in self._stream(query.where(claims.c.id.in_(page)))}
        for row in sorted(rows.values(), key=lambda row: (row.document, row.start, row.end, row.id)):
            yield standing_claim(row)


def _read_run(row: Row[Any]) -> Run:
    names = ("id", "started_at", "quipu_version", "lexicon_hash", "settings", "finished_at", "counts", "status")
    return Run(inputs=tuple(row.inputs), **{name: getattr(row, name) for name in names})
