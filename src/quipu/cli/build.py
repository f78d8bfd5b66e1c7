"""`quipu build`: reports into a record."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from quipu.cli.failing import EXIT_OK, EXIT_PARTIAL
from quipu.cli.output import console, harmless
from quipu.cli.progress import TerminalProgress
from quipu.cli.wording import amount
from quipu.model import RecordView, Run


@click.command("build", short_help="Read reports into a record.")
@click.argument("sources", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--record",
    "-r",
    required=True,
    envvar="QUIPU_RECORD",
    type=click.Path(path_type=Path, file_okay=False),
    help="The record's folder; made if missing.  [env: QUIPU_RECORD]",
)
@click.option("--report/--no-report", default=True, show_default=True, help="Write the pages into RECORD/report.")
@click.option("--title", help="What the pages are headed with; default: the record's name.")
@click.option("--names", is_flag=True, help="Show victims' names in the pages (withheld by default).")
@click.option("--reread", is_flag=True, help="Read known reports again too, as this version reads them.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bars, no summary; errors are still told.")
def command(
    *, sources: tuple[str, ...], record: Path, report: bool, title: str | None, names: bool, reread: bool, quiet: bool
) -> None:
    """Read every PATH into the record and link what they say into events, tolls and disputes.

    PATH is a file, a folder, a quoted glob, a URL, or - for standard input. Kinds are told by content:
    HTML, text, Markdown, PDF, JSON Lines (one {"id", "text", …} a line), WARC, each also gzip'd.

    Building again adds only what is new; the same report twice is one report. A source that cannot be read is told
    in one line with its reason, the rest go on, and the exit code is 3. Stop with Ctrl-C at any time: the same
    command goes on where it was. --reread reads reports that the record has already once more, as this version does:
    what persons decided holds, and `quipu judge conflicts` lists what no longer fits.

    \b
    Examples:
      quipu build reports/ --record crisis
      quipu build 'archive/*.warc.gz' https://example.org/bulletin --record crisis
      zcat docs.jsonl.gz | quipu build - --record crisis --no-report
    """
    title = title or record.resolve().name
    run, index = build(sources, record, title=title, report=report, names=names, reread=reread, quiet=quiet)
    if run.status == "interrupted":
        # The engine has said so, with what to do.
        sys.exit(EXIT_PARTIAL)
    if not quiet:
        tell_summary(run, record, index)
    sys.exit(EXIT_PARTIAL if run.counts.get("refused") else EXIT_OK)


def build(
    sources: tuple[str, ...],
    record: Path,
    *,
    title: str,
    report: bool = True,
    names: bool = False,
    reread: bool = False,
    quiet: bool = False,
) -> tuple[Run, Path | None]:
    """Builds, tells refusals on standard error, and writes the pages; the run and the pages' first file."""
    from quipu.engine import BuildOptions, build_record
    from quipu.export.report import write_report
    from quipu.store import Store

    with TerminalProgress(quiet=quiet) as progress:
        run = build_record(sources, record, BuildOptions(reread=reread), progress)
        with Store.open(record) as store:
            view = store.view()
            _tell_refusals(view, run)
            if not report or run.status == "interrupted":
                return run, None
            progress.start("writing pages", None)
            return run, write_report(view, record / "report", title=title, names=names)


def tell_summary(run: Run, record: Path, index: Path | None) -> None:
    """What was read, found and refused, and what to do next."""
    out, counts = console(), run.counts
    added, known = counts.get("documents_added", 0), counts.get("documents_known", 0)
    out.print(f"[bold]{amount(added, 'report')}[/] added" + (f", {known:,} already known" if known else ""), end="")
    for key, words in (("documents_unread", "in a language quipu cannot read yet"), ("refused", "refused")):
        if counts.get(key):
            out.print(f", {counts[key]:,} {words}", end="")
    out.print(
        f"\n[bold]{amount(counts.get('claims', 0), 'claim')}[/] read, [dim]"
        f"{counts.get('claims_refused', 0):,} could not be completed (quipu claims --refused)[/]"
        f"{_say_dropped(counts)}\n"
        f"record  [bold]{amount(counts.get('events', 0), 'event')}[/], {amount(counts.get('disputes', 0), 'dispute')}"
    )
    if index is not None:
        out.print(f"pages   {index}", soft_wrap=True)
    out.print(f"[dim]ask     quipu tally -r {record}   ·   quipu timeline -r {record}[/]", soft_wrap=True)
    if added:
        out.print(f"[dim]undo    quipu undo {run.id} -r {record}[/]", soft_wrap=True)


def _say_dropped(counts: Mapping[str, int]) -> str:
    """What the reader told and quipu did not take, with the reasons; only a reader that is asked can tell such."""
    head = "reader_dropped_"
    reasons = [f"{key.removeprefix(head)} {count:,}" for key, count in counts.items() if key.startswith(head)]
    return f"\n[dim]of the reader's answers were dropped: {', '.join(reasons)}[/]" if reasons else ""


def _tell_refusals(view: RecordView, run: Run) -> None:
    if not run.counts.get("refused"):
        return
    for refusal in view.refusals(run=run.id):
        line = f":{refusal.line}" if refusal.line else ""
        click.secho("refused ", nl=False, err=True, fg="yellow")
        click.echo(harmless(f"{refusal.source}{line}: {refusal.message} ({refusal.code})"), err=True)
