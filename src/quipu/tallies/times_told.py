"""The times that stand in a report's words around a claim."""

from datetime import date

from quipu.model import Span
from quipu.sentences.split import split_sentences
from quipu.sentences.times import find_times
from quipu.tallies.told import Told, sentence

Timed = tuple[str, str, Span]
"""A TIMEX3 type, its value and where it stands."""

_DAY = 10


def times_in(one: Told, span: Span) -> list[Timed]:
    """The times of a stretch of the report, in order."""
    cut = split_sentences(span.of(one.text), one.language)
    found = find_times(span.of(one.text), cut, one.language, one.one.published)
    return [(time.type, time.value, Span(time.span.start + span.start, time.span.end + span.start)) for time in found]


def day_behind(one: Told, at: Span) -> date | None:
    """The day that stands right behind some words of the claim's sentence ("was lifted | on 5 April"): one word at most
    in between."""
    for type, value, where in times_in(one, sentence(one)):
        between = one.text[at.end : where.start]
        if type == "DATE" and len(value) == _DAY and at.end <= where.start and len(between.split()) <= 1:
            return date.fromisoformat(value)
    return None
