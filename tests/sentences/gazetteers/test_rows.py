"""Rows: what each kind of source's line yields, and the error of each kind of bad line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.errors import BadInput
from quipu.sentences.gazetteer_file import Row
from quipu.sentences.gazetteers.lines import count_lines, read_table
from quipu.sentences.gazetteers.parse import Wanted, open_source
from quipu.sentences.gazetteers.rows import BadRow, proper_name
from sentences.gazetteers.sources import AREA_CODES, DUMP, PCODES, geoname, write

BAD_GEONAMES = [
    ("too few columns", "9\tx", "fields"),
    ("too many columns", geoname(9, "X") + "\t", "fields"),
    ("no such class", geoname(9, "X", **{"class": "Z"}), "fields"),
    ("no id", geoname("", "X"), "id"),
    ("an id of letters", geoname("x9", "X"), "id"),
    ("an id too large", geoname(9_999_999_999, "X"), "id"),
    ("no name", geoname(9, "  "), "name"),
    ("a name of marks", geoname(9, "—"), "name"),
    ("an endless name", geoname(9, "X" * 201), "name"),
    ("latitude of letters", geoname(9, "X", lat="north"), "point"),
    ("off the globe", geoname(9, "X", lat=91), "point"),
    ("far around", geoname(9, "X", lon=-180.5), "point"),
    ("no number", geoname(9, "X", lat="nan"), "point"),
    ("a country's name", geoname(9, "X", country="Peru"), "country"),
    ("half people", geoname(9, "X", population="1.5"), "population"),
    ("fewer than no people", geoname(9, "X", population=-4), "population"),
    ("people in other digits", geoname(9, "X", population="١٢"), "population"),
]
BAD_CODES = [
    ("too few cells", "PE,Apurímac", "fields"),
    ("an open quote", 'PE,"Apurímac,PE03,N,N,PE1,,', "fields"),
    ("no code at all", "PE,Apurímac,,N,N,,,", "code"),
    ("a code with a space", "PE,Apurímac,PE 03,N,N,PE1,,", "code"),
    ("no name", "PE,Apurímac,PE03,,,PE1,,", "name"),
    ("half a point", "PE,Apurímac,PE03,N,N,PE1,-14,", "point"),
    ("a country of three letters", "PER,Apurímac,PE03,N,N,PE1,,", "country"),
    ("one code, two names", "PE,Cusco,PE03,N,N,PE1,,", "duplicate"),
]
PROPER = [
    ("Provincia de Ñorpampa", "Ñorpampa"),
    ("Departamento de La Libertad", "Libertad"),
    ("Región Puno", "Puno"),
    ("Ohio County", "Ohio"),
    ("Ciudad Nueva", "Ciudad Nueva"),
    ("Provincia", "Provincia"),
]


def read(path: Path, wanted: Wanted | None = None) -> list[Row | BadRow]:
    return list(open_source(path, wanted or Wanted()).rows())


@pytest.mark.parametrize(("line", "code"), [row[1:] for row in BAD_GEONAMES], ids=[row[0] for row in BAD_GEONAMES])
def test_geonames_names_file_line_and_fault(tmp_path: Path, line: str, code: str) -> None:
    path = write(tmp_path, "PE.txt", f"{geoname(1, 'Good')}\n{line}\n{geoname(2, 'Better')}\n")
    good, bad, better = read(path)
    assert isinstance(bad, BadRow)
    assert (bad.where, bad.code) == (f"{path}:2", code)
    assert str(bad).startswith(f"{path}:2: ")
    assert [row.label for row in (good, better) if isinstance(row, Row)] == ["Good", "Better"]


def test_geonames_row_keeps_its_fields(tmp_path: Path) -> None:
    row = read(write(tmp_path, "PE.txt", DUMP))[0]
    names = ("Vilcaray", "Huilcaray")
    assert row == Row("Vilcaray", names, -14.1, -73.2, "PE", "P.PPL", 310, 9000001, 1)


@pytest.mark.parametrize(("line", "code"), [row[1:] for row in BAD_CODES], ids=[row[0] for row in BAD_CODES])
def test_pcodes_names_file_line_and_fault(tmp_path: Path, line: str, code: str) -> None:
    path = write(tmp_path, "codes.csv", PCODES + line + "\nPE,Apurímac,PE03,Last,,PE0397,,\n")
    *_, bad, last = read(path)
    assert isinstance(bad, BadRow)
    assert (bad.where, bad.code) == (f"{path}:5", code)
    assert isinstance(last, Row)


@pytest.mark.parametrize(
    ("heading", "row", "wanted", "found"),
    [
        ("admin2Name,ADM2_PCODE,ADM2_FR", "x,ML0101,Kayes", None, [("ML", "A.ADM2", "ML0101", "Kayes")]),
        ("adm1_name;adm1_pcode;iso2;center_lat;center_lon", "Gao;X7;ML;16,2;0", None, [BadRow]),
        ("adm1_name;adm1_pcode;iso2;center_lat;center_lon", "Gao;X7;ML;16.2;0", None, [("ML", "A.ADM1", "X7", "Gao")]),
        ("ADM0_PCODE\tADM1_EN\tADM1_PCODE", "SOM\tBay\tSO24", "SO", [("SO", "A.ADM1", "SO24", "Bay")]),
        ("ADM1_PCODE,ADM1_AR,ADM1_EN", "YE11,إب,Ibb", None, [("YE", "A.ADM1", "YE11", "إب")]),
        ("ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE", "Gao,ML7,,", None, [("ML", "A.ADM1", "ML7", "Gao")]),
    ],
    ids=["french", "decimal comma", "new style", "country given", "two scripts", "level without children"],
)  # fmt: skip
def test_pcodes_reads_the_styles_in_use(
    tmp_path: Path, heading: str, row: str, wanted: str | None, found: list[object]
) -> None:
    rows = read(write(tmp_path, "c.csv", f"\ufeff{heading}\r\n{row}\r\n"), Wanted(country=wanted))
    told = [(r.country, r.kind, r.code, r.label) if isinstance(r, Row) else type(r) for r in rows]
    assert told == found


@pytest.mark.parametrize(("line", "code"), [("PE03\tX\tX\t1", "code"), ("PE.03\tX\tX\t", "id"), ("PE.03\tX", "fields")])
def test_area_codes_name_the_fault(tmp_path: Path, line: str, code: str) -> None:
    *_, bad = read(write(tmp_path, "codes.txt", AREA_CODES + line))
    assert isinstance(bad, BadRow)
    assert bad.code == code


def test_lines_of_other_encodings_and_endless_lines_are_refused(tmp_path: Path) -> None:
    latin = geoname(2, "Ñor").encode("latin-1")
    path = write(tmp_path, "PE.txt", b"\n".join([geoname(1, "Good").encode(), latin, b"x" * 200_000, b""]))
    found = read(path)
    assert [row.code for row in found if isinstance(row, BadRow)] == ["encoding", "too_long"]


@pytest.mark.parametrize(("name", "proper"), PROPER, ids=[name for name, _ in PROPER])
def test_proper_name_drops_the_word_for_the_area(name: str, proper: str) -> None:
    assert proper_name(name) == proper


def _archive(folder: Path, members: dict[str, bytes]) -> Path:
    import zipfile

    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"a.txt": b"x", "b.csv": b"y"}, "unsupported"),
        ({"readme.txt": b"x"}, "unsupported"),
        ({"inner.zip": b"x"}, "unsupported"),
        ({"a.txt": b"\0" * (64 << 20)}, "too_large"),
    ],
    ids=["two tables", "no table", "an archive within", "a bomb"],
)
def test_archives_that_are_refused(tmp_path: Path, members: dict[str, bytes], code: str) -> None:
    with pytest.raises(BadInput) as caught:
        list(read_table(_archive(tmp_path, members)))
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["PE.zip", "PE.txt.gz"])
def test_archives_that_are_cut_short_are_told(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, DUMP)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(BadInput) as caught:
        list(read_table(path))
    assert (caught.value.code, caught.value.where) == ("truncated", str(path))


def test_count_lines_counts_unpacked_lines(tmp_path: Path) -> None:
    assert count_lines(write(tmp_path, "PE.zip", DUMP + "\n")) == DUMP.count("\n") + 1


CELLS = st.text(st.characters(exclude_characters="\n\r", exclude_categories=("Cs",)), max_size=12)


@given(
    st.lists(CELLS, min_size=1, max_size=19), st.sampled_from([geoname(1, "Good"), AREA_CODES.strip(), PCODES.strip()])
)
def test_rows_of_any_text_are_rows_or_errors(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], head: str
) -> None:
    separator = "," if head == PCODES.strip() else "\t"
    path = write(tmp_path_factory.mktemp("any"), "any.txt", f"{head}\n{separator.join(cells)}\n")
    assert all(isinstance(row, Row | BadRow) for row in read(path))
