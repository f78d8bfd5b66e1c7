"""Parts, additions and shares of a figure, with the day, place, cause and group of their own."""

import pytest

from claims_factory import claims_in

Row = tuple[float | None, str | None, str | None]

CASES = [
    ("en", "including", "Nine people were killed, including two minors.", [(9, None, None), (2, "subset", "minors")]),
    ("en", "under 18", "Nine people died, seven of them under 18.", [(9, None, None), (7, "subset", "minors")]),
    ("en", "of the dead", "At least 32 of the dead were under 18.", [(32, "subset", "minors")]),
    ("en", "under a number", "Under 30 people died.", [(None, None, None)]),
    ("en", "another 12", "Soldiers killed 41 people in Kumasi and another 12 in Tamale.", [(41, None, None),
     (12, None, None)]),
    ("en", "no group of the next", "Hospitals counted nine dead, but the police say six.", [(9, None, None),
     (6, None, None)]),
    ("en", "one sum", "Three students and two farmers died in Puno.", [(5, None, None)]),
    ("en", "of whom", "Eleven people, six of whom were soldiers, died.", [(11, None, None), (6, "subset", "military")]),
    ("en", "more", "Five more died in hospital.", [(5, "addition", None)]),
    ("en", "more than", "More than five died in hospital.", [(5, None, None)]),
    ("en", "by day", "Four people died on Monday and three on Tuesday.", [(4, None, None), (3, None, None)]),
    ("en", "by cause", "Nine died in clashes and seven in road accidents.", [(9, None, None), (7, None, "indirect")]),
    ("en", "by place", "Two people died in Cuzco, one in Puno and a fifth in Tacna.", [(2, None, None), (1, None, None),
     (1, None, None)]),
    ("en", "numbered", "Those injured number in the dozens.", [(None, None, None)]),
    ("en", "of both", "The riot left dozens of people dead and wounded.", [(None, None, None), (None, None, None)]),
    ("en", "not of each", "The riot left 20 people dead and wounded.", [(20, None, None)]),
    ("en", "many", "There were many arrests.", [(None, None, None)]),
    ("en", "how many", "Nobody knows how many people died.", []),
    ("en", "as many as", "As many as 98 people were killed.", [(None, None, None)]),
    ("en", "missing", "Seventeen students were missing after the raid.", [(17, None, None)]),
    ("es", "entre ellas", "Nueve murieron, entre ellos dos menores.", [(9, None, None), (2, "subset", "minors")]),
    ("es", "menores de", "Nueve personas murieron, siete de ellas menores de 18.", [(9, None, None),
     (7, "subset", "minors")]),
    ("es", "otras 12", "Los soldados mataron a 41 personas en Kumasi y a otras 12 en Tamale.", [(41, None, None),
     (12, None, None)]),
    ("es", "más de", "Murieron más de cinco personas.", [(5, None, None)]),
    ("es", "de ellas", "Nueve personas murieron, dos de ellas niños.", [(9, None, None), (2, "subset", "minors")]),
    ("es", "otros", "Otros cinco manifestantes murieron.", [(5, "addition", None)]),
    ("es", "por lugar", "Dos personas murieron en Cuzco, una en Puno y una quinta en Tacna.", [(2, None, None),
     (1, None, None), (1, None, None)]),
    ("es", "por día", "Cuatro personas murieron el lunes y tres el martes.", [(4, None, None), (3, None, None)]),
    ("es", "revisión", "El número de muertos subió de 17 a 22.", [(22, "revision", None)]),
    ("es", "se cuentan", "Los heridos se cuentan por decenas.", [(None, None, None)]),
    ("es", "desaparecidos", "Diecisiete estudiantes están desaparecidos.", [(17, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "rows"), [(c[0], *c[2:]) for c in CASES], ids=[c[1] for c in CASES])
def test_parts_of_figures(language: str, text: str, rows: list[Row]) -> None:
    counts = [claim.count for claim in claims_in(text, language=language) if claim.count]
    assert [(count.low, count.relation, count.scope) for count in counts] == rows
