"""The page of framing: what each source calls the same thing, counted, with quotations."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from quipu.export.naming import FramingCount, count_framing, framing_lines, name_of
from quipu.export.report.site import Site
from quipu.model import RecordView

# Of each term, source and speaker; all are in the data.
_QUOTATIONS = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """A source, or a speaker in it, with its count of every term; None for one that it does not use."""

    source: str
    speaker: str | None
    counts: tuple[FramingCount | None, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with the terms for it, the most used first."""

    id: str
    name: str
    counts: list[FramingCount]
    terms: tuple[str, ...]
    voices: tuple[Voice, ...]


def write_framing(site: Site, view: RecordView) -> None:
    """One page, a table for each concept that reports name; words for other countries and long ago are left out."""
    found = list(framing_lines(view))
    lines = [line for line in found if not line.elsewhere]
    counts = count_framing(lines, _QUOTATIONS)
    concepts = [_concept(id, list(mine)) for id, mine in groupby(counts, key=lambda count: count.concept)]
    site.page("framing.html", "framing.html", concepts=concepts, elsewhere=len(found) - len(lines))


def _concept(id: str, counts: list[FramingCount]) -> Concept:
    times: dict[str, int] = {}
    for one in counts:
        times[one.term] = times.get(one.term, 0) + one.times
    terms = tuple(sorted(times, key=lambda term: (-times[term], term)))
    return Concept(id, name_of(id), counts, terms, tuple(_voices(counts, terms)))


def _voices(counts: Sequence[FramingCount], terms: Sequence[str]) -> list[Voice]:
    """Sources in alphabetical order, each with its own words before those of its speakers."""
    rows: dict[tuple[str, str | None], dict[str, FramingCount]] = {}
    for one in counts:
        rows.setdefault((one.source, one.speaker), {})[one.term] = one
    ordered = sorted(rows.items(), key=lambda row: (row[0][0].casefold(), row[0][1] or ""))
    return [Voice(source, speaker, tuple(map(found.get, terms))) for (source, speaker), found in ordered]
