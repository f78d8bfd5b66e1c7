"""Bad input: each is refused by itself, in one line, and its good neighbours are read."""

import gzip
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from documents import makers
from quipu.documents import IntakeOptions, read_documents
from quipu.model import Document, Refusal

GOOD = "The road to the airport stayed blocked on Friday, the transport office said.\n"
Make = Callable[[Path], None]


def _bytes(data: bytes) -> Make:
    return lambda path: _write(path, data)


def _text(text: str) -> Make:
    return _bytes(text.encode())


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _line(text: str) -> Make:
    return _text(makers.line("first", "The first report.") + text + "\n" + makers.line("last", "The last report."))


def _locked(path: Path) -> None:
    path.write_text(GOOD)
    path.chmod(0)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere.txt")


def _folder(path: Path) -> None:
    path.mkdir()


def _folder_of_pictures(path: Path) -> None:
    path.mkdir()
    (path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")


def _folder_of_itself(path: Path) -> None:
    path.mkdir()
    (path / "again").symlink_to(path, target_is_directory=True)


JUNK = bytes(range(256)) * 40
PAGES = [makers.page(f"<p>Report number {n} was filed on Tuesday evening.</p>") for n in range(40)]

# name of the bad file, what makes it, the code of its one refusal, how many documents it yields all the same
CASES: list[tuple[str, Make, str, int]] = [
    ("empty.txt", _bytes(b""), "empty", 0),
    ("blank.txt", _text(" \n\t\n"), "empty", 0),
    ("empty.jsonl", _text("\n\n"), "empty", 0),
    ("empty.html", _bytes(b""), "empty", 0),
    ("empty.gz", _bytes(gzip.compress(b"")), "empty", 0),
    ("junk.txt", _bytes(JUNK), "binary", 0),
    ("junk.html", _bytes(JUNK), "binary", 0),
    ("junk.bin", _bytes(os.urandom(5000)), "binary", 0),
    ("nul.txt", _bytes(GOOD.encode() + b"\0" + GOOD.encode()), "binary", 0),
    ("late_nul.txt", _bytes(GOOD.encode() * 200 + b"\0"), "binary", 0),
    ("photo.png", _bytes(b"\x89PNG\r\n\x1a\n" + JUNK), "unsupported", 0),
    ("photo_named.txt", _bytes(b"\xff\xd8\xff\xe0" + JUNK), "unsupported", 0),
    ("letter.docx", _bytes(b"PK\x03\x04" + JUNK), "unsupported", 0),
    ("table.csv", _text("place,dead\nCusco,2\n"), "unsupported", 0),
    ("array.json", _text('[{"id": "a", "text": "b"}]'), "unsupported", 0),
    ("twice.txt.gz", _bytes(gzip.compress(gzip.compress(GOOD.encode()))), "unsupported", 0),
    (
        "broken_utf8.txt",
        _bytes("Murió en la manifestación de ayer.".encode()[:-10] + b"\xff\xfe\x80 fin."),
        "encoding",
        0,
    ),
    ("cut_utf8.txt", _bytes("La policía disparó y cayó".encode()[:-1]), "encoding", 0),
    ("odd_utf16.txt", _bytes(GOOD.encode("utf-16") + b"x"), "encoding", 0),
    (
        "page_broken.html",
        _bytes(
            makers.page("<p>Él murió ayer, dijo.</p>")
            .encode()
            .replace(b"\xc3\xa9", b"", 1)
            .replace("ó".encode(), b"\xff")
        ),
        "encoding",
        0,
    ),
    ("locked.pdf", lambda path: _write(path, makers.locked_pdf()), "encrypted", 0),
    ("cut.pdf", lambda path: _write(path, makers.pdf()[:700]), "truncated", 0),
    ("no.pdf", _text(GOOD), "bad_pdf", 0),
    ("hollow.pdf", _bytes(b"%PDF-1.7\n" + JUNK + b"%%EOF"), "bad_pdf", 0),
    ("picture.pdf", lambda path: _write(path, makers.pdf(["<br/>"])), "no_text", 0),
    ("cut.txt.gz", _bytes(gzip.compress(JUNK + GOOD.encode() * 300)[:-300]), "binary", 0),
    (
        "cut_text.txt.gz",
        _bytes(gzip.compress(os.urandom(30).hex().encode() + GOOD.encode() * 300)[:-12]),
        "truncated",
        0,
    ),
    (
        "cut.jsonl.gz",
        _bytes(gzip.compress("".join(makers.line(str(n), os.urandom(40).hex()) for n in range(300)).encode())[:-9000]),
        "truncated",
        -1,
    ),
    ("cut.warc.gz", lambda path: _write(path, makers.warc_of(*PAGES[:3])[:-150]), "truncated", 2),
    ("cut.warc", lambda path: _write(path, makers.warc_of(*PAGES[:3], is_packed=False)[:-900]), "truncated", 2),
    ("no.warc", _text(GOOD), "bad_warc", 0),
    (
        "tail.warc",
        lambda path: _write(path, makers.warc_of(*PAGES[:2], is_packed=False) + b"rubbish\n" * 50),
        "bad_warc",
        2,
    ),
    (
        "errors.warc.gz",
        lambda path: _write(path, makers.warc([("https://a.example/", PAGES[0].encode(), {})], status="404 Not Found")),
        "no_documents",
        0,
    ),
    ("bomb.txt.gz", lambda path: _bomb(path, 100 << 20), "too_large", 0),
    ("bomb.jsonl.gz", lambda path: makers.write_long_line(path, 100 << 20, packed=True), "too_large", 1),
    (
        "bomb.warc.gz",
        lambda path: _write(path, makers.warc([("https://a.example/", b" " * (100 << 20), {})])),
        "too_large",
        0,
    ),
    (
        "inner_bomb.warc.gz",
        lambda path: _write(
            path,
            makers.warc(
                [
                    ("https://a.example/", gzip.compress(b" " * (100 << 20)), {"Content-Encoding": "gzip"}),
                    ("https://b.example/", PAGES[0].encode(), {}),
                ]
            ),
        ),
        "too_large",
        1,
    ),
    ("large.txt", lambda path: _sparse(path, 3 << 20), "too_large", 0),
    ("furniture.html", _text(makers.furniture_page()), "no_text", 0),
    (
        "deep.html",
        _text("<html><body>" + "<div>" * 50_000 + "Two people died on Monday, officials said." + "</div>" * 50_000),
        "no_text",
        0,
    ),
    ("long_line.jsonl", lambda path: makers.write_long_line(path, 200 << 20), "too_large", 2),
    (
        "line7.jsonl",
        _text("".join(makers.line(str(n), f"Report {n}.") for n in range(6)) + "{not json}\n" + makers.line("7")),
        "bad_json",
        7,
    ),
    ("array.jsonl", _line('["id", "text"]'), "bad_record", 2),
    ("nan.jsonl", _line('{"id": "x", "text": "words", "score": NaN}'), "bad_record", 2),
    ("huge_number.jsonl", _line('{"id": "x", "text": "words", "score": ' + "9" * 6000 + "}"), "bad_record", 2),
    ("deep.jsonl", _line('{"id": "x", "text": ' + "[" * 100_000 + "]" * 100_000 + "}"), "bad_record", 2),
    ("surrogate.jsonl", _line(r'{"id": "x", "text": "half \ud83d of a pair"}'), "bad_record", 2),
    ("number_id.jsonl", _line('{"id": 7, "text": "words"}'), "bad_record", 2),
    ("empty_id.jsonl", _line('{"id": "", "text": "words"}'), "bad_record", 2),
    ("no_text.jsonl", _line('{"id": "x"}'), "bad_record", 2),
    ("list_text.jsonl", _line('{"id": "x", "text": ["words"]}'), "bad_record", 2),
    ("blank_text.jsonl", _line('{"id": "x", "text": " "}'), "empty", 2),
    ("bad_day.jsonl", _line('{"id": "x", "text": "words", "published": "2022-02-30"}'), "bad_record", 2),
    ("us_day.jsonl", _line('{"id": "x", "text": "words", "published": "12/11/2022"}'), "bad_record", 2),
    ("bad_language.jsonl", _line('{"id": "x", "text": "words", "language": "English!"}'), "bad_record", 2),
    ("same_id.jsonl", _line(makers.line("first", "Another text.").rstrip()), "duplicate_id", 2),
    (
        "latin.jsonl",
        lambda path: _write(
            path,
            makers.line("first", "One.").encode()
            + b'{"id": "x", "text": "muri\xf3"}\n'
            + makers.line("last", "Two.").encode(),
        ),
        "encoding",
        2,
    ),
    ("utf16.jsonl", _bytes(makers.line("a").encode("utf-16")), "encoding", 0),
    ("loop.txt", _loop, "unreadable", 0),
    ("dangling.txt", _dangling, "not_found", 0),
    ("pipe.txt", lambda path: os.mkfifo(path), "unreadable", 0),
    ("folder.txt", _folder, "no_documents", 0),
    ("around", _folder_of_itself, "no_documents", 0),
]


def _bomb(path: Path, size: int) -> None:
    with gzip.open(path, "wb") as file:
        for _ in range(size >> 20):
            file.write(b" " * (1 << 20))


def _sparse(path: Path, size: int) -> None:
    path.write_bytes(GOOD.encode() * (size // len(GOOD)))


if os.geteuid() != 0:  # root may read everything
    CASES.append(("locked.txt", _locked, "unreadable", 0))


@pytest.mark.parametrize(("name", "make", "code", "documents"), CASES, ids=[case[0] for case in CASES])
def test_bad_input_is_refused_once_and_neighbours_are_read(
    tmp_path: Path, name: str, make: Make, code: str, documents: int
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    bad = tmp_path / name
    make(bad)
    (tmp_path / "z.txt").write_text(GOOD.replace("Friday", "Sunday"))
    options = IntakeOptions(max_bytes=2 << 20)
    began = time.monotonic()
    items = list(read_documents([str(tmp_path / "a.txt"), str(bad), str(tmp_path / "z.txt")], options))
    assert time.monotonic() - began < 20
    first, *middle, last = items
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    (refusal,) = [item for item in middle if isinstance(item, Refusal)]
    assert refusal.code == code
    if documents >= 0:
        assert len(middle) - 1 == documents
    else:
        assert len(middle) > 1
    assert refusal.source.startswith(str(bad))
    assert "\n" not in refusal.message
    assert len(refusal.message) < 250


def test_bad_input_folder_names_each_file_that_is_not_read_and_itself(tmp_path: Path) -> None:
    _folder_of_pictures(tmp_path / "pictures")
    refusals = list(read_documents([str(tmp_path / "pictures")]))
    assert [(r.code, Path(r.source).name) for r in refusals if isinstance(r, Refusal)] == [
        ("unsupported", "a.png"),
        ("no_documents", "pictures"),
    ]


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs Linux's /proc")
def test_bad_input_read_error_in_mid_file_is_a_refusal() -> None:
    (refusal,) = read_documents(["/proc/self/mem"])
    assert isinstance(refusal, Refusal)
    assert refusal.code == "unreadable"
