"""The disagreements of a window, with both sides' figures and words; nothing is settled."""

from collections.abc import Iterator
from datetime import date

from quipu.model import Claim, Dispute, RoundupSentence
from quipu.tallies.roundup_telling import Telling


def tell_disputes(telling: Telling) -> Iterator[RoundupSentence]:
    """One sentence for every dispute about a day of the window; one without a day belongs to that of its claims."""
    for dispute in telling.view.disputes():
        sides = {claim.id: claim for claim in telling.view.claims(ids=(dispute.left, dispute.right))}
        if len(sides) < 2 or dispute.kind not in telling.words.disputes:
            continue
        left, right = sides[dispute.left], sides[dispute.right]
        day = dispute.as_of or _day_of(left) or _day_of(right)
        if day and telling.within(day):
            yield telling.notes.say(_say(dispute, (left, right), day, telling), (left, right))


def _day_of(claim: Claim) -> date | None:
    return claim.date.begin if claim.date else None


def _say(dispute: Dispute, sides: tuple[Claim, Claim], day: date, telling: Telling) -> str:
    left, right = sides
    return telling.words.disputes[dispute.kind].format(
        day=telling.words.say_day(day),
        what=telling.counted(dispute.what, dispute.scope),
        left=telling.figure(left),
        right=telling.figure(right),
        left_source=telling.speakers.of(left),
        right_source=telling.speakers.of(right),
        left_words=telling.quote(left),
        right_words=telling.quote(right),
    )
