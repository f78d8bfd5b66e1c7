"""After a decision or an undo: the pages in the record's folder are written anew, as they were written before."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from quipu.cli.options import open_view
from quipu.cli.progress import TerminalProgress

Command = TypeVar("Command", bound=Callable[..., Any])


def pages_option(command: Command) -> Command:
    """`--report/--no-report`, for commands that change what pages show."""
    return click.option(
        "--report/--no-report",
        default=True,
        show_default=True,
        help="Write the pages in RECORD/report anew, where there are any.",
    )(command)


def renew_pages(record: Path, *, report: bool) -> None:
    """Writes RECORD/report again with its own title and choice of names; says so, or what is left to do."""
    from quipu.export.report import made_with, write_report

    folder = record / "report"
    made = made_with(folder)
    if made is not None and report:
        with TerminalProgress() as progress, open_view(record) as view:
            progress.start("writing pages", None)
            index = write_report(view, folder, title=made.title or record.resolve().name, names=made.names)
        click.echo(f"pages   {index}", err=True)
    elif made is not None:
        click.echo(f"pages   are as they were: quipu report -r {record} writes them anew", err=True)
    if (record / "export").is_dir():
        click.echo(f"export  is as it was: quipu export -r {record} writes it anew", err=True)
