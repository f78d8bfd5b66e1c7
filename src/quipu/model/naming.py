"""Namings: by which of several contested words a report, or somebody in it, calls a thing."""

from dataclasses import dataclass
from enum import StrEnum

from quipu.model.claim import EventType, Words
from quipu.model.span import Span

CONCEPT_TYPES: dict[str, frozenset[EventType]] = {
    "removal_of_a_president": frozenset((EventType.REMOVAL_FROM_OFFICE, EventType.IMPEACHMENT)),
    "closure_of_a_congress": frozenset((EventType.DISSOLUTION,)),
    "mass_protest": frozenset((EventType.PROTEST, EventType.STRIKE, EventType.OCCUPATION)),
    "deaths": frozenset((EventType.KILLING,)),
    "force_against_protest": frozenset((EventType.REPRESSION_FORCE_USE, EventType.KILLING, EventType.INJURY)),
    "taking_into_custody": frozenset((EventType.ARREST,)),
    "emergency_rule": frozenset((EventType.EMERGENCY_DECREE, EventType.CURFEW)),
    "closing_of_roads": frozenset((EventType.BLOCKADE,)),
    "disputed_election": frozenset((EventType.ELECTION,)),
}
"""The types of event that a concept's terms name. Those of any other concept name people, who may be in any event."""


class Stance(StrEnum):
    """How a word is used: as one's own, held at arm's length ("so-called", alone in quotation marks), or denied."""

    USED = "used"
    DISTANCED = "distanced"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Naming:
    """One contested word in one report. `concept` and `term` are ids of `lexicon/<language>/framing.yml`."""

    document_id: str
    span: Span
    concept: str
    term: str
    stance: Stance = Stance.USED
    speaker: Words | None = None
    """Whose word it is; None where it is the report's own, or a quotation's whose speaker was not found."""
    quoted: bool = False
    """Whether it stands within a quotation of somebody's speech."""
