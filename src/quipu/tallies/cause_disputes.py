"""Totals that differ by the dead of indirect causes: one source counts them, another does not."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from quipu.events.reported import INDIRECT
from quipu.events.voices import same_voice
from quipu.model import Dispute, Tally, TallyPoint
from quipu.tallies.roundup_words import begin_sentence, within_a_sentence
from quipu.tallies.voices import voice_of_point
from quipu.tallies.words import figure, headings

_NEAR = timedelta(days=1)
_WHOLE = (None, "revision")


def causes_differ(tallies: Sequence[Tally], language: str) -> Iterator[Dispute]:
    """For each pair of speakers of one day or the next: a total that is another's less its indirect deaths, or more.

    "42, says the ministry", "49, of them seven in accidents, says the ombudsman": the gap is those seven. The right
    side is the claim of the indirect deaths. One row for each two figures.
    """
    for whole in tallies:
        parts = [part for other in tallies for part in other.points if _is_part_of(whole, other, part)]
        told = [point for point in whole.points if point.scope is None and point.relation in _WHOLE]
        seen: set[tuple[object, ...]] = set()
        for part in parts if told else ():
            for high in (point for point in told if _holds(point, part)):
                for low in (point for point in told if _is_without(point, high, part, parts, language)):
                    if (low.low, low.high, high.low, high.high) not in seen:
                        seen.add((low.low, low.high, high.low, high.high))
                        yield _row(whole, (low, high, part), language)


def _is_part_of(whole: Tally, other: Tally, point: TallyPoint) -> bool:
    return other.what is whole.what and point.scope == INDIRECT and other.scope.startswith(f"{whole.scope} · ")


def _holds(high: TallyPoint, part: TallyPoint) -> bool:
    """Whether a total has the indirect deaths in it: told in one report for one day, and larger."""
    if high.document != part.document or high.as_of != part.as_of or part.relation == "addition":
        return False
    return high.low is not None and part.low is not None and part.low < high.low


def _is_without(
    low: TallyPoint, high: TallyPoint, part: TallyPoint, parts: Sequence[TallyPoint], language: str
) -> bool:
    """Whether another speaker's total of those days is lower by at most the indirect deaths, and has none itself."""
    if low.as_of is None or high.as_of is None or abs(low.as_of - high.as_of) > _NEAR:
        return False
    if low.high is None or not (high.low or 0.0) - (part.low or 0.0) <= low.high < (high.low or 0.0):
        return False
    if any(_holds(low, own) for own in parts):
        return False
    voices = (voice_of_point(point, language) for point in (low, high))
    return not same_voice(*voices)


def _row(tally: Tally, points: tuple[TallyPoint, TallyPoint, TallyPoint], language: str) -> Dispute:
    low, high, part = points
    kind = "direct_against_indirect"
    reason = (
        headings(language)
        .disputes[kind]
        .format(
            left=figure(low.low, low.high),
            left_speaker=within_a_sentence(low.speaker, language),
            left_day=low.as_of,
            right=figure(high.low, high.high),
            right_speaker=within_a_sentence(high.speaker, language),
            part=figure(part.low, part.high),
        )
    )
    return Dispute(kind, tally.what, tally.scope, high.as_of, low.claim, part.claim, begin_sentence(reason))
