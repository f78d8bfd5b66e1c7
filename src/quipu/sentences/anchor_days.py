"""Days that a text's evidence proposes for its anchor, each with its exactness and the words behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quipu.model import Sentence, Span
from quipu.sentences import times_calendar as cal
from quipu.sentences.anchor_evidence import Dated, Evidence, Length, Named, anchor_words
from quipu.sentences.anchor_years import Calendar, window_of_lengths

# A dateline stands in the first lines or the last one.
_TOP_LINES = 6
# Words that may stand before the date in a dateline ("Page last updated at 11:51 GMT, Friday, …").
_DATELINE_WORDS = 10
# A bare weekday in the lead tells the newest event; further down only one just after the latest date does.
_LEAD = 0.4
_JUST_AFTER = 3
# Two named days this near to each other, in days, make a chronicle.
_BESIDE = 14
# "Two months ago, on 7 December": how many characters may stand between.
_BETWEEN = 12
# How exact a length since a dated event is, in days.
_WITHIN = {"D": 1, "W": 3, "M": 6}
# A happening and its date must share a word of at least this many letters.
_WORD = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day that may be the anchor: `rank` 0 for datelines, 1 for days said to be today, 2 for reckoned ones;
    `within` is its tolerance in days."""

    day: date
    rank: int
    within: int
    evidence: tuple[Span, ...]


def propose_days(evidence: Evidence, calendar: Calendar, language: str) -> Iterator[Proposal]:
    """All proposals, in order of how directly the text says them."""
    yield from _datelines(evidence, calendar, language)
    yield from _todays(evidence, calendar)
    yield from _weekdays(evidence, calendar)
    yield from _since(evidence, calendar, language)


def _datelines(evidence: Evidence, calendar: Calendar, language: str) -> Iterator[Proposal]:
    """A full date that is a line, that opens the text, or that stands behind "Published" or "Updated"."""
    words = anchor_words(language).dateline
    for dated in evidence.dated:
        day = calendar.date_of(dated)
        if not day or not dated.year:
            continue
        sentence = evidence.sentences[dated.sentence]
        before = [token for token in sentence.tokens if token.span.start < dated.span.start]
        said = bool(before) and before[0].lower in words and len(before) <= _DATELINE_WORDS
        alone = len(sentence.span) <= len(dated.span) + 12 and dated.sentence < _TOP_LINES
        opening = dated.sentence < 2 and len(before) <= _DATELINE_WORDS and not any(t.text.islower() for t in before)
        if said or alone or opening:
            yield Proposal(day, 0, 0, (dated.span,))


def _todays(evidence: Evidence, calendar: Calendar) -> Iterator[Proposal]:
    """ "Today, 14 December", "yesterday (Tuesday 13 December)": the day word stands beside the date."""
    for today in evidence.todays:
        offset = today.match.get("D", "D2")
        for dated in evidence.dated:
            day = calendar.date_of(dated)
            gap = min(abs(dated.span.start - today.span.end), abs(today.span.start - dated.span.end))
            if day and dated.sentence == today.sentence.index and gap <= 3 and offset and isinstance(offset.value, int):
                yield Proposal(day - timedelta(offset.value), 1, 0, (today.span, dated.span))


def _weekdays(evidence: Evidence, calendar: Calendar) -> Iterator[Proposal]:
    """A bare weekday after the latest past date: the next such day; the latest of them is the report's."""
    latest = max(_current_days(evidence, calendar), default=None)
    if latest is None or latest != calendar.latest(evidence):
        return
    taken = {dated.weekday for dated in evidence.dated if dated.weekday}
    days = [
        (latest + timedelta(ahead), named)
        for named in evidence.named
        if named.cue <= 0 and named.weekday not in taken
        for ahead in [(named.weekday - latest.isoweekday()) % 7]
        if _is_lead(named, evidence) or ahead <= _JUST_AFTER
    ]
    if days:
        day, named = max(days, key=lambda found: (found[0], -found[1].span.start))
        yield Proposal(day, 2, 1, (named.span,))


def _current_days(evidence: Evidence, calendar: Calendar) -> Iterator[date]:
    """Past days that belong to the events reported: news gives a year or a lone date to what is long past, so that
    a day counts when its year is left out, or when another named day lies beside it."""
    placed = [(d, day) for d in evidence.dated if d.cue <= 0 and (day := calendar.date_of(d))]
    for dated, day in placed:
        beside = any(0 < abs((other - day).days) <= _BESIDE for _, other in placed)
        if beside or (dated.year is None and dated.weekday):
            yield day


