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
