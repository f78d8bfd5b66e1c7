"""`quipu show`: one claim, event or document with its words in context."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.padding import Padding

from quipu.cli.disputes import speaker
from quipu.cli.options import open_view, record_option
from quipu.cli.output import console, safe
from quipu.cli.quoting import in_context
from quipu.cli.wording import amount, say_counts, say_days, say_place
from quipu.model import Action, Claim, Event, Filed, RecordView, Words
from quipu.model.figures import say_range
from quipu.model.saying import say_source


@click.command("show", short_help="One claim, event or document with its words in context.")
@click.argument("id_", metavar="ID")
@record_option
def command(id_: str, record: Path) -> None:
    """ID is a claim (c-…, or its first letters), an event (EV-…) or a document.

    A claim is shown in its sentence and the words around it; under it each field, with the code points that it was
    read from.
    """
    with open_view(record) as view:
        if id_.upper().startswith("EV-"):
            print_event(view, view.event(id_.upper()))
            return
        if id_.startswith("c-"):
            print_claim(view, view.claim(id_.rstrip("…")))
        else:
            _print_document(view, view.document(id_))


def print_claim(view: RecordView, claim: Claim) -> None:
    """A claim's words in context and its fields with their offsets."""
    out = console()
    out.print(f"[bold]{claim.id}[/]  {claim.type.value.replace('_', ' ')}  [dim]{claim.modality.value}[/]")
    strong = claim.count.span if claim.count else None
    out.print(Padding(in_context(view.text(claim.document_id), claim.span, strong=strong), (0, 0, 1, 2)))
    for name, value, where in fields(claim):
        out.print(f"  [dim]{name:<9}[/] {safe(value)}  [dim]{safe(where)}[/]")
    filed = view.document(claim.document_id)
    day = f", {filed.anchor.day} ({filed.anchor.basis.value})" if filed.anchor.day else ", undated"
    out.print(f"  [dim]{'source':<9}[/] {safe(speaker(view, claim))}{day}  [dim]{safe(claim.document_id)}[/]")
    event = view.event_of(claim.id)
    out.print(f"  [dim]{'event':<9}[/] {event or 'none (a running total, rejected, or not linked)'}")
    for name, value in judged_lines(view, claim):
        out.print(f"  [dim]{name:<9}[/] {safe(value)}")
    out.print(f"  [dim]{'rule':<9} {claim.rule}, confidence {claim.confidence:.2f}[/]\n")


def judged_lines(view: RecordView, claim: Claim) -> Iterator[tuple[str, str]]:
    """What a person decided of the claim, and what was read of each field that was set otherwise."""
    from quipu.export.lines import read_otherwise

    one = next((one for one in view.judged() if one.claim == claim.id), None)
    if one is not None:
        reason = f": {one.reason}" if one.reason else ""
        yield "judged", f"{one.standing.value} by {one.coder}, decision {one.decision}{reason}"
        yield from (("read as", f"{name} {words or 'none'}") for name, words in read_otherwise(one).items())


def fields(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Name, value and code points of each field that the claim has."""
    yield from _party("actor", claim.actor)
    yield from _party("target", claim.target)
    if claim.place:
        span = claim.place.span
        yield "place", say_place(claim.place), f"{span.start}–{span.end}" if span else "from the document"
    if claim.date:
        yield "date", say_days(claim.date.begin, claim.date.finish), claim.date.basis
    if claim.count:
        count = claim.count
        kind = "running total" if count.cumulative else "this happening"
        extra = "".join(f", {part}" for part in (count.scope, count.relation) if part)
        said = f"{count.what.value} {say_range(count.low, count.high, count.text)}"
        yield "count", f"{said} ({kind}{extra})", f"{count.span.start}–{count.span.end}"
    for victim in claim.victims:
        said = ", ".join(part for part in (f"{victim.age}" if victim.age else "", victim.group or "") if part)
        yield "victim", said or "described", f"{victim.span.start}–{victim.span.end}"
    links = claim.chain or ((claim.attribution,) if claim.attribution else ())
    if links:
        yield "says", say_source(claim), ", ".join(f"{a.span.start}–{a.span.end}" for a in links if a.span)


def _party(name: str, words: Words | None) -> Iterator[tuple[str, str, str]]:
    if words is not None:
        said = f"{words.text} ({words.named.text})" if words.named else words.text
        yield name, said, f"{words.span.start}–{words.span.end}" if words.span else ""


def print_event(view: RecordView, event: Event) -> None:
    """An event's line and each of its claims with its words."""
    out = console()
    what = event.type.value.replace("_", " ")
    out.print(f"[bold]{event.id}[/]  {what}  {say_days(event.begin, event.finish)}  {safe(say_place(event.place))}")
    out.print(safe(say_counts(event)), style="bold")
    reports = amount(len(event.documents), "report")
    out.print(f"[dim]{reports}, {event.sources_independent} independent[/]")
    for line in (*later_dead_lines(event), *decided_lines(view, event)):
        out.print(safe(line))
    out.print()
    for claim in view.claims(event=event.id):
        strong = claim.count.span if claim.count else None
        out.print(f"[dim]{claim.id}[/]  [cyan]{safe(speaker(view, claim))}[/]")
        out.print(Padding(in_context(view.text(claim.document_id), claim.span, around=0, strong=strong), (0, 0, 0, 4)))
        for name, value in judged_lines(view, claim):
            out.print(Padding(f"[dim]{name}[/] {safe(value)}", (0, 0, 0, 4)))


def later_dead_lines(event: Event) -> Iterator[str]:
    """Why a best number is none that a report states: who was wounded and died later is counted with the dead."""
    for what, count in event.counts:
        if count.later_dead:
            claims = ", ".join(count.later_dead)
            yield f"the best number of {what.value} leaves out who was counted among them and died later ({claims})"


def decided_lines(view: RecordView, event: Event) -> Iterator[str]:
    """The merges and splits that stand of the event's claims, with who decided and why."""
    mine = set(event.claims)
    for one in view.decisions():
        sides = [mine & {seen.claim.id for seen in side} for side in (one.claims, one.others)]
        merged = one.action is Action.MERGE and all(sides)
        if merged or (one.action is Action.SPLIT and any(sides) and not all(sides)):
            reason = f": {one.reason}" if one.reason else ""
            yield f"{'merged' if merged else 'split'} by {one.coder}, decision {one.number}{reason}"


def _print_document(view: RecordView, filed: Filed) -> None:
    out, doc = console(), filed.document
    out.print(f"[bold]{safe(doc.title or doc.id)}[/]")
    out.print(
        f"[dim]{safe(doc.id)} · {safe(doc.publisher or 'publisher unknown')} · text SHA-256 {filed.text_sha256}[/]"
    )
    evidence = "; ".join(f"“{span.of(doc.text)}”" for span in filed.anchor.evidence)
    out.print(
        f"dated {filed.anchor.day or 'not'} ({filed.anchor.basis.value}{': ' + safe(evidence) if evidence else ''})\n"
    )
    for claim in view.claims(document=doc.id):
        figure = say_range(claim.count.low, claim.count.high, claim.count.text) if claim.count else ""
        out.print(f"[dim]{claim.id}[/]  {claim.type.value.replace('_', ' ')} {safe(figure)}")
        out.print(Padding(in_context(doc.text, claim.span, around=0), (0, 0, 0, 4)))
