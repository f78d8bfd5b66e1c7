"""Names to places: what the world gazetteer knows by a name, biggest place first."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from quipu.sentences.gazetteer_file import (
    ALTERNATE,
    DEGREES,
    LABEL_BLOCK,
    Columns,
    fold,
    name_key,
    open_gazetteer,
    unpack_population,
)

MAX_CANDIDATES = 400
"""More places than this share no name ("San Antonio" has 327)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. `own` is false where the name is one of its alternates."""

    index: int
    country: str
    area: int
    kind: str
    population: int
    lat: float
    lon: float
    own: bool


class Gazetteer:
    """Read-only look-ups in one mapped file; safe to share between threads."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._column = columns.column
        self._countries: list[str] = columns.header["countries"]
        self._kinds: list[str] = columns.header["kinds"]
        self._areas: list[tuple[str, str, str]] = [tuple(area) for area in columns.header["areas"]]
        self._area_at = {(country, code): at for at, (country, code, _) in enumerate(self._areas)}
        self.find = lru_cache(maxsize=20_000)(self._find)

    def __len__(self) -> int:
        return len(self._column["id"])

    def _find(self, folded: str) -> tuple[Candidate, ...]:
        """Every place of this folded name, the most populous first; empty where none is known."""
        first, second = name_key(folded)
        hashes, checks = self._column["hash"], self._column["check"]
        at = bisect_left(hashes, first)
        refs: list[int] = []
        while at < len(hashes) and hashes[at] == first and len(refs) < MAX_CANDIDATES:
            if checks[at] == second:
                refs.append(self._column["ref"][at])
            at += 1
        return tuple(self._candidate(ref) for ref in sorted(refs, key=lambda ref: ref & ~ALTERNATE))

    def _candidate(self, ref: int) -> Candidate:
        index = ref & ~ALTERNATE
        column = self._column
        return Candidate(
            index,
            self._countries[column["country"][index]],
            column["admin1"][index],
            self._kinds[column["kind"][index]],
            unpack_population(column["population"][index]),
            column["lat"][index] / DEGREES,
            column["lon"][index] / DEGREES,
            not ref & ALTERNATE,
        )

    def label(self, index: int) -> str:
        """The place's own name."""
        block, at = divmod(index, LABEL_BLOCK)
        begin = self._column["label_at"][block]
        lines = bytes(self._columns.labels[begin : begin + 200 * LABEL_BLOCK]).split(b"\n")
        return lines[at].decode()

    def geonameid(self, index: int) -> int | None:
        """The GeoNames id, None for an area whose id the sources do not give."""
        return self._column["id"][index] or None

    def area_name(self, area: int) -> str | None:
        """The name of a first-level area, None where it is unknown."""
        return self._areas[area][2] or None

    def area_by_code(self, country: str, code: str) -> Candidate | None:
        """The first-level area of a GeoNames code, such as ("US", "LA")."""
        at = self._area_at.get((country, code))
        found = self.find(fold(self._areas[at][2])) if at else ()
        return next((c for c in found if c.area == at and c.kind == "A.ADM1"), None)

    def area_code(self, area: int) -> str:
        """The GeoNames code of a first-level area, such as "LA" for Louisiana; "" for none."""
        return self._areas[area][1]


@cache
def world() -> Gazetteer:
    """The gazetteer that ships with quipu (GeoNames, CC BY 4.0; sentences/data/README.md says how it is made)."""
    return Gazetteer(open_gazetteer(Path(str(files("quipu.sentences"))) / "data" / "gazetteer.bin"))


__all__ = ["Candidate", "Gazetteer", "fold", "world"]
