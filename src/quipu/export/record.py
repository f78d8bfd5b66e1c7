"""A whole record as a folder of files: one per noun, with the dictionary that explains them."""

from pathlib import Path

from quipu.errors import UsageError
from quipu.export import csv, jsonl
from quipu.export.derived import TABLES
from quipu.export.dictionary import write_dictionary_csv, write_dictionary_markdown
from quipu.export.public import public_view
from quipu.model import RecordView

FORMATS = ("csv", "jsonl")


def export_record(
    view: RecordView, folder: Path, format: str, *, spreadsheet_safe: bool = False, names: bool = False
) -> list[Path]:
    """Writes every noun of `view` into `folder` as `csv` or `jsonl`, and returns the files written.

    Victims' names are withheld in every field unless `names`. `spreadsheet_safe` (CSV only) puts `'` before text
    that a spreadsheet would run as a formula; without it the data are exact.

    Raises:
        UsageError: an unknown format, or `spreadsheet_safe` with another format than CSV.
    """
    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}; known: {', '.join(FORMATS)}")
    if spreadsheet_safe and format != "csv":
        raise UsageError("only CSV has a spreadsheet-safe form")
    folder.mkdir(parents=True, exist_ok=True)
    seen = public_view(view, names=names)
    if format == "csv":
        return [*_csv_files(seen, folder, spreadsheet_safe), *_dictionary(folder)]
    return _jsonl_files(seen, folder)


def _csv_files(view: RecordView, folder: Path, spreadsheet_safe: bool) -> list[Path]:
    """A character that UTF-8 cannot hold (a lone surrogate) becomes `?`."""
    written = []
    for table in TABLES:
        path = folder / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", errors="replace", newline="") as target:
            csv.write_table(table, view, target, spreadsheet_safe=spreadsheet_safe)
        written.append(path)
    return written


def _jsonl_files(view: RecordView, folder: Path) -> list[Path]:
    written = []
    for name, write in jsonl.WRITERS.items():
        path = folder / f"{name}.jsonl"
        with path.open("w", encoding="utf-8", newline="\n") as target:
            write(view, target)
        written.append(path)
    return written


def _dictionary(folder: Path) -> list[Path]:
    table, page = folder / "dictionary.csv", folder / "dictionary.md"
    with table.open("w", encoding="utf-8", newline="") as target:
        write_dictionary_csv(target)
    with page.open("w", encoding="utf-8", newline="\n") as target:
        write_dictionary_markdown(target)
    return [table, page]
