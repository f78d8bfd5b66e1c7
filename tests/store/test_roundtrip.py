"""What goes into a record comes out of it."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quipu.model import Anchor, Claim, DayEntry, Document, Quote, RefusedClaim, Span, Status, ToldDay, sha256_hex
from quipu.store import Filing, Keyed
from store.nouns import ANCHORS, CLAIMS, DOCUMENTS, SPANS, WORDS, make_record

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(
    docs=st.lists(DOCUMENTS, min_size=1, max_size=4, unique_by=lambda doc: doc.id), anchor=ANCHORS, unread=st.booleans()
)
def test_roundtrip_documents_come_back_as_they_were(docs: list[Document], anchor: Anchor, unread: bool) -> None:
    filings = [Filing(doc, anchor, unread="language" if unread else None) for doc in docs]
    with tempfile.TemporaryDirectory() as folder, make_record(Path(folder) / "record", *filings) as store:
        view = store.view()
        assert [filed.document for filed in view.documents()] == [replace(doc, text="") for doc in docs]
        for doc in docs:
            filed = view.document(doc.id)
            assert filed.document == doc
            assert filed.anchor == anchor
            assert filed.text_sha256 == sha256_hex(doc.text)
            assert filed.status is (Status.UNREAD if unread else Status.READ)


@SLOW
@given(
    claims=st.lists(CLAIMS, min_size=1, max_size=5, unique_by=lambda claim: claim.id),
    block=WORDS,
    refused=st.lists(st.builds(RefusedClaim, st.just("any"), SPANS, st.just("killed@1"), WORDS), max_size=3),
)
def test_roundtrip_claims_come_back_as_they_were(claims: list[Claim], block: str, refused: list[RefusedClaim]) -> None:
    keyed = tuple(Keyed(claim, block, claim.date and claim.date.begin) for claim in claims)
    filing = Filing(Document("any", "x"), claims=keyed, refused_claims=tuple(refused))
    with tempfile.TemporaryDirectory() as folder, make_record(Path(folder) / "record", filing) as store:
        view = store.view()
        by_offset = sorted(claims, key=lambda claim: (claim.span, claim.id))
        assert list(view.claims()) == by_offset
        assert list(view.claims(ids=[claim.id for claim in reversed(claims)])) == by_offset
        assert [view.claim(claim.id) for claim in claims] == claims
        assert sorted(view.refused_claims(), key=repr) == sorted(refused, key=repr)


def test_roundtrip_keeps_a_day_of_the_first_century(tmp_path: Path) -> None:
    doc = Document("old", "x", published=date(33, 4, 3))
    with make_record(tmp_path / "record", Filing(doc, Anchor(evidence=(Span(0, 1),)))) as store:
        assert store.view().document("old").document == doc


TOLD = (
    ToldDay("a", Span(0, 4), date(2023, 1, 9), Span(1, 3)),
    ToldDay("a", Span(0, 4), date(2023, 1, 10), Span(0, 1)),
    ToldDay("a", Span(5, 9), date(2023, 1, 8)),
)


def test_roundtrip_told_days_come_back_by_day_without_copies(tmp_path: Path) -> None:
    copy = replace(TOLD[0], document_id="b")
    filings = (Filing(Document("a", "x" * 9), days=TOLD), Filing(Document("b", "x" * 9), days=(copy,)))
    with make_record(tmp_path / "record", *filings) as store, store.writer() as writer, writer.derive("test") as draft:
        assert list(draft.linking.told_days()) == [TOLD[2], TOLD[0], copy, TOLD[1]]
        draft.add_copies([(2, "a")])
        assert list(draft.linking.told_days()) == [TOLD[2], TOLD[0], TOLD[1]]


def test_roundtrip_days_come_back_as_they_were(tmp_path: Path) -> None:
    entries = [
        DayEntry(date(2023, 1, 8), 0.25, 1, 0, ()),
        DayEntry(date(2023, 1, 9), 1.0, 2, 7, (Quote("a", Span(0, 4)), Quote("b", Span(2, 9)))),
    ]
    with make_record(tmp_path / "record", Filing(Document("a", "x" * 9), days=TOLD)) as store:
        with store.writer() as writer, writer.derive("test") as draft:
            draft.add_days(entries)
        assert list(store.view().days()) == entries
