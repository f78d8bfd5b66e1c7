"""Days, months without a year, weekdays, parts of a day, holidays and clock times."""

import re
from datetime import date

from quipu.sentences import times_calendar as cal
from quipu.sentences.times_context import NARRATIVE, STEPS, Context, Reading, covering, int_of, of_day, part_of
from quipu.sentences.times_grammar import Match

# A date whose year nothing fixes, as an earlier expression left it.
_YEARLESS = re.compile(r"XXXX-(\d\d)-\d\d")
# From which hour on a clock of twelve hours means the second half of the day ("2 at night" is before dawn).
_SECOND_HALF = {"MN": 0, "NI": 6, "AF": 0, "EV": 0}
# A day without a year lies at most this far from the anchor before the verbs around it are asked (swept 5 to 92 on
# development news: the further the better for financial reports, with less than .001 between 45 and 92).
_NEAR_DAYS = 60
# A bare weekday is the one that the text has named with its date, where that lies in the two weeks before the anchor.
_LATELY = 14


def read_date(match: Match, context: Context) -> Reading | None:
    numeric = match.get("I")
    if numeric and isinstance(numeric.value, tuple):
        return _numeric(numeric.value)
    month, day, year = int_of(match.get("M", "M2")) or 0, int_of(match.get("d", "d2")), int_of(match.get("y", "y2"))
    if day is not None and not 1 <= day <= 31:
        return None
    relative = year is None
    if year is None:
        year = _year_of(month, day, match, context)
    stem = f"{year:04}" if year else "XXXX"
    value = f"{stem}-{month:02}" + (f"-{day:02}" if day is not None else "")
    part = match.get("P")
    if part and day is not None:
        value += f"T{part_of(part)}"
    if year and day is not None and cal.safe_date(year, month, day) is None:
        return None
    return covering("TIME" if "T" in value else "DATE", value, match, relative=relative)


def _numeric(value: tuple[object, ...]) -> Reading | None:
    year, month, day = value
    if not isinstance(year, int) or not isinstance(month, int) or not isinstance(day, int):
        return Reading("DATE", f"{year}-XX-XX") if isinstance(year, int) else None
    whole = cal.safe_date(year, month, day)
    return Reading("DATE", cal.day_value(whole), whole, whole, False, whole) if whole else None


def _year_of(month: int, day: int | None, match: Match, context: Context) -> int | None:
    """The year of a date without one: next to the anchor, on the side that the words point to."""
    if context.anchor is None:
        return context.year + (context.crossing and month <= 6) if context.year else None
    anchor, weekday = context.anchor, int_of(match.get("W"))
    shift = match.letter("s", "s2", "s3")
    choices = [(year, cal.safe_date(year, month, day or 15)) for year in range(anchor.year - 1, anchor.year + 2)]
    days = {year: when for year, when in choices if when is not None}
    if not days:
        return None
    if weekday:
        days = {year: when for year, when in days.items() if when.isoweekday() == weekday} or days
    direction = -1 if shift == "l" else 1 if shift == "x" else context.direction if context.cued else 0
    return min(days, key=lambda year: _distance(days[year], anchor, direction, month_only=day is None))


def _distance(when: date, anchor: date, direction: int, *, month_only: bool) -> tuple[int, int]:
    apart = (when - anchor).days
    if month_only and when.month == anchor.month and when.year == anchor.year:
        apart = 0
    against = direction * apart < 0 and (abs(apart) > _NEAR_DAYS or month_only)
    return int(against), abs(apart) * (3 if apart > 0 and not direction else 2)


def read_month(match: Match, context: Context) -> Reading | None:
    month, shift = int_of(match.get("M")) or 0, match.letter("s", "s2", "s4")
    if match.kind == "month" and context.anchor and match.get("U") is None and _names_year(match):
        year: int | None = context.anchor.year + STEPS[shift]
    elif shift in ("l", "x") and context.anchor:
        year = _shifted_year(month, shift, context.anchor)
    elif shift == "i" and context.anchor:
        year = context.anchor.year
    else:
        year = _year_of(month, None, match, context)
    value = f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
    return covering("DATE", value, match, relative=True)


def _names_year(match: Match) -> bool:
    """ "June last year", "junio del año pasado": the shift belongs to the year that follows the month."""
    month, shift = match.get("M"), match.get("s", "s2")
    return month is not None and shift is not None and shift.first > month.first and match.last - month.last >= 2


def _shifted_year(month: int, shift: str, anchor: date) -> int:
    if shift == "l":
        return anchor.year if month < anchor.month else anchor.year - 1
    return anchor.year if month > anchor.month else anchor.year + 1


