"""`quipu claims`: every claim, or what was refused."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, safe, table, write_rows
from quipu.cli.wording import say_days, say_place, say_reason
from quipu.model import Claim, EventType, RecordView
from quipu.model.figures import say_range
from quipu.model.saying import say_source


@click.command("claims", short_help="Every claim, or what was refused.")
@record_option
@format_option
@click.option("--type", "-t", "type_", type=click.Choice([t.value for t in EventType]), help="Only this type.")
@click.option("--document", "-d", help="Only this document's.")
@click.option("--event", "-e", help="Only this event's (EV-…).")
@click.option("--refused", is_flag=True, help="What fired but could not be completed, counted by reason and rule.")
@click.option("--each", is_flag=True, help="With --refused: every single one with its offsets, not the counts.")
def command(
    *,
    record: Path,
    format_: str | None,
    type_: str | None,
    document: str | None,
    event: str | None,
    refused: bool,
    each: bool,
) -> None:
    """One row per claim: who did what to whom, where, when, how many, who says so. `quipu show ID` has the words.

    A rule that fires on words and cannot make a claim of them says why: with --refused, a row per reason and rule, the
    most frequent first, with what the reason means; with --refused --each, a row per stretch of text.
    """
    if each and not refused:
        raise click.UsageError("--each goes with --refused")
    if refused and (type_ or event):
        raise click.UsageError("--refused goes with --document only: what was refused has no type and no event")
    with open_view(record) as view:
        if refused and each:
            _show_each(view, document, chosen(format_))
        elif refused:
            _show_refused(view, document, chosen(format_))
        else:
            _show_claims(view, {"type": type_, "document": document, "event": event}, chosen(format_))


def _show_claims(view: RecordView, conditions: dict[str, str | None], format_: str) -> None:
    from quipu.export.interface import claim_row
    from quipu.export.jsonl import judged_row

    claims, judged = view.claims(**conditions), {one.claim: one for one in view.judged()}
    if format_ != "table":
        rows = ({"document": c.document_id} | claim_row(c) for c in claims)
        if judged:
            # With one decision every row has the key, so that CSV has the column; without any, rows are as ever.
            told = {id: judged_row(one) for id, one in judged.items()}
            rows = (row | {"judged": told.get(str(row["id"]))} for row in rows)
        write_rows(rows, format_)
        return
    made = table("claim", "what", "when", "where", "figure", "says", "modality", *(["judged"] if judged else []))
    for claim in claims:
        standing = (judged[claim.id].standing.value if claim.id in judged else "",)
        made.add_row(*_cells(claim), *(standing if judged else ()))
    console().print(made)


def _cells(claim: Claim) -> tuple[Any, ...]:
    count, when = claim.count, claim.date
    return (
        claim.id,
        claim.type.value.replace("_", " "),
        say_days(when.begin, when.finish) if when else "",
        safe(say_place(claim.place)),
        safe(f"{count.what.value} {say_range(count.low, count.high, count.text)}") if count else "",
        clipped(say_source(claim), 32),
        claim.modality.value,
    )


def _show_refused(view: RecordView, document: str | None, format_: str) -> None:
    """A row per reason and rule, the most frequent first."""
    counted = Counter((r.reason, r.rule) for r in view.refused_claims(document=document))
    rows = [
        {"reason": reason, "meaning": say_reason(reason), "rule": rule, "times": times}
        for (reason, rule), times in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    ]
    if format_ != "table":
        write_rows(rows, format_)
        return
    made = table("reason", "meaning", "rule", "times", numbers=("times",))
    for row in rows:
        made.add_row(safe(str(row["reason"])), str(row["meaning"]), safe(str(row["rule"])), f"{row['times']:,}")
    console().print(made)


def _show_each(view: RecordView, document: str | None, format_: str) -> None:
    """A row per refused stretch of text."""
    refused = view.refused_claims(document=document)
    if format_ != "table":
        write_rows(
            (
                {
                    "document": r.document_id,
                    "start": r.span.start,
                    "end": r.span.end,
                    "rule": r.rule,
                    "reason": r.reason,
                }
                for r in refused
            ),
            format_,
        )
        return
    made = table("document", "offsets", "rule", "reason")
    for r in refused:
        made.add_row(safe(r.document_id), f"{r.span.start}–{r.span.end}", safe(r.rule), safe(r.reason))
    console().print(made)
