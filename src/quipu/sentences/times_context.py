"""What resolving an expression gives and depends on, and the few steps that all resolvers share."""

from dataclasses import dataclass, field
from datetime import date

from quipu.sentences import times_calendar as cal
from quipu.sentences.times_atoms import Atom
from quipu.sentences.times_grammar import Match

# How many units each class of word moves ("last", "next").
STEPS = {"l": -1, "b": -1, "i": 0, "j": 0, "s": 0, "A": 0, "V": 0, "t": 0, "x": 1, "f": 1, "e": -1, "r": 1}
# Words that count from the last date mentioned and not from the anchor ("the following day").
NARRATIVE = "bfjs"


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved expression. `day` is the day that later "the same day" would mean."""

    type: str
    value: str
    begin: date | None = None
    finish: date | None = None
    relative: bool = False
    day: date | None = None


@dataclass(slots=True)
class Context:
    """What resolving depends on: the anchor, the last date mentioned and which way the verbs nearby point."""

    anchor: date | None
    language: str
    reference: date | None = None
    stretch: date | None = None
    """The first day of the last stretch mentioned ("in 2019", "March")."""
    year: int | None = None
    """The year of yearless dates where there is no anchor but the text fixes it."""
    crossing: bool = False
    """Whether the first months of yearless dates lie in the year after `year`."""
    direction: int = -1
    cued: bool = False
    """Whether `direction` was read from a verb nearby, and is not the default of news, the past."""
    mentioned: list[tuple[str, str]] = field(default_factory=list)
    weekdays: dict[int, date] = field(default_factory=dict)
    """The last day of each weekday (1 is Monday) that the text named with its date ("Monday, May 3")."""

    @property
    def base(self) -> date | None:
        """The last date mentioned, else the anchor."""
        return self.reference or self.anchor


def covering(type: str, value: str, match: Match, *, relative: bool = False) -> Reading:
    begin, finish = cal.days_of(value, mod_of(match))
    return Reading(type, value, begin, finish, relative, begin if begin == finish else None)


def mod_of(match: Match) -> str:
    atom = match.get("B", "B2", "B3", "Be")
    if atom is None:
        return ""
    return {"e": "START", "r": "END"}.get(atom.letter, str(atom.value))


def int_of(atom: Atom | None) -> int | None:
    return int(atom.value) if atom is not None and isinstance(atom.value, int | float) else None


def of_day(day: date | None, match: Match, *parts: str) -> Reading:
    """A day, or a part of it, counted from the anchor."""
    part = match.get(*(parts or ("P", "P2")))
    stem = cal.day_value(day) if day else "XXXX-XX-XX"
    value = f"{stem}T{part_of(part)}" if part else stem
    return Reading("TIME" if part else "DATE", value, day, day, True, day)


def part_of(atom: Atom) -> str:
    value = atom.value[1] if isinstance(atom.value, tuple) else atom.value
    return {"MI": "12:00", "MN": "NI"}.get(str(value), str(value))
