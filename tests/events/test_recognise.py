"""A judged claim is known again by its words, or not at all."""

from dataclasses import replace
from typing import Any

import pytest

from decisions_factory import TEXT, make_claim, make_other, make_seen
from quipu.events.recognise import Page, find_again
from quipu.model import Claim, Count, CountKind, EventType, Span, sha256_hex

OLD = make_claim()
ALL = "Two miners died in Calama on 6 March 2022, the hospital said"


def _renamed(claim: Claim, **changes: Any) -> Claim:
    return replace(claim, id="c-new", **changes)


def _page(*claims: Claim, text: str = TEXT) -> Page:
    return Page("d", text, sha256_hex(text), claims)


MOVED = "ANTOFAGASTA. " + TEXT.replace("Calama on", "Calama\non")
AT = MOVED.index("Two miners")
SHIFTED = _renamed(OLD, span=Span(AT, AT + len(OLD.span)))
WIDER = Span(0, len(ALL))
FIVE = Count(CountKind.KILLED, 5, 5, "Two", Span(0, 3))
ELSEWHERE = Count(CountKind.KILLED, 6, 6, "6", Span(29, 30))
FOUND: dict[str, tuple[Page, str | None]] = {
    "its id stands": (_page(replace(OLD, confidence=0.1), make_other()), "c-1"),
    "another id, same words": (_page(_renamed(OLD), make_other()), "c-new"),
    "its sentence instead of its clause": (_page(_renamed(OLD, span=WIDER)), "c-new"),
    "other bounds read from the same words": (_page(_renamed(OLD, count=FIVE)), "c-new"),
    "its count no longer read": (_page(_renamed(OLD, count=None)), "c-new"),
    "the text moved and was wrapped": (_page(SHIFTED, text=MOVED), "c-new"),
    "the likelier of two": (_page(_renamed(OLD), replace(OLD, id="c-3", place=None)), "c-new"),
    "two equally likely": (_page(_renamed(OLD), replace(OLD, id="c-3")), None),
    "another type": (_page(_renamed(OLD, type=EventType.INJURY)), None),
    "another number's claim": (_page(_renamed(OLD, count=ELSEWHERE)), None),
    "the next sentence": (_page(make_other()), None),
    "words that are gone": (_page(_renamed(OLD), text="Nothing was said of it."), None),
    "no claim there": (_page(), None),
}


@pytest.mark.parametrize(("page", "expected"), FOUND.values(), ids=FOUND)
def test_recognise_finds_the_claim_or_none(page: Page, expected: str | None) -> None:
    again = find_again(make_seen(OLD), page)
    assert (again.claim and again.claim.id) == expected


def test_recognise_a_neighbour_of_then_is_not_taken_for_it() -> None:
    page = _page(_renamed(OLD))
    assert find_again(make_seen(OLD, beside=("c-new",)), page).claim is None


def test_recognise_tells_the_words_of_now_even_without_a_claim() -> None:
    assert find_again(make_seen(OLD), _page()).words == OLD.span.of(TEXT)
    assert find_again(make_seen(OLD), _page(text="Other words.")).words == ""
    assert find_again(make_seen(OLD), None).words == ""
    rivals = find_again(make_seen(OLD), _page(_renamed(OLD), replace(OLD, id="c-3"))).rivals
    assert [claim.id for claim in rivals] == ["c-new", "c-3"]
