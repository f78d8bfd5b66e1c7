"""Numbers, days and labels in words, for pages and charts. Neutral: a label says what is counted, not what to think."""

import re
from datetime import date

from quipu.model import AnchorBasis, CountKind, EventCount, EventType, Modality

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

TYPES = {
    EventType.EMERGENCY_DECREE: "Emergency decree",
    EventType.REMOVAL_FROM_OFFICE: "Removal from office",
    EventType.REPRESSION_FORCE_USE: "Use of force",
    EventType.ATTACK_ON_PRESS: "Attack on the press",
    EventType.VOTE: "Vote in a chamber",
    EventType.OTHER: "Other",
}

MODALITIES = {
    Modality.ASSERTED: "in the report's own voice",
    Modality.REPORTED: "reported as somebody's word",
    Modality.PLANNED: "planned or announced, not reported as done",
    Modality.DEMANDED: "demanded",
    Modality.DENIED: "denied",
    Modality.HYPOTHETICAL: "hypothetical",
}

KINDS = {
    "total_falls": "A total falls",
    "sources_differ": "Sources differ",
    "total_below_incidents": "A total lies below its incidents",
    "direct_against_indirect": "Indirect deaths counted by one side",
    "incident_count_differs": "Reports of one happening differ",
    "denied": "Stated and denied",
    "framing": "Called by different names",
}

CONFLICTS = {
    "gone": "Not read any more",
    "ambiguous": "Might be one of several",
    "changed": "Read otherwise now",
    "coders": "Coders differ",
}

BASES = {
    "judged": "set by a coder",
    "explicit": "the words say the day",
    "relative": "counted from another day",
    "context": "taken over from the words around",
    "anchor": "the report's own day",
}

ANCHORS = {
    AnchorBasis.PUBLISHED: "its day of publication",
    AnchorBasis.INFERRED: "inferred from its own words",
    AnchorBasis.NONE: "not known",
}

REGISTERS = {
    "decrees": "Decrees",
    "office_changes": "Changes of office",
    "votes": "Votes",
    "strikes_blockades": "Strikes and blockades",
    "press": "Attacks on the press",
    "reactions": "Reactions from abroad",
    "demands": "Demands",
    "quotes": "Quotes by speaker",
}
"""The registers in the order in which pages show them."""

UNREAD = {"language": "quipu does not read its language yet"}

COUNTS = {CountKind.OTHER: "counted", CountKind.PERCENT: "per cent"}

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LENGTH = re.compile(r"P(\d+)([YMWD])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def register_name(register: str) -> str:
    """`Strikes and blockades`."""
    return REGISTERS.get(register, register.replace("_", " ").capitalize())


def register_rank(register: str) -> int:
    """Where a register stands among the others; unknown ones last."""
    return list(REGISTERS).index(register) if register in REGISTERS else len(REGISTERS)


def type_name(type: EventType) -> str:
    """`Emergency decree`."""
    return TYPES.get(type, type.value.replace("_", " ").capitalize())


def kind_name(kind: str) -> str:
    """A dispute's kind in words; an unknown kind by its own name."""
    return KINDS.get(kind, kind.replace("_", " ").capitalize())


def count_name(what: CountKind | str) -> str:
    """What is counted: `killed`."""
    return COUNTS.get(CountKind(what), CountKind(what).value) if what in list(CountKind) else str(what)


def number(value: float) -> str:
    """`1,250` or `0.5`."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def figure(low: float | None, high: float | None, words: str = "") -> str:
    """`17`, `at least 17`, `up to 17`, `17–20`; the source's own words where they give no number."""
    if low is None and high is None:
        return words or "number not given"
    if high is None and low is not None:
        return f"at least {number(low)}"
    if low is None and high is not None:
        return f"up to {number(high)}"
    assert low is not None
    assert high is not None
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def bounds(count: EventCount) -> tuple[tuple[str, float], ...]:
    """The different numbers of a range, each with the name of what it is: `lowest`, `best`, `highest`."""
    named = (("lowest", count.low), ("best", count.best), ("highest", count.high))
    return tuple((name, value) for name, value in named if value is not None)


def day(value: date | None, *, year: bool = True) -> str:
    """`16 December 2022`."""
    if value is None:
        return "no day known"
    return f"{value.day} {MONTHS[value.month - 1]}" + (f" {value.year}" if year else "")


def detail(value: str) -> str:
    """A register's value: `14 December 2022` for `2022-12-14`, `2 months` for `P2M`; others as they are."""
    if _DAY.fullmatch(value):
        return day(date.fromisoformat(value))
    if (length := _LENGTH.fullmatch(value)) is not None:
        return f"{length[1]} {_UNITS[length[2]]}{'' if length[1] == '1' else 's'}"
    return value


def short_day(value: date) -> str:
    """`16 Dec`."""
    return f"{value.day} {MONTHS[value.month - 1][:3]}"


def days(begin: date | None, finish: date | None) -> str:
    """`5 May 2031`, `5–7 May 2031`, `from 5 May 2031`, `until 7 May 2031`."""
    if begin is None:
        return "no day known" if finish is None else f"until {day(finish)}"
    if finish is None:
        return f"from {day(begin)}"
    if begin == finish:
        return day(begin)
    if (begin.year, begin.month) == (finish.year, finish.month):
        return f"{begin.day}–{day(finish)}"
    return f"{day(begin, year=begin.year != finish.year)} – {day(finish)}"


def plural(number_of: int, one: str, many: str | None = None) -> str:
    """`1 report`, `14 reports`."""
    return f"{number_of:,} {one if number_of == 1 else many or one + 's'}"
