"""How long decrees, strikes and blockades go on, by what reports state alone."""

from datetime import date

import pytest

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
