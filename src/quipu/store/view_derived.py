"""The read side of what is derived: events and all that is made of them, as the last linking left them."""

from collections.abc import Iterator

from sqlalchemy import select

from quipu.errors import NotFound
from quipu.model import Conflict, DayEntry, Dispute, Event, RegisterEntry, Tally, TimelineEntry
from quipu.store.codec import from_json
from quipu.store.reading import Connected, stream
from quipu.store.schema_derived import (
    conflicts,
    days,
    derived,
    disputes,
    event_claims,
    event_codes,
    events,
    registers,
    tallies,
    timeline,
)


class DerivedView(Connected):
    """The part of `View` that reads derived tables."""

    def events(self, *, type: str | None = None) -> Iterator[Event]:
        """Merged happenings by day; those without a day come last."""
        query = select(events.c.payload).order_by(events.c.dayless, events.c.day, events.c.id)
        if type is not None:
            query = query.where(events.c.type == type)
        return (from_json(Event, row.payload) for row in self._stream(query))

    def event(self, code: str) -> Event:
        """One event; the code of an event that was merged away leads to the one it is part of now."""
        row = self._one(select(events.c.payload).where(events.c.id == self._current(code)))
        return from_json(Event, row.payload)

    def event_of(self, claim_id: str) -> str | None:
        """The code of the event that a claim belongs to."""
        row = self._first(select(event_claims.c.event).where(event_claims.c.claim == claim_id))
        return None if row is None else str(row.event)

    def tallies(self) -> Iterator[Tally]:
        """Running totals with their points, and incident sums beside them."""
        query = select(tallies.c.payload).order_by(tallies.c.seq)
        # One at a time: a tally may hold a figure of every report.
        return (from_json(Tally, row.payload) for row in stream(self._connection, query, self._where, page=1))

    def disputes(self) -> Iterator[Dispute]:
        """Disagreements, each with both claims."""
        return self._listed(disputes, Dispute)

    def timeline(self) -> Iterator[TimelineEntry]:
        """The timeline, oldest first; entries without a day come last."""
        return self._listed(timeline, TimelineEntry)

    def days(self) -> Iterator[DayEntry]:
        """The days that the record tells of, oldest first."""
        return self._listed(days, DayEntry)

    def registers(self, *, register: str | None = None) -> Iterator[RegisterEntry]:
        """Decrees, votes, demands, office changes, strikes and so on."""
        condition = () if register is None else (registers.c.register == register,)
        return self._listed(registers, RegisterEntry, *condition)

    def conflicts(self) -> Iterator[Conflict]:
        """Decisions that do not fit what is read now, and coders who differ."""
        return self._listed(conflicts, Conflict)

    def is_stale(self) -> bool:
        """Whether events and all that follows from them are older than the claims."""
        return bool(self._one(select(derived.c.state)).state != "fresh")

    def linked_by(self) -> str | None:
        """The version and words that the last linking used; None where there was none."""
        made_by = self._one(select(derived.c.made_by)).made_by
        return None if made_by is None else str(made_by)

    def derived_counts(self) -> dict[str, int]:
        """How much the last linking made: events, tallies, disputes, timeline, days, registers."""
        made: dict[str, int] = self._one(select(derived.c.counts)).counts
        return {name: made.get(name, 0) for name in ("events", "tallies", "disputes", "timeline", "days", "registers")}

    def _current(self, code: str) -> str:
        """The code under which an event stands now."""
        if self._first(select(events.c.id).where(events.c.id == code)) is not None:
            return code
        founded = select(event_claims.c.event).join(event_codes, event_codes.c.founder == event_claims.c.claim)
        row = self._first(founded.where(event_codes.c.code == code))
        if row is None:
            raise NotFound("no such event", where=code)
        return str(row.event)
