"""The folder: what is in it, what is gone from it, and that it stays quick and small in memory for a large record."""

import hashlib
import re
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from export.factory.crisis import crisis
from export.factory.view import ListView
from quipu.errors import UsageError
from quipu.export import write_report
from quipu.model import (
    Anchor,
    AnchorBasis,
    Claim,
    ClaimDate,
    Count,
    CountKind,
    Document,
    Event,
    EventCount,
    EventType,
    Filed,
    Modality,
    Span,
    Status,
    Words,
    claim_id,
    event_code,
)


def test_build_returns_the_first_page_and_hashes_every_file(tmp_path: Path) -> None:
    index = write_report(crisis(), tmp_path / "out", title="Corvane")
    assert index == tmp_path / "out" / "index.html"
    lines = (tmp_path / "out" / "SHA256SUMS").read_text().splitlines()
    told = {line[66:]: line[:64] for line in lines}
    found = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    assert set(told) == found - {"SHA256SUMS"}
    assert all(hashlib.sha256((tmp_path / "out" / n).read_bytes()).hexdigest() == told[n] for n in told)
    assert {"data/claims.csv", "data/claims.jsonl", "data/dictionary.csv", "timeline.html"} <= found


def test_build_is_the_same_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_report(crisis(), tmp_path / name, title="Corvane")
    assert (tmp_path / "one" / "SHA256SUMS").read_bytes() == (tmp_path / "two" / "SHA256SUMS").read_bytes()


def test_build_again_removes_pages_of_yesterday_and_nothing_else(tmp_path: Path) -> None:
    write_report(crisis(), tmp_path, title="Corvane", names=True)
    (tmp_path / "notes.txt").write_text("mine")
    write_report(ListView(), tmp_path, title="Empty")
    assert not list((tmp_path / "documents").glob("*"))
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_build_sums_that_point_outside_remove_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("keep")
    out = tmp_path / "out"
    out.mkdir()
    (out / "SHA256SUMS").write_text(f"{'0' * 64}  ../precious\n")
    write_report(ListView(), out, title="Empty")
    assert (tmp_path / "precious").read_text() == "keep"


def test_build_of_an_empty_record_says_so(tmp_path: Path) -> None:
    html = write_report(ListView(), tmp_path, title="Empty").read_text()
    assert "No event was read" in html
    assert "No running total was read" in (tmp_path / "tolls.html").read_text()


def test_build_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(UsageError):
        write_report(crisis(), tmp_path / "x", title="Corvane")


def test_build_says_what_was_not_read_and_why(tmp_path: Path) -> None:
    write_report(crisis(), tmp_path, title="Corvane")
    listed = (tmp_path / "documents.html").read_text()
    assert "unread: quipu does not read its language yet" in listed
    assert "scan.pdf is encrypted" in listed
    assert "/home/" not in listed
    page = (tmp_path / "documents" / "d-aa01bc23de45.html").read_text()
    assert "Not read: quipu does not read its language yet" in page
    copy = (tmp_path / "documents" / "d-0b6f3e77a941.html").read_text()
    assert "does not count as an independent source" in copy


def test_build_anchor_evidence_is_told_and_marked(tmp_path: Path) -> None:
    write_report(crisis(), tmp_path, title="Corvane")
    page = (tmp_path / "documents" / "d-48d0aa3377be.html").read_text()
    assert 'href="#anchor-1"' in page
    assert '<span class="evidence" id="anchor-1">two months without its elected president</span>' in page


@pytest.mark.parametrize(("chained", "shown"), [(True, 1), (False, 0)])
def test_build_shows_who_passed_a_word_on(tmp_path: Path, chained: bool, shown: int) -> None:
    view = crisis()
    claim = next(c for c in view.all_claims if c.attribution and c.attribution.text == "the regional hospital")
    chain = (Words("the regional hospital"), Words("Radio <Halden>"))
    told = [replace(c, chain=chain) if chained and c is claim else c for c in view.all_claims]
    write_report(replace(view, all_claims=told), tmp_path, title="Corvane")
    pages = "".join(path.read_text() for path in (tmp_path / "documents").glob("*.html"))
    assert pages.count("<i>passed on by</i> <bdi>Radio &lt;Halden&gt;</bdi>") == shown


def test_build_lets_no_markup_of_a_report_through(tmp_path: Path) -> None:
    write_report(crisis(), tmp_path, title="<b>Corvane</b>")
    for path in tmp_path.rglob("*.html"):
        html = path.read_text()
        assert not re.search(r"<script(?! src=)|<em>|<b>Corvane", html), path
        assert not re.search(r'href="\s*(javascript|data:text)', html, re.IGNORECASE), path


WORDS = "On day {n} police arrested {k} people in the town of Halden, and a crowd of hundreds gathered. " * 12


def large(size: int) -> ListView:
    """`size` documents of about 200 words with eight claims and four events each."""
    filed, claims, events = [], [], []
    for n in range(size):
        text = WORDS.format(n=n, k=n % 90)
        on = date(2030, 1, 1) + timedelta(days=n % 400)
        doc = Document(f"d-{n:06}", text, title=f"Report {n}", published=on)
        own = [_claim(doc, at * 90, at, on) for at in range(8)]
        claims += own
        events += [_event(own[2 * at : 2 * at + 2], on) for at in range(4)]
        anchor = Anchor(on, AnchorBasis.PUBLISHED)
        filed.append(Filed(doc, "0" * 64, anchor, Status.READ, "2031-01-01T00:00:00Z", "r-1", claims=8))
    return ListView(filed, claims, all_events=sorted(events, key=lambda e: (e.begin, e.id)))


def _claim(doc: Document, start: int, at: int, on: date) -> Claim:
    id = claim_id(document_id=doc.id, start=start, end=start + 80, type="arrest", said=[at])
    count = Count(CountKind.ARRESTED, at, at, "x", Span(start + 5, start + 9))
    when = ClaimDate(on, on, "anchor")
    return Claim(
        id, doc.id, Span(start, start + 80), EventType.ARREST, Modality.ASSERTED, "r@1", 0.5, date=when, count=count
    )


def _event(claims: list[Claim], on: date) -> Event:
    ids = tuple(claim.id for claim in claims)
    counts = ((CountKind.ARRESTED, EventCount(1, 2, 3, ids)),)
    return Event(event_code(min(ids), 10), EventType.ARREST, on, on, None, ids, (claims[0].document_id,), counts)


def test_build_long_lists_go_on_to_next_pages(tmp_path: Path) -> None:
    write_report(large(300), tmp_path, title="Many")
    first, second = (tmp_path / "timeline.html").read_text(), (tmp_path / "timeline-2.html").read_text()
    assert 'href="timeline-2.html" rel="next"' in first
    assert 'href="timeline.html" rel="prev"' in second
    assert len(list((tmp_path / "events").iterdir())) == 1200


def peak(size: int, folder: Path) -> int:
    """Bytes held at most while the pages of a record of `size` documents are written."""
    view = large(size)
    tracemalloc.start()
    write_report(view, folder, title="Many")
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held


def test_build_memory_is_of_one_page_not_of_all(tmp_path: Path) -> None:
    """Three times the documents: what is held grows by the shelf's rows and one list page's, not by texts or pages."""
    # In a process of its own: what earlier tests interned or left to the collector must not be counted here.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        peaks = [alone.submit(peak, size, tmp_path / str(size)).result() for size in (80, 240)]
    written = sum(p.stat().st_size for p in (tmp_path / "240").rglob("*.html"))
    per_document, pages = (peaks[1] - peaks[0]) / 160, written / 240
    assert per_document < pages * 0.6
