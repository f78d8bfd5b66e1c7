"""What a record can be asked: the read side that exports, pages and commands share, whatever store is behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from quipu.model.claim import Claim, RefusedClaim
from quipu.model.day import DayEntry
from quipu.model.decision import Conflict, Decision, Judged
from quipu.model.document import Anchor, Document, Refusal, Status
from quipu.model.event import Event
from quipu.model.naming import Naming
from quipu.model.run import Run
from quipu.model.tally import Dispute, RegisterEntry, Tally, TimelineEntry


@dataclass(frozen=True, slots=True)
class Filed:
    """A document as the record keeps it. In listings `document.text` is empty; `RecordView.text` has it."""

    document: Document
    text_sha256: str
    anchor: Anchor
    status: Status
    added_at: str
    """RFC 3339 UTC."""
    run: str
    claims: int = 0
    refused_claims: int = 0
    unread: str | None = None
    """Why it could not be read (`language`), where `status` is unread."""
    copy_of: str | None = None
    """The original of which this document is an exact or near copy: the report of an earlier day."""
    same_as: str | None = None
    """A document of the same or nearly the same words, where the days do not tell which of the two came first."""

    @property
    def repeats(self) -> str | None:
        """The document whose words it repeats, whether or not the days tell who copied; None for its own words."""
        return self.copy_of or self.same_as


class RecordView(Protocol):
    """A consistent read of one record. Lists come in a stable order: documents as added, claims by document
    and offset, events and timeline by date. `NotFound` is raised for an unknown id."""

    def documents(self) -> Iterator[Filed]:
        """Every document, without its text."""

    def document(self, id: str) -> Filed:
        """One document with its text."""

    def text(self, document_id: str) -> str:
        """The stored text that offsets point into."""

    def claims(
        self,
        *,
        document: str | None = None,
        event: str | None = None,
        type: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[Claim]:
        """Claims, all or those that meet every condition given."""

    def claim(self, id: str) -> Claim:
        """One claim, by its id or any unambiguous beginning of it."""

    def refused_claims(self, *, document: str | None = None) -> Iterator[RefusedClaim]:
        """What fired but could not be completed."""

    def events(self, *, type: str | None = None) -> Iterator[Event]:
        """Merged happenings."""

    def event(self, code: str) -> Event:
        """One event; the code of an event that was merged away leads to the one it is part of now."""

    def event_of(self, claim_id: str) -> str | None:
        """The code of the event that a claim belongs to."""

    def tallies(self) -> Iterator[Tally]:
        """Running totals with their points, and incident sums beside them."""

    def disputes(self) -> Iterator[Dispute]:
        """Disagreements, each with both claims."""

    def timeline(self) -> Iterator[TimelineEntry]:
        """The timeline, oldest first; entries without a day come last."""

    def days(self) -> Iterator[DayEntry]:
        """The days that the record tells of, oldest first, each with the sentences that say most about it."""

    def registers(self, *, register: str | None = None) -> Iterator[RegisterEntry]:
        """Decrees, votes, demands, office changes, strikes and so on."""

    def refusals(self, *, run: str | None = None) -> Iterator[Refusal]:
        """Sources that could not become documents; `run` limits them to one build."""

    def runs(self) -> Iterator[Run]:
        """The builds that made this record, oldest first."""

    def decisions(self, *, withdrawn: bool = False) -> Iterator[Decision]:
        """What persons decided, as filed; the withdrawn ones only if asked for."""

    def judged(self) -> Iterator[Judged]:
        """Every claim that a decision holds for, by document and offset, with what was read of it.

        `claims` gives edited claims as edited, and rejected ones too: those are in no event, tally or list.
        """

    def conflicts(self) -> Iterator[Conflict]:
        """Decisions that do not fit what is read now, and coders who differ, by the decision's number."""

    def namings(self, *, document: str | None = None) -> Iterator[Naming]:
        """Contested words, by document and offset, of all documents or one."""
