"""What a file is: its first bytes decide, its suffix where they leave it open."""

import json
import re
from enum import StrEnum
from functools import cache
from urllib.parse import urlsplit

from quipu.documents.encoding import has_mark
from quipu.documents.lists import MediaTypes
from quipu.errors import BadInput
from quipu.lexicon.load import COMMON, load

HEAD = 8192


class Kind(StrEnum):
    """How a source is read."""

    JSON_LINES = "json_lines"
    HTML = "html"
    PDF = "pdf"
    WARC = "warc"
    GZIP = "gzip"
    MARKDOWN = "markdown"
    TEXT = "text"


MEDIA_TYPE = {
    Kind.HTML: "text/html",
    Kind.PDF: "application/pdf",
    Kind.MARKDOWN: "text/markdown",
    Kind.TEXT: "text/plain",
    Kind.JSON_LINES: "application/json",
}
# A document type or a root element, after comments and an XML declaration; never just any tag, which a text may quote.
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE
)
# Control characters that no encoding puts into prose; tab, line feed, form feed, carriage return and escape may stand.
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


def find_kind(name: str, head: bytes, hint: str = "") -> Kind:
    """The kind of a source from its name, its first bytes (`HEAD` of them) and a media type that its sender gave.

    Raises:
        BadInput: `empty`, `unsupported`, `binary`, or the code of a kind that the suffix promises and the bytes refute.
    """
    suffix = suffix_of(_path(name))
    signed = _signed(head)
    if signed is not None:
        return signed
    if not head.strip() and len(head) < HEAD:
        raise BadInput("the file is empty; remove it or get it again", code="empty")
    # A server's word beats the suffix in its URL: /README.md may well be a page about that file.
    named = _by_media_type(hint) or _by_suffix().get(suffix)
    if suffix in _advice() and named is None and not _looks_like_json_lines(head):
        raise BadInput(f"a .{suffix} file is not read: {_advice()[suffix]}", code="unsupported")
    return _of_text(head, named)


def suffix_of(name: str) -> str:
    """The last suffix of a file's name, lower case and without its dot; "" where it has none."""
    stem, dot, suffix = name.rpartition("/")[2].rpartition(".")
    return suffix.lower() if dot and stem else ""


def _path(name: str) -> str:
    """A path as it is; of a URL, its path: neither `post.page` nor `?image=a.png` tells what a page is."""
    if "://" not in name:
        return name
    try:
        return urlsplit(name).path
    except ValueError:
        return ""


def _signed(head: bytes) -> Kind | None:
    """The kind that the first bytes settle."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    for kind, signatures in _signatures():
        if start.startswith(signatures):
            if kind is None:
                raise BadInput(
                    "this kind of file is not read; give its text as .txt, .html or .pdf", code="unsupported"
                )
            return kind
    return Kind.PDF if b"%PDF-" in head[:1024] and b"\0" in head else None


def _of_text(head: bytes, named: Kind | None) -> Kind:
    """The kind of what bears no signature, so is text of some sort or nothing that can be read."""
    if named is Kind.WARC:
        raise BadInput("no WARC record at its beginning; check that it is a WARC file", code="bad_warc")
    if not has_mark(head) and _is_binary(head):
        raise BadInput("binary data, not text; give the report as .txt, .html or .pdf", code="binary")
    if named in (Kind.HTML, Kind.JSON_LINES):
        return named
    if _HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Kind.HTML
    if named is Kind.MARKDOWN:
        return named
    if named is Kind.PDF:
        raise BadInput("no PDF header at its beginning; check that it is a PDF", code="bad_pdf")
    return Kind.JSON_LINES if _looks_like_json_lines(head) else Kind.TEXT


def _is_binary(head: bytes) -> bool:
    """A NUL, or more than one control character in a hundred bytes."""
    controls = len(head) - len(head.translate(None, _CONTROL))
    return b"\0" in head or controls * 100 > len(head)


def _looks_like_json_lines(head: bytes) -> bool:
    """Whether the first line is (the beginning of) a JSON object with a text, as a report's line is."""
    line, newline, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not newline and len(head) >= HEAD:
        return re.match(rb'\{\s*"(?:[^"\\]|\\.){1,64}"\s*:', line) is not None
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return re.match(rb'\{\s*"(?:id|text|title|url|published|language)"\s*:', line) is not None


@cache
def _types() -> MediaTypes:
    types: MediaTypes = load("media_types", COMMON, MediaTypes)
    return types


@cache
def _by_suffix() -> dict[str, Kind]:
    return {suffix: Kind(kind) for kind, suffixes in _types().suffixes.items() for suffix in suffixes}


@cache
def _advice() -> dict[str, str]:
    return {suffix: entry.advice for entry in _types().unsupported for suffix in entry.suffixes}


@cache
def _signatures() -> tuple[tuple[Kind | None, tuple[bytes, ...]], ...]:
    signed = _types().signatures
    by_kind = ((Kind.PDF, signed.pdf), (Kind.GZIP, signed.gzip), (Kind.WARC, signed.warc), (None, signed.unsupported))
    return tuple((kind, tuple(bytes.fromhex(s) for s in signatures)) for kind, signatures in by_kind)


def _by_media_type(hint: str) -> Kind | None:
    """The kind that a Content-Type header names, where it names one that is read."""
    base = hint.partition(";")[0].strip().lower()
    if base in ("application/xhtml+xml",):
        return Kind.HTML
    if base in ("application/x-ndjson", "application/jsonl"):
        return Kind.JSON_LINES
    return next((kind for kind, media_type in MEDIA_TYPE.items() if media_type == base and kind is not Kind.TEXT), None)
