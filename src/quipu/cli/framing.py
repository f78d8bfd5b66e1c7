"""`quipu framing`: by which words each source calls the same thing."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.padding import Padding
from rich.table import Table

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, safe, table, write_rows
from quipu.cli.wording import amount

if TYPE_CHECKING:
    from quipu.export.naming import FramingCount


@click.command("framing", short_help="By which words each source calls the same thing.")
@record_option
@format_option
@click.option("--concept", "-c", help="Only this one, such as removal_of_a_president.")
@click.option("--source", "-s", help="Only this publication's reports.")
@click.option("--event", "-e", help="Only words for this event, or for people in it, such as EV-7K3QD2.")
@click.option("--elsewhere", is_flag=True, help="Words for other countries and for long ago, too.")
@click.option(
    "--quotes", "-n", type=click.IntRange(min=0), default=1, show_default=True, help="Quotations of each at most."
)
def command(
    *,
    record: Path,
    format_: str | None,
    concept: str | None,
    source: str | None,
    event: str | None,
    elsewhere: bool,
    quotes: int,
) -> None:
    """Contested words (removal or coup, protesters or terrorists, clashes or massacre), counted by source, and by
    speaker where it is somebody else's word, with quotations and the places where they stand.

    A word that is held at arm's length ("so-called", or alone in quotation marks) or denied ("was not a coup") is
    counted apart: ~ and ≠ in the table. Copies of reports are left out, and so are words for what happened in another
    country or more than a year before the report, unless asked for. With --event, what each source calls one event.
    Which words name one thing stands in lexicon/<language>/framing.yml.
    """
    from quipu.export.naming import count_framing, count_row, framing_lines

    with open_view(record) as view:
        code = view.event(event).id if event else None
        asked = [
            line
            for line in framing_lines(view)
            if concept in (None, line.naming.concept) and source in (None, line.source) and code in (None, line.event)
        ]
    lines = [line for line in asked if elsewhere or code or not line.elsewhere]
    counts = count_framing(lines, quotes)
    if chosen(format_) != "table":
        write_rows(map(count_row, counts), chosen(format_))
        return
    for _, mine in groupby(counts, key=lambda count: count.concept):
        _print(list(mine))
    if len(lines) < len(asked):
        told = amount(len(asked) - len(lines), "word")
        click.echo(f"left out: {told} for what happened in another country or long before (--elsewhere)")
    if not counts:
        click.echo("no contested word was found; reports that were read by an older quipu must be built again")


def _print(counts: Sequence["FramingCount"]) -> None:
    """A concept: sources by terms, then what they say."""
    from quipu.export.naming import name_of

    out = console()
    out.print(f"[bold]{name_of(counts[0].concept)}[/]")
    out.print(Padding(_by_term(counts), (0, 0, 0, 2)))
    for one in counts:
        for line in one.quotations:
            whose = f"{safe(line.source)}, {safe(one.speaker)}" if one.speaker else safe(line.source)
            where = f"{whose}, {line.naming.document_id} {line.naming.span.start}–{line.naming.span.end}"
            said = safe(line.quotation).replace(safe(line.words), f"[bold]{safe(line.words)}[/]", 1)
            out.print(Padding(f"{name_of(one.term)}: «{said}»  [dim]{where}[/]", (0, 0, 0, 4)))
    out.print()


def _by_term(counts: Sequence["FramingCount"]) -> Table:
    """A line for each source and each of its speakers, a column for each term, the most used first."""
    from quipu.export.naming import name_of

    totals: dict[str, int] = {}
    for one in counts:
        totals[one.term] = totals.get(one.term, 0) + one.times
    terms = sorted(totals, key=lambda term: (-totals[term], term))
    made = table("source", "whose word", *map(name_of, terms), numbers=tuple(map(name_of, terms)))
    rows: dict[tuple[str, str], dict[str, FramingCount]] = {}
    for one in counts:
        rows.setdefault((one.source, one.speaker or ""), {})[one.term] = one
    before = ""
    for (source, speaker), found in sorted(rows.items()):
        cells = [_cell(found.get(term)) for term in terms]
        made.add_row("" if source == before else clipped(source, 32), clipped(speaker or "its own", 32), *cells)
        before = source
    return made


def _cell(count: "FramingCount | None") -> str:
    """ "5", "3 ~1" (one at arm's length), "2 ≠1" (one denied); nothing where the term is not used."""
    if count is None:
        return ""
    return " ".join(
        (str(count.times), *([f"~{count.distanced}"] if count.distanced else []),
         *([f"≠{count.denied}"] if count.denied else []))
    )  # fmt: skip
