"""A claim's fields as `quipu show` names them."""

from dataclasses import replace

import pytest

from quipu.cli.show import fields
from quipu.model import Span, Words
from store.nouns import make_claim

POLICE, PAPER = Words("police", Span(3, 9)), Words("La Voz", Span(20, 26))

CASES = {
    "one source": ((), [("says", "the ombudsman", "46–59")]),
    "passed on": ((POLICE, PAPER), [("says", "police ← La Voz", "3–9, 20–26")]),
}


@pytest.mark.parametrize(("chain", "shown"), CASES.values(), ids=CASES)
def test_show_says_whose_word_it_is(chain: tuple[Words, ...], shown: list[tuple[str, str, str]]) -> None:
    assert [row for row in fields(replace(make_claim(), chain=chain)) if row[0] == "says"] == shown


def test_show_says_nothing_where_the_report_speaks_itself() -> None:
    assert "says" not in {name for name, _, _ in fields(replace(make_claim(), attribution=None))}
