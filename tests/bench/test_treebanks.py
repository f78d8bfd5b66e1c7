"""Test parts beside peers: a peer that answers with the gold scores one, and parts that are absent are passed over."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import treebanks
from conllu import read_trees

TREES = """# sent_id = 1
# text = Dockers march.
1\tDockers\tdocker\tNOUN\t_\t_\t2\tnsubj\t_\t_
2\tmarch\tmarch\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
NAMES = "Ana\tB-PER\nRoca\tI-PER\nmarches\tO\n\nCalama\tB-LOC\n"
PLAN = {"t.test": ["peer"], "n.test": ["peer"], "absent.test": ["peer"]}


def _write(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode()))


@pytest.mark.parametrize(("spoilt", "trees", "names"), [(False, 1.0, 1.0), (True, 2 / 3, 0.5)], ids=["gold", "spoilt"])
def test_a_peer_is_scored_by_what_it_answers(tmp_path: Path, spoilt: bool, trees: float, names: float) -> None:
    _write(tmp_path / "t.test.conllu.gz", TREES)
    _write(tmp_path / "n.test.conll.gz", NAMES)

    def ask(peer: str, docs: Path, out: Path) -> dict[str, Any]:
        rows = [json.loads(line) for line in docs.read_text(encoding="utf-8").splitlines()]
        out.write_text("".join(json.dumps(_answer(row, spoilt)) + "\n" for row in rows), encoding="utf-8")
        return {"versions": {}, "words_a_second": 1.0}

    found = dict(treebanks.measure(tmp_path, tmp_path / "work", PLAN, ask))
    assert list(found) == ["t.test", "n.test"]
    assert found["t.test"]["peer"]["figures"]["las"] == pytest.approx(trees)
    assert found["n.test"]["peer"]["figures"]["names_f1"] == pytest.approx(names)
    assert len(read_trees(tmp_path / "t.test.conllu.gz")) == 1
    for part in found.values():
        assert set(part) == {"quipu", "quipu, six layers", "peer"}
        assert all(0 <= figure <= 1 for one in part.values() for figure in one["figures"].values())


def test_a_peer_that_fails_has_no_figures(tmp_path: Path) -> None:
    _write(tmp_path / "n.test.conll.gz", NAMES)
    found = dict(treebanks.measure(tmp_path, tmp_path / "work", PLAN, lambda *_: {"failed": "not there"}))
    assert found["n.test"]["peer"] == {"failed": "not there"}


def _answer(row: dict[str, Any], spoilt: bool) -> dict[str, Any]:
    if "march" in row["words"]:
        return {
            "tags": ["NOUN", "VERB", "PUNCT"],
            "heads": [2, 0, 1 if spoilt else 2],
            "relations": ["nsubj", "root", "punct"],
        }
    if "Ana" in row["words"]:
        return {"entities": [[0, 2, "PER"]]}
    return {"entities": [[0, 1, "ORG" if spoilt else "LOC"]]}
