"""`quipu judge list`, `conflicts`, `export`, `import`, `agreement`: what was decided, and by whom."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.padding import Padding

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, safe, table, write_rows
from quipu.cli.progress import TerminalProgress
from quipu.cli.renewing import pages_option, renew_pages
from quipu.cli.wording import amount
from quipu.model import Conflict, Decision


@click.command("list", short_help="Every decision.")
@record_option
@format_option
@click.option("--coder", help="Only this coder's.")
@click.option("--withdrawn", is_flag=True, help="Also those that were taken back.")
def list_(*, record: Path, format_: str | None, coder: str | None, withdrawn: bool) -> None:
    """Every decision in the order in which it was filed, with its coder and reason."""
    with open_view(record) as view:
        found = (one for one in view.decisions(withdrawn=withdrawn) if coder in (None, one.coder))
        if chosen(format_) != "table":
            write_rows(map(_row, found), chosen(format_))
            return
        _print(found)


def _print(found: Iterable[Decision]) -> None:
    from quipu.cli.judge import say_decision

    made = table("no.", "at", "coder", "what", "reason", numbers=("no.",))
    for one in found:
        said = say_decision(one) + (" (withdrawn)" if one.withdrawn_at else "")
        made.add_row(
            str(one.number), one.at[:16].replace("T", " "), safe(one.coder), clipped(said, 60), safe(one.reason)
        )
    console().print(made)


def _row(one: Decision) -> dict[str, Any]:
    return {
        "number": one.number,
        "id": one.id,
        "action": one.action.value,
        "coder": one.coder,
        "at": one.at,
        "reason": one.reason,
        "claims": [seen.claim.id for seen in one.claims],
        "others": [seen.claim.id for seen in one.others],
        "events": list(one.events),
        "changes": {change.field: change.value for change in one.changes},
        "words": [seen.words for seen in one.claims],
        "withdrawn_at": one.withdrawn_at,
        "withdrawn_by": one.withdrawn_by,
    }


@click.command("conflicts", short_help="Decisions that do not fit what is read now.")
@record_option
@format_option
@click.option("--kind", "-k", type=click.Choice(["gone", "ambiguous", "changed", "coders"]), help="Only this kind.")
def conflicts(record: Path, format_: str | None, kind: str | None) -> None:
    """Decisions whose claim is not read any more, or might be several, or is read otherwise now; and coders who differ.
    Both are quoted. Settle one by deciding anew, or by `quipu judge undo`."""
    with open_view(record) as view:
        found = [one for one in view.conflicts() if kind in (None, one.kind)]
        if chosen(format_) != "table":
            write_rows((asdict(one) for one in found), chosen(format_))
            return
        for one in found:
            _print_conflict(one)
        if not found:
            click.echo("no conflict: every decision fits what is read now")


def _print_conflict(one: Conflict) -> None:
    out = console()
    holds = "in force" if one.holds else "not in force"
    against = f" against decision {one.against}" if one.against else ""
    out.print(f"[bold]decision {one.decision}{against}: {one.kind}[/]  {holds}  [dim]{one.claim}[/]")
    out.print(Padding(safe(one.reason), (0, 0, 0, 2)))
    for name, words in (("then", one.then), ("now", one.now)):
        out.print(Padding(f"[dim]{name:<5}[/] " + (f"«{safe(words)}»" if words else "not in the record"), (0, 0, 0, 4)))
    out.print()


@click.command("export", short_help="Write decisions for another record.")
@record_option
@click.option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Default: standard output.")
@click.option("--coder", help="Only this coder's.")
def export(record: Path, out: Path | None, coder: str | None) -> None:
    """Write every decision as JSON Lines, with the words and the reading that it is about; also those that were taken
    back, so that they are taken back elsewhere too.

    `quipu judge import` takes them into another record of the same reports. The file names coders, and victims where a
    claim does: it is for colleagues, not for the public.
    """
    from quipu.engine import decision_row

    with open_view(record) as view:
        rows = [decision_row(one) for one in view.decisions(withdrawn=True) if coder in (None, one.coder)]
    lines = "".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows)
    if out is None:
        click.echo(lines, nl=False)
        return
    out.write_text(lines, encoding="utf-8")
    click.echo(f"{amount(len(rows), 'decision')} written to {out}")


@click.command("import", short_help="Take in another coder's decisions.")
@click.argument("source", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@pages_option
@record_option
def import_(*, source: Path, report: bool, record: Path) -> None:
    """Take in decisions that `quipu judge export` wrote (- for standard input), each once. Where coders differ on a
    claim, the decision made later holds, in whichever record, and `quipu judge conflicts` lists both."""
    from quipu.engine import file_decisions, read_decisions

    if str(source) == "-":
        given = list(read_decisions(sys.stdin.buffer, "-"))
    else:
        with source.open("rb") as lines:
            given = list(read_decisions(lines, str(source)))
    with TerminalProgress() as progress:
        taken = file_decisions(record, given, progress)
    known = len(given) - taken.added - taken.withdrawn
    gone = f", {taken.withdrawn:,} withdrawn" if taken.withdrawn else ""
    click.echo(
        f"{amount(taken.added, 'decision')} taken in{gone}" + (f", {known:,} known or withdrawn" if known else "")
    )
    if taken.added or taken.withdrawn:
        renew_pages(record, report=report)


@click.command("agreement", short_help="How far two coders agree.")
@click.argument("left", metavar="CODER")
@click.argument("right", metavar="CODER")
@record_option
@format_option
def agreement(left: str, right: str, record: Path, format_: str | None) -> None:
    """How far two coders agree on the claims that both judged (accept, reject or edit): per cent, and Cohen's kappa,
    which is 1 for full agreement and 0 for what chance alone would give."""
    from quipu.events import agreement as agree

    with open_view(record) as view:
        found = agree(view.decisions(), left, right)
    if chosen(format_) != "table":
        write_rows([asdict(found)], chosen(format_))
        return
    if found.percent is None:
        click.echo(f"no claim was judged by both {left} and {right}")
        return
    kappa = "not defined (one answer only)" if found.kappa is None else f"{found.kappa:.2f}"
    click.echo(f"{amount(found.claims, 'claim')} judged by both: {found.percent:.0f} % alike, Cohen's kappa {kappa}")
    made = table(left, right, "claims", numbers=("claims",))
    for mine, theirs, times in found.table:
        made.add_row(mine, theirs, f"{times:,}")
    console().print(made)


COMMANDS: dict[str, click.Command] = {
    "list": list_,
    "conflicts": conflicts,
    "export": export,
    "import": import_,
    "agreement": agreement,
}
