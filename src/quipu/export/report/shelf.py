"""What pages look up again and again: documents by id, texts, headings, quotes, and where a number stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from quipu.export.decided import decided_events
from quipu.export.links import claim_link, document_link, event_link
from quipu.export.report.highlight import Mark, highlight
from quipu.export.report.words import bounds, count_name, figure, number, type_name
from quipu.model import (
    Claim,
    CountKind,
    Dispute,
    Event,
    EventCount,
    Filed,
    Judged,
    RecordView,
    Status,
    TallyPoint,
    hash_of,
)

_KEPT_TEXTS = 64
DISPUTES_A_PAGE = 200
DECISIONS_A_PAGE = 300


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document as other pages name it."""

    id: str
    title: str
    publisher: str | None
    published: date | None
    href: str
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim with its words, ready to be shown away from its document."""

    claim: Claim
    html: Markup
    href: str
    speaker: str
    figure: str | None
    doc: Shelved
    judged: Judged | None = None
    judged_href: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the words that it stands on."""

    name: str
    told: str
    href: str


@dataclass(frozen=True, slots=True)
class Range:
    """What an event's claims give for one count: lowest, best and highest, alike numbers told once."""

    what: str
    numbers: tuple[Number, ...]
    is_open: bool
    """No claim says how many at most."""
    is_ceiling: bool = False
    """Claims say only how many at most."""
    words: str | None = None
    """The words where no claim gives a number."""
    later_dead: tuple[Number, ...] = ()
    """The deaths for which the best number of wounded leaves somebody out."""


class Shelf:
    """Look-ups over a view. Holds one small row per document, event heading and dispute, and a few texts."""

    def __init__(self, view: RecordView) -> None:
        self.view = view
        self.documents = {filed.document.id: _shelved(filed) for filed in view.documents()}
        self.judged = {one.claim: one for one in view.judged()}
        self.decided_events = decided_events(view)
        newest = [decision.number for decision in view.decisions(withdrawn=True)][::-1]
        self.decided = {number: decision_link(number, at) for at, number in enumerate(newest)}
        self._headings = {entry.event: entry.heading for entry in view.timeline()}
        self.disputed: dict[str, list[str]] = {}
        for at, dispute in enumerate(view.disputes()):
            for side in {dispute.left, dispute.right}:
                self.disputed.setdefault(side, []).append(dispute_link(dispute, at))
        self.text = lru_cache(maxsize=_KEPT_TEXTS)(view.text)

    def heading(self, event: Event) -> str:
        """The timeline's heading, else the event's type and place."""
        told = type_name(event.type) + (f", {event.place.text}" if event.place else "")
        return self._headings.get(event.id, told)

    def quote(self, claim: Claim) -> Quote:
        """The claim's words with its number set off."""
        doc = self.documents[claim.document_id]
        marks = [] if claim.count is None else [Mark(claim.count.span, "count", claim.id)]
        html = highlight(self.text(claim.document_id), marks, claim.span)
        speaker = claim.attribution.text if claim.attribution else doc.publisher or "the report itself"
        judged = self.judged.get(claim.id)
        href = self.decided.get(judged.decision, "") if judged else ""
        return Quote(claim, html, claim_link(doc.id, claim.id), speaker, claim_figure(claim), doc, judged, href)

    def quotes(self, ids: Sequence[str]) -> list[Quote]:
        """Quotes of the claims that are in the record."""
        return [self.quote(claim) for claim in self.view.claims(ids=ids)]

    def ranges(self, event: Event) -> list[Range]:
        """Every count of an event, each number linked to a claim that states it."""
        return [found for what, count in event.counts if (found := self._range(what, count)) is not None]

    def _range(self, what: CountKind, count: EventCount) -> Range | None:
        claims = [claim for claim in self.view.claims(ids=count.claims) if claim.count is not None]
        if not claims:
            return None
        told: dict[float, str] = {}
        for name, value in bounds(count):
            told[value] = f"{told[value]}, {name}" if value in told else name
        numbers = tuple(
            Number(name, number(value), self._stated(claims, value)) for value, name in sorted(told.items())
        )
        if not numbers:
            first = claims[0]
            words = first.count.text if first.count else ""
            numbers = (Number("words", words, claim_link(first.document_id, first.id)),)
            return Range(count_name(what), numbers, False, words=words)
        is_ceiling = count.low is None and count.best in (None, count.high)
        dead = tuple(self._dead(claim) for claim in self.view.claims(ids=count.later_dead))
        return Range(count_name(what), numbers, count.high is None, is_ceiling, later_dead=dead)

    def _dead(self, claim: Claim) -> Number:
        """Deaths, as a claim tells them."""
        told = claim_figure(claim) or type_name(claim.type)
        return Number(self.documents[claim.document_id].title, told, claim_link(claim.document_id, claim.id))

    def _stated(self, claims: Sequence[Claim], value: float) -> str:
        """The first claim that states `value`, else the first of all."""
        stating = (c for c in claims if c.count and value in (c.count.low, c.count.high))
        claim = next(stating, claims[0])
        return claim_link(claim.document_id, claim.id)


def claim_figure(claim: Claim) -> str | None:
    """`at least 17 killed`."""
    if claim.count is None:
        return None
    told = figure(claim.count.low, claim.count.high, claim.count.text)
    if claim.count.what is CountKind.PERCENT:
        return f"{told} per cent"
    return told if claim.count.low is claim.count.high is None else f"{told} {count_name(claim.count.what)}"


def dispute_id(dispute: Dispute) -> str:
    """The anchor of a dispute on its page: what disagrees, not where it is listed."""
    return "x-" + hash_of(dispute.kind, dispute.what, dispute.left, dispute.right)[:12]


def dispute_link(dispute: Dispute, at: int) -> str:
    """Where the dispute listed at place `at` stands."""
    return f"{page_file('disputes', at // DISPUTES_A_PAGE)}#{dispute_id(dispute)}"


def decision_link(number: int, at: int) -> str:
    """Where the decision listed at place `at` stands; the newest comes first."""
    return f"{page_file('decisions', at // DECISIONS_A_PAGE)}#j-{number}"


def point_link(point: TallyPoint) -> str:
    """The words of a figure."""
    return claim_link(point.document, point.claim)


def page_file(name: str, number: int) -> str:
    """`timeline.html`, `timeline-2.html` …; `number` counts from 0."""
    return f"{name}.html" if number == 0 else f"{name}-{number + 1}.html"


def event_links(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Codes with their pages."""
    return ((code, event_link(code)) for code in codes)


def _shelved(filed: Filed) -> Shelved:
    doc = filed.document
    title = doc.title or f"Untitled report {doc.id}"
    return Shelved(doc.id, title, doc.publisher, doc.published, document_link(doc.id), filed.repeats)


def is_read(filed: Filed) -> bool:
    """Whether quipu could read it."""
    return filed.status is Status.READ
