"""The happenings of a window: each once, in neutral words, with every source's figure or with a report's sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from quipu.events.where import plain
from quipu.model import Claim, Event, EventType, Modality, RoundupSentence
from quipu.tallies.roundup_figures import counts_people, tell_figures
from quipu.tallies.roundup_notes import MOST
from quipu.tallies.roundup_reports import Place
from quipu.tallies.roundup_telling import Telling
from quipu.tallies.weighing import TOGETHER
from quipu.tallies.words import salience

SECTIONS = ("incidents", "longer", "announced", "denied")
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

    def leads(self, telling: Telling) -> list[Claim]:
        """Of the event's own kind and every other that it holds, the claim that says most; a title says least."""
        own = self.event.type
        done = {claim.type for claim in self.claims if claim.modality.happened} & TOGETHER - {own}
        kinds = [own, *(sorted(done) if own in TOGETHER else ())]
        mine = ([claim for claim in self.claims if claim.type is kind] or list(self.claims) for kind in kinds)
        return [max(claims, key=lambda claim: _says(claim, telling)) for claims in mine]


def _says(claim: Claim, telling: Telling) -> tuple[bool, bool, bool, int, int]:
    """How much a claim says."""
    parties = bool(claim.actor) + bool(claim.target)
    return (
        claim.modality.happened,
        not telling.reports.is_headline(claim),
        bool(claim.count),
        parties,
        len(claim.span),
    )


def tell_happenings(happenings: Sequence[Happening], telling: Telling) -> Mapping[str, list[RoundupSentence]]:
    """Sentences by section, oldest first, of one day the most salient first."""
    ordered = sorted(happenings, key=lambda one: (one.event.begin, one.event.finish, -one.salience, one.event.id))
    groups = list(_grouped(ordered, telling))
    # Section by section, so that footnotes are numbered in the order in which they are read.
    return {section: [_tell(group, telling) for group in groups if group[0].section == section] for section in SECTIONS}


def _tell(group: Sequence[Happening], telling: Telling) -> RoundupSentence:
    counted = tell_figures(group[0].event, group[0].claims, telling) if group[0].event.happened else None
    return counted or _quoted(group, telling)


def _grouped(happenings: Sequence[Happening], telling: Telling) -> Iterable[list[Happening]]:
    """Happenings to tell in one sentence: those without figures that one sentence tells of together, then those of one
    kind, time, place and report."""
    by_sentence: dict[object, list[Happening]] = {}
    for one in happenings:
        counts = one.event.happened and counts_people(one.event, one.claims)
        own = one.event.id if counts else telling.reports.sentence(one.leads(telling)[0])
        by_sentence.setdefault((*_time(one), own), []).append(one)
    by_kind: dict[object, list[Happening]] = {}
    for key, group in by_sentence.items():
        counts = group[0].event.happened and counts_people(group[0].event, group[0].claims)
        by_kind.setdefault(key if counts else _kind(group, telling), []).extend(group)
    return by_kind.values()


def _kind(group: Sequence[Happening], telling: Telling) -> object:
    """What two groups have in common that can be told in one sentence."""
    kinds, towns = frozenset(one.event.type for one in group), frozenset(map(_town, group))
    return *_time(group[0]), kinds, towns, group[0].leads(telling)[0].document_id


def _time(one: Happening) -> tuple[object, ...]:
    return one.section, one.event.begin, one.event.finish


def _town(one: Happening) -> str:
    """Where it happened; nowhere for what concerns a whole country, and for what is told of a longer time."""
    place = one.event.place
    whole = one.section == "longer" or one.event.type in salience().public_office
    return "" if whole or place is None or place.admin1 is None else plain(place.text)


def _quoted(group: Sequence[Happening], telling: Telling) -> RoundupSentence:
    """The kinds of happening in neutral words, and a report's own sentence, or two."""
    words = telling.words
    leads: dict[Place, Claim] = {}
    kinds: list[EventType] = []
    for lead in (lead for one in group for lead in one.leads(telling)):
        leads.setdefault(telling.reports.sentence(lead), lead)
        kinds.append(lead.type)
    quoted = list(leads.values())[:_QUOTED]
    told = {claim.document_id for claim in leads.values()}
    others = [c for one in group for c in one.claims if c.type is one.event.type and c.document_id not in told]
    text = words.told.format(
        when=telling.when(group[0].event),
        source=telling.speakers.teller(quoted[0]),
        what=words.listed(words.types[kind] for kind in kinds if kind in words.types),
        words=words.listed(map(telling.quote, quoted)),
    )
    return telling.notes.say(text, telling.notes.some([*leads.values(), *others], MOST + len(leads)))
