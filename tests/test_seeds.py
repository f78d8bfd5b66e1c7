"""The two real reports: built as they are, by the public path. Names are compared with the words at their span."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from quipu.engine import BuildOptions, build_record
from quipu.model import AnchorBasis, Claim, CountKind, EventType, RecordView, Span
from quipu.store import Store, verify
from shared import need

pytestmark = pytest.mark.shared

FURNITURE = ("top of page", "bottom of page", "Skip to main", "Writer's picture", "Fighting fund", "You've Raised")
FURNITURE += ("We need:", "Days remaining", "Donate today", "Become a supporter", "Follow Ken", "reader-owned")


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordView]:
    seeds = need("seeds")
    record = tmp_path_factory.mktemp("seeds") / "record"
    run = build_record([str(seeds)], record, BuildOptions())
    assert run.counts["refused"] == 0
    with Store.open(record) as store:
        assert list(verify(store)) == []
        yield store.view()


def _text(view: RecordView, beginning: str) -> tuple[str, str]:
    """Id and text of the report whose words begin so."""
    for filed in view.documents():
        text = view.text(filed.document.id)
        if beginning in text[:400]:
            return filed.document.id, text
    raise AssertionError(beginning)


def _tolls(view: RecordView, document: str) -> list[Claim]:
    claims = view.claims(document=document)
    return [c for c in claims if c.count and c.count.what is CountKind.KILLED and c.modality.happened]


def test_seeds_no_claim_is_page_furniture(view: RecordView) -> None:
    for claim in view.claims():
        words = claim.span.of(view.text(claim.document_id))
        assert not [f for f in FURNITURE if f.lower() in words.lower()], words


@pytest.mark.parametrize(
    ("beginning", "earliest", "latest"),
    [
        ("top of page", date(2022, 12, 16), date(2022, 12, 16)),
        ("Like Bolivia", date(2023, 1, 31), date(2023, 2, 14)),
    ],
)
def test_seeds_anchor_is_inferred_with_evidence(view: RecordView, beginning: str, earliest: date, latest: date) -> None:
    document, text = _text(view, beginning)
    anchor = view.document(document).anchor
    assert anchor.basis is AnchorBasis.INFERRED
    assert anchor.day is not None
    assert earliest <= anchor.day <= latest
    assert anchor.evidence
    assert all(span.of(text).strip() for span in anchor.evidence)


def test_seeds_first_toll_keeps_direct_and_indirect_apart(view: RecordView) -> None:
    document, _ = _text(view, "top of page")
    tolls = {(c.count.low, c.count.high, c.count.scope): c for c in _tolls(view, document) if c.count}
    direct = tolls[(17.0, None, None)]
    indirect = tolls[(5.0, None, "indirect")]
    for claim in (direct, indirect):
        assert claim.attribution is not None
        assert "authorities" in claim.attribution.text
    assert direct.count is not None
    assert direct.count.cumulative


def test_seeds_both_tolls_stand_in_the_tally_with_speakers(view: RecordView) -> None:
    points = [p for t in view.tallies() if t.what is CountKind.KILLED for p in t.points]
    said = {(p.low, p.high): p for p in points}
    assert {(17.0, None), (5.0, None), (70.0, None)} <= set(said)
    assert all(p.speaker for p in points)
    assert "authorities" in said[17.0, None].speaker


def test_seeds_vote_has_both_numbers(view: RecordView) -> None:
    document, _ = _text(view, "Like Bolivia")
    votes = [c.count for c in view.claims(document=document) if c.count and c.count.what is CountKind.VOTES]
    assert {75.0, 48.0} <= {n for v in votes for n in (v.low, v.high)}


def test_seeds_named_victim_has_the_age_beside_the_name(view: RecordView) -> None:
    document, text = _text(view, "top of page")
    found = re.search(r"\b26-year-old ((?:[A-Z]\w+ ?){2,3})\b", text)
    assert found is not None
    name = Span(found.start(1), found.start(1) + len(found.group(1).rstrip()))
    named = [v for c in view.claims(document=document) for v in c.victims if v.age == 26]
    assert named
    assert any(v.name is not None and v.name.of(text) == name.of(text) for v in named)


def test_seeds_planned_strike_is_not_counted_as_done(view: RecordView) -> None:
    document, text = _text(view, "Like Bolivia")
    strikes = [c for c in view.claims(document=document) if c.type is EventType.STRIKE]
    called = [c for c in strikes if "called for" in c.span.of(text)]
    assert called
    assert not any(c.modality.happened for c in called)


# Where, when and how many (at least, best, at most), as a person reads the two reports; nobody else is counted. The
# fifth death, in Arequipa, has no day of its own in the words, so it is an event and in no sum of a day.
INCIDENTS = [
    (
        "Andahuaylas",
        date(2022, 12, 11),
        {"killed": (2, 2, None), "injured": (20, 20, None), "arrested": (12, 12, None)},
    ),
    ("Chincheros", date(2022, 12, 12), {"killed": (2, 2, 2)}),
    ("Arequipa", date(2022, 12, 12), {"killed": (1, 1, 1)}),
]


def test_seeds_each_incident_is_one_event(view: RecordView) -> None:
    told = {}
    for event in view.events():
        counts = {
            w.value: (c.low, c.best, c.high) for w, c in event.counts if w.value in ("killed", "injured", "arrested")
        }
        if counts:
            told[event.place.text if event.place else "", event.begin] = counts
    assert told == {(place, day): counts for place, day, counts in INCIDENTS}


def test_seeds_incidents_add_up_below_the_totals(view: RecordView) -> None:
    (killed,) = (t for t in view.tallies() if (t.what, t.scope) == (CountKind.KILLED, "Peru"))
    assert [(s.as_of, s.low, s.high) for s in killed.incidents] == [
        (date(2022, 12, 11), 2, 2),
        (date(2022, 12, 12), 4, 4),
    ]


def test_seeds_hold_no_dispute(view: RecordView) -> None:
    """Two authors, two months apart: 17 and more, five more of indirect causes, then over 70."""
    assert list(view.disputes()) == []
