"""GeoNames' own tables: the dump of a country (`geoname`, 19 columns) and the lists of administrative codes.

Columns as its readme gives them (https://download.geonames.org/export/dump/readme.txt): geonameid, name, asciiname,
alternatenames, latitude, longitude, feature class, feature code, country code, cc2, admin1 to admin4 code, population,
elevation, dem, timezone, modification date; and for `admin1CodesASCII.txt` and `admin2Codes.txt`: code, name, name
ascii, geonameid.
"""

import re
from collections.abc import Iterable

from quipu.sentences.gazetteer_file import Row
from quipu.sentences.gazetteers.rows import (
    Areas,
    BadRow,
    proper_name,
    read_country,
    read_name,
    read_point,
    with_alternates,
)

FIELDS = 19
CODE_FIELDS = 4
AREA_CODE = re.compile(r"([A-Z]{2})\.([^.\t]+)(?:\.([^.\t]+))?")
CLASSES = frozenset("AHLPRSTUV")
"""GeoNames' feature classes: areas, water, parks, populated places, roads, spots, mountains, undersea, vegetation."""
_ID = re.compile(r"[1-9]\d{0,9}")
_MOST_ID = (1 << 32) - 1
# Given up, destroyed or historical: a report of today means the living place of that name.
_GONE = frozenset({"P.PPLH", "P.PPLQ", "P.PPLW", "P.PPLCH", "A.ADM1H", "A.ADM2H", "A.ADM3H", "A.ADM4H", "A.ADM5H",
                   "A.ADMDH", "A.PCLH"})  # fmt: skip
_COUNTRY_KINDS = "A.PCL"


def is_geoname(fields: list[str]) -> bool:
    """Whether a line's fields are of the `geoname` table."""
    return len(fields) == FIELDS and bool(_ID.fullmatch(fields[0]))


def is_area_code(fields: list[str]) -> bool:
    """Whether a line's fields are of a list of administrative codes."""
    return len(fields) == CODE_FIELDS and bool(AREA_CODE.fullmatch(fields[0]))


def read_geoname(fields: list[str], features: Iterable[str], areas: Areas) -> Row | None:
    """One line of a dump; None for a kind of place that is not asked for, is gone, or is a country.

    Countries are the lexicon's: their names are words of a language, and the bundled gazetteer has their points.

    Args:
        fields: the line's, split at tabs.
        features: GeoNames classes ("P") and kinds ("S.AIRP") to take.
        areas: takes the row's first-level area, and its name from a row that is one.

    Raises:
        BadRow: says which field is wrong.
    """
    if len(fields) != FIELDS:
        raise BadRow(f"{len(fields)} columns where a GeoNames dump has {FIELDS}", code="fields")
    kind = f"{fields[6]}.{fields[7]}"
    if fields[6] not in CLASSES and fields[6]:
        raise BadRow(f"{fields[6][:10]!r} is no GeoNames feature class", code="fields")
    if not {fields[6], kind} & set(features) or kind in _GONE or kind.startswith(_COUNTRY_KINDS):
        return None
    number, name = read_id(fields[0]), read_name(fields[1])
    lat, lon = read_point(fields[4], fields[5])
    country = read_country(fields[8])
    area = areas.at(country, fields[10])
    others = [fields[2], *fields[3].split(",")]
    if kind.startswith("A.ADM"):
        others.insert(0, proper_name(name))
    if kind == "A.ADM1":
        areas.name(area, name)
    return Row(
        name, with_alternates(name, iter(others)), lat, lon, country, kind, _population(fields[14]), number, area
    )  # fmt: skip


def read_area_code(fields: list[str], areas: Areas) -> Row:
    """One line of `admin1CodesASCII.txt` or `admin2Codes.txt`; these lists give no points.

    Raises:
        BadRow: says which field is wrong.
    """
    if len(fields) != CODE_FIELDS:
        raise BadRow(f"{len(fields)} columns where a list of area codes has {CODE_FIELDS}", code="fields")
    match = AREA_CODE.fullmatch(fields[0])
    if match is None:
        raise BadRow(f"{fields[0][:30]!r} is no area code such as PE.15", code="code")
    name, number = read_name(fields[1]), read_id(fields[3])
    area = areas.at(match[1], match[2])
    if match[3] is None:
        areas.name(area, name)
    names = with_alternates(name, iter([proper_name(name), fields[2]]))
    return Row(name, names, None, None, match[1], "A.ADM2" if match[3] else "A.ADM1", 0, number, area)


def read_id(text: str) -> int:
    """A GeoNames id.

    Raises:
        BadRow: `id`, it is none.
    """
    if not _ID.fullmatch(text) or int(text) > _MOST_ID:
        raise BadRow(f"{text[:20]!r} is no GeoNames id", code="id")
    return int(text)


def _population(text: str) -> int:
    if text and not (text.isascii() and text.isdigit()):
        raise BadRow(f"population {text[:20]!r} is no whole number", code="population")
    return int(text or 0)
