"""The human layer in public files: both readings, conflicts with both quotations, and no name of victim or coder."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from export.factory.crisis import NAME, crisis
from export.factory.view import ListView
from quipu.events.amend import amend, read_change
from quipu.export import export_record, write_report
from quipu.model import Action, Change, Claim, Conflict, Decision, Judged, SeenClaim, Standing

CODER = "Wilhelmina Coderstone"
REASON = "the hospital says otherwise"


def _named(view: ListView) -> Claim:
    """The claim that names a victim."""
    return next(claim for claim in view.all_claims if any(victim.name for victim in claim.victims))


def _judged() -> ListView:
    """The invented crisis with one edited and one rejected claim, and a decision whose claim is gone."""
    view = crisis()
    claim = _named(view)
    text = view.text(claim.document_id)
    edited = amend(claim, text, [read_change("date=2031-05-09")])
    seen = SeenClaim(claim, claim.span.of(text), "sha")
    changes = (Change("date", "2031-05-09"),)
    at = "2031-07-05T09:00:00Z"
    home = claim.document_id
    return replace(
        view,
        all_decisions=[
            Decision("j-1", Action.EDIT, CODER, at, REASON, (seen,), changes=changes, number=1),
            Decision("j-2", Action.REJECT, CODER, at, "", (seen,), number=2),
        ],
        all_judged=[Judged(claim.id, home, Standing.EDITED, 1, CODER, at, REASON, claim, edited)],
        all_conflicts=[Conflict("gone", 2, False, home, claim.id, f"then {NAME} fell", "", "not read any more")],
    )


def test_decisions_stand_beside_what_was_read(tmp_path: Path) -> None:
    view = _judged()
    export_record(view, tmp_path, "csv")
    export_record(view, tmp_path, "jsonl")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as lines:
        rows = {row["id"]: row for row in csv.DictReader(lines)}
    mine = rows.pop(_named(view).id)
    assert (mine["judged"], mine["judged_by"], mine["judged_reason"]) == ("edited", "coder 1", REASON)
    assert set(json.loads(mine["read_as"])) == {"date"}
    assert {row["judged"] for row in rows.values()} == {""}
    claims = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in claims if "judged" in row] == [mine["id"]]
    decided = [json.loads(line) for line in (tmp_path / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["number"], row["action"], row["changes"]) for row in decided] == [
        (1, "edit", {"date": "2031-05-09"}),
        (2, "reject", {}),
    ]


def _merged_and_split() -> ListView:
    """The invented crisis with an event that a merge made, one that a split made, and a merge that was ended."""
    view = crisis()
    events = [event for event in view.all_events if len(event.claims) > 1][:2]
    sides = [
        [SeenClaim(claim, "words", "sha") for claim in view.claims(event=event.id)] for event in (*events, *events)
    ]
    at = "2031-07-05T09:00:00Z"

    def decided(number: int, action: Action, mine: list[SeenClaim], others: list[SeenClaim]) -> Decision:
        return Decision(f"j-{number}", action, CODER, at, REASON, tuple(mine), tuple(others), number=number)

    return replace(
        view,
        all_decisions=[
            decided(1, Action.MERGE, sides[0][:1], sides[0][1:]),
            decided(2, Action.SPLIT, sides[0][:1], sides[1][:1]),
            decided(3, Action.MERGE, sides[0][:1], sides[1][1:]),
        ],
    )


def test_decisions_on_events_stand_in_their_tables(tmp_path: Path) -> None:
    view = _merged_and_split()
    one, other = [event for event in view.all_events if len(event.claims) > 1][:2]
    export_record(view, tmp_path, "csv")
    export_record(view, tmp_path, "jsonl")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as lines:
        told = {row["id"]: (row["judged"], row["decisions"]) for row in csv.DictReader(lines)}
    assert told.pop(one.id) == ('["merged","split"]', "[1,2]")
    assert told.pop(other.id) == ('["split"]', "[2]")
    assert set(told.values()) == {("", "")}
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as lines:
        moved = {row["id"]: row["event_judged"] for row in csv.DictReader(lines) if row["event_judged"]}
    assert moved == dict.fromkeys(one.claims[1:], "merged") | {one.claims[0]: "merged, split", other.claims[0]: "split"}
    events = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["id"]: row["decisions"] for row in events if "judged" in row} == {one.id: [1, 2], other.id: [2]}


def test_decisions_have_their_page(tmp_path: Path) -> None:
    view = _judged()
    write_report(view, tmp_path, title="Corvane")
    page = (tmp_path / "decisions.html").read_text(encoding="utf-8")
    for words in (REASON, "Not read any more", "not in force", 'id="j-1"', 'id="j-2"', "coder 1"):
        assert words in page
    claim = _named(view)
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "documents").glob("*.html")]
    (mine,) = (html for html in pages if f'id="k-{claim.id}"' in html)
    assert "../decisions.html#j-1" in mine
    assert "date read as" in mine


@pytest.mark.parametrize("names", [False, True], ids=["withheld", "shown"])
def test_decisions_withhold_names_of_victims_and_coders(names: bool, tmp_path: Path) -> None:
    write_report(_judged(), tmp_path, title="Corvane", names=names)
    told = "\n".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file())
    assert (CODER in told) == names
    assert (NAME in told) == names


def test_decisions_without_any_leave_the_pages_as_they_are(tmp_path: Path) -> None:
    write_report(crisis(), tmp_path, title="Corvane")
    assert "No coder has decided anything yet" in (tmp_path / "decisions.html").read_text(encoding="utf-8")
    assert "judged" not in (tmp_path / "data" / "claims.jsonl").read_text(encoding="utf-8")
