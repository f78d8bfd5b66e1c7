"""`quipu registers`: decrees, demands, offices, votes, strikes, attacks on the press, reactions and quotes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, harmless, safe, table, write_rows
from quipu.cli.wording import say_days
from quipu.model import RegisterDetail, RegisterEntry

NAMES: dict[str, tuple[str, tuple[str, ...]]] = {
    "decrees": ("decrees", ()),
    "demands": ("demands", ()),
    "offices": ("office_changes", ()),
    "votes": ("votes", ()),
    "strikes": ("strikes_blockades", ("strike",)),
    "blockades": ("strikes_blockades", ("blockade", "occupation")),
    "press": ("press", ()),
    "reactions": ("reactions", ()),
    "quotes": ("quotes", ()),
}
"""What is asked for: the register, and the types of it where not all."""
# Details that the other columns tell, or that count the claims.
_ELSEWHERE = ("type", "state", "event", "speaker")
_LONGEST = 160


@click.command("registers", short_help="Decrees, demands, votes, offices, strikes, press, reactions, quotes.")
@click.argument("name", metavar="[NAME]", type=click.Choice(list(NAMES)), required=False)
@record_option
@format_option
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Decrees, strikes and blockades as they stood that day."
)
def command(name: str | None, record: Path, format_: str | None, as_of: Any) -> None:
    """One line per decree, demand and so on, with what the reports state of it: place, begin, days, suspended rights;
    who demands what of whom, since when, how often; votes by side; called, under way, called off or ended.

    NAME is decrees, demands, offices, votes, strikes, blockades, press, reactions or quotes; without it all are listed.
    The jsonl and json formats name, for each detail, the claims that state it and the code points of its words.
    """
    from quipu.export.interface import register_row

    with open_view(record) as view:
        register, types = NAMES[name] if name else (None, ())
        entries = [entry for entry in view.registers(register=register) if not types or _is_of(entry, types)]
    if as_of is not None:
        entries = [stood for entry in entries if (stood := as_it_stood(entry, as_of.date())) is not None]
    if chosen(format_) != "table":
        write_rows((register_row(entry) for entry in entries), chosen(format_))
        return
    for title, found in groupby(sorted(entries, key=lambda entry: entry.register), key=lambda entry: entry.register):
        _print(title, found)


def as_it_stood(entry: RegisterEntry, day: date) -> RegisterEntry | None:
    """The entry with the state and history up to a day; None where nothing was stated by then, or nothing ever is."""
    steps = [detail for detail in entry.details if detail.name == "history"]
    past = [step for step in steps if step.as_of is not None and step.as_of <= day]
    if not past:
        return None
    others = [detail for detail in entry.details if detail.name not in ("state", "history")]
    return replace(entry, details=(replace(past[-1], name="state"), *past, *others))


def _is_of(entry: RegisterEntry, types: Iterable[str]) -> bool:
    return any(value in types for value in entry.values("type"))


def _print(register: str, entries: Iterable[RegisterEntry]) -> None:
    made = table(
        "day",
        "what",
        "state",
        "stated",
        "claims",
        "event",
        title=harmless(register.replace("_", " ")),
        numbers=("claims",),
    )
    for entry in entries:
        made.add_row(
            say_days(entry.begin, entry.finish),
            clipped(entry.subject, 48),
            safe(", ".join(entry.values("state"))),
            clipped("; ".join(_stated(entry)), _LONGEST),
            str(len(entry.claims)),
            entry.event or "",
        )
    console().print(made)
    console().print()


def _stated(entry: RegisterEntry) -> Iterator[str]:
    """ "rights assembly, movement", "days 30"; a history only where something changed."""
    for name, details in groupby(sorted(entry.details, key=_order(entry)), key=lambda detail: detail.name):
        found = list(details)
        if name not in _ELSEWHERE and not (name == "history" and len(found) < 2):
            yield f"{name} {', '.join(_dated(detail) for detail in found)}"


def _order(entry: RegisterEntry) -> Any:
    """Details of one name together, in the order in which the names come first."""
    names = list(dict.fromkeys(detail.name for detail in entry.details))
    return lambda detail: names.index(detail.name)


def _dated(detail: RegisterDetail) -> str:
    return f"{detail.value} {detail.as_of}" if detail.as_of else detail.value
