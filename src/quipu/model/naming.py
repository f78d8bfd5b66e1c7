"""Namings: by which of several contested words a report, or somebody in it, calls a thing."""

from dataclasses import dataclass
from enum import StrEnum

from quipu.model.claim import Words
from quipu.model.span import Span


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
