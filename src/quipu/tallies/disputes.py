"""Disagreements as rows, each with the claims of both sides. A copy is no disagreement, nor is a rise over time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise

from quipu.events.counting import count_event
from quipu.events.voices import Voice, same_voice
from quipu.model import CountKind, Dispute, Event, IncidentSum, SourcedClaim, Tally, TallyPoint
from quipu.tallies.cause_disputes import causes_differ
from quipu.tallies.incident_disputes import counts_differ, denied
from quipu.tallies.roundup_words import begin_sentence, within_a_sentence
from quipu.tallies.voices import voice_of_point
from quipu.tallies.words import figure, headings

_NEAR = timedelta(days=1)
# Two speakers' totals of neighbouring days are held against each other where the later is the lower.


def find_disputes(
    tallies: Iterable[Tally],
    events: Iterable[Event],
    claims: Iterable[SourcedClaim],
    *,
    within_events: bool = True,
    language: str = "en",
) -> Iterator[Dispute]:
    """Totals that fall, sources that differ for one day and scope, totals below their incidents, events whose sources
    differ or deny.

    Args:
        tallies: what `count_tallies` gave.
        events: events with counts of killed, injured or arrested, or with a denied claim.
        claims: the counted and the denied claims of those events; all are held in memory.
        within_events: also those within single events; without, only those of totals.
        language: of the reasons.
    """
    known = {one.claim.id: one for one in claims}
    happened = {event.id: event for event in events}
    tallies = list(tallies)
    for tally in tallies:
        points = [point for point in tally.points if _is_whole(point) and _stated(point)]
        voices = _by_voice(points, language)
        yield from _falls(tally, points, voices, language)
        yield from _differ(tally, voices, language)
        for spoken in voices:
            yield from islice(_below(tally, spoken, Known(happened, known), language), 1)
    yield from causes_differ(tallies, language)
    told_events = happened.values() if within_events else ()
    for event in sorted(told_events, key=lambda event: (event.begin or date.max, event.id)):
        told = [known[id] for id in event.claims if id in known]
        yield from counts_differ(event, told, language)
        yield from denied(event, told, language)


def claims_of_low_totals(tallies: Iterable[Tally], events: Iterable[Event]) -> frozenset[str]:
    """The claims that `find_disputes` asks for where a total lies below its incidents: those that count in them."""
    low: set[tuple[CountKind, str]] = set()
    for tally in tallies:
        least = min((point.high for point in tally.points if point.high is not None), default=None)
        if least is not None and tally.incidents and least < tally.incidents[-1].low:
            low |= {(tally.what, event) for one in tally.incidents for event in one.events}
    counts = ((what, event.id, count) for event in events for what, count in event.counts)
    return frozenset(claim for what, event, count in counts if (what, event) in low for claim in count.claims)


@dataclass(frozen=True, slots=True)
class Known:
    """Events and their claims, by id."""

    events: Mapping[str, Event]
    claims: Mapping[str, SourcedClaim]

    def untold(self, event: str, what: CountKind, day: date) -> float:
        """How much of an event's least figure no report had told by a day: who died of wounds a week later."""
        count = dict(self.events[event].counts).get(what) if event in self.events else None
        told = [one for id in count.claims if (one := self.claims.get(id))] if count else []
        then = [one for one in told if one.published is None or one.published <= day]
        if count is None or not then or len(then) == len(told):
            return 0.0
        known = dict(count_event(then)).get(what)
        return max(0.0, (count.low or 0.0) - (known.low or 0.0)) if known else 0.0


def _is_whole(point: TallyPoint) -> bool:
    """Whether a figure is all of its scope: the seven of indirect causes among 49 are all of those."""
    return point.scope is not None or point.relation not in ("subset", "addition")


def _stated(point: TallyPoint) -> bool:
    return point.low is not None or point.high is not None


def _by_voice(points: Sequence[TallyPoint], language: str) -> list[list[TallyPoint]]:
    """Each speaker's figure for each day: the highest, since lower ones are parts of it or came before; or a revision.

    A figure that says of itself that it replaces another counts whatever else the speaker said that day.
    """
    voices: list[tuple[Voice, dict[date, TallyPoint]]] = []
    for point in sorted(points, key=lambda point: (point.as_of or date.max, point.claim)):
        if point.as_of is None:
            continue
        voice = voice_of_point(point, language)
        days = next((days for known, days in voices if same_voice(known, voice)), None)
        if days is None:
            voices.append((voice, days := {}))
        known = days.get(point.as_of)
        if known is None or _weight(point) > _weight(known):
            days[point.as_of] = point
    return [list(days.values()) for _, days in voices]


