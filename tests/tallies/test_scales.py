"""What stands out of a day, of a week, of the whole crisis; and how new an event is at each of them."""

from collections.abc import Sequence
from datetime import date

import pytest

from events.story import ANDAHUAYLAS, AREQUIPA, LIMA, PERU, link, said
from quipu.model import TimelineEntry
from quipu.tallies import Scale, most_salient, period, read_timeline


def timeline(*claims) -> list[TimelineEntry]:
    by_id = {one.claim.id: one.claim for one in claims}
    events = sorted(link(claims), key=lambda event: (event.begin or date.max, event.id))
    return list(read_timeline((event, [by_id[id] for id in event.claims]) for event in events))


def told(type: str, days: Sequence[str], place=LIMA, **more):
    return [said(f"{type}{day}", type, day, place, **more) for day in days]


NOVELTY = [
    ("the first of its kind", told("curfew", ["2022-12-12"]), [1.0]),
    ("the second there", told("curfew", ["2022-12-12", "2022-12-30"]), [1.0, 0.5]),
    ("the first there, the second of all",
     [*told("curfew", ["2022-12-12"]), *told("curfew", ["2022-12-30"], AREQUIPA)], [1.0, 0.75]),
    ("of another kind", [*told("curfew", ["2022-12-12"]), *told("raid", ["2022-12-30"])], [1.0, 1.0]),
    ("two of one day are as new as each other",
     [*told("raid", ["2022-12-12"]), *told("raid", ["2022-12-12"], AREQUIPA)], [1.0, 1.0]),
    ("what is only announced makes nothing old",
     [*told("strike", ["2022-12-12"], modality="planned"), *told("strike", ["2022-12-30"])], [1.0, 1.0]),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), [case[1:] for case in NOVELTY], ids=[case[0] for case in NOVELTY])
def test_novelty_is_less_for_what_was_told_of_before(claims: list, expected: list[float]) -> None:
    assert [entry.novelty for entry in timeline(*claims)] == expected


def test_salience_of_a_week_and_a_day_look_back_no_further() -> None:
    first, next_day, in_the_week, later = timeline(
        *told("raid", ["2022-12-12", "2022-12-13", "2022-12-18", "2023-01-10"])
    )
    assert first.salience > next_day.salience > in_the_week.salience > later.salience
    assert first.salience_week == later.salience_week > in_the_week.salience_week
    assert first.salience_day == in_the_week.salience_day == later.salience_day > next_day.salience_day


WEEKS = timeline(
    *told("killing", ["2022-12-12"], ANDAHUAYLAS, killed=3),
    *told("curfew", ["2022-12-14"]),
    *told("protest", ["2022-12-14"]),
    *told("condemnation", ["2022-12-21"]),
    *told("emergency_decree", ["2022-12-12/2023-01-12"], PERU),
    *told("other", ["2023-01-04"]),
    *told("raid", [None]),
)
KEPT = [
    (Scale.DAY, 1, ["3 killed · Andahuaylas, Apurímac", "Curfew · Lima", "Condemnation · Lima"]),
    (Scale.WEEK, 1, ["3 killed · Andahuaylas, Apurímac", "Condemnation · Lima"]),
    (Scale.WEEK, 2, ["3 killed · Andahuaylas, Apurímac", "Curfew · Lima", "Condemnation · Lima"]),
    (Scale.CRISIS, 1, ["3 killed · Andahuaylas, Apurímac"]),
    (Scale.CRISIS, 2, ["3 killed · Andahuaylas, Apurímac", "State of emergency · Peru"]),
]


@pytest.mark.parametrize(("scale", "most", "expected"), KEPT, ids=[f"{row[0]} {row[1]}" for row in KEPT])
def test_most_salient_of_each_day_week_or_of_all(scale: Scale, most: int, expected: list[str]) -> None:
    assert sorted(entry.heading for entry in most_salient(WEEKS, scale, most)) == sorted(expected)


def test_most_salient_keeps_the_order() -> None:
    kept = most_salient(WEEKS, Scale.CRISIS)
    assert kept == list(WEEKS)
    assert most_salient([], Scale.DAY) == []


def test_period_begins_on_mondays() -> None:
    sunday = next(entry for entry in timeline(*told("raid", ["2022-12-18"])))
    assert period(sunday, Scale.WEEK) == date(2022, 12, 12)
    assert period(sunday, Scale.DAY) == date(2022, 12, 18)
    assert period(sunday, Scale.CRISIS) is None
