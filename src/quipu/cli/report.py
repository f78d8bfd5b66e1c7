"""`quipu report`: the record as pages."""

from pathlib import Path

import click

from quipu.cli.options import open_view, record_option


@click.command("report", short_help="Write the record as a folder of pages.")
@record_option
@click.option("--out", "-o", type=click.Path(path_type=Path, file_okay=False), help="Default: RECORD/report.")
@click.option("--title", help="Default: as last time, else the record's name.")
@click.option("--names", is_flag=True, help="Show victims' names (withheld by default).")
def command(record: Path, out: Path | None, title: str | None, names: bool) -> None:
    """Write timeline, tolls, disputes, registers and every document with its claims highlighted.

    The folder opens in any browser straight from disk, without a network. Each number leads to its words.
    """
    from quipu.export.report import made_with, write_report

    folder = out or record / "report"
    made = made_with(folder)
    title = title or (made.title if made else "") or record.resolve().name
    with open_view(record) as view:
        index = write_report(view, folder, title=title, names=names)
    click.echo(index)
