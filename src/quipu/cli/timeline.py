"""`quipu timeline`: what happened, day by day."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, console, safe, table, write_rows
from quipu.cli.wording import say_days
from quipu.model import TimelineEntry


@click.command("timeline", short_help="What happened, day by day.")
@record_option
@format_option
@click.option("--top", "-n", type=click.IntRange(min=1), help="Only the N most salient entries.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only entries that reach into this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Only entries that begin on this day or earlier.")
def command(record: Path, format_: str | None, top: int | None, since: Any, until: Any) -> None:
    """One neutral line per event, oldest first, with the number of reports and the event's code (`quipu show CODE`)."""
    with open_view(record) as view:
        entries = list(view.timeline())
    if since is not None:
        entries = [e for e in entries if e.finish and e.finish >= since.date()]
    if until is not None:
        entries = [e for e in entries if e.begin and e.begin <= until.date()]
    entries = most_salient(entries, top)
    if chosen(format_) != "table":
        write_rows((_row(entry) for entry in entries), chosen(format_))
        return
    print_timeline(entries)


def most_salient(entries: Sequence[TimelineEntry], top: int | None) -> list[TimelineEntry]:
    """The `top` entries by salience, in the order of the timeline; all of them for None."""
    if top is None:
        return list(entries)
    kept = {entry.event for entry in sorted(entries, key=lambda e: (-e.salience, e.event))[:top]}
    return [entry for entry in entries if entry.event in kept]


def print_timeline(entries: Sequence[TimelineEntry]) -> None:
    """The entries as a table; a day is written once."""
    made, day = table("day", "what", "reports", "event", numbers=("reports",)), ""
    for entry in entries:
        said = say_days(entry.begin, entry.finish)
        made.add_row("" if said == day else said, safe(entry.heading), str(len(entry.documents)), entry.event)
        day = said
    console().print(made)


def _row(entry: TimelineEntry) -> dict[str, Any]:
    row = asdict(entry)
    return row | {"begin": _iso(entry.begin), "finish": _iso(entry.finish)}


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()
