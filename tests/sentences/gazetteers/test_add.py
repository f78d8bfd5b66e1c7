"""Adding: what is added is found, in the words of a report; what is removed is not; nothing is added by halves."""

import math
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quipu.errors import BadInput, NotFound, UsageError
from quipu.sentences.gazetteer import Gazetteer, fold, world
from quipu.sentences.gazetteer_file import BadGazetteer, open_gazetteer
from quipu.sentences.gazetteer_folder import added_gazetteers
from quipu.sentences.gazetteers.add import Told, add_gazetteer, remove_gazetteer
from quipu.sentences.gazetteers.parse import Wanted
from quipu.sentences.gazetteers.rows import BadRow
from quipu.sentences.places import find_places
from quipu.sentences.split import split_sentences
from sentences.gazetteers.sources import AREA_CODES, DUMP, PCODES, geoname, write

NOON = datetime(2023, 1, 9, 12, tzinfo=UTC)
KNOWN_AFTER_DUMP = [
    ("Vilcaray", ["geonames:9000001"]),
    ("Huilcaray", ["geonames:9000001"]),
    ("Ñorpampa", ["geonames:9000002"]),
    ("Provincia de Norpampa", ["geonames:9000002"]),
    ("Pampacruz", ["geonames:9000003"]),
    ("Вилькарай", []),
    ("VLC", []),
    ("Río Turpo", []),
    ("Aeródromo Turpo", []),
    ("Vieja Turpo", []),
    ("Republic of Peru", []),
]


def ids(name: str) -> list[str]:
    gazetteer = world()
    return [
        f"geonames:{number}" if (number := gazetteer.geonameid(c.index)) else f"pcode:{gazetteer.pcode(c.index)}"
        for c in gazetteer.find(fold(name))
    ]


def places(text: str) -> list[tuple[str, str | None, str | None, bool]]:
    found = find_places(text, split_sentences(text, "en"), "en")
    return [(place.name, place.gazetteer_id, place.admin1, place.lat is not None) for place in found]


@pytest.mark.parametrize("name", ["PE.txt", "PE.txt.gz", "PE.zip"])
def test_add_reads_a_dump_as_published(tmp_path: Path, name: str) -> None:
    added = add_gazetteer(write(tmp_path, name, DUMP), now=NOON)
    assert (added.name, added.kind, added.places, added.passed_over, added.refused) == ("PE", "geonames", 4, 4, 0)
    assert {known: ids(known) for known, _ in KNOWN_AFTER_DUMP} == dict(KNOWN_AFTER_DUMP)


def test_add_takes_the_features_asked_for(tmp_path: Path) -> None:
    added = add_gazetteer(write(tmp_path, "PE.txt", DUMP), Wanted(("S.AIRP", "H")), now=NOON)
    assert added.places == 2
    assert ids("Aeródromo Turpo") == ["geonames:9000005"]
    assert ids("Vilcaray") == []


def test_add_makes_reports_readable(tmp_path: Path) -> None:
    text = "Two people died in Vilcaray, Apurimac, on Sunday. Roads near Lima stayed open."
    assert [place[0] for place in places(text)] == ["Apurimac", "Lima"]
    add_gazetteer(write(tmp_path, "PE.zip", DUMP), now=NOON)
    assert places(text) == [
        ("Vilcaray", "geonames:9000001", "Apurimac", True),
        ("Apurímac", "geonames:3947421", "Apurimac", True),
        ("Lima", "geonames:3936456", "Lima", True),
    ]
    remove_gazetteer("PE")
    assert [place[0] for place in places(text)] == ["Apurimac", "Lima"]


