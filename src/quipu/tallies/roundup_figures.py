"""The dead, injured and arrested of one happening: each figure once, with whoever gives it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from quipu.model import Claim, CountKind, Event, EventCount, RoundupSentence, Span
from quipu.tallies.roundup_telling import Telling

COUNTED = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)

Part = tuple[str, str]
"""A figure in words, and whose word it is; nobody where the words say so themselves."""


def counts_people(event: Event, claims: Sequence[Claim]) -> bool:
    """Whether a happening can be told by its figures."""
    return any(_figures(event, claims))


def tell_figures(event: Event, claims: Sequence[Claim], telling: Telling) -> RoundupSentence | None:
    """One sentence for all figures; None where none is given."""
    parts: list[Part] = []
    used: list[Claim] = []
    for what, count, counting in _figures(event, claims):
        shown = _as_told(telling.notes.some(_one_a_figure(counting)), telling)
        parts.append(_say(what, count, shown, telling))
        used += [*shown, *telling.view.claims(ids=count.later_dead)]
    if not parts:
        return None
    said = telling.words.between_given.join(_with_sources(parts, telling))
    return telling.notes.say(telling.words.counted.format(when=telling.when(event), counts=said), used)


def _figures(event: Event, claims: Sequence[Claim]) -> Iterator[tuple[CountKind, EventCount, list[Claim]]]:
    """Each count with the claims that give a number for all of it."""
    for what, count in event.counts:
        if what in COUNTED:
            mine = [c for c in claims if c.id in count.claims and c.count and c.count.what is what]
            numbered = [c for c in mine if c.count and (c.count.low, c.count.high) != (None, None)]
            if kept := _without_headlines(_whole(numbered)):
                yield what, count, kept


def _whole(claims: Sequence[Claim]) -> list[Claim]:
    """Those that count all of it: no group or addition, and not one person of several."""
    whole = [c for c in claims if c.count and not (c.count.relation in ("subset", "addition") or c.count.scope)]
    several = [c for c in whole if c.count and (c.count.low, c.count.high) != (1, 1)]
    return several or whole or list(claims)


def _without_headlines(claims: Sequence[Claim]) -> list[Claim]:
    """Those that name their source, where the same report gives the same figure with and without it."""
    said = {_figure_of(claim) for claim in claims if claim.attribution}
    return [claim for claim in claims if claim.attribution or _figure_of(claim) not in said]


def _figure_of(claim: Claim) -> tuple[object, ...]:
    return claim.document_id, claim.count and (claim.count.low, claim.count.high)


def _one_a_figure(claims: Sequence[Claim]) -> list[Claim]:
    """Each figure's first claim first, so that none goes without a footnote."""
    first = {(c.count.low, c.count.high): c for c in reversed(claims) if c.count}
    chosen = [claim for claim in claims if claim in first.values()]
    return [*chosen, *(claim for claim in claims if claim not in chosen)]


def _as_told(claims: Sequence[Claim], telling: Telling) -> list[Claim]:
    """Low figures first, for a toll rises; one figure's claims by the day of their reports, and by where they stand."""

    def place(claim: Claim) -> tuple[float, str, str, Span]:
        low = claim.count.low or claim.count.high if claim.count else None
        return low or 0.0, str(telling.reports.day(claim.document_id)), claim.document_id, claim.span

    return sorted(claims, key=place)


def _say(what: CountKind, count: EventCount, claims: Sequence[Claim], telling: Telling) -> Part:
    """A figure that all agree on with all who give it; else the event's range, and each figure with who gives it.

    What one figure says is not made into another by what the event adds from claims that are not told here.
    """
    words = telling.words
    by_figure: dict[str, list[Claim]] = {}
    for claim in claims:
        by_figure.setdefault(telling.figure(claim), []).append(claim)
    told = [(c.count.low, c.count.high) for c in claims if c.count]
    low, high = (count.low, count.high) if len(by_figure) > 1 else told[0]
    is_less = bool(count.later_dead) and len(by_figure) > 1
    said = words.people[what].one if low == high == 1 else words.people[what].many.format(n=words.figure(low, high, ""))
    said = words.later_dead.format(figure=said) if is_less else said
    groups = {c.count.scope if c.count and c.count.relation == "subset" else None for c in claims}
    if len(groups) == 1 and (group := groups.pop()):
        said = words.scoped.format(what=said, scope=words.scopes.get(group) or words.quote(group))
    if len(by_figure) == 1 or not _differ(claims):
        return said, telling.speakers.listed(claims)
    given = (words.given.format(figure=one, source=telling.speakers.listed(mine)) for one, mine in by_figure.items())
    return words.differing.format(figure=said, figures=words.between_given.join(given)), ""


def _differ(claims: Sequence[Claim]) -> bool:
    """Whether no number satisfies all: "8" and "9" differ, "at least 20" and "23" do not."""
    lows = [claim.count.low for claim in claims if claim.count and claim.count.low is not None]
    highs = [claim.count.high for claim in claims if claim.count and claim.count.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _with_sources(parts: Sequence[Part], telling: Telling) -> Iterator[str]:
    """Figures with whose word they are: said once for neighbours of one source."""
    for source, neighbours in groupby(parts, key=lambda part: part[1]):
        together = telling.words.listed(said for said, _ in neighbours)
        yield telling.words.according.format(figure=together, source=source) if source else together
