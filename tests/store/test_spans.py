"""The words of a claim's row stand where the row says, its chain's too."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import Row

from quipu.model import Claim, Name, Span, Words
from quipu.store.filing import Keyed
from quipu.store.rows import claim_row, read_claim
from quipu.store.spans import misplaced
from store.nouns import TEXT, make_claim

OMBUDSMAN = Words("the ombudsman", Span(46, 59))

CASES = {
    "no chain": ((), []),
    "a chain in its place": ((Words("people", Span(4, 10)), OMBUDSMAN), []),
    "a link that a person knows of": ((Words("La Voz"), OMBUDSMAN), []),
    "other words": ((Words("police", Span(4, 10)), OMBUDSMAN), ["chain says 'police' and the text 'people'"]),
    "off the text": ((Words("people", Span(900, 906)),), [f"chain ends after the text (906 of {len(TEXT)})"]),
}


def _row(claim: Claim) -> Row[Any]:
    return cast(Row[Any], SimpleNamespace(**claim_row(1, Keyed(claim, "killing", date(2023, 1, 9)))))


@pytest.mark.parametrize(("chain", "findings"), CASES.values(), ids=CASES)
def test_misplaced_links_of_a_chain(chain: tuple[Words, ...], findings: list[str]) -> None:
    assert list(misplaced(_row(replace(make_claim(), chain=chain)), "a", TEXT)) == findings


@pytest.mark.parametrize(("start", "findings"), [(4, 0), (5, 1)])
def test_misplaced_full_names(start: int, findings: int) -> None:
    named = replace(OMBUDSMAN, named=Name("people", Span(start, start + 6)))
    row = _row(replace(make_claim(), attribution=named))
    assert read_claim(row, "a").attribution == named
    assert len(list(misplaced(row, "a", TEXT))) == findings


def test_a_row_from_before_there_were_chains_reads_as_a_claim_without() -> None:
    row = _row(make_claim())
    assert "chain" not in row.fields
    assert read_claim(row, "a") == make_claim()
