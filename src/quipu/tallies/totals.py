"""Running totals by as-of day, with their speakers, and the sum of single incidents beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from quipu.events.families import rank_of
from quipu.model import Claim, CountKind, Event, SourcedClaim, Tally, TallyPoint
from quipu.tallies.incidents import add_up, incidents_of, without_totals
from quipu.tallies.scopes import Area, Areas
from quipu.tallies.voices import voice_of_point
from quipu.tallies.words import headings

KINDS = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks and when: names of documents' own voices, days that documents speak on, names of countries."""

    anchors: Mapping[str, date] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"

    def speaker(self, claim: Claim) -> str:
        """Whose word a claim is: the attributed source, else the report's publisher, else the report itself."""
        if claim.attribution and claim.attribution.text.strip():
            return claim.attribution.text.strip()
        return self.speakers.get(claim.document_id) or headings(self.language).scopes["own_voice"]


def count_tallies(
    claims: Iterable[SourcedClaim],
    events: Iterable[Event],
    anchors: Mapping[str, date],
    *,
    speakers: Mapping[str, str] | None = None,
    countries: Mapping[str, str] | None = None,
    language: str = "en",
) -> Iterator[Tally]:
    """The series of running totals for each kind and scope, and incident sums beside those without cause or group.

    Args:
        claims: claims that count killed, injured or arrested; all are held in memory.
        events: events with such counts.
        anchors: the day each document speaks on.
        speakers: the name of each document's own voice, such as its publisher.
        countries: names by ISO 3166-1 alpha-2 code, for labels; else the words of the claims serve.
        language: of the labels.
    """
    voices = Voices(anchors, speakers or {}, countries or {}, language)
    told = [one for one in claims if one.claim.count and one.claim.count.what in KINDS]
    areas = Areas((one.claim for one in told), voices.countries)
    placed = [(event, areas.area(event.place)) for event in sorted(events, key=lambda e: (rank_of(e.type), e.id))]
    for what in KINDS:
        yield from _tallies(what, _series(told, what, areas), placed, areas=areas, voices=voices)


Scope = tuple[Area, str]
Series = dict[Scope, list[SourcedClaim]]


def _series(told: list[SourcedClaim], what: CountKind, areas: Areas) -> Series:
    """Totals of one kind by area and cause or group."""
    placed: list[tuple[Scope, SourcedClaim]] = []
    for one in told:
        count = one.claim.count
        if count and count.what is what and count.cumulative and one.claim.modality.happened:
            part = count.scope or ("part" if count.relation == "subset" else "")
            placed.append(((areas.area(one.claim.place), part), one))
    alike: dict[tuple[object, ...], list[tuple[Area, SourcedClaim]]] = {}
    for (area, part), one in placed:
        alike.setdefault((one.claim.document_id, part, *_said(one.claim)), []).append((area, one))
    series: Series = {}
    for (area, part), one in placed:
        if not _says_again(area, one, alike[one.claim.document_id, part, *_said(one.claim)]):
            series.setdefault((area, part), []).append(one)
    return series


def _says_again(area: Area, one: SourcedClaim, alike: list[tuple[Area, SourcedClaim]]) -> bool:
    """Whether a report gives the figure also with its speaker, or for a wider area: a headline, a sentence after."""
    return any(
        (other.claim.attribution and not one.claim.attribution) or (wider != area and wider.holds(area))
        for wider, other in alike
        if other is not one and wider.holds(area)
    )


def _tallies(
    what: CountKind, series: Series, placed: list[tuple[Event, Area]], *, areas: Areas, voices: Voices
) -> Iterator[Tally]:
    incidents = incidents_of(placed, what)
    countries = {Area(country=one.area.country) for one in incidents if one.area.country}
    scopes = series.keys() | {(area, "") for area in countries}
    labelled = {(_label(area, part, areas, voices), area, part) for area, part in scopes}
    for label, area, part in sorted(labelled, key=lambda entry: (entry[0], entry[2], repr(entry[1]))):
        points = tuple(_points(series.get((area, part), ()), voices))
        mine = [] if part else [one for one in incidents if area.holds(one.area)]
        yield Tally(what, label, points, tuple(add_up(without_totals(mine, points))))


def _label(area: Area, part: str, areas: Areas, voices: Voices) -> str:
    name = areas.label(area, voices.language)
    return f"{name} · {headings(voices.language).scopes.get(part, part)}" if part else name


def _points(told: Iterable[SourcedClaim], voices: Voices) -> list[TallyPoint]:
    """Points by as-of day. A copied figure speaks once, as its original and on the original's day."""
    claims = sorted(told, key=lambda one: (one.claim.document_id != one.origin, one.claim.id))
    own = {(one.origin, _said(one.claim)) for one in claims if one.claim.document_id == one.origin}
    points: dict[tuple[object, ...], TallyPoint] = {}
    for one in claims:
        copied = one.claim.document_id != one.origin
        if copied and (one.origin, _said(one.claim)) in own:
            continue
        point = _point(one, voices)
        voice = voice_of_point(point, voices.language)
        points.setdefault((one.origin, point.as_of, point.low, point.high, point.relation, voice), point)
    return sorted(points.values(), key=lambda point: (point.as_of or date.max, point.low or 0, point.claim))


def _said(claim: Claim) -> tuple[object, ...]:
    return (claim.count.low, claim.count.high, claim.count.relation) if claim.count else ()


def _point(one: SourcedClaim, voices: Voices) -> TallyPoint:
    claim = one.claim
    assert claim.count is not None
    return TallyPoint(
        as_of=as_of(one, voices.anchors),
        low=claim.count.low,
        high=claim.count.high,
        words=claim.count.text,
        speaker=voices.speaker(claim),
        claim=claim.id,
        document=claim.document_id,
        scope=claim.count.scope,
        relation=claim.count.relation,
    )


def as_of(one: SourcedClaim, anchors: Mapping[str, date]) -> date | None:
    """The day for which a total is said: the last day of its own stretch, else the day its original report speaks on.

    "Since 7 December" (a beginning without an end) is said for the report's day.
    """
    when = one.claim.date
    if when is not None and when.finish is not None and when.basis != "anchor":
        return when.finish
    known = anchors.get(one.origin) or one.published or anchors.get(one.claim.document_id)
    return known or (when.finish if when else None)
