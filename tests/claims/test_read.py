"""The whole room: lists of demands, inheritance, refusals, furniture, ids, and spans that always hold their words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_factory import ANCHOR, claims_in, found_in, reading_of, refused_in
from quipu.claims import read_claims
from quipu.model import Claim, RefusedClaim, Span

DEMANDS = (
    "Demonstrators called for early elections, the closure of Congress, a constituent assembly, "
    "and the resignation of the president."
)


def test_read_yields_one_claim_for_each_demand() -> None:
    demands = [c for c in claims_in(DEMANDS) if c.type == "demand"]
    assert [c.target.text for c in demands if c.target] == [
        "early elections",
        "closure of Congress",
        "constituent assembly",
        "resignation of the president",
    ]
    assert {c.actor.text for c in demands if c.actor} == {"Demonstrators"}


def test_read_keeps_what_is_demanded_out_of_the_happenings() -> None:
    assert {str(c.type) for c in claims_in("Marchers demanded that the mayor be released.")} == {"demand"}


DATES = [
    ("explicit", "Two men were killed on December 11, 2022.", date(2022, 12, 11), date(2022, 12, 11), "explicit"),
    ("inherited", "On December 11, 2022 it rained. Two men died.", date(2022, 12, 11), date(2022, 12, 11), "context"),
    ("total", "Since December 7, 2022 it rains. So far 17 men have been killed.", date(2022, 12, 7), ANCHOR, "context"),
    ("anchor only", "Two men were killed.", None, date(2022, 12, 16), "anchor"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "begin", "finish", "basis"), [case[1:] for case in DATES], ids=[case[0] for case in DATES]
)
def test_read_dates_claims(text: str, begin: date | None, finish: date | None, basis: str) -> None:
    claim = next(c for c in claims_in(text) if c.type == "killing")
    assert claim.date is not None
    assert (claim.date.begin, claim.date.finish, claim.date.basis) == (begin, finish, basis)


def test_read_gives_no_day_without_anchor_or_date() -> None:
    claim = next(c for c in claims_in("Two men were killed.", published=None) if c.type == "killing")
    assert claim.date is None


def test_read_inherits_the_place_within_a_paragraph() -> None:
    killed = [c for c in claims_in("Crowds marched in Juliaca. Two men were killed.") if c.type == "killing"]
    assert [(c.place.text, c.place.span is not None) for c in killed if c.place] == [("Juliaca", True)]


def test_read_adds_an_attack_on_the_press() -> None:
    types = {str(c.type) for c in claims_in("Police arrested a reporter outside the court.")}
    assert types == {"arrest", "attack_on_press"}


def test_read_describes_victims() -> None:
    text = "Three people were killed, including a 16-year-old and a policeman."
    victims = [v for c in claims_in(text) if c.count and c.count.low == 3 for v in c.victims]
    assert [(v.age, v.group, v.name) for v in victims] == [(16, "minor", None), (None, "police", None)]


def test_read_gives_names_as_spans_only() -> None:
    text = "Officials said 26-year-old Maria Example was killed in the crossfire."
    victim = next(v for c in claims_in(text) if c.type == "killing" for v in c.victims)
    assert victim.name is not None
    assert (victim.name.of(text), victim.age) == ("Maria Example", 26)


REFUSALS = [
    ("question", "Were two men killed by the army?", "question"),
    ("history", "In 1986 the army killed ninety villagers.", "historical"),
    ("bare noun", "They spoke of death and weather.", "nobody_named"),
    ("mention", "He wrote about life since the coup and after it.", "mention_only"),
    ("shot and dead", "A man was shot at noon. He died in hospital.", "fate_told_elsewhere"),
]


@pytest.mark.parametrize(("text", "reason"), [case[1:] for case in REFUSALS], ids=[case[0] for case in REFUSALS])
def test_read_refuses_with_a_reason(text: str, reason: str) -> None:
    assert reason in {refused.reason for refused in refused_in(text)}


def test_read_never_reads_furniture() -> None:
    reading = reading_of("Two men were killed in the port.")
    flagged = replace(reading, sentences=tuple(replace(sent, furniture=True) for sent in reading.sentences))
    assert list(read_claims(reading))
    assert list(read_claims(flagged)) == []


def test_read_yields_nothing_for_an_unread_language() -> None:
    assert list(read_claims(replace(reading_of("Two men were killed."), unread="language"))) == []


def test_read_says_the_same_twice_with_the_same_ids() -> None:
    text = "Two men were killed and 20 women injured in Lima. The unions demanded elections and a new law."
    first = [c.id for c in claims_in(text)]
    assert first == [c.id for c in claims_in(text)]
    assert len(first) == len(set(first)) > 3


PIECES = (
    "Two men|at least 17 people|were killed|and|20 injured|in Lima|,|.|;|police|fired tear gas|said|demanded"
    "|elections|\n|\n\n"
    "|that|who|was arrested|a 16-year-old|including|two minors|by|of|the|death toll|rose to|73|on Sunday|not|if"
    "|protests|since December 7|against|”|“|(|)|--|so far|another|one in Cusco|murieron"
    "|los manifestantes|de 19 años|\u00a0|é"
)


def _spans(found: Claim | RefusedClaim) -> list[tuple[Span, str | None]]:
    if isinstance(found, RefusedClaim):
        return [(found.span, None)]
    named = [(w.span, w.text) for w in (found.actor, found.target, found.attribution, found.count) if w and w.span]
    place = [(found.place.span, found.place.text)] if found.place and found.place.span else []
    people = [(span, None) for v in found.victims for span in (v.span, v.name) if span]
    return [(found.span, None), *named, *place, *people]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40), st.sampled_from(["en", "es"]))
def test_read_spans_lie_in_the_text_and_hold_their_words(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    ids = set()
    for found in found_in(text, language=language):
        for span, words in _spans(found):
            assert 0 <= span.start < span.end <= len(text)
            assert words is None or span.of(text) == words
        if isinstance(found, Claim):
            assert found.id not in ids
            assert 0.0 <= found.confidence <= 1.0
            ids.add(found.id)
