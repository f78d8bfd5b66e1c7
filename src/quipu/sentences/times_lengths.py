"""Counted time: "two years ago", "the last 18 months", "three hours", "every week"; and words like "now"."""

from quipu.sentences import times_calendar as cal
from quipu.sentences.times_atoms import Atom
from quipu.sentences.times_context import STEPS, Context, Reading, covering, int_of, part_of
from quipu.sentences.times_grammar import Match


def read_ago(match: Match, context: Context) -> Reading | None:
    unit = str((match.get("U", "U2", "v2") or match.groups["U"]).value)
    count = _count(match)
    if count is None:
        if context.language == "es":
            return Reading("DURATION", _period(None, unit))
        return Reading("DATE", "PAST_REF")
    if context.anchor is None or unit.startswith("T"):
        return Reading("DATE", cal.unknown_value(unit), relative=True)
    moved = cal.move(context.anchor, unit, -int(count))
    return covering("DATE", cal.unit_value(moved, unit), match, relative=True) if moved else None


def read_later(match: Match, context: Context) -> Reading | None:
    """ "two days later": a length, placed from the last date mentioned where one was."""
    unit, count = str(match.groups["U"].value), _count(match)
    value = _period(count, unit)
    if count is None or context.reference is None or unit.startswith("T") or count != int(count):
        return Reading("DURATION", value)
    if match.groups["r"].value == "of":
        return Reading("DURATION", value)
    moved = cal.move(context.reference, unit, STEPS[match.letter("r")] * int(count))
    begin, finish = cal.days_of(cal.unit_value(moved, unit)) if moved else (None, None)
    return Reading("DURATION", value, begin, finish, True)


def read_span(match: Match, context: Context) -> Reading | None:
    """ "the last two months": a length that ends, or begins, at the anchor."""
    unit = str((match.get("U", "U2", "U3") or match.groups["U"]).value)
    step = STEPS.get(match.letter("s", "s2", "s3"), 0)
    count = _count(match)
    value = _period(count, unit)
    if count is None or context.anchor is None or unit.startswith("T") or not step:
        return Reading("DURATION", value, relative=True)
    far = cal.move(context.anchor, unit, step * int(count))
    days = sorted(day for day in (far, context.anchor) if day)
    return Reading("DURATION", value, days[0], days[-1], True)


def read_duration(match: Match, _: Context) -> Reading | None:
    if match.get("L", "L2"):
        return None
    unit, count = str((match.get("U", "U2") or match.groups["U"]).value), _count(match)
    value = _period(count, unit)
    if match.get("half"):
        halves = {"TH": "30M", "TM": "30S", "Y": "6M"}
        value = f"{value}{halves[unit]}" if unit in halves else value
    second = match.get("n2")
    if second and "U2" in match.groups:
        value += _period(_count_of(second), str(match.groups["U2"].value)).lstrip("PT")
    return Reading("DURATION", value)


def read_bare(match: Match, _: Context) -> Reading | None:
    return Reading("DURATION", _period(None, str(match.groups["U"].value)))


def _count(match: Match) -> float | None:
    if match.get("v", "xv", "v2"):
        return None
    atom = match.get("n", "xn", "a", "xa")
    return _count_of(atom) if atom else 1.0 if match.kind in ("duration", "ended") else None


def _count_of(atom: Atom) -> float:
    return float(atom.value) if isinstance(atom.value, int | float) else 1.0


def _period(count: float | None, unit: str) -> str:
    """`P2M`, `PT3H`, `PXY`; fortnights, decades and lustra are counted in weeks and years."""
    clock = unit.startswith("T")
    number, letter = unit.lstrip("T")[:-1], unit[-1]
    factor, letter = (
        (1, letter)
        if clock
        else {"Q": (3, "M"), "H": (6, "M"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}.get(letter, (1, letter))
    )
    factor *= int(number or 1)
    if count is None:
        vague = {"E": "E", "C": "C", "Q": "Q"}.get(unit[-1], letter)
        return f"P{'T' * clock}X{vague}"
    total = count * factor
    halved = (
        {"Y": "6M", "H": "30M", "M": "30S"}.get(letter, "") if total % 1 == 0.5 and (clock or letter == "Y") else ""
    )
    if halved:
        return f"P{'T' * clock}{int(total)}{letter}{halved}"
    return f"P{'T' * clock}{int(total) if total == int(total) else total}{letter}"


def read_set(match: Match, _: Context) -> Reading | None:
    fixed = match.get("T")
    if fixed:
        return Reading("SET", str(fixed.value))
    weekday, part = match.get("w", "W", "W2", "W3"), match.get("P", "p", "p2", "p3")
    if weekday:
        return Reading("SET", f"XXXX-WXX-{int_of(weekday)}" + (f"T{part_of(part)}" if part else ""))
    if match.get("K2"):
        return Reading("SET", "XXXX-WXX-WE") if match.groups["K2"].value == 2 else None
    if match.get("M"):
        return Reading("SET", f"XXXX-{int_of(match.groups['M']):02}")
    if part:
        return Reading("SET", f"XXXX-XX-XXT{part_of(part)}")
    if match.get("K"):
        return Reading("SET", "XXXX-WXX-WE")
    unit, count = str(match.groups["U"].value), _count_of(match.groups["n"]) if match.get("n") else 1
    return Reading("SET", "P1Q" if unit == "Q" and count == 1 else _period(count, unit))


def read_ref(match: Match, _: Context) -> Reading | None:
    atom = match.get("R", "A", "V", "l") or match.groups["R"]
    return Reading("DATE", str(atom.value)) if atom.value else None
