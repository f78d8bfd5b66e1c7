"""Bytes to text: UTF-8 or UTF-16 where the bytes say so, Windows-1252 only where it is the only sensible reading."""

import codecs
import logging

from charset_normalizer import from_bytes

from quipu.errors import BadInput

# Longest first: the UTF-32 mark begins with the UTF-16 one.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 1 << 16
# Letters and marks that English and Spanish texts in Windows-1252 hold; anything else there means another encoding.
EXPECTED = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡ªº°«»çÇàèìòùâêîôûäëïöÀÈãõ“”‘’–—…•€£§©®ºª´·\u00a0\u00ad½¼¾±²³")

logging.getLogger("charset_normalizer").setLevel(logging.CRITICAL)


def read_text(data: bytes) -> str:
    """The text of `data`, without a byte order mark.

    Raises:
        BadInput: `binary` (NUL bytes and the like), or `encoding` with the offset of the first byte that does not fit.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _decoded(data, name)
    if b"\0" in data:
        raise BadInput(f"NUL byte at offset {data.index(0)}: this is not text", code="binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A lead byte at the very end is a UTF-8 text cut short; as Windows-1252 it would end in "Ã".
        text = None if error.reason == "unexpected end of data" else _windows_text(data)
        if text is None:
            raise _misfit(error, "utf-8") from error
        return text


def has_mark(data: bytes) -> bool:
    """Whether the bytes begin with a byte order mark."""
    return any(data.startswith(mark) for mark, _ in MARKS)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _misfit(error, name) from error


def _misfit(error: UnicodeDecodeError, name: str) -> BadInput:
    advice = "save the file as UTF-8 and read it again"
    return BadInput(f"not {name.removesuffix('-sig')} at byte {error.start}; {advice}", code="encoding")


def _windows_text(data: bytes) -> str | None:
    """The text as Windows-1252, where that is a confident reading; else None.

    A text that holds even one well-formed multi-byte UTF-8 sequence is broken UTF-8, not Windows-1252: read as the
    latter it would turn into mojibake.
    """
    if any(ch > "\x7f" and ch != "\ufffd" for ch in data.decode("utf-8", "replace")):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if not {ch for ch in text if ch > "\x7f"} <= EXPECTED:
        return None
    best = from_bytes(data[:SAMPLE], cp_isolation=["cp1252"], threshold=0.15, enable_fallback=False).best()
    return text if best is not None and best.encoding == "cp1252" else None
