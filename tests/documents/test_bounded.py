"""Bounded streams: the same bytes as without bounds, and an end where there must be one."""

import gzip
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.documents.bounded import Inflated, Replayed, read_capped, read_head, read_lines, told_bytes, trouble_of
from quipu.errors import BadInput


class Slow(io.RawIOBase):
    """Gives a byte or two at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self.rest = data

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = min(2, len(buffer))
        piece, self.rest = self.rest[:size], self.rest[size:]
        buffer[: len(piece)] = piece
        return len(piece)


@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=4), st.booleans())
def test_bounded_inflated_is_what_was_packed(parts: list[bytes], is_slow: bool) -> None:
    packed = b"".join(map(gzip.compress, parts))
    stream = Inflated(Slow(packed) if is_slow else io.BytesIO(packed), 1 << 20)
    assert io.BufferedReader(stream).read() == b"".join(parts)
    assert stream.trouble is None


@given(st.binary(min_size=1, max_size=2000), st.integers(1, 60))
def test_bounded_inflated_tells_a_cut(data: bytes, cut: int) -> None:
    packed = gzip.compress(data)
    stream = Inflated(io.BytesIO(packed[: max(1, len(packed) - cut)]), 1 << 20)
    assert data.startswith(io.BufferedReader(stream).read())
    assert stream.trouble is not None
    assert stream.trouble.code == "truncated"


def test_bounded_inflated_reads_padding_as_gzip_does() -> None:
    stream = Inflated(io.BytesIO(gzip.compress(b"abc") + b"\0" * 100_000), 1 << 20)
    assert stream.read(10) == b"abc"
    assert stream.trouble is None


def test_bounded_inflated_tells_rubbish_after_a_member() -> None:
    stream = Inflated(io.BytesIO(gzip.compress(b"abc") + b"rubbish"), 1 << 20)
    assert io.BufferedReader(stream).read() == b"abc"
    assert stream.trouble is not None


def test_bounded_inflated_stops_a_bomb_soon() -> None:
    stream = Inflated(io.BytesIO(gzip.compress(b"\0" * (200 << 20))), 1 << 20)
    size = sum(len(piece) for piece in iter(lambda: stream.read(1 << 16) or b"", b""))
    assert size < 50 << 20
    assert stream.trouble is not None
    assert stream.trouble.code == "too_large"


@given(st.binary(max_size=500), st.integers(0, 500))
def test_bounded_replayed_is_the_whole(data: bytes, size: int) -> None:
    rest = Slow(data)
    head = read_head(rest, size)
    assert len(head) == min(size, len(data))
    stream = Replayed(head, rest)
    assert io.BufferedReader(stream).read() == data
    assert stream.tell() == len(data)


def test_bounded_replayed_raises_trouble_at_the_end_or_only_ends() -> None:
    packed = gzip.compress(b"abc" * 1000)[:-4]
    strict = Replayed(b"", Inflated(io.BytesIO(packed), 1 << 20))
    assert strict.read(3000) == b"abc" * 1000
    with pytest.raises(BadInput):
        strict.read(10)
    inflated = Inflated(io.BytesIO(packed), 1 << 20)
    assert Replayed(b"", inflated, is_strict=False).readall() == b"abc" * 1000
    assert trouble_of(inflated) is not None


def test_bounded_read_capped() -> None:
    assert read_capped(io.BytesIO(b"x" * 100), 100) == b"x" * 100
    with pytest.raises(BadInput, match="99 bytes"):
        read_capped(io.BytesIO(b"x" * 100), 99)


@given(st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b""))), st.integers(1, 20))
def test_bounded_lines_are_those_of_the_stream(lines: list[bytes], limit: int) -> None:
    """Every line under its number; those over the limit as None."""
    data = b"".join(line + b"\n" for line in lines)
    expected = [line + b"\n" if len(line) <= limit else None for line in lines]
    assert list(read_lines(io.BytesIO(data), limit)) == list(enumerate(expected, 1))


def test_bounded_told_bytes() -> None:
    assert [told_bytes(n) for n in (10, 2048, 64 << 20, 3 << 29)] == ["10 bytes", "2 KiB", "64 MiB", "1.5 GiB"]
