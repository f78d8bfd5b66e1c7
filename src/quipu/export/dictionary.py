"""The data dictionary: every column of every table, with its type and meaning, made from the tables themselves."""

import csv
from typing import IO

from quipu.export.derived import TABLES

TYPES = {
    "text": "text",
    "day": "YYYY-MM-DD",
    "number": "number; a point for decimals",
    "flag": "true or false",
    "id": "id of a row of this or another table",
    "link": "address; permalinks are relative to the report's folder",
    "json": "JSON",
    "time": "RFC 3339, UTC",
}


def write_dictionary_csv(target: IO[str]) -> int:
    """`table,column,type,meaning`, one column a row; returns their number."""
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(("table", "column", "type", "meaning"))
    rows = [(table.name, column.name, column.type, column.meaning) for table in TABLES for column in table.columns]
    writer.writerows(rows)
    return len(rows)


def write_dictionary_markdown(target: IO[str]) -> int:
    """The same as Markdown, one section a table; returns the number of columns told."""
    target.write("# Data dictionary\n\nAn empty cell means: not known, or not said.\n\n")
    target.writelines(f"* `{name}`: {told}\n" for name, told in TYPES.items())
    told = 0
    for table in TABLES:
        target.write(f"\n## {table.name}\n\n{table.row}.\n\n| column | type | meaning |\n|---|---|---|\n")
        target.writelines(f"| `{c.name}` | {c.type} | {_cell(c.meaning)} |\n" for c in table.columns)
        told += len(table.columns)
    return told


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
