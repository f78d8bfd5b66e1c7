"""Which sentences of a reading tell of one day: those that name it, and a report's opening, which tells of its own."""

from collections.abc import Iterator
from datetime import timedelta

from quipu.model import Reading, Sentence, Time, ToldDay
from quipu.sentences.times_words import time_words

# Sentences from the top that are taken to tell the day's news where they name no day; a headline is one of them.
OPENING = 6
# A report may be filed under the day before it is read: "today" can lie one day after its date, no more.
_AHEAD = timedelta(days=1)


def told_days(reading: Reading) -> tuple[ToldDay, ...]:
    """Sentences with the days they tell of, in text order; a day that a sentence names twice is told once.

    Only single days count: "in December", "last week" and "since Sunday" tell of no day. What lies ahead of the report
    is announced, not told, and is left out where the report's day is known; without that day an opening tells of none.
    """
    return tuple(_told(reading))


def _told(reading: Reading) -> Iterator[ToldDay]:
    home, spoken = reading.document.id, reading.anchor.day
    for sent in reading.sentences:
        if sent.furniture:
            continue
        days = (time for time in reversed(sent.times) if not _begins_stretch(time, sent, reading.language))
        named = {time.begin: time.span for time in days if time.begin and time.begin == time.finish}
        for day, words in sorted(named.items()):
            if spoken is None or day <= spoken + _AHEAD:
                yield ToldDay(home, sent.span, day, words)
        if not named and sent.index < OPENING and spoken is not None:
            yield ToldDay(home, sent.span, spoken)


def _begins_stretch(time: Time, sent: Sentence, language: str) -> bool:
    """Whether "since" stands before the day, or before its article."""
    before = [token.lower for token in sent.tokens if token.span.end <= time.span.start][-2:]
    return not time_words(language).onward.isdisjoint(before)
