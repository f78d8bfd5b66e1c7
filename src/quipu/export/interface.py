"""Nouns as the plain dicts of the measured interface (`bench/INTERFACE.md`); keys beyond it are ours and documented.

Numbers that are whole are written as integers, days as `YYYY-MM-DD`, offsets as code points of the stored text.
"""

from collections.abc import Sequence
from datetime import date

from quipu.model import (
    Actor,
    Anchor,
    Attribution,
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    Event,
    EventCount,
    Filed,
    Place,
    Quantity,
    Reading,
    Refusal,
    RegisterDetail,
    RegisterEntry,
    Sentence,
    Span,
    Stated,
    Time,
    Victim,
    Words,
    sha256_hex,
)

Row = dict[str, object]


def reading_row(reading: Reading, claims: Sequence[Claim]) -> Row:
    """One output line of `quipu read`; `unread` is there only where the document's language is not read."""
    doc, sents = reading.document, reading.sentences
    row: Row = {
        "id": doc.id,
        "text_sha256": sha256_hex(doc.text),
        "language": reading.language,
        "anchor": anchor_row(reading.anchor),
        "sentences": [_span(sent.span) for sent in sents],
        "times": [_time(time) for sent in sents for time in sent.times],
        "places": [_place(place) for sent in sents for place in sent.places],
        "quantities": [_quantity(quantity) for sent in sents for quantity in sent.quantities],
        "actors": [_actor(actor) for sent in sents for actor in sent.actors],
        "attributions": [_attribution(said) for said in _attributions(sents)],
        "claims": [claim_row(claim) for claim in claims],
    }
    if reading.unread is not None:
        row["unread"] = reading.unread
    return row


def claim_row(claim: Claim) -> Row:
    """A CLAIM of the interface; `victims`, `chain`, `count.scope`, `count.relation` and `date.start/end` are extra."""
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "type": claim.type.value,
        "actor": _words(claim.actor),
        "target": _words(claim.target),
        "place": claim_place_row(claim.place),
        "date": _claim_date(claim.date),
        "count": _count(claim.count),
        "attribution": _words(claim.attribution),
        "modality": claim.modality.value,
        "plover": _pair("event", claim.plover_event, "mode", claim.plover_mode),
        "acled": _pair("event_type", claim.acled_event_type, "sub_event_type", claim.acled_sub_event_type),
        "rule": claim.rule,
        "confidence": claim.confidence,
        "victims": [_victim(victim) for victim in claim.victims],
        "chain": [_words(link) for link in claim.chain],
    }


def event_row(event: Event) -> Row:
    """One output line of `quipu events --format jsonl`; `happened` is extra."""
    return {
        "id": event.id,
        "type": event.type.value,
        "date": {"begin": day(event.begin), "finish": day(event.finish)},
        "place": claim_place_row(event.place),
        "claims": list(event.claims),
        "documents": list(event.documents),
        "counts": {what.value: _event_count(count) for what, count in event.counts},
        "sources_independent": event.sources_independent,
        "happened": event.happened,
    }


def register_row(entry: RegisterEntry) -> Row:
    """A register's line; every detail with the claims that state it and, where they can be told, its words' offsets."""
    return {
        "register": entry.register,
        "date": {"begin": day(entry.begin), "finish": day(entry.finish)},
        "subject": entry.subject,
        "details": [_detail(detail) for detail in entry.details],
        "event": entry.event,
        "claims": list(entry.claims),
        **({"documents": list(entry.documents)} if entry.documents else {}),
    }


def _detail(detail: RegisterDetail) -> Row:
    as_of: Row = {} if detail.as_of is None else {"as_of": day(detail.as_of)}
    return {"name": detail.name, "value": detail.value, **as_of, "stated": [_stated(one) for one in detail.stated]}


def _stated(one: Stated) -> Row:
    whose: Row = {"document": one.document} if one.claim is None else {"claim": one.claim}
    return {**whose, **(_span(one.span) if one.span else {})}


def error_row(refusal: Refusal) -> Row:
    """The line of `quipu read` for a document that could not be read; `line` is its 1-based input line."""
    return {
        "id": refusal.id,
        "error": {"code": refusal.code, "message": refusal.message},
        "line": refusal.line,
    }


