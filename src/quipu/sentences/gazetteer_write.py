"""Writing the gazetteer's file (`gazetteer_file` says how it is laid out)."""

import json
import struct
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from quipu.sentences.gazetteer_file import (
    ALTERNATE,
    COLUMNS,
    DEGREES,
    LABEL_BLOCK,
    MAGIC,
    NO_POINT,
    BadGazetteer,
    Row,
    fold,
    name_key,
    pack_population,
)

MOST_KINDS = MOST_COUNTRIES = 1 << 8
MOST_AREAS = 1 << 16


def by_size(row: Row) -> tuple[int, int, str, str, str, str]:
    """The key of the order in which places are written."""
    return -row.population, row.geonameid, row.country, row.label, row.kind, row.code


def write_gazetteer(path: Path, rows: Iterable[Row], areas: Sequence[tuple[str, str, str]], origin: str) -> None:
    """Writes places in order of falling population; the same rows give the same bytes.

    `areas` are first-level areas as (country, GeoNames code, name); index 0 stands for none.
    """
    places = sorted(rows, key=by_size)
    names = {named for index, row in enumerate(places) for named in name_refs(index, row)}
    write_sorted(path, places, sorted(names), areas, {"origin": origin})


def write_sorted(
    path: Path,
    places: Iterable[Row],
    names: Iterable[tuple[int, int, int]],
    areas: Sequence[tuple[str, str, str]],
    about: Mapping[str, Any],
) -> None:
    """The same from places that come ordered `by_size` and then the sorted, distinct `name_refs` of them all.

    Memory holds the packed columns alone, about 100 bytes a place. `about` goes into the header, as it is at the end.

    Raises:
        BadGazetteer: more countries, kinds or areas than the columns can number.
    """
    packing = _Packing()
    for row in places:
        packing.add(row)
    for first, second, ref in names:
        packing.name(first, second, ref)
    if len(packing.countries) > MOST_COUNTRIES or len(packing.kinds) > MOST_KINDS or len(areas) > MOST_AREAS:
        raise BadGazetteer("has more countries, kinds or areas than a file can hold; take fewer", where=str(path))
    packing.settle()
    header: dict[str, Any] = {
        **about, "countries": sorted(packing.countries), "kinds": sorted(packing.kinds), "areas": areas, "sections": {}
    }  # fmt: skip
    _write(path, header, packing.blobs())


def _write(path: Path, header: dict[str, Any], blobs: Mapping[str, bytes]) -> None:
    at = 0
    for name, blob in blobs.items():
        header["sections"][name] = [at, len(blob)]
        at += _padded(len(blob))
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    head += b" " * (-(len(MAGIC) + 4 + len(head)) % 8)
    with path.open("wb") as file:
        file.write(MAGIC + struct.pack("<I", len(head)) + head)
        for blob in blobs.values():
            file.write(blob + b"\0" * (_padded(len(blob)) - len(blob)))


class _Lines:
    """Lines of text in blocks, found again by number."""

    def __init__(self) -> None:
        self.text, self.at, self.any = bytearray(), array("I"), False
        self._length = 0

    def add(self, line: str) -> None:
        if self._length % LABEL_BLOCK == 0:
            self.at.append(len(self.text))
        self._length += 1
        self.text += line.replace("\n", " ").encode() + b"\n"
        self.any = self.any or bool(line)


class _Packing:
    """The columns as they grow. Countries and kinds are numbered as met, and in the order of the alphabet by `settle`,
    so that the same rows give the same bytes."""

    def __init__(self) -> None:
        # Countries and kinds are 16 bits wide until it is known that they fit into eight.
        self.column = {name: array("H" if name in ("country", "kind") else code) for name, code in COLUMNS.items()}
        self.countries: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self._labels, self._codes = _Lines(), _Lines()

    def add(self, row: Row) -> None:
        column = self.column
        column["id"].append(row.geonameid)
        column["lat"].append(NO_POINT if row.lat is None else round(row.lat * DEGREES))
        column["lon"].append(NO_POINT if row.lon is None else round(row.lon * DEGREES))
        column["population"].append(pack_population(row.population))
        column["country"].append(self.countries.setdefault(row.country, len(self.countries)))
        column["admin1"].append(row.admin1)
        column["kind"].append(self.kinds.setdefault(row.kind, len(self.kinds)))
        self._labels.add(row.label)
        self._codes.add(row.code)

    def name(self, first: int, second: int, ref: int) -> None:
        self.column["hash"].append(first)
        self.column["check"].append(second)
        self.column["ref"].append(ref)

    def settle(self) -> None:
        for name, met in (("country", self.countries), ("kind", self.kinds)):
            order = {value: at for at, value in enumerate(sorted(met))}
            final = [order[value] for value in met]
            self.column[name] = array("B", (final[at] for at in self.column[name]))

    def blobs(self) -> dict[str, bytes]:
        self.column["label_at"] = self._labels.at
        blobs = {name: values.tobytes() for name, values in self.column.items()} | {"labels": bytes(self._labels.text)}
        if self._codes.any:
            blobs |= {"code_at": self._codes.at.tobytes(), "codes": bytes(self._codes.text)}
        return blobs


def name_refs(index: int, row: Row) -> set[tuple[int, int, int]]:
    """The place's names as (hash, check, index), the index marked where the name is an alternate."""
    own = name_key(fold(row.names[0]))
    rest = {name_key(folded) for name in row.names[1:] if (folded := fold(name))} - {own}
    return {(*own, index)} | {(*key, index | ALTERNATE) for key in rest}


def _padded(length: int) -> int:
    return length + (-length % 8)
