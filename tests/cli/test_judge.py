"""`quipu judge` from the command line, on a record of its own."""

import json
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


REFUSED = [
    ("no such claim", ["reject", "c-0000000000000000"], 1),
    ("no such event", ["merge", "EV-000000", "EV-111111"], 1),
    ("no such field", ["edit", "CLAIM", "colour=red"], 2),
    ("no such value", ["edit", "CLAIM", "count=many"], 2),
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