def test_add_gives_each_place_once(tmp_path: Path) -> None:
    """Lima is bundled too; the added row is taken, and what only the bundled one has is kept."""
    lima = geoname(3936456, "Lima Nueva", ascii="Lima", lat=-12.5, admin1="15", population=0, code="PPLC")
    before = world().find("lima")
    add_gazetteer(write(tmp_path, "PE.txt", lima), now=NOON)
    after = world().find("lima")
    assert ids("Lima").count("geonames:3936456") == 1
    assert len(after) == len(before)
    capital = next(c for c in after if world().geonameid(c.index) == 3936456)
    assert (capital.lat, capital.own, world().label(capital.index)) == (-12.5, True, "Lima Nueva")
    assert capital.population == max(c.population for c in before) > 5_000_000


def test_add_reads_codes_with_and_without_points(tmp_path: Path) -> None:
    added = add_gazetteer(write(tmp_path, "codes.csv", PCODES), now=NOON)
    assert (added.kind, added.places, added.without_point, added.refused) == ("pcodes", 3, 1, 0)
    assert ids("Ñorpampa") == ["pcode:PE0399"]
    text = "Police entered Norpampa Province in Peru. Clashes went on in Turpo Alto District, Apurimac region."
    assert places(text)[0] == ("Ñorpampa", "pcode:PE0399", "Apurimac", True)
    assert ("Turpo, Alto", "pcode:PE0398", "Apurimac", False) in places(text)
    (region,) = [c for c in world().find("apurimac") if c.kind == "A.ADM1"]
    assert world().pcode(region.index) == "PE03"
    assert not math.isnan(region.lat)


def test_add_joins_lists_by_what_is_known(tmp_path: Path) -> None:
    """A list of codes that comes after a dump gets its areas' ids and stands for the same areas."""
    add_gazetteer(write(tmp_path, "PE.txt", DUMP), now=NOON)
    add_gazetteer(write(tmp_path, "codes.csv", PCODES), now=NOON + timedelta(hours=1))
    regions = [c for c in world().find("apurimac") if c.kind == "A.ADM1"]
    assert [(world().geonameid(c.index), world().pcode(c.index)) for c in regions] == [(3947421, "PE03")]
    assert ids("Ñorpampa") == ["geonames:9000002"]


def test_add_reads_area_codes(tmp_path: Path) -> None:
    added = add_gazetteer(write(tmp_path, "admin1CodesASCII.txt", AREA_CODES), now=NOON)
    assert (added.kind, added.places, added.without_point) == ("areas", 2, 1)
    (region,) = [c for c in world().find("apurimac") if c.kind == "A.ADM1"]
    assert (world().geonameid(region.index), math.isnan(region.lat)) == (3947421, False)
    (new,) = world().find("qolla suyu")
    assert math.isnan(new.lat)


def test_add_refuses_rows_and_takes_the_rest(tmp_path: Path) -> None:
    refused: list[BadRow] = []
    lines: list[int] = []
    path = write(tmp_path, "PE.txt", "\n".join([DUMP, "torn", geoname(9000001, "Other"), geoname(9000009, "Chumbao")]))
    added = add_gazetteer(path, told=Told(lines.append, refused.append), now=NOON)
    assert [(error.where, error.code) for error in refused] == [(f"{path}:9", "fields"), (f"{path}:10", "duplicate")]
    assert (added.places, added.refused, sum(lines)) == (5, 2, 11)
    assert ids("Chumbao") == ["geonames:9000009"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("none.txt", None, "not_found"),
        ("empty.txt", "", "empty"),
        ("other.csv", "name,age\nx,1\n", "unsupported"),
        ("river.txt", geoname(1, "Río", **{"class": "H", "code": "STM"}), "no_rows"),
        ("torn.txt", geoname(1, ""), "no_rows"),
    ],
)
def test_add_leaves_nothing_where_nothing_could_be_taken(
    tmp_path: Path, home: Path, name: str, text: str | None, code: str
) -> None:
    path = tmp_path / name if text is None else write(tmp_path, name, text)
    with pytest.raises(BadInput) as caught:
        add_gazetteer(path, now=NOON)
    assert (caught.value.code, caught.value.where) == (code, str(path))
    assert list(home.glob("*")) == []
    assert list(home.glob(".*")) == []


