"""Where a claim says that it happened, made comparable: a level, a name, a gazetteer entry, a position."""

import math
import re
import unicodedata
from dataclasses import dataclass, fields
from enum import IntEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any

from quipu.events.families import linking
from quipu.model import ClaimPlace

_EARTH_KM = 6371.0
_NOT_NAME = re.compile(r"[^\w]+")


class Level(IntEnum):
    """How narrow a place is."""

    COUNTRY = 1
    REGION = 2
    DISTRICT = 3
    TOWN = 4
    VENUE = 5


@dataclass(frozen=True, slots=True)
class Where:
    """A place, comparable. Names are without case and accents; positions are WGS84 degrees."""

    level: Level
    name: str
    region: str | None
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None

    @property
    def is_resolved(self) -> bool:
        """Whether the gazetteer knows the place, or at least its region."""
        return self.geonameid is not None or self.region is not None

    @property
    def is_known(self) -> bool:
        """Whether it has at least a country; else its name may be no place's at all."""
        return self.is_resolved or self.country is not None


def where_of(place: ClaimPlace | None) -> Where | None:
    """The comparable form of a place. Its level follows from what the gazetteer gave: no region means a country."""
    if place is None or not (place.text or place.geonameid):
        return None
    # Without its span a place is the same in every claim, so that the cache holds places, not mentions.
    return _where(_said(place))


# Every claim asks, some many times: a tuple is hashed a good deal faster than a dataclass is made and hashed.
_SAID = tuple(one.name for one in fields(ClaimPlace) if one.name != "span")
_said = attrgetter(*_SAID)


@lru_cache(maxsize=4096)
def _where(said: tuple[Any, ...]) -> Where:
    place = ClaimPlace(span=None, **dict(zip(_SAID, said, strict=True)))
    name, region = plain(place.text.split(",")[0]), plain(place.admin1 or "") or None
    level = _level(name, region, place)
    return Where(level, name, region, place.country, place.geonameid, place.lat, place.lon)


def _level(name: str, region: str | None, place: ClaimPlace) -> Level:
    """A name that a town shares with its region (Cusco, Arequipa) is taken for the region: the words do not tell."""
    if place.country and place.admin1 is None and place.geonameid is not None:
        return Level.COUNTRY
    words = set(name.split())
    if region and (name == region or words & linking().region_words):
        return Level.REGION
    if words & linking().district_words:
        return Level.DISTRICT
    is_found = place.geonameid is not None or place.pcode is not None
    is_venue = not is_found and len(words) > 1 and bool(words & linking().venue_words)
    return Level.VENUE if is_venue else Level.TOWN


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A name without case, accents and punctuation."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_NAME.sub(" ", bare.casefold()).strip()


def distance_km(left: Where, right: Where) -> float | None:
    """Great-circle distance, or None where a position is not known."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    a, b = math.radians(left.lat), math.radians(right.lat)
    across = math.sin(math.radians(right.lon - left.lon) / 2) ** 2 * math.cos(a) * math.cos(b)
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, math.sin((b - a) / 2) ** 2 + across)))
