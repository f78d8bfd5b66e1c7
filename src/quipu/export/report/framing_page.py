"""The page of framing: what each source calls the same thing, with quotations."""

from dataclasses import dataclass
from itertools import groupby

from quipu.export.naming import FramingCount, count_framing, framing_lines, name_of
from quipu.export.report.site import Site
from quipu.model import RecordView

# Of each term, source and speaker; all are in the data.
_QUOTATIONS = 2


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with the terms for it."""

    id: str
    name: str
    counts: list[FramingCount]


def write_framing(site: Site, view: RecordView) -> None:
    """One page, a table for each concept that reports name."""
    counts = count_framing(framing_lines(view), _QUOTATIONS)
    concepts = [Concept(id, name_of(id), list(mine)) for id, mine in groupby(counts, key=lambda count: count.concept)]
    site.page("framing.html", "framing.html", concepts=concepts)
