"""Rows sorted on disk: a dump of any size is put in order in a bounded memory."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from types import TracebackType
from typing import Self

from quipu.sentences.gazetteer_file import Row
from quipu.sentences.gazetteer_write import name_refs

_BATCH = 1000
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16000;
CREATE TABLE place (population INTEGER, id INTEGER, country TEXT, label TEXT, kind TEXT, code TEXT, row TEXT);
CREATE UNIQUE INDEX place_id ON place (id) WHERE id != 0;
CREATE TABLE name (first INTEGER, second INTEGER, ref INTEGER, PRIMARY KEY (first, second, ref)) WITHOUT ROWID;
"""


class Spill:
    """A passing SQLite file of rows and their names; memory holds its cache of 16 MB."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def add(self, row: Row) -> bool:
        """Takes a row; False where its GeoNames id is there already."""
        values = (row.population, row.geonameid, row.country, row.label, row.kind, row.code, json.dumps(astuple(row)))
        done = self._connection.execute("INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        return done.rowcount == 1

    def rows(self) -> Iterator[Row]:
        """The rows in the order of `by_size`; files their names on the way."""
        ordered = self._connection.execute(
            "SELECT row FROM place ORDER BY population DESC, id, country, label, kind, code, rowid"
        )
        waiting: list[tuple[int, int, int]] = []
        for index, (told,) in enumerate(ordered):
            row = _row(told)
            waiting += name_refs(index, row)
            if len(waiting) >= _BATCH:
                self._file(waiting)
            yield row
        self._file(waiting)

    def names(self) -> Iterator[tuple[int, int, int]]:
        """The sorted names of all rows, once `rows` has been read to its end."""
        yield from self._connection.execute("SELECT first, second, ref FROM name ORDER BY first, second, ref")

    def _file(self, waiting: list[tuple[int, int, int]]) -> None:
        self._connection.executemany("INSERT INTO name VALUES (?, ?, ?)", waiting)
        waiting.clear()


def _row(told: str) -> Row:
    label, names, *rest = json.loads(told)
    return Row(label, tuple(names), *rest)
