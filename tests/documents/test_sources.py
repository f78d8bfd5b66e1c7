"""Counting beforehand, and telling paths from patterns."""

import gzip
from pathlib import Path

from documents import makers
from quipu.documents import count_documents
from quipu.documents.sources import Found, find_sources, shown


def test_sources_count_files_and_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.jsonl").write_text(makers.line("a") + makers.line("b"))
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress((makers.line("a") * 3).rstrip().encode()))
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / ".hidden").write_text("x")
    assert count_documents([str(tmp_path)]) == 1 + 2 + 3 + 1
    assert count_documents([str(tmp_path / "*.txt"), "https://a.example/", str(tmp_path / "missing")]) == 3


def test_sources_count_is_unknown_for_streams(tmp_path: Path) -> None:
    assert count_documents(["-"]) is None
    (tmp_path / "a.warc.gz").write_bytes(makers.warc_of("x"))
    assert count_documents([str(tmp_path)]) is None


def test_sources_shown_can_be_written_as_utf8() -> None:
    assert shown("a\udce9.txt").encode() == rb"a\udce9.txt"


def test_sources_glob_does_not_follow_links_in_circles(tmp_path: Path) -> None:
    """Two links to the folder itself would be 2^40 paths."""
    (tmp_path / "a.txt").write_text("One.")
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(tmp_path, target_is_directory=True)
    found = [item.name for item in find_sources(f"{tmp_path}/**/*.txt") if isinstance(item, Found)]
    assert [Path(name).name for name in found] == ["a.txt"]


def test_sources_glob_leaves_hidden_files_out_unless_asked(tmp_path: Path) -> None:
    for name in ("a.txt", ".b.txt"):
        (tmp_path / name).write_text("One.")
    assert len(list(find_sources(f"{tmp_path}/*.txt"))) == 1
    assert len(list(find_sources(f"{tmp_path}/.*.txt"))) == 1
