"""The human layer on a real record: decisions outlive re-reading, and what does not fit is listed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from engine.reports import contents_of, make_report, write_lines
from quipu.claims import read_claims
from quipu.engine import (
    BuildOptions,
    Coder,
    Taken,
    build_record,
    decision_row,
    edit_claim,
    file_decision,
    file_decisions,
    judge_claims,
    merge_events,
    read_decisions,
    split_event,
    undo_decision,
)
from quipu.engine import reading as reading_module
from quipu.engine.placing import say_candidates
from quipu.errors import BadInput, NotFound, UsageError
from quipu.model import Action, Claim, Decision, Event, Reading, RecordView, RefusedClaim
from quipu.store import Store, verify
from quipu.store.database import compact_json

DEAD = "Two people were killed in Juliaca on 9 January 2023, the ombudsman said."
TOTAL = "At least 17 people have been killed since December, the health ministry said."
OTHERS = "Two people were killed in Juliaca on 9 January 2023, a hospital director said."
MARCH = "Thousands marched in Cusco on 8 January 2023."
ANA, BEN = Coder("ana", "I was there"), Coder("ben")
Change = Callable[[Claim], Claim | None]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Two reports of one happening by two speakers, and a march."""
    texts = {"a": f"{DEAD} {TOTAL}", "b": OTHERS, "c": MARCH}
    source = write_lines(tmp_path / "reports.jsonl", [make_report(id, text) for id, text in texts.items()])
    build_record([source], tmp_path / "record")
    return tmp_path / "record"


def _claim(record: Path, document: str = "a", type: str = "killing") -> Claim:
    with Store.open(record) as store:
        return next(store.view().claims(document=document, type=type))


def _events(record: Path, type: str = "killing") -> list[Event]:
    with Store.open(record) as store:
        assert list(verify(store)) == []
        return list(store.view().events(type=type))


def _killed(record: Path) -> list[float | None]:
    return [count.best for event in _events(record) for what, count in event.counts if what == "killed"]


def _read_again(record: Path, monkeypatch: pytest.MonkeyPatch, change: Change, version: str = "sha256:newer") -> None:
    """Reads every report again as another version would that reads claims so."""

    def otherwise(reading: Reading) -> Iterator[Claim | RefusedClaim]:
        for one in read_claims(reading):
            if isinstance(one, RefusedClaim):
                yield one
            elif (claim := change(one)) is not None:
                yield claim

    with monkeypatch.context() as patched:
        patched.setattr(reading_module, "read_claims", otherwise)
        patched.setattr("quipu.engine.build.lexicon_hash", lambda: version)
        patched.setattr("quipu.engine.link.lexicon_hash", lambda: version)
        build_record([str(record.parent / "reports.jsonl")], record, BuildOptions(reread=True))


def _renamed(claim: Claim) -> Claim:
    return replace(claim, id="c-" + claim.id[:1:-1], rule="other@2")


def _unread(claim: Claim) -> Claim | None:
    return None if claim.count and claim.count.low == 2 else claim


def _five(claim: Claim) -> Claim:
    if claim.count and claim.count.low == 2:
        return replace(_renamed(claim), count=replace(claim.count, low=5, high=5))
    return claim


def test_judge_a_rejected_claim_counts_nowhere_and_stays(record: Path) -> None:
    claim = _claim(record)
    assert _events(record)[0].documents == ("a", "b")
    filed = file_decision(record, lambda view: judge_claims(view, Action.REJECT, [claim.id[:8]], ANA), ANA)
    assert (filed.number, filed.coder, filed.reason) == (1, "ana", "I was there")
    assert [event.documents for event in _events(record)] == [("b",)]
    assert _claim(record) == claim


def test_judge_an_edited_total_moves_the_toll(record: Path) -> None:
    with Store.open(record) as store:
        total = next(c for c in store.view().claims() if c.count and c.count.cumulative)
    file_decision(record, lambda view: edit_claim(view, total.id, ["count=18"], ANA), ANA)
    with Store.open(record) as store:
        (point,) = (p for tally in store.view().tallies() for p in tally.points if p.claim == total.id)
        (judged,) = store.view().judged()
    assert (point.low, point.high) == (18, 18)
    assert "17" in point.words, "the source's own words stay"
    assert judged.read == total
    assert judged.edited
    assert judged.edited.id == total.id


