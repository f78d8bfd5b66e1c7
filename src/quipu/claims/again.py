"""Told again: what a report mentions a second time without its day happened on the day that it gave at first.

A president is removed once, a named person is arrested once in a report: "the coup on December 7" dates "his removal".
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from quipu.claims.draft import Draft
from quipu.claims.frames import fold
from quipu.claims.words import lists
from quipu.model import ClaimDate, EventType, Reading, RefusedClaim

Found = Draft | RefusedClaim

# What happens once to an office or a chamber within one report, even where the second mention names nobody.
_ONCE = frozenset((
    EventType.REMOVAL_FROM_OFFICE, EventType.DISSOLUTION, EventType.APPOINTMENT, EventType.RESIGNATION,
))  # fmt: skip
# What happens once to a person.
# Words of the longest headline, what no headline ends with, and the sentences below that may tell its story.
_HEADLINE, _ENDS, _BELOW = 20, (".", "!", "?", ":", "…", "”", '"', "»", ")"), 8
_TO_ONE = _ONCE | {EventType.ARREST, EventType.KILLING}


def date_again(reading: Reading, found: Iterable[Found], began: date | None) -> Iterator[Found]:
    """The same drafts, those without a day of their own dated by the one day that the report gives for the same thing.

    `began` is the crisis's stated beginning: what happened "since the coup" says when the coup was.
    """
    told = _told_next(reading, list(_same_day(found, began)))
    yield from _headed(reading, told)


def _same_day(found: Iterable[Found], began: date | None) -> Iterator[Found]:
    everything = list(found)
    known = [d for d in everything if isinstance(d, Draft) and _is_sure(d, began)]
    for item in everything:
        if isinstance(item, Draft) and item.type in _TO_ONE and item.modality.happened and not _is_sure(item, began):
            days = {d.date.begin: d.date for d in known if d.date and _is_same(d, item) and _may_be(item, d.date)}
            if len(days) == 1:
                told = next(iter(days.values()))
                item = replace(item, date=ClaimDate(told.begin, told.finish, "context", told.span))
        yield item


def _is_sure(draft: Draft, began: date | None) -> bool:
    """Whether a draft has a day of its own, or is what the crisis began with."""
    when = draft.date
    if draft.type not in _TO_ONE or not draft.modality.happened or when is None or when.begin is None:
        return False
    return when.begin == when.finish and (when.basis in ("explicit", "relative") or when.begin == began)


def _may_be(draft: Draft, told: ClaimDate) -> bool:
    """Whether what is said of a draft's time leaves room for the day: a week or "by now" may hold it."""
    when = draft.date
    if when is None or told.begin is None or when.basis in ("context", "anchor"):
        return True
    return when.begin != when.finish and (when.begin or told.begin) <= told.begin <= (when.finish or told.begin)


def _is_same(known: Draft, draft: Draft) -> bool:
    """Whether two drafts may tell of one happening: the same type, and the same person where both name one."""
    if known.type != draft.type or (known.figure and draft.figure and known.figure[:3] != draft.figure[:3]):
        return False
    left, right = _names(known), _names(draft)
    if left and right:
        return bool(left & right)
    return known.type in _ONCE


def _names(draft: Draft) -> frozenset[str]:
    """The names in who or what it was done to; who resigns or is appointed may be told as the actor."""
    words = draft.target or (draft.actor if draft.type == EventType.RESIGNATION else None)
    if words is None:
        return frozenset()
    return frozenset(word.strip(".,’'\"“”") for word in words.text.split() if word[0].isupper())


def _told_next(reading: Reading, found: list[Found]) -> list[Found]:
    """ "Soon after, he was arrested": on the day of what the sentence before tells last."""
    said = lists(reading.language)["soon_after"]
    opened = {s.index for s in reading.sentences if said.at((*(fold(t.text) for t in s.tokens[:4]), "", ""), 0)}
    if not opened:
        return found
    told: list[Found] = []
    for item in found:
        here = sentence_at(reading, item.span.start)
        before = [d for d in told if isinstance(d, Draft) and sentence_at(reading, d.span.start) == here - 1]
        day = before[-1].date if before else None
        one_day = day is not None and day.begin == day.finish
        if isinstance(item, Draft) and here in opened and _is_open(item) and day is not None and one_day:
            item = replace(item, date=replace(day, basis="context"))
        told.append(item)
    return told


def _headed(reading: Reading, found: list[Found]) -> list[Found]:
    """A headline's claim without a day is of the day of the first claim of its type below it."""
    told = []
    for place, item in enumerate(found):
        if isinstance(item, Draft) and _is_open(item) and _is_headline(reading, item):
            below = (d for d in found[place + 1 :] if isinstance(d, Draft) and _continues(reading, item, d))
            first = next(below, None)
            if first is not None and first.date is not None:
                item = _as_total_below(replace(item, date=replace(first.date, basis="context")), first)
        told.append(item)
    return told


def _as_total_below(head: Draft, below: Draft) -> Draft:
    """A headline that gives the total of the text below it ("Ombudsman lists 11 dead") tells no happening."""
    if head.count is None or below.count is None or not below.count.cumulative:
        return head
    return replace(head, count=replace(head.count, cumulative=True), place=below.place)


def _is_open(draft: Draft) -> bool:
    return draft.modality.happened and (draft.date is None or draft.date.basis in ("context", "anchor"))


def _is_headline(reading: Reading, draft: Draft) -> bool:
    sent = reading.sentences[sentence_at(reading, draft.span.start)]
    return not sent.tokens[-1].text.endswith(_ENDS) and len(sent.tokens) <= _HEADLINE


def _continues(reading: Reading, head: Draft, draft: Draft) -> bool:
    """Whether a claim may be what a headline above it says, in one of the next sentences."""
    apart = sentence_at(reading, draft.span.start) - sentence_at(reading, head.span.start)
    if not 0 < apart <= _BELOW or draft.type != head.type or not draft.modality.happened:
        return False
    if head.count is None or draft.count is None:
        return True
    # "Six killed" over "at least six people were killed": a headline leaves out how sure a number is.
    return (head.count.what, head.count.low) == (draft.count.what, draft.count.low)


def sentence_at(reading: Reading, start: int) -> int:
    """The index of the sentence that holds the code point `start`."""
    return max(0, bisect_right([sent.span.start for sent in reading.sentences], start) - 1)
