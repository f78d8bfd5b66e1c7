"""Where things stand in a report folder: file names that are safe for any id, and permalinks relative to the folder."""

import re
import unicodedata
from urllib.parse import quote

from quipu.model import RegisterEntry, sha256_hex

# Lower case only and never a double hyphen: on a file system that ignores case no two ids share a file, and no
# plain id can look like a hashed one, which always holds "--".
_PLAIN = re.compile(r"(?!.*--)[a-z0-9][a-z0-9_-]{0,63}")
# Names that Windows keeps for itself, with any extension.
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.IGNORECASE)


def file_stem(id: str) -> str:
    """A file name (without ending) for any id: the id where it is plain, else a readable part and a hash of it."""
    if _PLAIN.fullmatch(id) and not _RESERVED.fullmatch(id):
        return id
    folded = unicodedata.normalize("NFKD", id).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:40].strip("-")
    return f"{slug or 'id'}--{sha256_hex(id)[:12]}"


def document_link(document_id: str) -> str:
    """The page of a document, from the report's root."""
    return f"documents/{file_stem(document_id)}.html"


def claim_link(document_id: str, claim_id: str) -> str:
    """The words of a claim, from the report's root."""
    return f"{document_link(document_id)}#{quote(claim_id)}"


def register_link(entry: RegisterEntry) -> str | None:
    """The page of a register line's event; of its first report where it has no event."""
    if entry.event is not None:
        return event_link(entry.event)
    return document_link(entry.documents[0]) if entry.documents else None


def event_link(code: str) -> str:
    """The page of an event, from the report's root. Codes are upper case by design and never differ by case alone."""
    safe = re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", code)
    return f"events/{code if safe else file_stem(code)}.html"
