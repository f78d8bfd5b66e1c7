"""Encodings: what is certain is read, what is not is refused with the place."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.documents.encoding import read_text
from quipu.errors import BadInput

SPANISH = "El niño murió ayer en Ayacucho, según la policía: “no habrá más”, dijo el señor ministro. "

READ = [
    ("utf8", SPANISH.encode(), SPANISH),
    ("mark", SPANISH.encode("utf-8-sig"), SPANISH),
    ("utf16", SPANISH.encode("utf-16"), SPANISH),
    ("utf16_be", b"\xfe\xff" + SPANISH.encode("utf-16-be"), SPANISH),
    ("utf32", SPANISH.encode("utf-32"), SPANISH),
    ("windows", SPANISH.encode("cp1252"), SPANISH),
    ("windows_long", (SPANISH * 3000).encode("cp1252"), SPANISH * 3000),
    (
        "windows_english",
        "The “strike” began – they said – on Monday.".encode("cp1252"),
        "The “strike” began – they said – on Monday.",
    ),
    ("empty", b"", ""),
]
REFUSED = [
    (
        "one_bad_byte",
        SPANISH.encode().replace("ó".encode(), b"\xff", 1),
        "encoding",
        f"byte {SPANISH.encode().index('ó'.encode())}",
    ),
    ("cut", SPANISH.encode()[: SPANISH.encode().index("ñ".encode()) + 1], "encoding", "byte 5"),
    ("cyrillic", "Полиция применила газ против толпы в центре.".encode("cp1251"), "encoding", "byte 0"),
    ("undefined", b"The road \x81\x8d was blocked.", "encoding", "byte 9"),
    ("odd_utf16", SPANISH.encode("utf-16") + b"x", "encoding", "utf-16"),
    ("nul", b"The road\0was blocked.", "binary", "offset 8"),
]


@pytest.mark.parametrize(("name", "data", "text"), READ, ids=[case[0] for case in READ])
def test_encoding_reads(name: str, data: bytes, text: str) -> None:
    assert read_text(data) == text


@pytest.mark.parametrize(("name", "data", "code", "told"), REFUSED, ids=[case[0] for case in REFUSED])
def test_encoding_refuses(name: str, data: bytes, code: str, told: str) -> None:
    with pytest.raises(BadInput, match=told) as caught:
        read_text(data)
    assert caught.value.code == code


@given(st.binary())
def test_encoding_reads_or_refuses(data: bytes) -> None:
    with suppress(BadInput):
        read_text(data).encode()
