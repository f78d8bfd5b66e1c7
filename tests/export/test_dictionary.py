"""Every column is explained, in both forms."""

import csv
import io

from quipu.export.derived import TABLES
from quipu.export.dictionary import TYPES, write_dictionary_csv, write_dictionary_markdown


def test_dictionary_tells_every_column() -> None:
    target = io.StringIO(newline="")
    write_dictionary_csv(target)
    rows = list(csv.DictReader(io.StringIO(target.getvalue(), newline="")))
    assert [(row["table"], row["column"]) for row in rows] == [(t.name, c.name) for t in TABLES for c in t.columns]
    assert all(row["meaning"] and row["type"] in TYPES for row in rows)


def test_dictionary_markdown_tells_the_same() -> None:
    target = io.StringIO()
    assert write_dictionary_markdown(target) == sum(len(table.columns) for table in TABLES)
    assert all(f"| `{column.name}` |" in target.getvalue() for table in TABLES for column in table.columns)
