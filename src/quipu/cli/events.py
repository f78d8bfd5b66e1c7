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

    The machine formats hold every event, one a line, with the ids of the claims behind each figure. Where coders have
    decided (`quipu judge`), `judged` says what: merged, split, or claims edited or accepted.
    """
    from quipu.export.decided import decided_events
    from quipu.export.interface import event_row

    with open_view(record) as view:
        events, decided = view.events(type=type_), decided_events(view)
        if chosen(format_) != "table":
            rows = ((event.id, event_row(event)) for event in events)
            # Without any decision, rows are as ever; with one, every row has the key, so that CSV has the column.
            told = (row | ({"judged": list(decided.get(code, ()))} if decided else {}) for code, row in rows)
            write_rows(told, chosen(format_))
            return
        names = ["day", "event", "what", "where", "figures", "reports", "independent", *(["judged"] if decided else [])]
        made = table(*names, numbers=("reports", "independent"))
        for event in events:
            if event.happened or all_:
                judged = (", ".join(decided.get(event.id, ())),) if decided else ()
                made.add_row(*map(safe, (*_cells(event), *judged)))
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
