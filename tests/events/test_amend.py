"""Edits of a claim: what a person may write, and what becomes of the claim."""

from dataclasses import replace
from datetime import date

import pytest

from decisions_factory import TEXT, make_claim
from quipu.errors import UsageError
from quipu.events.amend import amend, check_changes, read_change
from quipu.model import CountKind, EventType, Span, Words
from quipu.model.saying import differing, say_fields

SAID = {
    "count": ("count=3", {"count": "killed 3, this happening"}),
    "count of a range": ("count=2-5", {"count": "killed 2–5, this happening"}),
    "count, at least": ("count=20+", {"count": "killed ≥20, this happening"}),
    "count, at most": ("count=<=50", {"count": "killed ≤50, this happening"}),
    "count taken away": ("count=none", {"count": None}),
    "what is counted": ("what=injured", {"count": "injured 2, this happening"}),
    "a running total": ("cumulative=yes", {"count": "killed 2, running total"}),
    "whom it is limited to": ("scope=police", {"count": "killed 2, this happening, police"}),
    "day": ("date=2022-03-05", {"date": "2022-03-05"}),
    "days": ("date=2022-03-05..2022-03-07", {"date": "2022-03-05..2022-03-07"}),
    "no day": ("date=none", {"date": None}),
    "place, no longer where it was": ("place=Tocopilla", {"place": "Tocopilla"}),
    "actor": ("actor=police officers", {"actor": "police officers"}),
    "a part of the whole": ("relation=subset", {"count": "killed 2, this happening, subset"}),
    "zeros before a number": ("count=007-09", {"count": "killed 7–9, this happening"}),
    "nobody's word": ("attribution=none", {"attribution": None}),
    "type": ("type=injury", {"type": "injury"}),
    "modality": ("modality=denied", {"modality": "denied"}),
    "what it was already": ("count=2", {}),
}


@pytest.mark.parametrize(("told", "expected"), SAID.values(), ids=SAID)
def test_amend_sets_the_field_and_no_other(told: str, expected: dict[str, str | None]) -> None:
    claim = make_claim()
    edited = amend(claim, TEXT, [read_change(told)])
    assert {name: say_fields(edited).get(name) for name in differing(claim, edited)} == expected
    assert (edited.id, edited.span, edited.rule) == (claim.id, claim.span, claim.rule)


REFUSED = [
    "count", "count=", "count=two", "count=5-2", "count=-3", "count=1e9", "what=sheep", "cumulative=perhaps",
    "date=6 March", "date=2022-02-30", "date=2022-03-07..2022-03-05", "date=..", "type=party", "type=none",
    "count=٣", "count=1000000000000000", "count=3,000", "date=0001-01-01", "date=9999-12-31", "relation=brother",
    "modality=none", "place=", "actor=a\x1b[31mb", "id=c-2", "span=1", "rule=mine", "=3", "scope=x\ny",
]  # fmt: skip


@pytest.mark.parametrize("told", REFUSED, ids=repr)
def test_amend_refuses_what_no_field_can_hold(told: str) -> None:
    with pytest.raises(UsageError):
        read_change(told)


TOGETHER = {
    "count and kind": (["count=3", "what=injured"], None),
    "a share": (["count=3.5", "what=percent"], None),
    "part of a person": (["count=2.5"], "whole numbers"),
    "a field twice": (["count=3", "count=4"], "count is set twice"),
    "no count, and its kind": (["count=none", "what=injured"], "there is no what"),
}


@pytest.mark.parametrize(("told", "refused"), TOGETHER.values(), ids=TOGETHER)
def test_amend_refuses_changes_that_cannot_be_made_together(told: list[str], refused: str | None) -> None:
    changes = [read_change(words) for words in told]
    if refused is None:
        check_changes(make_claim(), changes)
        return
    with pytest.raises(UsageError, match=refused):
        check_changes(make_claim(), changes)


def test_amend_refuses_parts_of_a_count_where_there_is_none() -> None:
    bare = replace(make_claim(), count=None)
    check_changes(bare, [read_change("count=3"), read_change("relation=addition")])
    for told in ("what=injured", "relation=none", "scope=police", "cumulative=yes"):
        with pytest.raises(UsageError, match="without a count"):
            check_changes(bare, [read_change(told)])


def test_amend_words_within_the_claim_get_their_span() -> None:
    edited = amend(make_claim(), TEXT, [read_change("actor=miners"), read_change("attribution=the hospital")])
    assert edited.actor
    assert edited.actor.span == Span(4, 10)
    assert edited.attribution
    assert edited.attribution.span is None, "it stands behind the claim's own words"


def test_amend_another_speaker_leaves_the_chain_of_the_one_read() -> None:
    claim = replace(make_claim(), chain=(Words("the hospital"), Words("local media")))
    assert amend(claim, TEXT, [read_change("attribution=police")]).chain == ()
    assert amend(claim, TEXT, [read_change("actor=police")]).chain == claim.chain


def test_amend_a_count_where_none_was_read() -> None:
    bare = replace(make_claim(), count=None)
    edited = amend(bare, TEXT, [read_change("count=2"), read_change("what=killed")])
    assert edited.count
    assert (edited.count.what, edited.count.low, edited.count.span) == (CountKind.KILLED, 2, bare.span)


def test_amend_a_new_type_leaves_the_codes_of_the_old_one() -> None:
    coded = replace(make_claim(), plover_event="ASSAULT", acled_event_type="Violence against civilians")
    edited = amend(coded, TEXT, [read_change("type=injury")])
    assert (edited.type, edited.plover_event, edited.acled_event_type) == (EventType.INJURY, None, None)
    assert amend(coded, TEXT, [read_change("type=killing")]) == coded


def test_amend_a_day_says_that_a_person_set_it() -> None:
    edited = amend(make_claim(), TEXT, [read_change("date=2022-03-05")])
    assert edited.date
    assert (edited.date.begin, edited.date.finish, edited.date.basis) == (date(2022, 3, 5), date(2022, 3, 5), "judged")
