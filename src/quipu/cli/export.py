"""`quipu export`: the record as files for other programs."""

from pathlib import Path

import click

from quipu.cli.options import open_view, record_option


@click.command("export", short_help="Write the record as CSV or JSON Lines.")
@record_option
@click.option("--format", "-f", "format_", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
@click.option("--out", "-o", type=click.Path(path_type=Path, file_okay=False), help="Default: RECORD/export.")
@click.option(
    "--spreadsheet-safe", is_flag=True, help="CSV: disarm text cells that a spreadsheet would run as formulas."
)
@click.option("--names", is_flag=True, help="Keep victims' names (withheld by default).")
def command(record: Path, format_: str, out: Path | None, spreadsheet_safe: bool, names: bool) -> None:
    """Write one file per noun (documents, claims, events, tallies, …); CSV comes with a data dictionary.

    Every row has a permalink: the report's page and the place on it (`quipu report`).
    """
    from quipu.export import export_record

    with open_view(record) as view:
        written = export_record(view, out or record / "export", format_, spreadsheet_safe=spreadsheet_safe, names=names)
    for path in written:
        click.echo(path)
