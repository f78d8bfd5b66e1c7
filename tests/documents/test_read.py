"""The intake as a whole: each kind of source by what it holds, in a fixed order, with its original bytes."""

import gzip
import io
import os
import subprocess
import sys
from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest

from documents import makers
from quipu.documents import IntakeOptions, read_documents
from quipu.model import Document, Refusal, document_id, sha256_hex

PAGE = makers.page().encode()
WORDS = "Two men died on Monday"

# Kind is found by content: what the file is called, what it holds, extractor, media type of the snapshot.
KINDS = [
    ("a.txt", makers.REPORT.encode(), "text", "text/plain"),
    ("report", makers.REPORT.encode(), "text", "text/plain"),
    ("a.odd", makers.REPORT.encode(), "text", "text/plain"),
    ("bom.txt", makers.REPORT.encode("utf-8-sig"), "text", "text/plain"),
    ("utf16.txt", makers.REPORT.encode("utf-16"), "text", "text/plain"),
    ("a.md", makers.REPORT.encode(), "markdown", "text/markdown"),
    ("a.html", PAGE, "trafilatura", "text/html"),
    ("page.txt", PAGE, "trafilatura", "text/html"),
    ("page", b"\n<!-- saved -->\n" + PAGE, "trafilatura", "text/html"),
    ("a.pdf", makers.pdf(), "pypdf", "application/pdf"),
    ("pdf.txt", makers.pdf(), "pypdf", "application/pdf"),
    ("owner.pdf", makers.locked_pdf(owner_only=True), "pypdf", "application/pdf"),
    ("a.txt.gz", gzip.compress(makers.REPORT.encode()), "text", "text/plain"),
    ("a.html.gz", gzip.compress(PAGE), "trafilatura", "text/html"),
    ("a.pdf.gz", gzip.compress(makers.pdf()), "pypdf", "application/pdf"),
    ("gz.txt", gzip.compress(makers.REPORT.encode()), "text", "text/plain"),
    ("a.jsonl", makers.line().encode(), "given", "application/json"),
    ("a.jsonl.gz", gzip.compress(makers.line().encode()), "given", "application/json"),
    ("lines.txt", makers.line().encode(), "given", "application/json"),
    ("lines.json", makers.line().encode() * 2, "given", "application/json"),
    ("a.warc", makers.warc_of(PAGE.decode(), is_packed=False), "trafilatura", "text/html"),
    ("a.warc.gz", makers.warc_of(PAGE.decode()), "trafilatura", "text/html"),
    ("warc.txt", makers.warc_of(PAGE.decode(), is_packed=False), "trafilatura", "text/html"),
    ("one.warc.gz", gzip.compress(makers.warc_of(PAGE.decode(), is_packed=False)), "trafilatura", "text/html"),
    (
        "with_pdf.warc.gz",
        makers.warc([("https://a.example/x", makers.pdf(), {"Content-Type": "application/pdf"})]),
        "pypdf",
        "application/pdf",
    ),
    (
        "with_text.warc.gz",
        makers.warc([("https://a.example/x", makers.REPORT.encode(), {"Content-Type": "text/plain; charset=utf-8"})]),
        "text",
        "text/plain",
    ),
]


@pytest.mark.parametrize(("name", "data", "extractor", "media_type"), KINDS, ids=[case[0] for case in KINDS])
def test_read_finds_the_kind(tmp_path: Path, name: str, data: bytes, extractor: str, media_type: str) -> None:
    (tmp_path / name).write_bytes(data)
    doc = next(iter(read_documents([str(tmp_path / name)])))
    assert isinstance(doc, Document), doc
    assert WORDS in doc.text
    assert doc.extractor.split()[0] == extractor
    assert doc.language == "en"
    assert doc.snapshot is not None
    assert doc.snapshot.media_type == media_type
    assert doc.snapshot.data is not None
    assert doc.snapshot.sha256 == sha256_hex(doc.snapshot.data)
    assert doc.id == ("a" if extractor == "given" else document_id(doc.text))


def test_read_folder_is_recursive_sorted_and_leaves_hidden_files_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "c/.hidden.txt", ".git/e.txt", "a/f.txt", ".g.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: a road was blocked.")
    (tmp_path / "again").symlink_to(tmp_path / "c", target_is_directory=True)
    (tmp_path / "c" / "up").symlink_to(tmp_path, target_is_directory=True)
    names = [doc.text.partition(":")[0] for doc in read_documents([str(tmp_path)]) if isinstance(doc, Document)]
    assert names == ["a.txt", "b.txt", "a/f.txt", "c/d.txt"]


def test_read_expands_globs_itself(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.md", "sub/d.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}: a road was blocked.")

    def names(pattern: str) -> list[str]:
        items = read_documents([str(tmp_path / pattern)])
        return [i.text.partition(":")[0] if isinstance(i, Document) else i.code for i in items]

    assert names("[ab].txt") == ["a.txt", "b.txt"]
    assert names("*.md") == ["c.md"]
    assert names("**/d.txt") == ["sub/d.txt"]
    assert sorted(names("**")) == ["a.txt", "b.txt", "c.md", "odd[1].txt", "sub/d.txt"]
    assert names("odd[1].txt") == ["odd[1].txt"]
    assert names("*.pdf") == ["not_found"]


