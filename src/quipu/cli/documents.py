"""`quipu documents`: what was read, what could not be, and why."""

from pathlib import Path
from typing import Any

import click

from quipu.cli.options import format_option, open_view, record_option
from quipu.cli.output import chosen, clipped, console, safe, table, write_rows
from quipu.model import Filed, Refusal


@click.command("documents", short_help="What was read, what could not be, and why.")
@record_option
@format_option
@click.option("--refused", is_flag=True, help="The sources that could not become documents.")
def command(record: Path, format_: str | None, refused: bool) -> None:
    """Every report with its date and how that is known, its language, how many claims it gave, and whether it is a
    copy of another."""
    with open_view(record) as view:
        rows: list[Any] = list(view.refusals()) if refused else list(view.documents())
    if chosen(format_) != "table":
        write_rows((_refusal_row(r) if refused else _row(r) for r in rows), chosen(format_))
        return
    headings = (
        ("source", "line", "code", "why")
        if refused
        else ("document", "date", "known by", "lang", "claims", "title", "note")
    )
    made = table(*headings, numbers=("line", "claims"))
    for row in rows:
        made.add_row(*(_refusal_cells(row) if refused else _cells(row)))
    console().print(made)


def _cells(filed: Filed) -> tuple[Any, ...]:
    note = f"unread: {filed.unread}" if filed.unread else ""
    if other := filed.repeats:
        note = f"{'copy of' if filed.copy_of else 'same text as'} {safe(other)}"
    day = filed.anchor.day.isoformat() if filed.anchor.day else "undated"
    title = filed.document.title or (filed.document.snapshot.source if filed.document.snapshot else "")
    return (
        safe(filed.document.id),
        day,
        filed.anchor.basis.value,
        safe(filed.document.language or ""),
        str(filed.claims),
        clipped(title, 60),
        note,
    )


def _refusal_cells(refusal: Refusal) -> tuple[str, ...]:
    return safe(refusal.source), str(refusal.line or ""), refusal.code, safe(refusal.message)


def _row(filed: Filed) -> dict[str, Any]:
    doc = filed.document
    return {
        "id": doc.id,
        "title": doc.title,
        "publisher": doc.publisher,
        "author": doc.author,
        "url": doc.url,
        "language": doc.language,
        "status": filed.status.value,
        "unread": filed.unread,
        "anchor": filed.anchor.day.isoformat() if filed.anchor.day else None,
        "anchor_basis": filed.anchor.basis.value,
        "claims": filed.claims,
        "refused_claims": filed.refused_claims,
        "copy_of": filed.copy_of,
        "same_as": filed.same_as,
        "text_sha256": filed.text_sha256,
        "source": doc.snapshot.source if doc.snapshot else None,
        "run": filed.run,
    }


def _refusal_row(refusal: Refusal) -> dict[str, Any]:
    return {
        "source": refusal.source,
        "line": refusal.line,
        "id": refusal.id,
        "code": refusal.code,
        "message": refusal.message,
    }
