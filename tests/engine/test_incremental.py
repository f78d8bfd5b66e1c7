"""A record that grew by parts, with reports taken back and persons deciding between, is the record built at once."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.reports import Report, contents, make_report, write_lines
from quipu.engine import (
    Coder,
    build_record,
    edit_claim,
    file_decision,
    file_decisions,
    judge_claims,
    merge_events,
    split_event,
    undo_run,
)
from quipu.engine import build as build_module
from quipu.engine.reading import file_document
from quipu.model import Action, Decision, Document, RecordView, Refusal
from quipu.store import Filing, Store, verify

WIRE = "Two people were killed in clashes in Juliaca on 9 January 2023, the ombudsman said."
MORE = "Families waited outside the hospital all night. The road to the airport stayed shut on Tuesday."
BLOCKED = "Residents blocked the road to Cusco on 8 January 2023 and demanded new elections."
TEXTS = {
    "wire": f"{WIRE} {MORE}",
    "mirror": f"{WIRE} {MORE}",
    "edited": f"{WIRE} {MORE} More follows.",
    "roundup": f"Our own reporters were in Cusco. {WIRE} {BLOCKED} Shops stayed closed there all day.",
    "rival": "Three people were killed in Juliaca on 9 January 2023, a hospital director said.",
    "total": "At least 17 people have been killed since December, the health ministry said.",
    "higher": "At least 18 people have been killed since December, the ombudsman said.",
    "road": f"{BLOCKED} Police arrested 20 protesters there.",
    "again": "The road to Cusco has been blocked since 8 January 2023, traders said. Police arrested 20 protesters.",
    "minister": "The interior minister resigned on 10 January 2023 after the deaths in Juliaca.",
}
ANA = Coder("ana", "I was there")
PUBLISHED = (None, "2023-01-09", "2023-01-10", "2023-01-11")


@cache
def _filed(id: str, text: str, published: object, document: Document) -> Filing | Refusal:
    return file_document(document)


def _file_once(document: Document) -> Filing | Refusal:
    """Reads each report once for all examples; what came of it belongs to this line of this file."""
    bare = replace(document, snapshot=None)
    filed = _filed(bare.id, bare.text, bare.published, bare)
    return filed if isinstance(filed, Refusal) else replace(filed, document=replace(filed.document, snapshot=None))


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_module, "file_document", _file_once)


def _contents(record: Path) -> dict[str, object]:
    """All that a record says, documents and claims by id: their own order is the one in which they were read."""
    with Store.open(record) as store:
        view = store.view()
        assert list(verify(store)) == []
        said = contents(view) | {"conflicts": list(view.conflicts())}
        said["judgements"] = {(one.left, one.right, one.verdict, one.reason) for one in view.judgements()}
        said["documents"] = {(f.document.id, f.copy_of, f.same_as, f.anchor) for f in view.documents()}
        return said | {name: {repr(one) for one in said[name]} for name in ("claims", "refused")}  # type: ignore[attr-defined]


def _decide(record: Path, what: str, pick: int) -> None:
    """One decision about what the record now holds, if there is anything to decide."""
    with Store.open(record) as store:
        claims = sorted(claim.id for claim in store.view().claims())
        events = list(store.view().events())
    large = [event for event in events if len(event.claims) > 1]
    makes: dict[str, Callable[[RecordView], Decision]] = {
        "reject": lambda view: judge_claims(view, Action.REJECT, [claims[pick % len(claims)]], ANA),
        "edit": lambda view: edit_claim(view, claims[pick % len(claims)], ["date=2023-01-08", "place=Cusco"], ANA),
        "merge": lambda view: merge_events(
            view, [events[pick % len(events)].id, events[pick % len(events) - 1].id], ANA
        ),
        "split": lambda view: split_event(view, large[pick % len(large)].id, large[pick % len(large)].claims[:1], ANA),
    }
    if len(events) > 1 and large:
        file_decision(record, makes[what], ANA)


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("undo"), st.integers(0, 20)),
        st.tuples(st.sampled_from(["reject", "edit", "merge", "split"]), st.integers(0, 20)),
        st.tuples(st.just("add"), st.integers(1, 4)),
    ),
    min_size=2,
    max_size=7,
)
_NUMBERS = count()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(sorted(TEXTS)), st.lists(st.sampled_from(PUBLISHED), min_size=10, max_size=10), STEPS)
def test_a_record_grown_by_parts_in_any_order_is_the_record_built_at_once(
    tmp_path: Path, order: list[str], published: list[str | None], steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path / str(next(_NUMBERS))
    folder.mkdir()
    days = dict(zip(sorted(TEXTS), published, strict=True))
    standing = dict(_grow(folder, [make_report(id, TEXTS[id], days[id]) for id in order], steps))
    source = write_lines(folder / "whole.jsonl", [standing[id] for id in sorted(standing)])
    build_record([source], folder / "whole")
    with Store.open(folder / "parts") as store:
        decided = list(store.view().decisions())
    file_decisions(folder / "whole", decided)
    grown, whole = _contents(folder / "parts"), _contents(folder / "whole")
    for name, said in whole.items():
        assert grown[name] == said, name


def _grow(folder: Path, reports: list[Report], steps: list[tuple[str, int]]) -> Iterator[tuple[str, Report]]:
    """Adds, takes back and decides as told, then adds what is left; yields what stands in the end."""
    runs: list[tuple[str, list[Report]]] = []

    def add(number: int) -> None:
        batch = [reports.pop() for _ in range(min(number, len(reports)))]
        source = write_lines(folder / f"{len(runs)}-{len(reports)}.jsonl", batch)
        runs.append((build_record([source], folder / "parts").id, batch))

    add(2)
    for what, number in steps:
        if what == "add":
            add(number)
        elif what == "undo" and len(runs) > 1:
            run, batch = runs.pop(number % len(runs))
            undo_run(folder / "parts", run)
            reports.extend(batch[: number % 3])
        elif what != "undo":
            _decide(folder / "parts", what, number)
    add(len(reports))
    for _, batch in runs:
        yield from ((str(report["id"]), report) for report in batch)


def _rows(record: Path) -> dict[str, set[str]]:
    """What is derived, row by row; without salience, which is a share of the record's most and so moves with it."""
    said = _contents(record)
    lists = ("events", "judgements", "timeline", "registers", "days", "disputes")
    bare = {
        name: [
            replace(one, **dict.fromkeys((f.name for f in fields(one) if f.name.startswith("salience")), 0.0))
            for one in said[name]
        ]
        for name in ("timeline", "days")
    }  # type: ignore[attr-defined]
    return {name: {repr(one) for one in (said | bare)[name]} for name in lists}  # type: ignore[attr-defined]


