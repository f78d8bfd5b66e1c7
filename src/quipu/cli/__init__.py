"""The command line: one command per file, loaded when it is called so that `--help` answers at once."""

import importlib
import sys
from collections.abc import Sequence

import click

from quipu import __version__
from quipu.cli.failing import EXIT_FAILURE, EXIT_OK, EXIT_PARTIAL, EXIT_USAGE, report_error
from quipu.errors import QuipuError, UsageError

COMMANDS = {
    "demo": "Build a record from the bundled reports and show what it holds.",
    "build": "Read reports into a record: files, folders, globs, JSON Lines, PDF, WARC, URLs.",
    "read": "Read JSON Lines into JSON Lines, without a record (for scripts and measuring).",
    "timeline": "What happened, day by day.",
    "tally": "Running totals by as-of date, with who says so.",
    "roundup": "A written digest of a window of days, each sentence footnoted to words.",
    "disputes": "Where sources disagree, with both sides' words.",
    "registers": "Decrees, demands, votes, offices, strikes, press, reactions, quotes.",
    "events": "Merged happenings.",
    "claims": "Every claim, or what was refused.",
    "documents": "What was read, what could not be, and why.",
    "show": "One claim, event or document with its words in context.",
    "framing": "By which words each source calls the same thing.",
    "judge": "Accept, reject or edit claims; merge or split events.",
    "report": "Write the record as a folder of pages that opens in any browser.",
    "export": "Write the record as CSV or JSON Lines.",
    "verify": "Check every hash, offset and link of a record.",
    "undo": "Take back what a build added.",
    "gazetteer": "Add places that the bundled gazetteer does not know.",
    "doctor": "Check that this machine can run quipu well.",
}


class _Commands(click.Group):
    """Finds `quipu NAME` in `quipu/cli/NAME.py`, as its function `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"quipu.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="quipu")
def main() -> None:
    """From news reports of an unfolding political crisis to a sourced, checkable record:
    what happened, who says so, where, when, how many, and where sources disagree.

    \b
    Start with:
      quipu demo                              see it on bundled reports
      quipu build reports/ --record crisis    make your own record
      quipu tally --record crisis             then ask it

    Every command has --help. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done in part (some inputs refused).
    """


def run(arguments: Sequence[str] | None = None) -> None:
    """The `quipu` script: typed errors, Ctrl-C and a full disk become one line on standard error and an exit code."""
    try:
        main.main(args=list(arguments) if arguments is not None else None, prog_name="quipu", standalone_mode=False)
    except click.exceptions.Exit as stopped:
        sys.exit(stopped.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo(
            "quipu: interrupted; a record keeps what was read, and the same command goes on from there", err=True
        )
        sys.exit(EXIT_PARTIAL)
    except BrokenPipeError:
        # The reader has seen enough (`quipu claims | head`); what is still buffered has nowhere to go.
        sys.stdout = None
        sys.exit(EXIT_OK)
    except OSError as error:
        report_error(QuipuError(str(error), code="system"))
        sys.exit(EXIT_FAILURE)
    except QuipuError as error:
        report_error(error)
        sys.exit(EXIT_USAGE if isinstance(error, UsageError) else EXIT_FAILURE)
    sys.exit(EXIT_OK)
