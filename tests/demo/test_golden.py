"""The record of the demonstration reports shows what they were made to show: floors over the lists of expected.yml."""

import pytest

from demo.golden import score
from quipu.model import RecordView

# Rows found at the least, of those that expected.yml lists. A floor may rise; what a list misses is told
# when its floor breaks.
FLOORS = {
    "anchors": 19,
    "copies": 1,
    "tolls": 37,
    "toll speakers": 32,
    "subsets": 6,
    "incident figures": 27,
    "incidents placed and dated": 27,
    "happenings": 11,
    "disputes": 9,
    "votes": 7,
    "decrees": 8,
    "offices": 7,
    "decree lengths": 7,
    "decree places": 6,
    "decree rights": 8,
    "strikes": 10,
    "elections decided on": 4,
    "persons of offices": 7,
    "sides of votes": 7,
    "demands": 9,
    "denied": 4,
    "never happened": 5,
    "not counted": 10,
}


@pytest.fixture(scope="module")
def scores(view: RecordView) -> dict[str, tuple[int, int, list[str]]]:
    return score(view)


def test_golden_every_list_has_a_floor(scores: dict[str, tuple[int, int, list[str]]]) -> None:
    assert set(FLOORS) == set(scores)


@pytest.mark.parametrize("name", FLOORS)
def test_golden_shows_what_the_reports_were_made_to_show(
    name: str, scores: dict[str, tuple[int, int, list[str]]]
) -> None:
    found, _, missed = scores[name]
    assert found >= FLOORS[name], missed


def test_golden_unread_language_is_kept_and_gives_no_claim(view: RecordView) -> None:
    unread = [filed for filed in view.documents() if filed.unread]
    assert [(filed.document.language, filed.unread, filed.claims) for filed in unread] == [("pt", "language", 0)]
