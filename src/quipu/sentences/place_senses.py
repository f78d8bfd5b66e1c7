"""Which of the places that share a name is meant: judged for a whole document at once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quipu.sentences.gazetteer import Candidate, Gazetteer, world
from quipu.sentences.gazetteer_file import country_name, fold
from quipu.sentences.place_spans import Spotted

# Swept one step to either side on the LGL development articles (588, English). End-to-end accuracy at 161 km stays
# within 0.3 points of 66.5 for each weight, but for AREA_WEIGHT 1.5 (65.7).
COUNTRY_WEIGHT = 3.0
AREA_WEIGHT = 2.5
NEAR_WEIGHT = 1.5
NEAR_KM = 200.0
ALTERNATE_COST = 1.5
HINT_WEIGHT = 2.0
COUNTY_BASE = 2.0
CAPITAL_BONUS = 1.3
MARGIN = 0.3
"""A best candidate that leads by less is not taken when the next lies elsewhere. LGL, right of those answered and of
all: 84.7 and 67.5 without a margin, 88.2 and 66.5 at 0.3, 89.4 and 65.4 at 0.6."""
SURE_MARGIN = 1.5
CITY_SHARE = 0.05
"""Where an area and its town share a name, the town is meant if at least this share of the people live there."""
FAR_KM = 161.0
HOME_SHARE = 0.6
"""A document is of one country where that has this share of the votes; a name without a bearer there is then no small
place of a country that nothing in it names."""
HAMLET = 20_000
CITY = 500_000
"""People from whom on a town's bare name means the town before it means somebody of that name."""
LOWER_AREAS = frozenset({"A.ADM2", "A.ADM3", "A.ADM4", "A.ADM5", "A.ADMD"})
"""Areas below the first level. The bundled gazetteer has ADM2 alone; added ones have all of them."""


@dataclass(slots=True)
class Context:
    """The document's geography so far: votes for countries and first-level areas, and points already settled."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    areas: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    points: list[tuple[float, float]] = field(default_factory=list)

    def country_share(self, code: str) -> float:
        """How much of the document's geography lies in the country, 0 to 1."""
        total = sum(self.countries.values())
        return self.countries.get(code, 0.0) / total if total else 0.0

    def is_stray(self, candidate: Candidate) -> bool:
        """Whether a small place lies in a country of which the document tells nothing, which tells of one other.

        What votes for the country by the name alone is less than one vote.
        """
        votes = self.countries.get(candidate.country, 0.0)
        most = max(self.countries, key=self.country_share, default="")
        small = candidate.kind.startswith("P") and candidate.population < HAMLET
        return small and votes < 1 and most != candidate.country and self.country_share(most) >= HOME_SHARE

    def area_share(self, area: int) -> float:
        """The same for a first-level area, of the area most named."""
        most = max(self.areas.values(), default=0.0)
        return self.areas.get(area, 0.0) / most if most and area else 0.0


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Distance of two (lat, lon) points on the sphere."""
    lat1, lon1, lat2, lon2 = (math.radians(x) for x in (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def candidates(spotted: Spotted, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Every place that the words may mean; a country and an area may share a name ("Georgia")."""
    if spotted.kind == "state":
        state = gazetteer.area_by_code("US", spotted.code)
        return (state,) if state else ()
    if spotted.kind in ("street", "area"):
        return ()
    named = gazetteer.find(spotted.folded)
    if spotted.kind == "country":
        return (*gazetteer.find(country_name(spotted.code)), *(c for c in named if c.kind == "A.ADM1"))
    return named


def score(candidate: Candidate, hint: str, context: Context) -> float:
    """How well a candidate fits: people, then the document's countries, areas and other places."""
    base = math.log10(candidate.population + 10)
    if candidate.kind in LOWER_AREAS:
        base = 3.5 if hint == "admin" else COUNTY_BASE
    if candidate.kind == "A.PCLI":
        base = 7.5
    if not candidate.own and candidate.kind not in LOWER_AREAS:
        base -= ALTERNATE_COST
    if hint and (hint == "admin") != candidate.kind.startswith("A"):
        base -= HINT_WEIGHT
    if candidate.kind == "P.PPLC":
        base += CAPITAL_BONUS
    base += COUNTRY_WEIGHT * context.country_share(candidate.country)
    base += AREA_WEIGHT * context.area_share(candidate.area)
    return base + NEAR_WEIGHT * _nearness(candidate, context.points)


def _nearness(candidate: Candidate, points: Sequence[tuple[float, float]]) -> float:
    """1.0 where another place of the document lies within NEAR_KM, else 0."""
    here = (candidate.lat, candidate.lon)
    return float(
        any(
            abs(p[0] - here[0]) < 2 and abs(p[1] - here[1]) < 4 and 0.01 < distance_km(p, here) < NEAR_KM
            for p in points
        )
    )


def choose(ranked: Sequence[tuple[float, Candidate]], hint: str) -> Candidate | None:
    """The best candidate, or None where another that lies elsewhere comes too close to it."""
    if not ranked:
        return None
    best_score, best = ranked[0]
    here = (best.lat, best.lon)
    for rival_score, rival in ranked[1:]:
        if best_score - rival_score >= MARGIN:
            break
        # Two of which one has no point (NaN) are not known to be near.
        if not distance_km(here, (rival.lat, rival.lon)) <= FAR_KM:
            return None
    return best if hint == "admin" else _town_of(best, ranked)


def _town_of(best: Candidate, ranked: Iterable[tuple[float, Candidate]]) -> Candidate:
    """The town of the same name in the chosen area, where a good share of its people live in the town."""
    if best.kind != "A.ADM1":
        return best
    for _, other in ranked:
        is_town = other.kind.startswith("P") and other.own and other.area == best.area
        if is_town and other.population >= CITY_SHARE * best.population:
            return other
    return best


def is_city(name: str) -> bool:
    """Whether a name is a capital's or a large city's own ("Dhaka", "Lima"), so that alone it is hardly a person's."""
    towns = [c for c in world().find(fold(name)) if c.own and c.kind.startswith("P")]
    return any(town.kind == "P.PPLC" or town.population >= CITY for town in towns)


def rank(found: Iterable[Candidate], hint: str, context: Context) -> list[tuple[float, Candidate]]:
    """Candidates by falling score."""
    return sorted(((score(c, hint, context), c) for c in found), key=lambda pair: (-pair[0], pair[1].index))
