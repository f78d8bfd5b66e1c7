"""Calendar arithmetic on TIMEX3 values: which value lies some units away, and which days a value covers."""

import calendar
import re
from datetime import date, timedelta

# Units as the lexicon writes them: D W M Q Y E (decade) C (century) L (millennium), a number before some (2W, 5Y).
_UNIT = re.compile(r"(?P<n>\d*)(?P<u>T?[A-Z])\Z")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T|\Z)")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_PARTIAL_YEAR = re.compile(r"(\d{4})-([QH])(\d)\Z")
_YEARS = re.compile(r"\d{2,4}\Z")

_UNKNOWN = {"W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX"}

Days = tuple[date | None, date | None]


def day_value(day: date) -> str:
    """`2022-12-11`."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def month_value(year: int, month: int) -> str:
    """`2022-12`."""
    return f"{year:04}-{month:02}"


def week_value(day: date) -> str:
    """`2022-W50`, the ISO week that `day` lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def move(day: date, unit: str, steps: int) -> date | None:
    """`day` moved by `steps` units (any of D W M Q H Y E C, with a number before); None beyond the calendar."""
    found = _UNIT.match(unit)
    if found is None:
        return None
    steps *= int(found["n"] or 1)
    days = {"D": 1, "W": 7}.get(found["u"])
    if days is not None:
        return _moved_days(day, steps * days)
    months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}.get(found["u"])
    if months is None:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + steps * months, 12)
    if not 1 <= year <= 9999:
        return None
    return safe_date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_value(day: date, unit: str) -> str:
    """The value of the unit that `day` lies in: `2022-12-11` for D, `2022-W50` for W, `2022-Q4` for Q, `202` for E."""
    kind = unit[-1]
    if kind == "W":
        return week_value(day)
    if kind == "M":
        return month_value(day.year, day.month)
    if kind == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if kind == "H":
        return f"{day.year:04}-H{1 if day.month < 7 else 2}"
    years = {
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
        "L": f"{day.year // 1000}",
    }
    return years.get(kind, day_value(day))


def unknown_value(unit: str) -> str:
    """The value of a unit that nothing places: `XXXX-WXX`."""
    return {"W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX"}.get(
        unit[-1], "XXXX-XX-XX"
    )


def days_of(value: str, mod: str = "") -> Days:
    """First and last day that a TIMEX3 value covers, (None, None) where it names no stretch of the calendar.

    `mod` START, MID or END narrows a month or longer to its first, middle or last third.
    """
    begin, finish = _whole(value)
    if begin is None or finish is None or not mod or begin == finish:
        return begin, finish
    third = (finish - begin).days // 3
    if mod == "START":
        return begin, begin + timedelta(third)
    if mod == "END":
        return finish - timedelta(third), finish
    return begin + timedelta(third), finish - timedelta(third)


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday: `12-25`, `11/4/4` (month, weekday, which; -1 the last), `EASTER`, `EASTER-2`."""
    if not 1 <= year <= 9999:
        return None
    if rule.startswith("EASTER"):
        return _moved_days(_easter(year), int(rule[6:] or 0)) if rule[6:] != "W" else None
    month, *rest = (int(part) for part in rule.split("/" if "/" in rule else "-"))
    if len(rest) == 1:
        return safe_date(year, month, rest[0])
    weekday, which = rest
    days = [day for day in range(1, calendar.monthrange(year, month)[1] + 1) if _weekday(year, month, day) == weekday]
    return date(year, month, days[which - 1 if which > 0 else which])


def _weekday(year: int, month: int, day: int) -> int:
    return date(year, month, day).isoweekday()


def _easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _moved_days(day: date, days: int) -> date | None:
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _whole(value: str) -> Days:
    found = _DAY.match(value)
    if found:
        day = safe_date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    found = _MONTH.match(value)
    if found:
        return _months(int(found[1]), int(found[2]), 1)
    found = _WEEK.match(value)
    if found:
        return _week(int(found[1]), int(found[2]), weekend=found[3] is not None)
    found = _PARTIAL_YEAR.match(value)
    if found:
        length = 3 if found[2] == "Q" else 6
        return _months(int(found[1]), (int(found[3]) - 1) * length + 1, length)
    if _YEARS.match(value):
        zeros = 4 - len(value)
        first = int(value) * 10**zeros
        return safe_date(first, 1, 1), safe_date(first + 10**zeros - 1, 12, 31)
    return None, None


def _months(year: int, month: int, count: int) -> Days:
    begin, last = safe_date(year, month, 1), month + count - 1
    if begin is None or last > 12:
        return None, None
    return begin, date(year, last, calendar.monthrange(year, last)[1])


def _week(year: int, week: int, *, weekend: bool) -> Days:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None, None
    return (_moved_days(monday, 5) if weekend else monday), _moved_days(monday, 6)
