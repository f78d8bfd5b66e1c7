"""`quipu roundup`: a written digest of a window of days, footnoted to words."""

import sys
from datetime import datetime
from pathlib import Path

import click

from quipu.cli.options import open_view, record_option
from quipu.errors import UsageError


@click.command("roundup", short_help="A written digest of a window of days, footnoted.")
@record_option
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The first day told.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The last day told.")
@click.option("--format", "-f", "format_", type=click.Choice(["md", "html", "text"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Of the digest.")
@click.option("--top", "-n", type=click.IntRange(min=1), help="Only the N most salient happenings.")
@click.option("--names", is_flag=True, help="Show victims' names (withheld by default).")
def command(
    *, record: Path, first: datetime, last: datetime, format_: str, lang: str, top: int | None, names: bool
) -> None:
    """Write what the record tells of these days: totals, happenings, announcements, demands, disputes.

    Each sentence is neutral in its own words, built from claims and footnoted to the words of the reports with their
    document and offsets (`quipu show CLAIM` has them in context). What a source calls things stands in quotation
    marks, as its own; words that take sides are listed with whoever uses them.
    """
    from quipu.export.public import public_view
    from quipu.export.roundup import render_roundup
    from quipu.tallies import read_roundup

    if first > last:
        raise UsageError("--from lies after --to", where=f"{first:%Y-%m-%d} {last:%Y-%m-%d}")
    with open_view(record) as view:
        seen = public_view(view, names=names)
        roundup = read_roundup(seen, first.date(), last.date(), language=lang, most=top)
    sys.stdout.write(render_roundup(roundup, format_))
