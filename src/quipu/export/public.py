"""A record as the public may see it: the same view with victims' names withheld."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from quipu.export.names import Names
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
    RecordView,
    Refusal,
    RefusedClaim,
    RegisterEntry,
    Run,
    SeenClaim,
    Tally,
    TimelineEntry,
    sha256_hex,
)

Noun = TypeVar("Noun")
# How many texts stay covered in memory: pages ask for the same few again and again.
_KEPT_TEXTS = 64
WITHHELD_ADDRESS = "address withheld: it spells a name"


def public_view(view: RecordView, *, names: bool = False) -> RecordView:
    """`view` itself where names may be shown or none is known, else `view` with victims' and coders' names withheld."""
    if names:
        return view
    told = _names_told(view)
    is_judged = next(iter(view.decisions(withdrawn=True)), None) is not None
    return PublicView(view, told) if told or is_judged else view


def _names_told(view: RecordView) -> dict[str, set[str]]:
    """Per document, the names that its claims give of victims."""
    told: dict[str, set[str]] = {}
    for claim in view.claims():
        spans = [victim.name for victim in claim.victims if victim.name is not None]
        if spans:
            text = view.text(claim.document_id)
            told.setdefault(claim.document_id, set()).update(span.of(text) for span in spans)
    for decision in view.decisions(withdrawn=True):
        for seen in (*decision.claims, *decision.others):
            # A decision quotes its claim even when the report has left the record.
            if names := set(_names_in(seen)):
                told.setdefault(seen.claim.document_id, set()).update(names)
    return told


def _names_in(seen: SeenClaim) -> Iterator[str]:
    """The names of victims in a judged claim's words."""
    start = seen.claim.span.start
    for victim in seen.claim.victims:
        if victim.name is not None and seen.claim.span.holds(victim.name):
            yield seen.words[victim.name.start - start : victim.name.end - start]


