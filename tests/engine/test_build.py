"""Building: what is new is added, what fails is told, what stops goes on."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from sqlalchemy import func, select

from engine.reports import contents_of, make_report, make_reports, write_lines
from quipu.documents import IntakeOptions
from quipu.engine import BuildOptions, Coder, Silent, build_record, rebuild_derived, split_event, undo_run
from quipu.engine import reading as reading_module
from quipu.errors import RecordError
from quipu.model import Document, EventType, Reading, Run, Status
from quipu.sentences import read_sentences
from quipu.store import Store, verify
from quipu.store.schema import audit
from sentences.readers.chat_server import Reply, chatting

KILLED = "Two people were killed in clashes in Juliaca on 9 January 2023, the ombudsman said."
MARCH = "Thousands marched in Cusco on 8 January 2023."


def _counts(run: Run) -> dict[str, int]:
    return {name: count for name, count in run.counts.items() if count and name.startswith(("documents", "refused"))}


def _build(folder: Path, *reports: object, options: BuildOptions | None = None) -> Run:
    source = write_lines(folder / "reports.jsonl", reports)
    return build_record([source], folder / "record", options or BuildOptions())


def _linkings(record: Path) -> int:
    with Store.open(record) as store, store.engine.connect() as connection:
        return connection.execute(select(func.count()).where(audit.c.action == "linked")).scalar_one()


def test_the_manifest_counts_what_a_reader_told_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"entities": [{"text": "Juliaca", "type": "LOC"}, {"text": "Lima", "type": "LOC"}]}
    with chatting() as chat:
        chat.replies = [Reply({"sentences": [{"number": 1} | told]})]
        monkeypatch.setenv("QUIPU_READER", f"endpoint:{chat.url}/v1")
        monkeypatch.setenv("QUIPU_ENDPOINT_MODEL", "tiny")
        monkeypatch.setenv("QUIPU_CACHE", str(tmp_path / "cache"))
        run = _build(tmp_path, make_report("a", KILLED))
        again = _build(tmp_path, make_report("a", KILLED))
    dropped = {name: count for name, count in run.counts.items() if name.startswith("reader_dropped")}
    assert dropped == {"reader_dropped": 1, "reader_dropped_not_verbatim": 1}
    assert not any(name.startswith("reader_dropped") for name in again.counts)
    with Store.open(tmp_path / "record") as store:
        assert dropped.items() <= next(iter(store.view().runs())).counts.items()


def test_build_files_what_it_reads(tmp_path: Path) -> None:
    run = _build(tmp_path, make_report("a", KILLED), make_report("b", "Bonjour à tous, voici le bulletin.", None, "fr"))
    assert run.status == "finished"
    assert _counts(run) == {"documents_added": 2, "documents_unread": 1}
    with Store.open(tmp_path / "record") as store:
        view = store.view()
        assert [(f.document.id, f.status, f.unread) for f in view.documents()] == [
            ("a", Status.READ, None),
            ("b", Status.UNREAD, "language"),
        ]
        assert EventType.KILLING in {event.type for event in view.events()}
        assert [saved.counts for saved in view.runs()] == [run.counts]
        assert list(verify(store)) == []


def test_build_again_adds_only_what_is_new(tmp_path: Path) -> None:
    _build(tmp_path, make_report("a", KILLED))
    before = contents_of(tmp_path / "record")
    run = _build(tmp_path, make_report("a", KILLED))
    assert _counts(run) == {"documents_known": 1}
    assert contents_of(tmp_path / "record") == before
    assert _linkings(tmp_path / "record") == 1
    run = _build(tmp_path, make_report("a", KILLED), make_report("b", MARCH))
    assert _counts(run) == {"documents_added": 1, "documents_known": 1}
    assert run.counts["events"] > len(before["events"])


def test_build_one_text_in_two_files_is_one_document(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(KILLED, encoding="utf-8")
    run = build_record([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")], tmp_path / "record")
    assert _counts(run) == {"documents_added": 1, "documents_known": 1}


def test_build_one_text_under_two_ids_is_a_copy(tmp_path: Path) -> None:
    _build(tmp_path, make_report("a", KILLED, "2023-01-10"), make_report("b", KILLED, "2023-01-11"))
    with Store.open(tmp_path / "record") as store:
        view = store.view()
        assert [(f.document.id, f.copy_of) for f in view.documents()] == [("a", None), ("b", "a")]
        (event,) = view.events(type="killing")
        assert event.documents == ("a", "b")
        assert event.sources_independent == 1


UNDIRECTED = [
    ("one day", "2023-01-10", "2023-01-10"),
    ("no day at all", None, None),
    ("one undated", None, "2023-01-10"),
]


@pytest.mark.parametrize(("left", "right"), [case[1:] for case in UNDIRECTED], ids=[case[0] for case in UNDIRECTED])
def test_build_copies_whose_days_do_not_tell_have_no_direction(
    left: str | None, right: str | None, tmp_path: Path
) -> None:
    _build(tmp_path, make_report("a", KILLED, left), make_report("b", KILLED, right))
    with Store.open(tmp_path / "record") as store:
        filed = list(store.view().documents())
        assert [f.copy_of for f in filed] == [None, None]
        assert {f.document.id: f.same_as for f in filed} in ({"a": None, "b": "a"}, {"a": "b", "b": None})
        assert [event.sources_independent for event in store.view().events(type="killing")] == [1]


def test_build_a_near_copy_points_to_the_earlier_report(tmp_path: Path) -> None:
    story = f"{KILLED} Families waited outside the hospital all night. The road to the airport stayed shut on Tuesday."
    edited = f"{story} More follows."
    _build(tmp_path, make_report("a", edited, "2023-01-12"), make_report("b", story, "2023-01-11"))
    with Store.open(tmp_path / "record") as store:
        filed = {f.document.id: f for f in store.view().documents()}
        assert (filed["a"].copy_of, filed["b"].copy_of, filed["a"].same_as) == ("b", None, None)


def test_build_a_copied_passage_counts_as_its_first_source(tmp_path: Path) -> None:
    roundup = (
        f"Our own reporters were in Cusco. {KILLED} Shops stayed closed there and the airport did not open all day."
    )
    _build(tmp_path, make_report("agency", KILLED, "2023-01-10"), make_report("roundup", roundup, "2023-01-12"))
    with Store.open(tmp_path / "record") as store:
        view = store.view()
        assert [f.copy_of for f in view.documents()] == [None, None]
        event = next(event for event in view.events(type="killing"))
        assert set(event.documents) == {"agency", "roundup"}
        assert event.sources_independent == 1


def test_build_another_text_under_an_id_supersedes_it(tmp_path: Path) -> None:
    _build(tmp_path, make_report("a", KILLED))
    run = _build(tmp_path, make_report("a", MARCH))
    assert _counts(run) == {"documents_added": 1, "documents_superseded": 1}
    with Store.open(tmp_path / "record") as store:
        assert store.view().text("a") == MARCH
        assert list(store.view().events(type="killing")) == []
    assert _counts(_build(tmp_path, make_report("a", MARCH), make_report("a", KILLED))) == {
        "documents_known": 1,
        "refused": 1,
    }


def test_build_reads_known_documents_again_if_asked(tmp_path: Path) -> None:
    _build(tmp_path, make_report("a", KILLED))
    before = contents_of(tmp_path / "record")
    run = _build(tmp_path, make_report("a", KILLED), options=BuildOptions(reread=True))
    assert _counts(run) == {"documents_added": 1, "documents_superseded": 1}
    assert contents_of(tmp_path / "record") == before


def test_build_goes_on_after_bad_lines_and_reads_them_once_mended(tmp_path: Path) -> None:
    run = _build(tmp_path, make_report("a", KILLED), "{not json", make_report("c", ""))
    assert _counts(run) == {"documents_added": 1, "refused": 2}
    with Store.open(tmp_path / "record") as store:
        assert [(r.code, r.line) for r in store.view().refusals()] == [("bad_json", 2), ("empty", 3)]
    _build(tmp_path, make_report("a", KILLED), make_report("b", MARCH), make_report("c", MARCH + " Many came."))
    with Store.open(tmp_path / "record") as store:
        assert list(store.view().refusals()) == []


def test_build_a_fault_of_ours_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(document: Document) -> Reading:
        if document.id == "b":
            raise RecursionError("too deep")
        return read_sentences(document)

    reports = [make_report("a", KILLED), make_report("b", MARCH), make_report("c", MARCH + " Many came.")]
    with monkeypatch.context() as patched:
        patched.setattr(reading_module, "read_sentences", failing)
        run = _build(tmp_path, *reports)
    assert _counts(run) == {"documents_added": 2, "refused": 1}
    with Store.open(tmp_path / "record") as store:
        (refusal,) = store.view().refusals()
        assert (refusal.code, refusal.id, refusal.line) == ("reader_failed", "b", 2)
        assert "RecursionError" in refusal.message
        assert "too deep" not in refusal.message
    assert _counts(_build(tmp_path, *reports)) == {"documents_added": 1, "documents_known": 2}
    with Store.open(tmp_path / "record") as store:
        assert list(store.view().refusals()) == []


class _CtrlC(Silent):
    """Somebody presses Ctrl-C at a moment of a phase."""

    def __init__(self, phase: str, steps: int) -> None:
        self.phase, self.steps, self.notes = phase, steps, list[str]()
        self.now = ""

    def start(self, phase: str, total: int | None) -> None:
        self.now = phase

    def advance(self, steps: int = 1) -> None:
        self.steps -= self.now == self.phase
        if self.now == self.phase and self.steps == 0:
            raise KeyboardInterrupt

    def note(self, message: str) -> None:
        self.notes.append(message)


@pytest.mark.parametrize(("phase", "steps"), [("reading", 1), ("reading", 25), ("linking", 1), ("linking", 4)])
def test_build_goes_on_after_ctrl_c(tmp_path: Path, phase: str, steps: int) -> None:
    source = write_lines(tmp_path / "reports.jsonl", make_reports(40))
    build_record([source], tmp_path / "whole")
    progress = _CtrlC(phase, steps)
    run = build_record([source], tmp_path / "record", BuildOptions(batch_documents=10), progress)
    assert run.status == "interrupted"
    assert progress.notes == ["stopped; what was read is kept, and the same command goes on from here"]
    with Store.open(tmp_path / "record") as store:
        assert {finding.code for finding in verify(store)} == {"stale"}
        kept = store.view().counts()["documents"]
        assert kept == run.counts["documents_added"] == (steps if phase == "reading" else 40)
    assert build_record([source], tmp_path / "record").counts["documents_added"] == 40 - kept
    assert contents_of(tmp_path / "record") == contents_of(tmp_path / "whole")


def test_build_a_fault_while_linking_keeps_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("quipu.engine.link.link_events", lambda claims, decided, clues: iter([1 // 0]))
        with pytest.raises(ZeroDivisionError):
            _build(tmp_path, make_report("a", KILLED))
    with Store.open(tmp_path / "record") as store:
        assert [run.status for run in store.view().runs()] == ["failed"]
        assert {finding.code for finding in verify(store)} == {"stale"}
    assert _build(tmp_path, make_report("a", KILLED)).counts["events"] > 0


def test_build_undo_takes_back_one_run(tmp_path: Path) -> None:
    _build(tmp_path, make_report("a", KILLED))
    before = contents_of(tmp_path / "record")
    run = _build(tmp_path, make_report("a", KILLED), make_report("b", MARCH))
    assert undo_run(tmp_path / "record", run.id) == 1
    assert contents_of(tmp_path / "record") == before
    assert _counts(_build(tmp_path, make_report("b", MARCH))) == {"documents_added": 1}


def test_build_a_persons_decision_survives_every_linking(tmp_path: Path) -> None:
    other = "Two people were killed in clashes in Juliaca on 9 January 2023, a hospital director said."
    _build(tmp_path, make_report("a", KILLED), make_report("b", other))
    with Store.open(tmp_path / "record") as store:
        (event,) = store.view().events(type="killing")
        left, right = event.claims
        with store.writer() as writer:
            writer.decide([split_event(store.view(), event.id, [left], Coder("reviewer", "two squares"))])
        rebuild_derived(store)
        apart = [event.claims for event in store.view().events(type="killing")]
        assert sorted(apart) == sorted([(left,), (right,)])
    _build(tmp_path, make_report("c", MARCH))
    with Store.open(tmp_path / "record") as store:
        assert [event.claims for event in store.view().events(type="killing")] == apart


def test_build_links_anew_with_other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        # As an older version might have: every claim in one block, without a day; sketches of another scheme.
        patched.setattr(reading_module, "block_of", lambda claim: "all")
        patched.setattr(reading_module, "block_day", lambda claim: None)
        patched.setattr("quipu.engine.build.lexicon_hash", lambda: "sha256:older")
        patched.setattr("quipu.engine.link.link_events", lambda claims, decided, clues: iter(()))
        _build(tmp_path, *make_reports(30))
    (tmp_path / "new").mkdir()
    _build(tmp_path / "new", *make_reports(30))
    run = _build(tmp_path, *make_reports(31)[30:])
    assert run.counts["events"] > 0
    undo_run(tmp_path / "record", run.id)
    assert contents_of(tmp_path / "record") == contents_of(tmp_path / "new" / "record")


def test_build_is_one_at_a_time(tmp_path: Path) -> None:
    busy = pytest.raises(RecordError, match="is writing to this record")
    with Store.open(tmp_path / "record", create=True) as store, store.writer(), busy:
        _build(tmp_path, make_report("a", KILLED))


@pytest.fixture
def page() -> Iterator[str]:
    """The address of a page on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<html><body><article><h1>Clashes in Juliaca</h1><p>{KILLED}</p></article></body></html>".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/report"
    server.shutdown()
    server.server_close()


def test_build_archives_what_it_fetches(tmp_path: Path, page: str) -> None:
    options = BuildOptions(intake=IntakeOptions(allow_loopback=True))
    run = build_record([page], tmp_path / "record", options)
    assert _counts(run) == {"documents_added": 1}
    (archive,) = (tmp_path / "record" / "snapshots").iterdir()
    with Store.open(tmp_path / "record") as store:
        (filed,) = store.view().documents()
        assert filed.document.url == page
        assert list(verify(store)) == []
    again = build_record([str(archive)], tmp_path / "from archive")
    assert _counts(again) == {"documents_added": 1}
