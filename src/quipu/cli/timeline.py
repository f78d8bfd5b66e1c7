"""`quipu timeline`: what happened, day by day."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, safe, table, write_rows
from quipu.cli.wording import say_days
from quipu.model import DayEntry, RecordView, TimelineEntry


@click.command("timeline", short_help="What happened, day by day.")
@record_option
@format_option
@click.option("--top", "-n", type=click.IntRange(min=1), help="Only the N most salient entries, of each day or week.")
@click.option(
    "--scale",
    "-s",
    type=click.Choice(["day", "week", "crisis"]),
    help="What stands out of each day (3), of each week (5), of the whole crisis (25).",
)
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Only entries that reach into this day or later.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Only entries that begin on this day or earlier.")
@click.option("--days", is_flag=True, help="One entry a day, in the reports' words, with how much is told of it.")
def command(
    *, record: Path, format_: str | None, top: int | None, scale: str | None, since: Any, until: Any, days: bool
) -> None:
    """One neutral line per event, oldest first, with the number of reports and the event's code (`quipu show CODE`).

    With --scale: only what stands out. An event's salience (0 to 1) grows with its independent sources, its casualties,
    what it does to institutions, and how new it is: beside the day before, the seven days before, or the whole crisis.
    What has no day, or lasts longer than a week, is of no day and no week.

    With --days: how many reports are of each day and how many name it, and the sentences that say most about it. A day
    stands out by what is told of it, at the time and later; `--days --top 25` are the days that mattered.
    """
    with open_view(record) as view:
        if days:
            show_days(view, _within(view.days(), since, until), top, chosen(format_))
            return
        entries = list(view.timeline())
    if since is not None:
        entries = [e for e in entries if e.finish and e.finish >= since.date()]
    if until is not None:
        entries = [e for e in entries if e.begin and e.begin <= until.date()]
    entries = _chosen(entries, scale, top)
    if chosen(format_) != "table":
        write_rows((_row(entry) for entry in entries), chosen(format_))
        return
    print_timeline(entries, scale)


def _chosen(entries: list[TimelineEntry], scale: str | None, top: int | None) -> list[TimelineEntry]:
    from quipu.tallies import Scale, most_salient

    return entries if scale is None and top is None else most_salient(entries, Scale(scale or "crisis"), top)


def _within(days: Iterable[DayEntry], since: Any, until: Any) -> list[DayEntry]:
    first, last = since.date() if since else date.min, until.date() if until else date.max
    return [entry for entry in days if first <= entry.day <= last]


def show_days(view: RecordView, entries: Sequence[DayEntry], top: int | None, format_: str) -> None:
    """The days in order, or the `top` ones by salience, as a table or as rows; sentences in their reports' words."""
    kept = {entry.day for entry in sorted(entries, key=lambda e: (-e.salience, e.day))[:top]}
    shown = (entry for entry in entries if entry.day in kept)
    if format_ != "table":
        write_rows((_day_row(view, entry) for entry in shown), format_)
        return
    made = table("day", "reports", "named in", "in the words of a report", "document", numbers=("reports", "named in"))
    for entry in shown:
        quotes = [(clipped(q.span.of(view.text(q.document_id)), 160), safe(q.document_id)) for q in entry.sentences]
        for at, (words, document) in enumerate(quotes or [(Text(""), "")]):
            head = (entry.day.isoformat(), str(entry.reports), str(entry.told_in)) if at == 0 else ("", "", "")
            made.add_row(*head, words, document)
    console().print(made)


def _day_row(view: RecordView, entry: DayEntry) -> dict[str, Any]:
    sentences = [
        {
            "document": q.document_id,
            "start": q.span.start,
            "end": q.span.end,
            "words": q.span.of(view.text(q.document_id)),
        }
        for q in entry.sentences
    ]
    return asdict(entry) | {"day": entry.day.isoformat(), "sentences": sentences}


def print_timeline(entries: Sequence[TimelineEntry], scale: str | None = None) -> None:
    """The entries as a table with their salience at the scale; a day is written once, a week has a line before it."""
    from quipu.tallies import Scale, period, salience_at

    at, day = Scale(scale or "crisis"), ""
    read = salience_at(at)
    made = table("day", "what", "salience", "reports", "event", numbers=("salience", "reports"))
    for first, together in groupby(entries, key=lambda entry: period(entry, at)):
        if at is Scale.WEEK:
            made.add_row(f"[bold]week of {first}[/]" if first else "", "", "", "", "")
        for entry in together:
            said = say_days(entry.begin, entry.finish)
            reports = str(len(entry.documents))
            made.add_row("" if said == day else said, safe(entry.heading), f"{read(entry):.2f}", reports, entry.event)
            day = said
    console().print(made)


def _row(entry: TimelineEntry) -> dict[str, Any]:
    row = asdict(entry)
    return row | {"begin": _iso(entry.begin), "finish": _iso(entry.finish)}


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()
