"""The happenings of a window: each once, in neutral words, with every source's figure or with a report's sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from quipu.events.where import plain
from quipu.model import Claim, CountKind, Event, Modality, RoundupSentence, Span
from quipu.tallies.roundup_notes import MOST
from quipu.tallies.roundup_reports import Place
from quipu.tallies.roundup_telling import Telling
from quipu.tallies.words import salience

SECTIONS = ("incidents", "longer", "announced", "denied")
COUNTED = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
_LONG = timedelta(days=7)
# Sentences quoted of one kind of happening that is told of a longer time.
_QUOTED = 2


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its claims and how much it matters."""

    event: Event
    claims: tuple[Claim, ...]
    salience: float

    @property
    def section(self) -> str:
        """Where it is told."""
        event = self.event
        if event.happened:
            lasts = event.finish - event.begin if event.begin and event.finish else timedelta()
            return "longer" if lasts > _LONG else "incidents"
        return "denied" if {claim.modality for claim in self.claims} == {Modality.DENIED} else "announced"

    @property
    def lead(self) -> Claim:
        """The claim of the event's own kind that says most."""
        mine = [claim for claim in self.claims if claim.type is self.event.type] or list(self.claims)
        return max(
            mine, key=lambda c: (c.modality.happened, bool(c.count), bool(c.actor) + bool(c.target), len(c.span))
        )


def tell_happenings(happenings: Sequence[Happening], telling: Telling) -> Mapping[str, list[RoundupSentence]]:
    """Sentences by section, oldest first, of one day the most salient first."""
    ordered = sorted(happenings, key=lambda one: (one.event.begin, one.event.finish, -one.salience, one.event.id))
    groups = list(_grouped(ordered, telling))
    # Section by section, so that footnotes are numbered in the order in which they are read.
    return {section: [_tell(group, telling) for group in groups if group[0].section == section] for section in SECTIONS}


def _tell(group: Sequence[Happening], telling: Telling) -> RoundupSentence:
    counted = _counted(group[0], telling) if group[0].event.happened else None
    return counted or _quoted(group, telling)


def _grouped(happenings: Sequence[Happening], telling: Telling) -> Iterable[list[Happening]]:
    """Happenings to tell in one sentence: those without figures that one sentence tells of together, then those of one
    kind, time, place and report."""
    by_sentence: dict[object, list[Happening]] = {}
    for one in happenings:
        counts = one.event.happened and bool(_figures(one, telling))
        own = one.event.id if counts else telling.reports.sentence(one.lead)
        by_sentence.setdefault((*_time(one), own), []).append(one)
    by_kind: dict[object, list[Happening]] = {}
    for key, group in by_sentence.items():
        counts = group[0].event.happened and bool(_figures(group[0], telling))
        by_kind.setdefault(key if counts else _kind(group), []).extend(group)
    return by_kind.values()


def _kind(group: Sequence[Happening]) -> object:
    """What two groups have in common that can be told in one sentence."""
    kinds, towns = frozenset(one.event.type for one in group), frozenset(map(_town, group))
    return *_time(group[0]), kinds, towns, group[0].lead.document_id


def _time(one: Happening) -> tuple[object, ...]:
    return one.section, one.event.begin, one.event.finish


def _town(one: Happening) -> str:
    """Where it happened; nowhere for what concerns a whole country, and for what is told of a longer time."""
    place = one.event.place
    whole = one.section == "longer" or one.event.type in salience().public_office
    return "" if whole or place is None or place.admin1 is None else plain(place.text)


def _figures(one: Happening, telling: Telling) -> dict[CountKind, list[Claim]]:
    """The claims with a figure of their own of the dead, injured and arrested, in the order in which they were told."""
    found: dict[CountKind, list[Claim]] = {}
    for what, count in one.event.counts:
        if what in COUNTED and (count.low, count.high) != (None, None):
            mine = [c for c in one.claims if c.id in count.claims and c.count and c.count.what is what]
            numbered = [c for c in mine if c.count and (c.count.low, c.count.high) != (None, None)]
            if kept := _without_headlines(_whole(numbered)):
                found[what] = _as_told(kept, telling)
    return found


def _as_told(claims: Sequence[Claim], telling: Telling) -> list[Claim]:
    """Low figures first, for a toll rises; one figure's claims by the day of their reports, and by where they stand."""

    def place(claim: Claim) -> tuple[float, str, str, Span]:
        low = claim.count.low or claim.count.high if claim.count else None
        return low or 0.0, str(telling.reports.day(claim.document_id)), claim.document_id, claim.span

    return sorted(claims, key=place)