def document_row(filed: Filed) -> Row:
    """A document as the record keeps it, without its text."""
    doc = filed.document
    return {
        "id": doc.id,
        "title": doc.title,
        "author": doc.author,
        "publisher": doc.publisher,
        "published": day(doc.published),
        "published_basis": doc.published_basis,
        "language": doc.language,
        "url": doc.url,
        "text_sha256": filed.text_sha256,
        "anchor": anchor_row(filed.anchor),
        "status": filed.status.value,
        "unread": filed.unread,
        "copy_of": filed.copy_of,
        "same_as": filed.same_as,
        "claims": filed.claims,
        "refused_claims": filed.refused_claims,
        "extractor": doc.extractor,
        "added_at": filed.added_at,
        "run": filed.run,
    }


def anchor_row(anchor: Anchor) -> Row:
    """`{"date", "basis", "evidence"}`."""
    evidence = [_span(span) for span in anchor.evidence]
    return {"date": day(anchor.day), "basis": anchor.basis.value, "evidence": evidence}


def claim_place_row(place: ClaimPlace | None) -> Row | None:
    """The place of a claim or an event; `start` and `end` are null where no words of the document name it."""
    if place is None:
        return None
    return {
        "text": place.text,
        **_optional_span(place.span),
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": place.admin1,
        **_pcode(place),
    }


def day(value: date | None) -> str | None:
    """`YYYY-MM-DD` or null."""
    return None if value is None else value.isoformat()


def number(value: float | None) -> int | float | None:
    """A whole number as an integer, so that 17 deaths are `17` and not `17.0`."""
    return int(value) if value is not None and float(value).is_integer() else value


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _optional_span(span: Span | None) -> Row:
    return {"start": None, "end": None} if span is None else _span(span)


def _words(words: Words | None) -> Row | None:
    """`named`, the full name that the words are short for, only where the document gives one."""
    if words is None:
        return None
    named = {"named": {"text": words.named.text, **_span(words.named.span)}} if words.named else {}
    return {"text": words.text, **_optional_span(words.span), **named}


def _time(time: Time) -> Row:
    days = {"begin": day(time.begin), "finish": day(time.finish)}
    return {**_span(time.span), "type": time.type, "value": time.value, **days, "basis": time.basis}


def _place(place: Place) -> Row:
    return {
        **_span(place.span),
        "name": place.name,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": place.admin1,
        "kind": place.kind,
        **_pcode(place),
    }


def _pcode(place: Place | ClaimPlace) -> Row:
    """`pcode`, only where an added list of codes gave one: without added lists, rows are as they ever were."""
    return {} if place.pcode is None else {"pcode": place.pcode}


def _quantity(quantity: Quantity) -> Row:
    bounds = {"low": number(quantity.low), "high": number(quantity.high)}
    return {**_span(quantity.span), **bounds, "approximate": quantity.approximate, "unit": quantity.unit}


def _actor(actor: Actor) -> Row:
    return {**_span(actor.span), "name": actor.name, "sector": actor.sector, "country": actor.country}


def _attributions(sents: Sequence[Sentence]) -> list[Attribution]:
    """Each once: an attribution whose content runs over two sentences is listed in both."""
    return list(dict.fromkeys(said for sent in sents for said in sent.attributions))


def _attribution(said: Attribution) -> Row:
    source = None if said.source is None else _span(said.source)
    cue = None if said.cue is None else _span(said.cue)
    return {"source": source, "cue": cue, "content": _span(said.content), "direct": said.direct}


def _claim_date(when: ClaimDate | None) -> Row | None:
    if when is None:
        return None
    days = {"begin": day(when.begin), "finish": day(when.finish), "basis": when.basis}
    return {**days, **_optional_span(when.span)}


def _count(count: Count | None) -> Row | None:
    if count is None:
        return None
    return {
        "what": count.what.value,
        "low": number(count.low),
        "high": number(count.high),
        "text": count.text,
        **_span(count.span),
        "cumulative": count.cumulative,
        "scope": count.scope,
        "relation": count.relation,
    }


def _event_count(count: EventCount) -> Row:
    bounds = {"low": number(count.low), "high": number(count.high), "best": number(count.best)}
    return {**bounds, "claims": list(count.claims), "later_dead": list(count.later_dead)}


def _victim(victim: Victim) -> Row:
    name = None if victim.name is None else _span(victim.name)
    return {**_span(victim.span), "name": name, "age": victim.age, "group": victim.group}


def _pair(first: str, one: str | None, second: str, other: str | None) -> Row | None:
    return None if one is None and other is None else {first: one, second: other}
