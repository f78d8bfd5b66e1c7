"""`quipu judge` from the command line, on a record of its own."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import quipu


@pytest.fixture(scope="module")
def judged(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small record, with one edit by ana and one rejection by ben."""
    copy = tmp_path_factory.mktemp("judge") / "record"
    shutil.copytree(record, copy)
    return copy


def _rows(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert quipu(*arguments) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_judge_tells_what_was_done_and_how_to_undo_it(judged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = _rows(capsys, "claims", "-r", judged, "-t", "killing")
    total = next(row for row in claims if row["count"] and row["count"]["cumulative"])
    assert quipu("judge", "edit", total["id"], "count=7", "--coder", "ana", "-m", "misread", "-r", judged) == 0
    said = capsys.readouterr().out
    assert f"decision 1 by ana: edit {total['id']}: count=7" in said
    assert f"quipu judge undo 1 -r {judged}" in said
    (row,) = [row for row in _rows(capsys, "claims", "-r", judged) if row["id"] == total["id"]]
    assert row["count"]["low"] == 7
    assert row["judged"]["by"] == "ana"
    assert set(row["judged"]["read_as"]) == {"count"}
    assert quipu("show", total["id"], "-r", judged) == 0
    shown = capsys.readouterr().out
    assert "edited by ana, decision 1: misread" in shown
    assert "count killed" in shown
    assert quipu("judge", "accept", total["id"], "--coder", "ben", "-r", judged) == 0
    assert quipu("judge", "reject", total["id"], "--coder", "eve", "-r", judged) == 0
    conflicts = _rows(capsys, "judge", "conflicts", "-r", judged)
    assert {(one["kind"], one["decision"], one["against"]) for one in conflicts} == {("coders", 1, 3), ("coders", 2, 3)}
    (agreed,) = _rows(capsys, "judge", "agreement", "ana", "ben", "-r", judged)
    assert (agreed["claims"], agreed["percent"]) == (1, 100)
    assert quipu("judge", "undo", "3", "--coder", "eve", "-r", judged) == 0
    assert [row["number"] for row in _rows(capsys, "judge", "list", "-r", judged)] == [1, 2]
    assert [row["number"] for row in _rows(capsys, "judge", "list", "-r", judged, "--withdrawn")] == [1, 2, 3]
    assert quipu("judge", "export", "-r", judged, "-o", judged.parent / "ana.jsonl", "--coder", "ana") == 0
    assert quipu("judge", "import", judged.parent / "ana.jsonl", "-r", judged) == 0
    assert "0 decisions taken in, 1 known" in capsys.readouterr().out
    assert quipu("verify", "-r", judged) == 0


@pytest.fixture
def fresh(record: Path, tmp_path: Path) -> Path:
    """A copy of the small record in which nothing is decided."""
    return Path(shutil.copytree(record, tmp_path / "record"))


def _page(record: Path, name: str = "decisions.html") -> str:
    return (record / "report" / name).read_text(encoding="utf-8")


def test_judge_and_undo_write_the_pages_anew(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu("report", "-r", fresh, "--title", "The miners' strike") == 0
    claim = _rows(capsys, "claims", "-r", fresh, "-t", "killing")[0]["id"]
    assert quipu("judge", "reject", claim, "-m", "a rehearsal", "-r", fresh) == 0
    assert "a rehearsal" in _page(fresh)
    assert "The miners&#39; strike" in _page(fresh), "the title is that of the pages before"
    assert f'id="k-{claim}"' in "".join(path.read_text() for path in (fresh / "report" / "documents").iterdir())
    assert quipu("judge", "undo", "1", "--no-report", "-r", fresh) == 0
    assert "withdrawn" not in _page(fresh)
    assert "quipu report" in capsys.readouterr().err
    assert quipu("judge", "accept", claim, "-r", fresh) == 0
    assert "withdrawn" in _page(fresh)
    run = _rows(capsys, "documents", "-r", fresh)[0]["run"]
    assert quipu("undo", run, "-r", fresh) == 0
    assert "The miners&#39; strike" in _page(fresh, "documents.html")
    assert list((fresh / "report").glob("documents/*.html")) == []


def test_judge_says_what_it_made_of_claims_and_events(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = _rows(capsys, "events", "-r", fresh)
    assert all("judged" not in event for event in events)
    killing = next(event for event in events if event["type"] == "killing")
    vote = next(event for event in events if event["type"] == "vote")
    claim = next(c["id"] for c in _rows(capsys, "claims", "-r", fresh, "-e", killing["id"]) if c["count"])
    assert quipu("judge", "edit", claim, "count=4", "place=Nowhereville", "--no-report", "-r", fresh) == 0
    said = capsys.readouterr().out
    assert re.search(r"now +count killed 4, this happening \(read as killed 2, this happening\)", said)
    assert "Nowhereville is kept by its name alone" in said
    assert quipu("judge", "merge", killing["id"], vote["id"], "-m", "one day", "--no-report", "-r", fresh) == 0
    said = capsys.readouterr().out
    assert "they are told as different things" in said
    (whole,) = [one for one in _rows(capsys, "events", "-r", fresh) if "merged" in one["judged"]]
    assert f"event   {whole['id']}" in said
    assert quipu("show", whole["id"], "-r", fresh) == 0
    assert "decision 2: one day" in capsys.readouterr().out
    assert quipu("events", "-r", fresh, "-f", "table") == 0
    assert "merged" in capsys.readouterr().out
    assert quipu("judge", "undo", "2", "--no-report", "-r", fresh) == 0
    assert "different things" not in capsys.readouterr().out, "no advice about what is taken back"
    assert not any("merged" in one["judged"] for one in _rows(capsys, "events", "-r", fresh))


def test_judge_a_decision_outlives_reading_again(
    fresh: Path, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = _rows(capsys, "claims", "-r", fresh, "-t", "killing")[0]["id"]
    assert quipu("judge", "edit", claim, "count=9", "--no-report", "-r", fresh) == 0
    assert quipu("build", reports, "--reread", "--no-report", "-r", fresh) == 0
    assert "3 reports added" in capsys.readouterr().out
    (row,) = [row for row in _rows(capsys, "claims", "-r", fresh) if row["id"] == claim]
    assert row["count"]["low"] == 9
    assert _rows(capsys, "judge", "conflicts", "-r", fresh) == []


def test_judge_an_edited_figure_is_marked_where_it_is_disputed(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dispute = _rows(capsys, "disputes", "-r", fresh)[0]
    assert quipu("disputes", "-r", fresh, "-f", "table") == 0
    assert "set by a coder" not in capsys.readouterr().out
    sides = [row for row in _rows(capsys, "claims", "-r", fresh) if row["id"] in (dispute["left"], dispute["right"])]
    four = next(row["id"] for row in sides if row["count"]["low"] == 4)
    assert quipu("judge", "edit", four, "count=3", "-r", fresh) == 0
    assert quipu("disputes", "-r", fresh, "-f", "table") == 0
    assert "set by a coder; read as killed" in capsys.readouterr().out
    assert "edited by a coder" in _page(fresh, "disputes.html")


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)> {{ 7*7 }} \u202e'


def test_judge_reasons_names_and_values_cannot_steer_the_pages(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What coders write is text on every page, with names and without."""
    claim, other = (row["id"] for row in _rows(capsys, "claims", "-r", fresh, "-t", "killing")[:2])
    coder = '<b onclick="x">eve</b>'
    told = ["actor=<script>alert(3)</script>", "place=<img src=y>", "count=4"]
    assert quipu("judge", "edit", claim, *told, "-m", HOSTILE, "--coder", coder, "-r", fresh) == 0
    assert quipu("judge", "reject", other, claim, "-m", HOSTILE, "--coder", "ben", "-r", fresh) == 0
    assert quipu("judge", "undo", "2", "--coder", coder, "-r", fresh) == 0
    out = capsys.readouterr().out
    assert "\u202e" not in out
    for names in ([], ["--names"]):
        assert quipu("report", "-r", fresh, *names) == 0
        pages = list((fresh / "report").rglob("*.html"))
        html = "".join(path.read_text(encoding="utf-8") for path in pages)
        assert "&lt;script&gt;alert(1)" in html, "the reason is told"
        assert "{{ 7*7 }}" in html
        assert not re.search(r"<script(?! src=)|<img src=[xy]|<b onclick", html)
        assert (html_names := "&lt;b onclick" in html) == bool(names), html_names


REFUSED = [
    ("no such claim", ["reject", "c-0000000000000000"], 1),
    ("no such event", ["merge", "EV-000000", "EV-111111"], 1),
    ("no such field", ["edit", "CLAIM", "colour=red"], 2),
    ("no such value", ["edit", "CLAIM", "count=many"], 2),
    ("a field twice", ["edit", "CLAIM", "count=2", "count=3"], 2),
    ("a part of a person", ["edit", "CLAIM", "count=2.5"], 2),
    ("a day before any report", ["edit", "CLAIM", "date=0001-01-01"], 2),
    ("a reason that nobody reads", ["reject", "CLAIM", "-m", "x" * 5000], 2),
    ("a name of blanks", ["reject", "CLAIM", "--coder", "  "], 2),
    ("no such decision", ["undo", "99"], 1),
    ("no such file", ["import", "nowhere.jsonl"], 1),
    ("a name that steers the terminal", ["reject", "CLAIM", "--coder", "a\x1b[31m"], 2),
]


@pytest.mark.parametrize(("arguments", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_judge_refuses_and_files_nothing(
    arguments: list[str], code: int, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = _rows(capsys, "claims", "-r", record, "-t", "killing")[0]["id"]
    words = [claim if word == "CLAIM" else word for word in arguments]
    assert quipu("judge", *words, "-r", record) == code
    assert capsys.readouterr().err.strip()
    assert _rows(capsys, "judge", "list", "-r", record, "--withdrawn") == []


def test_judge_takes_the_coder_from_the_environment(
    judged: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUIPU_CODER", "uma")
    claim = _rows(capsys, "claims", "-r", judged, "-t", "injury")[0]["id"]
    assert quipu("judge", "accept", claim[:10], "-r", judged) == 0
    assert "by uma: accept" in capsys.readouterr().out
