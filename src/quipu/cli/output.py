"""Rows to people and to programs: a table on a terminal, exact machine formats elsewhere."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from unicodedata import category

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

Row = Mapping[str, Any]
# Columns of ids.
IDS = ("claim", "event", "document")
# Control codes, and the format codes that turn the direction of writing or hide characters.
_STEERING = frozenset({"Cc", "Cf", "Cs"})


def console() -> Console:
    """The terminal as it is; colour only there, and never with NO_COLOR. Piped text is not cut at 80 columns."""
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False, soft_wrap=False)


def chosen(format_: str | None) -> str:
    """The format asked for; else a table for a person, JSON Lines for a program."""
    return format_ or ("table" if sys.stdout.isatty() else "jsonl")


def write_rows(rows: Iterable[Row], format_: str) -> None:
    """Rows as `jsonl`, `json` (one array) or `csv` (nested values as JSON) on standard output."""
    if format_ == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif format_ == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
    else:
        _write_csv(rows)


def table(*headings: str, title: str | None = None, numbers: Sequence[str] = ()) -> Table:
    """An unboxed table in the house style; `numbers` names the right-aligned columns."""
    made = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        # An id that is cut cannot be pasted into `quipu show`.
        made.add_column(
            heading,
            justify="right" if heading in numbers else "left",
            header_style="dim",
            no_wrap=heading in IDS,
        )
    return made


def harmless(words: str) -> str:
    """Words from a report, on one line and without control codes: a text must not steer the terminal it is read on."""
    return "".join(" " if c.isspace() else "\ufffd" if category(c) in _STEERING else c for c in words)


def safe(words: object) -> str:
    """The same for strings that rich reads: brackets stay brackets."""
    return escape(harmless(str(words)))


def clipped(words: str, width: int = 80) -> Text:
    """Words on one line, cut with an ellipsis."""
    line = harmless(" ".join(words.split()))
    return Text(line if len(line) <= width else line[: width - 1] + "…")


def _write_csv(rows: Iterable[Row]) -> None:
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, fieldnames=list(row), lineterminator="\r\n")
            writer.writeheader()
        writer.writerow({key: _cell(value) for key, value in row.items()})


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else value
