"""The gazetteer's file: sorted name hashes beside packed place columns, mapped into memory and never parsed.

Layout (little-endian): 8 bytes of magic, the length of a JSON header (uint32), the header, then the columns, each
beginning at a multiple of eight. Places stand in order of falling population, so a smaller index is a bigger place.
Lines of text (labels, and place codes where there are any) stand in blocks of sixteen.
"""

import hashlib
import json
import mmap
import struct
import sys
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from quipu.errors import QuipuError

MAGIC = b"QUIPUGZ1"
LABEL_BLOCK = 16
ALTERNATE = 1 << 31
"""Set on a name's place index where the name is an alternate, not the place's own."""
DEGREES = 100_000
NO_POINT = -(1 << 31)
"""Stands for a latitude or longitude that is not known."""
POPULATION_STEP = 8
"""Populations are kept as eighths of a doubling: within 9 % of the true figure in one byte."""
LONG_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "sta": "santa", "sto": "santo"}
COLUMNS = {
    "hash": "I",
    "check": "H",
    "ref": "I",
    "id": "I",
    "lat": "i",
    "lon": "i",
    "population": "B",
    "country": "B",
    "admin1": "H",
    "kind": "B",
    "label_at": "I",
}


class BadGazetteer(QuipuError):
    """A gazetteer file that is missing, cut short or of another version."""

    code = "bad_gazetteer"


@dataclass(frozen=True, slots=True)
class Row:
    """One place to be written. `admin1` is an index into the table's areas; `names` begins with the place's own;
    `lat` and `lon` are None where no point is known; `code` is a p-code or ""."""

    label: str
    names: tuple[str, ...]
    lat: float | None
    lon: float | None
    country: str
    kind: str
    population: int = 0
    geonameid: int = 0
    admin1: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The mapped file: the header's tables and one memory view per column."""

    header: dict[str, Any]
    column: dict[str, Sequence[int]]
    labels: memoryview
    codes: memoryview | None = None
    data: mmap.mmap | None = field(default=None, repr=False)


def fold(name: str) -> str:
    """A name as it is looked up: no accents, case, full stops or hyphens, and "St." written out as "saint"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = plain.replace("'", "").replace("’", "").replace("ʻ", "")
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    return " ".join(LONG_FORMS.get(word, word) for word in words)


def country_name(code: str) -> str:
    """The name that a country is filed under; in no language, so that the lexicon alone says what it is called."""
    return f"iso3166{code.lower()}"


def name_key(folded: str) -> tuple[int, int]:
    """A folded name as a 32-bit hash and a 16-bit check."""
    first, second = struct.unpack("<IH", hashlib.blake2b(folded.encode(), digest_size=6).digest())
    return first, second


def pack_population(population: int) -> int:
    """0 for none, else eighths of doublings, 1 to 255."""
    if population <= 0:
        return 0
    doublings = population.bit_length() - 1
    return min(255, 1 + round(POPULATION_STEP * (doublings + population / (1 << doublings) - 1)))


def unpack_population(packed: int) -> int:
    """The population that a packed byte stands for."""
    if packed == 0:
        return 0
    doublings, rest = divmod(packed - 1, POPULATION_STEP)
    return round((1 << doublings) * (1 + rest / POPULATION_STEP))


def open_gazetteer(path: Path) -> Columns:
    """Maps a gazetteer file.

    Raises:
        BadGazetteer: no such file, or not a gazetteer of this version.
    """
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise BadGazetteer(f"cannot be opened: {error}", where=str(path)) from error
    view = memoryview(data)
    if bytes(view[: len(MAGIC)]) != MAGIC:
        raise BadGazetteer("not a gazetteer of this version; build it again", where=str(path))
    begin = len(MAGIC) + 4
    try:
        (length,) = struct.unpack_from("<I", view, len(MAGIC))
        header = json.loads(bytes(view[begin : begin + length]))
        sections = {name: view[begin + length + at :][:size] for name, (at, size) in header["sections"].items()}
    except (struct.error, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadGazetteer("its header is damaged; build it again", where=str(path)) from error
    if any(len(sections[name]) != size for name, (_, size) in header["sections"].items()):
        raise BadGazetteer("cut short; build it again", where=str(path))
    column = {name: _typed(sections[name], code) for name, code in COLUMNS.items()}
    if "code_at" in sections:
        column["code_at"] = _typed(sections["code_at"], "I")
    return Columns(header, column, sections["labels"], sections.get("codes"), data)


def _typed(section: memoryview, code: str) -> Sequence[int]:
    if sys.byteorder == "little":
        # The stubs know fixed format letters only; `code` is one of them, read from the file's header.
        return cast("Sequence[int]", cast(Any, section).cast(code))
    values = array(code, section.tobytes())
    values.byteswap()
    return values
