"""Connections: SQLite's settings and explicit transactions.

Python's sqlite3 would begin transactions by itself, deferred; a deferred transaction that reads and then writes fails
at once when another has written (SQLITE_BUSY_SNAPSHOT), whatever the busy timeout. So its own handling is off and
BEGIN is ours: IMMEDIATE to write, deferred to read one consistent state.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from quipu.errors import RecordError

# Milliseconds that a command waits for another that is writing; one batch of documents takes far less.
BUSY_TIMEOUT = 5000
# Rows fetched at a time wherever a listing is streamed.
PAGE = 500

_NOT_WRITABLE = (
    "its folder or database cannot be written to, which SQLite needs even to read; "
    "copy the record to a place of your own, or ask for the right to write there"
)
_WRITES = "quipu_writes"


def connect(path: Path) -> Engine:
    """The engine of the SQLite file at `path`, which must exist."""
    engine = create_engine(
        f"sqlite:///{path}", poolclass=NullPool, json_serializer=compact_json, connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def compact_json(value: Any) -> str:
    """JSON for a column: ASCII, so that lone surrogates and NUL stay as they are."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


@contextmanager
def writing(connection: Connection) -> Iterator[Connection]:
    """One immediate transaction; commits at the end, rolls back on an exception."""
    connection.execution_options(**{_WRITES: True})
    with connection.begin():
        yield connection


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns what a database says about a locked or damaged file into a `RecordError` at `where`."""
    try:
        yield
    except OperationalError as error:
        if "locked" in str(error.orig) or "busy" in str(error.orig):
            raise RecordError("another process is writing to this record; try again", where=where) from error
        if "unable to open" in str(error.orig) or "readonly" in str(error.orig):
            raise RecordError(_NOT_WRITABLE, where=where, code="record_read_only") from error
        raise RecordError(_damaged(error), where=where) from error
    except DatabaseError as error:
        raise RecordError(_damaged(error), where=where) from error


def _damaged(error: DBAPIError) -> str:
    return f"the record cannot be read ({error.orig}); `quipu verify` says more, a backup may be needed"


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for setting in (
        f"busy_timeout={BUSY_TIMEOUT}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "temp_store=FILE",
    ):
        connection.execute(f"PRAGMA {setting}").close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
