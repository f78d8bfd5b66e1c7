"""What comes out of a page or a PDF, between the worker that takes it out and the intake."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Extracted:
    """Text and metadata, or, where `code` is set, why there is none."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    """ISO 8601 day, from metadata only."""
    url: str | None = None
    language: str | None = None
    """The language that the page declares."""
    extractor: str = ""
    code: str | None = None
    message: str = ""

    def fields(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def refused(code: str, message: str) -> Extracted:
    """No text, and why."""
    return Extracted(code=code, message=message)
