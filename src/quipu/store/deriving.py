"""The derived layer, replaced whole: what is written here follows from the claims and can be made again at any time.

Event codes and judgements are the exceptions: a code that was given once leads somewhere for ever, and a rule's
judgement that no longer holds is marked as withdrawn, not deleted.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from quipu.model import (
    Claim,
    Conflict,
    DayEntry,
    Dispute,
    Event,
    Judgement,
    RegisterEntry,
    Span,
    Standing,
    Tally,
    TimelineEntry,
)
from quipu.store.codec import to_json
from quipu.store.database import PAGE
from quipu.store.decisions import replace_judged
from quipu.store.filing import SketchRow
from quipu.store.linked import add_events, add_judgements, withdraw_unsaid
from quipu.store.linking import Linking
from quipu.store.schema import claims, sketches
from quipu.store.schema_derived import (
    DERIVED,
    conflicts,
    copied_passages,
    copies,
    days,
    derived,
    disputes,
    origins,
    registers,
    tallies,
    timeline,
)
from quipu.store.view import View

Item = TypeVar("Item")
Values = dict[str, Any]


def mark_stale(connection: Connection) -> None:
    """Says that the derived layer no longer follows from what stands in the record."""
    connection.execute(update(derived).values(state="stale"))


class Draft:
    """A derived layer in the making. `view` and `linking` read it, and the claims, inside the same transaction."""

    def __init__(self, connection: Connection, where: Path, at: str) -> None:
        self._connection = connection
        self._at = at
        self._counts: dict[str, int] = {}
        self.link = 0
        self.view = View(connection, str(where))
        self.linking = Linking(connection, str(where))

    def begin(self) -> None:
        """Empties the derived tables."""
        self.link = self._connection.execute(select(derived.c.link)).scalar_one() + 1
        for table in DERIVED:
            self._connection.execute(delete(table))

    def finish(self, made_by: str) -> dict[str, int]:
        """Withdraws rules' judgements that this linking did not give, marks the layer as fresh; gives its counts."""
        withdraw_unsaid(self._connection, self.link, self._at)
        state = {"state": "fresh", "link": self.link, "linked_at": self._at, "made_by": made_by, "counts": self._counts}
        self._connection.execute(update(derived).values(**state))
        return dict(self._counts)

    def replace_judged(self, rows: Iterable[tuple[int, str, Standing, int, Claim | None]]) -> set[tuple[int, str]]:
        """What decisions make of claims: (document number, claim id, standing, decision's number, as edited).

        Returns:
            (document number, claim id) of the claims whose edit came, went or changed: they are to be keyed anew.
        """
        values = (
            {"document": number, "claim": id, "standing": standing.value, "decision": by, "edited": edited}
            for number, id, standing, by, edited in rows
        )
        made = ({**row, "edited": None if row["edited"] is None else to_json(row["edited"])} for row in values)
        return replace_judged(self._connection, made)

    def add_conflicts(self, found: Iterable[Conflict]) -> None:
        """Decisions that do not fit what is read now."""
        self._list(conflicts, found, lambda conflict: {"decision": conflict.decision})

    def rekey(self, keys: Iterable[tuple[int, str, str, date | None]]) -> None:
        """Changes where claims are looked for: (document number, claim id, block, day)."""
        row = (claims.c.document == bindparam("_document")) & (claims.c.id == bindparam("_id"))
        values: Values = {name: bindparam(f"_{name}") for name in ("block", "day", "dayless")}
        change = update(claims).where(row).values(**values)
        for page in _pages(keys):
            named = [dict(zip(("_document", "_id", "_block", "_day"), one, strict=True)) for one in page]
            self._connection.execute(change, [one | {"_dayless": one["_day"] is None} for one in named])

    def replace_sketches(self, rows: Iterable[tuple[int, SketchRow]]) -> None:
        """Puts sketches of the present scheme in the place of older ones: (document number, sketch)."""
        change = update(sketches).where(sketches.c.document == bindparam("_document"))
        for page in _pages(rows):
            names = ("exact", "minhash", "scheme_version")
            values = [{"_document": n} | {name: getattr(mark, name) for name in names} for n, mark in page]
            self._connection.execute(change.values({name: bindparam(name) for name in names}), values)

    def add_copies(self, rows: Iterable[tuple[int, str]]) -> None:
        """(document number, id of the original of which it is a copy)."""
        self._add(copies, ({"document": number, "original": original} for number, original in rows))

    def add_copied_passages(self, rows: Iterable[tuple[int, Span, str]]) -> None:
        """(document number, span, id of the document that said it first)."""
        spans = ({"document": n, "start": s.start, "end": s.end, "original": original} for n, s, original in rows)
        self._add(copied_passages, spans, numbered=True)

    def add_origins(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """(document number, claim id, id of the document that is its source), where that is not the document itself."""
        self._add(origins, ({"document": n, "claim": claim, "origin": origin} for n, claim, origin in rows))

    def add_links(self, linked: Iterable[Event | Judgement]) -> None:
        """What `events.link_events` yields, as it comes."""
        number = 0
        for page in _pages(linked):
            add_judgements(self._connection, [one for one in page if isinstance(one, Judgement)], self.link, self._at)
            found = [one for one in page if isinstance(one, Event)]
            add_events(self._connection, found, first=number + 1)
            number += len(found)
        self._counts["events"] = number

    def add_tallies(self, found: Iterable[Tally]) -> None:
        """Tallies in their order."""
        # One at a time: a tally may hold a figure of every report.
        self._list(tallies, found, lambda tally: {"what": tally.what.value, "scope": tally.scope}, page=1)

    def add_disputes(self, found: Iterable[Dispute]) -> None:
        """Disputes in their order."""
        self._list(disputes, found, lambda dispute: {"kind": dispute.kind})

    def add_timeline(self, found: Iterable[TimelineEntry]) -> None:
        """Timeline entries, oldest first."""
        self._list(timeline, found, lambda entry: {"event": entry.event, "begin": entry.begin})

    def add_days(self, found: Iterable[DayEntry]) -> None:
        """Days with what is told of them, oldest first."""
        self._list(days, found, lambda entry: {"day": entry.day})

    def add_registers(self, found: Iterable[RegisterEntry]) -> None:
        """Register entries in their order."""
        self._list(registers, found, lambda entry: {"register": entry.register, "event": entry.event})

    def _list(
        self, table: Table, found: Iterable[Item], columns: Callable[[Item], Values], *, page: int = PAGE
    ) -> None:
        rows = (columns(one) | {"payload": to_json(one)} for one in found)
        self._add(table, rows, numbered=True, size=page)

    def _add(self, table: Table, rows: Iterable[Values], *, numbered: bool = False, size: int = PAGE) -> None:
        number = 0
        for page in _pages(rows, size):
            if numbered:
                page = [row | {"seq": seq} for seq, row in enumerate(page, start=number + 1)]
            self._connection.execute(insert(table), page)
            number += len(page)
        self._counts[table.name] = number


def _pages(items: Iterable[Item], size: int = PAGE) -> Iterator[list[Item]]:
    waiting = iter(items)
    while page := list(islice(waiting, size)):
        yield page