class PublicView:
    """A `RecordView` in which no text, title, address, heading or quoted field holds a victim's name.

    Coders, whom publishing might endanger, are told by number ("coder 1").

    `text` keeps its length, so that every offset stays true: each withheld code point becomes `names.COVER`, which
    `names.shown` turns into words. A document id that spells a name is replaced by a hash of it, everywhere.
    """

    def __init__(self, view: RecordView, told: dict[str, set[str]]) -> None:
        self._view = view
        self._names = Names(name for names in told.values() for name in names)
        self._local = told
        self._renamed = dict(self._renaming())
        self._original = {new: old for old, new in self._renamed.items()}
        coders = dict.fromkeys(decision.coder for decision in view.decisions(withdrawn=True))
        self._coders = {name: f"coder {number}" for number, name in enumerate(coders, start=1)}
        self._covered = lru_cache(maxsize=_KEPT_TEXTS)(self._cover)

    def _renaming(self) -> Iterator[tuple[str, str]]:
        for filed in self._view.documents():
            id = filed.document.id
            if self._names.in_address(id, self._local.get(id, ())):
                yield id, "d-" + sha256_hex(id)[:12]

    def documents(self) -> Iterator[Filed]:
        return (self._filed(filed) for filed in self._view.documents())

    def document(self, id: str) -> Filed:
        filed = self._filed(self._view.document(self._original.get(id, id)))
        return replace(filed, document=replace(filed.document, text=self.text(id)))

    def text(self, document_id: str) -> str:
        return self._covered(self._original.get(document_id, document_id))

    def claims(
        self,
        *,
        document: str | None = None,
        event: str | None = None,
        type: str | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[Claim]:
        document = None if document is None else self._original.get(document, document)
        found = self._view.claims(document=document, event=event, type=type, ids=ids)
        return (self._claim(claim) for claim in found)

    def claim(self, id: str) -> Claim:
        return self._claim(self._view.claim(id))

    def refused_claims(self, *, document: str | None = None) -> Iterator[RefusedClaim]:
        document = None if document is None else self._original.get(document, document)
        return (self._noun(refused, [refused.document_id]) for refused in self._view.refused_claims(document=document))

    def events(self, *, type: str | None = None) -> Iterator[Event]:
        return (self._noun(event, event.documents) for event in self._view.events(type=type))

    def event(self, code: str) -> Event:
        event = self._view.event(code)
        return self._noun(event, event.documents)

    def event_of(self, claim_id: str) -> str | None:
        return self._view.event_of(claim_id)

    def tallies(self) -> Iterator[Tally]:
        return (self._noun(tally, {point.document for point in tally.points}) for tally in self._view.tallies())

    def disputes(self) -> Iterator[Dispute]:
        return (self._noun(dispute, self._of((dispute.left, dispute.right))) for dispute in self._view.disputes())

    def timeline(self) -> Iterator[TimelineEntry]:
        return (self._noun(entry, entry.documents) for entry in self._view.timeline())

    def days(self) -> Iterator[DayEntry]:
        quoted = ((entry, {quote.document_id for quote in entry.sentences}) for entry in self._view.days())
        return (self._noun(entry, documents) for entry, documents in quoted)

    def registers(self, *, register: str | None = None) -> Iterator[RegisterEntry]:
        return (
            self._noun(entry, {*self._of(entry.claims), *entry.documents})
            for entry in self._view.registers(register=register)
        )

    def refusals(self, *, run: str | None = None) -> Iterator[Refusal]:
        return (self._noun(refusal, ()) for refusal in self._view.refusals(run=run))

    def runs(self) -> Iterator[Run]:
        return (self._noun(run, ()) for run in self._view.runs())

    def decisions(self, *, withdrawn: bool = False) -> Iterator[Decision]:
        return (self._decision(decision) for decision in self._view.decisions(withdrawn=withdrawn))

    def judged(self) -> Iterator[Judged]:
        for one in self._view.judged():
            masked = self._noun(one, [one.document])
            edited = one.edited and self._claim(one.edited)
            yield replace(masked, read=self._claim(one.read), edited=edited, coder=self._coders[one.coder])

    def conflicts(self) -> Iterator[Conflict]:
        return (self._noun(one, self._local) for one in self._view.conflicts())

    def namings(self, *, document: str | None = None) -> Iterator[Naming]:
        document = None if document is None else self._original.get(document, document)
        return (self._noun(naming, [naming.document_id]) for naming in self._view.namings(document=document))

    def _decision(self, decision: Decision) -> Decision:
        homes = {seen.claim.document_id for seen in (*decision.claims, *decision.others)}
        masked = self._noun(replace(decision, claims=(), others=()), homes)
        by = decision.withdrawn_by and self._coders.get(decision.withdrawn_by, "another")
        seen = replace(masked, claims=self._seen(decision.claims), others=self._seen(decision.others))
        return replace(seen, coder=self._coders[decision.coder], withdrawn_by=by)

    def _seen(self, seen: Iterable[SeenClaim]) -> tuple[SeenClaim, ...]:
        return tuple(replace(self._noun(o, [o.claim.document_id]), claim=self._claim(o.claim)) for o in seen)

    def _cover(self, id: str) -> str:
        """The text under its original id, with names found by their spans and by their letters covered."""
        victims = (victim for claim in self._view.claims(document=id) for victim in claim.victims)
        spans = [victim.name for victim in victims if victim.name is not None]
        return self._names.cover(self._view.text(id), spans, self._local.get(id, ()))

    def _filed(self, filed: Filed) -> Filed:
        """Metadata masked; an address that spells a name is withheld whole, for a part of it would lead there."""
        doc, local = filed.document, self._local.get(filed.document.id, set())
        url = WITHHELD_ADDRESS if doc.url and self._names.in_address(doc.url, local) else doc.url
        bare = replace(filed, document=replace(doc, text="", url=None, snapshot=None))
        masked = self._noun(bare, [doc.id])
        return replace(masked, document=replace(masked.document, url=url))

    def _claim(self, claim: Claim) -> Claim:
        masked = self._noun(claim, [claim.document_id])
        return replace(masked, victims=tuple(replace(victim, name=None) for victim in masked.victims))

    def _of(self, claims: Sequence[str]) -> set[str]:
        return {claim.document_id for claim in self._view.claims(ids=claims)} if self._local else set()

    def _noun(self, noun: Noun, documents: Iterable[str]) -> Noun:
        """`noun` with every text in it masked; single words of a name are looked for where its documents hold it."""
        local: set[str] = set().union(*(self._local.get(id, ()) for id in documents))
        masked: Noun = self._masked(noun, frozenset(local))
        return masked

    def _masked(self, value: Any, local: frozenset[str]) -> Any:
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._renamed.get(value) or self._names.mask(value, local)
        if isinstance(value, tuple):
            return tuple(self._masked(part, local) for part in value)
        if is_dataclass(value) and not isinstance(value, type):
            parts = {f.name: getattr(value, f.name) for f in fields(value)}
            return replace(value, **{name: self._masked(part, local) for name, part in parts.items()})
        if isinstance(value, dict):
            return {self._masked(k, local): self._masked(v, local) for k, v in value.items()}
        return value
