"""Hashes over rows, for the audit log: what was read of a report, and what a linking made of it all."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import JSON, Connection, Float, Table, Text, cast, select

from quipu.model import sha256_hex
from quipu.store.database import PAGE
from quipu.store.schema import claims, documents
from quipu.store.schema_derived import DERIVED, judged

Values = Mapping[str, Any]

# Where to look for a claim, which a later version may reckon otherwise; and what belongs to the batch, not to the text.
_KEYS = frozenset({"document", "block", "day", "dayless"})
_BATCH = frozenset({"seq", "run", "added_at", "snapshot", "withdrawn_at", "withdrawn_by"})
_READ = [column for column in documents.c if column.name not in _BATCH]
_CLAIMED = [column for column in claims.c if column.name not in _KEYS]


def reading_digest(document: Values, found: Iterable[Values]) -> str:
    """Hex SHA-256 over a report's row and those of its claims: all that they say, offsets too."""
    rows = sorted(([_plain(column, one) for column in _CLAIMED] for one in found), key=_by_id)
    head = [_plain(column, document) for column in _READ]
    return sha256_hex(json.dumps([head, rows], separators=(",", ":"), sort_keys=True))


def derived_digests(connection: Connection) -> dict[str, str]:
    """By table of the derived layer, hex SHA-256 over its rows in the order of their keys."""
    return {table.name: _digest(connection, table) for table in (judged, *DERIVED)}


def _digest(connection: Connection, table: Table) -> str:
    # JSON as it lies there, for reading it only to write it again would take longer than all the rest.
    columns = [cast(one, Text) if isinstance(one.type, JSON) else one for one in table.c]
    sums = hashlib.sha256()
    query = select(*columns).order_by(*table.primary_key.columns)
    for row in connection.execute(query, execution_options={"yield_per": PAGE}):
        sums.update(json.dumps(list(row), separators=(",", ":"), default=str).encode())
    return sums.hexdigest()


def _plain(column: Any, row: Values) -> Any:
    """A value as it is the same before it is written and after: 2 and 2.0 are one."""
    value = row[column.name]
    if value is not None and isinstance(column.type, Float):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


_ID = [column.name for column in _CLAIMED].index("id")


def _by_id(row: list[Any]) -> str:
    return str(row[_ID])
