"""Ids: content hashes, so that reading the same thing again gives the same name."""

import hashlib
from collections.abc import Iterable

# Crockford's base 32: no I, L, O, U, so that a code can be read out over a telephone.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def sha256_hex(data: bytes | str) -> str:
    """Hex SHA-256 of bytes, or of a string's UTF-8 (lone surrogates kept as they are)."""
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


def hash_of(*parts: object) -> str:
    """Hex SHA-256 over parts that cannot run into each other; None and "" differ."""
    return sha256_hex("\x1f".join("\x00" if part is None else str(part) for part in parts))


def document_id(text: str) -> str:
    """The id of a document that brings none: the same text is the same document."""
    return "d-" + sha256_hex(text)[:12]


def claim_id(*, document_id: str, start: int, end: int, type: str, said: Iterable[object]) -> str:
    """A claim's id: what is said and where, not when or by which rule it was read."""
    return "c-" + hash_of(document_id, start, end, type, *said)[:16]


def event_code(founder: str, length: int = 6) -> str:
    """The human code of the event whose smallest claim id is `founder`, such as `EV-7K3QD2`."""
    number = int(hash_of("event", founder)[:32], 16)
    letters = []
    for _ in range(length):
        number, rest = divmod(number, 32)
        letters.append(_ALPHABET[rest])
    return "EV-" + "".join(letters)
