"""What one line of each export is made from: a noun with the links and words that belong to it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from quipu.export.decided import decided
from quipu.export.links import claim_link, document_link, event_link, register_link
from quipu.export.names import shown
from quipu.model import (
    Claim,
    Conflict,
    DayEntry,
    Decision,
    Dispute,
    Event,
    Filed,
    IncidentSum,
    Judged,
    RecordView,
    Refusal,
    RegisterDetail,
    RegisterEntry,
    Stated,
    Tally,
    TallyPoint,
    TimelineEntry,
)
from quipu.model.saying import differing, say_fields


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document and its page."""

    filed: Filed
    permalink: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim, its words, the event it belongs to and where its words stand."""

    claim: Claim
    words: str
    event: str | None
    permalink: str
    judged: Judged | None = None
    """What a person decided of it, with what was read."""
    moved: str | None = None
    """`merged` or `split`, or both: where coders put it with claims of other events, or apart from them."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event, its page, and what coders made of it."""

    event: Event
    permalink: str
    judged: tuple[str, ...] = ()
    """Of `merged`, `split`, `edited` and `accepted`, what coders did to it or to its claims."""
    decisions: tuple[int, ...] = ()
    """The numbers of the decisions that say so."""


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One figure of a tally: a stated total (`point`) or what the incidents add up to (`incidents`)."""

    tally: Tally
    point: TallyPoint | None
    incidents: IncidentSum | None
    permalink: str | None
    judged: Judged | None = None
    """What a person decided of the point's claim."""


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute and where the words of both sides stand."""

    dispute: Dispute
    left_permalink: str | None
    right_permalink: str | None


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """A line of the timeline and its event's page."""

    entry: TimelineEntry
    permalink: str


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day and the words of its sentences."""

    entry: DayEntry
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A line of a register and its event's page; that of its report where it has no event."""

    entry: RegisterEntry
    permalink: str | None


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One statement of one detail of a register's line: the words that state it and where they stand."""

    entry: RegisterEntry
    detail: RegisterDetail
    stated: Stated
    document: str
    words: str
    permalink: str


def document_lines(view: RecordView) -> Iterator[DocumentLine]:
    """Every document, as added."""
    return (DocumentLine(filed, document_link(filed.document.id)) for filed in view.documents())


def claim_lines(view: RecordView) -> Iterator[ClaimLine]:
    """Every claim, by document and offset; one text at a time is held."""
    held, text = None, ""
    judged, moved = {one.claim: one for one in view.judged()}, decided(view).moved
    for claim in view.claims():
        if claim.document_id != held:
            held, text = claim.document_id, view.text(claim.document_id)
        words, link = shown(claim.span.of(text)), claim_link(claim.document_id, claim.id)
        yield ClaimLine(claim, words, view.event_of(claim.id), link, judged.get(claim.id), moved.get(claim.id))


def event_lines(view: RecordView) -> Iterator[EventLine]:
    """Every event, by date."""
    made = decided(view)
    for event in view.events():
        yield EventLine(event, event_link(event.id), made.events.get(event.id, ()), made.behind.get(event.id, ()))


def tally_lines(view: RecordView) -> Iterator[TallyLine]:
    """Every figure of every tally: first the stated totals, then the incident sums."""
    judged = {one.claim: one for one in view.judged()}
    for tally in view.tallies():
        for point in tally.points:
            link = claim_link(point.document, point.claim)
            yield TallyLine(tally, point, None, link, judged.get(point.claim))
        for incidents in tally.incidents:
            yield TallyLine(tally, None, incidents, None)


def dispute_lines(view: RecordView) -> Iterator[DisputeLine]:
    """Every dispute."""
    for dispute in view.disputes():
        found = {claim.id: claim for claim in view.claims(ids=(dispute.left, dispute.right))}
        links = {id: claim_link(claim.document_id, id) for id, claim in found.items()}
        yield DisputeLine(dispute, links.get(dispute.left), links.get(dispute.right))


def timeline_lines(view: RecordView) -> Iterator[TimelineLine]:
    """The timeline, oldest first."""
    return (TimelineLine(entry, event_link(entry.event)) for entry in view.timeline())


def day_lines(view: RecordView) -> Iterator[DayLine]:
    """The days, oldest first, each with its sentences on one line each."""
    for entry in view.days():
        words = (shown(quote.span.of(view.text(quote.document_id))) for quote in entry.sentences)
        yield DayLine(entry, tuple(" ".join(said.split()) for said in words))


def register_lines(view: RecordView) -> Iterator[RegisterLine]:
    """Every register's entries."""
    return (RegisterLine(entry, register_link(entry)) for entry in view.registers())


def detail_lines(view: RecordView) -> Iterator[DetailLine]:
    """Every detail of every register's entry, once for each claim in the record or report that states it."""
    for entry in view.registers():
        claims = {claim.id: claim for claim in view.claims(ids=entry.claims)}
        for detail in entry.details:
            for stated in detail.stated:
                claim = claims.get(stated.claim or "")
                document = claim.document_id if claim else stated.document
                span = stated.span or (claim.span if claim else None)
                if document is not None and span is not None:
                    link = claim_link(document, claim.id) if claim else document_link(document)
                    yield DetailLine(entry, detail, stated, document, shown(span.of(view.text(document))), link)


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision on one claim, or on all of an event's, and where the first claim's words stand now."""

    decision: Decision
    words: str
    permalink: str | None


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A decision that does not fit what is read now, and where what is read now stands."""

    conflict: Conflict
    permalink: str | None


def decision_lines(view: RecordView) -> Iterator[DecisionLine]:
    """Every decision, also those withdrawn."""
    for decision in view.decisions(withdrawn=True):
        ids = [seen.claim.id for seen in decision.claims]
        there = next(view.claims(ids=ids), None)
        words = " […] ".join(shown(seen.words) for seen in decision.claims)
        yield DecisionLine(decision, words, claim_link(there.document_id, there.id) if there else None)


def conflict_lines(view: RecordView) -> Iterator[ConflictLine]:
    """Every conflict."""
    for one in view.conflicts():
        yield ConflictLine(one, claim_link(one.document, one.found) if one.found else None)


def read_otherwise(judged: Judged) -> dict[str, str]:
    """What was read, in words, of each field that stands otherwise now."""
    if judged.edited is None:
        return {}
    read = say_fields(judged.read)
    return {name: read.get(name, "") for name in differing(judged.read, judged.edited)}


@dataclass(frozen=True, slots=True)
class RefusalLine:
    """A refused source, told by its file name: a folder of somebody's machine is nobody else's business."""

    source: str
    message: str
    refusal: Refusal


def refusal_lines(view: RecordView) -> Iterator[RefusalLine]:
    """Sources that could not become documents."""
    for refusal in view.refusals():
        name = source_name(refusal.source)
        yield RefusalLine(name, refusal.message.replace(refusal.source, name), refusal)


def source_name(source: str) -> str:
    """An address as it is, a path by its last part."""
    if source.startswith(("http://", "https://")):
        return source
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2] or source


def compact(value: object) -> str:
    """A list or object inside one cell: JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
