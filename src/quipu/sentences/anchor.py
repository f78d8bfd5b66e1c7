"""The day that "today" means in a text: given, or inferred from the text's own evidence, or unknown.

Inference is constraint solving in three steps. Years: dates with weekdays, years named, and lengths that end now
("the last 18 months") leave one year for the report's dates, or none. Days: a dateline, "today" beside a date, a bare
weekday just after the latest date, or a length since a dated happening ("two months now since the coup", which
another sentence dates) each propose a day. Agreement: proposals within a week of each other stand, the exactest
wins; a proposal earlier than the latest past date falls; anything else abstains.
"""

from collections.abc import Sequence
from datetime import timedelta

from quipu.model import Anchor, AnchorBasis, Document, Sentence
from quipu.sentences.anchor_days import Proposal, propose_days
from quipu.sentences.anchor_evidence import Evidence, read_evidence
from quipu.sentences.anchor_years import Calendar, fix_years
from quipu.sentences.times_find import Expression, find_expressions

# Proposals further apart than this contradict each other.
_WEEK = timedelta(7)


def find_anchor(document: Document, sentences: Sequence[Sentence], language: str) -> Anchor:
    """The anchor of a document: its publication date where known, else inferred with the words that say so.

    Basis is `published`, `inferred`, or `none` where the evidence does not narrow it to about a week.
    """
    if document.published is not None:
        return Anchor(document.published, AnchorBasis.PUBLISHED)
    return infer_anchor(sentences, find_expressions(document.text, sentences, language), language)


def infer_anchor(sentences: Sequence[Sentence], expressions: Sequence[Expression], language: str) -> Anchor:
    """The anchor as the expressions of a text imply it, ignoring any metadata."""
    evidence = read_evidence(sentences, expressions)
    calendar = fix_years(evidence)
    proposals = [item for item in propose_days(evidence, calendar, language) if _stands(item, evidence, calendar)]
    best = _agreed(proposals)
    if best is None:
        return Anchor()
    spans = sorted({*best.evidence, *calendar.evidence})
    return Anchor(best.day, AnchorBasis.INFERRED, tuple(spans))


def _stands(proposal: Proposal, evidence: Evidence, calendar: Calendar) -> bool:
    """A report is not earlier than what it tells as past (with the proposal's own tolerance)."""
    latest = calendar.latest(evidence)
    return latest is None or proposal.day + timedelta(proposal.within) >= latest


def _agreed(proposals: Sequence[Proposal]) -> Proposal | None:
    """The exactest of proposals that do not contradict each other."""
    if not proposals:
        return None
    best = min(proposals, key=lambda item: (item.rank, item.within))
    rivals = [item for item in proposals if item.rank == best.rank or item.rank <= 1]
    return best if all(abs(item.day - best.day) <= _WEEK for item in rivals) else None
