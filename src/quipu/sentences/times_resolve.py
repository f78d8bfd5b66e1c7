"""From a grammar match to a TIMEX3 type and value: one resolver for each kind of rule."""

from collections.abc import Callable

from quipu.sentences import times_dates as dates
from quipu.sentences import times_lengths as lengths
from quipu.sentences import times_stretches as stretches
from quipu.sentences.times_context import Context, Reading
from quipu.sentences.times_grammar import Match

_RESOLVERS: dict[str, Callable[[Match, Context], Reading | None]] = {
    "date": dates.read_date,
    "month": dates.read_month,
    "weekday": dates.read_weekday,
    "day": dates.read_day,
    "night": dates.read_night,
    "part": dates.read_daypart,
    "holiday": dates.read_holiday,
    "clock": dates.read_clock,
    "hour": dates.read_clock,
    "dayof": dates.read_dayof,
    "unit": stretches.read_unit,
    "quarter": stretches.read_quarter,
    "half": stretches.read_half,
    "season": stretches.read_season,
    "weekend": stretches.read_weekend,
    "ended": stretches.read_ended,
    "weekof": stretches.read_weekof,
    "period": stretches.read_period,
    "yearago": stretches.read_yearago,
    "fiscal": stretches.read_fiscal,
    "decade": stretches.read_decade,
    "century": stretches.read_century,
    "year": stretches.read_year,
    "ago": lengths.read_ago,
    "later": lengths.read_later,
    "span": lengths.read_span,
    "duration": lengths.read_duration,
    "bare": lengths.read_bare,
    "set": lengths.read_set,
    "ref": lengths.read_ref,
}


def resolve(match: Match, context: Context) -> Reading | None:
    """What the expression means, or None where it is none after all."""
    return _RESOLVERS[match.kind](match, context)
