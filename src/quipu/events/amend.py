"""Edits of a claim: `field=value` in a person's words, checked, canonical, and applied to a copy of what was read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from quipu.errors import UsageError
from quipu.model import (
    Change,
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    EventType,
    Modality,
    Span,
    Words,
)

NONE = "none"
JUDGED = "judged"
"""The basis of a day that a person set."""
_NUMBER = r"\d{1,12}(?:\.\d{1,6})?"
_COUNT = re.compile(
    rf"(?P<low>{_NUMBER})(?P<open>\+)?|(?P<from>{_NUMBER})-(?P<to>{_NUMBER})|<=(?P<most>{_NUMBER})", re.ASCII
)
_ZEROS = re.compile(r"(?<![\d.])0+(?=\d)", re.ASCII)
# No report of a crisis tells of other years, and days are reckoned with on both sides of a date.
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
_LONGEST = 300
_RELATIONS = ("subset", "addition", "revision")
_FLAGS = {"yes": True, "no": False}
_SCOPE = re.compile(r"[\w -]{1,60}")


def read_change(told: str) -> Change:
    """The change that `field=value` asks for.

    Fields: `type`, `modality`, `actor`, `target`, `place`, `attribution`, `date` (`2023-01-09`, or two days with `..`
    between), `count` (`2`, `2-5`, `20+` for at least, `<=50`), `what` (is counted), `cumulative` (`yes`, `no`),
    `relation` (`subset`, `addition`, `revision`) and `scope`. `none` takes a field away, where a claim can be without.

    Raises:
        UsageError: an unknown field, or a value that it cannot have.
    """
    field, sign, value = (part.strip() for part in told.partition("="))
    if not sign or field not in _CHECKS:
        raise UsageError(f"not FIELD=VALUE with one of: {', '.join(_CHECKS)}", where=told)
    if value == NONE and field not in ("type", "modality", "what", "cumulative"):
        return Change(field, None)
    if not value or not _CHECKS[field](value):
        raise UsageError(f"{field} cannot be {value!r}; {_ADVICE.get(field, 'give its words')}", where=told)
    return Change(field, _ZEROS.sub("", value) if field == "count" else value)


def check_changes(claim: Claim, changes: Sequence[Change]) -> None:
    """Whether changes can be made together, of this claim.

    Raises:
        UsageError: a field that is set twice, a part of a count where there is none, or a part of a person.
    """
    fields = [change.field for change in changes]
    if twice := next((name for name in fields if fields.count(name) > 1), None):
        raise UsageError(f"{twice} is set twice", where=claim.id)
    gone = any(change.field == "count" and change.value is None for change in changes)
    parts = [name for name in fields if name in _COUNT_PARTS]
    if parts and (gone or (claim.count is None and "count" not in fields)):
        raise UsageError(f"without a count there is no {parts[0]}; set count too, or leave it", where=claim.id)
    count = _amend_count(claim, changes)
    bounds = () if count is None else (count.low, count.high)
    if count and count.what is not CountKind.PERCENT and any(bound is not None and bound % 1 for bound in bounds):
        raise UsageError(f"{count.what.value} are counted in whole numbers", where=claim.id)


def _amend_count(claim: Claim, changes: Sequence[Change]) -> Count | None:
    """The count as it would be; its words do not matter."""
    bare = claim if claim.count is None else replace(claim, count=replace(claim.count, text=""))
    return amend(bare, "", [change for change in changes if change.field in ("count", *_COUNT_PARTS)]).count


def amend(claim: Claim, text: str, changes: Sequence[Change]) -> Claim:
    """A copy of the claim with the changes; its id, span and rule stay. `text` is its document's.

    A field whose new words stand within the claim's own gets their span. A new type leaves PLOVER's and ACLED's codes
    empty, for they were those of the old one.
    """
    for change in changes:
        claim = _amended(claim, text, change)
    return claim


def _amended(claim: Claim, text: str, change: Change) -> Claim:
    name, value = change.field, change.value
    if name in ("actor", "target", "attribution"):
        return _with(claim, name, None if value is None else Words(value, _stands(claim, text, value)))
    if name == "place":
        return replace(claim, place=_place(claim, text, change))
    if name == "date":
        return replace(claim, date=None if value is None else _days(value))
    if name == "modality":
        return replace(claim, modality=Modality(value or ""))
    if name == "type":
        bare = replace(claim, plover_event=None, plover_mode=None, acled_event_type=None, acled_sub_event_type=None)
        return claim if claim.type == value else replace(bare, type=EventType(value or ""))
    return replace(claim, count=_count(claim, text, change))


def _with(claim: Claim, name: str, words: Words | None) -> Claim:
    if name == "actor":
        return replace(claim, actor=words)
    # Who passed on the word of the one read before says nothing of another's.
    return replace(claim, target=words) if name == "target" else replace(claim, attribution=words, chain=())


def _stands(claim: Claim, text: str, words: str) -> Span | None:
    """Where whole words stand in the claim's own: no "2" in "2022"."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)").search(text, claim.span.start, claim.span.end)
    return None if found is None else Span(*found.span())


