"""Time expressions of a text, as TIMEX3: what they are, what they mean and which days they cover.

Tokens become time atoms (times_words), rules find expressions among them (times_grammar, times_accept), and each is
resolved from the anchor, the last date mentioned and the verbs around it (times_resolve, times_cues).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from quipu.model import Sentence, Time
from quipu.sentences.anchor_evidence import read_evidence
from quipu.sentences.anchor_years import fix_years
from quipu.sentences.times_context import Context
from quipu.sentences.times_find import Expression, find_expressions
from quipu.sentences.times_resolve import resolve


def find_times(text: str, sentences: Sequence[Sentence], language: str, anchor: date | None) -> tuple[Time, ...]:
    """All time expressions of `text`, in order, as TIMEX3 DATE, TIME, DURATION and SET.

    Args:
        text: the document's text.
        sentences: its sentences with tokens (`split_sentences`); times never cross a sentence's end.
        language: "en" or "es".
        anchor: the day that "today" means, or None: then relative words get no days (a bare weekday is
            `XXXX-WXX-5`), and a date without a year gets one only where the text itself fixes it.
    """
    return resolve_expressions(find_expressions(text, sentences, language), sentences, language, anchor)


def resolve_expressions(
    expressions: Sequence[Expression], sentences: Sequence[Sentence], language: str, anchor: date | None
) -> tuple[Time, ...]:
    """`find_times` for those who have the expressions already (`find_expressions`)."""
    context = Context(anchor, language)
    if anchor is None:
        calendar = fix_years(read_evidence(sentences, expressions))
        context.year, context.crossing = calendar.year, calendar.crossing
    return tuple(_resolved(expressions, context))


def _resolved(expressions: Sequence[Expression], context: Context) -> Iterator[Time]:
    for found in expressions:
        context.direction, context.cued = found.cue or -1, found.cue != 0
        reading = resolve(found.match, context)
        if reading is None:
            continue
        context.mentioned.append((reading.type, reading.value))
        context.reference = reading.day or context.reference
        context.stretch = reading.begin or context.stretch
        if found.match.kind == "date" and reading.day and found.match.get("W"):
            context.weekdays[reading.day.isoweekday()] = reading.day
        basis = "relative" if reading.relative else "explicit"
        yield Time(found.span, reading.type, reading.value, reading.begin, reading.finish, basis)
