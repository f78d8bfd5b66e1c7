"""The body of an HTTP message as its sender meant it: chunks put together, compression undone within a limit."""

import re
import zlib

import brotli

from quipu.documents.bounded import told_bytes
from quipu.errors import BadInput

_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")
# gzip and zlib with their headers; deflate also bare, as some servers send it against RFC 9110 section 8.4.1.2.
_WINDOWS = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}


def decode_body(raw: bytes, encodings: str, limit: int) -> bytes:
    """Undoes the codings of a Content-Encoding header, the last one first.

    Raises:
        BadInput: `too_large` over `limit` bytes, `truncated` or `unsupported`.
    """
    names = [name.strip().lower() for name in encodings.split(",")]
    for name in reversed([name for name in names if name not in ("", "identity")]):
        if name == "br":
            raw = _unbrotlied(raw, limit)
            continue
        if name not in _WINDOWS:
            raise BadInput(f"the page is sent as {name[:20]!r}, which is not read; save it by hand", code="unsupported")
        raw = _inflated(raw, _WINDOWS[name], limit)
    return raw


def join_chunks(raw: bytes) -> bytes:
    """The content of a chunked body (RFC 9112, section 7.1); a body that is not chunked after all stays as it is."""
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK_SIZE.match(raw, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(raw[match.end() : match.end() + size])
        at = match.end() + size + 2
    return b"".join(pieces) if pieces and at >= len(raw) else raw


def _inflated(raw: bytes, windows: tuple[int, ...], limit: int) -> bytes:
    for window in windows:
        inflater = zlib.decompressobj(wbits=window)
        try:
            body = inflater.decompress(raw, limit + 1)
        except zlib.error:
            continue
        if len(body) > limit:
            raise BadInput(f"it unpacks to more than {told_bytes(limit)}; check the page", code="too_large")
        if not inflater.eof:
            raise BadInput("the compressed page ends too early; get it again", code="truncated")
        return body
    raise BadInput("the compressed page is damaged; get it again", code="truncated")


def _unbrotlied(raw: bytes, limit: int) -> bytes:
    try:
        inflater = brotli.Decompressor()
        body: bytes = inflater.process(raw, output_buffer_limit=limit + 1)
    except brotli.error as error:
        raise BadInput("the compressed page is damaged; get it again", code="truncated") from error
    if len(body) > limit:
        raise BadInput(f"it unpacks to more than {told_bytes(limit)}; check the page", code="too_large")
    if not inflater.is_finished():
        raise BadInput("the compressed page ends too early; get it again", code="truncated")
    return body
