"""What a decision has made of its claims and events, told after it was filed or taken back."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from quipu.cli.options import open_view
from quipu.cli.output import harmless
from quipu.cli.wording import say_counts, say_days, say_place
from quipu.model import Action, Decision, Event, RecordView, SeenClaim, Standing
from quipu.model.saying import differing, say_fields

# Days between two merged happenings from which it is said how far apart they lie.
_FAR = 7
_EVENTS_TOLD = 4
_NO_EVENT = "none (a running total, rejected, or not in the record)"


def tell_outcome(record: Path, decision: Decision, *, withdrawn: bool = False) -> None:
    """What claims read as now, what is worth a second look, and the events that they are part of."""
    with open_view(record) as view:
        notes = () if withdrawn else _notes(decision)
        for name, words in (*_claims(view, decision), *notes, *_events(view, decision)):
            click.echo(harmless(f"{name:<7} {words}"))


def _claims(view: RecordView, decision: Decision) -> Iterator[tuple[str, str]]:
    """Field by field, what an edited claim says now, and what was read."""
    if decision.action is not Action.EDIT:
        return
    ids = {seen.claim.id for seen in decision.claims}
    standing = {one.claim: one for one in view.judged() if one.claim in ids}
    for seen in decision.claims:
        one = standing.get(seen.claim.id)
        if one is None or one.standing is Standing.REJECTED:
            continue
        now = one.edited or one.read
        read, told = say_fields(one.read), say_fields(now)
        for field in differing(one.read, now):
            yield "now", f"{field} {told.get(field, 'none')} (read as {read.get(field, 'none')})"
        if one.edited is None:
            yield "now", "as read: the values are those that were read"


def _notes(decision: Decision) -> Iterator[tuple[str, str]]:
    for change in decision.changes:
        if change.field == "place" and change.value is not None and change.place is None:
            yield "note", _unplaced(change.value, decision.claims)
    if decision.action is Action.MERGE:
        mine, theirs = _types(decision.claims), _types(decision.others)
        if mine.isdisjoint(theirs):
            yield "note", f"they are told as different things: {', '.join(sorted(mine))}; {', '.join(sorted(theirs))}"
        if (apart := _days_apart(_days(decision.claims), _days(decision.others))) > _FAR:
            yield "note", f"they are told {apart} days apart"


def _unplaced(name: str, side: Sequence[SeenClaim]) -> str:
    from quipu.engine.placing import say_candidates

    country = next((seen.claim.place.country for seen in side if seen.claim.place), None)
    if told := say_candidates(name, country):
        return f"{name} is kept by its name alone, for several may be meant; give place=geonames:ID: {told}"
    return f"{name} is kept by its name alone: no such place is known"


def _types(side: Sequence[SeenClaim]) -> set[str]:
    return {seen.claim.type.value.replace("_", " ") for seen in side}


def _days(side: Sequence[SeenClaim]) -> list[date]:
    dates = (seen.claim.date for seen in side)
    return [day for when in dates if when for day in (when.begin, when.finish) if day]


def _days_apart(left: Sequence[date], right: Sequence[date]) -> int:
    """Between two stretches; 0 where they meet, or where one has no day."""
    if not left or not right:
        return 0
    return max(0, (min(right) - max(left)).days, (min(left) - max(right)).days)


def _events(view: RecordView, decision: Decision) -> Iterator[tuple[str, str]]:
    """The events that the decision's claims are part of now."""
    seen = decision.claims if decision.action in _ON_CLAIMS else (*decision.claims, *decision.others)
    codes = dict.fromkeys(view.event_of(one.claim.id) for one in seen)
    for code in list(codes)[:_EVENTS_TOLD]:
        yield "event", _NO_EVENT if code is None else _say_event(view.event(code))


_ON_CLAIMS = (Action.ACCEPT, Action.REJECT, Action.EDIT)


def _say_event(event: Event) -> str:
    what = event.type.value.replace("_", " ")
    parts = (f"{event.id}  {what}", say_days(event.begin, event.finish), say_place(event.place), say_counts(event))
    return ", ".join(part for part in parts if part)
