from datetime import date

import pytest

from events.story import ANDAHUAYLAS, LIMA, PERU, copied, link, said
from quipu.model import Dispute
from quipu.tallies import count_tallies, find_disputes

ANCHORS = {"a": date(2023, 1, 20), "b": date(2023, 1, 22), "c": date(2023, 1, 20)}


def total(document: str, killed, on: str | None = None, **more):
    return said(document, "killing", on, PERU, killed=killed, cumulative=True, **more)


def dead(document: str, killed, published: str | None = None, **more):
    return said(document, "killing", "2022-12-11", ANDAHUAYLAS, killed=killed, published=published, **more)


def disputes(claims) -> list[Dispute]:
    claims = list(claims)
    events = link(claims)
    told = list(count_tallies(claims, events, ANCHORS, speakers={"a": "A", "b": "B", "c": "C"}))
    return list(find_disputes(told, events, claims))


AGENCY = dead("agency", 2)
CASES = [
    ("a total that rises", [total("a", 46), total("b", 48)], []),
    ("a speaker's total that falls", [total("a", 60, by="the union"), total("b", 55, by="a union")], ["total_falls"]),
    ("another speaker's lower total two days later", [total("a", 60), total("b", 55)], []),
    ("a report corrects its own total", [total("a", 60), total("a", 57, relation="revision")], ["total_falls"]),
    ("a correction told twice", [total("a", 60, by="the union"), total("b", 57, by="the union", relation="revision"),
                                 total("b2", 57, "2023-01-23", by="the union")], ["total_falls"]),
    ("another speaker's lower total a day later", [total("c", 60), total("d", 55, "2023-01-21")], ["sources_differ"]),
    ("another speaker's higher total a day later", [total("c", 55), total("d", 60, "2023-01-21")], []),
    ("one speaker under three names", [total("a", 18, by="the ombudsman's office"), total("c", 20, by="la Defensoría"),
                                       total("d", 19, "2023-01-20", by="the Public Defender")], []),
    ("an office named before", [total("a", 56, by="the ombudsman"), total("c", 54, by="the office")], []),
    ("two ministries", [total("a", 56, by="the Health Ministry"), total("a", 54, by="the Interior Ministry")],
     ["sources_differ"]),
    ("a speaker and the report itself", [total("a", 18, by="the ombudsman"), total("a", 20)], ["sources_differ"]),
    ("a speaker's part and whole", [total("a", 56, by="the ombudsman"), total("a", 46, by="the ombudsman"),
                                    total("a", 56)], []),
    ("a total that only may fall", [total("a", 60), total("b", (55, None))], []),
    ("a report's own two figures", [total("a", 60), total("a", 55)], []),
    ("two speakers in one report", [total("a", 60, by="the union"), total("a", 55, by="the ministry")],
     ["sources_differ"]),
    ("sources differ for a day", [total("a", 46), total("c", 50)], ["sources_differ"]),
    ("at least fits", [total("a", (46, None)), total("c", 50)], []),
    ("a copy is no other source", [total("a", 46), copied(total("a", 46), "c")], []),
    ("indirect deaths are another series", [total("a", 60), total("b", 7, scope="indirect")], []),
    ("indirect deaths counted by one side", [total("a", 49, by="the ombudsman"), total("a", 7, scope="indirect",
        relation="subset", by="the ombudsman"), total("c", 42, by="the ministry")],
     ["sources_differ", "direct_against_indirect"]),
    ("indirect deaths counted by one side, told a day apart", [total("a", 49, "2023-01-21", by="the ombudsman"),
        total("a", 7, "2023-01-21", scope="indirect", relation="subset", by="the ombudsman"),
        total("c", 42, by="the ministry")], ["direct_against_indirect"]),
    ("more than the indirect deaths", [total("a", 49, by="the ombudsman"), total("a", 7, scope="indirect",
        relation="subset", by="the ombudsman"), total("c", 40, by="the ministry")], ["sources_differ"]),
    ("indirect deaths counted by both", [total("a", 49, by="the ombudsman"), total("a", 7, scope="indirect",
        relation="subset", by="the ombudsman"), total("c", 45, by="the ministry"), total("c", 4, scope="indirect",
        relation="subset", by="the ministry")], ["sources_differ", "sources_differ"]),
    ("the lower total weeks before", [total("a", 49, by="the ombudsman"), total("a", 7, scope="indirect",
        relation="subset", by="the ombudsman"), total("c", 42, "2023-01-02", by="the ministry")], []),
    ("parts of one cause differ", [total("a", 41, scope="direct", relation="subset", by="the ombudsman"),
                                   total("c", 44, scope="direct", relation="subset", by="the union")],
     ["sources_differ"]),
    ("a part is no total", [total("a", 60), total("b", 7, relation="subset")], []),
    ("five more is no total", [total("a", 60), total("b", 7, relation="addition")], []),
    ("a total below its incidents", [total("a", 1), dead("x", 2)], ["total_below_incidents"]),
    ("a total below what was told later", [total("a", 2), dead("x", 2, "2022-12-12"),
                                           dead("y", 3, "2023-01-25", relation="revision")], []),
    ("a total below what was told before", [total("a", 2), dead("x", 2, "2022-12-12"),
                                            dead("y", 3, "2023-01-12", relation="revision")],
     ["total_below_incidents"]),
    ("an open total is not below", [total("a", (1, None)), dead("x", 2)], []),
    ("a total above its incidents", [total("a", 17), dead("x", 2)], []),
    ("one event, two counts", [dead("x", 2, "2022-12-12"), dead("y", 3, "2022-12-12")], ["incident_count_differs"]),
    ("one event, revised upward", [dead("x", 2, "2022-12-12"), dead("y", 3, "2022-12-13")], []),
    ("one event, lower later", [dead("x", 3, "2022-12-12"), dead("y", 2, "2022-12-13")], ["incident_count_differs"]),
    ("one event, days unknown", [dead("x", 2), dead("y", 3)], ["incident_count_differs"]),
    ("one event, two speakers of one report", [dead("x", 8, by="the directorate"), dead("x", 9, by="volunteers")],
     ["incident_count_differs"]),
    ("one event, a speaker and the report", [dead("x", 17, by="the ombudsman"), dead("x", 18)],
     ["incident_count_differs"]),
    ("one event, one speaker twice", [dead("x", 17, by="the ombudsman"), dead("x", 18, by="the Defensoría")], []),
    ("one event, one of the eight", [dead("x", 8, by="the directorate"), dead("x", 1)], []),
    ("one event, a group of it", [dead("x", 8, by="the directorate"), dead("x", 3, scope="minors")], []),
    ("one event, a toll that rises in a live report", [dead("x", 9, by="a doctor"), dead("x", 12, by="the hospital"),
                                                       dead("x", 14, by="the ombudsman", relation="revision")], []),
    ("one event, a toll that rises further", [dead("x", 14, by="the ombudsman", relation="revision"),
                                              dead("x", 17, by="the hospital")], []),
    ("a total of the day itself", [total("a", 1, "2022-12-11"), dead("x", 2)], []),
    ("one event, more than", [dead("x", (100, None), by="the minister"), dead("x", 205, by="the prosecutor")], []),
    ("one event, five more", [dead("x", 8, by="the fire service"), dead("x", 5, relation="addition")], []),
    ("one event, a headline of two incidents", [dead("x", 3), dead("x", 2, by="witnesses"),
                                                dead("x", 1, relation="addition")], []),
    ("one event, one of many elsewhere", [dead("x", 14, by="the ombudsman"), dead("y", 1)], []),
    ("one event, one or two", [dead("x", 2, by="the ombudsman"), dead("y", 1)], ["incident_count_differs"]),
    ("one event, a ward's part elsewhere", [dead("x", 14, by="the ombudsman"), dead("y", 14, by="the ministry"),
                                            dead("y", 4, by="a doctor")], ["incident_count_differs"]),
    ("one event, at least", [dead("x", (2, None)), dead("y", 3)], []),
    ("a copy with a slip", [AGENCY, copied(AGENCY, "m")], []),
    ("denied", [dead("x", 2), said("y", "killing", "2022-12-11", ANDAHUAYLAS, modality="denied")], ["denied"]),
    ("denied elsewhere", [dead("x", 2), said("y", "killing", "2022-12-11", LIMA, modality="denied")], []),
    ("only denied", [said("y", "killing", "2022-12-11", LIMA, modality="denied")], []),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "kinds"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_disputes_are_found_or_not(claims: list, kinds: list[str]) -> None:
    assert [one.kind for one in disputes(claims)] == kinds
    assert [one.kind for one in disputes(claims[::-1])] == kinds


def test_dispute_names_both_figures_and_speakers() -> None:
    high, low = total("a", 60, by="the ombudsman"), total("b", 55, by="the ombudsman's office")
    (found,) = disputes([high, low])
    assert (found.left, found.right, found.as_of) == (high.claim.id, low.claim.id, date(2023, 1, 22))
    assert found.reason == (
        "The ombudsman's office put the total at 55 on 2023-01-22, below 60 by the ombudsman on 2023-01-20"
    )
    assert (found.what, found.scope) == ("killed", "Peru")


def test_dispute_is_said_in_a_sentence() -> None:
    claims = [total("a", 60, by="The union"), total("c", 55, by="A ministry"), total("c", 50, by="Theo Adu")]
    reasons = {found.reason for found in disputes(claims)}
    assert "For 2023-01-20, a ministry put the total at 55 and the union at 60" in reasons
    assert "For 2023-01-20, Theo Adu put the total at 50 and the union at 60" in reasons


@pytest.mark.parametrize("number", range(3, 9))
def test_dispute_of_an_event_names_a_source_rather_than_the_report(number: int) -> None:
    """Whichever of the two comes first by its id."""
    told, itself = dead("x", number, by="the directorate"), dead("x", number)
    (found,) = disputes([itself, told, dead("x", 9, by="volunteers")])
    assert found.left == told.claim.id
    (found,) = disputes([itself, told, said("y", "killing", "2022-12-11", ANDAHUAYLAS, modality="denied")])
    assert (found.kind, found.left) == ("denied", told.claim.id)


def test_dispute_of_a_total_shows_an_incident() -> None:
    incident = dead("x", 2)
    (found,) = disputes([total("a", 1), incident])
    assert found.right == incident.claim.id
    assert "add up to 2" in found.reason
