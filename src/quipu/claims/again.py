"""Told again: what a report mentions a second time without its day happened on the day that it gave at first.

A president is removed once, a named person is arrested once in a report: "the coup on December 7" dates "his removal".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from quipu.claims.draft import Draft
from quipu.model import ClaimDate, EventType, RefusedClaim

Found = Draft | RefusedClaim

# What happens once to an office or a chamber within one report, even where the second mention names nobody.
_ONCE = frozenset((
    EventType.REMOVAL_FROM_OFFICE, EventType.DISSOLUTION, EventType.APPOINTMENT, EventType.RESIGNATION,
))  # fmt: skip
# What happens once to a person.
_TO_ONE = _ONCE | {EventType.ARREST, EventType.KILLING}


def date_again(found: Iterable[Found], began: date | None) -> Iterator[Found]:
    """The same drafts, those without a day of their own dated by the one day that the report gives for the same thing.

    `began` is the crisis's stated beginning: what happened "since the coup" says when the coup was.
    """
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
    return frozenset(word.strip(".,’'\"“”") for word in words.text.split() if word[0].isupper()) if words else frozenset()
