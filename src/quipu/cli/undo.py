"""`quipu undo`: take back what a build added."""

from pathlib import Path

import click

from quipu.cli.options import record_option
from quipu.cli.progress import TerminalProgress
from quipu.cli.renewing import pages_option, renew_pages
from quipu.cli.wording import amount


@click.command("undo", short_help="Take back what a build added.")
@click.argument("run_id", metavar="RUN")
@pages_option
@record_option
def command(*, run_id: str, report: bool, record: Path) -> None:
    """Withdraw the reports that RUN added, and link the rest again. `quipu build` names its RUN.

    Nothing is erased: the reports stay in the record, marked as withdrawn, and the audit log says so. Building them
    again brings them back.
    """
    from quipu.engine import undo_run

    with TerminalProgress() as progress:
        withdrawn = undo_run(record, run_id, progress)
    if not withdrawn:
        click.echo(f"nothing to withdraw: no report of {run_id} stands in the record")
        return
    click.echo(f"{amount(withdrawn, 'report')} withdrawn. Bring them back: quipu build PATH… -r {record}")
    renew_pages(record, report=report)