MONTHS = ("January", "February", "March", "April", "May", "June")


@pytest.mark.parametrize("months", [2, 6])
def test_one_more_report_changes_the_rows_of_its_neighbourhood_only(tmp_path: Path, months: int) -> None:
    """However long the record: the rows of what it tells of, and none of another day or place."""
    told = [
        make_report(f"m{month}-{town}", f"Two people were killed in {town} on 9 {name} 2023.", f"2023-{month:02}-10")
        for month, name in enumerate(MONTHS[:months], start=1)
        for town in ("Juliaca", "Cusco", "Ica")
    ]
    build_record([write_lines(tmp_path / "reports.jsonl", told)], tmp_path / "record")
    before = _rows(tmp_path / "record")
    late = make_report("late", "Two people were killed in Cusco on 9 February 2023, a nurse said.", "2023-02-11")
    build_record([write_lines(tmp_path / "late.jsonl", [late])], tmp_path / "record")
    after = _rows(tmp_path / "record")
    changed = {name: (len(before[name] - after[name]), len(after[name] - before[name])) for name in before}
    assert len(after["events"]) == 3 * months
    one = {"events": (1, 1), "judgements": (0, 1), "timeline": (1, 1), "registers": (0, 0), "disputes": (0, 0)}
    assert changed == one | {"days": (1, 2)}


@pytest.mark.parametrize("first", ["road", "again"])
def test_lists_do_not_tell_which_report_was_read_first(tmp_path: Path, first: str) -> None:
    reports = {id: make_report(id, TEXTS[id], "2023-01-10") for id in ("road", "again")}
    order = [reports.pop(first), *reports.values()]
    for number, report in enumerate(order):
        build_record([write_lines(tmp_path / f"{number}.jsonl", [report])], tmp_path / "record")
    with Store.open(tmp_path / "record") as store:
        told = [one.claim for entry in store.view().registers() for detail in entry.details for one in detail.stated]
        homes = [store.view().claim(id).document_id for id in told]
    assert homes[0] == "again", "of reports of one day the smaller id comes first"


def test_a_split_of_two_copies_outlives_that_one_is_taken_back(tmp_path: Path) -> None:
    """What was set apart in the copy is found again in the other; nothing is apart from itself, and that is told."""
    record = tmp_path / "record"
    build_record([write_lines(tmp_path / "wire.jsonl", [make_report("wire", WIRE)])], record)
    run = build_record([write_lines(tmp_path / "mirror.jsonl", [make_report("mirror", WIRE)])], record)
    with Store.open(record) as store:
        (event,) = store.view().events(type="killing")
    leaving = [event.claims[0]]
    file_decision(record, lambda view: split_event(view, event.id, leaving, ANA), ANA)
    undo_run(record, run.id)
    with Store.open(record) as store:
        (alone,) = store.view().events(type="killing")
        assert alone.documents == ("wire",)
        assert [(one.kind, one.now) for one in store.view().conflicts()] == [("ambiguous", WIRE.partition(", the")[0])]
    build_record([write_lines(tmp_path / "mirror.jsonl", [make_report("mirror", WIRE)])], record)
    with Store.open(record) as store:
        assert len(list(store.view().events(type="killing"))) == 2
        assert list(store.view().conflicts()) == []
