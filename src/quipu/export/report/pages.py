"""The pages that list: timeline, events, tolls, disputes, registers, documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from quipu.export.lines import read_otherwise, refusal_lines
from quipu.export.links import claim_link, document_link, event_link, register_link
from quipu.export.report.chart import is_drawable, svg_tolls
from quipu.export.report.shelf import (
    DISPUTES_A_PAGE,
    Quote,
    Range,
    Shelf,
    Shelved,
    claim_figure,
    dispute_id,
    page_file,
    point_link,
)
from quipu.export.report.site import Site, chunks
from quipu.export.report.words import register_rank
from quipu.model import Claim, CountKind, Dispute, Event, RegisterEntry, Stated, Tally

# Long lists go on to a next page, so that a telephone can open each.
EVENTS_A_PAGE = 500
DOCUMENTS_A_PAGE = 500
REGISTERS_A_PAGE = 400
SHOWN_OF_A_LINE = 3
# How often, in how many documents and by how many sources a demand is told: said where it is more than one.
TELLINGS = ("times", "documents", "sources")
TALLIES_A_PAGE = 30
REFUSALS_SHOWN = 500
WIDE, NARROW = 960, 360
_EVERY = "Every event by its first day."


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as a list shows it."""

    event: Event
    heading: str
    href: str
    ranges: list[Range]
    decided: tuple[str, ...] = ()
    """What coders decided of it or of its claims: merged, split, edited, accepted."""


@dataclass(frozen=True, slots=True)
class Sides:
    """A dispute with both sides' words; a side is None where its claim is not in the record."""

    id: str
    dispute: Dispute
    left: Quote | None
    right: Quote | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tally with its charts, for wide and for narrow screens; both empty where there is nothing to draw."""

    tally: Tally
    wide: Markup
    narrow: Markup
    is_alone: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a register's line: where its words stand, the day it holds from, how many claims state it."""

    value: str
    href: str | None
    as_of: date | None
    times: int


Listed = tuple[RegisterEntry, str | None, list[tuple[str, list[Value]]], list[Quote]]


def write_timeline(site: Site, shelf: Shelf, switch: Sequence[tuple[str, str, bool]]) -> int:
    """Every event by day, and a page for each; returns the number of events.

    Args:
        switch: links to the timeline's scales: file, name, and whether it is this list.
    """
    written = 0
    for at, (events, more) in enumerate(chunks(shelf.view.events(), EVENTS_A_PAGE)):
        entries = [entry(event, shelf) for event in events]
        by_day = [(on, list(found)) for on, found in groupby(entries, key=lambda e: e.event.begin)]
        list_page(site, "timeline", at, more, days_listed=by_day, switch=switch, scale="", explained=_EVERY)
        for found in entries:
            write_event(site, shelf, found)
        written += len(events)
    return written


def entry(event: Event, shelf: Shelf) -> Entry:
    """An event with its heading and its numbers."""
    decided = shelf.decided_events.get(event.id, ())
    return Entry(event, shelf.heading(event), event_link(event.id), shelf.ranges(event), decided)


def write_event(site: Site, shelf: Shelf, found: Entry) -> None:
    """The page of one event: its numbers, and every claim in its words, report by report."""
    quotes = shelf.quotes(found.event.claims)
    by_doc: dict[Shelved, list[Quote]] = {}
    for quote in quotes:
        by_doc.setdefault(quote.doc, []).append(quote)
    disputes = dict.fromkeys(link for quote in quotes for link in shelf.disputed.get(quote.claim.id, ()))
    told = {doc.id for doc in by_doc}
    others = [shelf.documents[id] for id in found.event.documents if id in shelf.documents and id not in told]
    site.page(
        found.href, "event.html", entry=found, by_doc=list(by_doc.items()), disputes=list(disputes), others=others
    )


def write_tolls(site: Site, shelf: Shelf) -> None:
    """Every tally, those with most figures first within a kind, as charts with the table beneath."""
    kinds = list(CountKind)
    tallies = sorted(shelf.view.tallies(), key=lambda t: (kinds.index(t.what), -len(t.points), t.scope))
    for at, (found, more) in enumerate(chunks(tallies, TALLIES_A_PAGE)):
        list_page(site, "tolls", at, more, sheets=[sheet(tally) for tally in found], read_figures=read_figures(shelf))


def read_figures(shelf: Shelf) -> dict[str, str]:
    """The figures as read of claims whose figure a person has set otherwise, by claim."""
    edited = (one for one in shelf.judged.values() if "count" in read_otherwise(one))
    return {one.claim: claim_figure(one.read) or "none" for one in edited}


