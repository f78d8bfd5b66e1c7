"""`quipu demo`: the main job on the bundled reports, by the same code as anybody's own run."""

from collections.abc import Iterator
from pathlib import Path

import click

from quipu.cli.build import build, tell_summary
from quipu.cli.disputes import print_disputes
from quipu.cli.options import open_view
from quipu.cli.output import console
from quipu.cli.show import print_claim
from quipu.cli.tally import print_tally
from quipu.cli.timeline import print_timeline
from quipu.errors import UsageError
from quipu.model import Claim, CountKind, RecordView

TITLE = "Peru, December 2022 to February 2023"


@click.command("demo", short_help="Build a record from the bundled reports.")
@click.option("--out", "-o", type=click.Path(path_type=Path, file_okay=False), default="quipu-demo", show_default=True)
@click.option("--lines", default=25, show_default=True, help="How many lines of the timeline to print.")
def command(out: Path, lines: int) -> None:
    """Build a record from the bundled reports on the Peruvian crisis of December 2022 to February 2023 (written for
    this purpose; facts from public reporting), print its timeline, death toll, disputes and three cited claims, and
    write the pages. It is what `quipu build` does with your own reports.
    """
    from quipu.demo import corpus
    from quipu.tallies import Scale, most_salient

    _refuse_other_records(out)
    run, index = build((str(corpus()),), out, title=TITLE)
    with open_view(out) as view:
        _heading(f"Timeline: the {lines} most salient events")
        print_timeline(most_salient(list(view.timeline()), Scale.CRISIS, lines))
        _heading("Death toll: running totals by as-of date, and who says so")
        for tally in view.tallies():
            if tally.what is CountKind.KILLED:
                print_tally(tally)
        _heading("Disputes")
        print_disputes(view, view.disputes())
        _heading("Three claims, cited")
        for claim in cited(view):
            print_claim(view, claim)
    _heading("The record")
    tell_summary(run, out, None)
    console().print(f"[bold]open    {index.resolve() if index else ''}[/]", soft_wrap=True)


def _refuse_other_records(out: Path) -> None:
    """The bundled reports must not get into somebody's own record."""
    if not (out / "record.sqlite").exists():
        return
    with open_view(out) as view:
        if any(Path(source).name != "corpus" for run in view.runs() for source in run.inputs):
            raise UsageError("this record holds other reports; choose another folder with --out", where=str(out))


def cited(view: RecordView) -> list[Claim]:
    """Three claims worth showing: a total that somebody else stands for, the clearest vote, a victim told by age."""
    totals: Iterator[Claim] = filter(_is_total, view.claims())
    votes = max(filter(_is_vote, view.claims()), key=lambda c: (c.count and c.count.low) or 0, default=None)
    chosen = (next(totals, None), votes, next(filter(_is_victim, view.claims()), None))
    return [claim for claim in chosen if claim is not None]


def _is_total(claim: Claim) -> bool:
    count = claim.count
    return bool(claim.attribution and count and count.what is CountKind.KILLED and count.cumulative)


def _is_vote(claim: Claim) -> bool:
    return claim.count is not None and claim.count.what is CountKind.VOTES


def _is_victim(claim: Claim) -> bool:
    return bool(claim.place and claim.place.span and any(victim.age for victim in claim.victims))


def _heading(words: str) -> None:
    console().print(f"\n[bold underline]{words}[/]\n")
