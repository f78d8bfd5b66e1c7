"""`read_jsonl`: one answer per line, in order, whatever the lines hold."""

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from engine.reports import make_report, write_lines
from quipu.engine import lines as lines_module
from quipu.engine import read_jsonl
from quipu.engine import reading as reading_module
from quipu.errors import BadInput
from quipu.model import Document, Reading, sha256_hex
from quipu.sentences import read_sentences

KILLED = "Two people were killed in clashes in Juliaca on 9 January 2023, the ombudsman said."

# A line, and what must stand in its answer.
CASES: dict[str, tuple[object, dict[str, object]]] = {
    "a report": (make_report("a", KILLED), {"id": "a", "language": "en", "text_sha256": sha256_hex(KILLED)}),
    "the same text again": (make_report("b", KILLED), {"id": "b", "text_sha256": sha256_hex(KILLED)}),
    "another language": (make_report("c", "Bonjour à tous.", None, "fr"), {"id": "c", "unread": "language"}),
    "no JSON": ("{", {"id": None, "line": 4}),
    "no text": ({"id": "e"}, {"id": "e", "line": 5}),
    "an id in use": (make_report("a", "Another text."), {"id": "a", "line": 6}),
    "astral code points": (make_report("g", "🔥🔥 " + KILLED), {"id": "g"}),
}


@pytest.fixture
def answers(tmp_path: Path) -> list[dict[str, Any]]:
    source = write_lines(tmp_path / "in.jsonl", [line for line, _ in CASES.values()])
    assert read_jsonl(Path(source), tmp_path / "out.jsonl") == 3
    return [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES)
def test_lines_answers_every_line_in_order(answers: list[dict[str, Any]], case: str) -> None:
    assert len(answers) == len(CASES)
    answer = answers[list(CASES).index(case)]
    assert {name: answer.get(name) for name in CASES[case][1]} == CASES[case][1]
    assert ("error" in answer) == ("line" in CASES[case][1])


def test_lines_offsets_are_code_points_of_the_text(answers: list[dict[str, Any]]) -> None:
    text = "🔥🔥 " + KILLED
    (claim,) = [claim for claim in answers[-1]["claims"] if claim["type"] == "killing"]
    count = claim["count"]
    assert text[count["start"] : count["end"]] == count["text"]
    assert claim["place"]["text"] == text[claim["place"]["start"] : claim["place"]["end"]] == "Juliaca"


def test_lines_a_fault_of_ours_is_one_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(document: Document) -> Reading:
        if document.id == "b":
            raise ValueError("boom")
        return read_sentences(document)

    monkeypatch.setattr(reading_module, "read_sentences", failing)
    source = write_lines(tmp_path / "in.jsonl", [make_report(id, KILLED) for id in "abc"])
    assert read_jsonl(source, tmp_path / "out.jsonl") == 1
    answers = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert answers[1]["error"]["code"] == "reader_failed"


def test_lines_reads_standard_input_and_writes_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.BytesIO(json.dumps(make_report("a", KILLED)).encode())
    taken = io.BytesIO()
    monkeypatch.setattr(
        lines_module, "sys", SimpleNamespace(stdin=SimpleNamespace(buffer=given), stdout=SimpleNamespace(buffer=taken))
    )
    assert read_jsonl(Path("-"), "-") == 0
    assert json.loads(taken.getvalue())["id"] == "a"


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("nowhere.jsonl", "out.jsonl", "not_found"),
        ("in.jsonl", "no folder/out.jsonl", "not_found"),
        (".", "o", "unreadable"),
    ],
)
def test_lines_says_what_cannot_be_opened(tmp_path: Path, source: str, target: str, code: str) -> None:
    write_lines(tmp_path / "in.jsonl", [make_report("a", KILLED)])
    with pytest.raises(BadInput) as caught:
        read_jsonl(tmp_path / source, tmp_path / target)
    assert caught.value.code == code
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_lines_leaves_no_half_answer_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(document: Document) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading_module, "read_sentences", interrupted)
    source = write_lines(tmp_path / "in.jsonl", [make_report("a", KILLED)])
    with pytest.raises(KeyboardInterrupt):
        read_jsonl(source, tmp_path / "out.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