def read_weekday(match: Match, context: Context) -> Reading | None:
    weekday = int_of(match.get("W", "W3")) or 1
    shift, base = match.letter("s", "s2", "s3"), context.anchor
    if match.get("U") and base:
        week = cal.move(base, "W", STEPS[match.letter("s2", "s")])
        day = cal.move(week, "D", weekday - week.isoweekday()) if week else None
        return of_day(day, match)
    if shift and shift in NARRATIVE and context.reference:
        base = context.reference
    if base is None:
        part = match.get("P")
        return Reading(
            "TIME" if part else "DATE", f"XXXX-WXX-{weekday}" + (f"T{part_of(part)}" if part else ""), relative=True
        )
    direction = 1 if shift in ("x", "f") else -1 if shift in ("l", "b") else context.direction
    named = context.weekdays.get(weekday)
    if named and not shift and direction < 0 and 0 <= (base - named).days < _LATELY:
        return of_day(named, match, "P", "N")
    ahead = (weekday - base.isoweekday()) % 7
    steps = ahead if direction > 0 else -((7 - ahead) % 7)
    if steps == 0 and shift:
        steps = 7 * (1 if shift in ("x", "f") else -1 if shift in ("l", "b") else 0)
    return of_day(cal.move(base, "D", steps), match, "P", "N")


def read_day(match: Match, context: Context) -> Reading | None:
    offset = int_of(match.get("D", "D2")) or 0
    return of_day(cal.move(context.anchor, "D", offset) if context.anchor else None, match)


def read_night(match: Match, context: Context) -> Reading | None:
    atom = match.groups["N"]
    offset = atom.value[0] if isinstance(atom.value, tuple) else 0
    return of_day(cal.move(context.anchor, "D", offset or 0) if context.anchor else None, match, "N")


def read_daypart(match: Match, context: Context) -> Reading | None:
    return of_day(context.base, match)


def read_holiday(match: Match, context: Context) -> Reading | None:
    rule, year = str(match.groups["H"].value), int_of(match.get("y"))
    relative = year is None
    if year is None and context.anchor:
        days = [day for day in (cal.holiday(rule, context.anchor.year + step) for step in (-1, 0, 1)) if day]
        shift = match.letter("s")
        direction = STEPS.get(shift, context.direction if context.cued else 0)
        anchor = context.anchor
        near = min(days, key=lambda day: _distance(day, anchor, direction, month_only=False), default=None)
        year = near.year if near else anchor.year
    day = cal.holiday(rule, year) if year else None
    if day is None:
        return Reading("DATE", f"XXXX-{rule}" if rule[0].isdigit() and len(rule) == 5 else "XXXX-XX-XX", relative=True)
    return Reading("DATE", cal.day_value(day), day, day, relative, day)


def read_clock(match: Match, context: Context) -> Reading | None:
    hour, minute = _hour(match)
    if hour is None:
        return None
    day = context.base
    if match.get("W"):
        found = read_weekday(match, context)
        day = found.day if found else None
    elif match.get("D"):
        found = read_day(match, context)
        day = found.day if found else None
    elif match.get("M"):
        found = read_date(match, context)
        day = found.day if found else None
    stem = cal.day_value(day) if day else "XXXX-XX-XX"
    return Reading("TIME", f"{stem}T{hour:02}:{minute}", day, day, True, day)


def _hour(match: Match) -> tuple[int | None, str]:
    atom = match.get("C", "c") or match.groups["C"]
    text = str(atom.value) if atom.letter == "C" else f"{int_of(atom)}:00"
    hour, minute = int(text.split(":")[0]), text.split(":")[1]
    marked, part = match.get("m"), match.get("P")
    after_noon = (marked is not None and marked.value == 12) or (
        part is not None and hour >= _SECOND_HALF.get(str(part.value), 24)
    )
    if after_noon and hour < 12:
        hour += 12
    elif marked is not None and marked.value == 0 and marked.letter == "m" and hour == 12:
        hour = 0
    return (hour if hour <= 24 else None), minute


def read_dayof(match: Match, context: Context) -> Reading | None:
    """ "el 5 y el 6 de junio", "el día 12": a day whose month stands elsewhere."""
    day, month = int_of(match.get("d", "d2", "d3")) or 0, int_of(match.get("M", "M2"))
    if match.get("U") and match.groups["U"].value != "D":
        return None
    base = context.base
    year = int_of(match.get("y", "y3"))
    said = _YEARLESS.match(context.mentioned[-1][1]) if context.mentioned and not month else None
    if said and match.get("U") is None:
        month = int(said[1])
    elif month and year is None:
        year = _year_of(month, day, match, context)
    elif base and not month:
        month, year = base.month, base.year
    if not month:
        return Reading("DATE", f"XXXX-XX-{day:02}", relative=True)
    whole = cal.safe_date(year, month, day) if year else None
    value = cal.day_value(whole) if whole else f"XXXX-{month:02}-{day:02}"
    return Reading("DATE", value, whole, whole, True, whole)
