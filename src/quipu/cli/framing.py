"""`quipu framing`: by which words each source calls the same thing."""

from itertools import groupby
from pathlib import Path

import click
from rich.padding import Padding

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, safe, table, write_rows


@click.command("framing", short_help="By which words each source calls the same thing.")
@record_option
@format_option
@click.option("--concept", "-c", help="Only this one, such as removal_of_a_president.")
@click.option("--source", "-s", help="Only this publication's reports.")
@click.option(
    "--quotes", "-n", type=click.IntRange(min=0), default=1, show_default=True, help="Quotations of each at most."
)
def command(*, record: Path, format_: str | None, concept: str | None, source: str | None, quotes: int) -> None:
    """Contested words (removal or coup, protesters or terrorists, clashes or massacre), counted by source, and by
    speaker where it is somebody else's word, with quotations and the places where they stand.

    A word that is held at arm's length ("so-called", or alone in quotation marks) or denied ("was not a coup") is
    counted apart. Copies of reports are left out. Which words name one thing stands in lexicon/<language>/framing.yml.
    """
    from quipu.export.naming import count_framing, count_row, framing_lines, name_of

    with open_view(record) as view:
        lines = (line for line in framing_lines(view) if concept in (None, line.naming.concept))
        counts = count_framing((line for line in lines if source in (None, line.source)), quotes)
    if chosen(format_) != "table":
        write_rows(map(count_row, counts), chosen(format_))
        return
    out = console()
    for id, mine in groupby(counts, key=lambda count: count.concept):
        out.print(f"[bold]{name_of(id)}[/]")
        made = table("term", "source", "whose word", "times", "distanced", "denied",
                     numbers=("times", "distanced", "denied"))  # fmt: skip
        found = list(mine)
        for one in found:
            times = (f"{one.times:,}", f"{one.distanced or ''}", f"{one.denied or ''}")
            made.add_row(name_of(one.term), clipped(one.source, 32), clipped(one.speaker or "its own", 40), *times)
        out.print(Padding(made, (0, 0, 0, 2)))
        for one in found:
            for line in one.quotations:
                where = f"{safe(line.source)}, {line.naming.span.start}–{line.naming.span.end}"
                out.print(Padding(f"«{safe(line.quotation)}»  [dim]{where}[/]", (0, 0, 0, 4)))
        out.print()
    if not counts:
        click.echo("no contested word was found; reports that were read by an older quipu must be built again")
