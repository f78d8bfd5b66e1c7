"""The record's own words, from `lexicon/<language>/headings.yml`, and weights, from `lexicon/common/salience.yml`."""

from functools import cache

from quipu.lexicon.load import COMMON, Entry, load
from quipu.model import CountKind, EventType

# Letters of a name that may be short for something.
_SHORT_NAME = 3


class Headings(Entry):
    """Labels and templates of one language."""

    version: int
    types: dict[EventType, str]
    others: dict[str, str]
    """Labels of PLOVER events, for what is of no coarse type."""
    demand: str
    counts: dict[CountKind, str]
    not_done: str
    denied: str
    hypothetical: str
    scopes: dict[str, str]
    disputes: dict[str, str]


class Days(Entry):
    """How much a day matters, and what is quoted of it."""

    report: float
    later: float
    near: float
    sentences: int
    opening: float
    shortest: int
    longest: int
    alike: float


class Salience(Entry):
    """Weights of the timeline and the types of each register."""

    version: int
    half: float
    sources: float
    killed: float
    injured: float
    arrested: float
    not_done: float
    told: float
    unsure_day: float
    background: float
    seen_before: float
    days: Days
    types: dict[EventType, float]
    registers: dict[str, tuple[EventType, ...]]
    public_office: tuple[EventType, ...]


@cache
def headings(language: str) -> Headings:
    """The words of a language ("en", "es")."""
    words: Headings = load("headings", language, Headings)
    return words


@cache
def salience() -> Salience:
    """The weights."""
    weights: Salience = load("salience", COMMON, Salience)
    return weights


def place_name(text: str) -> str:
    """A place's words on one line; a dateline's capitals ("ACCRA") as a name has them, but for short ones ("USA")."""
    name = " ".join(text.split())
    return name.title() if name.isupper() and len(name) > _SHORT_NAME else name


def figure(low: float | None, high: float | None) -> str:
    """A range as it is shown: "2", "2–3", "20+", "up to 9" as "≤9"; "?" where there is no number.

    >>> figure(20, None)
    '20+'
    """
    if low is None and high is None:
        return "?"
    if low is None:
        return f"≤{high:,.0f}"
    if high is None:
        return f"{low:,.0f}+"
    return f"{low:,.0f}" if low == high else f"{low:,.0f}–{high:,.0f}"
