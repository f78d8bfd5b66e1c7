"""A crisis in sixteen short reports, English and Spanish: what a reader checks by hand is what the record shows.

Copies and copied passages, one incident told in two languages, who was critical on one day and dead on another, two
incidents in one town on one day, parts and additions, totals by speaker, cause and group, and every dispute.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from quipu.engine import BuildOptions, build_record
from quipu.model import CountKind, Event, RecordView, Tally
from quipu.store import Store

REPORTS = Path(__file__).parent / "ecuador.yml"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordView]:
    folder = tmp_path_factory.mktemp("ecuador")
    reports = yaml.safe_load(REPORTS.read_text(encoding="utf-8"))["reports"]
    lines = (json.dumps({**report, "published": str(report["published"])}) for report in reports)
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    build_record([str(folder / "reports.jsonl")], folder / "record", BuildOptions())
    with Store.open(folder / "record") as store:
        yield store.view()


def _events(view: RecordView, what: str) -> dict[tuple[str, date | None], Event]:
    """The events that count people of a kind, by place and day."""
    kind = CountKind(what)
    return {(e.place.text if e.place else "", e.begin): e for e in view.events() if kind in dict(e.counts)}


def _points(view: RecordView, what: str, scope: str) -> list[tuple[object, ...]]:
    return [(p.as_of, p.low, p.high, p.speaker) for t in view.tallies() if _is(t, what, scope) for p in t.points]


def _is(tally: Tally, what: str, scope: str) -> bool:
    return (tally.what, tally.scope) == (what, scope)


# Place, day, and lowest, best and highest number, of all incidents of the crisis: no other is counted.
KILLED = [
    ("Latacunga", date(2019, 10, 7), (3, 3, 3)),
    ("Cuenca", date(2019, 10, 8), (1, 1, 1)),
    ("Guayaquil", date(2019, 10, 10), (3, 3, 3)),
    ("Ambato", date(2019, 10, 11), (3, 3, 3)),
    ("Quito", date(2019, 10, 13), (2, 2, 2)),
]
INJURED = [
    ("Latacunga", date(2019, 10, 7), (14, 14, 14)),
    ("Guayaquil", date(2019, 10, 10), (22, 22, 22)),
    # One of the thirteen died on Tuesday.
    ("Quito", date(2019, 10, 13), (12, 12, 13)),
    ("Riobamba", date(2019, 10, 18), (3, 3, 3)),
]
ARRESTED = [
    ("Guayaquil", date(2019, 10, 10), (57, 81, 81)),
    ("Quito", date(2019, 10, 11), (120, 143, 143)),
    ("Riobamba", date(2019, 10, 18), (2, 2, 2)),
]


@pytest.mark.parametrize(
    ("what", "incidents"),
    [("killed", KILLED), ("injured", INJURED), ("arrested", ARRESTED)],
    ids=lambda it: str(it)[:8],
)
def test_each_incident_is_counted_once(view: RecordView, what: str, incidents: list[tuple[object, ...]]) -> None:
    found = _events(view, what)
    summed = {id for t in view.tallies() if _is(t, what, "Ecuador") for s in t.incidents for id in s.events}
    shown = {place: event for place, event in found.items() if event.id in summed}
    counts = {place: dict(event.counts)[CountKind(what)] for place, event in shown.items()}
    assert {place: (c.low, c.best, c.high) for place, c in counts.items()} == {(p, d): n for p, d, n in incidents}
    assert all(count.claims for count in counts.values())


def test_incidents_add_up_beside_the_totals(view: RecordView) -> None:
    (tally,) = (t for t in view.tallies() if _is(t, "killed", "Ecuador"))
    assert [(s.as_of.day, s.low, s.high) for s in tally.incidents] == [
        (7, 3, 3),
        (8, 4, 4),
        (10, 7, 7),
        (11, 10, 10),
        (13, 12, 12),
    ]


def test_a_copy_points_to_its_original_and_adds_no_source(view: RecordView) -> None:
    filed = {f.document.publisher: f for f in view.documents()}
    copy = filed["Coast Courier"]
    assert copy.copy_of is not None
    assert "Two protesters shot dead" in view.text(copy.copy_of)
    latacunga = _events(view, "killed")["Latacunga", date(2019, 10, 7)]
    # The wire's first report and its copy, the radio's, the wire's second. The digest's copied passage on Latacunga is
    # Spanish in an English report, and is not read.
    assert len(latacunga.documents) == 4
    assert latacunga.sources_independent == 3


def test_a_copied_passage_adds_no_source(view: RecordView) -> None:
    ambato = _events(view, "killed")["Ambato", date(2019, 10, 11)]
    assert (len(ambato.documents), ambato.sources_independent) == (2, 1)


# As-of day, number, speaker.
TOTALS = [
    ("killed", "Ecuador", date(2019, 10, 10), 4, "The ombudsman's office"),
    ("killed", "Ecuador", date(2019, 10, 10), 3, "The Interior Ministry"),
    ("killed", "Ecuador", date(2019, 10, 11), 7, "la Defensoría del Pueblo"),
    ("killed", "Ecuador", date(2019, 10, 11), 10, "The ombudsman's office"),
    ("killed", "Ecuador", date(2019, 10, 11), 12, "Highland Rights Committee"),
    ("killed", "Ecuador", date(2019, 10, 14), 8, "The Ministry of Government"),
    ("killed", "Ecuador", date(2019, 10, 15), 15, "The Highland Rights Committee"),
    ("killed", "Ecuador", date(2019, 10, 16), 12, "La Defensoría del Pueblo"),
    ("killed", "Ecuador", date(2019, 10, 18), 13, "The Highland Rights Committee"),
    ("killed", "Ecuador", date(2019, 10, 19), 6, "the Ministry of Government"),
    ("killed", "Ecuador", date(2019, 10, 19), 12, "La Defensoría del Pueblo"),
    ("killed", "Ecuador · direct", date(2019, 10, 11), 8, "The ombudsman's office"),
    ("killed", "Ecuador · direct", date(2019, 10, 15), 8, "The ombudsman's office"),
    ("killed", "Ecuador · direct", date(2019, 10, 16), 9, "La Defensoría del Pueblo"),
    ("killed", "Ecuador · indirect", date(2019, 10, 11), 2, "The ombudsman's office"),
    ("killed", "Ecuador · indirect", date(2019, 10, 15), 3, "The ombudsman's office"),
    ("killed", "Ecuador · indirect", date(2019, 10, 16), 3, "La Defensoría del Pueblo"),
    ("killed", "Ecuador · minors", date(2019, 10, 11), 3, "Highland Rights Committee"),
    ("killed", "Ecuador · police", date(2019, 10, 15), 1, "The Highland Rights Committee"),
    ("injured", "Ecuador", date(2019, 10, 15), 1340, "The ombudsman's office"),
    ("injured", "Ecuador · police", date(2019, 10, 15), 117, "Ministry of Government"),
    ("arrested", "Ecuador", date(2019, 10, 12), 640, "our lawyers"),
    ("arrested", "Ecuador", date(2019, 10, 15), 1152, "Ministry of Government"),
    ("arrested", "Ecuador", date(2019, 10, 15), 1152, "The ombudsman's office"),
]


@pytest.mark.parametrize(
    ("what", "scope", "day", "number", "speaker"),
    TOTALS,
    ids=[f"{r[1]} {r[0]} {r[2].day} {r[3]} {r[4]}" for r in TOTALS],
)
def test_totals_have_their_day_and_speaker(
    view: RecordView, what: str, scope: str, day: date, number: float, speaker: str
) -> None:
    assert (day, number, speaker) in [(p[0], p[1], p[3]) for p in _points(view, what, scope)]


def test_no_total_is_made_up(view: RecordView) -> None:
    """The headline of the 15th says once more what the text below it does, as the ombudsman's."""
    told = {(what, scope, day, number) for what, scope, day, number, _ in TOTALS}
    told |= {("killed", "Ecuador", date(2019, 10, 15), 11), ("killed", "Ecuador · minors", date(2019, 10, 15), 3)}
    shown = {(t.what.value, t.scope, p.as_of, p.low) for t in view.tallies() for p in t.points}
    assert shown == told