def test_add_keeps_what_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = write(tmp_path, "PE.txt", DUMP)
    first = add_gazetteer(path, now=NOON)
    with pytest.raises(UsageError, match="--replace"):
        add_gazetteer(path, now=NOON)
    bad = write(tmp_path, "bad.txt", geoname(1, ""))
    with pytest.raises(BadInput):
        add_gazetteer(bad, now=NOON, name="PE", overwrite=True)
    assert added_gazetteers() == (first,)
    write(tmp_path, "PE.txt", geoname(9000010, "Sola"))
    assert add_gazetteer(path, now=NOON, overwrite=True).places == 1
    assert ids("Vilcaray") == []


def test_add_same_source_same_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, "PE.txt", DUMP)
    first = add_gazetteer(path, now=NOON).path.read_bytes()
    assert add_gazetteer(path, now=NOON, overwrite=True).path.read_bytes() == first


@pytest.mark.parametrize("name", ["../up", "", ".hidden", "a/b", "x" * 65])
def test_add_refuses_names_that_are_no_file_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        add_gazetteer(write(tmp_path, "PE.txt", DUMP), now=NOON, name=name)
    with pytest.raises(NotFound):
        remove_gazetteer(name)


@pytest.mark.parametrize("features", [("Q",), ("P.",), (), ("p",)])
def test_add_refuses_features_that_there_are_not(features: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        Wanted(features)


def test_remove_takes_a_damaged_one_away(tmp_path: Path, home: Path) -> None:
    add_gazetteer(write(tmp_path, "PE.txt", DUMP), now=NOON)
    (home / "PE.bin").write_bytes(b"QUIPUGZ1\xff\xff\xff\x7f rest")
    with pytest.raises(BadGazetteer, match="damaged"):
        world()
    assert remove_gazetteer("PE").kind == "damaged"
    assert world().find("lima")


def test_areas_of_one_file_stay_two(tmp_path: Path) -> None:
    """Two towns of one name in one file are two places, and so are two areas that share a code by mistake."""
    rows = [geoname(n, "Doble", lat=-14 + n % 10, **{"class": "A", "code": "ADM1"}) for n in (9000021, 9000022)]
    added = add_gazetteer(write(tmp_path, "PE.txt", "\n".join(rows)), now=NOON)
    assert len(Gazetteer(open_gazetteer(added.path)).find("doble")) == 2
    assert len(world().find("doble")) == 2


def test_add_of_a_large_dump_needs_little_memory(tmp_path: Path, home: Path) -> None:
    """100,000 rows with five names each: the peak stays within 120 MB of a process that has only opened the world."""
    path = tmp_path / "large.txt"
    with open(path, "w", encoding="utf-8") as file:
        for n in range(100_000):
            word = "".join(chr(97 + n // 26**place % 26) for place in range(4))
            others = f"Uno{word},Dos {word},Tres {word}"
            file.write(geoname(10_000_000 + n, f"Caserío {word}", alternates=others, population=n % 5000) + "\n")
    program = (
        "import resource, sys\nfrom datetime import UTC, datetime\nfrom pathlib import Path\n"
        "from quipu.sentences.gazetteer import world\nfrom quipu.sentences.gazetteers.add import add_gazetteer\n"
        "world().find('lima')\nbefore = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "add_gazetteer(Path(sys.argv[1]), now=datetime(2023, 1, 9, tzinfo=UTC))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 120_000
    loading = (
        "import resource, time\nfrom quipu.sentences.gazetteer import world\n"
        "before, begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()\n"
        "assert len(world()) > 350_000 and world().find('lima')\n"
        "assert world().find('dos zzzz') == () and len(world().find('dos baaa')) == 1\n"
        "print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", loading], capture_output=True, text=True, check=True)
    seconds, kilobytes = (float(x) for x in done.stdout.split())
    assert seconds < 0.3
    assert kilobytes < 150_000
