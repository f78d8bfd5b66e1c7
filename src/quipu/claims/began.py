"""When the crisis began, as a document says: "since December 7", "since the protests began on 28 April", "day 36"."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from quipu.claims.frames import fold
from quipu.claims.words import lists
from quipu.model import Reading, Sentence, Time

# Characters and words before a day in which "since" or "began" makes it the beginning of the crisis.
_LOOK_BACK, _WORDS_BACK = 70, 9
# A crisis is at most this many days old when a report still counts from its beginning.
_OLDEST = 400
# A day's number is told at the top of a text.
_TOP = 12


@dataclass(frozen=True, slots=True)
class Beginning:
    """The day from which what goes on lasts, and the day from which running totals count; None where none is told."""

    lasting: date | None = None
    counted: date | None = None


def find_beginning(reading: Reading, told: date | None) -> Beginning:
    """When the crisis began; `told` is the day that the document tells of, from which numbered days are counted back.

    A day since which something is counted ("1,000 cases since 28 April") opens the count, and says no more.
    """
    lasting = counted = None
    for sent in reading.sentences:
        if sent.furniture:
            continue
        for time in sent.times:
            day = _opens(reading, time)
            if day is None:
                continue
            counted = counted or day
            if not _is_count(sent):
                lasting = lasting or day
    number = day_number(reading)
    if lasting is None and number is not None and told is not None:
        return Beginning(None, told - timedelta(days=number - 1))
    return Beginning(lasting, counted)


def day_number(reading: Reading) -> int | None:
    """N of a report that calls itself "day N" of a crisis, in its title or at the top of its text."""
    said = lists(reading.language)
    found: Counter[int] = Counter()
    for sent in reading.sentences[:_TOP]:
        for at in [at for at, token in enumerate(sent.tokens) if at and token.text.isdecimal()]:
            before, token, behind = sent.tokens[at - 1], sent.tokens[at], sent.tokens[at + 1 : at + 2]
            if fold(before.text) not in said["day_counts"]:
                continue
            if any(time.begin and time.span.holds(token.span) for time in sent.times):
                continue
            named = before.text[0].isupper() or any(fold(after.text) in said["of"] for after in behind)
            if named and 1 < int(token.text) < _OLDEST:
                found[int(token.text)] += 1
    return found.most_common(1)[0][0] if found else None


def counted_to(reading: Reading) -> date | None:
    """The day of a document's totals: the one on which it says that "this assessment" was given."""
    said, days = lists(reading.language), set[date]()
    for sent in reading.sentences:
        if sent.furniture or not sent.times:
            continue
        words = tuple(fold(token.text) for token in sent.tokens)
        named = said["assessments"].within(words, 0, len(words))
        if named is None or not any(w in said["pointing"] for w in words[max(0, named - 2) : named]):
            continue
        days |= {t.begin for t in sent.times if t.begin and t.begin == t.finish and _opens(reading, t) is None}
    anchor = reading.anchor.day
    day = next(iter(days)) if len(days) == 1 else None
    return day if day is not None and (anchor is None or day <= anchor) else None


def _opens(reading: Reading, time: Time) -> date | None:
    """The day of a time behind "since" or "began" that is not in another year's story."""
    if time.begin is None or time.begin != time.finish:
        return None
    text, anchor, said = reading.document.text, reading.anchor.day, lists(reading.language)
    before = text[max(0, time.span.start - _LOOK_BACK) : time.span.start].split(".")[-1]
    words = tuple(fold(word) for word in before.split()[-_WORDS_BACK:])
    if not any(word in said["since"] for word in words) and not any(word in said["began"] for word in words[-3:]):
        return None
    return time.begin if anchor is None or 0 <= (anchor - time.begin).days <= _OLDEST else None


def _is_count(sent: Sentence) -> bool:
    """Whether a sentence gives a number of its own besides its days."""
    return any(
        (quantity.low is not None or quantity.high is not None)
        and not any(time.span.meets(quantity.span) for time in sent.times)
        for quantity in sent.quantities
    )
