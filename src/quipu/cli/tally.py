"""`quipu tally`: running totals by as-of date, with who says so."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, safe, table, write_rows
from quipu.model import CountKind, IncidentSum, Tally, TallyPoint
from quipu.model.figures import say_range

BAR = 24


@click.command("tally", short_help="Running totals by as-of date, with who says so.")
@record_option
@format_option
@click.option("--what", "-w", type=click.Choice([k.value for k in CountKind]), help="Only this kind of count.")
def command(record: Path, format_: str | None, what: str | None) -> None:
    """For each kind of count and scope: every running total that a report gave, on its as-of date, with its speaker,
    and beside it what the single incidents add up to. Nothing is averaged; a range stays a range.
    """
    with open_view(record) as view:
        tallies = [tally for tally in view.tallies() if what in (None, tally.what.value)]
    if chosen(format_) != "table":
        write_rows((_row(tally) for tally in tallies), chosen(format_))
        return
    for tally in tallies:
        print_tally(tally)


def print_tally(tally: Tally) -> None:
    """One tally: totals and incident sums by day, with a bar from low to high and the speaker of each."""
    most = max([_reach(p) for p in tally.points] + [s.high for s in tally.incidents] + [1.0])
    made = table(
        "as of",
        "figure",
        "",
        "who says so",
        "claim",
        title=safe(f"{tally.what.value} · {tally.scope}"),
        numbers=("figure",),
    )
    for day, line in sorted(
        _lines(tally), key=lambda pair: (pair[0] is None, pair[0] or 0, isinstance(pair[1], IncidentSum))
    ):
        said = day.isoformat() if day else "undated"
        if isinstance(line, IncidentSum):
            figure = say_range(line.low, line.high)
            made.add_row(said, figure, _bar(line.low, line.high, most), _summed(line), "", style="dim")
        else:
            figure = safe(say_range(line.low, line.high, line.words))
            made.add_row(said, figure, _bar(line.low, line.high, most), clipped(_speaker(line), 44), line.claim)
    console().print(made)
    console().print()


def _lines(tally: Tally) -> list[tuple[Any, TallyPoint | IncidentSum]]:
    return [(p.as_of, p) for p in tally.points] + [(s.as_of, s) for s in tally.incidents]


def _speaker(point: TallyPoint) -> str:
    extra = " · ".join(part for part in (point.relation, point.scope) if part)
    return f"{point.speaker} ({extra})" if extra else point.speaker


def _summed(line: IncidentSum) -> str:
    return f"incidents so far, {len(line.events)} more on this day"


def _reach(point: TallyPoint) -> float:
    return max(point.low or 0.0, point.high or 0.0)


def _bar(low: float | None, high: float | None, most: float) -> Text:
    """A whisker: solid up to the low bound, light up to the high one, an arrow where the top is open."""
    if low is None and high is None:
        return Text("")
    solid = round(BAR * (low or 0.0) / most)
    light = round(BAR * (high or 0.0) / most) - solid
    if high is None:
        return Text("█" * max(solid, 1) + "▶")
    return Text("█" * max(solid, 1 if low else 0) + "░" * max(light, 0))


def _row(tally: Tally) -> dict[str, Any]:
    row: dict[str, Any] = asdict(tally)
    row["what"] = tally.what.value
    for line in (*row["points"], *row["incidents"]):
        line["as_of"] = line["as_of"].isoformat() if line["as_of"] else None
    return row
