"""What the readers of all kinds of sources share: rows, their errors, first-level areas, names."""

import math
import re
from collections.abc import Iterator
from functools import cache

from quipu.errors import BadInput
from quipu.lexicon import languages
from quipu.sentences.gazetteer_file import fold
from quipu.sentences.geography import geography

LONGEST_NAME = 200
"""Characters, as in GeoNames' table."""
COUNTRY = re.compile(r"[A-Z]{2}")
# Letters in Latin script, as the bundled gazetteer's alternates are chosen: four and more, and no airport code.
_LATIN = re.compile(r"[A-ZÀ-ÞĀ-ɏ][A-Za-zÀ-ɏḀ-ỿ .'’-]{3,}")
_ARTICLES = frozenset({"de", "del", "la", "las", "los", "of", "the", "du", "des", "do", "da"})


class BadRow(BadInput):
    """A row of a gazetteer's source that cannot be taken; `where` is FILE:LINE.

    Codes: `encoding`, `too_long`, `fields`, `id`, `name`, `point`, `population`, `country`, `code`, `duplicate`.
    """

    code = "fields"


class Areas:
    """First-level areas as they are met: a number for each (country, code), and its name where a row gives it."""

    def __init__(self) -> None:
        self._at: dict[tuple[str, str], int] = {("", ""): 0}
        self._names: dict[int, str] = {}

    def at(self, country: str, code: str) -> int:
        """The area's number; 0 where there is no code (GeoNames writes "00" for none)."""
        return self._at.setdefault((country, code), len(self._at)) if code not in ("", "00") else 0

    def name(self, number: int, name: str) -> None:
        """The name of an area; the first one given stays."""
        if number:
            self._names.setdefault(number, name)

    def table(self) -> list[tuple[str, str, str]]:
        """(country, code, name) by number."""
        return [(country, code, self._names.get(number, "")) for (country, code), number in self._at.items()]


def read_name(text: str) -> str:
    """A name without needless spaces.

    Raises:
        BadRow: `name`, it is empty or too long.
    """
    name = " ".join(text.split())
    if not name or not fold(name):
        raise BadRow("no name; write one in letters", code="name")
    if len(name) > LONGEST_NAME:
        raise BadRow(f"a name of {len(name)} characters; at most {LONGEST_NAME} are read", code="name")
    return name


def read_point(lat: str, lon: str) -> tuple[float, float]:
    """WGS84 degrees.

    Raises:
        BadRow: `point`, they are no numbers, or not on the globe.
    """
    try:
        point = float(lat), float(lon)
    except ValueError as error:
        raise BadRow(f"latitude {lat[:20]!r} and longitude {lon[:20]!r} must be degrees", code="point") from error
    if not (abs(point[0]) <= 90 and abs(point[1]) <= 180 and all(map(math.isfinite, point))):
        raise BadRow(f"{point[0]:g}, {point[1]:g} is not on the globe (90 and 180 degrees at most)", code="point")
    return point


def read_country(code: str) -> str:
    """An ISO 3166-1 alpha-2 code.

    Raises:
        BadRow: `country`, it is none.
    """
    if not COUNTRY.fullmatch(code):
        raise BadRow(f"{code[:20]!r} is no country code of two letters", code="country")
    return code


def with_alternates(name: str, others: Iterator[str]) -> tuple[str, ...]:
    """The place's own name first, then others that look like names in Latin script, each once, in their order."""
    kept = (one for one in (" ".join(other.split()) for other in others) if is_latin_name(one))
    return tuple(dict.fromkeys((name, *kept)))


def is_latin_name(name: str) -> bool:
    """Whether an alternate name can stand in a report that quipu reads."""
    return len(name) <= LONGEST_NAME and bool(_LATIN.fullmatch(name)) and not name.isupper()


def proper_name(name: str) -> str:
    """An area's name without the word for what it is: "Provincia de Ñor" and "Ñor Province" are "Ñor"."""
    words = name.split()
    if len(words) > 1 and fold(words[0]) in _area_words():
        rest = words[1:]
        while len(rest) > 1 and rest[0].lower() in _ARTICLES:
            rest = rest[1:]
        return " ".join(rest)
    return " ".join(words[:-1]) if len(words) > 1 and fold(words[-1]) in _area_words() else name


@cache
def _area_words() -> frozenset[str]:
    """Folded words for areas, of every language's lexicon; those for towns stay part of a name ("Ciudad Juárez")."""
    lists = [geography(language).words for language in languages()]
    towns = {fold(word) for words in lists for word in words.city_words}
    areas = {fold(word) for words in lists for word in words.area_before}
    return frozenset(areas - towns)
