"""What a build may be told."""

from dataclasses import dataclass, field

from quipu.documents import IntakeOptions


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build a record; the defaults suit a laptop."""

    intake: IntakeOptions = field(default_factory=IntakeOptions)
    batch_documents: int = 50
    """Documents per transaction at most. Swept 10, 50, 200 on 2,000 reports: 50 is within 2 % of 200 in speed, and a
    kill loses at most so many readings."""
    batch_seconds: float = 1.0
    """A transaction is made at least so often while documents come."""
    reread: bool = False
    """Read documents again that the record knows; what stood under their ids is superseded."""
    language: str = "en"
    """Of the record's own words: headings, labels, reasons."""
    settings: dict[str, str] = field(default_factory=dict)
    """More to note in the run's manifest."""
