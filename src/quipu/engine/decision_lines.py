"""Decisions as JSON Lines, for another record of the same reports: to compare two coders, or to bring both together."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from quipu.errors import BadInput, UsageError
from quipu.events import read_change
from quipu.model import Action, Change, Decision
from quipu.store.codec import from_json, to_json

Row = dict[str, object]

# A merge of two events with a thousand claims each takes about 2 MB.
_LONGEST = 20_000_000


def decision_row(decision: Decision) -> Row:
    """All of a decision, with its claims as they were read: what `read_decisions` takes in again."""
    row: Row = to_json(decision)
    return row


def read_decisions(lines: BinaryIO, where: str) -> Iterator[Decision]:
    """The decisions of a JSON Lines file; blank lines are passed over.

    Raises:
        BadInput: a line that is no decision (`bad_record`), with its number. Nothing is taken on trust: values are
            checked as those that a person types.
    """
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST:
            raise BadInput("a line of more than 20 MB is no decision", where=f"{where}:{number}", code="too_large")
        if line.strip():
            yield _read(line, f"{where}:{number}")


def _read(line: bytes, where: str) -> Decision:
    try:
        decision = from_json(Decision, json.loads(line))
        datetime.fromisoformat(decision.at)
        changes = tuple(map(_checked, decision.changes))
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, StopIteration, UsageError) as error:
        message = f"not a decision as `quipu judge export` writes it ({error})"
        raise BadInput(message, where=where, code="bad_record") from error
    _check_shape(decision, where)
    return Decision(
        "", decision.action, decision.coder, decision.at, decision.reason, decision.claims, decision.others, changes,
        decision.events, 0, decision.withdrawn_at, decision.withdrawn_by,
    )  # fmt: skip


def _checked(change: Change) -> Change:
    again = read_change(f"{change.field}={'none' if change.value is None else change.value}")
    return Change(again.field, again.value, change.place if again.field == "place" else None)


def _check_shape(decision: Decision, where: str) -> None:
    on_events = decision.action in (Action.MERGE, Action.SPLIT)
    is_whole = bool(decision.claims) and bool(decision.others) == on_events and bool(decision.coder.strip())
    if not is_whole or (decision.action is Action.EDIT) > bool(decision.changes):
        raise BadInput(f"a decision to {decision.action} that lacks its claims, coder or changes", where=where,
                       code="bad_record")  # fmt: skip
