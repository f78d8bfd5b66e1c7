"""The pages of decisions: conflicts first, then what coders decided, the newest first."""

from dataclasses import dataclass

from markupsafe import Markup

from quipu.export.lines import ConflictLine, conflict_lines, decision_lines
from quipu.export.report.highlight import plain
from quipu.export.report.pages import list_page
from quipu.export.report.shelf import DECISIONS_A_PAGE, Shelf
from quipu.export.report.site import Site, chunks
from quipu.model import Conflict


@dataclass(frozen=True, slots=True)
class Sides:
    """A conflict with the words of then and now."""

    conflict: Conflict
    href: str
    against_href: str | None
    then: Markup
    now: Markup
    permalink: str | None


def write_decisions(site: Site, shelf: Shelf) -> int:
    """Every decision and conflict; returns how many decisions stand."""
    listed = list(decision_lines(shelf.view))[::-1]
    conflicts = [_sides(line, shelf) for line in conflict_lines(shelf.view)]
    for at, (found, more) in enumerate(chunks(listed, DECISIONS_A_PAGE)):
        list_page(site, "decisions", at, more, listed=found, conflicts=[] if at else conflicts)
    return sum(line.decision.withdrawn_at is None for line in listed)


def _sides(line: ConflictLine, shelf: Shelf) -> Sides:
    one = line.conflict
    against = None if one.against is None else shelf.decided[one.against]
    return Sides(one, shelf.decided[one.decision], against, plain(one.then), plain(one.now), line.permalink)
