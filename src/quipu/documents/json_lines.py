"""JSON Lines, one report per line; `text` is used exactly as it is."""

import codecs
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, BinaryIO

from quipu.documents.bounded import Inflated, Replayed, read_head, read_lines, told_bytes
from quipu.documents.language import find_language
from quipu.documents.options import IntakeOptions
from quipu.errors import BadInput
from quipu.model import Document, Refusal, Snapshot, document_id, hash_of, sha256_hex

LONGEST_ID = 1000
GZIP = b"\x1f\x8b\x08"
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_NO_OPTIONS = IntakeOptions()


@dataclass(slots=True)
class Ids:
    """The ids that one intake has seen, each with a short hash of its text: about 150 bytes per document."""

    seen: dict[str, str] = field(default_factory=dict)

    def is_taken(self, id: str, text: str) -> bool:
        """Whether `id` already names another text."""
        digest = hash_of(text)[:16]
        return self.seen.setdefault(id, digest) != digest


def read_json_lines(stream: BinaryIO, name: str, options: IntakeOptions = _NO_OPTIONS) -> Iterator[Document | Refusal]:
    """Exactly one `Document` or `Refusal` for each line that is not blank, in order; the stream may be gzipped.

    Refusals: `bad_json`, `bad_record`, `encoding`, `too_large`, `empty`, `duplicate_id` (an id that already names
    another text); with `line`, and with `id` where that could be read. A line over the limit is skipped unread. Where
    the stream itself ends in trouble (`truncated`, a bomb's `too_large`, UTF-16's `encoding`), one more without `line`.
    """
    head = read_head(stream, len(GZIP))
    rest: Any = Replayed(head, stream)
    if head == GZIP:
        rest = Replayed(b"", Inflated(rest, options.max_bytes))
    try:
        yield from read_records(io.BufferedReader(rest), name, options, Ids())
    except BadInput as error:
        yield Refusal(name, error.code, error.message)


def read_records(stream: BinaryIO, name: str, options: IntakeOptions, ids: Ids) -> Iterator[Document | Refusal]:
    """As `read_json_lines`, for a stream that is unpacked; trouble with the stream itself is raised as `BadInput`."""
    for number, line in read_lines(stream, options.max_line_bytes):
        if line is None:
            most = told_bytes(options.max_line_bytes)
            yield Refusal(name, "too_large", f"line {number} is longer than {most}; split the report", number)
        elif number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise BadInput("JSON Lines in UTF-16; save the file as UTF-8", code="encoding")
        elif (record := line.removeprefix(codecs.BOM_UTF8)).strip():
            # Files with marks that were put together have one in mid-stream.
            yield _read_line(record, name, number, ids)


def _read_line(line: bytes, name: str, number: int, ids: Ids) -> Document | Refusal:
    id: str | None = None
    try:
        record = _record(line)
        id = _id(record)
        return _document(
            record, id, Snapshot(sha256_hex(line), f"{name}:{number}", "application/json", len(line), line), ids
        )
    except BadInput as error:
        return Refusal(name, error.code, f"line {number}: {error.message}", number, id)


def _record(line: bytes) -> dict[str, Any]:
    """The line's JSON object; NaN and Infinity are no JSON, and nesting has an end."""
    try:
        record = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        message = f"not utf-8 at byte {error.start} of the line; write the file as UTF-8"
        raise BadInput(message, code="encoding") from error
    except json.JSONDecodeError as error:
        raise BadInput(f"not JSON: {error.msg} at column {error.colno}; mend the line", code="bad_json") from error
    except RecursionError as error:
        raise BadInput("nested too deeply; a report is one flat object", code="bad_record") from error
    except ValueError as error:
        raise BadInput(f"not a plain JSON value ({str(error)[:80]}); mend the line", code="bad_record") from error
    if not isinstance(record, dict):
        raise BadInput(f"a {_kind(record)}, not an object; write one object per line", code="bad_record")
    return record


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _id(record: dict[str, Any]) -> str | None:
    """The record's own id, None where it has none."""
    id = record.get("id")
    if id is None:
        return None
    if not isinstance(id, str) or not id.strip():
        raise BadInput('"id" must be a string that is not empty, or be left out', code="bad_record")
    if len(id) > LONGEST_ID or not _is_sound(id):
        raise BadInput(f'"id" is longer than {LONGEST_ID} or holds half a surrogate pair', code="bad_record")
    return id


def _document(record: dict[str, Any], id: str | None, snapshot: Snapshot, ids: Ids) -> Document:
    text = record.get("text")
    if not isinstance(text, str):
        raise BadInput(f'"text" must be a string, not {_kind(text)}', code="bad_record")
    if not _is_sound(text):
        raise BadInput('"text" holds half of a surrogate pair, which no UTF-8 can store; mend it', code="bad_record")
    if not text.strip():
        raise BadInput('"text" is empty', code="empty")
    id = document_id(text) if id is None else id
    if ids.is_taken(id, text):
        raise BadInput(f"the id {id[:80]!r} already names another text; give each report its own", code="duplicate_id")
    published = _published(_words(record, "published"))
    return Document(
        id=id,
        text=text,
        title=_words(record, "title"),
        author=_words(record, "author"),
        publisher=_words(record, "publisher"),
        published=published,
        published_basis="given" if published else None,
        language=_language(_words(record, "language")) or find_language(text),
        url=_words(record, "url"),
        snapshot=snapshot,
    )


def _words(record: dict[str, Any], key: str) -> str | None:
    """A field that is a string or null; "" counts as null."""
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not _is_sound(value):
        raise BadInput(f'"{key}" must be a string or null, not {_kind(value)}', code="bad_record")
    return value if value.strip() else None


def _published(words: str | None) -> date | None:
    """A day as YYYY-MM-DD; of a full RFC 3339 time, the day as written."""
    if words is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            return date.fromisoformat(words)
        if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", words):
            return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    raise BadInput(f'"published" must be YYYY-MM-DD or null, not {words[:40]!r}', code="bad_record")


def _language(words: str | None) -> str | None:
    if words is None:
        return None
    match = _LANGUAGE.fullmatch(words.strip())
    if match is None:
        raise BadInput(f'"language" must be a code such as "en" or null, not {words[:40]!r}', code="bad_record")
    return match[1].lower()


def _is_sound(words: str) -> bool:
    """Whether the string can be written as UTF-8: JSON can smuggle in half of a surrogate pair."""
    return words.isascii() or not any("\ud800" <= ch <= "\udfff" for ch in words)


def _kind(value: object) -> str:
    names = {dict: "object", list: "list", str: "broken string", bool: "truth value", int: "number", float: "number"}
    return names.get(type(value), "null")
