"""Weeks to centuries: "last year", "the third quarter of 1999", "the nineties", "this weekend"."""

from quipu.sentences import times_calendar as cal
from quipu.sentences.times_context import NARRATIVE, STEPS, Context, Reading, covering, int_of
from quipu.sentences.times_dates import read_date
from quipu.sentences.times_grammar import Match
from quipu.sentences.times_lengths import read_duration

# Without an anchor "the nineties" are read as from this year.
_NO_ANCHOR_YEAR = 2029


# "In the first nine months …, a year earlier": a year's results so far are held against that year.
_YEAR_SO_FAR = frozenset({"P6M", "P9M"})


def read_unit(match: Match, context: Context) -> Reading | None:
    unit = str((match.get("U", "U2") or match.groups["U"]).value)
    if unit.startswith("T"):
        return None
    year = match.get("y")
    if year:
        return covering("DATE", f"{int_of(year):04}", match)
    shift = match.letter("s") or "t"
    base = context.base if shift in NARRATIVE or unit == "D" else context.anchor
    if shift in NARRATIVE and unit in ("M", "Y"):
        base = context.stretch or base
    if base is None:
        return Reading("DATE", cal.unknown_value(unit), relative=True)
    if shift in ("t", "j") and unit == "Q":
        return covering("DATE", _quarter_value(context) or cal.unit_value(base, unit), match, relative=True)
    moved = cal.move(base, unit, STEPS[shift])
    return covering("DATE", cal.unit_value(moved, unit), match, relative=True) if moved else None


def read_weekof(match: Match, context: Context) -> Reading | None:
    """ "the week of March 6": the week that holds that day."""
    said = read_date(match, context)
    if said is None or said.day is None or match.groups["U"].value != "W":
        return said
    return covering("DATE", cal.week_value(said.day), match, relative=said.relative)


def read_period(match: Match, context: Context) -> Reading | None:
    """ "the latest period", "the 1988 quarter": the quarter named before, of that year where one is said."""
    unit, year = match.get("U"), int_of(match.get("y"))
    if unit is not None and unit.value != "Q":
        return covering("DATE", f"{year:04}", match) if year else None
    quarter = _quarter_value(context) if any("-Q" in value for _, value in context.mentioned) else None
    if year:
        return covering("DATE", f"{year:04}{quarter[4:] if quarter else ''}", match)
    return covering("DATE", quarter, match, relative=True) if quarter else None


def _quarter_value(context: Context) -> str | None:
    """The quarter named last, else the one before the anchor's, which is what reports of results are about."""
    now = cal.unit_value(context.anchor, "Q") if context.anchor else "XXXX"
    named = [value for _, value in context.mentioned if "-Q" in value and value < now]
    if named:
        return max(named)
    back = cal.move(context.anchor, "Q", -1) if context.anchor else None
    return cal.unit_value(back, "Q") if back else None


def _compared_quarter(context: Context) -> str | None:
    """The quarter that "a year earlier" looks back from; None where half a year or more was the last stretch named."""
    now = cal.unit_value(context.anchor, "Q") if context.anchor else ""
    for _, value in reversed(context.mentioned):
        if value in _YEAR_SO_FAR:
            return None
        if "-Q" in value and value < now:
            return value
    return None


def read_quarter(match: Match, context: Context) -> Reading | None:
    atom = match.get("U2", "U") or match.groups["U"]
    which, unit, year = int_of(match.get("O", "O2")), str(atom.value), int_of(match.get("y"))
    if unit == "C":
        return covering("DATE", f"{(which or 1) - 1:02}", match)
    if unit not in ("Q", "H") or not which or which > (4 if unit == "Q" else 2):
        return None
    shift = match.letter("s", "s2")
    base = context.anchor
    if year is None and base:
        year = base.year + STEPS.get(shift, 0)
        begin = cal.days_of(f"{year}-{unit}{which}")[0]
        if not shift and begin and begin > base and context.direction < 0:
            year -= 1
    return covering("DATE", f"{year or 'XXXX'}-{unit}{which}", match, relative=match.get("y") is None)


