"""From sources to documents: opens each source, finds what it is, and gives it to the one who can read it."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from quipu.documents.bounded import Inflated, Replayed, read_capped, read_head, trouble_of
from quipu.documents.extractor import Extractor
from quipu.documents.fetch import fetch, is_url
from quipu.documents.json_lines import Ids, read_records
from quipu.documents.kind import HEAD, MEDIA_TYPE, Kind, find_kind
from quipu.documents.options import IntakeOptions
from quipu.documents.plain import as_document, read_plain
from quipu.documents.sources import STDIN, Found, find_sources, open_file, shown
from quipu.documents.warc import Archived, read_warc
from quipu.errors import BadInput
from quipu.model import Document, Refusal, Snapshot, sha256_hex

_NO_OPTIONS = IntakeOptions()
Item = Document | Refusal


def read_documents(sources: Sequence[str], options: IntakeOptions = _NO_OPTIONS) -> Iterator[Item]:
    """Documents from files, folders, globs, `-` and URLs, in the order given; folders sorted.

    Nothing that a source holds raises: what cannot be read is yielded as a `Refusal`, and the rest go on. Memory does
    not grow with the number of documents, but for the ids of JSON Lines.
    """
    with Extractor(options.extract_seconds, options.extract_bytes) as extractor:
        intake = _Intake(options, extractor)
        for source in sources:
            yield from intake.read(source)


@dataclass(frozen=True, slots=True)
class _Payload:
    """Something opened: its name, its bytes, and what its sender said of it."""

    name: str
    stream: BinaryIO
    url: str | None = None
    media_type: str = ""
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class _Intake:
    """One run over sources: its limits, its worker, the ids it has seen."""

    options: IntakeOptions
    extractor: Extractor
    ids: Ids = field(default_factory=Ids)

    def read(self, source: str) -> Iterator[Item]:
        """What one source, as given, holds. A folder of which nothing at all can be read is told as one."""
        is_folder, has_more = False, False
        for found in find_sources(source):
            if isinstance(found, Refusal):
                yield found
                has_more = True
                continue
            is_folder = is_folder or found.folder is not None
            for item in self._read_found(found):
                has_more = has_more or not isinstance(item, Refusal) or item.code != "unsupported"
                yield item
        if is_folder and not has_more:
            yield Refusal(
                shown(source), "no_documents", "the folder holds no file of a kind that is read; check the path"
            )

    def _read_found(self, found: Found) -> Iterator[Item]:
        name = shown(found.name)
        try:
            if is_url(found.name):
                yield from self._read_url(found.name)
            elif found.name == STDIN:
                stream = self.options.stdin or sys.stdin.buffer
                yield from self._read_payload(_Payload(name, stream))
            else:
                with open(open_file(found.name), "rb") as file:
                    yield from self._read_payload(_Payload(name, file))
        except BadInput as error:
            yield Refusal(name, error.code, error.message)
        except OSError as error:
            yield Refusal(
                name, "unreadable", f"reading failed ({error.strerror or error}); check the disk and try again"
            )

    def _read_url(self, url: str) -> Iterator[Item]:
        limits = self.options
        got = fetch(url, seconds=limits.fetch_seconds, limit=limits.max_bytes, allow_loopback=limits.allow_loopback)
        if limits.on_fetched is not None:
            limits.on_fetched(got)
        declared = got.header("content-type")
        _, _, charset = declared.lower().partition("charset=")
        charset = charset.split(";")[0].strip(" \"'")
        payload = _Payload(url, io.BytesIO(got.body), got.url, declared, charset or None)
        yield from self._read_payload(payload)

    def _read_payload(self, payload: _Payload) -> Iterator[Item]:
        """Looks at the first bytes, unpacks gzip once, and reads by kind."""
        head = read_head(payload.stream, HEAD)
        kind = find_kind(payload.url or payload.name, head, payload.media_type)
        rest: Any = payload.stream
        if kind is Kind.GZIP:
            rest = Inflated(Replayed(head, rest), self.options.max_bytes)
            head = read_head(rest, HEAD)
            if not head and (trouble := trouble_of(rest)):
                raise trouble
            kind = find_kind(_inner_name(payload.url or payload.name), head)
            if kind is Kind.GZIP:
                raise BadInput("packed twice; unpack it once", code="unsupported")
        stream = io.BufferedReader(Replayed(head, rest, is_strict=kind is not Kind.WARC))
        readers: dict[Kind, Callable[[_Payload], Iterator[Item]]] = {
            Kind.JSON_LINES: self._read_lines,
            Kind.WARC: self._read_warc,
        }
        try:
            if kind in readers:
                yield from readers[kind](replace(payload, stream=stream))
            else:
                yield self._read_whole(kind, replace(payload, stream=stream))
        except BadInput as error:
            # A bomb that was stopped looks cut off to whoever reads from it: the cause is told, not the effect.
            raise trouble_of(rest) or error from None
        if trouble := trouble_of(rest):
            raise trouble

    def _read_lines(self, payload: _Payload) -> Iterator[Item]:
        is_barren = True
        for item in read_records(payload.stream, payload.name, self.options, self.ids):
            is_barren = False
            yield item
        if is_barren:
            raise BadInput("no line holds anything; remove the file or get it again", code="empty")

    def _read_warc(self, payload: _Payload) -> Iterator[Item]:
        is_barren = True
        for archived in read_warc(payload.stream, self.options.max_bytes):
            is_barren = False
            yield self._read_archived(archived, payload.name)
        if is_barren:
            message = "the archive holds no page, text or PDF that was answered with success; check it"
            raise BadInput(message, code="no_documents")

    def _read_archived(self, archived: Archived, name: str) -> Item:
        inner = f"{name}#{shown(archived.url)}"
        try:
            if archived.error is not None:
                raise archived.error
            kind = find_kind(archived.url, archived.body[:HEAD], archived.media_type)
            stream: Any = io.BytesIO(archived.body)
            payload = _Payload(inner, stream, archived.url, archived.media_type, archived.charset)
            if kind not in (Kind.HTML, Kind.PDF, Kind.TEXT, Kind.MARKDOWN):
                raise BadInput(f"an archived answer of kind {kind} is not read; take it out first", code="unsupported")
            return self._read_whole(kind, payload)
        except BadInput as error:
            return Refusal(inner, error.code, error.message)

    def _read_whole(self, kind: Kind, payload: _Payload) -> Document:
        """One document from all the bytes of a stream."""
        data = read_capped(payload.stream, self.options.max_bytes)
        if kind in (Kind.HTML, Kind.PDF):
            extracted = self.extractor.extract(kind.value, data, url=payload.url, charset=payload.charset)
        else:
            extracted = read_plain(data, is_markdown=kind is Kind.MARKDOWN)
        if extracted.code is not None:
            raise BadInput(extracted.message, code=extracted.code)
        snapshot = Snapshot(sha256_hex(data), payload.name, MEDIA_TYPE[kind], len(data), data)
        return as_document(extracted, snapshot, payload.url)


def _inner_name(name: str) -> str:
    """The name of what is packed: `a.html.gz` holds `a.html`."""
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and suffix.lower() in ("gz", "gzip") else name