def test_judge_an_edited_type_and_kind_are_found_as_they_stand(record: Path) -> None:
    """Where only rows as read were asked, an edited claim would hide from what counts killed."""
    march = _claim(record, "c", "protest")
    changes = ["type=killing", "count=19", "what=killed", "cumulative=yes"]
    file_decision(record, lambda view: edit_claim(view, march.id, changes, ANA), ANA)
    with Store.open(record) as store:
        view = store.view()
        assert [claim.id for claim in view.claims(type="protest")] == []
        assert march.id in [claim.id for claim in view.claims(type="killing")]
        (point,) = (p for tally in view.tallies() for p in tally.points if p.claim == march.id)
        assert point.low == 19
    file_decision(record, lambda view: edit_claim(view, march.id, ["count=none"], ANA), ANA)
    with Store.open(record) as store:
        assert all(p.claim != march.id for tally in store.view().tallies() for p in tally.points)


def test_judge_a_code_leads_on_when_its_founding_claim_is_rejected(record: Path) -> None:
    (event,), (march,) = _events(record), _events(record, "protest")
    founder = min(event.claims)
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [founder], ANA), ANA)
    (rest,) = _events(record)
    assert rest.id != event.id
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, march.claims, ANA), ANA)
    with Store.open(record) as store:
        assert store.view().event(event.id) == rest
        with pytest.raises(NotFound, match="the claim that founded it"):
            store.view().event(march.id)
        with pytest.raises(NotFound, match="no such event"):
            store.view().event("EV-000000")
    undo_decision(record, 1, ANA)
    assert _events(record) == [event]


def test_judge_registers_follow_decisions(tmp_path: Path) -> None:
    said = "Congress approved the bill on 20 December 2022 with 93 votes in favour and 30 against."
    source = write_lines(tmp_path / "votes.jsonl", [make_report("a", said)])
    build_record([source], tmp_path / "record")
    record = tmp_path / "record"

    def sides() -> list[tuple[str, str]]:
        with Store.open(record) as store:
            (entry,) = store.view().registers(register="votes")
            return [(side.name, side.value) for side in entry.details if side.name in ("for", "against")]

    with Store.open(record) as store:
        numbers = {claim.count.low: claim.id for claim in store.view().claims(type="vote") if claim.count}
    assert sides() == [("for", "93"), ("against", "30")]
    file_decision(record, lambda view: edit_claim(view, numbers[93], ["count=91"], ANA), ANA)
    assert sides() == [("for", "91"), ("against", "30")]
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [numbers[30]], ANA), ANA)
    assert sides() == [("for", "91")]
    undo_decision(record, 2, BEN)
    undo_decision(record, 1, BEN)
    assert sides() == [("for", "93"), ("against", "30")]


def test_judge_an_edited_day_is_linked_where_it_belongs_and_back(record: Path) -> None:
    before = contents_of(record)
    claim = _claim(record)
    file_decision(record, lambda view: edit_claim(view, claim.id, ["date=2023-02-20", "place=Cusco"], ANA), ANA)
    assert [(str(event.begin), event.documents) for event in _events(record)] == [
        ("2023-01-09", ("b",)),
        ("2023-02-20", ("a",)),
    ]
    edited = _claim(record)
    assert edited.place
    assert edited.place.geonameid, "the record knows where Cusco lies"
    undo_decision(record, 1, BEN)
    assert contents_of(record) == before


