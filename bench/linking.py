"""Does linking stay near-linear? Links made-up claims of growing crises and compares the processor time of each claim.

    python bench/linking.py                    # 10,000, 30,000 and 100,000 claims, every shape
    python bench/linking.py 1000 10000 --shape longer --json

Claims are made with a fixed seed: reports of seven claims and a text with rare words tell of one incident of the last
days in a town. More claims come in one of four shapes:

    longer   ten reports a day of ten towns, for more and more days
    denser   the same hundred days and ten towns, told of by more and more reports a day
    wider    the same hundred days, more and more towns
    undated  as denser, but every third report gives no day, neither its own nor its incident's

All is measured in one process, garbage collection too, and compared as a ratio, so that other work on the machine
weighs on all sizes alike. Exits 1 if in any shape a claim of the largest record takes over 1.5 times as long as one of
the smallest, or the largest takes over 60 seconds.
"""

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

from quipu.events import Clues, link_events, link_order
from quipu.model import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    Event,
    EventType,
    Modality,
    SourcedClaim,
    Span,
    Words,
)

MOST_RATIO, MOST_SECONDS = 1.5, 60.0
PER_REPORT, DAYS = 7, 100
BEGIN = date(2022, 12, 7)


class Incident(NamedTuple):
    """What a report tells of; the day is None where the report does not say."""

    day: date
    town: int
    is_dated: bool


class Shape(NamedTuple):
    """How a record of so many reports looks: reports a day, towns, and of how many reports one is undated (0: none)."""

    per_day: Callable[[int], int]
    towns: Callable[[int], int]
    undated: int = 0


def _dense(reports: int) -> int:
    return -(-reports // DAYS)


SHAPES = {
    "longer": Shape(lambda _: 10, lambda _: 10),
    "denser": Shape(_dense, lambda _: 10),
    "wider": Shape(_dense, _dense),
    "undated": Shape(_dense, lambda _: 10, 3),
}
TYPES = (EventType.KILLING, EventType.INJURY, EventType.ARREST, EventType.PROTEST, EventType.BLOCKADE)
COUNTS = {
    EventType.KILLING: CountKind.KILLED,
    EventType.INJURY: CountKind.INJURED,
    EventType.ARREST: CountKind.ARRESTED,
}


def main() -> int:
    """Measure each shape and size, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 30_000, 100_000], metavar="CLAIMS")
    parser.add_argument("--shape", action="append", choices=list(SHAPES), help="only this shape (may be repeated)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    told = {name: _grown(name, options.sizes, is_quiet=options.json) for name in options.shape or SHAPES}
    if options.json:
        print(json.dumps(told))
    slow = [shape for shape in told.values() if shape["ratio"] > MOST_RATIO]
    late = [shape for shape in told.values() if shape["links"][-1]["seconds"] > MOST_SECONDS]
    return 1 if slow or late else 0


def _grown(name: str, sizes: list[int], *, is_quiet: bool) -> dict[str, Any]:
    """One shape at every size, and the ratio of the last to the first."""
    rows = []
    for size in sizes:
        row = measure(SHAPES[name], size)
        rows.append(row)
        if not is_quiet:
            counted = f"{row['claims']:>8,} claims  {row['reports']:>7,} reports  {row['events']:>7,} events"
            print(f"{name:<8}{counted}  {row['seconds']:>6} s  {row['microseconds']:>6} µs a claim", flush=True)
    ratio = round(rows[-1]["microseconds"] / rows[0]["microseconds"], 2)
    if not is_quiet:
        print(f"{name:<8}ratio {ratio} (at most {MOST_RATIO})", flush=True)
    return {"links": rows, "ratio": ratio}


def measure(shape: Shape, size: int) -> dict[str, float]:
    """Processor seconds of counting words and linking so many claims."""
    claims, days, texts = make(shape, size)
    # What the making left is no work of linking's, nor is the walking over it.
    gc.collect()
    begun = time.process_time()
    events = sum(isinstance(one, Event) for one in link_events(claims, (), Clues(days, texts)))
    seconds = time.process_time() - begun
    return {
        "claims": size,
        "reports": len(texts),
        "events": events,
        "seconds": round(seconds, 1),
        "microseconds": round(1e6 * seconds / size),
    }


def make(shape: Shape, size: int) -> tuple[list[SourcedClaim], list[tuple[str, date | None]], dict[str, str]]:
    """Claims in the order of linking, the reports' days, and their texts."""
    dice, reports = random.Random(20221207), size // PER_REPORT + 1
    per_day, towns = shape.per_day(reports), shape.towns(reports)
    today = [BEGIN + timedelta(days=number // per_day) for number in range(reports)]
    told = [
        Incident(day - timedelta(days=dice.randrange(3)), dice.randrange(towns), not _is_nth(number, shape.undated))
        for number, day in enumerate(today)
    ]
    texts = {f"r{number}": _text(dice, incident) for number, incident in enumerate(told)}
    published = [day if incident.is_dated else None for day, incident in zip(today, told, strict=True)]
    of_report = ((n, told[n // PER_REPORT], published[n // PER_REPORT]) for n in range(size))
    claims = [SourcedClaim(_claim(dice, n, incident), f"r{n // PER_REPORT}", day) for n, incident, day in of_report]
    return sorted(claims, key=link_order), list(zip(texts, published, strict=True)), texts


def _is_nth(number: int, every: int) -> bool:
    return every > 0 and number % every == 0


def _text(dice: random.Random, incident: Incident) -> str:
    """180 words: common ones, and some that only the reports of one incident use."""
    common = [f"word{min(int(dice.expovariate(1 / 300)), 4000)}" for _ in range(160)]
    words = [*common, *(_name(dice, incident) for _ in range(20))]
    dice.shuffle(words)
    return " ".join(words)


def _name(dice: random.Random, incident: Incident) -> str:
    return f"Name{incident.day.toordinal()}of{incident.town}is{dice.randrange(12)}"


def _claim(dice: random.Random, n: int, incident: Incident) -> Claim:
    number, at, (day, town, is_dated) = n // PER_REPORT, 60 * (n % PER_REPORT), incident
    type, span, amount = dice.choice(TYPES), Span(at, at + 50), float(dice.randrange(1, 9))
    basis = dice.choice(["explicit", "relative", "context"])
    return Claim(
        id=f"c{n:07}",
        document_id=f"r{number}",
        span=span,
        type=type,
        modality=Modality.ASSERTED,
        rule="made@1",
        confidence=0.9,
        target=Words(_name(dice, incident), span),
        place=ClaimPlace(
            f"Town{town}", span, 1000 + town, -10.0 - town % 40, -70.0 - town // 40, "PE", f"Region{town // 3}"
        ),
        date=ClaimDate(day, day, basis) if is_dated else None,
        count=Count(COUNTS[type], amount, amount, f"{amount:g}", span) if type in COUNTS else None,
    )


if __name__ == "__main__":
    sys.exit(main())