def sheet(tally: Tally, root: str = "") -> Sheet:
    """Charts where two figures or more can be compared."""
    if len(tally.points) + len(tally.incidents) < 2 or not is_drawable(tally):
        return Sheet(tally, Markup(""), Markup(""), True)
    wide, narrow = (svg_tolls(tally, width=width, link=lambda p: root + point_link(p)) for width in (WIDE, NARROW))
    return Sheet(tally, wide, narrow, False)


def write_disputes(site: Site, shelf: Shelf) -> int:
    """Every dispute with both sides; returns their number."""
    written = 0
    for at, (found, more) in enumerate(chunks(shelf.view.disputes(), DISPUTES_A_PAGE)):
        list_page(site, "disputes", at, more, disputes=[sides(dispute, shelf) for dispute in found])
        written += len(found)
    return written


def sides(dispute: Dispute, shelf: Shelf) -> Sides:
    """Both sides' words."""
    found = {quote.claim.id: quote for quote in shelf.quotes((dispute.left, dispute.right))}
    return Sides(dispute_id(dispute), dispute, found.get(dispute.left), found.get(dispute.right))


def write_registers(site: Site, shelf: Shelf) -> None:
    """Decrees, votes, demands and so on, register by register."""
    entries = sorted(shelf.view.registers(), key=lambda found: (register_rank(found.register), found.register))
    for at, (found, more) in enumerate(chunks(entries, REGISTERS_A_PAGE)):
        by_register = [(name, list(_with_quotes(group, shelf))) for name, group in groupby(found, key=_register)]
        list_page(site, "registers", at, more, registers=by_register)


def _register(found: RegisterEntry) -> str:
    return found.register


def _with_quotes(entries: Iterator[RegisterEntry], shelf: Shelf) -> Iterator[Listed]:
    """Each line with its fields; the words of three claims, which for a quotation it holds itself."""
    for found in entries:
        claims = {claim.id: claim for claim in shelf.view.claims(ids=found.claims)}
        quotes = [shelf.quote(claim) for claim in list(claims.values())[:SHOWN_OF_A_LINE]]
        yield found, register_link(found), _fields(found, claims), quotes


def _link(one: Stated, claims: Mapping[str, Claim]) -> str | None:
    """Where what states a value stands: a claim's words, or a report."""
    claim = claims.get(one.claim or "")
    if claim is not None:
        return claim_link(claim.document_id, claim.id)
    return document_link(one.document) if one.document else None


def _fields(found: RegisterEntry, claims: Mapping[str, Claim]) -> list[tuple[str, list[Value]]]:
    """The details by name, each value linked to the first claim that states it; no kind, which the heading tells, no
    history of one step, and no number of tellings where it is one."""
    fields: dict[str, list[Value]] = {}
    for detail in found.details:
        links = [link for one in detail.stated if (link := _link(one, claims)) is not None]
        times = len({one.claim or one.document for one in detail.stated})
        value = Value(detail.value, links[0] if links else None, detail.as_of, times)
        fields.setdefault(detail.name, []).append(value)
    single = [name for name in TELLINGS if [one.value for one in fields.get(name, ())] == ["1"]]
    untold = {"type", *single, *(["history"] if len(fields.get("history", ())) == 1 else [])}
    return [(name, values) for name, values in fields.items() if name not in untold]


def write_document_list(site: Site, shelf: Shelf) -> int:
    """The list of documents, and below it what was refused; returns the number of refusals."""
    refusals = list(refusal_lines(shelf.view))
    listed = ((filed, shelf.documents[filed.document.id]) for filed in shelf.view.documents())
    for at, (found, more) in enumerate(chunks(listed, DOCUMENTS_A_PAGE)):
        shown = [] if at else refusals[:REFUSALS_SHOWN]
        others = [filed.repeats for filed, _ in found]
        originals = {id: shelf.documents.get(id) for id in others if id}
        total = len(refusals)
        list_page(site, "documents", at, more, listed=found, originals=originals, refusals=shown, refused=total)
    return len(refusals)


def list_page(site: Site, name: str, at: int, more: bool, *, template: str = "", **told: object) -> None:
    """One page of a list, with its neighbours; its template is that of its name where no other is given."""
    pager = {
        "number": at + 1,
        "before": page_file(name, at - 1) if at else None,
        "after": page_file(name, at + 1) if more else None,
    }
    site.page(page_file(name, at), template or f"{name}.html", pager=pager, **told)
