"""Claims of the invented crisis, made from the rows of `said.SAID`."""

from datetime import date
from typing import Any

from quipu.model import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    EventType,
    Modality,
    Span,
    Victim,
    Words,
    claim_id,
)

PLACES = {
    "Port Verity": (-12.04, -77.03, "Capital"),
    "Halden": (-13.66, -73.39, "Halden"),
    "Ostrow": (-15.5, -70.13, "Ostrow"),
    "Tessaly": (-14.1, -72.9, "Tessaly"),
}


def day(told: str | None) -> date | None:
    """`2031-05-06` as a day."""
    return None if told is None else date.fromisoformat(told)


def find(text: str, words: str, inside: Span | None = None) -> Span:
    """The span of `words`; a factory's typing error must not become a span."""
    start = text.index(words, inside.start if inside else 0)
    return Span(start, start + len(words))


def words(text: str, told: str | None, inside: Span) -> Words | None:
    """A field by its words: with a span where the claim's sentence or text holds them."""
    if told is None:
        return None
    return Words(told, find(text, told, inside) if told in text[inside.start :] else None)


def make_claim(text: str, row: tuple[str, str, str, str, dict[str, Any]]) -> Claim:
    """One claim from its row of `said.SAID`."""
    doc, key, sentence, type, told = row
    span = find(text, sentence)
    begin, _, finish = told.get("date", "").partition("/")
    when = ClaimDate(day(begin), day(finish or begin), told["basis"]) if begin else None
    modality = told.get("modality", "reported" if "by" in told else "asserted")
    victims = tuple(
        Victim(find(text, said, span), find(text, name, span) if name else None, age, group)
        for said, name, age, group in told.get("victims", ())
    )
    return Claim(
        claim_id(document_id=doc, start=span.start, end=span.end, type=type, said=[key]),
        doc,
        span,
        EventType(type),
        Modality(modality),
        f"{type}.{'passive' if 'by' in told else 'active'}@3",
        0.9 if when else 0.72,
        actor=words(text, told.get("actor"), span),
        target=words(text, told.get("target"), span),
        place=make_place(text, told.get("place")),
        date=when,
        count=make_count(text, span, told),
        attribution=words(text, told.get("by"), span),
        victims=victims,
        plover_event=told.get("plover", (None, None))[0],
        acled_event_type=told.get("acled", (None, None))[0],
        acled_sub_event_type=told.get("acled", (None, None))[1],
    )


def make_place(text: str, name: str | None) -> ClaimPlace | None:
    """A place of Corvane, which GeoNames does not know."""
    if name is None:
        return None
    lat, lon, admin1 = PLACES.get(name, (None, None, None))
    return ClaimPlace(name, find(text, name) if name in text else None, None, lat, lon, "XV", admin1)


def make_count(text: str, span: Span, told: dict[str, Any]) -> Count | None:
    """A count with its span inside the claim's words."""
    if "count" not in told:
        return None
    what, low, high, said = told["count"]
    return Count(
        CountKind(what),
        low,
        high,
        said,
        find(text, said, span),
        told.get("cumulative", False),
        told.get("scope"),
        told.get("relation"),
    )
