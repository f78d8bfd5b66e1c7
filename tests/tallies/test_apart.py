"""One event's claims that tell of several things stand in lines of their own."""

import pytest

from tallies.registers_factory import entries_of

CASES = [
    (
        "a curfew and an emergency",
        "decrees",
        "On Monday the government declared a state of emergency in Puno and imposed a curfew in Puno.",
        [{"emergency_decree"}, {"curfew"}],
    ),
    (
        "a strike and a blockade",
        "strikes_blockades",
        "On Monday drivers blocked the highway in Puno. Teachers began a strike in Puno on Monday.",
        [{"blockade"}, {"strike"}],
    ),
    (
        "one measure told twice",
        "decrees",
        "On Monday the government declared a state of emergency in Puno. The emergency in Puno began on Monday.",
        [{"emergency_decree"}],
    ),
]


@pytest.mark.parametrize(("register", "text", "types"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_lines_tell_of_one_thing_each(register: str, text: str, types: list[set[str]]) -> None:
    lines = [entry for entry in entries_of(text) if entry.register == register]
    assert sorted(map(sorted, (line.values("type") for line in lines))) == sorted(map(sorted, types))


def test_votes_that_passed_and_failed_on_one_day_are_two_lines() -> None:
    text = (
        "The senate of Peru approved the bill on Monday by 70 votes to 40. The senate of Peru rejected a budget on "
        "Monday by 72 votes to 51."
    )
    lines = [entry for entry in entries_of(text) if entry.register == "votes" and entry.values("for")]
    assert sorted((line.values("outcome"), line.values("for"), line.values("against")) for line in lines) == [
        (("passed",), ("70",), ("40",)),
        (("rejected",), ("51",), ("72",)),
    ]
