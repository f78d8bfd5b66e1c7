"""The toll chart: every figure that has a day and a number is drawn once, as what it is, and leads to its words."""

import html
import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.factory.crisis import crisis
from quipu.export.report import svg_tolls
from quipu.export.report.chart import is_drawable
from quipu.export.report.labels import Box, place
from quipu.export.report.shelf import point_link
from quipu.model import CountKind, IncidentSum, Tally, TallyPoint

MAY = date(2031, 5, 1)


def point(low: float | None, high: float | None, on: int | None = 0, speaker: str = "Ombudsman") -> TallyPoint:
    as_of = None if on is None else MAY + timedelta(days=on)
    return TallyPoint(as_of, low, high, "words", speaker, f"c-{on}-{low}-{high}", "d-1")


def tally(*points: TallyPoint) -> Tally:
    return Tally(CountKind.KILLED, "Corvane", points)


def count(svg: str, name: str) -> int:
    """How many shapes of a class, the key's sample taken off."""
    return len(re.findall(f'class="{name}"', svg)) - 1


SHAPES = {
    "exact": (point(17, 17), "dot"),
    "at least": (point(17, None), "ring"),
    "up to": (point(None, 17), "ring"),
    "range": (point(10, 17), "stated"),
}


@pytest.mark.parametrize(("one", "shape"), SHAPES.values(), ids=SHAPES.keys())
def test_chart_draws_a_figure_as_what_it_is(one: TallyPoint, shape: str) -> None:
    assert count(svg_tolls(tally(one)), shape) == 1


def test_chart_arrow_points_up_for_at_least_and_down_for_up_to() -> None:
    path = re.compile(r'class="stated" d="M[\d.]+ ([\d.]+)V([\d.]+)')
    up, down = (path.search(svg_tolls(tally(one))) for one in (point(17, None), point(None, 17)))
    assert up is not None
    assert down is not None
    assert float(up[2]) < float(up[1])
    assert float(down[2]) > float(down[1])


@pytest.mark.parametrize("one", [point(17, 17, None), point(None, None)], ids=["no day", "no number"])
def test_chart_without_day_or_number_is_not_drawn(one: TallyPoint) -> None:
    assert not is_drawable(tally(one))
    assert svg_tolls(tally(one)) == ""


@pytest.mark.parametrize("width", [960, 360])
def test_chart_every_figure_leads_to_its_words(width: int) -> None:
    toll = crisis().all_tallies[0]
    svg = svg_tolls(toll, width=width, link=point_link)
    assert re.findall(r'<a class="figure" href="([^"]+)"', svg) == [point_link(p) for p in sorted_points(toll)]
    assert all(f"{p.speaker}</title>" in html.unescape(str(svg)) for p in toll.points)


def sorted_points(toll: Tally) -> list[TallyPoint]:
    return sorted(toll.points, key=lambda p: (p.as_of or MAY, -(p.low or p.high or 0)))


def test_chart_incident_sum_is_a_series_of_its_own() -> None:
    with_sums = Tally(CountKind.KILLED, "Corvane", (point(17, 17),), (IncidentSum(MAY, 1, 2, ("EV-1",)),))
    assert count(svg_tolls(with_sums), "band") == 1
    assert 'class="band"' not in svg_tolls(tally(point(17, 17)))


def test_chart_escapes_what_speakers_are_called() -> None:
    svg = svg_tolls(tally(point(17, 17, speaker="<script>alert(1)</script>")), link=point_link)
    assert "<script" not in svg


def test_chart_standalone_is_a_file_of_its_own() -> None:
    root = ElementTree.fromstring(svg_tolls(crisis().all_tallies[0], standalone=True))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["width"] == "960"


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Any figures on any days."""
    points = []
    for _ in range(draw(st.integers(1, 25))):
        low, high = sorted((draw(st.integers(0, 5000)), draw(st.integers(0, 5000))))
        bounds = draw(st.sampled_from([(low, high), (low, low), (low, None), (None, high)]))
        speaker = draw(st.text(min_size=1, max_size=40))
        points.append(point(*bounds, on=draw(st.integers(0, 900)), speaker=speaker))
    return tally(*points)


@given(tallies(), st.sampled_from([960, 360]))
def test_chart_draws_every_figure_inside_the_drawing(toll: Tally, width: int) -> None:
    svg = svg_tolls(toll, width=width)
    hits = re.findall(r'class="hit" cx="([\d.]+)" cy="([\d.-]+)"', svg)
    assert len(hits) == len(toll.points)
    assert all(0 <= float(x) <= width and 0 <= float(y) <= 430 for x, y in hits)


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(0, 400)), max_size=40))
def test_labels_never_overlap_and_stay_inside(spots: list[tuple[float, float]]) -> None:
    area, taken = Box(0, 0, 960, 430), []
    for x, y in spots:
        label = place(90.0, x, y, size=12.5, taken=taken, area=area)
        if label is not None:
            assert label.box.inside(area)
            assert not any(label.box.meets(other) for other in taken)
            taken.append(label.box)


def test_labels_never_stand_nearer_to_another_point() -> None:
    area = Box(0, 0, 960, 430)
    label = place(90.0, 500, 220, size=12.5, taken=[], area=area, points=[(500, 208), (512, 220)])
    assert label is not None
    assert label.box.right < 500
    assert label.y > 220
