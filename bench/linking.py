"""Does linking stay near-linear? Links made-up claims of growing crises and compares the processor time of each claim.

    python bench/linking.py                    # 10,000, 30,000 and 100,000 claims
    python bench/linking.py 1000 10000 --json

Claims are made with a fixed seed: ten reports a day, each with seven claims and a text with rare words, tell of one
incident of the last days in one of ten towns, so that more claims are a longer crisis. All is measured in one process
and compared as a ratio, so that other work on the machine weighs on all sizes alike. Exits 1 if a claim of the largest
record takes over 1.5 times as long as one of the smallest, or the largest over 60 seconds.
"""

import argparse
import json
import random
import sys
import time
from datetime import date, timedelta

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
PER_DAY, PER_REPORT, TOWNS = 10, 7, 10
BEGIN = date(2022, 12, 7)
Incident = tuple[date, int]
TYPES = (EventType.KILLING, EventType.INJURY, EventType.ARREST, EventType.PROTEST, EventType.BLOCKADE)
COUNTS = {
    EventType.KILLING: CountKind.KILLED,
    EventType.INJURY: CountKind.INJURED,
    EventType.ARREST: CountKind.ARRESTED,
}


def main() -> int:
    """Measure each size, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 30_000, 100_000], metavar="CLAIMS")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    rows = [measure(size) for size in options.sizes]
    ratio = round(rows[-1]["microseconds"] / rows[0]["microseconds"], 2)
    if options.json:
        print(json.dumps({"links": rows, "ratio": ratio}))
    else:
        for row in rows:
            told = f"{row['claims']:>8,} claims  {row['reports']:>7,} reports  {row['events']:>7,} events"
            print(f"{told}  {row['seconds']:>6} s  {row['microseconds']:>6} µs a claim")
        print(f"ratio {ratio} (at most {MOST_RATIO})")
    return 0 if ratio <= MOST_RATIO and rows[-1]["seconds"] <= MOST_SECONDS else 1


def measure(size: int) -> dict[str, float]:
    """Processor seconds of counting words and linking so many claims."""
    dice = random.Random(20221207)
    told = [_incident(dice, number) for number in range(size // PER_REPORT + 1)]
    texts = {f"r{number}": _text(dice, incident) for number, incident in enumerate(told)}
    days = [(id, _day(number)) for number, id in enumerate(texts)]
    claims = sorted((_claim(dice, n, told[n // PER_REPORT]) for n in range(size)), key=link_order)
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


def _day(number: int) -> date:
    return BEGIN + timedelta(days=number // PER_DAY)


def _incident(dice: random.Random, number: int) -> Incident:
    """The incident of the last three days that a report tells of: day and town."""
    return _day(number) - timedelta(days=dice.randrange(3)), dice.randrange(TOWNS)


def _text(dice: random.Random, incident: Incident) -> str:
    """180 words: common ones, and some that only the reports of one incident use."""
    common = [f"word{min(int(dice.expovariate(1 / 300)), 4000)}" for _ in range(160)]
    words = [*common, *(_name(dice, incident) for _ in range(20))]
    dice.shuffle(words)
    return " ".join(words)


def _name(dice: random.Random, incident: Incident) -> str:
    return f"Name{incident[0].toordinal()}of{incident[1]}is{dice.randrange(12)}"


def _claim(dice: random.Random, n: int, incident: Incident) -> SourcedClaim:
    number, at, (day, town) = n // PER_REPORT, 60 * (n % PER_REPORT), incident
    type, span, amount = dice.choice(TYPES), Span(at, at + 50), float(dice.randrange(1, 9))
    claim = Claim(
        id=f"c{n:07}",
        document_id=f"r{number}",
        span=span,
        type=type,
        modality=Modality.ASSERTED,
        rule="made@1",
        confidence=0.9,
        target=Words(_name(dice, incident), span),
        place=ClaimPlace(f"Town{town}", span, 1000 + town, -10.0 - town, -70.0, "PE", f"Region{town // 3}"),
        date=ClaimDate(day, day, dice.choice(["explicit", "relative", "context"])),
        count=Count(COUNTS[type], amount, amount, f"{amount:g}", span) if type in COUNTS else None,
    )
    return SourcedClaim(claim, claim.document_id, _day(number))


if __name__ == "__main__":
    sys.exit(main())
