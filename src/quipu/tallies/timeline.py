"""The timeline: one neutral heading per event, and how much the event matters within the record."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median
from textwrap import shorten

from quipu.events.where import plain, where_of
from quipu.model import Claim, CountKind, Event, EventType, Modality, TimelineEntry
from quipu.model.scales import LONG
from quipu.tallies.days import DayWeight
from quipu.tallies.weighing import CASUALTIES, TOGETHER, Novelties, Novelty, is_background, own_weight, squeezed
from quipu.tallies.words import figure, headings, place_name, salience

_LONGEST_DEMAND = 80
_LONGEST_NAME = 4
# Words in a name: "Pedro Castillo", "Prime Minister Betssy Chávez"; longer objects are clauses, not names.
_PARTICLE = 3
# Letters of "de", "del", "van" inside a name.


def read_timeline(
    told: Iterable[tuple[Event, Sequence[Claim]]],
    *,
    anchors: Mapping[str, date] | None = None,
    weights: Mapping[date, DayWeight] | None = None,
    language: str = "en",
) -> Iterator[TimelineEntry]:
    """One entry per event, in the order given; streams.

    An event's salience is what it is (type, sources, casualties) and how new that is in the crisis, times a power of
    how much is told of its day; the first two alone where no weights are given. Within a week or a day what counts is
    how new it is beside the days just before.

    Args:
        told: events with their claims, by day: the order makes what comes later less new.
        anchors: the day each document speaks on; what lies years before it or after it is background.
        weights: how much is told of each day (`weigh_days`).
        language: of the headings ("en", "es").
    """
    told_of = {day: weight.salience for day, weight in (weights or {}).items()}
    # What has no day, a long stretch or a day that no report names is held to be told of as much as most days are.
    middle = median(told_of.values()) if told_of else 1.0
    novelties, power = Novelties(), salience().told
    for event, claims in told:
        background = is_background(event, anchors or {})
        own = own_weight(event, is_background=background)
        new = Novelty(1.0, 1.0, 1.0) if background else novelties.read(event)
        day = max((told_of[day] for day in _days(event) if day in told_of), default=middle) ** power
        yield TimelineEntry(
            begin=event.begin,
            finish=event.finish,
            heading=heading(event, claims, language),
            event=event.id,
            salience=round(squeezed(own, new.crisis) * day, 4),
            claims=event.claims,
            documents=event.documents,
            salience_week=round(squeezed(own, new.week) * day, 4),
            salience_day=round(squeezed(own, new.day), 4),
            novelty=round(new.crisis, 4),
        )


def _days(event: Event) -> Iterator[date]:
    """Its days; none where it lasts so long that one day's news are not about it."""
    begin, finish = event.begin or event.finish, event.finish or event.begin
    if begin and finish and finish - begin <= LONG:
        yield from (begin + timedelta(days=after) for after in range((finish - begin).days + 1))


def heading(event: Event, claims: Sequence[Claim], language: str = "en") -> str:
    """What happened, where, in the record's own neutral words: "2 killed, 20+ injured · Andahuaylas, Apurímac"."""
    words = headings(language)
    counts = _counts(event, language)
    text = f"{counts}{_at(event)}" if counts else subject(event, event.type, claims, language=language)
    if event.type is EventType.VOTE and not counts:
        text = text.replace(words.types[EventType.VOTE], words.types[EventType.VOTE] + _votes(claims), 1)
    if event.happened or event.type is EventType.DEMAND:
        return text
    said = {claim.modality for claim in claims}
    if said & {Modality.PLANNED, Modality.DEMANDED}:
        return words.not_done.format(heading=text)
    return (words.denied if said == {Modality.DENIED} else words.hypothetical).format(heading=text)


def subject(event: Event, type: EventType, claims: Sequence[Claim], *, language: str = "en") -> str:
    """What kind of thing, the office-holder it concerns, where: "Resignation: Patricia Correa · Lima"."""
    words = headings(language)
    text = words.types[type]
    if type is EventType.OTHER:
        text = next((words.others[c.plover_event] for c in claims if c.plover_event in words.others), text)
    if type in TOGETHER:
        also = sorted({claim.type for claim in claims if claim.modality.happened} & TOGETHER - {type})
        text = ", ".join((text, *(words.types[other].lower() for other in also)))
    if type is EventType.DEMAND and (wanted := next((c.target.text for c in claims if c.target), "")):
        text = words.demand.format(words=shorten(wanted, _LONGEST_DEMAND, placeholder="…"))
    if type in salience().public_office and (name := _name(type, claims)):
        text = f"{text}: {name}"
    return f"{text}{_at(event)}"


def _counts(event: Event, language: str) -> str:
    """Casualties and arrests where there are any; nothing else is a happening by its number."""
    templates, counts = headings(language).counts, dict(event.counts)
    told = [(what, counts[what]) for what in CASUALTIES if what in counts]
    said = [
        templates[what].format(n=figure(count.low, count.high))
        for what, count in told
        if count.low is not None or count.high is not None
    ]
    return ", ".join(said)


def _name(type: EventType, claims: Sequence[Claim]) -> str | None:
    """The office-holder, where the words of most claims are a short capitalised name."""
    said: dict[str, int] = {}
    for claim in claims:
        party = claim.actor if claim.type.value == "resignation" and claim.actor else claim.target
        name = " ".join(party.text.split()) if party else ""
        if claim.type is type and _is_name(name):
            said[name] = said.get(name, 0) + 1
    return min(said, key=lambda name: (-said[name], -len(name), name), default=None)


def _is_name(words: str) -> bool:
    """Short, and capitalised throughout but for particles: "Cabinet members" and "This morning I" are none."""
    parts = words.split()
    if not 0 < len(parts) <= _LONGEST_NAME or not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return False
    return all(part[0].isupper() or len(part) <= _PARTICLE for part in parts)


def _at(event: Event) -> str:
    """The place as a heading ends with it; not a name that may be no place's."""
    place = event.place
    where = where_of(place)
    if place is None or where is None or not where.is_known:
        return ""
    name = place_name(place.text)
    if place.admin1 and plain(place.admin1) not in plain(name):
        return f" · {name}, {place.admin1}"
    return f" · {name}"


def _votes(claims: Sequence[Claim]) -> str:
    """For and against, as the first report that gives both has them: " 101–6"."""
    told: dict[str, list[float]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.document_id, claim.count.span if claim.count else claim.span)):
        count = claim.count
        if count and count.what is CountKind.VOTES and count.low is not None and claim.type is EventType.VOTE:
            numbers = told.setdefault(claim.document_id, [])
            numbers += [count.low] if count.low not in numbers else []
    both = next((numbers for _, numbers in sorted(told.items()) if len(numbers) > 1), None)
    return f" {both[0]:,.0f}–{both[1]:,.0f}" if both else ""
