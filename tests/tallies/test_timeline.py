from dataclasses import replace
from datetime import date

import pytest

from events.story import ANDAHUAYLAS, LIMA, PERU, copied, link, said
from quipu.model import EventType, TimelineEntry
from quipu.tallies import DayWeight, read_timeline
from quipu.tallies.timeline import subject


def timeline(*claims, language: str = "en", weights: dict[date, DayWeight] | None = None) -> list[TimelineEntry]:
    by_id = {one.claim.id: one.claim for one in claims}
    told = ((event, [by_id[id] for id in event.claims]) for event in link(claims))
    return list(read_timeline(told, language=language, weights=weights))


KILLED = said("a", "killing", "2022-12-11", ANDAHUAYLAS, killed=2)
HURT = said("a", "injury", "2022-12-11", ANDAHUAYLAS, injured=(20, None))
STRIKE = said("a", "strike", "2023-01-04", PERU, modality="planned")
REMOVED = said("a", "removal_from_office", "2022-12-07", LIMA, target="Pedro Castillo", actor="Congress")
HEADINGS = [
    ("counts together", [KILLED, HURT], "2 killed, 20+ injured · Andahuaylas, Apurímac"),
    ("a range", [KILLED, said("b", "killing", "2022-12-11", ANDAHUAYLAS, killed=3)],
     "2–3 killed · Andahuaylas, Apurímac"),
    ("no count", [said("a", "protest", "2022-12-11", LIMA, participants=(None, None))], "Protest · Lima"),
    ("capitals of a dateline", [said("a", "raid", "2022-12-11", replace(LIMA, text="LIMA"))], "Raid · Lima"),
    ("no place", [said("a", "raid", "2022-12-11")], "Raid"),
    ("an office-holder", [REMOVED], "Removal from office: Pedro Castillo · Lima"),
    ("no office-holder but a clause", [said("a", "resignation", "2022-12-11", LIMA, target="all of the six ministers")],
     "Resignation · Lima"),
    ("a victim is never named",
     [said("a", "killing", "2022-12-11", LIMA, target="Testname Placeholder")], "1+ killed · Lima"),
    ("no office-holder but a description",
     [said("a", "resignation", "2022-12-11", LIMA, actor="Cabinet members")], "Resignation · Lima"),
    ("a particle in the name", [said("a", "appointment", "2022-12-11", LIMA, target="Alberto de la Cruz")],
     "Appointment: Alberto de la Cruz · Lima"),
    ("only spoken of", [said("a", "impeachment", "2022-12-11", LIMA, modality="hypothetical")],
     "Impeachment motion · Lima (spoken of, not reported as done)"),
    ("a demand in its own words", [said("a", "demand", "2022-12-11", LIMA, target="the  release of\nall detainees",
                                        modality="demanded")],
     "Demand: “the release of all detainees” · Lima"),
    ("planned", [STRIKE], "Strike · Peru (announced, not reported as done)"),
    ("denied", [said("a", "arrest", "2022-12-11", LIMA, modality="denied")],
     "Arrest · Lima (denied or called off)"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), [case[1:] for case in HEADINGS], ids=[case[0] for case in HEADINGS])
def test_heading_is_neutral(claims: list, expected: str) -> None:
    (entry,) = timeline(*claims)
    assert entry.heading == expected


KINDS = [
    ("a strike that blocks roads", ["strike", "blockade"], "Road blockade, strike · Lima"),
    ("nothing that it is not", ["strike", "statement"], "Strike · Lima"),
    ("a death is told by itself", ["strike", "killing"], "Strike · Lima"),
]


@pytest.mark.parametrize(("types", "expected"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_heading_tells_every_kind_of_mobilisation(types: list[str], expected: str) -> None:
    claims = [said(type, type, "2022-12-11", LIMA).claim for type in types]
    (event,) = link([said("strike", "strike", "2022-12-11", LIMA)])
    kind = EventType.BLOCKADE if "blockade" in types else EventType.STRIKE
    assert subject(event, kind, claims) == expected


def test_heading_in_spanish() -> None:
    (entry,) = timeline(KILLED, HURT, language="es")
    assert entry.heading == "2 muertos, 20+ heridos · Andahuaylas, Apurímac"


SALIENCE = [
    ("two dead before one", KILLED, said("a", "killing", "2022-12-11", LIMA, killed=1)),
    ("a removal before a statement", REMOVED, said("a", "statement", "2022-12-07", LIMA, actor="Congress")),
    ("a death before a protest", KILLED, said("a", "protest", "2022-12-11", LIMA)),
    ("done before planned", said("a", "strike", "2023-01-04", PERU), STRIKE),
]


@pytest.mark.parametrize(("more", "less"), [case[1:] for case in SALIENCE], ids=[case[0] for case in SALIENCE])
def test_salience_orders_events(more, less) -> None:
    ((high,), (low,)) = timeline(more), timeline(less)
    assert 1 > high.salience > low.salience >= 0


def test_salience_grows_with_sources_not_copies() -> None:
    other = said("b", "killing", "2022-12-11", ANDAHUAYLAS, killed=2)
    (alone,), (twice,), (copy,) = timeline(KILLED), timeline(KILLED, other), timeline(KILLED, copied(KILLED, "m"))
    assert twice.salience > alone.salience == copy.salience


QUIET, LOUD = date(2022, 12, 11), date(2022, 12, 12)
WEIGHTS = {day: DayWeight(told, 1, 1) for day, told in ((QUIET, 0.2), (date(2022, 12, 13), 0.3), (LOUD, 1.0))}
ON_DAYS = [
    ("the same on a day that more is told of", ("killing", "2022-12-12", 1), ("killing", "2022-12-11", 1)),
    ("a graver happening on the same day", ("killing", "2022-12-11", 4), ("killing", "2022-12-11", 1)),
    ("no day before a day of which less than of most is told", ("killing", None, 1), ("killing", "2022-12-11", 1)),
    ("a loud day before no day", ("killing", "2022-12-12", 1), ("killing", None, 1)),
    ("a stretch over a loud day", ("killing", "2022-12-11/2022-12-12", 1), ("killing", "2022-12-11", 1)),
    ("a day that no report names as one like most", ("killing", "2022-12-20", 1), ("killing", "2022-12-11", 1)),
]


@pytest.mark.parametrize(("more", "less"), [case[1:] for case in ON_DAYS], ids=[case[0] for case in ON_DAYS])
def test_salience_weighs_the_day(more, less) -> None:
    saliences = []
    for type, on, killed in (more, less):
        counted = {} if killed is None else {"killed": killed}
        (entry,) = timeline(said("a", type, on, LIMA, **counted), weights=WEIGHTS)
        saliences.append(entry.salience)
    assert 1 >= saliences[0] > saliences[1] >= 0
