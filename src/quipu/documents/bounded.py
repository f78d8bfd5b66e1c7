"""Streams that cannot be made to fill the memory: inflating with a limit, reading with a cap, lines with a cap."""

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Protocol

from quipu.errors import BadInput

CHUNK = 1 << 16
# Deflate cannot exceed about 1032:1. News text packs 3:1 to 8:1 and the most repetitive JSON Lines that we made 90:1,
# so beyond 200:1 (and beyond the size of one allowed document) it is a bomb.
MAX_RATIO = 200


class Readable(Protocol):
    """Anything that gives up to n bytes, and none at its end."""

    def read(self, size: int = -1, /) -> bytes | None:
        """Up to `size` bytes."""


class Inflated(io.RawIOBase):
    """The inflated bytes of gzip members one after another. It ends early where the input is damaged or a bomb, and
    says so in `trouble`: a reader of records keeps what came before."""

    def __init__(self, packed: Readable, limit: int) -> None:
        self.trouble: BadInput | None = None
        self._packed, self._limit = packed, limit
        self._in = self._out = 0
        self._waiting = b""
        self._member: Any = None
        self._ended = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills `buffer` wholly, unless the end is near."""
        filled = 0
        while filled < len(buffer) and not self._ended:
            piece = self._piece(len(buffer) - filled)
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        return filled

    def _piece(self, size: int) -> bytes:
        """Up to `size` inflated bytes; none where more input is needed or the end is reached."""
        if not self._waiting:
            self._waiting = self._packed.read(CHUNK) or b""
            self._in += len(self._waiting)
            if not self._waiting:
                return self._end("truncated", "the gzip data ends too early; get the file again", bool(self._member))
        if self._member is None and not self._begin():
            return b""
        try:
            piece: bytes = self._member.decompress(self._waiting, size)
        except zlib.error:
            return self._end("truncated", "the gzip data is damaged; get the file again")
        self._waiting = self._member.unconsumed_tail or self._member.unused_data
        if self._member.eof:
            self._member = None
        self._out += len(piece)
        if self._out > self._limit and self._out > MAX_RATIO * self._in:
            return self._end("too_large", f"it unpacks to more than {MAX_RATIO} times its size; unpack and check it")
        return piece

    def _begin(self) -> bool:
        """Starts the next member; zeros after a member are padding, as gzip itself reads it."""
        if self._out:
            self._waiting = self._waiting.lstrip(b"\0")
        if self._waiting:
            self._member = zlib.decompressobj(wbits=31)
        return bool(self._waiting)

    def _end(self, code: str, message: str, is_bad: bool = True) -> bytes:
        self._ended = True
        if is_bad:
            self.trouble = BadInput(message, code=code)
        return b""


class Replayed(io.RawIOBase):
    """A stream whose beginning has been looked at: gives `head`, then the rest. Knows its position.

    With `is_strict`, trouble in an `Inflated` rest is raised at its end; without, the end simply comes early.
    """

    def __init__(self, head: bytes, rest: Readable, *, is_strict: bool = True) -> None:
        self._head, self._rest, self._is_strict = head, rest, is_strict
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Only so far as to tell the position, which fastwarc asks for."""
        return True

    def tell(self) -> int:
        """Bytes given so far."""
        return self._at

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """The present position is the only one that can be sought."""
        if (offset, whence) not in ((0, 1), (self._at, 0)):
            raise io.UnsupportedOperation("this stream only goes forward")
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Fills what one read gives."""
        piece, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        if not piece:
            piece = self._rest.read(len(buffer)) or b""
        if not piece and self._is_strict and (trouble := trouble_of(self._rest)):
            raise trouble
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def trouble_of(stream: object) -> BadInput | None:
    """Why an `Inflated` stream ended early, if it did."""
    return stream.trouble if isinstance(stream, Inflated) else None


def read_head(stream: Readable, size: int) -> bytes:
    """The first `size` bytes, fewer only at the end; short reads from pipes are put together."""
    head = b""
    while len(head) < size and (piece := stream.read(size - len(head))):
        head += piece
    return head


def read_capped(stream: Readable, limit: int) -> bytes:
    """All bytes of a stream.

    Raises:
        BadInput: `too_large`, there are more than `limit`.
    """
    pieces, size = [], 0
    while piece := stream.read(CHUNK):
        size += len(piece)
        if size > limit:
            raise BadInput(f"it is larger than {told_bytes(limit)}; split it or raise the limit", code="too_large")
        pieces.append(piece)
    return b"".join(pieces)


def read_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their 1-based numbers; None in place of a line over `limit` bytes, which is skipped unread."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)
        yield number, None


def told_bytes(size: int) -> str:
    """A size in words, such as `64 MiB`."""
    for unit, factor in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if size >= factor:
            return f"{size / factor:.3g} {unit}"
    return f"{size} bytes"
