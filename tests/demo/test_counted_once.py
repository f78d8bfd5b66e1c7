"""Every incident of the demonstration reports, listed by hand, is one event and in one sum; no dispute is missed.

Each line below is what a person who reads the nineteen reports writes down: where, when, how many at least, by the best
account and at most. A late death is counted with its happening (the boy who died on 12 January with Juliaca's).
"""

from datetime import date

import pytest

from quipu.model import CountKind, RecordView

KILLED = [
    ("Andahuaylas", date(2022, 12, 11), (2, 2, 2)),
    ("airport of Arequipa", date(2022, 12, 12), (1, 1, 1)),
    ("Chincheros", date(2022, 12, 12), (2, 2, 2)),
    ("Ayacucho", date(2022, 12, 15), (10, 10, 10)),
    ("Juliaca", date(2023, 1, 9), (17, 18, 18)),
    ("Yunguyo", date(2023, 1, 9), (1, 1, 1)),
    ("Arequipa", date(2023, 1, 19), (1, 1, 1)),
    ("Lima", date(2023, 1, 28), (1, 1, 1)),
    ("Abancay", date(2023, 2, 9), (1, 1, 1)),
]
INJURED = [
    ("Andahuaylas", date(2022, 12, 11), (20, 20, None)),
    ("Ayacucho", date(2022, 12, 15), (52, 52, 52)),
    ("Juliaca", date(2023, 1, 7), (13, 13, 13)),
    ("Juliaca", date(2023, 1, 9), (38, 73, 73)),
    ("Arequipa", date(2023, 1, 19), (9, 9, 9)),
]
ARRESTED = [("Lima", date(2023, 1, 21), (193, 205, 205))]


@pytest.mark.parametrize(
    ("what", "incidents"),
    [("killed", KILLED), ("injured", INJURED), ("arrested", ARRESTED)],
    ids=lambda it: str(it)[:8],
)
def test_demo_counts_each_incident_once(view: RecordView, what: str, incidents: list[tuple[object, ...]]) -> None:
    kind = CountKind(what)
    events = {event.id: event for event in view.events()}
    summed = [id for t in view.tallies() if (t.what, t.scope) == (kind, "Peru") for s in t.incidents for id in s.events]
    assert len(summed) == len(set(summed))
    rows = {}
    for event in (events[id] for id in summed):
        count = dict(event.counts)[kind]
        rows[event.place.text if event.place else "", event.begin] = count.low, count.best, count.high
    assert rows == {(place, day): figures for place, day, figures in incidents}


def test_demo_counts_nobody_outside_its_incidents(view: RecordView) -> None:
    """Who is told dead in no town of the crisis: the twenty of Bolivia in 2019."""
    summed = {id for t in view.tallies() for s in t.incidents for id in s.events}
    others = {
        (event.place.text if event.place else "", event.begin)
        for event in view.events()
        if event.happened and CountKind.KILLED in dict(event.counts) and event.id not in summed
    }
    assert others == {("Bolivia", date(2019, 11, 1))}


# Kind, what, scope, day, the figures of both sides. 56 and 57 are the ombudsman's total and the wire's, as corrected,
# of one day; direct against indirect is the gap between the ministry's 42 and the office's 49.
DISPUTES = [
    ("sources_differ", "killed", "Peru · direct", date(2022, 12, 16), (18, 20)),
    ("sources_differ", "killed", "Peru", date(2023, 1, 13), (42, 49)),
    ("sources_differ", "killed", "Peru", date(2023, 1, 22), (56, 60)),
    ("sources_differ", "killed", "Peru", date(2023, 1, 25), (56, 57)),
    ("sources_differ", "killed", "Peru", date(2023, 1, 30), (58, 65)),
    ("sources_differ", "killed", "Peru", date(2023, 2, 10), (60, 67)),
    ("total_falls", "killed", "Peru", date(2023, 1, 25), (60, 57)),
    ("direct_against_indirect", "killed", "Peru", date(2023, 1, 13), (42, 7)),
    ("incident_count_differs", "killed", "Ayacucho", date(2022, 12, 15), (8, 9)),
    ("incident_count_differs", "killed", "Juliaca", date(2023, 1, 9), (17, 18)),
    ("incident_count_differs", "arrested", "Lima", date(2023, 1, 21), (193, 205)),
]


def test_demo_shows_these_disputes_and_no_others(view: RecordView) -> None:
    def figure(id: str) -> float | None:
        (claim,) = view.claims(ids=(id,))
        return claim.count.low if claim.count else None

    rows = [(d.kind, d.what, d.scope, d.as_of, (figure(d.left), figure(d.right))) for d in view.disputes()]
    assert sorted(rows) == sorted(DISPUTES)
