"""What a list leaves out, from what is known already: points and GeoNames ids of areas, GeoNames codes of regions."""

import math
from dataclasses import replace

from quipu.sentences.gazetteer import Candidate, Gazetteer
from quipu.sentences.gazetteer_file import Row, fold

AreaTable = list[tuple[str, str, str]]


def joined_areas(areas: AreaTable, known: Gazetteer) -> AreaTable:
    """The areas, each under the code of the known region of its country and name where there is just one."""
    codes = [("", "", ""), *((country, _code(country, code, name, known), name) for country, code, name in areas[1:])]
    # Two regions of one list never become one.
    taken = [(country, code) for country, code, _ in codes]
    return [new if taken.count(new[:2]) == 1 else old for new, old in zip(codes, areas, strict=True)]


def _code(country: str, code: str, name: str, known: Gazetteer) -> str:
    found = {c.area for c in known.find(fold(name)) if c.kind == "A.ADM1" and c.country == country and c.area}
    return known.area_code(found.pop()) if len(found) == 1 else code


def completed(row: Row, area_code: str, known: Gazetteer) -> Row:
    """A row without a point or id with those of the one known area of its level, country, region and name, if any."""
    if not row.kind.startswith("A.ADM") or (row.lat is not None and row.geonameid):
        return row
    found = [c for name in row.names for c in known.find(fold(name)) if _is_same(c, row, area_code, known)]
    if len({c.index for c in found}) != 1:
        return row
    same = found[0]
    number = row.geonameid or known.geonameid(same.index) or 0
    if row.lat is not None or math.isnan(same.lat):
        return replace(row, geonameid=number)
    return replace(row, geonameid=number, lat=same.lat, lon=same.lon)


def _is_same(place: Candidate, row: Row, area_code: str, known: Gazetteer) -> bool:
    if place.kind != row.kind or place.country != row.country:
        return False
    return not area_code or not place.area or known.area_code(place.area) == area_code
