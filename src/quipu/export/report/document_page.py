"""The page of a document: its whole text with every claim highlighted, and beside each paragraph what was read."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from quipu.export.lines import read_otherwise
from quipu.export.links import document_link, event_link
from quipu.export.names import shown
from quipu.export.naming import naming_anchor
from quipu.export.report.highlight import Mark, highlight, paragraphs
from quipu.export.report.shelf import Shelf, claim_figure
from quipu.export.report.site import Site
from quipu.model import Claim, Filed, Judged, Span

_SAFE_ID = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Card:
    """What a claim says, beside its words."""

    number: int
    claim: Claim
    figure: str | None
    event: str | None
    event_href: str | None
    disputes: tuple[str, ...]
    judged: Judged | None = None
    judged_href: str = ""
    read_as: tuple[tuple[str, str], ...] = ()
    """What was read, of each field that a person set otherwise."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph with the cards of the claims that begin in it."""

    html: Markup
    cards: tuple[Card, ...]


def write_documents(site: Site, shelf: Shelf) -> None:
    """One page per document; one text at a time is held."""
    for filed in shelf.view.documents():
        write_document(site, shelf, filed.document.id)


def write_document(site: Site, shelf: Shelf, id: str) -> None:
    """The page of one document."""
    filed = shelf.view.document(id)
    text = filed.document.text
    claims = list(shelf.view.claims(document=id))
    style = _style(claims)
    site.page(
        document_link(id),
        "document.html",
        filed=filed,
        doc=shelf.documents[id],
        rows=_rows(filed, claims, shelf),
        style=style,
        style_hash=_csp_hash(style) if style else None,
        claims=len(claims),
        evidence=[shown(span.of(text)) for span in filed.anchor.evidence],
        original=shelf.documents.get(filed.repeats or ""),
        url=_safe_url(filed.document.url),
        refused=[(r, shown(r.span.of(text))) for r in shelf.view.refused_claims(document=id)],
    )


def _rows(filed: Filed, claims: Sequence[Claim], shelf: Shelf) -> list[Row]:
    text = filed.document.text
    marks = [*_marks(claims), *(Mark(s, "evidence", f"anchor-{n}") for n, s in enumerate(filed.anchor.evidence, 1))]
    named = shelf.view.namings(document=filed.document.id)
    marks += [Mark(naming.span, "term", naming_anchor(naming)) for naming in named]
    spans = list(paragraphs(text)) or [Span(0, 0)]
    rows = []
    for at, within in enumerate(spans):
        is_last = at + 1 == len(spans)
        here = [
            (number, claim)
            for number, claim in enumerate(claims, 1)
            if within.start <= claim.span.start and (claim.span.start < within.end or is_last)
        ]
        near = [mark for mark in marks if mark.span.meets(within) or within.start <= mark.span.start < within.end]
        rows.append(Row(highlight(text, near, within), tuple(_card(number, claim, shelf) for number, claim in here)))
    return rows


def _marks(claims: Sequence[Claim]) -> list[Mark]:
    marks = []
    for number, claim in enumerate(claims, 1):
        marks.append(Mark(claim.span, "claim", claim.id, number))
        if claim.count is not None:
            marks.append(Mark(claim.count.span, "count", claim.id))
    return marks


def _card(number: int, claim: Claim, shelf: Shelf) -> Card:
    event = shelf.view.event_of(claim.id)
    href = event_link(event) if event else None
    disputes, judged = tuple(shelf.disputed.get(claim.id, ())), shelf.judged.get(claim.id)
    read_as = tuple(read_otherwise(judged).items()) if judged else ()
    decided = shelf.decided.get(judged.decision, "") if judged else ""
    return Card(number, claim, claim_figure(claim), event, href, disputes, judged, decided, read_as)


def _style(claims: Sequence[Claim]) -> Markup:
    """Which words light up for which claim: marks that cross are cut in pieces, and `:target` is only the first."""
    rules = []
    for claim in claims:
        if _SAFE_ID.fullmatch(claim.id):
            on = f'main:has([id="{claim.id}"]:target)'
            rules.append(f'{on} [data-c="{claim.id}"]{{background:var(--target)}}')
            rules.append(f'{on} [data-n="{claim.id}"]{{background:var(--target-count)}}')
            rules.append(f'{on} [id="k-{claim.id}"]{{border-color:var(--accent);background:var(--card-on)}}')
    return Markup("\n".join(rules))


def _csp_hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _safe_url(url: str | None) -> str | None:
    """An address that may become a link: never `javascript:` and the like."""
    return url if url and re.match(r"https?://", url, re.IGNORECASE) else None
