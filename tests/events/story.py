"""A small factory of claims, so that a test reads like a story.

>>> said("a", "killing", "2022-12-11", ANDAHUAYLAS, killed=2)
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from quipu.events import link_events, link_order
from quipu.model import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    Event,
    EventType,
    Judgement,
    Modality,
    SourcedClaim,
    Span,
    Verdict,
    Victim,
    Words,
    claim_id,
)

PERU = ClaimPlace("Peru", geonameid=3932488, lat=-10.0, lon=-75.25, country="PE")
APURIMAC = ClaimPlace("Apurímac region", geonameid=3947421, lat=-14.0, lon=-73.0, country="PE", admin1="Apurímac")
ANDAHUAYLAS = ClaimPlace("Andahuaylas", geonameid=3947322, lat=-13.66, lon=-73.39, country="PE", admin1="Apurímac")
CHINCHEROS = ClaimPlace("Chincheros", geonameid=3943789, lat=-13.52, lon=-73.72, country="PE", admin1="Apurímac")
AREQUIPA = ClaimPlace("Arequipa", geonameid=3947322 + 9, lat=-16.4, lon=-71.53, country="PE", admin1="Arequipa")
JULIACA = ClaimPlace("Juliaca", geonameid=3937513, lat=-15.5, lon=-70.13, country="PE", admin1="Puno")
LIMA = ClaimPlace("Lima", geonameid=3936456, lat=-12.04, lon=-77.03, country="PE", admin1="Lima")
EL_ALTO = ClaimPlace("El Alto", geonameid=3911925, lat=-16.5, lon=-68.19, country="BO", admin1="La Paz")

_KINDS = {kind.value: kind for kind in CountKind}
_offset = count(0, 100)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def said(
    document: str, type: str, on: str | None = None, place: ClaimPlace | None = None, *, at: int | None = None, **more
) -> SourcedClaim:
    """One claim. `on`: "2022-12-11", "2022-12-11/2022-12-13" or "~2022-12-12" (the report's own day).

    `more`: a count kind with its number or range (`killed=2`, `killed=(20, None)`), `cumulative`, `relation`, `scope`,
    `ages`, `actor`, `target`, `by` (attribution), `modality`, `origin`, `published`.
    """
    start = next(_offset) if at is None else at
    kind = next((name for name in more if name in _KINDS), None)
    figure = more.get(kind) if kind else None
    low, high = figure if isinstance(figure, tuple) else (figure, figure)
    span = Span(start, start + 60)
    counted = (
        Count(
            _KINDS[kind],
            low,
            high,
            more.get("words", str(figure)),
            Span(start, start + 1),
            more.get("cumulative", False),
            more.get("scope"),
            more.get("relation"),
        )
        if kind
        else None
    )
    what = (kind, low, high, more.get("target"), more.get("modality"), more.get("relation"), more.get("scope"))
    claim = Claim(
        id=claim_id(document_id=document, start=start, end=start + 60, type=type, said=what),
        document_id=document,
        span=span,
        type=EventType(type),
        modality=Modality(more.get("modality", "asserted")),
        rule="story@1",
        confidence=0.9,
        actor=Words(more["actor"]) if "actor" in more else None,
        target=Words(more["target"]) if "target" in more else None,
        place=place,
        date=_date(on),
        count=counted,
        attribution=Words(more["by"]) if "by" in more else None,
        victims=tuple(Victim(span, age=age) for age in more.get("ages", ())),
    )
    return SourcedClaim(claim, more.get("origin", document), day(more.get("published")))


def _date(on: str | None) -> ClaimDate | None:
    if on is None:
        return None
    if on.startswith("~"):
        return ClaimDate(day(on[1:]), day(on[1:]), "anchor")
    begin, _, finish = on.partition("/")
    return ClaimDate(day(begin), day(finish or begin), "explicit")


def copied(claim: SourcedClaim, document: str) -> SourcedClaim:
    """The same claim in a document that copies it."""
    copy = replace(claim.claim, id=f"{claim.claim.id}-{document}", document_id=document)
    return replace(claim, claim=copy)


def link(claims: Iterable[SourcedClaim], decided: Iterable[Judgement] = ()) -> list[Event]:
    """The events of claims given in any order."""
    linked = link_events(sorted(claims, key=link_order), decided)
    return [one for one in linked if isinstance(one, Event)]


def person(left: SourcedClaim, right: SourcedClaim, same: bool, **more) -> Judgement:
    """A person's decision about two claims."""
    verdict = Verdict.POSITIVE if same else Verdict.NEGATIVE
    return Judgement(left.claim.id, right.claim.id, verdict, 1.0, "I read both", "person:ana", **more)


def clusters(events: Iterable[Event]) -> set[frozenset[str]]:
    """Events as sets of claim ids."""
    return {frozenset(event.claims) for event in events}