def test_judge_sets_a_place_by_its_id(record: Path) -> None:
    claim = _claim(record)
    told = say_candidates("Santa Rosa", "PE")
    assert told.count("(PE) is geonames:") == 6
    id = told.split("geonames:")[1].split(";")[0]
    file_decision(record, lambda view: edit_claim(view, claim.id, ["place=Santa Rosa"], ANA), ANA)
    unplaced = _claim(record).place
    assert unplaced
    assert (unplaced.text, unplaced.geonameid) == ("Santa Rosa", None)
    file_decision(record, lambda view: edit_claim(view, claim.id, [f"place=geonames:{id}"], ANA), ANA)
    place = _claim(record).place
    assert place
    assert (place.text, place.geonameid, place.country) == ("Santa Rosa", int(id), "PE")
    with pytest.raises(UsageError, match="no place of this id"):
        file_decision(record, lambda view: edit_claim(view, claim.id, ["place=geonames:9999999999"], ANA), ANA)


def test_judge_merges_and_splits_lead_old_codes_on(record: Path) -> None:
    (event,), (march,) = _events(record), _events(record, "protest")
    claim = _claim(record)
    file_decision(record, lambda view: split_event(view, event.id, [claim.id], ANA), ANA)
    apart = _events(record)
    assert sorted(one.documents for one in apart) == [("a",), ("b",)]
    file_decision(record, lambda view: merge_events(view, [one.id for one in apart], ANA), ANA)
    assert [one.documents for one in _events(record)] == [("a", "b")]
    filed = file_decision(record, lambda view: merge_events(view, [event.id.lower(), march.id], ANA), ANA)
    (whole,) = _events(record)
    assert whole.documents == ("a", "b", "c")
    with Store.open(record) as store:
        assert {store.view().event(code).id for code in filed.events} == {whole.id}


REREAD: dict[str, tuple[Change, list[float | None], list[tuple[str, bool]]]] = {
    "the same": (lambda claim: claim, [3], []),
    "under other ids": (_renamed, [3], []),
    "another number": (_five, [3], [("changed", True)]),
    "not read any more": (_unread, [], [("gone", False)]),
}


@pytest.mark.parametrize(("change", "killed", "conflicts"), REREAD.values(), ids=REREAD)
def test_judge_an_edit_outlives_rereading(
    record: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Change,
    killed: list[float | None],
    conflicts: list[tuple[str, bool]],
) -> None:
    file_decision(record, lambda view: edit_claim(view, _claim(record).id, ["count=3"], ANA), ANA)
    other = _claim(record, "b").id
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [other], ANA), ANA)
    _read_again(record, monkeypatch, change)
    with Store.open(record) as store:
        found = [one for one in store.view().conflicts() if one.decision == 1]
        assert [(one.kind, one.holds) for one in found] == conflicts
        for one in found:
            assert one.then in DEAD
            assert one.now in DEAD
            assert one.then
            assert "killed 2" in one.reason
        assert len(list(store.view().decisions())) == 2
    assert _killed(record) == killed


def test_judge_conflicts_end_when_the_old_reading_returns(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file_decision(record, lambda view: edit_claim(view, _claim(record).id, ["count=3"], ANA), ANA)
    before = contents_of(record)
    _read_again(record, monkeypatch, _unread)
    assert contents_of(record) != before
    _read_again(record, monkeypatch, lambda claim: claim, version="sha256:newest")
    with Store.open(record) as store:
        assert list(store.view().conflicts()) == []
    assert contents_of(record) == before


def test_judge_a_report_whose_words_changed_is_a_conflict(record: Path) -> None:
    file_decision(record, lambda view: judge_claims(view, Action.ACCEPT, [_claim(record).id], ANA), ANA)
    source = write_lines(
        record.parent / "new.jsonl", [make_report("a", "The ombudsman takes back the report of deaths.")]
    )
    build_record([source], record)
    with Store.open(record) as store:
        (one,) = store.view().conflicts()
        assert (one.kind, one.then in DEAD, one.now) == ("gone", True, "")
    longer = make_report("a", f"A correction was made to this report on Tuesday. {DEAD}")
    build_record([write_lines(record.parent / "longer.jsonl", [longer])], record)
    with Store.open(record) as store:
        assert list(store.view().conflicts()) == []
        assert [one.standing for one in store.view().judged()] == ["accepted"]


def test_judge_a_number_that_a_report_corrected_is_shown_beside_the_one_judged(record: Path) -> None:
    file_decision(record, lambda view: judge_claims(view, Action.ACCEPT, [_claim(record).id], ANA), ANA)
    corrected = DEAD.replace("Two people", "Three people")
    build_record([write_lines(record.parent / "new.jsonl", [make_report("a", corrected)])], record)
    with Store.open(record) as store:
        (one,) = store.view().conflicts()
        assert list(store.view().judged()) == []
        assert (one.kind, one.holds, one.found) == ("gone", False, _claim(record).id)
        assert "Two people" in one.then
        assert "Three people" in one.now
        assert "most like it is now" in one.reason
    build_record([str(record.parent / "reports.jsonl")], record)
    with Store.open(record) as store:
        assert list(store.view().conflicts()) == []
        assert [one.standing for one in store.view().judged()] == ["accepted"]


@pytest.mark.parametrize(
    ("old", "new", "holds"),
    [("people", "peoples", True), ("Two", "Ten", False)],
    ids=["a slip", "another number"],
)
def test_judge_a_slip_that_a_report_mended_keeps_its_decision(record: Path, old: str, new: str, holds: bool) -> None:
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [_claim(record).id], ANA), ANA)
    build_record([write_lines(record.parent / "new.jsonl", [make_report("a", DEAD.replace(old, new))])], record)
    with Store.open(record) as store:
        (one,) = store.view().conflicts()
        assert (one.kind, one.holds) == (("changed", True) if holds else ("gone", False))
        assert [judged.standing for judged in store.view().judged()] == (["rejected"] if holds else [])


