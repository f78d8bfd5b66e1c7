"""`quipu gazetteer`: add, list, remove, in a folder of the user's."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import quipu
from quipu.sentences.gazetteer import world
from sentences.gazetteers.sources import DUMP, geoname, write


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("QUIPU_GAZETTEER", str(tmp_path / "home"))
    world.cache_clear()
    yield tmp_path / "home"
    monkeypatch.undo()
    world.cache_clear()


def test_gazetteer_add_list_remove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "PE.zip", DUMP)
    assert quipu("gazetteer", "add", path) == 0
    assert "PE: 4 places added, 4 rows of other kinds passed over" in capsys.readouterr().out
    assert quipu("gazetteer", "list", "-f", "jsonl") == 0
    (row,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (row["name"], row["kind"], row["places"], row["source"]) == ("PE", "geonames", 4, "PE.zip")
    assert quipu("gazetteer", "list", "-f", "table") == 0
    assert "PE.zip" in capsys.readouterr().out
    assert quipu("doctor") == 0
    assert "254,206 places from GeoNames (CC BY 4.0), 4 of PE" in capsys.readouterr().out
    assert quipu("gazetteer", "remove", "PE") == 0
    assert "quipu gazetteer add PE.zip" in capsys.readouterr().out
    assert quipu("gazetteer", "list", "-f", "table") == 0
    assert "nothing added" in capsys.readouterr().out


def test_gazetteer_add_tells_bad_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [geoname(1, "Good"), *(geoname(n, "", lat="\x1b[2J") for n in range(2, 32))]
    path = write(tmp_path, "PE.txt", "\n".join(rows))
    assert quipu("gazetteer", "add", path) == 3
    told = capsys.readouterr()
    assert f"refused {path}:2: no name; write one in letters (name)" in told.err
    assert told.err.count("refused ") == 21
    assert "refused 10 more rows" in told.err
    assert "\x1b" not in told.err
    assert "1 place added, 30 refused" in told.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("add", "missing.zip"), 1, "not_found"),
        (("add", "PE.txt", "--features", "towns"), 2, "towns"),
        (("add", "PE.txt", "--country", "Peru"), 2, "Peru"),
        (("add", "PE.txt", "--name", "../x"), 2, "--name"),
        (("remove", "PE"), 1, "not_found"),
    ],
    ids=["no file", "no feature", "no country", "no name", "nothing to remove"],
)
def test_gazetteer_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...], code: int, said: str,
) -> None:  # fmt: skip
    write(tmp_path, "PE.txt", DUMP)
    monkeypatch.chdir(tmp_path)
    assert quipu("gazetteer", *arguments) == code
    assert said in capsys.readouterr().err


def test_gazetteer_is_named_in_the_run(tmp_path: Path) -> None:
    from quipu.store import Store

    assert quipu("gazetteer", "add", write(tmp_path, "PE.txt", DUMP), "--quiet") == 0
    report = write(
        tmp_path, "report.txt", "Two people died in Vilcaray, Apurimac, on 11 December 2022, doctors said.\n" * 3
    )
    assert quipu("build", report, "-r", tmp_path / "record", "--no-report", "--quiet") == 0
    with Store.open(tmp_path / "record") as store:
        view = store.view()
        assert [run.settings["gazetteers"].split(":")[0] for run in view.runs()] == ["PE sha256"]
        named = {claim.place.geonameid for claim in view.claims() if claim.place}
    assert named == {9000001}
