"""Claims and documents as rows and back; the round trip is the identity."""

from datetime import date
from typing import Any

from sqlalchemy import Row

from quipu.model import (
    Anchor,
    AnchorBasis,
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    Document,
    EventType,
    Filed,
    Modality,
    Naming,
    RefusedClaim,
    Snapshot,
    Span,
    Stance,
    Status,
    ToldDay,
    Victim,
    Words,
)
from quipu.store.codec import from_json, to_json
from quipu.store.filing import Filing, Keyed

Values = dict[str, Any]

# Claim fields that stand whole in the JSON column, with their class.
_WHOLE: dict[str, type] = {"actor": Words, "target": Words, "attribution": Words, "place": ClaimPlace}
_NAMES = ("plover_event", "plover_mode", "acled_event_type", "acled_sub_event_type")


def claim_row(document: int, keyed: Keyed) -> Values:
    """The row of a claim of document number `document`."""
    claim, count, when = keyed.claim, keyed.claim.count, keyed.claim.date
    return {
        "document": document,
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "type": claim.type.value,
        "modality": claim.modality.value,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "date_begin": when and when.begin,
        "date_finish": when and when.finish,
        "date_basis": when and when.basis,
        "count_what": count and count.what.value,
        "count_low": count and count.low,
        "count_high": count and count.high,
        "count_cumulative": count and count.cumulative,
        "fields": _fields(claim),
        "block": keyed.block,
        "day": keyed.day,
        "dayless": keyed.day is None,
    }


def read_claim(row: Row[Any], document_id: str) -> Claim:
    """The claim of a row of `claims`."""
    fields: Values = row.fields
    whole: Values = {name: from_json(shape, fields[name]) for name, shape in _WHOLE.items() if name in fields}
    return Claim(
        id=row.id,
        document_id=document_id,
        span=Span(row.start, row.end),
        type=EventType(row.type),
        modality=Modality(row.modality),
        rule=row.rule,
        confidence=row.confidence,
        date=_read_date(row, fields),
        count=_read_count(row, fields),
        chain=tuple(from_json(Words, link) for link in fields.get("chain", ())),
        victims=tuple(from_json(Victim, victim) for victim in fields.get("victims", ())),
        **whole,
        **{name: fields[name] for name in _NAMES if name in fields},
    )


def _fields(claim: Claim) -> Values:
    fields: Values = {name: to_json(noun) for name in _WHOLE if (noun := getattr(claim, name)) is not None}
    fields |= {name: said for name in _NAMES if (said := getattr(claim, name)) is not None}
    # Written only where there is one, so that rows from before there were chains read as claims without.
    if claim.chain:
        fields["chain"] = [to_json(link) for link in claim.chain]
    if claim.victims:
        fields["victims"] = [to_json(victim) for victim in claim.victims]
    if claim.date is not None and claim.date.span is not None:
        fields["date"] = _pair(claim.date.span)
    if (count := claim.count) is not None:
        fields["count"] = [count.text, *_pair(count.span), count.scope, count.relation]
    return fields


def _read_date(row: Row[Any], fields: Values) -> ClaimDate | None:
    if row.date_basis is None:
        return None
    span = Span(*fields["date"]) if "date" in fields else None
    return ClaimDate(row.date_begin, row.date_finish, row.date_basis, span)


def _read_count(row: Row[Any], fields: Values) -> Count | None:
    if row.count_what is None:
        return None
    text, start, end, scope, relation = fields["count"]
    what, span = CountKind(row.count_what), Span(start, end)
    return Count(what, row.count_low, row.count_high, text, span, row.count_cumulative, scope, relation)


def document_row(filing: Filing) -> Values:
    """The row of a document, but for its number, run and time."""
    doc, anchor = filing.document, filing.anchor
    return {
        "id": doc.id,
        "status": (Status.READ if filing.unread is None else Status.UNREAD).value,
        "unread": filing.unread,
        "title": doc.title,
        "author": doc.author,
        "publisher": doc.publisher,
        "published": doc.published,
        "published_basis": doc.published_basis,
        "language": doc.language,
        "url": doc.url,
        "extractor": doc.extractor,
        "anchor_day": anchor.day,
        "anchor_basis": anchor.basis.value,
        "anchor_evidence": [_pair(span) for span in anchor.evidence],
        "claims": len(filing.claims),
        "refused_claims": len(filing.refused_claims),
    }


def read_filed(row: Row[Any], text: str = "") -> Filed:
    """The document of a row of `documents`, with its snapshot (`snap_…`) and copy (`original`, `original_day`)."""
    snapshot, own_day = None, row.anchor_day or row.published
    is_later = own_day is not None and row.original_day is not None and row.original_day < own_day
    if row.snap_sha256 is not None:
        snapshot = Snapshot(row.snap_sha256, row.snap_source, row.snap_media_type, row.snap_size)
    return Filed(
        document=_read_document(row, text, snapshot),
        text_sha256=row.text_sha256,
        anchor=read_anchor(row.anchor_day, row.anchor_basis, row.anchor_evidence),
        status=Status(row.status),
        added_at=row.added_at,
        run=row.run,
        claims=row.claims,
        refused_claims=row.refused_claims,
        unread=row.unread,
        copy_of=row.original if is_later else None,
        same_as=None if is_later else row.original,
    )


def read_anchor(day: date | None, basis: str, evidence: list[list[int]]) -> Anchor:
    """The anchor of three columns."""
    return Anchor(day, AnchorBasis(basis), tuple(Span(*pair) for pair in evidence))


def read_refused(row: Row[Any], document_id: str) -> RefusedClaim:
    """The refused claim of a row."""
    return RefusedClaim(document_id, Span(row.start, row.end), row.rule, row.reason)


def read_told_day(row: Row[Any], document_id: str) -> ToldDay:
    """The sentence and its day of a row."""
    words = None if row.words_start is None else Span(row.words_start, row.words_end)
    return ToldDay(document_id, Span(row.start, row.end), row.day, words)


def naming_row(naming: Naming) -> Values:
    """The row of a naming, but for its number and its document's."""
    said = naming.speaker
    return {
        "start": naming.span.start,
        "end": naming.span.end,
        "concept": naming.concept,
        "term": naming.term,
        "stance": naming.stance.value,
        "speaker": said and said.text,
        "speaker_start": said and said.span and said.span.start,
        "speaker_end": said and said.span and said.span.end,
        "quoted": naming.quoted,
    }


def read_naming(row: Row[Any], document_id: str) -> Naming:
    """The naming of a row."""
    place = None if row.speaker_start is None else Span(row.speaker_start, row.speaker_end)
    said = None if row.speaker is None else Words(row.speaker, place)
    span, stance = Span(row.start, row.end), Stance(row.stance)
    return Naming(document_id, span, row.concept, row.term, stance, said, row.quoted)


def _read_document(row: Row[Any], text: str, snapshot: Snapshot | None) -> Document:
    return Document(
        id=row.id,
        text=text,
        title=row.title,
        author=row.author,
        publisher=row.publisher,
        published=row.published,
        published_basis=row.published_basis,
        language=row.language,
        url=row.url,
        extractor=row.extractor,
        snapshot=snapshot,
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
