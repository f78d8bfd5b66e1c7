"""How long decrees, strikes and blockades go on, by what reports state alone."""

from datetime import date

import pytest

from quipu.model import RegisterDetail, RegisterEntry, Stated
from quipu.tallies.roundup_in_force import holding
from tallies.registers_factory import entries_of

D = date
# (id, register, reports with their days, (first day, last day, why) or None)
HELD = [
    (
        "for days",
        "decrees",
        [(D(2031, 3, 1), "The government declared a state of emergency in Accra on 28 February 2031 for 10 days.")],
        (D(2031, 2, 28), D(2031, 3, 9), "days"),
    ),
    (
        "for months",
        "decrees",
        [(D(2031, 3, 1), "The government declared a state of emergency in Accra on 28 February 2031 for two months.")],
        (D(2031, 2, 28), D(2031, 4, 28), "duration"),
    ),
    (
        "lifted",
        "decrees",
        [
            (D(2031, 3, 1), "The government imposed a curfew in Kumasi on 1 March 2031."),
            (D(2031, 3, 6), "The government lifted the curfew in Kumasi on 6 March 2031."),
        ],
        (D(2031, 3, 1), D(2031, 3, 6), "ended"),
    ),
    (
        "without a term, told of on one day",
        "decrees",
        [(D(2031, 3, 1), "The government imposed a curfew in Kumasi on 1 March 2031.")],
        (D(2031, 3, 1), D(2031, 3, 1), "told"),
    ),
    (
        "a strike called and ended",
        "strikes_blockades",
        [
            (D(2031, 3, 2), "Miners began a strike in Obuasi on 2 March 2031."),
            (D(2031, 3, 9), "Miners ended their strike in Obuasi on 9 March 2031."),
        ],
        (D(2031, 3, 2), D(2031, 3, 9), "ended"),
    ),
    (
        "only called",
        "strikes_blockades",
        [(D(2031, 3, 2), "Teachers in Tamale called a strike for 20 March 2031.")],
        None,
    ),
    ("denied", "decrees", [(D(2031, 3, 2), "The government did not declare a curfew in Kumasi.")], None),
]


@pytest.mark.parametrize(("register", "reports", "expected"), [row[1:] for row in HELD], ids=[row[0] for row in HELD])
def test_holding_lasts(register: str, reports: list[tuple[date, str]], expected: tuple[date, date, str] | None) -> None:
    entries = entries_of(*(text for _, text in reports), published=[day for day, _ in reports])
    (entry,) = [entry for entry in entries if entry.register == register]
    found = holding(entry)
    assert (found and (found.begin, found.last, found.why)) == expected


ODD = [
    ("a day known in part", (("begin", "XXXX-12-25"), ("until", "2031-03-XX")), D(2031, 3, 1)),
    ("a day known whole", (("until", "2031-03-08"),), D(2031, 3, 8)),
    ("a term of ages ends somewhen", (("duration", "P900Y"), ("days", "99999999")), D(2041, 4, 1)),
    ("a length of hours", (("duration", "PT8H"),), D(2031, 3, 1)),
]


@pytest.mark.parametrize(("details", "last"), [row[1:] for row in ODD], ids=[row[0] for row in ODD])
def test_holding_of_an_odd_line(details: tuple[tuple[str, str], ...], last: date) -> None:
    stated = (Stated("c-1"),)
    made = [RegisterDetail(name, value, stated) for name, value in details]
    first = RegisterDetail("history", "declared", stated, D(2031, 3, 1))
    found = holding(RegisterEntry("decrees", "EV-1", D(2031, 3, 1), None, "Curfew", (first, *made), ("c-1",)))
    assert found is not None
    assert found.last == last
