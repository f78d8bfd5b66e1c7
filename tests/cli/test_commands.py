"""Every command answers from a real record, in every format, with the exit code that scripts rely on."""

import csv
import io
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import quipu
from quipu.cli import COMMANDS

LISTS = ("timeline", "tally", "disputes", "registers", "events", "claims", "documents", "framing")


def _rows(words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in words.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_help_teaches(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu(command, "--help") == 0
    words = capsys.readouterr().out
    assert words.startswith("Usage: quipu")
    assert len(words.split()) > 30


@pytest.mark.parametrize("command", LISTS)
def test_commands_formats_hold_the_same_rows(command: str, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = {}
    for format_ in ("jsonl", "json", "csv", "table"):
        assert quipu(command, "--record", record, "--format", format_) == 0
        said[format_] = capsys.readouterr().out
    rows = _rows(said["jsonl"])
    assert rows
    assert json.loads(said["json"]) == rows
    assert len(list(csv.DictReader(io.StringIO(said["csv"])))) == len(rows)
    assert said["table"].strip()


def test_commands_machine_format_is_the_default_off_a_terminal(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quipu("events", "--record", record) == 0
    assert _rows(capsys.readouterr().out)


def test_commands_events_count_the_incident_once(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quipu("events", "--record", record, "--format", "jsonl")
    killed = [e["counts"]["killed"] for e in _rows(capsys.readouterr().out) if "killed" in e["counts"]]
    assert [count["best"] for count in killed] == [2]


def test_commands_disputes_quote_both_speakers(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu("disputes", "--record", record, "--format", "table") == 0
    words = capsys.readouterr().out
    assert "ombudsman" in words
    assert "ministry" in words


def test_commands_show_marks_the_words_and_names_their_offsets(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quipu("claims", "--record", record, "--type", "killing")
    claim = _rows(capsys.readouterr().out)[0]
    assert quipu("show", claim["id"], "--record", record) == 0
    words = capsys.readouterr().out
    assert "«" in words
    assert f"{claim['count']['start']}–{claim['count']['end']}" in words


def test_commands_unread_language_is_kept_and_counted(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quipu("documents", "--record", record)
    assert [row["unread"] for row in _rows(capsys.readouterr().out)].count("language") == 1


@pytest.mark.parametrize("refused", [[], ["--refused"], ["--refused", "--each"]])
def test_commands_claims_and_refusals_never_meet(
    refused: list[str], record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quipu("claims", "--record", record, *refused) == 0
    assert all(("reason" in row) == bool(refused) for row in _rows(capsys.readouterr().out))


def test_commands_refused_counts_add_up_to_each(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quipu("claims", "--record", record, "--refused", "--format", "json")
    counts = {(row["reason"], row["rule"]): row["times"] for row in json.loads(capsys.readouterr().out)}
    quipu("claims", "--record", record, "--refused", "--each", "--format", "jsonl")
    each = Counter((row["reason"], row["rule"]) for row in _rows(capsys.readouterr().out))
    quipu("documents", "--record", record, "--format", "jsonl")
    assert counts == each
    assert each.total() == sum(row["refused_claims"] for row in _rows(capsys.readouterr().out)) > 0


def test_commands_refused_table_says_what_a_reason_means(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quipu("claims", "--record", record, "--refused", "--format", "table")
    words = capsys.readouterr().out
    assert "spoken of in passing" in words
    assert "times" in words


def test_commands_verify_passes(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu("verify", "--record", record) == 0
    assert "verified: 3 documents" in capsys.readouterr().out


def test_commands_export_and_report_name_their_files(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quipu("export", "--record", record, "--format", "csv", "--out", tmp_path / "csv") == 0
    assert quipu("report", "--record", record, "--out", tmp_path / "pages") == 0
    named = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert len(named) > 5
    assert all(path.is_file() for path in named)


EXITS = [
    ("unknown command", ["frobnicate"], 2),
    ("missing argument", ["build"], 2),
    ("unknown option", ["timeline", "--nope"], 2),
    ("each without refused", ["claims", "--each"], 2),
    ("refused of a type", ["claims", "--refused", "--type", "killing"], 2),
    ("no record here", ["timeline", "--record", "nowhere"], 1),
    ("no such claim", ["show", "c-0000000000000000", "--record", "RECORD"], 1),
    ("no such event", ["show", "EV-000000", "--record", "RECORD"], 1),
    ("no such run", ["undo", "run-0", "--record", "RECORD"], 1),
]


@pytest.mark.parametrize(("arguments", "code"), [row[1:] for row in EXITS], ids=[row[0] for row in EXITS])
def test_commands_exit_codes(arguments: list[str], code: int, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu(*(record if word == "RECORD" else word for word in arguments)) == code
    said = capsys.readouterr().err.strip()
    assert said
    assert "Traceback" not in said


def test_commands_a_refused_source_is_told_and_the_rest_is_built(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert (
        quipu("build", reports / "monday.txt", tmp_path / "empty.txt", "--record", tmp_path / "r", "--no-report") == 3
    )
    said = capsys.readouterr()
    assert "empty.txt" in said.err
    assert "(empty)" in said.err
    assert "1 report added" in said.out
    assert "quipu undo run-" in said.out


def test_commands_read_answers_every_line_in_order(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "Two people were killed in Lima on 3 May 2021."}',
        "{broken",
        '{"id": "b", "text": ""}',
    ]
    (tmp_path / "docs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert quipu("read", tmp_path / "docs.jsonl", "-o", tmp_path / "out.jsonl") == 3
    answers = _rows((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [("error" in answer, answer["id"]) for answer in answers] == [(False, "a"), (True, None), (True, "b")]


def test_commands_undo_takes_back_and_building_again_brings_back(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quipu("build", reports / "monday.txt", "--record", tmp_path, "--no-report")
    undo = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("undo")).split()[1:]
    assert quipu(*undo[1:]) == 0
    assert quipu("claims", "--record", tmp_path) == 0
    assert "c-" not in capsys.readouterr().out
    quipu("build", reports / "monday.txt", "--record", tmp_path, "--no-report", "--quiet")
    quipu("claims", "--record", tmp_path)
    assert "c-" in capsys.readouterr().out
    assert quipu("verify", "--record", tmp_path) == 0


def test_commands_doctor_finds_this_machine_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu("doctor") == 0
    assert "wrong" not in capsys.readouterr().out


def test_commands_interrupted_at_once_is_one_line_and_partial(reports: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"  # so many that no machine is through with them before the signal reaches it
    many.mkdir()
    for number in range(400):
        text = f"LIMA, 3 January 2023. Police arrested {number + 2} people in area {number} on Monday, a judge said."
        (many / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "quipu", "build", str(reports), str(many), "--record", str(tmp_path / "r")]
    # Where the tests run in the background, the signal is ignored, and what they start would inherit that.
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    building = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, heard)
    while not (tmp_path / "r" / "record.sqlite").exists() and building.poll() is None:
        time.sleep(0.01)
    building.send_signal(signal.SIGINT)
    said = building.communicate(timeout=60)[1]
    assert building.returncode == 3, said
    assert len(said.strip().splitlines()) == 1, said
    assert "goes on from" in said
    assert "Traceback" not in said


def test_commands_a_reader_that_leaves_early_is_no_error(record: Path) -> None:
    command = f"{sys.executable} -m quipu claims --record {record} --format jsonl | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("{")
    assert done.stderr == ""


REGISTERS = [
    ("strikes", {"strikes_blockades"}, {"strike"}),
    ("blockades", {"strikes_blockades"}, {"blockade", "occupation"}),
    ("votes", {"votes"}, {"vote", "legislation"}),
    ("decrees", set(), set()),
]


@pytest.mark.parametrize(("name", "registers", "types"), REGISTERS, ids=[case[0] for case in REGISTERS])
def test_commands_registers_by_name(
    name: str, registers: set[str], types: set[str], record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quipu("registers", name, "--record", record) == 0
    rows = _rows(capsys.readouterr().out)
    assert {row["register"] for row in rows} == registers
    assert {d["value"] for row in rows for d in row["details"] if d["name"] == "type"} <= types


def test_commands_registers_refuse_an_unknown_name(record: Path) -> None:
    assert quipu("registers", "weather", "--record", record) == 2


def test_commands_registers_give_the_words_behind_each_detail(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quipu("registers", "votes", "--record", record)
    (row,) = [row for row in _rows(capsys.readouterr().out) if any(d["value"] == "31" for d in row["details"])]
    (detail,) = [d for d in row["details"] if d["value"] == "31"]
    assert detail["stated"][0]["claim"] in row["claims"]
    assert detail["stated"][0]["end"] - detail["stated"][0]["start"] == len("31")


def test_commands_registers_as_of_a_day(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stood = {}
    for day in ("2022-03-01", "2022-03-09"):
        assert quipu("registers", "strikes", "--record", record, "--as-of", day) == 0
        rows = _rows(capsys.readouterr().out)
        stood[day] = [d["value"] for row in rows for d in row["details"] if d["name"] == "state"]
    assert stood == {"2022-03-01": [], "2022-03-09": ["called"]}


def test_timeline_by_days_quotes_the_reports(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu("timeline", "--days", "--record", record, "--format", "jsonl") == 0
    rows = {row["day"]: row for row in _rows(capsys.readouterr().out)}
    assert list(rows) == sorted(rows)
    sunday = rows["2022-03-06"]
    assert "were killed in Calama on Sunday" in sunday["sentences"][0]["words"]
    assert (sunday["reports"], sunday["told_in"]) == (0, 1)
    assert max(row["salience"] for row in rows.values()) == 1.0
    for options, days in ((("--top", 1), 1), (("--since", "2022-03-06", "--until", "2022-03-06"), 1)):
        assert quipu("timeline", "--days", "--record", record, "--format", "jsonl", *options) == 0
        assert len(_rows(capsys.readouterr().out)) == days
    assert quipu("timeline", "--days", "--record", record, "--format", "table") == 0
    assert "2022-03-06" in capsys.readouterr().out


WINDOW = ("--from", "2022-03-06", "--to", "2022-03-10")
DIGESTS = [
    ("text", (), "2 people were killed, according to the regional hospital; at least 14 people were injured"),
    ("md", (), "# Roundup: 6 to 10 March 2022"),
    ("html", ("--lang", "es"), "<h1>Resumen: del 6 al 10 de marzo de 2022</h1>"),
    ("text", ("--top", "1"), "the 1 most salient of"),
]


@pytest.mark.parametrize(("format", "options", "expected"), DIGESTS, ids=[f"{r[0]} {' '.join(r[1])}" for r in DIGESTS])
def test_roundup_in_every_form(
    format: str, options: tuple[str, ...], expected: str, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quipu("roundup", "--record", record, *WINDOW, "--format", format, *options) == 0
    assert expected in capsys.readouterr().out


def test_timeline_scales_list_what_stands_out(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = {}
    for scale in ("day", "week", "crisis"):
        assert quipu("timeline", "--record", record, "--format", "jsonl", "--scale", scale, "--top", 1) == 0
        shown[scale] = _rows(capsys.readouterr().out)
    assert len(shown["crisis"]) == 1
    days = [row["begin"] for row in shown["day"]]
    assert days
    assert len(days) == len(set(days))
    assert len(shown["week"]) <= len(days)
    assert all({"salience", "salience_week", "salience_day", "novelty"} <= row.keys() for row in shown["day"])
    assert quipu("timeline", "--record", record, "--format", "table", "--scale", "week") == 0
    assert "week of " in capsys.readouterr().out


def test_framing_of_one_event(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu("framing", "--record", record, "--format", "jsonl") == 0
    rows = _rows(capsys.readouterr().out)
    codes = [quote["event"] for row in rows for quote in row["quotations"] if quote["event"]]
    assert codes
    assert quipu("framing", "--record", record, "--format", "jsonl", "--event", codes[0]) == 0
    mine = _rows(capsys.readouterr().out)
    assert {quote["event"] for row in mine for quote in row["quotations"]} == {codes[0]}
    assert len(mine) < len(rows)
    assert quipu("framing", "--record", record, "--event", "EV-000000") == 1


def test_roundup_wants_days_in_order(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quipu("roundup", "--record", record, "--from", "2022-03-10", "--to", "2022-03-06") == 2
    assert "--from lies after --to" in capsys.readouterr().err
