"""Disagreements about one event: sources whose figures for it cannot both hold, and sources that deny it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from quipu.events.reported import report_figure
from quipu.events.voices import Voice, same_voice, voice_of_claim
from quipu.model import CountKind, Dispute, Event, Modality, SourcedClaim
from quipu.tallies.totals import KINDS
from quipu.tallies.words import figure, headings

# One person told of is a rival of two or three; of more, rather one of them.
_OF_ONE = 3


class Stated(NamedTuple):
    """What one speaker puts the number at in one report."""

    low: float
    high: float | None
    day: date | None
    claim: str
    voice: Voice
    origin: str
    is_attributed: bool = False
    """The report names whose word it is."""


def counts_differ(event: Event, told: Sequence[SourcedClaim], language: str) -> Iterator[Dispute]:
    """The widest pair of speakers whose figures cannot both hold: within each report, and between reports.

    A later report that only raises an earlier one's figure is no disagreement.
    """
    for what in KINDS:
        stated = _stated(told, what)
        widest: dict[str, tuple[Stated, Stated]] = {}
        more = _added(told, what)
        tops = {one.origin: one.low for one in sorted(stated, key=lambda one: one.low)}
        for pair in ((a, b) for a in stated for b in stated if _differ(a, b) and _is_rival(a, b, tops, more)):
            report = pair[0].origin if _is_one_report(*pair) else ""
            widest[report] = max(pair, widest.get(report, pair), key=_width)
        if len(widest) > 1:
            widest.pop("", None)
        for _, (low, high) in sorted(widest.items()):
            words = headings(language).disputes["incident_count_differs"]
            reason = words.format(left=figure(low.low, low.high), right=figure(high.low, high.high))
            yield Dispute("incident_count_differs", what, _scope(event), event.begin, low.claim, high.claim, reason)


def _width(pair: tuple[Stated, Stated]) -> tuple[float, int, str, str]:
    """How far two figures lie apart; of alike pairs the one whose figures the reports say whose word they are."""
    return pair[1].low - pair[0].low, sum(one.is_attributed for one in pair), pair[0].claim, pair[1].claim


def denied(event: Event, told: Sequence[SourcedClaim], language: str) -> Iterator[Dispute]:
    """One source says that it happened, another that it did not; a report does not deny itself."""
    denials = sorted((one for one in told if one.claim.modality is Modality.DENIED), key=lambda one: one.claim.id)
    for denial in denials[:1]:
        said = [
            one
            for one in told
            if one.claim.modality.happened
            and one.claim.type is denial.claim.type
            and (one.origin != denial.origin or not same_voice(voice_of_claim(one), voice_of_claim(denial)))
        ]
        if said:
            said_by = min(said, key=lambda one: (one.claim.attribution is None, one.claim.id))
            reason = headings(language).disputes["denied"]
            yield Dispute(
                "denied", denial.claim.type, _scope(event), event.begin, said_by.claim.id, denial.claim.id, reason
            )


def _scope(event: Event) -> str:
    return event.place.text if event.place else ""


def _differ(low: Stated, high: Stated) -> bool:
    if low.high is None or low.high >= high.low:
        return False
    if _is_one_report(low, high):
        # "one man died" beside another's "eight" is one of the eight.
        return low.low > 1 and not same_voice(low.voice, high.voice)
    return low.origin != high.origin and not _rises(low, high)


def _is_rival(low: Stated, high: Stated, tops: Mapping[str, float], more: Mapping[str, float]) -> bool:
    """Whether the lower figure is all that its report tells: a ward's is a part of another report's, and the two of one
    incident, with the one of "a separate incident", are a headline's three.
    """
    if high.low == low.low + more.get(low.origin, 0.0) and low.origin in more:
        return False
    return _is_one_report(low, high) or (low.low == tops[low.origin] and (low.low > 1 or high.low <= _OF_ONE))


def _is_one_report(left: Stated, right: Stated) -> bool:
    return left.origin == right.origin


def _rises(low: Stated, high: Stated) -> bool:
    return low.day is not None and high.day is not None and low.day < high.day


def _stated(told: Sequence[SourcedClaim], what: CountKind) -> list[Stated]:
    """Each speaker's figure in each original report; one that the same report replaces later is passed over."""
    spoken: dict[tuple[str, Voice], list[SourcedClaim]] = {}
    for one in told:
        count = one.claim.count
        if count and count.what is what and count.scope is None and one.claim.modality.happened:
            spoken.setdefault((one.origin, voice_of_claim(one)), []).append(one)
    stated = []
    for (origin, voice), mine in spoken.items():
        own = [one for one in mine if one.claim.document_id == origin] or mine
        if known := _figure(own, voice):
            stated.append(known)
    risen, highest = _risen(told, what), {one.origin: one.low for one in sorted(stated, key=lambda one: one.low)}
    return [one for one in stated if one.low > risen.get(one.origin, 0.0) or one.low == highest[one.origin]]


def _risen(told: Sequence[SourcedClaim], what: CountKind) -> dict[str, float]:
    """For each report that says that a figure rose: the highest that it rose to; the report goes on from there."""
    risen: dict[str, float] = {}
    for one in told:
        count = one.claim.count
        if count and count.what is what and count.relation == "revision" and count.low:
            risen[one.origin] = max(risen.get(one.origin, 0.0), count.low)
    return risen


def _added(told: Sequence[SourcedClaim], what: CountKind) -> dict[str, float]:
    """How many each report adds to a figure of its own ("five more")."""
    counts = {(one.origin, c.low, c.text) for one in told if (c := one.claim.count) and c.what is what and _adds(one)}
    added: dict[str, float] = {}
    for origin, low, _ in counts:
        added[origin] = added.get(origin, 0.0) + (low or 0.0)
    return added


def _adds(one: SourcedClaim) -> bool:
    return one.claim.count is not None and one.claim.count.relation == "addition" and one.claim.modality.happened


def _figure(mine: Sequence[SourcedClaim], voice: Voice) -> Stated | None:
    wholes = [one for one in mine if not _adds(one)]
    found = report_figure([one.claim for one in wholes]) if wholes else None
    if found is None or (number := found.number) is None:
        return None
    exact = [one for one in mine if (c := one.claim.count) and (c.low, c.high) == found]
    first = min(exact or mine, key=lambda one: one.claim.id)
    return Stated(
        number, found.high, first.published, first.claim.id, voice, first.origin, first.claim.attribution is not None
    )