# Kind, what, day, the two figures.
DISPUTES = [
    ("total_falls", "killed", date(2019, 10, 18), 15, 13),
    ("total_falls", "killed", date(2019, 10, 19), 8, 6),
    ("sources_differ", "killed", date(2019, 10, 10), 3, 4),
    ("sources_differ", "killed", date(2019, 10, 11), 10, 12),
    ("sources_differ", "killed", date(2019, 10, 15), 11, 15),
    ("sources_differ", "killed", date(2019, 10, 15), 12, 15),
    ("sources_differ", "killed", date(2019, 10, 18), 12, 13),
    ("sources_differ", "killed", date(2019, 10, 18), 6, 13),
    ("sources_differ", "killed", date(2019, 10, 19), 6, 12),
    ("total_below_incidents", "killed", date(2019, 10, 10), 3, None),
    ("total_below_incidents", "killed", date(2019, 10, 14), 8, None),
    ("direct_against_indirect", "killed", date(2019, 10, 15), 8, 3),
    ("incident_count_differs", "arrested", date(2019, 10, 10), 57, 81),
    ("incident_count_differs", "arrested", date(2019, 10, 11), 120, 143),
    ("denied", "killing", date(2019, 10, 11), None, None),
]


def test_disputes_are_these_and_no_others(view: RecordView) -> None:
    def figure(id: str) -> float | None:
        (claim,) = view.claims(ids=(id,))
        return claim.count.low if claim.count else None

    rows = []
    for one in view.disputes():
        left, right = (None, None) if one.kind == "denied" else (figure(one.left), figure(one.right))
        rows.append((one.kind, one.what, one.as_of, left, None if one.kind == "total_below_incidents" else right))
    assert sorted(rows, key=str) == sorted(DISPUTES, key=str)


def test_what_lies_elsewhere_or_before_is_in_no_tally(view: RecordView) -> None:
    assert {tally.scope.split(" · ")[0] for tally in view.tallies()} == {"Ecuador"}
