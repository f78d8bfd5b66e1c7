"""Lists of place codes (p-codes) as OCHA's Common Operational Datasets publish them, saved as CSV.

A row is an area of the lowest level with those that it lies in: `ADM1_EN, ADM1_PCODE, ADM2_EN, ADM2_PCODE, …`, names
in any languages (`ADM1_ES`, `ADM1_REF`, `ADM1_ALT1EN`) or the newer `adm1_name`, `adm1_name1`, `adm1_pcode`; perhaps
`ADM0_PCODE` or `iso2` for the country, and a point as `lat`, `lon` or `center_lat`, `center_lon`. A second row of HXL
tags ("#adm1+code") is passed over.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quipu.errors import BadInput
from quipu.sentences.gazetteer_file import Row
from quipu.sentences.gazetteers.rows import (
    COUNTRY,
    Areas,
    BadRow,
    proper_name,
    read_country,
    read_name,
    read_point,
    with_alternates,
)

_COLUMN = re.compile(r"adm([0-5])_?(pcode|name\d?|[a-z]{2}|ref|alt\d?_?[a-z]{0,2})", re.IGNORECASE)
_POINT = {
    "lat": 0,
    "latitude": 0,
    "center_lat": 0,
    "y": 0,
    "lon": 1,
    "long": 1,
    "longitude": 1,
    "center_lon": 1,
    "x": 1,
}
_ISO2 = frozenset({"iso2", "iso_2", "adm0_iso2"})
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,29}")


@dataclass(frozen=True, slots=True)
class Header:
    """Where a list's columns stand: codes and names by level, the point, and the country's code, -1 for none."""

    codes: dict[int, int]
    names: dict[int, tuple[int, ...]]
    point: tuple[int, int]
    iso2: int
    width: int


def read_header(cells: Sequence[str]) -> Header | None:
    """The columns of a list of place codes; None where it has none, that is a level with a code and a name."""
    codes: dict[int, int] = {}
    names: dict[int, list[int]] = {}
    point, iso2 = [-1, -1], -1
    for at, cell in enumerate(cells):
        heading = cell.strip().lower()
        match = _COLUMN.fullmatch(heading)
        if match and match[2] == "pcode":
            codes.setdefault(int(match[1]), at)
        elif heading in _POINT:
            point[_POINT[heading]] = at
        elif heading in _ISO2:
            iso2 = at
        elif match:
            names.setdefault(int(match[1]), []).append(at)
    if not any(level in names for level in codes if level):
        return None
    return Header(
        codes, {level: tuple(found) for level, found in names.items()}, (point[0], point[1]), iso2, len(cells)
    )


def delimiter_of(line: str) -> str:
    """What separates a list's columns: the most frequent of comma, semicolon and tab in its first line."""
    return max(",;\t", key=line.count)


class Codes:
    """Reads a list row by row; each area once, however many rows lie in it."""

    def __init__(self, header: Header, country: str | None, areas: Areas) -> None:
        self._header, self._country, self._areas = header, country, areas
        self._seen: dict[str, str] = {}
        self._levels = sorted(level for level in header.codes if level and level in header.names)

    def read(self, cells: Sequence[str]) -> Iterator[Row]:
        """The areas of one row that no earlier row has given.

        Raises:
            BadRow: says which cell is wrong.
        """
        if len(cells) != self._header.width:
            raise BadRow(f"{len(cells)} columns where the first line has {self._header.width}", code="fields")
        first, country = "", self._country_of(cells)
        lowest = max((level for level in self._levels if cells[self._header.codes[level]].strip()), default=0)
        if not lowest:
            raise BadRow("no place code in the row", code="code")
        point = self._point(cells)
        for level in self._levels:
            code = cells[self._header.codes[level]].strip()
            if level > lowest or (not code and level < lowest):
                continue
            first = code if level == 1 else first
            row = self._area(cells, level, code, (country, first), point if level == lowest else None)
            if row is not None:
                yield row

    def _area(
        self, cells: Sequence[str], level: int, code: str, inside: tuple[str, str], point: tuple[float, float] | None
    ) -> Row | None:
        if not _CODE.fullmatch(code):
            raise BadRow(f"{code[:30]!r} is no place code", code="code")
        told = [cell for at in self._header.names[level] if (cell := cells[at].strip())]
        name = read_name(told[0] if told else "")
        if code in self._seen:
            if self._seen[code] != name:
                raise BadRow(f"{code} is {self._seen[code]!r} further up and {name!r} here", code="duplicate")
            return None
        self._seen[code] = name
        area = self._areas.at(*inside)
        if level == 1:
            self._areas.name(area, name)
        names = with_alternates(name, iter([proper_name(name), *told[1:]]))
        lat, lon = point or (None, None)
        return Row(name, names, lat, lon, inside[0], f"A.ADM{level}", admin1=area, code=code)

    def _point(self, cells: Sequence[str]) -> tuple[float, float] | None:
        lat, lon = (cells[at].strip() if at >= 0 else "" for at in self._header.point)
        return read_point(lat, lon) if lat or lon else None

    def _country_of(self, cells: Sequence[str]) -> str:
        """The country asked for; else the row's two-letter code, of its own column or as its codes begin."""
        if self._country:
            return self._country
        if self._header.iso2 >= 0:
            return read_country(cells[self._header.iso2].strip().upper())
        at = min(self._header.codes)
        code = cells[self._header.codes[at]].strip()
        if at == 0 and not COUNTRY.fullmatch(code):
            raise BadRow(
                f"the country's code is {code[:20]!r}, not two letters; name it with --country", code="country"
            )
        return read_country(code[:2])


def split_cells(text: str, delimiter: str) -> list[str]:
    """The cells of one line.

    Raises:
        BadRow: `fields`, a quotation mark is not closed in its line.
    """
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise BadRow(f"cannot be cut into cells ({error})", code="fields") from error


def is_tags(cells: Sequence[str]) -> bool:
    """Whether a row holds HXL tags and no data."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(cell.lstrip().startswith("#") for cell in filled)


def not_a_list(cells: Sequence[str]) -> BadInput:
    """Why a file is none of the kinds that are read."""
    shown = ", ".join(cell[:20] for cell in cells[:6])
    return BadInput(
        "neither a GeoNames dump (19 columns), nor a list of area codes (PE.15, name, ascii name, id), nor a list of "
        f"place codes (ADM1_PCODE, ADM1_EN, …): its first line has {shown!r}",
        code="unsupported",
    )
