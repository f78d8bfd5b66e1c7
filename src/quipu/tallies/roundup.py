"""A roundup: a written digest of any window of days, each sentence built from claims and footnoted to their words.

The record speaks in neutral words of its own (`lexicon/<language>/roundup.yml`) and quotes everything else: a removal
from office is told as such, and that a source calls it a coup stands where it is said who does. Running totals stand
apart from happenings, and where sources disagree both are told. A section a file: `roundup_*.py`.
"""

from collections.abc import Set
from datetime import date

from quipu.model import EventType, RecordView, Roundup, RoundupSection
from quipu.tallies.roundup_demands import tell_demands
from quipu.tallies.roundup_disputes import tell_disputes
from quipu.tallies.roundup_happenings import SECTIONS as HAPPENINGS
from quipu.tallies.roundup_happenings import Happening, tell_happenings
from quipu.tallies.roundup_in_force import find_holding, tell_in_force
from quipu.tallies.roundup_loaded import tell_loaded
from quipu.tallies.roundup_telling import Telling, open_telling
from quipu.tallies.roundup_totals import tell_totals
from quipu.tallies.roundup_words import RoundupWords

# What is said is in the reports; a digest tells what was done and demanded.
_UNTOLD = (EventType.STATEMENT, EventType.OTHER, EventType.DEMAND)
SECTIONS = ("tolls", "in_force", *HAPPENINGS, "demands", "disputes", "loaded")


def whole_span(view: RecordView) -> tuple[date, date] | None:
    """From the first day of any event or running total to the last; None where no day is known."""
    events = [day for entry in view.timeline() for day in (entry.begin, entry.finish) if day]
    days = [*events, *(point.as_of for tally in view.tallies() for point in tally.points if point.as_of)]
    return (min(days), max(days)) if days else None


def read_roundup(
    view: RecordView, first: date, last: date, *, language: str = "en", most: int | None = None
) -> Roundup:
    """What the record tells of the days from `first` to `last`, both included.

    Happenings are those that begin or end in the window, those whose day only the report gives too. At most `most` of
    them are told, the most salient; all where it is None.
    """
    telling = open_telling(view, first, last, language)
    found = _find(telling)
    held = find_holding(telling)
    told_of = {event for one in held for event in one.events}
    happenings = [one for one in found if one.event.type not in _UNTOLD and not _is_before(one, telling, told_of)]
    kept = sorted(happenings, key=lambda one: (-one.salience, one.event.id))[:most]
    claims = [claim for one in found for claim in one.claims]
    made = {
        "tolls": list(tell_totals(telling)),
        "in_force": list(tell_in_force(held, telling)),
        **tell_happenings(kept, telling),
        "demands": list(tell_demands([claim for claim in claims if claim.type is EventType.DEMAND], telling)),
        "disputes": list(tell_disputes(telling)),
        "loaded": list(tell_loaded(claims, telling)),
    }
    words, notes = telling.words, telling.notes.all
    is_marked = any(sentence.loaded for told in made.values() for sentence in told)
    left_out = words.left_out.format(shown=len(kept), all=len(happenings)) if len(kept) < len(happenings) else ""
    return Roundup(
        first,
        last,
        language,
        _title(first, last, words),
        _opening(len({note.document for note in notes}), words) + (words.marked if is_marked else "") + left_out,
        words.sources,
        tuple(RoundupSection(name, words.sections[name], tuple(made[name])) for name in SECTIONS if made.get(name)),
        notes,
    )


def _find(telling: Telling) -> list[Happening]:
    """The events that begin or end in the window."""
    salience = {
        entry.event: entry.salience
        for entry in telling.view.timeline()
        if entry.begin and (telling.within(entry.begin) or telling.within(entry.finish))
    }
    events = [event for event in telling.view.events() if event.id in salience]
    return [Happening(event, tuple(telling.view.claims(ids=event.claims)), salience[event.id]) for event in events]


def _is_before(one: Happening, telling: Telling, told_of: Set[str]) -> bool:
    """Whether it began before the window and is told of as going on."""
    return one.event.id in told_of and one.event.begin is not None and one.event.begin < telling.first


def _title(first: date, last: date, words: RoundupWords) -> str:
    if first == last:
        return words.title_one_day.format(first=words.say_day(first))
    return words.title.format(days=words.say_days(first, last))


def _opening(reports: int, words: RoundupWords) -> str:
    if reports == 0:
        return words.nothing
    return words.opening_one if reports == 1 else words.opening.format(reports=reports)