STDIN = [
    ("lines", makers.line().encode(), "given"),
    ("spaced_lines", b"\n  " + makers.line().encode(), "given"),
    ("text", makers.REPORT.encode(), "text"),
    ("brace", b"{sic} Two men died on Monday, the office said.\n", "text"),
    ("page", PAGE, "trafilatura"),
    ("packed", gzip.compress(makers.line().encode()), "given"),
]


@pytest.mark.parametrize(("name", "data", "extractor"), STDIN, ids=[case[0] for case in STDIN])
def test_read_stdin(name: str, data: bytes, extractor: str) -> None:
    (doc,) = read_documents(["-"], IntakeOptions(stdin=io.BytesIO(data)))
    assert isinstance(doc, Document)
    assert doc.extractor.split()[0] == extractor


def test_read_plain_text_is_kept_but_for_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("  Headline  \r\n\r\n\tTwo  men\u00a0died.\r".encode())
    (doc,) = read_documents([str(tmp_path / "a.txt")])
    assert isinstance(doc, Document)
    assert doc.text == "  Headline  \n\n\tTwo  men\u00a0died.\n"


def test_read_metadata_of_each_kind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bridge is cleared by police\n\nPublished: 14 December 2022\n\n" + makers.REPORT)
    (tmp_path / "b.md").write_text("---\nauthor: Desk\ndate: 2022-12-15\n---\n# Bridge cleared\n\n" + makers.REPORT)
    (tmp_path / "c.html").write_text(makers.page(head='<meta name="pubdate" content="2022-12-16">'))
    (tmp_path / "d.pdf").write_bytes(makers.pdf(["Lima, 17 December 2022", makers.REPORT], title="Bulletin 4"))
    (tmp_path / "e.txt").write_text("Undated report on a bridge\n\n" + makers.REPORT)
    docs = [doc for doc in read_documents([str(tmp_path)]) if isinstance(doc, Document)]
    assert [(doc.title, doc.published, doc.published_basis) for doc in docs] == [
        ("Bridge is cleared by police", date(2022, 12, 14), "dateline"),
        ("Bridge cleared", date(2022, 12, 15), "metadata"),
        ("Two die as bridge is cleared", date(2022, 12, 16), "metadata"),
        ("Bulletin 4", date(2022, 12, 17), "dateline"),
        ("Undated report on a bridge", None, None),
    ]
    assert docs[1].author == "Desk"


def test_read_file_time_is_no_publication_day(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(makers.page())
    os.utime(tmp_path / "a.html", (1_600_000_000, 1_600_000_000))
    (doc,) = read_documents([str(tmp_path / "a.html")])
    assert isinstance(doc, Document)
    assert doc.published is None


def test_read_spanish_page(tmp_path: Path) -> None:
    page = makers.page(lang="en")
    for english, spanish in zip(
        makers.REPORT.strip().split("\n\n"),
        (
            "Dos hombres murieron el lunes cuando la policía desalojó el puente.",
            "Otros veinte quedaron heridos, dijo el hospital.",
        ),
        strict=True,
    ):
        page = page.replace(english, spanish)
    (tmp_path / "a.html").write_text(page)
    (doc,) = read_documents([str(tmp_path / "a.html")])
    assert isinstance(doc, Document)
    assert doc.language == "es"


def test_read_same_document_twice_has_one_id(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(makers.REPORT)
    (tmp_path / "b.txt").write_text(makers.REPORT.replace("\n", "\r\n"))
    assert len({doc.id for doc in read_documents([str(tmp_path)]) if isinstance(doc, Document)}) == 1


def test_read_same_id_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(makers.line("one"))
    (tmp_path / "b.jsonl").write_text(makers.line("one", "Another text."))
    first, second = read_documents([str(tmp_path)])
    assert isinstance(first, Document)
    assert isinstance(second, Refusal)
    assert second.code == "duplicate_id"


def test_read_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(makers.REPORT.encode())
    with open(os.path.join(os.fsencode(tmp_path), b"empt\xe9.txt"), "wb"):
        pass
    doc, refusal = read_documents([str(tmp_path)])
    assert isinstance(doc, Document)
    assert isinstance(refusal, Refusal)
    assert "\\udce9" in refusal.source.encode("utf-8").decode()


def test_read_leaves_no_worker_behind(tmp_path: Path) -> None:
    """Neither after the last document, nor where the caller stops early."""
    for n in range(3):
        (tmp_path / f"{n}.html").write_bytes(PAGE)
    items = read_documents([str(tmp_path)])
    next(items)
    assert isinstance(items, Generator)
    items.close()
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    if children.exists():
        assert children.read_text() == ""


def test_read_memory_is_flat_between_1000_and_10000_documents(tmp_path: Path) -> None:
    """Peak resident memory of a process of its own, ten times the documents later: within a fifth."""
    text = makers.REPORT * 15

    def peak(count: int) -> int:
        path = tmp_path / f"{count}.jsonl"
        with open(path, "w") as file:
            file.writelines(makers.line(f"id-{n}", f"{text}{n}") for n in range(count))
        code = (
            "import resource, sys; from quipu.documents import read_documents\n"
            f"assert sum(1 for _ in read_documents([{str(path)!r}])) == {count}\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        return int(
            subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=_env()).stdout
        )

    assert peak(10_000) < 1.2 * peak(1_000)


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
