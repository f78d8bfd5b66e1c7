"""`quipu events`: merged happenings."""

from pathlib import Path

import click

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, console, safe, table, write_rows
from quipu.cli.wording import say_counts, say_days, say_place
from quipu.model import Event, EventType


@click.command("events", short_help="Merged happenings.")
@record_option
@format_option
@click.option("--type", "-t", "type_", type=click.Choice([t.value for t in EventType]), help="Only this type.")
@click.option("--all", "all_", is_flag=True, help="In the table, also what was only planned, demanded or denied.")
def command(record: Path, format_: str | None, type_: str | None, all_: bool) -> None:
    """Every happening once, however many reports tell of it, with low–best–high figures and independent sources.

    The machine formats hold every event, one a line, with the ids of the claims behind each figure.
    """
    from quipu.export.interface import event_row

    with open_view(record) as view:
        events = view.events(type=type_)
        if chosen(format_) != "table":
            write_rows(map(event_row, events), chosen(format_))
            return
        made = table(
            "day", "event", "what", "where", "figures", "reports", "independent", numbers=("reports", "independent")
        )
        for event in events:
            if event.happened or all_:
                made.add_row(*map(safe, _cells(event)))
        console().print(made)


def _cells(event: Event) -> tuple[str, ...]:
    return (
        say_days(event.begin, event.finish),
        event.id,
        event.type.value.replace("_", " ") + ("" if event.happened else " (not said to have happened)"),
        say_place(event.place),
        say_counts(event),
        str(len(event.documents)),
        str(event.sources_independent),
    )
