"""What an intake may cost: bytes, seconds and addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from quipu.documents.archive import Fetched

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """Limits of one intake; the defaults suit a laptop."""

    max_bytes: int = 64 * MIB
    """Largest document: one file, one page or one archived response, after decompression. Archives and JSON Lines
    may be of any size, because they are read piece by piece."""
    max_line_bytes: int = 16 * MIB
    """Largest line of JSON Lines."""
    extract_seconds: float = 30.0
    """Wall time for taking the text out of one page or PDF; then the worker is killed."""
    extract_bytes: int = 1536 * MIB
    """Address space of that worker."""
    fetch_seconds: float = 30.0
    """Wall time for one URL, redirects included."""
    allow_loopback: bool = False
    """For tests only: URLs may lead to 127.0.0.1, on any port. Every other private address stays refused."""
    stdin: BinaryIO | None = None
    """What `-` reads; standard input where None."""
    on_fetched: Callable[[Fetched], None] | None = None
    """Called with every response fetched, so that the caller can archive it (`write_warc`)."""