def _whole(claims: Sequence[Claim]) -> list[Claim]:
    """Those that count all of it: no group or addition, and not one person of several."""
    whole = [c for c in claims if c.count and not (c.count.relation in ("subset", "addition") or c.count.scope)]
    several = [c for c in whole if c.count and (c.count.low, c.count.high) != (1, 1)]
    return several or whole or list(claims)


def _without_headlines(claims: Sequence[Claim]) -> list[Claim]:
    """Those that name their source, where the same report gives the same figure with and without it."""
    said = {_figure_of(claim) for claim in claims if claim.attribution}
    return [claim for claim in claims if claim.attribution or _figure_of(claim) not in said]


def _figure_of(claim: Claim) -> tuple[object, ...]:
    return claim.document_id, claim.count and (claim.count.low, claim.count.high)


def _counted(one: Happening, telling: Telling) -> RoundupSentence | None:
    """The dead, injured and arrested; None where no figure is given."""
    figures, counts, words = _figures(one, telling), dict(one.event.counts), telling.words
    if not figures:
        return None
    parts: list[tuple[str, str]] = []
    used: list[Claim] = []
    for what, claims in figures.items():
        low, high = counts[what].low, counts[what].high
        number = words.people[what]
        figure = number.one if low == high == 1 else number.many.format(n=words.figure(low, high, ""))
        by_figure = _by_figure(_as_told(telling.notes.some(_one_a_figure(claims)), telling), telling)
        used += [claim for mine in by_figure.values() for claim in mine]
        if len(by_figure) > 1 and _differ(claims):
            given = [
                words.given.format(figure=figure, source=telling.speakers.listed(mine))
                for figure, mine in by_figure.items()
            ]
            parts.append((words.differing.format(figure=figure, figures=words.between_given.join(given)), ""))
        else:
            parts.append((figure, telling.speakers.listed([c for mine in by_figure.values() for c in mine])))
    said = words.between_given.join(_with_sources(parts, telling))
    text = words.counted.format(when=_when(one.event, telling), counts=said)
    return telling.notes.say(text, used)


def _with_sources(parts: Sequence[tuple[str, str]], telling: Telling) -> Iterator[str]:
    """Figures with whose word they are: said once for neighbours of one source."""
    for source, neighbours in groupby(parts, key=lambda part: part[1]):
        together = telling.words.listed(said for said, _ in neighbours)
        yield telling.words.according.format(figure=together, source=source) if source else together


def _by_figure(claims: Sequence[Claim], telling: Telling) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(telling.figure(claim), []).append(claim)
    return found


def _differ(claims: Sequence[Claim]) -> bool:
    """Whether no number satisfies all: "8" and "9" differ, "at least 20" and "23" do not."""
    lows = [claim.count.low for claim in claims if claim.count and claim.count.low is not None]
    highs = [claim.count.high for claim in claims if claim.count and claim.count.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _one_a_figure(claims: Sequence[Claim]) -> list[Claim]:
    """Each figure's first claim first, so that none goes without a footnote."""
    first = {(c.count.low, c.count.high): c for c in reversed(claims) if c.count}
    chosen = [claim for claim in claims if claim in first.values()]
    return [*chosen, *(claim for claim in claims if claim not in chosen)]


def _quoted(group: Sequence[Happening], telling: Telling) -> RoundupSentence:
    """The kinds of happening in neutral words, and a report's own sentence, or two."""
    words = telling.words
    leads: dict[Place, Claim] = {}
    for one in group:
        leads.setdefault(telling.reports.sentence(one.lead), one.lead)
    quoted = list(leads.values())[:_QUOTED]
    told = {claim.document_id for claim in leads.values()}
    others = [c for one in group for c in one.claims if c.type is one.event.type and c.document_id not in told]
    text = words.told.format(
        when=_when(group[0].event, telling),
        source=telling.speakers.teller(quoted[0]),
        what=words.listed(words.types[one.event.type] for one in group),
        words=words.listed(map(telling.quote, quoted)),
    )
    return telling.notes.say(text, telling.notes.some([*leads.values(), *others], MOST + len(leads)))


def _when(event: Event, telling: Telling) -> str:
    """The days and the place; a day that is only the report's own is called so."""
    assert event.begin is not None
    words = telling.words
    days = words.say_days(event.begin, event.finish)
    days = words.reported.format(day=days) if event.basis == "anchor" else days
    return ", ".join(filter(None, (days, telling.place(event.place, event.documents))))
