"""An event's counts: what each independent source puts the number at, then lowest, best supported and highest.

What one report puts a number at is in `reported`. A source's later figure replaces its earlier one.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from quipu.claims.words import lists
from quipu.events.figure import Figure, Told
from quipu.events.outcomes import Deaths, without_later_dead
from quipu.events.reported import ages_of, number_of, report_figure
from quipu.events.standing import best_supported, replaces, risen_to, still_standing
from quipu.events.voices import voice_of_claim
from quipu.events.where import Level, where_of
from quipu.model import Claim, CountKind, EventCount, EventType, SourcedClaim

_ONE = lists("en")["single"] | lists("es")["single"]
_BARE = {EventType.KILLING: CountKind.KILLED, EventType.INJURY: CountKind.INJURED}


def count_event(claims: Iterable[SourcedClaim]) -> tuple[tuple[CountKind, EventCount], ...]:
    """The counts of one event by kind, in the order of `CountKind`, from the claims that say it happened.

    Deaths that are told without any number ("the boy was pronounced dead") are at least one; so are injuries, unless
    the event tells of deaths too: who was shot and who died are then most often one person, but where their ages
    differ. Who was wounded at an age at which somebody died is counted with the dead alone, and so is who was told
    wounded before a death was known.
    """
    done = [one for one in claims if one.claim.modality.happened]
    dead = {age for one in done if one.claim.type is EventType.KILLING for age in ages_of(one.claim)}
    done = [one for one in done if not _has_died(one.claim, dead)]
    stated = {what: told for what in CountKind if (told := [one for one in done if _counts(one.claim, what)])}
    bare = {what: told for type, what in _BARE.items() if (told := [one for one in done if _is_bare(one.claim, type)])}
    if CountKind.KILLED in stated or CountKind.KILLED in bare:
        others = [one for one in bare.pop(CountKind.INJURED, ()) if dead and ages_of(one.claim)]
        bare |= {CountKind.INJURED: others} if others else {}
    counted = {what: _at_least_one(told) for what, told in bare.items()}
    deaths = _deaths(stated.get(CountKind.KILLED, ()), bare.get(CountKind.KILLED, ()))
    for what, told in stated.items():
        sources = figures_by_source(told)
        alive = without_later_dead(sources, deaths) if what is CountKind.INJURED else sources
        if alive or what is not CountKind.INJURED:
            counted[what] = _range(told, sources, alive, deaths)
    return tuple((what, counted[what]) for what in CountKind if what in counted)


def _deaths(stated: Sequence[SourcedClaim], bare: Sequence[SourcedClaim]) -> Deaths:
    """What each source puts the dead at, one where it gives no number, and how many they most likely are."""
    told = {one.origin: Told(Figure(1.0, 1.0), one.published, one.claim.id) for one in bare} | figures_by_source(stated)
    return Deaths(told, best_supported(list(told.values())) or 0)


def _counts(claim: Claim, what: CountKind) -> bool:
    return claim.count is not None and claim.count.what is what and not claim.count.cumulative


def _is_bare(claim: Claim, type: EventType) -> bool:
    """Whether somebody is told to be harmed, and not how many: "the killings" alone name nobody, and what is told of a
    stretch of days ("the toll of the protests") or of a whole country ("the deaths of compatriots") is no single
    happening.
    """
    days, where = claim.date, where_of(claim.place)
    stretch = days is not None and days.begin is not None and days.begin != days.finish
    if claim.type is not type or claim.count is not None or stretch:
        return False
    wide = where is not None and where.level is Level.COUNTRY and not ages_of(claim)
    return not wide and bool(claim.target or claim.victims)


def _has_died(claim: Claim, dead: set[int]) -> bool:
    """Whether all whom the claim tells wounded are of ages at which somebody died."""
    ages = ages_of(claim)
    is_all = claim.count is None or number_of(claim.count) == len(ages)
    return claim.type is EventType.INJURY and is_all and bool(ages) and ages <= dead


def _at_least_one(told: Iterable[SourcedClaim]) -> EventCount:
    return EventCount(1.0, 1.0, None, tuple(sorted({one.claim.id for one in told})))


def figures_by_source(claims: Iterable[SourcedClaim]) -> dict[str, Told]:
    """For one kind: each independent source's latest figure."""
    reports: dict[tuple[str, str], list[SourcedClaim]] = {}
    for one in claims:
        reports.setdefault((one.origin, one.claim.document_id), []).append(one)
    latest: dict[str, Told] = {}
    for (origin, document), told in sorted(reports.items(), key=lambda entry: _told_when(entry[0], entry[1])):
        figure = report_figure([one.claim for one in told])
        if figure is None or (origin in latest and document != origin and _tells_nothing(figure, told, latest[origin])):
            continue
        latest[origin] = Told(figure, _day(told), _stating(told, figure), _describes(told, figure))
    return latest


