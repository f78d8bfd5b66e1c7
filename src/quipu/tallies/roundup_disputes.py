"""The disagreements of a window, with both sides' figures and words; nothing is settled."""

from collections.abc import Iterator
from datetime import date

from quipu.model import Claim, CountKind, Dispute, RecordView, RoundupSentence
from quipu.tallies.roundup_notes import Notes
from quipu.tallies.roundup_words import RoundupWords


def tell_disputes(
    view: RecordView, window: tuple[date, date], notes: Notes, words: RoundupWords
) -> Iterator[RoundupSentence]:
    """One sentence for every dispute about a day of the window; one without a day belongs to that of its claims."""
    for dispute in view.disputes():
        sides = {claim.id: claim for claim in view.claims(ids=(dispute.left, dispute.right))}
        if len(sides) < 2 or dispute.kind not in words.disputes:
            continue
        left, right = sides[dispute.left], sides[dispute.right]
        day = dispute.as_of or _day_of(left) or _day_of(right)
        if day and window[0] <= day <= window[1]:
            text = _say(dispute, (left, right), words.say_day(day), (notes, words))
            yield RoundupSentence(text, notes.refer((left, right)))


def _day_of(claim: Claim) -> date | None:
    return claim.date.begin if claim.date else None


def _say(dispute: Dispute, sides: tuple[Claim, Claim], day: str, telling: tuple[Notes, RoundupWords]) -> str:
    notes, words = telling
    left, right = sides
    counted = dispute.what in list(CountKind) and CountKind(dispute.what) in words.totals
    return words.disputes[dispute.kind].format(
        day=day,
        what=words.total_of(CountKind(dispute.what)) if counted else dispute.what,
        scope=dispute.scope,
        left=_figure(left, words),
        right=_figure(right, words),
        left_source=notes.sources([left]),
        right_source=notes.sources([right]),
        left_words=words.quote(notes.words_of(left)),
        right_words=words.quote(notes.words_of(right)),
    )


def _figure(claim: Claim, words: RoundupWords) -> str:
    return words.figure(claim.count.low, claim.count.high, claim.count.text) if claim.count else "?"
