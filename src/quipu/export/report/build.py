"""A record as a static folder that opens from `file://`: no network, no script needed."""

import json
from dataclasses import asdict, dataclass
from heapq import nlargest
from pathlib import Path

from quipu.errors import UsageError
from quipu.export.public import public_view
from quipu.export.record import FORMATS, export_record
from quipu.export.report.chart import is_drawable, svg_tolls
from quipu.export.report.decisions_page import write_decisions
from quipu.export.report.document_page import write_documents
from quipu.export.report.framing_page import write_framing
from quipu.export.report.pages import (
    entry,
    sheet,
    sides,
    write_disputes,
    write_document_list,
    write_registers,
    write_timeline,
    write_tolls,
)
from quipu.export.report.scales_page import switch, write_scales
from quipu.export.report.shelf import Shelf, is_read
from quipu.export.report.site import Site
from quipu.model import CountKind, Dispute, RecordView, Tally, TimelineEntry

# What the first page shows of each list; the whole is one click away.
_DISPUTES, _ENTRIES = 4, 10
# How the pages were made, beside them.
_MADE = "data/report.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What pages were headed with ("" where that is not known), and whether they show victims' names."""

    title: str
    names: bool


@dataclass(slots=True)
class Totals:
    """What a record holds, counted while its pages are written."""

    documents: int = 0
    unread: int = 0
    copies: int = 0
    claims: int = 0
    refused_claims: int = 0
    events: int = 0
    disputes: int = 0
    refused: int = 0
    decisions: int = 0


def write_report(view: RecordView, folder: Path, *, title: str, names: bool = False) -> Path:
    """Writes the report of `view` into `folder` and returns its `index.html`.

    The folder holds pages, `data/` (every noun as CSV and JSON Lines) and `SHA256SUMS`. Files of an earlier report
    there are removed first; other files are left alone. Victims' names are withheld everywhere unless `names`.

    Raises:
        UsageError: `folder` is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError("a report is a folder, and this is a file", where=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    seen = public_view(view, names=names)
    site, shelf = Site(folder, title), Shelf(seen)
    made = Made(title, names)
    site.clear()
    site.static()
    totals = _write_pages(site, shelf)
    for format in FORMATS:
        # `seen` has already withheld what is to be withheld.
        export_record(seen, folder / "data", format, names=True)
    _write_index(site, shelf, totals, names=names)
    site.file(_MADE, json.dumps(asdict(made), ensure_ascii=True, indent=1) + "\n")
    site.sums()
    return folder / "index.html"


def made_with(folder: Path) -> Made | None:
    """How the pages in `folder` were written, so that they can be written so again; None where there are none."""
    if not (folder / "index.html").is_file():
        return None
    try:
        told = json.loads((folder / _MADE).read_text(encoding="utf-8"))
        return Made(str(told["title"]), told["names"] is True)
    except (OSError, ValueError, KeyError, TypeError):
        # Pages of an earlier version.
        return Made("", names=False)


def _write_pages(site: Site, shelf: Shelf) -> Totals:
    totals = Totals()
    for filed in shelf.view.documents():
        totals.documents += 1
        totals.unread += not is_read(filed)
        totals.copies += filed.repeats is not None
        totals.claims += filed.claims
        totals.refused_claims += filed.refused_claims
    write_documents(site, shelf)
    totals.events = write_timeline(site, shelf, switch(None))
    write_scales(site, shelf)
    totals.disputes = write_disputes(site, shelf)
    totals.refused = write_document_list(site, shelf)
    write_tolls(site, shelf)
    write_registers(site, shelf)
    write_framing(site, shelf.view)
    totals.decisions = write_decisions(site, shelf)
    return totals


def _write_index(site: Site, shelf: Shelf, totals: Totals, *, names: bool) -> None:
    view = shelf.view
    lead = lead_tally(view)
    if lead and is_drawable(lead):
        site.file("data/toll.svg", svg_tolls(lead, standalone=True))
    disputes = nlargest(_DISPUTES, view.disputes(), key=_recency)
    salient = nlargest(_ENTRIES, view.timeline(), key=_salience)
    dated = sorted(salient, key=lambda found: (found.begin is None, found.begin or found.finish, found.event))
    site.page(
        "index.html",
        "index.html",
        totals=totals,
        lead=sheet(lead) if lead else None,
        latest=latest_points(lead) if lead else [],
        disputes=[sides(dispute, shelf) for dispute in disputes],
        entries=[entry(view.event(found.event), shelf) for found in dated],
        span=_span(view),
        runs=list(view.runs())[-1:],
        names=names,
    )


def lead_tally(view: RecordView) -> Tally | None:
    """The death toll with most figures; without one, the tally with most figures."""
    tallies = list(view.tallies())
    return max(tallies, key=lambda t: (t.what is CountKind.KILLED, len(t.points), -len(t.scope)), default=None)


def latest_points(tally: Tally) -> list[object]:
    """The figures of the last day that has one."""
    days = [point.as_of for point in tally.points if point.as_of]
    return [point for point in tally.points if days and point.as_of == max(days)]


def _recency(dispute: Dispute) -> tuple[bool, int]:
    return dispute.as_of is not None, dispute.as_of.toordinal() if dispute.as_of else 0


def _salience(found: TimelineEntry) -> tuple[float, int]:
    return found.salience, found.begin.toordinal() if found.begin else 0


def _span(view: RecordView) -> tuple[object, object] | None:
    """The first and last day of the reports; what they tell of may reach further back."""
    days = [filed.anchor.day for filed in view.documents() if filed.anchor.day]
    return (min(days), max(days)) if days else None
