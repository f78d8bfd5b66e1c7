"""Do a claim's words stand where the claim says?"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from quipu.model import Claim, Span
from quipu.store.rows import read_claim


def misplaced(row: Row[Any], document_id: str, text: str) -> Iterator[str]:
    """What is wrong with the spans of a claim's row, in words."""
    try:
        claim = read_claim(row, document_id)
    except (ValueError, KeyError, TypeError) as error:
        yield f"cannot be read: {error}"
        return
    if not claim.span.of(text).strip():
        yield f"covers no words ({claim.span.start} to {claim.span.end})"
    for name, words, span in _fields(claim):
        if span.end > len(text):
            yield f"{name} ends after the text ({span.end} of {len(text)})"
        elif words is not None and span.of(text) != words:
            yield f"{name} says {words!r} and the text {span.of(text)!r}"


def _fields(claim: Claim) -> Iterator[tuple[str, str | None, Span]]:
    """Every span of a claim with its name, and its words where the claim repeats them."""
    yield "claim", None, claim.span
    for name in ("actor", "target", "place", "attribution", "count"):
        field = getattr(claim, name)
        if field is not None and field.span is not None:
            yield name, field.text, field.span
    for words in (claim.actor, claim.target, claim.attribution, *claim.chain):
        if words is not None and words.named is not None:
            yield "name", words.named.text, words.named.span
    for link in claim.chain:
        if link.span is not None:
            yield "chain", link.text, link.span
    if claim.date is not None and claim.date.span is not None:
        yield "date", None, claim.date.span
    for victim in claim.victims:
        yield "victim", None, victim.span
        if victim.name is not None:
            yield "victim's name", None, victim.name
