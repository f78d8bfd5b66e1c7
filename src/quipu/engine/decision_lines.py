"""Decisions as JSON Lines, for another record of the same reports: to compare two coders, or to bring both together."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from quipu.engine.judge import check_name, check_reason
from quipu.errors import BadInput, UsageError
from quipu.events import read_change
from quipu.model import Action, Change, Decision
from quipu.store import stamp
from quipu.store.codec import from_json, to_json
from quipu.store.decisions import decision_id

Row = dict[str, object]

# A merge of two events with a thousand claims each takes about 2 MB.
_LONGEST = 20_000_000


def decision_row(decision: Decision) -> Row:
    """All of a decision, with its claims as they were read: what `read_decisions` takes in again. Its number is this
    record's own and stays here."""
    row: Row = to_json(replace(decision, number=0))
    return row


def read_decisions(lines: BinaryIO, where: str) -> Iterator[Decision]:
    """The decisions of a JSON Lines file; blank lines are passed over.

    Raises:
        BadInput: a line that is no decision (`bad_record`), with its number. Nothing is taken on trust: values are
            checked as those that a person types, and an `id` must be that of what the line says.
    """
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST:
            raise BadInput("a line of more than 20 MB is no decision", where=f"{where}:{number}", code="too_large")
        if line.strip():
            yield _read(line, f"{where}:{number}")


def _read(line: bytes, where: str) -> Decision:
    try:
        decision = from_json(Decision, json.loads(line))
        _check_types(decision)
        whole = replace(decision, changes=tuple(map(_checked, decision.changes)), number=0)
        whole = replace(whole, at=_moment(whole.at), withdrawn_at=whole.withdrawn_at and _moment(whole.withdrawn_at))
    except _WRONG as error:
        message = f"not a decision as `quipu judge export` writes it ({error})"
        raise BadInput(message, where=where, code="bad_record") from error
    _check_shape(whole, where)
    if decision.id and decision.id != decision_id(whole):
        raise BadInput("the line was changed after it was exported: its id is that of another decision", where=where,
                       code="bad_record")  # fmt: skip
    return replace(whole, id="")


# What json, the codec, the nouns and `read_change` raise over a line that is not as it should be.
_WRONG = (ValueError, TypeError, KeyError, AttributeError, IndexError, StopIteration, RecursionError, UsageError)


def _moment(told: str) -> str:
    """A time as the record writes it.

    Raises:
        ValueError: no time with a zone.
    """
    moment = datetime.fromisoformat(told)
    if moment.tzinfo is None:
        raise ValueError(f"a time without its zone: {told}")
    return stamp(moment)


def _check_types(decision: Decision) -> None:
    """Texts are texts, and a coder's name steers no terminal."""
    for name in (decision.coder, decision.withdrawn_by or "-"):
        check_name(name)
    check_reason(decision.reason)
    texts = [*decision.events, *(seen.words for seen in (*decision.claims, *decision.others))]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("a text that is none")


def _checked(change: Change) -> Change:
    again = read_change(f"{change.field}={'none' if change.value is None else change.value}")
    return Change(again.field, again.value, change.place if again.field == "place" else None)


def _check_shape(decision: Decision, where: str) -> None:
    on_events = decision.action in (Action.MERGE, Action.SPLIT)
    is_whole = bool(decision.claims) and bool(decision.others) == on_events and bool(decision.coder.strip())
    if not is_whole or (decision.action is Action.EDIT) > bool(decision.changes):
        raise BadInput(f"a decision to {decision.action} that lacks its claims, coder or changes", where=where,
                       code="bad_record")  # fmt: skip