def test_judge_decisions_travel_to_another_record(record: Path, tmp_path: Path) -> None:
    build_record([str(record.parent / "reports.jsonl")], tmp_path / "theirs")
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [_claim(record).id], ANA), ANA)
    file_decision(tmp_path / "theirs", lambda view: judge_claims(view, Action.ACCEPT, [_claim(record).id], BEN), BEN)
    with Store.open(record) as store:
        lines = "".join(compact_json(decision_row(one)) + "\n" for one in store.view().decisions())
    given = list(read_decisions(BytesIO(lines.encode()), "ana.jsonl"))
    assert file_decisions(tmp_path / "theirs", given) == Taken(1, 0)
    assert file_decisions(tmp_path / "theirs", given) == Taken(0, 0)
    with Store.open(tmp_path / "theirs") as store:
        assert [one.coder for one in store.view().decisions()] == ["ben", "ana"]
        # Ana's was made first, so that Ben's holds, although hers was filed later here.
        assert [(one.kind, one.decision, one.against) for one in store.view().conflicts()] == [("coders", 2, 1)]


def _lines(record: Path) -> bytes:
    with Store.open(record) as store:
        rows = (decision_row(one) for one in store.view().decisions(withdrawn=True))
        return "".join(compact_json(row) + "\n" for row in rows).encode()


def test_judge_two_records_that_exchange_decisions_become_alike(record: Path, tmp_path: Path) -> None:
    """Whoever imports first: the decision made later holds, and what one coder withdrew is withdrawn in both."""
    other = tmp_path / "theirs"
    build_record([str(record.parent / "reports.jsonl")], other)
    claim, march = _claim(record).id, _claim(record, "c", "protest").id
    file_decision(other, lambda view: edit_claim(view, claim, ["count=5"], BEN), BEN)
    file_decision(record, lambda view: edit_claim(view, claim, ["count=4"], ANA), ANA)
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [march], ANA), ANA)
    mine, theirs = _lines(record), _lines(other)
    assert file_decisions(other, list(read_decisions(BytesIO(mine), "mine"))) == Taken(2, 0)
    assert file_decisions(record, list(read_decisions(BytesIO(theirs), "theirs"))) == Taken(1, 0)
    assert contents_of(record) == contents_of(other)
    edited = _claim(other).count
    assert edited
    assert edited.low == 4
    undo_decision(record, 2, BEN)
    assert file_decisions(other, list(read_decisions(BytesIO(_lines(record)), "mine"))) == Taken(0, 1)
    assert contents_of(record) == contents_of(other)
    fresh = tmp_path / "fresh"
    build_record([str(record.parent / "reports.jsonl")], fresh)
    file_decisions(fresh, list(read_decisions(BytesIO(_lines(record)), "mine")))
    assert _lines(fresh) == _lines(record)


