"""Exit codes and the one line that an error becomes."""

import click

from quipu.cli.output import harmless
from quipu.errors import QuipuError

EXIT_OK, EXIT_FAILURE, EXIT_USAGE, EXIT_PARTIAL = 0, 1, 2, 3


def report_error(error: QuipuError) -> None:
    """`quipu: WHERE: what (code)` on standard error."""
    click.secho("quipu: ", nl=False, err=True, fg="red", bold=True)
    click.echo(harmless(f"{error} ({error.code})"), err=True)
