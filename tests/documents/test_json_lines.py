"""JSON Lines: the text exactly as it is, one answer per line, ids and days as given."""

import gzip
import io
import json
import os
import tracemalloc
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import makers
from quipu.documents import IntakeOptions, read_json_lines
from quipu.model import Document, Refusal, document_id, sha256_hex

FIELDS = [
    ("day", {"published": "2022-12-14"}, "published", date(2022, 12, 14)),
    ("time", {"published": "2022-12-14T23:30:00-05:00"}, "published", date(2022, 12, 14)),
    ("no_day", {"published": None}, "published", None),
    ("empty_day", {"published": ""}, "published", None),
    ("basis", {"published": "2022-12-14"}, "published_basis", "given"),
    ("no_basis", {}, "published_basis", None),
    ("language", {"language": "es"}, "language", "es"),
    ("region", {"language": "es-PE"}, "language", "es"),
    ("told_language", {"language": None}, "language", "en"),
    ("foreign", {"language": "fr"}, "language", "fr"),
    ("title", {"title": " As it is "}, "title", " As it is "),
    ("no_title", {"title": ""}, "title", None),
    ("url", {"url": "https://press.example/1"}, "url", "https://press.example/1"),
    ("publisher", {"publisher": "The Post"}, "publisher", "The Post"),
    ("unknown_field", {"gold": {"x": [1]}}, "id", "a"),
]


def _read(*lines: bytes, **limits: Any) -> list[Document | Refusal]:
    return list(read_json_lines(io.BytesIO(b"".join(lines)), "in.jsonl", IntakeOptions(**limits)))


@pytest.mark.parametrize(("name", "fields", "key", "value"), FIELDS, ids=[case[0] for case in FIELDS])
def test_json_lines_fields(name: str, fields: dict[str, object], key: str, value: object) -> None:
    (doc,) = _read(makers.line("a", **fields).encode())
    assert isinstance(doc, Document)
    assert getattr(doc, key) == value


def test_json_lines_text_with_its_own_dateline_stays_undated() -> None:
    """The reader infers that day with its evidence; the intake would take the evidence away."""
    (doc,) = _read(makers.line("a", "Published: 14 December 2022\n\nA road was blocked.").encode())
    assert isinstance(doc, Document)
    assert doc.published is None


def test_json_lines_without_id_is_named_by_its_text() -> None:
    (doc,) = _read(b'{"text": "A road was blocked."}\n')
    assert doc.id == document_id("A road was blocked.")


def test_json_lines_keeps_the_line_as_snapshot() -> None:
    line = makers.line("a").encode()
    (doc,) = _read(line)
    assert isinstance(doc, Document)
    assert doc.snapshot is not None
    assert (doc.snapshot.data, doc.snapshot.sha256, doc.snapshot.source) == (line, sha256_hex(line), "in.jsonl:1")


def test_json_lines_answers_every_line_that_is_not_blank_in_order() -> None:
    good, blank = makers.line("a").encode(), b" \r\n"
    items = _read(b"\xef\xbb\xbf" + good, blank, b"{oops\n", b"[]\n", blank, makers.line("b").encode().rstrip())
    assert [(type(i).__name__, getattr(i, "line", None) or i.id) for i in items] == [
        ("Document", "a"),
        ("Refusal", 3),
        ("Refusal", 4),
        ("Document", "b"),
    ]


def test_json_lines_refusal_carries_the_id_where_it_can_be_read() -> None:
    (refusal,) = _read(b'{"id": "x7", "text": 5}\n')
    assert isinstance(refusal, Refusal)
    assert (refusal.id, refusal.line, refusal.code) == ("x7", 1, "bad_record")


def test_json_lines_same_id() -> None:
    """The same text again is the same document; another text under the same id is refused."""
    first, other = makers.line("a").encode(), makers.line("a", "Another text.").encode()
    assert [type(item) for item in _read(first, first, other, first)] == [Document, Document, Refusal, Document]


def test_json_lines_same_text_under_other_ids_is_answered_under_each() -> None:
    assert [item.id for item in _read(makers.line("a").encode(), makers.line("b").encode())] == ["a", "b"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), st.booleans())
def test_json_lines_text_is_used_exactly_as_it_is(text: str, is_ascii: bool) -> None:
    line = json.dumps({"id": "a", "text": text, "language": "en"}, ensure_ascii=is_ascii)
    (doc,) = _read(line.encode() + b"\n")
    assert isinstance(doc, Document)
    assert doc.text == text


@given(st.lists(st.binary(max_size=40)))
def test_json_lines_never_raises_and_answers_once_per_line(lines: list[bytes]) -> None:
    lines = [line.replace(b"\n", b"") for line in lines]
    items = _read(b"\n".join(lines))
    assert len(items) == sum(1 for line in lines if line.removeprefix(b"\xef\xbb\xbf").strip())


def test_json_lines_long_line_is_skipped_unread() -> None:
    """Peak memory while a 60 MB line passes by stays far below its size."""

    class Long(io.RawIOBase):
        left = 60 << 20

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            size = min(len(buffer), self.left)
            buffer[:size] = b"x" * size
            self.left -= size
            return size

    tracemalloc.start()
    (refusal,) = read_json_lines(io.BufferedReader(Long()), "in.jsonl", IntakeOptions(max_line_bytes=1 << 20))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(refusal, Refusal)
    assert refusal.code == "too_large"
    assert peak < 8 << 20


def test_json_lines_memory_is_flat() -> None:
    """Ten times the documents, the same peak, but for their ids."""

    def peak(count: int) -> int:
        text = makers.REPORT * 40
        stream = (makers.line(f"id-{n}", text + str(n)).encode() for n in range(count))

        class Lines(io.RawIOBase):
            rest = b""

            def readable(self) -> bool:
                return True

            def readinto(self, buffer: Any) -> int:
                self.rest = self.rest or next(stream, b"")
                piece, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
                buffer[: len(piece)] = piece
                return len(piece)

        tracemalloc.start()
        assert sum(1 for _ in read_json_lines(io.BufferedReader(Lines()), "in.jsonl")) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    small, large = peak(200), peak(2000)
    assert large - small < 2000 * 400


def test_json_lines_may_be_packed() -> None:
    packed = gzip.compress((makers.line("a") + makers.line("b")).encode())
    assert [item.id for item in _read(packed)] == ["a", "b"]


def test_json_lines_cut_gzip_gives_what_came_before_and_one_refusal() -> None:
    packed = gzip.compress("".join(makers.line(str(n), os.urandom(40).hex()) for n in range(300)).encode())
    *docs, last = _read(packed[:-5000])
    assert len(docs) > 50
    assert all(isinstance(doc, Document) for doc in docs)
    assert isinstance(last, Refusal)
    assert (last.code, last.line) == ("truncated", None)


def test_json_lines_in_utf16_are_refused_as_a_whole() -> None:
    (refusal,) = _read(makers.line("a").encode("utf-16"))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "encoding"
