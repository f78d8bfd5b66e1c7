"""A number that is an age, a label, part of a compound or of somebody's address counts nobody."""

import pytest

from claims_factory import claims_in, counts_in

CASES = [
    ("months old", "A 13-month-old boy was killed in the crossfire.", [("killed", 1, 1)]),
    ("months, unjoined", "A 6 month old baby was killed.", [("killed", 1, 1)]),
    ("months in words", "A two-month-old girl was wounded.", [("injured", 1, 1)]),
    ("en dashes", "The blast killed a 20–year–old clerk.", [("killed", 1, 1)]),
    ("y/o", "A 4 y/o was wounded near the market.", [("injured", 1, 1)]),
    ("behind a name", "Ada Okoro, three, was killed.", [("killed", 1, 1)]),
    ("at the end", "Guards kill farmer, 18", []),
    ("behind a place", "In Puno, 18, and in Lima, two people were killed.", [("killed", 2, 2)]),
    ("where she is from", "Ada Okoro, 12, of Leeds, was killed.", [("killed", 1, 1)]),
    ("a compound", "The four-time champion was wounded.", []),
    ("a compound before a number", "A three-day clash killed eleven.", [("killed", 11, 11)]),
    ("a caption", "Photo 3 of 11 A guard was killed on Monday.", [("killed", 1, 1)]),
    ("an emergency number", "A 911 call said that a guard was wounded.", [("injured", 1, 1)]),
    ("people", "At least 13 boys were killed in the crossfire.", [("killed", 13, None)]),
]

SPANISH = [
    ("meses", "Un bebé de 7 meses murió en el ataque.", [("killed", 1, 1)]),
    ("meses en letras", "Un bebé de siete meses fue herido.", [("injured", 1, 1)]),
    ("una foto", "Foto 3 de 11 Un hombre murió el lunes.", [("killed", 1, 1)]),
    ("personas", "Murieron 7 niños en el ataque.", [("killed", 7, 7)]),
]

ROWS = [("en", *case) for case in CASES] + [("es", *case) for case in SPANISH]


@pytest.mark.parametrize(("language", "text", "counts"), [(row[0], *row[2:]) for row in ROWS], ids=[r[1] for r in ROWS])
def test_what_is_no_count(language: str, text: str, counts: list[tuple[str, float | None, float | None]]) -> None:
    assert counts_in(text, language=language) == counts


AGES = [
    ("years", "en", "A 15-year-old clerk was killed.", [15]),
    ("months", "en", "A 14-month-old boy was killed.", [1]),
    ("months under a year", "en", "A 6 month old baby was killed.", [0]),
    ("y/o", "en", "A 14 y/o boy was wounded.", [14]),
    ("meses", "es", "Un niño de 20 meses murió.", [1]),
    ("the length of a clash", "en", "A nurse was killed in the 13-month clash.", []),
]


@pytest.mark.parametrize(("language", "text", "ages"), [case[1:] for case in AGES], ids=[case[0] for case in AGES])
def test_ages_of_victims_are_in_whole_years(language: str, text: str, ages: list[int]) -> None:
    claims = claims_in(text, language=language)
    assert [victim.age for claim in claims for victim in claim.victims if victim.age is not None] == ages
