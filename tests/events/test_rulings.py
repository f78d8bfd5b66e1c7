"""What decisions mean: the latest word on a claim, edits that add up, merges and splits, and conflicts."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from decisions_factory import TEXT, make_claim, make_decision, make_other, make_seen
from quipu.events.recognise import Again, Page, find_again
from quipu.events.rulings import Rulings, rule
from quipu.model import Action, Change, Claim, ClaimPlace, Decision, SeenClaim, Standing, Verdict, sha256_hex
from quipu.model.saying import say_fields

CLAIM, OTHER = make_claim(), make_other()
READ_OTHERWISE = replace(CLAIM, place=ClaimPlace("Chuquicamata"))
THREE, FOUR, DAY = Change("count", "3"), Change("count", "4"), Change("date", "2022-03-05")


def _look(*claims: Claim) -> Callable[[SeenClaim], tuple[Again, str]]:
    page = Page("d", TEXT, sha256_hex(TEXT), claims)
    return lambda seen: (find_again(seen, page), TEXT)


def _rule(*decisions: Decision, now: tuple[Claim, ...] = (CLAIM, OTHER)) -> Rulings:
    return rule(decisions, _look(*now))


def _told(rulings: Rulings) -> list[tuple[str, str, str | None]]:
    return [
        (one.claim.id, one.standing.value, say_fields(one.edited).get("count") if one.edited else None)
        for one in rulings.claims
    ]


ACCEPT = make_decision(Action.ACCEPT, CLAIM)
REJECT = make_decision(Action.REJECT, CLAIM, number=2)
EDIT = make_decision(Action.EDIT, CLAIM, number=3, changes=(THREE,))
AGAIN = make_decision(Action.EDIT, CLAIM, number=4, changes=(FOUR, DAY))
BACK = make_decision(Action.EDIT, CLAIM, number=5, changes=(Change("count", "2"),))
GONE = replace(REJECT, withdrawn_at="2022-03-20T09:00:00Z")
STANDING = {
    "accepted": ([ACCEPT], [("c-1", "accepted", None)]),
    "the latest word": ([ACCEPT, REJECT], [("c-1", "rejected", None)]),
    "withdrawn": ([ACCEPT, GONE], [("c-1", "accepted", None)]),
    "edited": ([EDIT], [("c-1", "edited", "killed 3, this happening")]),
    "edited twice": ([EDIT, AGAIN], [("c-1", "edited", "killed 4, this happening")]),
    "edited back to what was read": ([EDIT, BACK], [("c-1", "accepted", None)]),
    "rejected after an edit": ([EDIT, replace(REJECT, number=4)], [("c-1", "rejected", None)]),
    "two claims at once": (
        [make_decision(Action.REJECT, CLAIM, OTHER)],
        [("c-1", "rejected", None), ("c-2", "rejected", None)],
    ),
    "nothing decided": ([], []),
}


@pytest.mark.parametrize(("decisions", "expected"), STANDING.values(), ids=STANDING)
def test_rulings_say_what_stands(decisions: list[Decision], expected: list[tuple[str, str, str | None]]) -> None:
    rulings = _rule(*decisions)
    assert _told(rulings) == expected
    assert rulings.conflicts == ()


def test_rulings_edits_add_up_field_by_field() -> None:
    (one,) = _rule(EDIT, make_decision(Action.EDIT, CLAIM, number=4, changes=(DAY,))).claims
    assert one.edited
    assert say_fields(one.edited)["count"] == "killed 3, this happening"
    assert say_fields(one.edited)["date"] == "2022-03-05"
    assert one.decision == 4


PLACE = make_decision(Action.EDIT, CLAIM, changes=(Change("place", "Chuquicamata"),))
CHANGED = {
    "an acceptance does not extend to another reading": (ACCEPT, [], [("changed", False)]),
    "a rejection stays in force": (REJECT, ["rejected"], [("changed", True)]),
    "an edit of another field is not touched": (EDIT, ["edited"], []),
    "an edit that the reading has come round to": (PLACE, ["accepted"], []),
    "an edit of the field that is read otherwise": (
        replace(PLACE, changes=(Change("place", "Antofagasta"),)),
        ["edited"],
        [("changed", True)],
    ),
}


@pytest.mark.parametrize(("decision", "standing", "conflicts"), CHANGED.values(), ids=CHANGED)
def test_rulings_over_another_reading(
    decision: Decision, standing: list[str], conflicts: list[tuple[str, bool]]
) -> None:
    rulings = _rule(decision, now=(READ_OTHERWISE,))
    assert [one.standing.value for one in rulings.claims] == standing
    assert [(one.kind, one.holds) for one in rulings.conflicts] == conflicts
    for one in rulings.conflicts:
        assert "Calama" in one.reason
        assert "Chuquicamata" in one.reason


def test_rulings_a_claim_that_vanished_is_a_conflict_with_both_quotations() -> None:
    rulings = _rule(EDIT, now=(OTHER,))
    assert rulings.claims == ()
    (one,) = rulings.conflicts
    assert (one.kind, one.decision, one.holds, one.claim, one.found) == ("gone", 3, False, "c-1", None)
    assert one.then == one.now == CLAIM.span.of(TEXT)
    assert "killed 2" in one.reason
    lost = rule([EDIT], lambda seen: (find_again(seen, None), "")).conflicts[0]
    assert (lost.then, lost.now) == (CLAIM.span.of(TEXT), "")


def test_rulings_a_claim_that_might_be_several_is_a_conflict() -> None:
    rulings = _rule(ACCEPT, now=(replace(CLAIM, id="c-3"), replace(CLAIM, id="c-4")))
    assert [one.kind for one in rulings.conflicts] == ["ambiguous"]
    assert rulings.claims == ()


BEN = {
    "both accept": (replace(ACCEPT, number=2, coder="ben"), []),
    "one rejects": (replace(REJECT, coder="ben"), [(1, 2)]),
    "one edits": (replace(EDIT, number=2, coder="ben"), [(1, 2)]),
}


@pytest.mark.parametrize(("second", "expected"), BEN.values(), ids=BEN)
def test_rulings_coders_who_differ_are_listed(second: Decision, expected: list[tuple[int, int]]) -> None:
    rulings = _rule(ACCEPT, second)
    assert [(one.decision, one.against) for one in rulings.conflicts] == expected
    assert all(one.kind == "coders" for one in rulings.conflicts)
    assert [one.decision for one in rulings.claims] == [2]


def test_rulings_an_edit_that_another_coder_accepts_is_no_disagreement() -> None:
    accepted = replace(ACCEPT, number=4, coder="ben", changes=EDIT.changes)
    rulings = _rule(EDIT, accepted)
    assert rulings.conflicts == ()
    assert [(one.standing, one.decision) for one in rulings.claims] == [(Standing.EDITED, 4)]


IDS = ("c-1", "c-2", "c-3", "c-4")
MANY = tuple(replace(CLAIM, id=id) for id in IDS)


def _of(action: Action, left: str, right: str, number: int) -> Decision:
    sides = [tuple(make_seen(MANY[int(n) - 1]) for n in names) for names in (left, right)]
    return replace(make_decision(action, number=number), claims=sides[0], others=sides[1])


M, S = Action.MERGE, Action.SPLIT
TIES = {
    "a merge": ([(M, "1", "2")], ["1+2"]),
    "a merge of several": ([(M, "12", "34")], ["1+2", "2+3", "3+4"]),
    "merges add up": ([(M, "1", "2"), (M, "2", "3")], ["1+2", "2+3"]),
    "a split": ([(S, "1", "23")], ["1|2", "1|3"]),
    "those that leave stay together": ([(S, "12", "3")], ["1+2", "1|3", "2|3"]),
    "a split after a merge": ([(M, "12", "3"), (S, "2", "13")], ["1+3", "1|2", "2|3"]),
    "a merge after a split": ([(S, "1", "2"), (M, "1", "2")], ["1+2"]),
}


@pytest.mark.parametrize(("made", "expected"), TIES.values(), ids=TIES)
def test_rulings_merges_and_splits_become_ties(made: list[tuple[Action, str, str]], expected: list[str]) -> None:
    decisions = [_of(action, left, right, number) for number, (action, left, right) in enumerate(made, start=1)]
    ties = rule(decisions, _look(*MANY)).ties
    sign = {Verdict.POSITIVE: "+", Verdict.NEGATIVE: "|"}
    assert [f"{t.left[2:]}{sign[t.verdict]}{t.right[2:]}" for t in ties] == expected
    assert {tie.by for tie in ties} == {"person:ana"}


def test_rulings_a_merge_holds_for_the_claims_that_are_left() -> None:
    seen = replace(_of(M, "12", "3", 1), claims=(make_seen(CLAIM), make_seen(OTHER)))
    rulings = rule([seen], _look(*MANY[2:], CLAIM))
    assert [(tie.left, tie.right) for tie in rulings.ties] == [("c-1", "c-3")]
    assert [(one.kind, one.claim) for one in rulings.conflicts] == [("gone", "c-2")]
