"""A claim on its way: the fields that rules fill one after another, made into a Claim at the end."""

from dataclasses import dataclass

from quipu.claims.frames import Coding, Meaning
from quipu.claims.match import Hit
from quipu.model import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    EventType,
    Modality,
    Reading,
    Span,
    Victim,
    Words,
    claim_id,
)

_LOOSE = " \t\r\n\f\v\u00a0,;:–—-•·|"


@dataclass(frozen=True, slots=True)
class Draft:
    """What one rule read from one clause."""

    hit: Hit
    meaning: Meaning
    type: EventType
    span: Span
    modality: Modality
    actor: Words | None = None
    target: Words | None = None
    count: Count | None = None
    place: ClaimPlace | None = None
    date: ClaimDate | None = None
    attribution: Words | None = None
    chain: tuple[Words, ...] = ()
    victims: tuple[Victim, ...] = ()
    is_governed: bool = False
    """Whether the trigger is a noun behind a preposition."""
    confidence: float = 0.5
    coding: Coding | None = None
    """The PLOVER event where it is not the frame's own; see `turns`."""

    @property
    def figure(self) -> tuple[object, ...]:
        """The count as what is said: kind, bounds and where it stands."""
        return () if self.count is None else (self.count.what, self.count.low, self.count.high, self.count.span)


def tight(text: str, span: Span) -> Span:
    """A span without blanks and loose marks at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in _LOOSE:
        start += 1
    while start < end and text[end - 1] in _LOOSE:
        end -= 1
    return Span(start, end)


def hull(text: str, span: Span, other: Span) -> Span:
    """The tight span that covers both."""
    return tight(text, Span(min(span.start, other.start), max(span.end, other.end)))


def as_claim(reading: Reading, draft: Draft) -> Claim:
    """The finished claim; its id hashes what is said and where."""
    meaning, count = draft.meaning, draft.count
    said = (
        draft.actor.text if draft.actor else None,
        draft.target.text if draft.target else None,
        *((count.what, count.low, count.high, count.text, count.span.start) if count else (None,)),
        draft.modality,
    )
    span = draft.span
    return Claim(
        id=claim_id(document_id=reading.document.id, start=span.start, end=span.end, type=str(draft.type), said=said),
        document_id=reading.document.id,
        span=span,
        type=draft.type,
        modality=draft.modality,
        rule=f"{draft.hit.frame}@{meaning.version}",
        confidence=round(draft.confidence, 3),
        actor=draft.actor,
        target=draft.target,
        place=draft.place,
        date=draft.date,
        count=count,
        attribution=draft.attribution,
        chain=draft.chain,
        victims=draft.victims,
        plover_event=draft.coding.event if draft.coding else meaning.plover,
        plover_mode=draft.coding.mode if draft.coding else meaning.mode,
        acled_event_type=meaning.acled,
        acled_sub_event_type=meaning.sub,
    )
