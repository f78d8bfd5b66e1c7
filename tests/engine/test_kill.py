"""`kill -9` at any moment leaves a record that verifies, and the next build makes it what it would have been."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.reports import contents_of, make_reports, write_lines
from quipu.store import Store, verify

DRIVER = Path(__file__).with_name("killed_build.py")
# Shares of all SQL statements: the first ones make the schema, the last fifth or so links.
MOMENTS = (0.002, 0.3, 0.6, 0.8, 0.95, 0.999)


def _build(source: str, record: Path, fatal: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DRIVER), source, str(record), str(fatal)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int, dict[str, object]]:
    """The source, how many SQL statements its build takes, and what a record that was never killed holds."""
    folder = tmp_path_factory.mktemp("whole")
    source = write_lines(folder / "reports.jsonl", make_reports(200))
    told = _build(source, folder / "record")
    assert told.returncode == 0, told.stderr
    statements, status = told.stdout.split()
    assert status == "finished"
    return source, int(statements), contents_of(folder / "record")


@pytest.mark.parametrize("moment", MOMENTS)
def test_kill_at_a_statement_loses_nothing(
    tmp_path: Path, whole: tuple[str, int, dict[str, object]], moment: float
) -> None:
    source, statements, unkilled = whole
    record = tmp_path / "record"
    killed = _build(source, record, max(1, int(statements * moment)))
    assert killed.returncode == -9, killed.stderr
    _assert_sound(record)
    again = _build(source, record)
    assert again.returncode == 0, again.stderr
    with Store.open(record) as store:
        assert list(verify(store)) == []
    assert contents_of(record) == unkilled


def test_kill_from_outside_loses_nothing(tmp_path: Path, whole: tuple[str, int, dict[str, object]]) -> None:
    source, _, unkilled = whole
    record = tmp_path / "record"
    for _ in range(3):
        command = [sys.executable, str(DRIVER), source, str(record), "0"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _wait_for_documents(record, process, more_than=_documents(record))
        process.kill()
        process.wait(timeout=30)
        _assert_sound(record)
    assert _build(source, record).returncode == 0
    assert contents_of(record) == unkilled


def _documents(record: Path) -> int:
    """How many documents the record holds; 0 where there is no record yet."""
    if not (record / "record.sqlite").exists() or not (record / "record.sqlite").stat().st_size:
        return 0
    with Store.open(record) as store:
        return sum(1 for _ in store.view().documents())


def _wait_for_documents(record: Path, process: subprocess.Popen[bytes], *, more_than: int) -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline and _documents(record) <= more_than:
        time.sleep(0.05)


def _assert_sound(record: Path) -> None:
    """Nothing is wrong with the record but that it may have to be linked."""
    with Store.open(record, create=True) as store:
        assert {finding.code for finding in verify(store)} <= {"stale"}
