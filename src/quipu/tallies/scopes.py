"""What a figure covers: a place, and a cause or group where one is stated."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quipu.events.where import Level, Where, where_of
from quipu.model import Claim, ClaimPlace
from quipu.tallies.words import headings


@dataclass(frozen=True, slots=True)
class Area:
    """A country (`region` and `town` None), a region or a town, comparable. All None: no place is stated."""

    country: str | None = None
    region: str | None = None
    town: str | None = None

    def holds(self, other: "Area") -> bool:
        """Whether `other` lies inside this area or is it."""
        if self == Area():
            return True
        if self.country != other.country and self.country and other.country:
            return False
        if self.town:
            return self.town == other.town
        return self.region is None or self.region == other.region


class Areas:
    """The areas of a record's claims with the names they go by.

    A claim without a place belongs to the country that the record is about: the one of most of its placed claims.
    """

    def __init__(self, claims: Iterable[Claim], names: Mapping[str, str]) -> None:
        self._names = names
        self._labels: dict[Area, Counter[str]] = {}
        countries: Counter[str] = Counter()
        for claim in claims:
            if (where := where_of(claim.place)) and claim.place:
                self._labels.setdefault(_area(where), Counter())[claim.place.text.split(",")[0].strip()] += 1
                if where.country:
                    countries[where.country] += 1
        most = countries.most_common(1)
        is_one = bool(most) and 2 * most[0][1] > countries.total()
        self._home = Area(country=most[0][0]) if is_one else Area()

    def area(self, place: ClaimPlace | None) -> Area:
        """The area of a place."""
        where = where_of(place)
        return _area(where) if where and where.is_known else self._home

    def label(self, area: Area, language: str) -> str:
        """The name that most claims give the area."""
        if area == Area():
            return headings(language).scopes["unplaced"]
        if area.country and area == Area(country=area.country) and area.country in self._names:
            return self._names[area.country]
        said = self._labels.get(area)
        if not said:
            return area.town or area.region or area.country or ""
        return min(said, key=lambda name: (-said[name], name))


def _area(where: Where) -> Area:
    if where.level is Level.COUNTRY:
        return Area(country=where.country or where.name)
    if where.level is Level.REGION:
        return Area(where.country, where.region or where.name)
    return Area(where.country, where.region, where.name)
