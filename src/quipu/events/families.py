"""Families of types and the points of agreement, as `lexicon/common/linking.yml` gives them."""

from functools import cache

from quipu.lexicon.load import COMMON, Entry, load
from quipu.model import EventType


class Family(Entry):
    """Types that may be told of one happening. `parties`: who did it to whom decides, and not the place."""

    groups: dict[str, tuple[EventType, ...]]
    parties: bool


class Limits(Entry):
    """What bounds the comparison: kilometres, characters, days, words, and compared events per report."""

    near_km: float
    far_km: float
    near_characters: int
    clause_gap: int
    anchor_days: int
    late_days: int
    open_days: int
    harm_days: int
    far_days: int
    longest_days: int
    district_km: float
    names: int
    candidates: int
    clue_characters: int
    lead_characters: int
    stock_fortnights: int
    clues: int
    clue_keys: int
    clue_least: float
    least_fortnights: int
    least_reports: int
    clue_even: float
    clue_scale: float
    clue_against: float
    pool_days: int
    pool_floor: float
    pool_scale: float
    pool_fact: float
    pool_most: float


class Linking(Entry):
    """The file as it is."""

    version: int
    families: dict[str, Family]
    order: tuple[EventType, ...]
    points: dict[str, float]
    limits: Limits
    region_words: frozenset[str]
    district_words: frozenset[str]
    venue_words: frozenset[str]
    no_names: frozenset[str]


@cache
def linking() -> Linking:
    """The points and limits."""
    file: Linking = load("linking", COMMON, Linking)
    return file


@cache
def points() -> dict[str, float]:
    """Points by the name of the agreement."""
    return linking().points


@cache
def family_of(type: EventType) -> str:
    """The family that a type belongs to."""
    return next(name for name, family in linking().families.items() if group_of(type) in family.groups)


@cache
def group_of(type: EventType) -> str:
    """The group, within its family, that a type belongs to."""
    groups = (entry for family in linking().families.values() for entry in family.groups.items())
    return next(name for name, types in groups if type in types)


@cache
def rank_of(type: EventType) -> int:
    """0 for the type that matters most when an event's claims are of several."""
    return linking().order.index(type)
