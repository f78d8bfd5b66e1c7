"""A record over lists: the whole `RecordView` protocol, in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quipu.errors import NotFound
from quipu.model import (
    Claim,
    Conflict,
    DayEntry,
    Decision,
    Dispute,
    Event,
    Filed,
    Judged,
    Naming,
    Refusal,
    RefusedClaim,
    RegisterEntry,
    Run,
    Tally,
    TimelineEntry,
)


@dataclass
class ListView:
    """Lists of nouns, in the order that the protocol promises. `filed` documents hold their texts."""

    filed: list[Filed] = field(default_factory=list)
    all_claims: list[Claim] = field(default_factory=list)
    all_refused_claims: list[RefusedClaim] = field(default_factory=list)
    all_events: list[Event] = field(default_factory=list)
    all_tallies: list[Tally] = field(default_factory=list)
    all_disputes: list[Dispute] = field(default_factory=list)
    all_timeline: list[TimelineEntry] = field(default_factory=list)
    all_days: list[DayEntry] = field(default_factory=list)
    all_registers: list[RegisterEntry] = field(default_factory=list)
    all_refusals: list[Refusal] = field(default_factory=list)
    all_runs: list[Run] = field(default_factory=list)
    all_decisions: list[Decision] = field(default_factory=list)
    all_judged: list[Judged] = field(default_factory=list)
    all_conflicts: list[Conflict] = field(default_factory=list)
    all_namings: list[Naming] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._filed = {filed.document.id: filed for filed in self.filed}
        self._claims = {claim.id: claim for claim in self.all_claims}
        self._events = {event.id: event for event in self.all_events}
        self._event_of = {claim: event.id for event in self.all_events for claim in event.claims}
        self._by_document: dict[str, list[Claim]] = {}
        for claim in self.all_claims:
            self._by_document.setdefault(claim.document_id, []).append(claim)

    def documents(self) -> Iterator[Filed]:
        return (replace(filed, document=replace(filed.document, text="")) for filed in self.filed)

    def document(self, id: str) -> Filed:
        if id not in self._filed:
            raise NotFound("no such document", where=id)
        return self._filed[id]

    def text(self, document_id: str) -> str:
        return self.document(document_id).document.text

    def claims(
        self,
        *,
        document: str | None = None,
        event: str | None = None,
        type: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[Claim]:
        found = self.all_claims if document is None else self._by_document.get(document, [])
        if ids is not None:
            found = [self._claims[id] for id in ids if id in self._claims]
        for claim in found:
            if event is not None and self._event_of.get(claim.id) != event:
                continue
            if type is not None and claim.type != type:
                continue
            if document is not None and claim.document_id != document:
                continue
            yield claim

    def claim(self, id: str) -> Claim:
        found = [claim for claim in self.all_claims if claim.id.startswith(id)]
        if len(found) != 1 and id not in self._claims:
            raise NotFound("no such claim", where=id)
        return self._claims.get(id, found[0])

    def refused_claims(self, *, document: str | None = None) -> Iterator[RefusedClaim]:
        return (refused for refused in self.all_refused_claims if document in (None, refused.document_id))

    def events(self, *, type: str | None = None) -> Iterator[Event]:
        return (event for event in self.all_events if type in (None, event.type.value))

    def event(self, code: str) -> Event:
        if code not in self._events:
            raise NotFound("no such event", where=code)
        return self._events[code]

    def event_of(self, claim_id: str) -> str | None:
        return self._event_of.get(claim_id)

    def tallies(self) -> Iterator[Tally]:
        return iter(self.all_tallies)

    def disputes(self) -> Iterator[Dispute]:
        return iter(self.all_disputes)

    def timeline(self) -> Iterator[TimelineEntry]:
        return iter(self.all_timeline)

    def days(self) -> Iterator[DayEntry]:
        return iter(self.all_days)

    def registers(self, *, register: str | None = None) -> Iterator[RegisterEntry]:
        return (entry for entry in self.all_registers if register in (None, entry.register))

    def refusals(self, *, run: str | None = None) -> Iterator[Refusal]:
        return iter(self.all_refusals)

    def runs(self) -> Iterator[Run]:
        return iter(self.all_runs)

    def decisions(self, *, withdrawn: bool = False) -> Iterator[Decision]:
        return (one for one in self.all_decisions if withdrawn or one.withdrawn_at is None)

    def judged(self) -> Iterator[Judged]:
        return iter(self.all_judged)

    def conflicts(self) -> Iterator[Conflict]:
        return iter(self.all_conflicts)

    def namings(self, *, document: str | None = None) -> Iterator[Naming]:
        return (one for one in self.all_namings if document in (None, one.document_id))
