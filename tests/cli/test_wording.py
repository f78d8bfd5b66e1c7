"""How days, places and figures are said."""

from datetime import date

import pytest

from claims_factory import refused_in
from quipu.cli.wording import say_days, say_place, say_reason
from quipu.model import ClaimPlace
from quipu.model.figures import say_number, say_range

D11, D15, NEXT_YEAR = date(2022, 12, 11), date(2022, 12, 15), date(2023, 1, 9)

DAYS = [
    (D11, D11, "2022-12-11"),
    (D11, D15, "2022-12-11…12-15"),
    (D15, NEXT_YEAR, "2022-12-15…2023-01-09"),
    (None, D15, "until 2022-12-15"),
    (D11, None, "from 2022-12-11"),
    (None, None, "undated"),
]

RANGES = [
    (17.0, None, "", "≥17"),
    (None, 50.0, "", "≤50"),
    (7.0, 24.0, "", "7–24"),
    (1857.0, 1857.0, "", "1,857"),
    (11.5, 11.5, "", "11.5"),
    (None, None, "dozens", "“dozens”"),
    (None, None, "", "not stated"),
]


@pytest.mark.parametrize(("begin", "finish", "said"), DAYS)
def test_wording_days(begin: date | None, finish: date | None, said: str) -> None:
    assert say_days(begin, finish) == said


@pytest.mark.parametrize(("low", "high", "words", "said"), RANGES)
def test_wording_ranges(low: float | None, high: float | None, words: str, said: str) -> None:
    assert say_range(low, high, words) == said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (None, ""),
        (ClaimPlace("Juliaca", admin1="Puno"), "Juliaca, Puno"),
        (ClaimPlace("Juliaca, Puno", admin1="Puno"), "Juliaca, Puno"),
        (ClaimPlace("Lima"), "Lima"),
    ],
)
def test_wording_places(place: ClaimPlace | None, said: str) -> None:
    assert say_place(place) == said


def test_wording_numbers_group_thousands() -> None:
    assert [say_number(n) for n in (0, 45000, 0.5)] == ["0", "45,000", "0.5"]


REFUSED = [
    ("question", "Were two men killed by the army?"),
    ("historical", "In 1986 the army killed ninety villagers."),
    ("nobody_named", "They spoke of death and weather."),
    ("no_participant_for_number", "The dead were carried through the town."),
    ("mention_only", "He wrote about life since the coup and after it."),
    ("fate_told_elsewhere", "A man was shot at noon. He died in hospital."),
    ("told_of_counting", "The agency's count left out 40 people who died at home."),
]


@pytest.mark.parametrize(("reason", "text"), REFUSED, ids=[row[0] for row in REFUSED])
def test_wording_says_every_reason_in_words(reason: str, text: str) -> None:
    assert reason in {refused.reason for refused in refused_in(text)}
    assert " " in say_reason(reason)


def test_wording_leaves_a_reason_in_words_as_it_is() -> None:
    assert say_reason("says the same as another claim") == "says the same as another claim"