def _place(claim: Claim, text: str, change: Change) -> ClaimPlace | None:
    if change.value is None:
        return None
    known = change.place or ClaimPlace(change.value)
    return replace(known, text=change.value, span=_stands(claim, text, change.value))


def _days(value: str) -> ClaimDate:
    begin, _, finish = value.partition("..")
    return ClaimDate(date.fromisoformat(begin), date.fromisoformat(finish or begin), JUDGED)


def _count(claim: Claim, text: str, change: Change) -> Count | None:
    count, value = claim.count, change.value
    if change.field == "count" and value is None:
        return None
    if change.field == "count" and value is not None:
        low, high = _bounds(value)
        if count is None:
            span = _stands(claim, text, value) or claim.span
            return Count(CountKind.OTHER, low, high, span.of(text), span)
        return replace(count, low=low, high=high)
    if count is None:
        return None
    if change.field == "what":
        return replace(count, what=CountKind(value or ""))
    if change.field == "cumulative":
        return replace(count, cumulative=_FLAGS[value or "no"])
    if change.field == "relation":
        return replace(count, relation=value)
    return replace(count, scope=value)


def _bounds(value: str) -> tuple[float | None, float | None]:
    parts = _COUNT.fullmatch(value)
    assert parts is not None, value
    if parts["most"]:
        return None, float(parts["most"])
    if parts["from"]:
        return float(parts["from"]), float(parts["to"])
    return float(parts["low"]), None if parts["open"] else float(parts["low"])


def _is_count(value: str) -> bool:
    if not _COUNT.fullmatch(value):
        return False
    low, high = _bounds(value)
    return low is None or high is None or low <= high


def _is_days(value: str) -> bool:
    try:
        days = _days(value)
    except ValueError:
        return False
    return days.begin is not None and days.finish is not None and _FIRST <= days.begin <= days.finish <= _LAST


def _is_text(value: str) -> bool:
    return value.isprintable() and len(value) <= _LONGEST


_CHECKS: dict[str, Callable[[str], bool]] = {
    "type": lambda value: value in {one.value for one in EventType},
    "modality": lambda value: value in {one.value for one in Modality},
    "actor": _is_text,
    "target": _is_text,
    "place": _is_text,
    "date": _is_days,
    "count": _is_count,
    "what": lambda value: value in {one.value for one in CountKind},
    "cumulative": lambda value: value in _FLAGS,
    "relation": lambda value: value in _RELATIONS,
    "scope": lambda value: _SCOPE.fullmatch(value) is not None,
    "attribution": _is_text,
}
_ADVICE = {
    "type": f"one of {', '.join(EventType)}",
    "modality": f"one of {', '.join(Modality)}",
    "date": f"a day such as 2023-01-09, or 2023-01-09..2023-01-11, from {_FIRST.year} to {_LAST.year}",
    "count": "2, 2-5, 20+ (at least) or <=50 (at most), in digits alone",
    "what": f"one of {', '.join(CountKind)}",
    "cumulative": "yes (a running total) or no",
    "relation": f"one of {', '.join(_RELATIONS)}",
    "scope": "one or two words, such as police",
}
_COUNT_PARTS = ("what", "cumulative", "relation", "scope")
