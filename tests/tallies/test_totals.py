from datetime import date

import pytest

from events.story import (
    ANDAHUAYLAS,
    APURIMAC,
    AREQUIPA,
    CHINCHEROS,
    EL_ALTO,
    JULIACA,
    LIMA,
    PERU,
    copied,
    day,
    link,
    said,
)
from quipu.model import ClaimPlace, CountKind, Tally
from quipu.tallies import count_tallies

ANCHORS = {"first": date(2022, 12, 16), "second": date(2023, 2, 7), "roundup": date(2022, 12, 20)}


def total(document: str, killed, on: str | None = None, place=PERU, **more):
    return said(document, "killing", on, place, killed=killed, cumulative=True, **more)


def tallies(claims, **more) -> dict[str, Tally]:
    claims = list(claims)
    anchors = {one.claim.document_id: one.published for one in claims if one.published} | ANCHORS
    found = count_tallies(claims, link(claims), anchors, **more)
    return {tally.scope: tally for tally in found if tally.what is CountKind.KILLED}


def series(tally: Tally) -> list[tuple]:
    return [(str(point.as_of), point.low, point.high, point.speaker) for point in tally.points]


def test_totals_rise_with_their_speakers() -> None:
    told = [
        total("second", (70, None), words="over 70"),
        total("first", (17, None), by="authorities"),
        total("first", (5, None), relation="addition", scope="indirect", by="authorities"),
    ]
    found = tallies(told, speakers={"second": "a news site"})
    assert series(found["Peru"]) == [("2022-12-16", 17, None, "authorities"), ("2023-02-07", 70, None, "a news site")]
    assert series(found["Peru · indirect"]) == [("2022-12-16", 5, None, "authorities")]


AS_OF = [
    ("the report's day", total("first", 17), "2022-12-16"),
    ("anchored in the report", total("first", 17, "~2022-12-16"), "2022-12-16"),
    ("a stated day", total("first", 17, "2022-12-14"), "2022-12-14"),
    ("a stretch ends", total("first", 17, "2022-12-07/2022-12-15"), "2022-12-15"),
    ("a copy speaks on its original's day", copied(total("first", 17), "roundup"), "2022-12-16"),
    ("nothing known", total("nowhere", 17), "None"),
]


@pytest.mark.parametrize(("claim", "expected"), [case[1:] for case in AS_OF], ids=[case[0] for case in AS_OF])
def test_totals_have_a_day(claim, expected: str) -> None:
    (point,) = tallies([claim])["Peru"].points
    assert str(point.as_of) == expected


def test_copied_total_speaks_once() -> None:
    agency = total("first", 17)
    (point,) = tallies([copied(agency, "roundup"), agency])["Peru"].points
    assert point.document == "first"


def test_total_without_place_is_the_only_countrys() -> None:
    assert set(tallies([total("first", 17), total("second", 70, place=None)])) == {"Peru"}
    assert set(tallies([total("second", 70, place=None)])) == {"place not stated"}


def test_totals_not_said_to_be_so_are_left_out() -> None:
    assert tallies([total("first", 17, modality="denied")]) == {}


INCIDENTS = [
    said("first", "killing", "2022-12-11", ANDAHUAYLAS, killed=2),
    said("first", "killing", "2022-12-12", CHINCHEROS, killed=(2, None)),
    said("first", "killing", "2022-12-12", AREQUIPA, killed=1),
    said("first", "killing", "2022-12-12", LIMA, killed=2, modality="denied"),
    said("second", "killing", "2022-12-07/2023-01-31", JULIACA, killed=40),
]


def test_incidents_add_up_beside_totals() -> None:
    found = tallies([total("first", 17), *INCIDENTS])
    sums = [(str(one.as_of), one.low, one.high, len(one.events)) for one in found["Peru"].incidents]
    assert sums == [("2022-12-11", 2, 2, 1), ("2022-12-12", 5, 5, 2)]


def test_region_and_its_towns_are_not_added() -> None:
    region = said("second", "killing", "2022-12-12", APURIMAC, killed=6)
    found = tallies([*INCIDENTS, region], countries={"PE": "Peru"})
    assert found["Peru"].incidents[-1].low == 2 + 6 + 1


def test_tally_of_a_town_has_its_own_incidents() -> None:
    found = tallies([total("first", 3, place=ANDAHUAYLAS), *INCIDENTS], countries={"PE": "Perú"}, language="es")
    assert [one.low for one in found["Andahuaylas"].incidents] == [2]
    assert found["Perú"].points == ()


def test_nothing_counted_gives_nothing() -> None:
    assert tallies([said("first", "protest", "2022-12-12", LIMA, participants=400)]) == {}
    assert day(None) is None


def test_headline_that_repeats_a_total_adds_no_speaker() -> None:
    told = [total("first", 49, by="the ombudsman"), total("first", 49), total("first", 49, place=JULIACA)]
    found = tallies(told, speakers={"first": "a wire"})
    assert {scope: series(tally) for scope, tally in found.items()} == {
        "Peru": [("2022-12-16", 49, 49, "the ombudsman")]
    }


def test_total_without_place_is_the_countrys_of_most_claims() -> None:
    told = [
        total("first", 17),
        total("second", 70, place=None),
        said("third", "killing", "2022-12-11", EL_ALTO, killed=2),
    ]
    told += [said("third", "killing", "2022-12-11", JULIACA, killed=2)]
    assert [point.low for point in tallies(told)["Peru"].points] == [17, 70]


NO_INCIDENTS = [
    ("a whole country's", said("x", "killing", "2022-12-20", PERU, killed=58)),
    ("no place's", said("x", "killing", "2022-12-20", None, killed=58)),
    ("a place that is none", said("x", "killing", "2022-12-20", ClaimPlace("Castillo"), killed=3)),
    ("dated by its report only", said("x", "killing", "~2022-12-20", JULIACA, killed=3)),
    ("a week's", said("x", "killing", "2022-12-14/2022-12-20", JULIACA, killed=3)),
    ("more than the totals around it leave room for", said("x", "killing", "2022-12-20", JULIACA, killed=58)),
]


@pytest.mark.parametrize("claim", [case[1] for case in NO_INCIDENTS], ids=[case[0] for case in NO_INCIDENTS])
def test_figures_that_are_no_incidents_are_not_summed(claim) -> None:
    around = [total("first", 60, "2022-12-16"), total("second", 62, "2022-12-21")]
    found = tallies([*around, claim])
    assert set(found) == {"Peru"}
    assert found["Peru"].incidents == ()


def test_incident_that_totals_leave_room_for_is_summed() -> None:
    around = [total("first", 28, "2022-12-16"), total("second", 49, "2022-12-21")]
    found = tallies([*around, said("x", "killing", "2022-12-20", JULIACA, killed=18)])
    assert [one.low for one in found["Peru"].incidents] == [18]