def _is_lead(named: Named, evidence: Evidence) -> bool:
    return named.sentence <= len(evidence.sentences) * _LEAD


def _since(evidence: Evidence, calendar: Calendar, language: str) -> Iterator[Proposal]:
    """ "It is two months now since X", with X dated in the same sentence or, by a word they share, in another."""
    opened = [dated for dated in evidence.dated if _opens_happening(dated, evidence, language)]
    told = {dated.sentence: _words(evidence.sentences[dated.sentence], language) for dated in opened}
    for length in evidence.lengths:
        if length.unit not in _WITHIN or not _ends_now(length, evidence, language):
            continue
        here = [dated for dated in evidence.dated if dated.sentence == length.sentence]
        if here or length.kind == "ago":
            dated = _dated_here(length, here)
        else:
            dated = _dated_elsewhere(_words(evidence.sentences[length.sentence], language), opened, told)
        if dated is None:
            continue
        for start, spans in _starts(dated, length, evidence, calendar):
            day = cal.move(start, length.unit, length.count)
            if day:
                yield Proposal(day, 2, _WITHIN[length.unit], (length.span, dated.span, *spans))


def _ends_now(length: Length, evidence: Evidence, language: str) -> bool:
    """Whether the sentence says that the length ends at the time of writing."""
    words, sentence = anchor_words(language), evidence.sentences[length.sentence]
    before = [token.lower for token in sentence.tokens if token.span.end <= length.span.start][-4:]
    after = [token.lower for token in sentence.tokens if token.span.start >= length.span.end][:3]
    if length.kind != "plain":
        return length.kind == "ago"
    if set(before) & words.then:
        return False
    return bool((set(before) | set(after)) & words.now) and bool(set(after) & words.since)


def _dated_here(length: Length, here: Sequence[Dated]) -> Dated | None:
    """The one date of the length's own sentence; beside "ago", the one that follows at once."""
    if length.kind == "ago":
        return next((d for d in here if -2 <= d.span.start - length.span.end <= _BETWEEN), None)
    past = [d for d in here if d.cue <= 0]
    return past[0] if len({(d.month, d.day) for d in past}) == 1 else None


def _dated_elsewhere(
    words: frozenset[str], opened: Sequence[Dated], told: Mapping[int, frozenset[str]]
) -> Dated | None:
    """The one dated happening whose sentence shares most words with the length's, where it shares any."""
    scored = [(len(words & told[dated.sentence]), dated) for dated in opened]
    best = max((score for score, _ in scored), default=0)
    days = {(dated.month, dated.day): dated for score, dated in scored if score == best}
    return next(iter(days.values())) if best and len(days) == 1 else None


def _opens_happening(dated: Dated, evidence: Evidence, language: str) -> bool:
    """ "Since the coup on December 7", "On 7 December the president was removed": the date of a past happening."""
    sentence = evidence.sentences[dated.sentence]
    before = {token.lower for token in sentence.tokens if token.span.start < dated.span.start}
    return not sentence.furniture and bool(before & anchor_words(language).happening)


def _words(sentence: Sentence, language: str) -> frozenset[str]:
    """Words that may name a happening or those in it."""
    common = anchor_words(language).common
    return frozenset(
        t.lower for t in sentence.tokens if len(t.text) >= _WORD and t.text.isalpha() and t.lower not in common
    )


def _starts(
    dated: Dated, length: Length, evidence: Evidence, calendar: Calendar
) -> Sequence[tuple[date, tuple[Span, ...]]]:
    """The happening's date, where the year is fixed; by years and lengths elsewhere in the text, where it is not."""
    placed = calendar.date_of(dated)
    if placed:
        return [(placed, ())]
    found: dict[date, tuple[Span, ...]] = {}
    for begin, finish, *spans in window_of_lengths(evidence):
        for year in range(begin.year - 1, finish.year + 1):
            start = dated.in_year(year)
            day = cal.move(start, length.unit, length.count) if start else None
            if start and day and begin <= day <= finish:
                found[start] = tuple(spans)
    return list(found.items()) if len(found) == 1 else []
