"""`quipu read`: JSON Lines in, JSON Lines out."""

import sys
from pathlib import Path

import click

from quipu.cli.failing import EXIT_OK, EXIT_PARTIAL
from quipu.cli.progress import TerminalProgress


@click.command("read", short_help="Read JSON Lines into JSON Lines, without a record.")
@click.argument("source", metavar="DOCS.jsonl", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--out",
    "-o",
    "target",
    type=click.Path(path_type=Path, allow_dash=True, dir_okay=False),
    default="-",
    help="Where to write; - is standard output (the default).",
)
@click.option("--quiet", "-q", is_flag=True, help="No progress bar.")
def command(source: Path, target: Path, quiet: bool) -> None:
    """Read each line's document and write what it says: times, places, quantities, actors, attributions, claims.

    A line is {"id", "text", "title", "published", "language", "url"}; only "text" must be there. The text is used
    exactly as it is: every offset in the output is a code point of it. One output line per input line, in order; a
    line that cannot be read gives {"id", "error": {"code", "message"}} and the exit code is 3.

    \b
    Example:
      quipu read docs.jsonl -o out.jsonl
    """
    from quipu.engine import read_jsonl

    with TerminalProgress(quiet=quiet) as progress:
        refused = read_jsonl(source, target, progress)
    sys.exit(EXIT_PARTIAL if refused else EXIT_OK)