def _tells_nothing(figure: Figure, told: Sequence[SourcedClaim], known: Told) -> bool:
    """Whether a copy says what its original says, which it said on its own day, or is of that day and has a slip."""
    return figure == known.figure or _day(told) == known.day


def _range(
    claims: Sequence[SourcedClaim], sources: Mapping[str, Told], alive: Mapping[str, Told], deaths: Deaths
) -> EventCount:
    """From the lowest stated number that stands to the highest; the best one leaves out the wounded who died later,
    with the claims of their deaths beside it."""
    ids = tuple(sorted({one.claim.id for one in claims}))
    stated = list(sources.values())
    if not stated:
        return EventCount(None, None, None, ids)
    standing = still_standing(sources, {one.claim.id for one in claims if replaces(one.claim)})
    best = best_supported([alive[source] for source in standing if source in alive])
    lows = [n for n in (best, *(told.figure.number for told in standing.values())) if n is not None]
    for origin, told in standing.items():
        mine = [one for one in claims if one.origin == origin and one.published in (told.day, None)]
        lows += _rivals(mine, told.figure)
    closed = [told.figure.high for told in stated if told.figure.high is not None]
    is_open = any(told.figure.high is None and (told.figure.low or 0) >= max(closed, default=0) for told in stated)
    left_out = deaths.claims() if best != best_supported(list(standing.values())) else ()
    low = None if _is_open_below(list(standing.values())) else min(lows)
    return EventCount(low, best, None if is_open else max(closed), ids, left_out)


def _is_open_below(standing: Sequence[Told]) -> bool:
    """Whether the least that is told is "up to" a number, of which there may be fewer."""
    ceilings = [told.figure.high for told in standing if told.figure.low is None and told.figure.high is not None]
    floors = [told.figure.low for told in standing if told.figure.low is not None]
    return bool(ceilings) and min(ceilings) < min(floors, default=math.inf)


def _rivals(told: Sequence[SourcedClaim], top: Figure) -> list[float]:
    """Lower numbers that other speakers of one report stand by, where they rule its figure out.

    "Eight, says the directorate; volunteers counted nine": eight is one of them. One person is rather one of the
    eight, a number that a later one of the report replaces has had its time, and what a group has is its own.
    """
    spoken: dict[frozenset[str], list[Claim]] = {}
    for one in told:
        count = one.claim.count
        if count and count.scope is None and count.relation != "subset":
            spoken.setdefault(voice_of_claim(one), []).append(one.claim)
    risen = max((risen_to(claim) for mine in spoken.values() for claim in mine), default=0.0)
    counts = [one.count for mine in spoken.values() for one in mine if one.count]
    added = sum(low or 0.0 for low, _ in {(c.low, c.text) for c in counts if c.relation == "addition"})
    wholes = [[one for one in mine if one.count and one.count.relation != "addition"] for mine in spoken.values()]
    figures = [figure for mine in wholes if len(wholes) > 1 and (figure := report_figure(mine))]
    closed = [figure.high for figure in figures if figure.high is not None and figure.high + added != top.number]
    return [high for high in closed if max(1.0, risen) < high < (top.number or 0.0)]


def _day(told: Sequence[SourcedClaim]) -> date | None:
    return max((one.published for one in told if one.published), default=None)


def _told_when(report: tuple[str, str], told: Sequence[SourcedClaim]) -> tuple[date, bool, tuple[str, str]]:
    return _day(told) or date.min, report[0] != report[1], report


def _describes(told: Sequence[SourcedClaim], figure: Figure) -> bool:
    """Whether one person is told without the word "one" or a digit."""
    texts = [one.claim.count.text.casefold() for one in told if one.claim.count]
    return figure == (1, 1) and not any(text.isdigit() or text in _ONE for text in texts)


def _stating(told: Sequence[SourcedClaim], figure: Figure) -> str:
    """The claim that states the figure, else the first of the report."""
    exact = [one.claim.id for one in told if one.claim.count and (one.claim.count.low, one.claim.count.high) == figure]
    return min(exact or [one.claim.id for one in told])
