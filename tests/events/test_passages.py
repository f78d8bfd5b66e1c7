from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.story import said
from quipu.events import find_copied, origin_of, passages
from quipu.model import Span

LEDE = "Two people were killed on Sunday when police cleared the airport road in the city, the hospital said."
EDITED = "Two people were killed on Sunday as police cleared the airport road in the city, the hospital said."
SECOND = "Residents had blocked the entrance since the early hours and set fire to tyres beside the fence."
OWN = "Our correspondents in the south have followed the week's marches and this is what they have seen so far."
D10, D11 = date(2022, 12, 10), date(2022, 12, 11)


def test_passages_are_sentences_of_twelve_words() -> None:
    text = f"{LEDE} Too short. {SECOND}\n\nShort headline\n\n{OWN}"
    assert [one.span.of(text) for one in passages(text)] == [LEDE, SECOND, OWN]


def test_passages_join_short_neighbours() -> None:
    text = "The road is closed. Nobody may pass now. The soldiers came at night."
    assert [one.span.of(text) for one in passages(text)] == [text]


SAME = [
    ("case and punctuation", LEDE.upper().replace(",", ";"), True),
    ("wrapped lines", LEDE.replace(" police", "\npolice"), True),
    ("an edited word", EDITED, False),
]


@pytest.mark.parametrize(("text", "is_same"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_passages_hash_words_only(text: str, is_same: bool) -> None:
    assert ([one.hash for one in passages(text)] == [one.hash for one in passages(LEDE)]) is is_same


@given(st.text(alphabet="ab .!?\n“”éÑ", max_size=300))
def test_passages_lie_in_order_inside_the_text(text: str) -> None:
    spans = [one.span for one in passages(text)]
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def rows(*documents: tuple[str, date | None, str]) -> list:
    return [(id, published, passage) for id, published, text in documents for passage in passages(text)]


def test_copied_passages_lead_to_the_first_report() -> None:
    roundup = f"{OWN} {EDITED} {SECOND}"
    found = find_copied(rows(("roundup", D11, roundup), ("agency", D10, f"{LEDE} {SECOND}")))
    assert {id: [(one.span.of(roundup), one.original) for one in mine] for id, mine in found.items()} == {
        "roundup": [(SECOND, "agency")]
    }


def test_copied_needs_only_the_shared_hashes() -> None:
    told = rows(("roundup", D11, f"{OWN} {SECOND}"), ("agency", D10, f"{LEDE} {SECOND}"), ("later", None, SECOND))
    hashes = [passage.hash for _, _, passage in told]
    shared = [row for row in told if hashes.count(row[2].hash) > 1]
    assert find_copied(shared) == find_copied(told) == find_copied(reversed(told))
    assert set(find_copied(shared)) == {"roundup", "later"}


def test_passage_repeated_in_one_document_is_no_copy() -> None:
    assert find_copied(rows(("a", D10, f"{LEDE}\n\n{LEDE}"))) == {}


ORIGINS = [
    ("own words", said("roundup", "protest", at=0), "roundup"),
    ("copied passage", said("roundup", "killing", at=len(OWN) + 5), "agency"),
    ("copied document", said("mirror", "protest", at=0), "agency"),
    ("another document at the same place", said("blog", "killing", at=len(OWN) + 5), "blog"),
]


@pytest.mark.parametrize(("claim", "origin"), [case[1:] for case in ORIGINS], ids=[case[0] for case in ORIGINS])
def test_origin_is_the_source_that_counts(claim, origin: str) -> None:
    copied = find_copied(rows(("roundup", D11, f"{OWN} {SECOND}"), ("mirror", D10, SECOND), ("blog", D11, LEDE)))
    assert copied["roundup"][0].span == Span(len(OWN) + 1, len(OWN) + 1 + len(SECOND))
    assert origin_of(claim.claim, {"mirror": "agency"}, copied) == origin
