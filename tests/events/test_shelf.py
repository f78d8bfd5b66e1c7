"""Claims put down come back as they were, from memory and from the passing file."""

from datetime import date

import pytest

from quipu.events.shelf import Shelf
from quipu.model import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    EventType,
    Modality,
    SourcedClaim,
    Span,
    Victim,
    Words,
)

FULL = SourcedClaim(
    Claim(
        id="c1",
        document_id="r1",
        span=Span(3, 60),
        type=EventType.KILLING,
        modality=Modality.ASSERTED,
        rule="kill@3",
        confidence=0.8,
        actor=Words("the police", Span(3, 13)),
        place=ClaimPlace("Juliaca", Span(20, 27), 3937513, -15.5, -70.13, "PE", "Puno"),
        date=ClaimDate(date(2023, 1, 9), date(2023, 1, 9), "explicit", Span(30, 39)),
        count=Count(CountKind.KILLED, 2.0, 2.0, "two", Span(14, 17)),
        chain=(Words("a doctor", None), Words("a radio", Span(50, 57))),
        victims=(Victim(Span(5, 9), age=17),),
    ),
    "r0",
    date(2023, 1, 10),
)
BARE = SourcedClaim(Claim("c2", "r2", Span(0, 9), EventType.PROTEST, Modality.PLANNED, "march@1", 0.5), "r2")


@pytest.mark.parametrize("in_memory", [0, 1, 1 << 20], ids=["never in a file", "in a file at once", "in memory"])
def test_claims_come_back_as_they_were(in_memory: int) -> None:
    with Shelf(in_memory) as shelf:
        both, one, none = shelf.put([FULL, BARE]), shelf.put([BARE]), shelf.put([])
        assert shelf.get([one, both]) == [BARE, FULL, BARE]
        assert shelf.get([none]) == []
        again = shelf.put([FULL])
        assert shelf.get([again, one]) == [FULL, BARE]


def test_nothing_is_left_when_the_shelf_is_done() -> None:
    with Shelf() as shelf:
        number = shelf.put([FULL])
    with pytest.raises(ValueError, match="closed"):
        shelf.get([number])
