"""WARC: which records are reports, and their bodies as their senders meant them."""

import gzip
import io
import zlib
from contextlib import suppress

import brotli
import pytest

from documents import makers
from quipu.documents.http_body import decode_body, join_chunks
from quipu.documents.warc import Archived, read_warc
from quipu.errors import BadInput

PAGE = makers.page().encode()
LIMIT = 1 << 20


def _read(data: bytes) -> list[Archived]:
    return list(read_warc(io.BytesIO(gzip.decompress(data)), LIMIT))


def _chunked(body: bytes, size: int) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


BODIES = [
    ("plain", PAGE, {}),
    ("gzip", gzip.compress(PAGE), {"Content-Encoding": "gzip"}),
    ("deflate", zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
    ("bare_deflate", zlib.compress(PAGE, wbits=-15), {"Content-Encoding": "deflate"}),
    ("brotli", brotli.compress(PAGE), {"Content-Encoding": "br"}),
    ("chunked", _chunked(PAGE, 100), {"Transfer-Encoding": "chunked"}),
    ("chunked_gzip", _chunked(gzip.compress(PAGE), 77), {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
    ("already_joined", PAGE, {"Transfer-Encoding": "chunked"}),
    ("type_in_capitals", PAGE, {"Content-Type": "TEXT/HTML;charset=UTF-8"}),
]


@pytest.mark.parametrize(("name", "body", "headers"), BODIES, ids=[case[0] for case in BODIES])
def test_warc_bodies(name: str, body: bytes, headers: dict[str, str]) -> None:
    (found,) = _read(makers.warc([("https://a.example/x", body, headers)]))
    assert (found.url, found.body, found.error) == ("https://a.example/x", PAGE, None)


BROKEN = [
    ("bomb", gzip.compress(b" " * (5 << 20)), "gzip", "too_large"),
    ("brotli_bomb", brotli.compress(b" " * (5 << 20)), "br", "too_large"),
    ("cut", gzip.compress(PAGE)[:-20], "gzip", "truncated"),
    ("cut_brotli", brotli.compress(PAGE)[:-20], "br", "truncated"),
    ("not_gzip", PAGE, "gzip", "truncated"),
    ("not_brotli", PAGE, "br", "truncated"),
    ("unknown", PAGE, "zstd", "unsupported"),
    ("large", b" " * (LIMIT + 1), "identity", "too_large"),
]


@pytest.mark.parametrize(("name", "body", "encoding", "code"), BROKEN, ids=[case[0] for case in BROKEN])
def test_warc_broken_body_is_told_and_the_next_is_read(name: str, body: bytes, encoding: str, code: str) -> None:
    answers = [("https://a.example/1", body, {"Content-Encoding": encoding}), ("https://a.example/2", PAGE, {})]
    first, second = _read(makers.warc(answers))
    assert first.error is not None
    assert first.error.code == code
    assert second.body == PAGE


@pytest.mark.parametrize("media_type", ["image/png", "text/css", "application/javascript", "application/json", ""])
def test_warc_parts_of_pages_are_passed_over(media_type: str) -> None:
    assert _read(makers.warc([("https://a.example/x", PAGE, {"Content-Type": media_type})])) == []


@pytest.mark.parametrize("status", ["301 Moved", "404 Not Found", "500 Oops"])
def test_warc_answers_without_success_are_passed_over(status: str) -> None:
    assert _read(makers.warc([("https://a.example/x", PAGE, {})], status=status)) == []


def test_warc_of_nothing() -> None:
    assert list(read_warc(io.BytesIO(b""), LIMIT)) == []


@pytest.mark.parametrize("cut", range(60, 1400, 97))
def test_warc_cut_anywhere_never_raises_but_bad_input(cut: int) -> None:
    data = gzip.decompress(
        makers.warc([("https://a.example/1", PAGE[:600], {}), ("https://a.example/2", PAGE[:600], {})])
    )
    found = []
    with suppress(BadInput):
        for archived in read_warc(io.BytesIO(data[:cut]), LIMIT):
            found.append(archived.body)
    assert found in ([], [PAGE[:600]])


def test_warc_chunks_that_are_none_stay() -> None:
    assert join_chunks(b"no chunks") == b"no chunks"
    assert join_chunks(b"") == b""
    assert decode_body(b"x", "", 10) == b"x"
