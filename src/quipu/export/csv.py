"""CSV: exact data, RFC 4180 (commas, CRLF, quotes doubled), UTF-8, one header line."""

import csv
import re
from collections.abc import Iterable
from typing import IO

from quipu.export import deciding, derived, tables
from quipu.export.tables import Cell, Table
from quipu.model import RecordView

# Spreadsheets run a cell that starts with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMERIC = re.compile(r"[+-]?(\d+([.,]\d+)*|[.,]\d+)([eE][+-]?\d+)?%?")


def write_table(table: Table, view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """Writes one table and returns its number of rows. `target` must not translate line ends (`newline=""`)."""
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    written = 0
    for line in table.lines(view):
        row = (_told(column.cell(line)) for column in table.columns)
        writer.writerow(_safe(row) if spreadsheet_safe else row)
        written += 1
    return written


def write_documents(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """The documents; returns their number. Columns: `tables.DOCUMENTS`."""
    return write_table(tables.DOCUMENTS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_claims(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """The claims with their words and permalinks; returns their number. Columns: `tables.CLAIMS`."""
    return write_table(tables.CLAIMS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_events(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """The events with low, best and high of every count; returns their number. Columns: `tables.EVENTS`."""
    return write_table(tables.EVENTS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_tallies(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """Every stated total and incident sum, one figure a row; returns their number. Columns: `derived.TALLIES`."""
    return write_table(derived.TALLIES, view, target, spreadsheet_safe=spreadsheet_safe)


def write_disputes(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """The disputes with permalinks to both sides; returns their number. Columns: `derived.DISPUTES`."""
    return write_table(derived.DISPUTES, view, target, spreadsheet_safe=spreadsheet_safe)


def write_timeline(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """The timeline; returns its number of lines. Columns: `derived.TIMELINE`."""
    return write_table(derived.TIMELINE, view, target, spreadsheet_safe=spreadsheet_safe)


def write_days(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """The days; returns their number. Columns: `derived.DAYS`."""
    return write_table(derived.DAYS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_registers(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """Every register's lines; returns their number. Columns: `derived.REGISTERS`."""
    return write_table(derived.REGISTERS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_register_details(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """Every statement of every detail of the registers; returns their number. Columns: `derived.REGISTER_DETAILS`."""
    return write_table(derived.REGISTER_DETAILS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_framing(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """Contested words where they stand; returns their number. Columns: `deciding.FRAMING`."""
    return write_table(deciding.FRAMING, view, target, spreadsheet_safe=spreadsheet_safe)


def write_decisions(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """What persons decided; returns the number of decisions. Columns: `deciding.DECISIONS`."""
    return write_table(deciding.DECISIONS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_conflicts(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """Decisions that do not fit what is read now; returns their number. Columns: `deciding.CONFLICTS`."""
    return write_table(deciding.CONFLICTS, view, target, spreadsheet_safe=spreadsheet_safe)


def write_refusals(view: RecordView, target: IO[str], *, spreadsheet_safe: bool = False) -> int:
    """Sources that could not become documents; returns their number. Columns: `derived.REFUSALS`."""
    return write_table(derived.REFUSALS, view, target, spreadsheet_safe=spreadsheet_safe)


def safe_cell(text: str) -> str:
    """`'` before a text that a spreadsheet would run as a formula; numbers such as -5 are left as they are."""
    return "'" + text if text.startswith(_FORMULA) and not _NUMERIC.fullmatch(text) else text


def _told(cell: Cell) -> Cell:
    """None is an empty cell; flags in lower case, as in JSON."""
    return str(cell).lower() if isinstance(cell, bool) else cell


def _safe(row: Iterable[Cell]) -> Iterable[Cell]:
    return (safe_cell(cell) if isinstance(cell, str) else cell for cell in row)
