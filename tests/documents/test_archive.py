"""What was fetched, as WARC that our own reader and warcio read back."""

import gzip
import io
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from documents import makers
from quipu.documents import Fetched, read_documents, write_warc
from quipu.model import Document

PAGE = makers.page().encode()
MOVED = Fetched(
    "https://a.example/old", "93.184.215.14", 301, "Moved", (("Location", "/new"),), b"", b"", "2023-01-02T03:04:05Z"
)
GOT = Fetched(
    "https://a.example/new",
    "93.184.215.14",
    200,
    "OK",
    (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")),
    gzip.compress(PAGE),
    PAGE,
    "2023-01-02T03:04:06Z",
    hops=(MOVED,),
)


def test_archive_round_trip(tmp_path: Path) -> None:
    target = tmp_path / "got.warc.gz"
    assert write_warc(target, [GOT]) == 3
    (doc,) = read_documents([str(target)])
    assert isinstance(doc, Document)
    assert doc.url == "https://a.example/new"
    assert doc.snapshot is not None
    assert doc.snapshot.data == PAGE


def test_archive_records_say_when_and_from_where() -> None:
    target = io.BytesIO()
    write_warc(target, [GOT])
    target.seek(0)
    told = []
    for record in ArchiveIterator(target, check_digests="raise"):
        body = record.content_stream().read()
        head = record.rec_headers
        told.append((record.rec_type, head["WARC-Target-URI"], head["WARC-Date"], head["WARC-IP-Address"]))
        if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
            assert body == PAGE
    assert told[1:] == [
        ("response", "https://a.example/old", "2023-01-02T03:04:05Z", "93.184.215.14"),
        ("response", "https://a.example/new", "2023-01-02T03:04:06Z", "93.184.215.14"),
    ]
