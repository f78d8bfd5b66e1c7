"""The running totals of a window, each figure with whoever stands for it."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from quipu.model import Claim, RecordView, RoundupSentence, Tally, TallyPoint
from quipu.tallies.roundup_notes import Notes
from quipu.tallies.roundup_words import RoundupWords


def tell_totals(
    view: RecordView, window: tuple[date, date], notes: Notes, words: RoundupWords
) -> Iterator[RoundupSentence]:
    """One sentence for every figure that a total stood at on a day of the window, tally by tally.

    Sources that give one figure for one day share a sentence.
    """
    for tally in view.tallies():
        if tally.what in words.totals:
            yield from _tell_tally(tally, view, window, (notes, words))


def _tell_tally(
    tally: Tally, view: RecordView, window: tuple[date, date], telling: tuple[Notes, RoundupWords]
) -> Iterator[RoundupSentence]:
    notes, words = telling
    points = [point for point in tally.points if point.as_of and window[0] <= point.as_of <= window[1]]
    for _, alike in groupby(sorted(points, key=_said), key=_said):
        same = list(alike)
        claims: list[Claim] = list(view.claims(ids=[point.claim for point in same]))
        if claims and (as_of := same[0].as_of):
            text = words.total.format(
                day=words.say_day(as_of),
                source=notes.sources(claims),
                what=words.total_of(tally.what, same[0].low, same[0].high),
                scope=tally.scope,
                figure=words.figure(same[0].low, same[0].high, same[0].words),
            )
            part = words.part if same[0].relation == "subset" else ""
            yield RoundupSentence(f"{text}{part}.", notes.refer(claims))


def _said(point: TallyPoint) -> tuple[date, float, float, str, bool]:
    """What two points have in common that say the same of the same day; without a number, their words."""
    bounds = -1.0 if point.low is None else point.low, -1.0 if point.high is None else point.high
    vague = point.words.casefold() if point.low is None and point.high is None else ""
    return point.as_of or date.min, *bounds, vague, point.relation == "subset"
