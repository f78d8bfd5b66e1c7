"""The invented crisis as a record: documents, claims, events, tallies, disputes, timeline and registers."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from export.factory.claims import day, find, make_claim
from export.factory.derived import make_disputes, make_registers, make_tallies
from export.factory.reports import REPORTS, Report
from export.factory.said import COURIER, NGO, OPINION, SAID
from export.factory.view import ListView
from quipu.model import (
    Anchor,
    AnchorBasis,
    Claim,
    CountKind,
    DayEntry,
    Document,
    Event,
    EventCount,
    Filed,
    Quote,
    Refusal,
    RefusedClaim,
    Run,
    Status,
    TimelineEntry,
    event_code,
    sha256_hex,
)


def make_filed(report: Report, claims: Sequence[Claim]) -> Filed:
    """A report as the record keeps it."""
    published = day(report.published)
    anchor = Anchor(published, AnchorBasis.PUBLISHED if published else AnchorBasis.NONE)
    if report.id == OPINION:
        evidence = find(report.text, "two months without its elected president")
        anchor = Anchor(date(2031, 7, 3), AnchorBasis.INFERRED, (evidence,))
    doc = Document(
        report.id,
        report.text,
        title=report.title,
        publisher=report.publisher,
        published=published,
        published_basis="metadata" if published else None,
        language=report.language,
        url=report.url,
    )
    return Filed(
        doc,
        sha256_hex(report.text),
        anchor,
        Status.UNREAD if report.unread else Status.READ,
        "2031-07-04T09:00:00Z",
        "r-1",
        claims=len(claims),
        refused_claims=1 if report.id == COURIER else 0,
        unread=report.unread,
        copy_of=report.copy_of,
    )


# Which claims (by their keys) are one happening; a claim in no group is an event of its own.
MERGED = (
    ("halden-killed", "one-death", "roundup-halden-killed", "copy-halden-killed"),
    ("halden-injured", "roundup-halden-injured", "copy-halden-injured"),
    ("halden-arrested", "roundup-halden-arrested", "copy-halden-arrested"),
    ("nine", "ten"),
    ("march", "march-city", "march-organisers"),
)
NO_EVENT = ("nine-minors", "tenth", "five", "seventeen", "indirect", "fourteen", "twenty-two", "nineteen", "hurt")
NO_EVENT += ("twenty-three", "gov-25", "omb-28", "ngo-31", "hurt-900", "arrested-412", "over-30", "crossing")


def make_event(claims: Sequence[Claim], originals: dict[str, str]) -> Event:
    """Claims merged: the range of each count, and the documents, copies counted once."""
    first = claims[0]
    counts: dict[CountKind, list[Claim]] = {}
    for claim in claims:
        if claim.count is not None:
            counts.setdefault(claim.count.what, []).append(claim)
    docs = tuple(dict.fromkeys(claim.document_id for claim in claims))
    return Event(
        event_code(min(claim.id for claim in claims)),
        first.type,
        first.date.begin if first.date else None,
        first.date.finish if first.date else None,
        first.place,
        tuple(claim.id for claim in claims),
        docs,
        tuple((what, make_range(found)) for what, found in counts.items()),
        len({originals.get(id, id) for id in docs}),
        any(claim.modality.happened for claim in claims),
    )


def make_range(claims: Sequence[Claim]) -> EventCount:
    """Lowest, first and highest stated number."""
    counts = [claim.count for claim in claims if claim.count is not None]
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    open_above = any(count.low is not None and count.high is None for count in counts)
    best = lows[0] if lows else None
    ids = tuple(claim.id for claim in claims)
    return EventCount(min(lows, default=None), best, None if open_above else max(highs, default=None), ids)


HEADINGS = {
    "vote": "Assembly removes President Varga, 75 to 48",
    "dissolution": "Dissolution of the assembly announced",
    "sworn-in": "Vice-president Orr sworn in",
    "elections-promised": "Elections announced within a year",
    "varga-arrest": "Ilse Varga arrested",
    "halden-killed": "Two killed at the airport of Halden",
    "halden-injured": "More than twenty injured in Halden",
    "halden-arrested": "A dozen arrested in Halden",
    "occupation": "Airport of Halden occupied",
    "emergency": "State of emergency in four provinces",
    "strike-call": "Indefinite strike called in Ostrow",
    "nine": "Nine to ten killed in Ostrow",
    "resignations": "Two ministers resign",
    "march": "March on Port Verity",
    "bill": "Bill for early elections rejected, 65 to 54",
    "run-over": "Man killed at a road block near Tessaly",
    "curfew": "Curfew in Ostrow",
}


@cache
def crisis() -> ListView:
    """The whole record, made once."""
    texts = {report.id: report.text for report in REPORTS}
    order = {report.id: at for at, report in enumerate(REPORTS)}
    rows = {row[1]: row for row in SAID}
    keyed = {key: make_claim(texts[row[0]], row) for key, row in rows.items()}
    claims = sorted(keyed.values(), key=lambda claim: (order[claim.document_id], claim.span))
    events = make_events(keyed)
    heads = {event.claims[0]: event for event in events}
    own = {report.id: [claim for claim in claims if claim.document_id == report.id] for report in REPORTS}
    return ListView(
        [make_filed(report, own[report.id]) for report in REPORTS],
        claims,
        [RefusedClaim(COURIER, find(texts[COURIER], "said a nurse"), "statement.said@2", "no content found")],
        events,
        make_tallies(keyed, heads[keyed["halden-killed"].id].id),
        make_disputes(keyed),
        [make_entry(event, keyed) for event in events],
        make_days(texts),
        make_registers(keyed, heads),
        [
            Refusal("/home/somebody/reports/scan.pdf", "encrypted", "/home/somebody/reports/scan.pdf is encrypted"),
            Refusal("feed.jsonl", "bad_record", "no text", line=7, id="x-7"),
        ],
        [Run("r-1", "2031-07-04T09:00:00Z", "0.1.0", "sha256:00", ("reports",), finished_at="2031-07-04T09:00:02Z")],
    )


def make_events(keyed: dict[str, Claim]) -> list[Event]:
    """By date, undated ones last."""
    originals = {report.id: report.copy_of for report in REPORTS if report.copy_of}
    merged = {key for group in MERGED for key in group}
    alone = [(key,) for key in keyed if key not in merged and key not in NO_EVENT]
    events = [make_event([keyed[key] for key in group], originals) for group in (*MERGED, *alone)]
    return sorted(events, key=lambda event: (event.begin is None, event.begin or date.max, event.id))


def make_days(texts: dict[str, str]) -> list[DayEntry]:
    """Two days: one with a sentence of each of two reports, one of which names a victim, and one without."""
    named = Quote(NAMED_IN, find(texts[NAMED_IN], NAME))
    first = Quote(COURIER, find(texts[COURIER], "said a nurse"))
    return [DayEntry(date(2031, 5, 7), 1.0, 2, 3, (named, first)), DayEntry(date(2031, 5, 8), 0.0, 1, 0, ())]


def make_entry(event: Event, keyed: dict[str, Claim]) -> TimelineEntry:
    """A line of the timeline with its heading."""
    keys = {claim.id: key for key, claim in keyed.items()}
    key = keys[event.claims[0]]
    place = f" in {event.place.text}" if event.place else ""
    heading = HEADINGS.get(key, event.type.value.replace("_", " ").capitalize() + place)
    salience = min(1.0, 0.15 * event.sources_independent + (0.5 if key in HEADINGS else 0.1))
    return TimelineEntry(
        event.begin, event.finish, heading, event.id, salience, event.claims, event.documents, salience, salience
    )


NAME = "Testname Q. Placeholder"
"""The one victim whom an invented bulletin names; no public output may hold it."""
NAMED_IN = NGO
