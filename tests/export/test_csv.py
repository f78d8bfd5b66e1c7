"""CSV is exact, stable and read back by any reader; the spreadsheet form touches only what a sheet would run."""

import csv as stdlib_csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.factory.crisis import crisis
from quipu.export import csv
from quipu.export.derived import TABLES
from quipu.export.tables import CLAIMS, Column, Table

WRITERS = {
    "documents": csv.write_documents,
    "claims": csv.write_claims,
    "events": csv.write_events,
    "tallies": csv.write_tallies,
    "disputes": csv.write_disputes,
    "timeline": csv.write_timeline,
    "days": csv.write_days,
    "registers": csv.write_registers,
    "register_details": csv.write_register_details,
    "framing": csv.write_framing,
    "decisions": csv.write_decisions,
    "conflicts": csv.write_conflicts,
    "refusals": csv.write_refusals,
}


def rows_of(name: str, **options: bool) -> list[dict[str, str]]:
    """A table written and read back."""
    target = io.StringIO(newline="")
    written = WRITERS[name](crisis(), target, **options)
    rows = list(stdlib_csv.DictReader(io.StringIO(target.getvalue(), newline="")))
    assert len(rows) == written
    return rows


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_has_the_columns_of_the_table(table: Table) -> None:
    target = io.StringIO(newline="")
    WRITERS[table.name](crisis(), target)
    assert next(stdlib_csv.reader(io.StringIO(target.getvalue(), newline=""))) == [c.name for c in table.columns]
    assert len(rows_of(table.name)) or table.name in ("framing", "decisions", "conflicts")


SAFE = {
    "formula": ("=1+1", "'=1+1"),
    "at": ("@SUM(A1)", "'@SUM(A1)"),
    "tab": ("\t=1", "'\t=1"),
    "return": ("\r=1", "'\r=1"),
    "telephone": ("+223 70 00 00", "'+223 70 00 00"),
    "dash": ("- said so", "'- said so"),
    "negative": ("-5", "-5"),
    "negative decimal": ("-13.66", "-13.66"),
    "signed exponent": ("+1e-5", "+1e-5"),
    "percent": ("-3.5%", "-3.5%"),
    "plain": ("Two died", "Two died"),
    "inside": ("a=b", "a=b"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "safe"), SAFE.values(), ids=SAFE.keys())
def test_csv_safe_cell(text: str, safe: str) -> None:
    assert csv.safe_cell(text) == safe


def table_of(cells: list[str]) -> Table:
    """A table of one column over given cells."""
    return Table("one", "a cell", lambda _: iter(cells), (Column("cell", "text", "a cell", lambda cell: cell),))


@given(st.lists(st.text(min_size=1), max_size=8))
def test_csv_is_exact(cells: list[str]) -> None:
    target = io.StringIO(newline="")
    csv.write_table(table_of(cells), crisis(), target)
    assert target.getvalue().startswith("cell\r\n")
    read = [row[0] for row in stdlib_csv.reader(io.StringIO(target.getvalue(), newline=""))]
    assert read == ["cell", *cells]


@given(st.lists(st.text(min_size=1), max_size=8))
def test_csv_spreadsheet_safe_adds_one_mark_or_nothing(cells: list[str]) -> None:
    target = io.StringIO(newline="")
    csv.write_table(table_of(cells), crisis(), target, spreadsheet_safe=True)
    read = [row[0] for row in stdlib_csv.reader(io.StringIO(target.getvalue(), newline=""))][1:]
    assert [cell.removeprefix("'") if cell != old else cell for cell, old in zip(read, cells, strict=True)] == cells


def test_csv_numbers_stay_numbers_in_the_spreadsheet_form() -> None:
    row = next(row for row in rows_of("claims", spreadsheet_safe=True) if row["place"] == "Halden")
    assert row["lat"] == "-13.66"


def test_csv_claims_tell_words_count_and_permalink() -> None:
    row = next(row for row in rows_of("claims") if row["count_text"] == "no fewer than 17")
    assert row["words"] == "The national toll now stands at no fewer than 17 dead"
    assert (row["count_low"], row["count_high"], row["count_cumulative"]) == ("17", "", "true")
    assert row["permalink"] == f"documents/roundup-16-may.html#{row['id']}"


def test_csv_claim_offsets_cut_the_words_from_the_stored_text() -> None:
    for row in rows_of("claims"):
        text = crisis().text(row["document"])
        assert text[int(row["start"]) : int(row["end"])] == row["words"]


def test_csv_events_tell_the_range() -> None:
    row = next(row for row in rows_of("events") if row["killed_low"] == "1" and row["killed_high"] == "2")
    assert (row["sources"], row["sources_independent"], row["happened"]) == ("4", "3", "true")


def test_csv_tallies_tell_stated_figures_and_incident_sums() -> None:
    rows = [row for row in rows_of("tallies") if (row["what"], row["scope"]) == ("killed", "Corvane")]
    stated = [row for row in rows if row["series"] == "stated"]
    assert (stated[0]["as_of"], stated[0]["low"], stated[0]["high"]) == ("2031-05-09", "5", "")
    sums = [(row["as_of"], row["low"], row["high"]) for row in rows if row["series"] == "incidents"]
    assert sums == [("2031-05-06", "1", "2"), ("2031-05-15", "10", "12"), ("2031-05-24", "11", "13")]


def test_csv_refusals_name_no_folder_of_the_machine() -> None:
    told = "".join("".join(row.values()) for row in rows_of("refusals"))
    assert "scan.pdf is encrypted" in told
    assert "/home" not in told


def test_csv_columns_are_named_once() -> None:
    assert all(len({c.name for c in table.columns}) == len(table.columns) for table in TABLES)
    assert [column.name for column in CLAIMS.columns[-7:]] == [
        "permalink", "judged", "judged_by", "judged_reason", "read_as", "chain", "event_judged",
    ]  # fmt: skip