def _weight(point: TallyPoint) -> tuple[bool, float]:
    return point.relation == "revision", (point.high if point.low is None else point.low) or 0.0


def _falls(
    tally: Tally, points: Sequence[TallyPoint], voices: Sequence[Sequence[TallyPoint]], language: str
) -> Iterator[Dispute]:
    """A speaker's total is below the same speaker's total before it, in another report or replaced in the same one."""
    for told in voices:
        for earlier, later in pairwise(told):
            if _is_below(later, earlier) and (later.document != earlier.document or later.relation == "revision"):
                yield _between("total_falls", tally, (earlier, later), language)
        for later in told:
            before = [p for p in points if p.document == later.document and p.as_of == later.as_of]
            same = [p for p in before if p.speaker == later.speaker and _is_below(later, p)]
            if same and later.relation == "revision":
                yield _between("total_falls", tally, (same[0], later), language)


def _is_below(point: TallyPoint, other: TallyPoint) -> bool:
    """Whether the two ranges cannot both hold and `point` is the lower."""
    return point.high is not None and other.low is not None and point.high < other.low


def _differ(tally: Tally, voices: Sequence[Sequence[TallyPoint]], language: str) -> Iterator[Dispute]:
    """One row for two figures of two speakers that cannot both hold: of one day, or the later a day on and lower."""
    pairs = [
        (low, high)
        for n, mine in enumerate(voices)
        for theirs in voices[n + 1 :]
        for a in mine
        for b in theirs
        for low, high in ((a, b), (b, a))
        if _is_below(low, high)
    ]
    seen: set[tuple[object, ...]] = set()
    for low, high in sorted(pairs, key=_when):
        assert low.as_of is not None
        assert high.as_of is not None
        figures = (low.low, low.high, high.low, high.high)
        gap = low.as_of - high.as_of
        is_new = (*figures, low.as_of) not in seen if not gap else figures not in seen
        if timedelta() <= gap <= _NEAR and is_new:
            seen |= {figures, (*figures, low.as_of)}
            yield _between("sources_differ", tally, (low, high), language)


def _when(pair: tuple[TallyPoint, TallyPoint]) -> tuple[bool, date, str, str]:
    """Pairs of one day first."""
    low, high = pair
    return low.as_of != high.as_of, low.as_of or date.max, low.claim, high.claim


def _below(tally: Tally, points: Sequence[TallyPoint], known: Known, language: str) -> Iterator[Dispute]:
    """Totals of one speaker that are below what single incidents before their day, as told by then, add up to."""
    for point in points:
        if point.as_of is None or point.high is None:
            continue
        sums = [one for one in tally.incidents if one.as_of < point.as_of]
        if not sums or point.high >= sums[-1].low:
            continue
        low = sums[-1].low - sum(known.untold(id, tally.what, point.as_of) for one in sums for id in one.events)
        incident = _incident_claim(sums, known.events, tally.what)
        if incident and point.high < low:
            words = _words(language, "total_below_incidents", (point, point), right=f"{low:,.0f}")
            yield Dispute("total_below_incidents", tally.what, tally.scope, point.as_of, point.claim, incident, words)


def _incident_claim(sums: Sequence[IncidentSum], events: Mapping[str, Event], what: CountKind) -> str | None:
    """A claim of the gravest of the incidents."""
    told = [dict(event.counts)[what] for one in sums for id in one.events if (event := events.get(id))]
    gravest = max(told, key=lambda count: (count.low or 0, count.claims), default=None)
    return gravest.claims[0] if gravest else None


def _between(kind: str, tally: Tally, points: tuple[TallyPoint, TallyPoint], language: str) -> Dispute:
    left, right = points
    return Dispute(kind, tally.what, tally.scope, right.as_of, left.claim, right.claim, _words(language, kind, points))


def _words(language: str, kind: str, points: tuple[TallyPoint, TallyPoint], *, right: str | None = None) -> str:
    a, b = points
    said = (
        headings(language)
        .disputes[kind]
        .format(
            left=figure(a.low, a.high),
            left_speaker=within_a_sentence(a.speaker, language),
            left_day=a.as_of,
            right=right or figure(b.low, b.high),
            right_speaker=within_a_sentence(b.speaker, language),
            right_day=b.as_of,
        )
    )
    return begin_sentence(said)
