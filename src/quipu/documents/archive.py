"""What was fetched, and keeping it as WARC."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

# The body is kept as it came, but whole: chunks are put together by then, so their header would be untrue.
_HOP_HEADERS = frozenset({"transfer-encoding", "connection", "keep-alive", "content-length"})


@dataclass(frozen=True, slots=True)
class Fetched:
    """One HTTP response, as it came."""

    url: str
    """The URL that was asked, after redirects."""
    address: str
    """The IP address that answered; it was checked before the connection was made."""
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    """The body as sent, still in its Content-Encoding."""
    body: bytes
    """The body, decoded."""
    fetched_at: str
    """RFC 3339 UTC."""
    hops: tuple["Fetched", ...] = ()
    """The redirects that led here, first to last."""

    def header(self, name: str) -> str:
        """The last value of a header, "" where there is none."""
        return next((value for key, value in reversed(self.headers) if key.lower() == name.lower()), "")


def write_warc(target: Path | str | BinaryIO, responses: Sequence[Fetched]) -> int:
    """Writes responses, with the redirects before them, as gzipped WARC 1.1; the number of records written.

    `target` is a path (replaced if it exists) or a binary stream, to which records are appended.
    """
    if isinstance(target, str | Path):
        with open(target, "wb") as stream:
            return write_warc(stream, responses)
    writer = WARCWriter(target, gzip=True, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record(None, {"software": "quipu", "format": "WARC File Format 1.1"}))
    records = [hop for response in responses for hop in (*response.hops, response)]
    for response in records:
        writer.write_record(_record(writer, response))
    return len(records) + 1


def _record(writer: WARCWriter, response: Fetched) -> object:
    kept = [(key, value) for key, value in response.headers if key.lower() not in _HOP_HEADERS]
    head = StatusAndHeaders(
        f"{response.status} {response.reason}", [*kept, ("Content-Length", str(len(response.raw)))], protocol="HTTP/1.1"
    )
    return writer.create_warc_record(
        response.url,
        "response",
        payload=BytesIO(response.raw),
        # Without it warcio copies the body to a temporary file that it leaves open.
        length=len(response.raw),
        http_headers=head,
        warc_headers_dict={"WARC-Date": response.fetched_at, "WARC-IP-Address": response.address},
    )