def test_judge_a_decision_that_cannot_be_linked_is_not_filed(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, claim = contents_of(record), _claim(record)

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("quipu.engine.link.read_timeline", stop)
        with pytest.raises(KeyboardInterrupt):
            file_decision(record, lambda view: judge_claims(view, Action.REJECT, [claim.id], ANA), ANA)
    assert contents_of(record) == before
    assert _events(record)
    with Store.open(record) as store:
        assert list(store.view().decisions(withdrawn=True)) == []


def test_judge_a_clock_that_was_set_back_makes_no_decision_old(record: Path) -> None:
    claim = _claim(record).id
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [claim], ANA), ANA)
    past = Coder("ben", clock=lambda: datetime(2001, 1, 1, tzinfo=UTC))
    file_decision(record, lambda view: judge_claims(view, Action.ACCEPT, [claim], past), past)
    with Store.open(record) as store:
        assert [(one.standing, one.coder) for one in store.view().judged()] == [("accepted", "ben")]


def _contested(record: Path) -> list[tuple[int, int | None, str]]:
    with Store.open(record) as store:
        return [(one.decision, one.against, one.reason) for one in store.view().conflicts() if one.kind == "coders"]


def _decide(view: RecordView, claim: str, told: list[str], coder: Coder) -> Decision:
    if told in (["accept"], ["reject"]):
        return judge_claims(view, Action(told[0]), [claim], coder)
    return edit_claim(view, claim, told, coder)


CY = Coder("cy")
# (coder, what is set; "reject" or "accept"), and who contradicts whom at the end.
WORDS: dict[str, tuple[list[tuple[Coder, list[str]]], list[tuple[int, int]]]] = {
    "other fields": ([(ANA, ["count=3"]), (BEN, ["place=Cusco"])], []),
    "the same field alike": ([(ANA, ["count=3"]), (BEN, ["count=3"])], []),
    "the same field otherwise": ([(ANA, ["count=3"]), (BEN, ["count=4"])], [(1, 2)]),
    "an earlier edit of one's own still counts": (
        [(ANA, ["count=3"]), (ANA, ["place=Cusco"]), (BEN, ["count=4"])],
        [(1, 3)],
    ),
    "a third who sets another field settles nothing": (
        [(ANA, ["count=3"]), (BEN, ["count=4"]), (CY, ["place=Cusco"])],
        [(1, 2)],
    ),
    "parts of the count that can both hold": ([(ANA, ["what=injured"]), (BEN, ["count=4"])], []),
    "one part of the count": ([(ANA, ["what=injured"]), (BEN, ["what=arrested"])], [(1, 2)]),
    "a part of a count that another takes away": ([(ANA, ["what=injured"]), (BEN, ["count=none"])], [(1, 2)]),
    "accepted as read, then edited": ([(ANA, ["accept"]), (BEN, ["count=4"])], [(1, 2)]),
    "edited, then accepted so": ([(ANA, ["count=4"]), (BEN, ["accept"])], []),
    "edited to what was read": ([(ANA, ["accept"]), (BEN, ["count=2"])], []),
    "rejected, then edited": ([(ANA, ["reject"]), (BEN, ["count=4"])], [(1, 2)]),
    "one changes one's mind": ([(ANA, ["reject"]), (BEN, ["accept"]), (ANA, ["accept"])], []),
}


@pytest.mark.parametrize(("words", "expected"), WORDS.values(), ids=WORDS)
def test_judge_coders_differ_field_by_field(
    words: list[tuple[Coder, list[str]]], expected: list[tuple[int, int]], record: Path
) -> None:
    claim = _claim(record).id
    for coder, told in words:
        file_decision(record, partial(_decide, claim=claim, told=told, coder=coder), coder)
    assert [one[:2] for one in _contested(record)] == expected


