"""Linking claims into events, in one pass over claims ordered by (block, day of the report, id).

1. Running totals are passed over: a total never becomes an incident.
2. The claims of one day's reports join into bundles by report, bundles into clusters (`window`).
3. A cluster closes when the days have moved on, and becomes an event; one that holds a claim which a person tied to
   another claim waits until all claims of that tie have come, wherever they stand (`parked`).
Memory: the claims of one day's reports, what the open clusters of one block sum up to (their claims lie on the
`shelf`), the parked clusters, and the codes given out.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from quipu.events.block import block_of, report_day
from quipu.events.clues import Clues
from quipu.events.families import linking
from quipu.events.happening import Codes, event_of
from quipu.events.parked import Parked
from quipu.events.shelf import Shelf
from quipu.events.ties import Ties
from quipu.events.window import Window
from quipu.model import Claim, CountKind, Event, Judgement, SourcedClaim


def link_order(one: SourcedClaim) -> tuple[str, bool, date, str]:
    """The order that `link_events` asks for: block, day of the report (`report_day`; undated last), claim id."""
    day = report_day(one)
    return block_of(one.claim), day is None, day or date.max, one.claim.id


def link_events(
    claims: Iterable[SourcedClaim], decided: Iterable[Judgement] = (), clues: Clues | None = None
) -> Iterator[Event | Judgement]:
    """Events, each claim in exactly one, and the judgements behind them.

    Positive judgements join claims pair by pair: an event is a connected component of them and of the persons' ones.
    Unsure judgements are pairs for a person to look at. Persons' judgements in `decided` always win.

    Args:
        claims: in the order of `link_order`. Cumulative counts are passed over.
        decided: judgements of persons (`by` begins with "person:"); those of rules are ignored.
        clues: the rare words of the reports; without them, only what the claims say is compared.

    Raises:
        ValueError: the claims are not in order.
    """
    ties, codes = Ties(decided), Codes()
    parked = Parked(ties)
    incidents = (one for one in _ordered(claims) if not _is_total(one.claim))
    for _, block in groupby(incidents, key=lambda one: block_of(one.claim)):
        with Shelf() as shelf:
            for closed in _clusters(block, Window(ties, clues or Clues((), {}), shelf)):
                if isinstance(closed, Judgement):
                    yield closed
                    continue
                yield from (event_of(cluster, codes) for cluster in parked.take(closed))
    yield from (event_of(cluster, codes) for cluster in parked.rest())


def _is_total(claim: Claim) -> bool:
    """A running total of people; "in force in 15 provinces since Thursday" tells how far one measure reaches."""
    return claim.count is not None and claim.count.cumulative and claim.count.what is not CountKind.REGIONS


def _ordered(claims: Iterable[SourcedClaim]) -> Iterator[SourcedClaim]:
    last = None
    for one in claims:
        key = link_order(one)
        if last is not None and key < last:
            raise ValueError(f"claims must come in link_order: {one.claim.id} came after {last[-1]}")
        last = key
        yield one


def _clusters(block: Iterable[SourcedClaim], window: Window) -> Iterator[Judgement | list[SourcedClaim]]:
    for _, days in groupby(groupby(block, key=report_day), key=lambda day: _period(day[0])):
        for day, claims in days:
            if day is not None:
                yield from window.close(before=day)
            yield from window.take(list(claims))
        yield from window.settle()
    yield from window.close()


def _period(day: date | None) -> int | None:
    return day.toordinal() // linking().limits.pool_days if day else None
