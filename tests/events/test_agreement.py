"""Agreement of two coders, against figures worked out by hand."""

from dataclasses import replace

import pytest

from decisions_factory import make_claim, make_decision, make_other
from quipu.events.agreement import agreement, of_pairs
from quipu.model import Action, Change

A, R, E = "accept", "reject", "edit"
CASES = {
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: po 0.7, pe 0.5, kappa 0.4 (the usual textbook table).
    "textbook": ([(A, A)] * 20 + [(A, R)] * 5 + [(R, A)] * 10 + [(R, R)] * 15, 70, 0.4),
    "full": ([(A, A), (R, R), (E, E)], 100, 1.0),
    "none": ([(A, R), (R, A)], 0, -1.0),
    "as chance": ([(A, A), (A, R), (R, A), (R, R)], 50, 0.0),
    "one answer only": ([(A, A), (A, A)], 100, None),
    "no pair": ([], None, None),
}


@pytest.mark.parametrize(("pairs", "percent", "kappa"), CASES.values(), ids=CASES)
def test_agreement_of_pairs(pairs: list[tuple[str, str]], percent: float | None, kappa: float | None) -> None:
    found = of_pairs("ana", "ben", pairs)
    assert (found.claims, found.percent) == (len(pairs), percent)
    assert found.kappa == (None if kappa is None else pytest.approx(kappa))
    assert sum(times for _, _, times in found.table) == len(pairs)


def test_agreement_takes_the_last_word_of_each_on_what_both_judged() -> None:
    one, two = make_claim(), make_other()
    decisions = [
        make_decision(Action.ACCEPT, one, number=1),
        make_decision(Action.REJECT, one, number=2),
        make_decision(Action.REJECT, one, number=3, coder="ben"),
        make_decision(Action.ACCEPT, two, number=4),
        make_decision(Action.ACCEPT, two, number=5, coder="eve"),
        replace(make_decision(Action.REJECT, two, number=6, coder="ben"), withdrawn_at="2022-03-20T09:00:00Z"),
    ]
    found = agreement(decisions, "ana", "ben")
    assert (found.claims, found.percent, found.table) == (1, 100, (("reject", "reject", 1),))


def test_agreement_takes_an_accepted_edit_for_an_edit() -> None:
    changes = (Change("count", "3"),)
    edit = make_decision(Action.EDIT, make_claim(), changes=changes)
    accept = make_decision(Action.ACCEPT, make_claim(), number=2, coder="ben", changes=changes)
    assert agreement([edit, accept], "ana", "ben").percent == 100
