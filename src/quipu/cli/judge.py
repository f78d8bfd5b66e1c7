"""`quipu judge`: what persons decide of claims and events, beside what was read."""

import getpass
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quipu.cli.options import record_option
from quipu.cli.outcome import tell_outcome
from quipu.cli.output import harmless
from quipu.cli.progress import TerminalProgress
from quipu.cli.renewing import pages_option, renew_pages
from quipu.cli.wording import amount
from quipu.model import Action, Decision

if TYPE_CHECKING:
    from quipu.engine.judge import Coder, Make

Command = TypeVar("Command", bound=Callable[..., Any])


class _Commands(click.Group):
    """The commands that decide stand here, those that list and exchange in `judge_lists`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *_lists()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return self.commands.get(cmd_name) or _lists().get(cmd_name)


def _lists() -> dict[str, click.Command]:
    from quipu.cli.judge_lists import COMMANDS

    return COMMANDS


@click.group("judge", cls=_Commands, short_help="Accept, reject or edit claims; merge or split events.")
def command() -> None:
    """Decide what the rules got right. Decisions stand beside what was read and never overwrite it: pages, exports and
    tolls show what was decided, with what was read beside it.

    A decision outlives every re-reading: its claim is known again by its words. Where it does not fit what is read now,
    `quipu judge conflicts` lists both; nothing is lost. Every decision can be taken back by its number.

    \b
    Examples:
      quipu judge reject c-4f2a --reason "a film, not a death" -r crisis
      quipu judge edit c-91bc count=2-3 date=2023-01-09 -r crisis
      quipu judge merge EV-7K3QD2 EV-0M1XYZ -r crisis
      quipu judge conflicts -r crisis
    """


def deciding(command: Command) -> Command:
    """`--coder`, `--reason` and `--report`, alike wherever something is decided."""
    coder = click.option(
        "--coder",
        envvar="QUIPU_CODER",
        help="Who decides; default: git's user.name, else your login.  [env: QUIPU_CODER]",
    )
    reason = click.option("--reason", "-m", default="", help="Why, in a few words; kept with the decision.")
    return coder(reason(pages_option(command)))


def coder_of(name: str | None, reason: str = "") -> "Coder":
    """Who decides.

    Raises:
        UsageError: a name that is empty, long or holds control codes.
    """
    from quipu.engine.judge import Coder, check_name, check_reason

    told = _git_name() or getpass.getuser() if name is None else name
    return Coder(check_name(told.strip()), check_reason(reason))


def _git_name() -> str:
    if not any(os.access(Path(place) / "git", os.X_OK) for place in os.get_exec_path()):
        return ""
    told = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
    return told.stdout.strip()


@command.command("accept", short_help="Say that claims are right as they stand.")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")
@deciding
@record_option
def accept(*, claims: tuple[str, ...], coder: str | None, reason: str, report: bool, record: Path) -> None:
    """Say that each CLAIM (c-…, or its first letters) is right as it stands now, edits included.

    An acceptance holds for what was seen: where another version reads the claim otherwise, it does not extend to that,
    and is listed by `quipu judge conflicts`.
    """
    from quipu.engine import judge_claims

    who = coder_of(coder, reason)
    _file(record, lambda view: judge_claims(view, Action.ACCEPT, claims, who), who, report=report)


@command.command("reject", short_help="Say that claims are wrong; they count nowhere.")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")
@deciding
@record_option
def reject(*, claims: tuple[str, ...], coder: str | None, reason: str, report: bool, record: Path) -> None:
    """Say that each CLAIM is wrong. It stays in the record, marked, and is in no event, toll or list any more."""
    from quipu.engine import judge_claims

    who = coder_of(coder, reason)
    _file(record, lambda view: judge_claims(view, Action.REJECT, claims, who), who, report=report)


@command.command("edit", short_help="Set fields of a claim.")
@click.argument("claim", metavar="CLAIM")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE…")
@deciding
@record_option
def edit(*, claim: str, changes: tuple[str, ...], coder: str | None, reason: str, report: bool, record: Path) -> None:
    """Set fields of CLAIM; what was read stays beside them. Edits add up, field by field.

    \b
    FIELD        VALUE
    count        2, 2-5, 20+ (at least), <=50 (at most)
    what         killed, injured, arrested, participants …
    cumulative   yes (a running total) or no (this happening)
    scope        whom the count is limited to, such as police
    relation     subset (two of them), addition (two more), revision (rose to)
    date         2023-01-09, or 2023-01-09..2023-01-11
    place        its name; its point is taken from the record, else from the gazetteer;
                 or geonames:ID, where several places bear the name
    actor, target, attribution        in words
    type, modality                    as `quipu claims` shows them

    `none` takes a field away.
    """
    from quipu.engine import edit_claim

    who = coder_of(coder, reason)
    _file(record, lambda view: edit_claim(view, claim, changes, who), who, report=report)


@command.command("merge", short_help="Say that events are one.")
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT…")
@deciding
@record_option
def merge(*, events: tuple[str, ...], coder: str | None, reason: str, report: bool, record: Path) -> None:
    """Say that the EVENTs (EV-…) are one happening. Their old codes lead to it."""
    from quipu.engine import merge_events

    who = coder_of(coder, reason)
    _file(record, lambda view: merge_events(view, events, who), who, report=report)


@command.command("split", short_help="Say that claims of an event tell of another happening.")
@click.argument("event", metavar="EVENT")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")
@deciding
@record_option
def split(*, event: str, claims: tuple[str, ...], coder: str | None, reason: str, report: bool, record: Path) -> None:
    """Say that the CLAIMs of EVENT tell of another happening, all of the same one."""
    from quipu.engine import split_event

    who = coder_of(coder, reason)
    _file(record, lambda view: split_event(view, event, claims, who), who, report=report)


@command.command("undo", short_help="Take a decision back.")
@click.argument("number", type=click.IntRange(min=1), metavar="NUMBER")
@deciding
@record_option
def undo(*, number: int, coder: str | None, reason: str, report: bool, record: Path) -> None:
    """Withdraw decision NUMBER (`quipu judge list`). It stays in the record, marked as withdrawn."""
    from quipu.engine import undo_decision

    with TerminalProgress() as progress:
        decision = undo_decision(record, number, coder_of(coder, reason), progress)
    click.echo(harmless(f"decision {number} withdrawn: {say_decision(decision)}"))
    tell_outcome(record, decision, withdrawn=True)
    renew_pages(record, report=report)


def _file(record: Path, make: "Make", who: "Coder", *, report: bool) -> None:
    from quipu.engine import file_decision

    with TerminalProgress() as progress:
        decision = file_decision(record, make, who, progress)
    click.echo(harmless(f"decision {decision.number} by {decision.coder}: {say_decision(decision)}"))
    tell_outcome(record, decision)
    click.echo(f"undo    quipu judge undo {decision.number} -r {record}")
    renew_pages(record, report=report)


def say_decision(decision: Decision) -> str:
    """ "edit c-91bc…: count=2", "merge EV-7K3QD2 and EV-0M1XYZ"."""
    ids = [seen.claim.id for seen in decision.claims]
    if decision.action is Action.MERGE:
        return f"merge {' and '.join(decision.events)}"
    if decision.action is Action.SPLIT:
        return f"split {amount(len(ids), 'claim')} off {' '.join(decision.events)}: {' '.join(ids)}"
    told = ", ".join(f"{one.field}={'none' if one.value is None else one.value}" for one in decision.changes)
    return f"{decision.action.value} {' '.join(ids)}" + (f": {told}" if told else "")
