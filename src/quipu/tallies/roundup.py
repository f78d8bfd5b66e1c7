"""A roundup: a written digest of any window of days, each sentence built from claims and footnoted to their words.

The record speaks in neutral words of its own (`lexicon/<language>/roundup.yml`) and quotes everything else: a removal
from office is told as such, and that a source calls it a coup stands where it is said who does. Running totals stand
apart from happenings, and where sources disagree both are told.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from quipu.events.where import plain
from quipu.model import (
    Claim,
    CountKind,
    Event,
    EventType,
    Modality,
    RecordView,
    Roundup,
    RoundupSection,
    RoundupSentence,
)
from quipu.tallies.roundup_disputes import tell_disputes
from quipu.tallies.roundup_loaded import tell_loaded
from quipu.tallies.roundup_notes import Notes
from quipu.tallies.roundup_totals import tell_totals
from quipu.tallies.roundup_words import RoundupWords, roundup_words

_COUNTED = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
# What is said is in the reports; a digest tells what was done and demanded.
_UNTOLD = (EventType.STATEMENT, EventType.OTHER, EventType.DEMAND)
SECTIONS = ("tolls", "incidents", "announced", "denied", "demands", "disputes", "loaded")


def read_roundup(
    view: RecordView, first: date, last: date, *, language: str = "en", most: int | None = None
) -> Roundup:
    """What the record tells of the days from `first` to `last`, both included.

    Happenings are those that begin in the window, those whose day only the report gives too. At most `most` of them are
    told, the most salient; all where it is None.
    """
    words = roundup_words(language)
    notes = Notes(view, words)
    found = {entry.event: entry for entry in view.timeline() if entry.begin and first <= entry.begin <= last}
    events = [event for event in view.events() if event.id in found]
    happenings = [event for event in events if event.type not in _UNTOLD]
    kept = sorted(happenings, key=lambda event: (-found[event.id].salience, event.id))[:most]
    claims = {event.id: list(view.claims(ids=event.claims)) for event in events}
    told = [(event, claims[event.id]) for event in happenings if event in kept]
    made = {
        "tolls": list(tell_totals(view, (first, last), notes, words)),
        **{name: list(_tell(told, name, notes, words)) for name in ("incidents", "announced", "denied")},
        "demands": list(_tell_demands(claims.values(), notes, words)),
        "disputes": list(tell_disputes(view, (first, last), notes, words)),
        "loaded": list(tell_loaded([claim for mine in claims.values() for claim in mine], notes, words)),
    }
    left_out = words.left_out.format(shown=len(kept), all=len(happenings)) if len(kept) < len(happenings) else ""
    return Roundup(
        first,
        last,
        language,
        _title(first, last, words),
        _opening(len({note.document for note in notes.all}), words) + left_out,
        words.sources,
        tuple(RoundupSection(name, words.sections[name], tuple(made[name])) for name in SECTIONS if made[name]),
        notes.all,
    )


def _title(first: date, last: date, words: RoundupWords) -> str:
    if first == last:
        return words.title_one_day.format(first=words.say_day(first))
    return words.title.format(first=words.say_day(first), last=words.say_day(last))


def _opening(reports: int, words: RoundupWords) -> str:
    if reports == 0:
        return words.nothing
    return words.opening_one if reports == 1 else words.opening.format(reports=reports)


def _tell(
    told: Sequence[tuple[Event, list[Claim]]], section: str, notes: Notes, words: RoundupWords
) -> Iterator[RoundupSentence]:
    for event, claims in told:
        if _section(event, claims) == section:
            counted = _counted(event, claims, notes, words) if event.happened else None
            yield counted or _quoted(event, claims, notes, words)


def _section(event: Event, claims: Sequence[Claim]) -> str:
    if event.happened:
        return "incidents"
    return "denied" if {claim.modality for claim in claims} == {Modality.DENIED} else "announced"


def _counted(event: Event, claims: Sequence[Claim], notes: Notes, words: RoundupWords) -> RoundupSentence | None:
    """The dead, injured and arrested; None where no figure is given."""
    parts, used, differs = [], [], False
    for what, count in event.counts:
        mine = [claim for claim in claims if claim.id in count.claims and claim.count and claim.count.what is what]
        if what not in _COUNTED or not mine or (count.low is None and count.high is None):
            continue
        number = words.people[what]
        parts.append(
            number.one
            if count.low == count.high == 1
            else number.many.format(n=words.figure(count.low, count.high, ""))
        )
        whole = [claim for claim in mine if not (claim.count and (claim.count.relation or claim.count.scope))] or mine
        used += notes.some(_one_a_figure(whole))
        differs |= _differ(whole)
    if not parts:
        return None
    place = _place(event)
    form = words.counted if place else words.counted_nowhere
    source, counts = notes.sources(used), words.listed(parts)
    text = form.format(day=_day(event, words), place=place, counts=counts, source=source)
    return RoundupSentence(text + (words.differ if differs else ""), notes.refer(used))


def _differ(claims: Sequence[Claim]) -> bool:
    """Whether no number satisfies all: "8" and "9" differ, "at least 20" and "23" do not."""
    lows = [claim.count.low for claim in claims if claim.count and claim.count.low is not None]
    highs = [claim.count.high for claim in claims if claim.count and claim.count.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _one_a_figure(claims: Sequence[Claim]) -> list[Claim]:
    """Each figure's first claim first, so that none goes without a footnote."""
    first = {(c.count.low, c.count.high): c for c in reversed(claims) if c.count}
    return [*first.values(), *(claim for claim in claims if claim not in first.values())]


def _quoted(event: Event, claims: Sequence[Claim], notes: Notes, words: RoundupWords) -> RoundupSentence:
    """The kind of happening in neutral words, and a source's own; the claim of the event's kind that says most."""
    mine = [claim for claim in claims if claim.type is event.type] or list(claims)
    lead = max(mine, key=lambda c: (c.modality.happened, bool(c.count), bool(c.actor) + bool(c.target), len(c.span)))
    used = notes.some([lead, *(claim for claim in mine if claim.document_id != lead.document_id)])
    place = _place(event)
    form = words.told if place else words.told_nowhere
    text = form.format(
        day=_day(event, words),
        place=place,
        source=notes.sources([lead]),
        what=words.types[event.type],
        words=words.quote(notes.words_of(lead)),
    )
    return RoundupSentence(text, notes.refer(used))


def _day(event: Event, words: RoundupWords) -> str:
    return words.say_day(event.begin) if event.begin else ""


def _place(event: Event) -> str:
    place = event.place
    if place is None:
        return ""
    area = place.admin1 if place.admin1 and plain(place.admin1) not in plain(place.text) else ""
    return ", ".join(filter(None, (" ".join(place.text.split()), area)))


def _tell_demands(told: Iterable[list[Claim]], notes: Notes, words: RoundupWords) -> Iterator[RoundupSentence]:
    """What is demanded, by who demands it, each in the words of the reports."""
    by_who: dict[str, dict[str, Claim]] = {}
    for claim in (claim for mine in told for claim in mine if claim.type is EventType.DEMAND and claim.target):
        who = " ".join(claim.actor.text.split()) if claim.actor else ""
        wanted = " ".join(claim.target.text.split()) if claim.target else ""
        by_who.setdefault(who, {}).setdefault(wanted, claim)
    for who, demands in by_who.items():
        form = words.demand if who else words.demand_unsaid
        text = form.format(who=words.quote(who), words=words.listed(words.quote(one) for one in demands))
        yield RoundupSentence(text, notes.refer(demands.values()))