def test_judge_what_is_accepted_after_a_rejection_is_what_was_shown_then(record: Path) -> None:
    """The edit before the rejection does not come back by itself."""
    claim = _claim(record)
    file_decision(record, lambda view: edit_claim(view, claim.id, ["count=9"], ANA), ANA)
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [claim.id], ANA), ANA)
    assert _claim(record) == claim
    file_decision(record, lambda view: judge_claims(view, Action.ACCEPT, [claim.id], ANA), ANA)
    assert _claim(record) == claim


def test_judge_coders_who_differ_on_events_are_listed(record: Path) -> None:
    (event,), (march,) = _events(record), _events(record, "protest")
    filed = file_decision(record, lambda view: merge_events(view, [event.id, march.id], ANA), ANA)
    march_claims = [seen.claim.id for seen in filed.others]

    def contested() -> list[tuple[int, int | None, bool]]:
        with Store.open(record) as store:
            return [(one.decision, one.against, one.holds) for one in store.view().conflicts()]

    assert contested() == []
    file_decision(record, lambda view: split_event(view, event.id, march_claims, BEN), BEN)
    assert contested() == [(1, 2, False)]
    file_decision(record, lambda view: merge_events(view, [event.id, march.id], ANA), ANA)
    assert contested() == [(2, 3, False)], "Ana has answered; Ben has not"
    undo_decision(record, 2, BEN)
    assert contested() == []


BARE = {"id": "", "action": "reject", "coder": "a", "at": "2023-01-01T00:00:00Z", "reason": "", "claims": []}
BAD: dict[str, object] = {
    "another shape": {"id": "x"},
    "unknown key": BARE | {"x": 1},
    "no claim": BARE,
    "a list": [1],
    "no time": BARE | {"at": "soon"},
    "a time without a zone": BARE | {"at": "2023-01-01"},
    "a name that steers the terminal": BARE | {"coder": "a\x1b[31m"},
    "a reason that is no text": BARE | {"reason": 5},
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_judge_lines_that_are_no_decision_are_refused(line: object) -> None:
    for told in (compact_json(line), compact_json(line)[:-1]):
        with pytest.raises(BadInput, match="f:2"):
            list(read_decisions(BytesIO(b"\n" + told.encode()), "f"))


TAMPERED: dict[str, tuple[bytes, bytes]] = {
    "another coder": (b'"coder":"ana"', b'"coder":"eve"'),
    "another reason": (b"I was there", b"I was not"),
    "another action": (b'"action":"reject"', b'"action":"accept"'),
    "other words": (b"Two people", b"Six people"),
}


@pytest.mark.parametrize(("old", "new"), TAMPERED.values(), ids=TAMPERED)
def test_judge_lines_that_were_changed_since_are_refused(old: bytes, new: bytes, record: Path) -> None:
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [_claim(record).id], ANA), ANA)
    line = _lines(record)
    assert len(list(read_decisions(BytesIO(line), "f"))) == 1
    assert old in line
    with pytest.raises(BadInput, match="changed after it was exported"):
        list(read_decisions(BytesIO(line.replace(old, new)), "f"))


def test_judge_no_decision_comes_from_the_future(record: Path) -> None:
    file_decision(record, lambda view: judge_claims(view, Action.REJECT, [_claim(record).id], ANA), ANA)
    given = list(read_decisions(BytesIO(_lines(record)), "f"))
    with pytest.raises(BadInput, match="future"):
        file_decisions(record, [replace(one, at="3023-01-01T00:00:00.000Z") for one in given])


def test_judge_refuses_what_cannot_be_meant(record: Path) -> None:
    (event,), claim = _events(record), _claim(record)
    march = _claim(record, "c", "protest")
    with Store.open(record) as store:
        view = store.view()
        with pytest.raises(NotFound):
            judge_claims(view, Action.ACCEPT, ["c-0000"], ANA)
        with pytest.raises(UsageError, match="two different events"):
            merge_events(view, [event.id, event.id], ANA)
        with pytest.raises(UsageError, match="not of this event"):
            split_event(view, event.id, [march.id], ANA)
        with pytest.raises(UsageError, match="all claims would leave"):
            split_event(view, event.id, event.claims, ANA)
        with pytest.raises(UsageError, match="nothing to set"):
            edit_claim(view, claim.id, [], ANA)
