"""`quipu roundup`: a written digest of a window of days, footnoted to words."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from quipu.cli.options import open_view, record_option
from quipu.errors import UsageError
from quipu.model import RecordView


@click.command("roundup", short_help="A written digest of a window of days, footnoted.")
@record_option
@click.option(
    "--from",
    "first",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The first day told; that of the record's first event where left out.",
)
@click.option(
    "--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="The last day told; that of its last event or total."
)
@click.option("--format", "-f", "format_", type=click.Choice(["md", "html", "text"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Of the digest.")
@click.option("--top", "-n", type=click.IntRange(min=1), help="Only the N most salient happenings.")
@click.option("--names", is_flag=True, help="Show victims' names (withheld by default).")
def command(
    *,
    record: Path,
    first: datetime | None,
    last: datetime | None,
    format_: str,
    lang: str,
    top: int | None,
    names: bool,
) -> None:
    """Write what the record tells of these days: totals, happenings, announcements, demands, disputes; without
    --from and --to, of all days from the record's first event to its last.

    Each sentence is neutral in its own words, built from claims and footnoted to the words of the reports with their
    document and offsets (`quipu show CLAIM` has them in context). What a source calls things stands in quotation
    marks, as its own; words that take sides are listed with whoever uses them.
    """
    from quipu.export.public import public_view
    from quipu.export.roundup import render_roundup
    from quipu.tallies import read_roundup

    if first and last and first > last:
        raise UsageError("--from lies after --to", where=f"{first:%Y-%m-%d} {last:%Y-%m-%d}")
    with open_view(record) as view:
        seen = public_view(view, names=names)
        begin, finish = window(seen, first.date() if first else None, last.date() if last else None)
        roundup = read_roundup(seen, begin, finish, language=lang, most=top)
    sys.stdout.write(render_roundup(roundup, format_))


def window(view: RecordView, first: date | None, last: date | None) -> tuple[date, date]:
    """The days to tell; one that is not said is that of the record's first or last event.

    Raises:
        UsageError: a day is not said and the record has none.
    """
    from quipu.tallies import whole_span

    if first and last:
        return first, last
    known = whole_span(view)
    if known is None:
        raise UsageError("the record tells of no day: say --from and --to")
    first, last = first or min(known[0], last or known[0]), last or max(known[1], first or known[1])
    return first, last
