"""How days, places, figures and reasons are said in tables."""

from datetime import date

from quipu.model import ClaimPlace, Event
from quipu.model.figures import say_number, say_range

# Why a rule that fired made no claim; the codes are those of `quipu.claims` and `quipu.engine`.
_REASONS = {
    "question": "a question states nothing",
    "historical": "dated more than nine years before the report",
    "nobody_named": "a bare noun: nobody and no number with it",
    "no_participant_for_number": "people affected are spoken of, but not how many",
    "mention_only": "spoken of in passing, not told",
    "unrealised": "an aim, not something done",
    "fate_told_elsewhere": "the same people's death is told elsewhere in the report",
    "told_of_counting": "who is counted is explained, nothing new is told",
}


def say_reason(reason: str) -> str:
    """What the code of a refusal means; a reason that is already words, as it is."""
    return _REASONS.get(reason, reason)


def say_days(begin: date | None, finish: date | None) -> str:
    """ "2022-12-11", "2022-12-11…12-15", "until 2022-12-15", "undated"."""
    if begin is None and finish is None:
        return "undated"
    if begin is None or finish is None:
        return f"until {finish}" if begin is None else f"from {begin}"
    if begin == finish:
        return begin.isoformat()
    return f"{begin}…{finish:%m-%d}" if begin.year == finish.year else f"{begin}…{finish}"


def say_place(place: ClaimPlace | None) -> str:
    """The place's words with its first-level area, where that adds something."""
    if place is None:
        return ""
    area = place.admin1 if place.admin1 and place.admin1 not in place.text else None
    return f"{place.text}, {area}" if area else place.text


def say_counts(event: Event) -> str:
    """ "killed 2 (2–5) · injured 20 (≥20) · arrested ≤50": the best figure, and the whole range where sources differ.

    Of "up to 50" alone, 50 is the most and no better than another.
    """
    said = []
    for what, count in event.counts:
        is_ceiling = count.low is None and count.best == count.high
        best = say_range(count.low, count.high) if count.best is None or is_ceiling else say_number(count.best)
        spread = say_range(count.low, count.high)
        differs = count.best is not None and spread != best and (count.low, count.high) != (None, None)
        said.append(f"{what.value} {best} ({spread})" if differs else f"{what.value} {best}")
    return " · ".join(said)


def amount(number: int, noun: str) -> str:
    """ "1 report", "2,000 reports"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
