"""Names to places: what the world gazetteer, and those that the user has added, know by a name, biggest place first."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from quipu.sentences.gazetteer_file import (
    ALTERNATE,
    DEGREES,
    LABEL_BLOCK,
    NO_POINT,
    Columns,
    fold,
    name_key,
    open_gazetteer,
    unpack_population,
)
from quipu.sentences.gazetteer_folder import added_gazetteers

MAX_CANDIDATES = 400
"""More places than this share no name in one file ("San Antonio" has 327)."""
FIRST_LEVEL = "A.ADM1"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; `own` is false where the name is one of its alternates. `lat` and `lon` are NaN
    where no point is known, so that no distance to it is near or far."""

    index: int
    country: str
    area: int
    kind: str
    population: int
    lat: float
    lon: float
    own: bool


class _Layer:
    """One file, its places and areas numbered behind those of the files before it."""

    def __init__(self, columns: Columns, begin: int, areas: Sequence[int]) -> None:
        self.begin = begin
        self._columns, self._column, self._areas = columns, columns.column, areas
        self._countries: list[str] = columns.header["countries"]
        self._kinds: list[str] = columns.header["kinds"]

    def find(self, first: int, second: int) -> list[Candidate]:
        hashes, checks = self._column["hash"], self._column["check"]
        at = bisect_left(hashes, first)
        found: list[Candidate] = []
        while at < len(hashes) and hashes[at] == first and len(found) < MAX_CANDIDATES:
            if checks[at] == second:
                found.append(self._candidate(self._column["ref"][at]))
            at += 1
        return found

    def _candidate(self, ref: int) -> Candidate:
        index = ref & ~ALTERNATE
        column = self._column
        return Candidate(
            self.begin + index,
            self._countries[column["country"][index]],
            self._areas[column["admin1"][index]],
            self._kinds[column["kind"][index]],
            unpack_population(column["population"][index]),
            _degrees(column["lat"][index]),
            _degrees(column["lon"][index]),
            not ref & ALTERNATE,
        )

    def label(self, index: int) -> str:
        return _line(self._columns.labels, self._column["label_at"], index - self.begin)

    def code(self, index: int) -> str:
        codes = self._columns.codes
        return "" if codes is None else _line(codes, self._column["code_at"], index - self.begin)

    def by_geonameid(self, number: int) -> Candidate | None:
        """The place of a GeoNames id; a search through all, for the rare case that somebody names one."""
        ids = list(self._column["id"])
        return self._candidate(ids.index(number)) if number in ids else None

    def geonameid(self, index: int) -> int:
        return self._column["id"][index - self.begin]


def _degrees(packed: int) -> float:
    return math.nan if packed == NO_POINT else packed / DEGREES


def _line(text: memoryview, starts: Sequence[int], number: int) -> str:
    block, at = divmod(number, LABEL_BLOCK)
    end = starts[block + 1] if block + 1 < len(starts) else len(text)
    return bytes(text[starts[block] : end]).split(b"\n")[at].decode()


