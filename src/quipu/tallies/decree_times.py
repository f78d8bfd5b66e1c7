"""When a decree holds: from which day, for how long, until when, and a curfew's hours."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quipu.model import RegisterDetail, Span, Stated
from quipu.tallies.details import Found, gathered
from quipu.tallies.register_words import pattern
from quipu.tallies.times_told import Timed, times_in
from quipu.tallies.told import Told, find, following, sentence

# Characters that may stand between "for" and a length of time ("for the next 30 days").
_BEFORE = 24
_UNITS = {"D": 1, "W": 7}
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)")
_DAY = 10


def spells(told: Sequence[Told]) -> list[RegisterDetail]:
    """`begin`, `days`, `duration`, `until`, `hours`."""
    return [
        *gathered("begin", _begins(told)),
        *_lengths(told),
        *gathered("until", (found for one in told for found in _ends(one))),
        *gathered("hours", (found for one in told for found in _hours(one))),
    ]


def _begins(told: Sequence[Told]) -> Iterator[Found]:
    """The day that stands behind "from", else the first day that the claims give."""
    stated = [found for one in told for found in _dated(one, "starting")]
    yield from stated
    for one in () if stated else told:
        when = one.claim.date
        if one.claim.modality.happened and when and when.begin and when.basis in ("explicit", "relative"):
            yield when.begin.isoformat(), Stated(one.claim.id, when.span)


def _lengths(told: Sequence[Told]) -> list[RegisterDetail]:
    """`days` where a length is in days or weeks, `duration` (ISO 8601: "P2M") where it is not."""
    days, others = [], []
    for one in told:
        for value, span in _durations(one):
            unit, count = value[-1], value[1:-1]
            stated = Stated(one.claim.id, span)
            if unit in _UNITS and count.isdigit():
                days.append((str(int(count) * _UNITS[unit]), stated))
            else:
                others.append((value, stated))
    return [*gathered("days", days), *gathered("duration", others)]


def _durations(one: Told) -> Iterator[tuple[str, Span]]:
    """Lengths of days or longer behind "for", or right before the measure ("a 30-day curfew")."""
    lasting = pattern("lasting", one.language)
    for span in following(one, 1):
        if span != sentence(one) and next(find(lasting, one, span), None) is None:
            continue
        for type, value, where in times_in(one, span):
            hyphened = "-" in where.of(one.text)
            long = type == "DURATION" and value.startswith("P") and "T" not in value
            if long and (hyphened or _is_behind(one, lasting, span, where)):
                yield value, where


def _dated(one: Told, opening: str) -> Iterator[Found]:
    """The days of the claim's sentence behind a word of that list ("until", "starting")."""
    words, whole = pattern(opening, one.language), sentence(one)
    for type, value, where in times_in(one, whole):
        if type == "DATE" and len(value) == _DAY and _is_behind(one, words, whole, where):
            yield value, Stated(one.claim.id, where)


def _ends(one: Told) -> Iterator[Found]:
    """Days behind "until"; a clock time there names one where it is of another day than the time before it."""
    yield from _dated(one, "until")
    for first, last in _clocks(one):
        if last[1][:_DAY] > first[1][:_DAY]:
            yield last[1][:_DAY], Stated(one.claim.id, last[2])


def _hours(one: Told) -> Iterator[Found]:
    """ "From 8 p.m. to 4 a.m." is 20:00–04:00, where both are told of any day."""
    for first, last in _clocks(one):
        if first[1][:_DAY] == last[1][:_DAY]:
            hours = (_CLOCK.fullmatch(value) for _, value, _ in (first, last))
            told = [found.group(2) for found in hours if found]
            yield "–".join(told), Stated(one.claim.id, Span(first[2].start, last[2].end))


def _clocks(one: Told) -> Iterator[tuple[Timed, Timed]]:
    """Clock times that "to" or "until" joins, in the claim's sentence."""
    words, whole = pattern("to_hour", one.language), sentence(one)
    clocks = [time for time in times_in(one, whole) if _CLOCK.fullmatch(time[1])]
    for first, last in pairwise(clocks):
        between = Span(first[2].end, max(first[2].end, last[2].start))
        # What stands between is the link alone, and words of the same hour ("8 p.m. local time to").
        if len(between) <= _BEFORE and _is_behind(one, words, between, last[2]):
            yield first, last


def _is_behind(one: Told, words: re.Pattern[str], within: Span, where: Span) -> bool:
    """Whether one of the words stands right before a place, within a span."""
    before = Span(min(max(within.start, where.start - _BEFORE), where.start), where.start)
    return any(not one.text[found.end : where.start].strip() for found in find(words, one, before))
