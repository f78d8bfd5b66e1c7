"""The gazetteer file and what the bundled one knows."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.sentences.gazetteer import Gazetteer, fold, world
from quipu.sentences.gazetteer_file import (
    BadGazetteer,
    Row,
    country_name,
    open_gazetteer,
    pack_population,
    unpack_population,
)
from quipu.sentences.gazetteer_write import write_gazetteer
from quipu.sentences.geography import geography

AREAS = [("", "", ""), ("PE", "01", "Alto"), ("BO", "02", "")]
ROWS = [
    Row("Vila Norte", ("Vila Norte", "Norteville"), -12.5, -70.25, "PE", "P.PPL", 4_000, 11, 1),
    Row("Vila Norte", ("Vila Norte",), -16.0, -68.0, "BO", "P.PPL", 90_000, 12, 2),
    Row("Alto", ("Alto",), -12.0, -70.0, "PE", "A.ADM1", 120_000, 0, 1),
]
FOLDED = [
    ("Apurímac", "apurimac"),
    ("St. Louis", "saint louis"),
    ("Winston-Salem", "winston salem"),
    ("Xi'an", "xian"),
    ("Ñuñoa", "nunoa"),
    ("—", ""),
]
KNOWN = [
    ("Lima", "PE", "P.PPLC", 3936456),
    ("Juliaca", "PE", "P.PPL", 3937513),
    ("Ohio", "US", "A.ADM1", 5165418),
    ("La Paz", "BO", "P.PPL", 3911925),
    ("Londres", "GB", "P.PPLC", 2643743),
    ("Apurímac", "PE", "A.ADM1", None),
]


@pytest.fixture
def small(tmp_path: Path) -> Gazetteer:
    write_gazetteer(tmp_path / "small.bin", ROWS, AREAS, "written by hand")
    return Gazetteer(open_gazetteer(tmp_path / "small.bin"))


@pytest.mark.parametrize(("name", "folded"), FOLDED, ids=[name for name, _ in FOLDED])
def test_gazetteer_folds_names(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_gazetteer_finds_bigger_places_first(small: Gazetteer) -> None:
    found = small.find("vila norte")
    assert [(c.country, c.own, small.geonameid(c.index)) for c in found] == [("BO", True, 12), ("PE", True, 11)]
    assert (found[1].lat, found[1].lon) == (-12.5, -70.25)
    assert small.label(found[0].index) == "Vila Norte"


def test_gazetteer_marks_alternate_names(small: Gazetteer) -> None:
    assert [c.own for c in small.find("norteville")] == [False]
    assert small.find("norte") == ()


def test_gazetteer_names_areas(small: Gazetteer) -> None:
    area = small.area_by_code("PE", "01")
    assert area is not None
    assert small.label(area.index) == "Alto"
    assert small.geonameid(area.index) is None
    assert small.area_name(2) is None
    assert small.area_by_code("BO", "02") is None
    assert small.area_by_code("XX", "01") is None


def test_gazetteer_same_rows_same_bytes(tmp_path: Path) -> None:
    write_gazetteer(tmp_path / "a.bin", ROWS, AREAS, "x")
    write_gazetteer(tmp_path / "b.bin", list(reversed(ROWS)), AREAS, "x")
    assert (tmp_path / "a.bin").read_bytes() == (tmp_path / "b.bin").read_bytes()


@pytest.mark.parametrize("broken", ["missing", "empty", "other", "cut"])
def test_gazetteer_refuses_a_broken_file(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "g.bin"
    if broken != "missing":
        write_gazetteer(path, ROWS, AREAS, "x")
        whole = path.read_bytes()
        path.write_bytes({"empty": b"", "other": b"QUIPUGZ9" + whole[8:], "cut": whole[:-40]}[broken])
    with pytest.raises(BadGazetteer) as caught:
        open_gazetteer(path)
    assert str(path) in str(caught.value)


@given(st.integers(min_value=0, max_value=2_000_000_000))
def test_gazetteer_population_keeps_its_size(population: int) -> None:
    unpacked = unpack_population(pack_population(population))
    assert abs(unpacked - population) <= 0.13 * population + 1


@pytest.mark.parametrize(("name", "country", "kind", "geonameid"), KNOWN, ids=[row[0] for row in KNOWN])
def test_gazetteer_world_knows(name: str, country: str, kind: str, geonameid: int | None) -> None:
    found = [(c.country, c.kind, world().geonameid(c.index)) for c in world().find(fold(name))]
    assert (country, kind, geonameid) in found


def test_gazetteer_world_covers_every_country_of_the_lexicon() -> None:
    for code in geography("en").words.countries:
        assert world().find(country_name(code)), code


def test_gazetteer_world_loads_fast_and_small() -> None:
    program = (
        "import resource, time\n"
        "from quipu.sentences.gazetteer import world\n"
        "before, begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()\n"
        "world().find('lima')\n"
        "print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    seconds, kilobytes = (float(x) for x in done.stdout.split())
    assert seconds < 0.3
    assert kilobytes < 150_000
