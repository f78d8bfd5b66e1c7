"""WARC archives: every response that holds a page, a text or a PDF, read with bounds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from quipu.documents.bounded import CHUNK, told_bytes
from quipu.documents.http_body import decode_body, join_chunks
from quipu.errors import BadInput

READ_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"})
_KINDS = WarcRecordType.response | WarcRecordType.resource
_CUT = "the archive ends within a record; get it again"


@dataclass(frozen=True, slots=True)
class Archived:
    """One archived page, text or PDF; `error` says why its body could not be had."""

    url: str
    media_type: str
    charset: str | None = None
    body: bytes = b""
    error: BadInput | None = None


def read_warc(stream: BinaryIO, limit: int) -> Iterator[Archived]:
    """Pages, texts and PDFs that were answered with success.

    Images, scripts, redirects and error pages are parts of an archive, not reports: they are passed over.

    Raises:
        BadInput: `truncated` or `bad_warc`, after what came before.
    """
    records = _records(stream)
    while (record := next(records, None)) is not None:
        found = _archived(record, limit)
        if found is not None:
            yield found


def _records(stream: BinaryIO) -> Iterator[Any]:
    """fastwarc's records; its parser panics on some damage, which Python sees as an exception outside `Exception`."""
    try:
        yield from ArchiveIterator(stream, record_types=_KINDS, parse_http=True, stream_detect=False)
    except BaseException as error:
        if not isinstance(error, OSError) and type(error).__name__ != "PanicException":
            raise
        raise BadInput("a damaged record; get the archive again", code="bad_warc") from error


def _archived(record: Any, limit: int) -> Archived | None:
    """The record's page, or None where it is no report."""
    http = record.http_headers if record.is_http else None
    if record.is_http and http is None:
        raise BadInput(_CUT, code="truncated")
    declared = (record.headers if http is None else http).get("Content-Type") or ""
    media_type = declared.partition(";")[0].strip().lower()
    is_answer = http is None or 200 <= (http.status_code or 0) < 300
    if media_type not in READ_TYPES or not is_answer:
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    raw = _block(record, limit)
    charset = record.http_charset if http is not None else None
    if len(raw) > limit:
        error = BadInput(f"it is larger than {told_bytes(limit)}; check the page", code="too_large")
        return Archived(url, media_type, error=error)
    try:
        return Archived(url, media_type, charset, raw if http is None else _body(raw, http, limit))
    except BadInput as error:
        return Archived(url, media_type, error=error)


def _block(record: Any, limit: int) -> bytes:
    """The record's block, of one that is too large only so much that it shows."""
    pieces, size = [], 0
    while size <= limit:
        try:
            piece = record.reader.read(CHUNK)
        except OSError as error:
            raise BadInput(_CUT, code="truncated") from error
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
    if size <= limit and size < record.content_length:
        raise BadInput(_CUT, code="truncated")
    return b"".join(pieces)


def _body(raw: bytes, http: Any, limit: int) -> bytes:
    if "chunked" in (http.get("Transfer-Encoding") or "").lower():
        raw = join_chunks(raw)
    return decode_body(raw, http.get("Content-Encoding") or "", limit)
