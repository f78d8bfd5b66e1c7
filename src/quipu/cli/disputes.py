"""`quipu disputes`: where sources disagree, with both sides' words."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.padding import Padding

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, console, safe, write_rows
from quipu.cli.quoting import in_context
from quipu.model import Claim, Dispute, RecordView


@click.command("disputes", short_help="Where sources disagree, with both sides' words.")
@record_option
@format_option
@click.option("--kind", "-k", help="Only this kind, such as sources_differ or total_falls.")
def command(record: Path, format_: str | None, kind: str | None) -> None:
    """Totals that fall, sources that differ for one day, totals below their incidents, counts of one event that
    cannot both be right. Both sides are quoted; nothing is settled here."""
    with open_view(record) as view:
        disputes = [d for d in view.disputes() if kind in (None, d.kind)]
        if chosen(format_) == "table":
            print_disputes(view, disputes)
        else:
            write_rows((_row(dispute) for dispute in disputes), chosen(format_))


def print_disputes(view: RecordView, disputes: Iterable[Dispute]) -> None:
    """Each dispute: its reason, then both sides with speaker, report and words."""
    from quipu.export.lines import read_otherwise

    out = console()
    edited = {one.claim: read for one in view.judged() if (read := read_otherwise(one).get("count"))}
    for dispute in disputes:
        day = f"{dispute.as_of}  " if dispute.as_of else ""
        out.print(f"[bold]{day}{dispute.kind.replace('_', ' ')}[/]  {safe(dispute.what)} · {safe(dispute.scope)}")
        out.print(Padding(safe(dispute.reason), (0, 0, 0, 2)))
        for side in (dispute.left, dispute.right):
            _print_side(view, view.claim(side), edited)
        out.print()


def _print_side(view: RecordView, claim: Claim, edited: Mapping[str, str]) -> None:
    out = console()
    out.print(Padding(f"[cyan]{safe(speaker(view, claim))}[/]  [dim]{claim.id}[/]", (0, 0, 0, 4)))
    strong = claim.count.span if claim.count else None
    out.print(Padding(in_context(view.text(claim.document_id), claim.span, around=0, strong=strong), (0, 0, 0, 6)))
    if read := edited.get(claim.id):
        out.print(Padding(f"[dim]set by a coder; read as {safe(read)}[/]", (0, 0, 0, 6)))


def speaker(view: RecordView, claim: Claim) -> str:
    """Whose word a claim is, and in which report."""
    doc = view.document(claim.document_id).document
    report = doc.publisher or doc.title or doc.id
    if claim.attribution is None or claim.attribution.text == report:
        return report
    return f"{claim.attribution.text}, in {report}"


def _row(dispute: Dispute) -> dict[str, Any]:
    return asdict(dispute) | {"as_of": dispute.as_of.isoformat() if dispute.as_of else None}
