"""Mentions: spans with a reading."""

from dataclasses import dataclass
from datetime import date

from quipu.model.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression. `begin` and `finish` are the days it covers where it names a stretch of the calendar."""

    span: Span
    type: str
    """`DATE`, `TIME`, `DURATION` or `SET` (TimeML annotation guidelines 1.2.1, section 2.2)."""
    value: str
    begin: date | None = None
    finish: date | None = None
    basis: str = "explicit"
    """`explicit` (the words alone say it), or `relative` (counted from the anchor or another date)."""


def gazetteer_id(geonameid: int | None, pcode: str | None) -> str | None:
    """One id for a place of any gazetteer."""
    if geonameid is not None:
        return f"geonames:{geonameid}"
    return None if pcode is None else f"pcode:{pcode}"


@dataclass(frozen=True, slots=True)
class Place:
    """A place mention, resolved to a gazetteer where one candidate remains; WGS84 degrees, ISO 3166-1 alpha-2."""

    span: Span
    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    kind: str | None = None
    """GeoNames feature class and code, such as `P.PPLA`."""
    pcode: str | None = None
    """The place code ("PE2101") where an added list of codes knows the place."""

    @property
    def gazetteer_id(self) -> str | None:
        """`geonames:3936456`, `pcode:PE2101` where there is no GeoNames id, or None."""
        return gazetteer_id(self.geonameid, self.pcode)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in words or digits. "At least N": high None. "Up to N": low None. Vague words: both None."""

    span: Span
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    """`percent`, a currency code, a counted noun's lemma, or None."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or is acted on. `sector` is a PLOVER sector code, `country` ISO 3166-1 alpha-2."""

    span: Span
    name: str
    sector: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the source's words, the cue ("said", "according to"), and the content that is theirs."""

    content: Span
    source: Span | None = None
    cue: Span | None = None
    direct: bool = False
    """True for a verbatim quotation."""
    factual: bool = True
    """False for wishes, orders and deeds ("demanded his release", "declared a curfew"): nothing is said to be so."""