class Gazetteer:
    """Read-only look-ups in one or more mapped files; safe to share between threads.

    Where two files know a place (by its GeoNames id, or as the same first-level area) the later file's is given.
    """

    def __init__(self, *files: Columns) -> None:
        self._areas: list[tuple[str, str, str]] = [("", "", "")]
        self._area_at: dict[tuple[str, str], int] = {}
        self._layers: list[_Layer] = []
        self._length = 0
        for columns in files:
            self._layers.append(_Layer(columns, self._length, self._joined(columns.header["areas"])))
            self._length += len(columns.column["id"])
        self._begins = [layer.begin for layer in self._layers]
        self.find = lru_cache(maxsize=20_000)(self._find)

    def __len__(self) -> int:
        return self._length

    def _joined(self, areas: Sequence[Sequence[str]]) -> list[int]:
        """The numbers here of a file's areas: an area of the same country and code is the same, and keeps its name."""
        numbers = [0]
        for country, code, name in areas[1:]:
            at = self._area_at.setdefault((country, code), len(self._areas))
            if at == len(self._areas):
                self._areas.append((country, code, name))
            elif not self._areas[at][2]:
                self._areas[at] = (country, code, name)
            numbers.append(at)
        return numbers

    def _find(self, folded: str) -> tuple[Candidate, ...]:
        """Every place of this folded name, the most populous first; empty where none is known."""
        first, second = name_key(folded)
        found = [layer.find(first, second) for layer in self._layers]
        places = self._distinct(found) if sum(map(bool, found)) > 1 else [c for own in found for c in own]
        return tuple(sorted(places, key=lambda c: (-c.population, c.index)))

    def _distinct(self, found: Sequence[Sequence[Candidate]]) -> list[Candidate]:
        """Each place once: as the last file has it, with what only an earlier one knows."""
        kept: list[Candidate] = []
        seen: dict[tuple[str, int], int] = {}
        for candidate in (c for places in reversed(found) for c in places):
            keys = list(self._keys(candidate))
            at = next((seen[key] for key in keys if key in seen), len(kept))
            if at == len(kept):
                kept.append(candidate)
            elif candidate.index < self._layer(kept[at].index).begin:
                kept[at] = _completed(kept[at], candidate)
            else:
                # Two places of one file are two, even where they share an area.
                at = len(kept)
                kept.append(candidate)
            seen |= dict.fromkeys(keys, at)
        return kept

    def _keys(self, candidate: Candidate) -> list[tuple[str, int]]:
        number = self._layer(candidate.index).geonameid(candidate.index)
        keys = [("geonames", number)] if number else []
        return [*keys, ("area", candidate.area)] if candidate.kind == FIRST_LEVEL and candidate.area else keys

    def _layer(self, index: int) -> _Layer:
        return self._layers[bisect_right(self._begins, index) - 1]

    def label(self, index: int) -> str:
        """The place's own name."""
        return self._layer(index).label(index)

    def geonameid(self, index: int) -> int | None:
        """The GeoNames id, None where the sources do not give it."""
        return self._layer(index).geonameid(index) or None

    def by_geonameid(self, number: int) -> Candidate | None:
        """The place of a GeoNames id, as the last file has it that knows it; None where none does."""
        found = (layer.by_geonameid(number) for layer in reversed(self._layers)) if number else ()
        return next((place for place in found if place is not None), None)

    def pcode(self, index: int) -> str | None:
        """The place code of an added list ("PE2101"), None for all other places."""
        return self._layer(index).code(index) or None

    def area_name(self, area: int) -> str | None:
        """The name of a first-level area, None where it is unknown."""
        return self._areas[area][2] or None

    def area_by_code(self, country: str, code: str) -> Candidate | None:
        """The first-level area of a GeoNames code, such as ("US", "LA")."""
        at = self._area_at.get((country, code))
        found = self.find(fold(self._areas[at][2])) if at else ()
        return next((c for c in found if c.area == at and c.kind == FIRST_LEVEL), None)

    def area_code(self, area: int) -> str:
        """The GeoNames code of a first-level area, such as "LA" for Louisiana; "" for none."""
        return self._areas[area][1]


def _completed(place: Candidate, earlier: Candidate) -> Candidate:
    """A place with the point, the people and the claim to the name that only an earlier file gives it."""
    lat, lon = (earlier.lat, earlier.lon) if math.isnan(place.lat) else (place.lat, place.lon)
    people = place.population or earlier.population
    return replace(place, population=people, lat=lat, lon=lon, own=place.own or earlier.own)


@cache
def world() -> Gazetteer:
    """The gazetteer that ships with quipu (GeoNames, CC BY 4.0; sentences/data/README.md says how it is made) with
    what the user has added, in that order. Opened once; `world.cache_clear()` has it opened anew.

    Raises:
        BadGazetteer: a file is damaged.
    """
    bundled = Path(str(files("quipu.sentences"))) / "data" / "gazetteer.bin"
    return Gazetteer(open_gazetteer(bundled), *(open_gazetteer(added.path) for added in added_gazetteers()))


__all__ = ["Candidate", "Gazetteer", "fold", "world"]
