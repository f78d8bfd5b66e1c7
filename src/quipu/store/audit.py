"""The audit log: who did what when, each row hashed together with the one before it.

Rows are only added; triggers in the database forbid the rest. A row that was changed behind them no longer has its
hash, and one that was taken out leaves a successor that points at nothing.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from quipu.model import sha256_hex
from quipu.store.schema import audit

GENESIS = "0" * 64


def append(connection: Connection, at: str, action: str, payload: dict[str, Any]) -> None:
    """Adds a row to the chain, inside the caller's transaction."""
    last = connection.execute(select(audit.c.seq, audit.c.hash).order_by(audit.c.seq.desc()).limit(1)).first()
    row = {
        "seq": last.seq + 1 if last else 1,
        "at": at,
        "action": action,
        "payload": payload,
        "prev_hash": last.hash if last else GENESIS,
    }
    connection.execute(insert(audit).values(**row, hash=row_hash(row)))


def row_hash(row: dict[str, Any]) -> str:
    """Hex SHA-256 over the canonical JSON (keys sorted, ASCII, no spaces) of a row without its hash."""
    return sha256_hex(json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=True))


def breaks(connection: Connection) -> Iterator[tuple[int, str]]:
    """The rows at which the chain does not hold, each with what is wrong."""
    expected, before = 1, GENESIS
    for row in connection.execute(select(audit).order_by(audit.c.seq), execution_options={"yield_per": 500}):
        content = {name: value for name, value in row._mapping.items() if name != "hash"}
        if row.seq != expected:
            yield row.seq, f"row {expected} is missing"
        elif row.prev_hash != before:
            yield row.seq, "does not follow from the row before it"
        elif row_hash(content) != row.hash:
            yield row.seq, "was changed after it was written"
        expected, before = row.seq + 1, row.hash
