"""Events with their codes, and rules' judgements, as linking yields them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, insert, select, update

from quipu.model import Event, Judgement, event_code, hash_of
from quipu.store.codec import to_json
from quipu.store.numbers import next_number
from quipu.store.schema import claims, documents, judgements
from quipu.store.schema_derived import event_claims, event_codes, events

Values = dict[str, Any]

# Ids per IN list.
_PAGE = 500


def judgement_row(judgement: Judgement) -> Values:
    """The row of a judgement, but for its number; `pair` is equal for equal judgements."""
    names = ("left", "right", "verdict", "score", "reason", "by", "at", "withdrawn_at")
    row = {name: getattr(judgement, name) for name in names} | {"verdict": judgement.verdict.value}
    said = [row[name] for name in ("left", "right", "verdict", "score", "reason", "by")]
    return row | {"pair": hash_of(*said)[:32]}


def add_judgements(connection: Connection, page: Sequence[Judgement], link: int, at: str) -> None:
    """Adds what rules say now; a judgement that stands already is only marked as said again."""
    if not page:
        return
    rows = {row["pair"]: row for row in map(judgement_row, page)}
    standing = judgements.c.pair.in_(list(rows)) & judgements.c.withdrawn_at.is_(None)
    again = update(judgements).where(standing).values(link=link).returning(judgements.c.pair)
    said = set(connection.execute(again).scalars())
    new = [row for pair, row in rows.items() if pair not in said]
    first = next_number(connection, judgements)
    given = {"link": link, "at": at}
    if new:
        connection.execute(insert(judgements), [row | given | {"seq": n} for n, row in enumerate(new, start=first)])


def withdraw_unsaid(connection: Connection, link: int, at: str) -> None:
    """Marks rules' judgements that linking number `link` did not give as withdrawn."""
    gone = judgements.c.by.startswith("rule:") & (judgements.c.link < link) & judgements.c.withdrawn_at.is_(None)
    connection.execute(update(judgements).where(gone).values(withdrawn_at=at))


def add_events(connection: Connection, page: Sequence[Event], *, first: int) -> None:
    """Adds events under their codes, with the claims that make them."""
    if not page:
        return
    coded = _coded(connection, page)
    rows = [_event_row(event) | {"seq": number} for number, event in enumerate(coded, start=first)]
    connection.execute(insert(events), rows)
    homes = _homes(connection, [claim for event in coded for claim in event.claims])
    pairs = ((event.id, claim) for event in coded for claim in event.claims)
    connection.execute(
        insert(event_claims), [{"event": code, "claim": claim, "document": homes[claim]} for code, claim in pairs]
    )


def _event_row(event: Event) -> Values:
    day = event.begin or event.finish
    return {
        "id": event.id,
        "type": event.type.value,
        "begin": event.begin,
        "finish": event.finish,
        "day": day,
        "dayless": day is None,
        "payload": to_json(event),
    }


def _coded(connection: Connection, page: Iterable[Event]) -> list[Event]:
    """The events under the codes of their founding claims; a code in use for another claim is lengthened."""
    founded = {min(event.claims): event for event in page}
    codes = _codes_of(connection, list(founded))
    fresh = []
    for founder, event in founded.items():
        if founder not in codes:
            codes[founder] = _free_code(connection, event.id, founder, taken=set(codes.values()))
            fresh.append({"code": codes[founder], "founder": founder})
    if fresh:
        connection.execute(insert(event_codes), fresh)
    return [replace(event, id=codes[founder]) for founder, event in founded.items()]


def _codes_of(connection: Connection, founders: Sequence[str]) -> dict[str, str]:
    query = select(event_codes.c.founder, event_codes.c.code).where(event_codes.c.founder.in_(founders))
    return {row.founder: row.code for row in connection.execute(query)}


def _free_code(connection: Connection, wanted: str, founder: str, *, taken: set[str]) -> str:
    code, length = wanted, len(wanted) - len("EV-")
    while code in taken or connection.execute(select(event_codes.c.code).where(event_codes.c.code == code)).first():
        length += 1
        code = event_code(founder, length)
    return code


def _homes(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The number of the document that each claim stands in."""
    homes = {}
    for start in range(0, len(ids), _PAGE):
        here = claims.c.id.in_(ids[start : start + _PAGE]) & documents.c.withdrawn_at.is_(None)
        query = select(claims.c.id, claims.c.document).join(documents, documents.c.seq == claims.c.document).where(here)
        homes.update({row.id: row.document for row in connection.execute(query)})
    return homes
