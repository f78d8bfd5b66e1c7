"""Decisions as rows and back, and the claims that they hold for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from quipu.errors import NotFound
from quipu.model import Claim, Decision, Judged, Standing, hash_of
from quipu.store.codec import from_json, to_json
from quipu.store.database import compact_json
from quipu.store.numbers import next_number
from quipu.store.reading import claim_query
from quipu.store.rows import read_claim
from quipu.store.schema import claims, decisions
from quipu.store.schema_derived import judged

Values = dict[str, Any]


def decision_id(decision: Decision) -> str:
    """The id that a decision gets: a hash of all that was decided, by whom and when; not of its number here."""
    return "j-" + hash_of(compact_json(_payload(decision)))[:16]


def add_decisions(connection: Connection, given: Sequence[Decision]) -> list[Decision]:
    """Files decisions that the record does not have yet; gives them with their ids and numbers."""
    known = set(connection.execute(select(decisions.c.id)).scalars())
    added, number = [], next_number(connection, decisions)
    for decision in given:
        id = decision_id(decision)
        if id in known:
            continue
        known.add(id)
        added.append(replace(decision, id=id, number=number, withdrawn_at=None, withdrawn_by=None))
        row = {"seq": number, "id": id, "action": decision.action.value, "coder": decision.coder, "at": decision.at}
        connection.execute(insert(decisions).values(**row, payload=_payload(decision)))
        number += 1
    return added


def withdraw_decision(connection: Connection, number: int, at: str, by: str) -> Decision:
    """Marks a decision as withdrawn.

    Raises:
        NotFound: no decision of this number stands.
    """
    mine = decisions.c.seq == number
    row = connection.execute(select(decisions).where(mine)).first()
    if row is None or row.withdrawn_at is not None:
        said = "no such decision" if row is None else f"withdrawn already, by {row.withdrawn_by}"
        raise NotFound(said, where=f"decision {number}")
    connection.execute(update(decisions).where(mine).values(withdrawn_at=at, withdrawn_by=by))
    return read_decision(row)


def read_decision(row: Row[Any]) -> Decision:
    """The decision of a row."""
    own = {"id": row.id, "number": row.seq, "withdrawn_at": row.withdrawn_at, "withdrawn_by": row.withdrawn_by}
    return from_json(Decision, row.payload | {name: value for name, value in own.items() if value is not None})


def payload_hash(row: Row[Any]) -> str:
    """Hex SHA-256 of what a row says was decided; the audit log keeps it."""
    return hash_of(compact_json(row.payload))


def decision_hash(decision: Decision) -> str:
    """The same, of a decision that is being filed."""
    return hash_of(compact_json(_payload(decision)))


def decision_query(*, withdrawn: bool = False) -> Select[Any]:
    """Decisions as filed."""
    query = select(decisions).order_by(decisions.c.seq)
    return query if withdrawn else query.where(decisions.c.withdrawn_at.is_(None))


def judged_query() -> Select[Any]:
    """Claims that a decision holds for, with it, by document and offset."""
    named = (judged.c.decision, decisions.c.coder, decisions.c.at, decisions.c.payload)
    query = claim_query(*named).join(decisions, decisions.c.seq == judged.c.decision)
    return query.order_by(claims.c.document, claims.c.start, claims.c.end, claims.c.id)


def read_judged(row: Row[Any]) -> Judged:
    """A claim that a decision holds for, with both readings."""
    edited = None if row.edited is None else from_json(Claim, row.edited)
    reason = str(row.payload.get("reason", ""))
    return Judged(
        claim=row.id,
        document=row.home,
        standing=Standing(row.standing),
        decision=row.decision,
        coder=row.coder,
        at=row.at,
        reason=reason,
        read=read_claim(row, row.home),
        edited=edited,
    )


def replace_judged(connection: Connection, rows: Iterable[Values]) -> set[tuple[int, str]]:
    """Puts what decisions make of claims in the place of what they made before.

    Args:
        rows: document (its number), claim, standing, decision, and edited (a claim as JSON, or None).

    Returns:
        (document number, claim id) of the claims whose edit came, went or changed.
    """
    before = _edits(connection)
    connection.execute(delete(judged))
    if page := list(rows):
        connection.execute(insert(judged), page)
    after = _edits(connection)
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def _edits(connection: Connection) -> dict[tuple[int, str], Values]:
    query = select(judged.c.document, judged.c.claim, judged.c.edited).where(judged.c.edited.is_not(None))
    return {(row.document, row.claim): row.edited for row in connection.execute(query)}


def _payload(decision: Decision) -> Any:
    """What was decided: without id, number and withdrawal, which are columns."""
    return to_json(replace(decision, id="", number=0, withdrawn_at=None, withdrawn_by=None))