def read_half(match: Match, context: Context) -> Reading | None:
    which, year = (2 if match.letter("O") == "l" else int_of(match.get("O"))), int_of(match.get("y"))
    if which not in (1, 2):
        return None
    if year is None and context.anchor:
        year = context.anchor.year + STEPS.get(match.letter("s"), 0)
    return covering("DATE", f"{year or 'XXXX'}-H{which}", match, relative=match.get("y") is None)


def read_season(match: Match, context: Context) -> Reading | None:
    season = str((match.get("S", "S2", "S3") or match.groups["S"]).value)
    year, shift = int_of(match.get("y")), match.letter("s", "s2", "s3")
    if year is None and context.anchor:
        year = context.anchor.year + (STEPS.get(shift, 0) if shift else 0)
        early = {"WI": 1, "SP": 3, "SU": 6, "FA": 9}[season] < context.anchor.month - 2
        year += 1 if shift == "l" and early else 0
    return Reading("DATE", f"{year or 'XXXX'}-{season}", relative=match.get("y") is None)


def read_weekend(match: Match, context: Context) -> Reading | None:
    atom = match.get("K", "K2") or match.groups["K"]
    if atom.value == 2:
        return Reading("SET", "XXXX-WXX-WE")
    if context.anchor is None:
        return Reading("DATE", "XXXX-WXX-WE", relative=True)
    shift = match.letter("s", "s2")
    back = shift in ("l", "b") or (
        shift not in ("x", "i") and context.direction < 0 and context.anchor.isoweekday() < 6
    )
    week = cal.move(context.anchor, "W", 1 if shift == "x" else -1 if back else 0)
    return covering("DATE", f"{cal.week_value(week)}-WE", match, relative=True) if week else None


def read_yearago(match: Match, context: Context) -> Reading | None:
    unit = str(match.groups["U"].value)
    inner = match.get("U2")
    base = context.anchor
    if base is None:
        return Reading("DATE", cal.unknown_value(unit), relative=True)
    quarter = _compared_quarter(context)
    which = int_of(match.get("O"))
    if which and inner and inner.value == "Q":
        return covering("DATE", f"{base.year - 1}-Q{which}", match, relative=True)
    if unit != "Y" and inner is None:
        moved = cal.move(base, unit, -1)
        return covering("DATE", cal.unit_value(moved, unit), match, relative=True) if moved else None
    if unit == "Y" and quarter:
        return covering(
            "DATE",
            f"{int(quarter[:4]) - 1}{quarter[4:]}" if quarter[:4] == str(base.year) else quarter,
            match,
            relative=True,
        )
    moved = cal.move(base, unit, -1)
    return (
        covering("DATE", cal.unit_value(moved, str(inner.value) if inner else unit), match, relative=True)
        if moved
        else None
    )


def read_ended(match: Match, context: Context) -> Reading | None:
    """ "the quarter ended Sept. 30": that quarter; of other units the length ("the year ended June 30").

    A quarter named before is meant again: the books of many companies do not end their quarters in March.
    """
    last = read_date(match, context) if match.groups["U"].value == "Q" else None
    if last is None or last.day is None:
        return read_duration(match, context)
    quarter = _compared_quarter(context) or cal.unit_value(last.day, "Q")
    return covering("DATE", quarter, match, relative=last.relative)


def read_fiscal(match: Match, _: Context) -> Reading | None:
    return Reading("DATE", f"{int_of(match.groups['y']):04}")


def read_decade(match: Match, context: Context) -> Reading | None:
    atom = match.get("y", "d", "n") or match.groups["y"]
    value = int_of(atom) or 0
    if atom.letter in "3n":
        if value % 10 or not 20 <= value <= 90:
            return None
        value //= 10
    if value < 10:
        now = (context.anchor.year if context.anchor else _NO_ANCHOR_YEAR) // 10
        value += now // 10 * 10
        value -= 10 if value > now else 0
    return covering("DATE", f"{value:03}", match)


def read_century(match: Match, _: Context) -> Reading | None:
    if match.groups["U"].value != "C":
        return None
    return covering("DATE", f"{(int_of(match.groups['O']) or 1) - 1:02}", match)


def read_year(match: Match, _: Context) -> Reading | None:
    unit = match.get("U")
    if unit is not None and unit.value != "Y":
        return None
    return covering("DATE", f"{int_of(match.get('y', 'n')):04}", match)
