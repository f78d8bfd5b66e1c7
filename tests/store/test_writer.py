"""Adding, superseding, withdrawing, and what is derived."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from quipu.errors import NotFound, RecordError
from quipu.model import Document, Judgement, Refusal, Snapshot, Verdict, event_code, sha256_hex
from quipu.store import Filing, Store, verify
from store.nouns import RUN, TEXT, make_claim, make_event, make_filing, make_record

SECOND = replace(RUN, id="run-2")
OTHER = TEXT + " More was said."


def _codes(store: Store) -> list[str]:
    return [finding.code for finding in verify(store)]


def _link(store: Store, *members: list[str]) -> None:
    """Each list of document ids becomes one event of their first claims."""
    with store.writer() as writer, writer.derive("test") as draft:
        draft.add_links(make_event(*[make_claim(id, said="0") for id in ids]) for ids in members)


def test_writer_adds_and_knows(tmp_path: Path) -> None:
    with make_record(tmp_path / "record", make_filing("a"), make_filing("b")) as store, store.writer() as writer:
        assert writer.known("a") == sha256_hex(TEXT)
        assert writer.known("c") is None
        assert _codes(store) == ["stale"]


def test_writer_supersedes_another_text_under_the_same_id(tmp_path: Path) -> None:
    with make_record(tmp_path / "record", make_filing("a")) as store, store.writer() as writer:
        writer.begin_run(SECOND)
        assert writer.add_documents("run-2", [make_filing("a", OTHER)]) == 1
        view = store.view()
        assert [filed.run for filed in view.documents()] == ["run-2"]
        assert view.text("a") == OTHER
        assert [claim.span.end for claim in view.claims()] == [len(OTHER)]
        assert _codes(store) == ["stale"]


def test_writer_undo_brings_back_what_was_superseded(tmp_path: Path) -> None:
    with make_record(tmp_path / "record", make_filing("a")) as store, store.writer() as writer:
        writer.begin_run(SECOND)
        writer.add_documents("run-2", [make_filing("a", OTHER), make_filing("b")])
        assert writer.withdraw("run-2") == 2
        view = store.view()
        assert [(filed.document.id, filed.run) for filed in view.documents()] == [("a", "run-1")]
        assert view.text("a") == TEXT
        assert writer.known("b") is None
        assert writer.withdraw("run-1") == 1
        assert list(store.view().claims()) == []
        assert _codes(store) == ["stale"]
        with pytest.raises(NotFound, match="no such run"):
            writer.withdraw("run-9")


def test_writer_adds_all_of_a_batch_or_nothing(tmp_path: Path) -> None:
    twice = replace(make_filing("b"), claims=make_filing("b").claims * 2)
    with make_record(tmp_path / "record") as store, store.writer() as writer:
        with pytest.raises(RecordError):
            writer.add_documents("run-1", [make_filing("a"), twice])
        assert list(store.view().documents()) == []
        assert _codes(store) == []


def test_writer_marks_a_run_that_was_cut_off(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True) as store, store.writer() as writer:
        writer.begin_run(RUN)
        writer.begin_run(SECOND)
        writer.finish_run("run-2", status="finished", counts={"claims": 3})
        first, second = store.view().runs()
        assert (first.status, first.finished_at) == ("interrupted", None)
        assert (second.status, second.counts, second.inputs) == ("finished", {"claims": 3}, ("reports",))


REFUSALS = {
    "whole source": (Refusal("x.txt", "empty", "holds nothing"), True),
    "its line": (Refusal("x.txt", "bad_json", "not JSON", line=7), False),
    "its id": (Refusal("y.txt", "reader_failed", "our fault", id="a"), True),
    "another source": (Refusal("z.txt", "empty", "holds nothing"), False),
}


@pytest.mark.parametrize(("refusal", "resolved"), REFUSALS.values(), ids=REFUSALS)
def test_writer_resolves_refusals_of_what_is_read_later(tmp_path: Path, refusal: Refusal, resolved: bool) -> None:
    snapshot = Snapshot(sha256_hex(b"x"), "x.txt", "text/plain", 1, b"x")
    filing = make_filing("a")
    with make_record(tmp_path / "record") as store, store.writer() as writer:
        writer.add_refusals("run-1", [refusal])
        writer.add_refusals("run-1", [refusal])
        assert list(store.view().refusals()) == [refusal]
        assert list(store.view().refusals(run="run-1")) == [refusal, refusal]
        writer.add_documents("run-1", [replace(filing, document=replace(filing.document, snapshot=snapshot))])
        assert list(store.view().refusals()) == ([] if resolved else [refusal])


def test_writer_resolves_a_line_that_is_mended(tmp_path: Path) -> None:
    snapshot = Snapshot(sha256_hex(b"{}"), "x.jsonl:7", "application/json", 2, b"{}")
    broken = [Refusal("x.jsonl", "bad_json", "not JSON", line) for line in (7, 8)]
    with make_record(tmp_path / "record") as store, store.writer() as writer:
        writer.add_refusals("run-1", broken)
        writer.add_documents("run-1", [Filing(Document("a", TEXT, snapshot=snapshot))])
        assert list(store.view().refusals()) == broken[1:]


def test_writer_keeps_originals_and_fetched_pages(tmp_path: Path) -> None:
    snapshot = Snapshot(sha256_hex(b"page"), "https://example.org/", "text/html", 4, b"page")
    with make_record(tmp_path / "record", Filing(Document("a", TEXT, snapshot=snapshot))) as store:
        assert store.folder.original(snapshot.sha256).read_bytes() == b"page"
        assert store.view().document("a").document.snapshot == replace(snapshot, data=None)
        with store.writer() as writer:
            writer.keep_fetched("https://example.org/", b"WARC/1.1")
        (archive,) = (store.folder.path / "snapshots").iterdir()
        assert archive.name.endswith(".warc.gz")
        assert _codes(store) == ["stale"]


def test_writer_refuses_bytes_that_are_not_what_their_digest_says(tmp_path: Path) -> None:
    snapshot = Snapshot(sha256_hex(b"page"), "x.html", "text/html", 4, b"another")
    with pytest.raises(RecordError, match="do not have their digest"):
        make_record(tmp_path / "record", Filing(Document("a", TEXT, snapshot=snapshot)))


def test_writer_links_in_one_transaction(tmp_path: Path) -> None:
    with make_record(tmp_path / "record", *map(make_filing, "abc")) as store:
        _link(store, ["a", "b"], ["c"])
        before = list(store.view().events())
        assert _codes(store) == []
        with pytest.raises(ZeroDivisionError), store.writer() as writer, writer.derive("test") as draft:
            draft.add_links(make_event(make_claim("cb"[1 // left], said="0")) for left in (2, 0))
        assert list(store.view().events()) == before
        assert not store.view().is_stale()


def test_writer_leads_old_codes_to_the_event_they_were_merged_into(tmp_path: Path) -> None:
    with make_record(tmp_path / "record", *map(make_filing, "abc")) as store:
        _link(store, ["a"], ["b"], ["c"])
        codes = {event.documents[0]: event.id for event in store.view().events()}
        _link(store, ["a", "b"], ["c"])
        view = store.view()
        merged = view.event(codes["a"])
        assert view.event(codes["b"]) == merged
        assert merged.documents == ("a", "b")
        assert merged.id in (codes["a"], codes["b"])
        assert [claim.document_id for claim in view.claims(event=codes["b"])] == ["a", "b"]
        with pytest.raises(NotFound):
            view.event("EV-NEVER1")


def test_writer_lengthens_a_code_that_is_in_use(tmp_path: Path) -> None:
    with make_record(tmp_path / "record", *map(make_filing, "ab")) as store:
        taken = event_code(make_claim("b", said="0").id)
        with store.writer() as writer, writer.derive("test") as draft:
            draft.add_links([replace(make_event(make_claim("a", said="0")), id=taken)])
        _link(store, ["a"], ["b"])
        ids = {event.documents[0]: event.id for event in store.view().events()}
        assert ids["a"] == taken
        assert ids["b"].startswith(taken[:3])
        assert len(ids["b"]) == len(taken) + 1


def test_writer_withdraws_rules_judgements_that_are_no_longer_given(tmp_path: Path) -> None:
    one = Judgement("c-1", "c-2", Verdict.POSITIVE, 0.9, "same day, same town", "rule:link@1")
    two = replace(one, right="c-3")
    with make_record(tmp_path / "record") as store, store.writer() as writer:
        for given in ([one, two], [two], [one, two]):
            with writer.derive("test") as draft:
                draft.add_links(given)
        view = store.view()
        assert [judgement.right for judgement in view.judgements()] == ["c-3", "c-2"]
        assert len(list(view.judgements(withdrawn=True))) == 3


@pytest.mark.parametrize("change", ["UPDATE audit SET at = ''", "DELETE FROM audit"])
def test_writer_audit_log_cannot_be_changed(tmp_path: Path, change: str) -> None:
    store = make_record(tmp_path / "record")
    with store, pytest.raises(DatabaseError, match="append-only"), store.engine.begin() as connection:
        connection.execute(text(change))
