"""A list of people is counted whole; what describes a person, or stands in a clause about him, is nobody more."""

import pytest

from claims_factory import counts_in

CASES = [
    ("two nouns", "Two men and a woman were killed in the clashes.", [("killed", 3, 3)]),
    ("three nouns", "Three women, two men and a child were shot dead.", [("killed", 6, 6)]),
    ("objects", "Gunmen killed five farmers as well as a driver.", [("killed", 6, 6)]),
    ("at least", "At least two men and a woman were arrested.", [("arrested", 3, None)]),
    ("one article for two", "A man and woman were shot dead.", [("killed", 2, 2)]),
    ("both", "Both women were wounded.", [("injured", 2, 2)]),
    ("both of a list", "Both Salvador Allende and his driver were wounded.", [("injured", 2, 2)]),
    ("both alone", "Both were taken to the clinic with injuries.", [("injured", 2, 2)]),
    ("a total and its parts", "Three people, two men and a woman, were killed.", [("killed", 3, 3)]),
    ("a total and some of it", "The blast killed eleven people, eight from one family.", [("killed", 11, 11)]),
    ("a total and more", "The blast killed eleven people and eight from another town.", [("killed", 19, 19)]),
    ("a couple", "A couple and their two children were killed.", [("killed", 4, 4)]),
    ("the couple", "The couple were wounded.", [("injured", 2, 2)]),
    ("a couple of", "A couple of guards were wounded.", [("injured", None, None)]),
    ("the couple's son", "The couple's son was wounded.", []),
    ("another", "Two guards were killed and another wounded.", [("killed", 2, 2), ("injured", 1, 1)]),
    ("a third", "Two guards were killed and a third was wounded.", [("killed", 2, 2), ("injured", 1, 1)]),
    ("that other", "The other was wounded.", []),
    ("said again by name", "Another guard, 25-year-old Salvador Allende, was wounded.", [("injured", 1, 1)]),
    ("said again by trade", "One man, a driver, was wounded.", [("injured", 1, 1)]),
    ("the next verb's subject", "Guards killed two men and a woman was wounded.", [("killed", 2, 2)]),
    ("a list by trade", "A driver, a nurse and a guard were wounded.", [("injured", 3, 3)]),
    ("named alone", "Salvador Allende was killed in the palace.", [("killed", 1, 1)]),
    ("named and described", "Salvador Allende, a doctor, was killed in the palace.", [("killed", 1, 1)]),
    ("an arrest of somebody named", "Salvador Allende was arrested in the palace.", []),
    ("the definite is no number", "The driver was wounded.", []),
    ("one number for two nouns", "Police arrested 12 women and men.", [("arrested", 12, 12)]),
    ("what he carried", "A man carrying two pistols was shot dead.", [("killed", 1, 1)]),
    ("whose mother", "A mother of three was killed in the crossfire.", [("killed", 1, 1)]),
    ("in her twenties, and more", "A farmer in her 20s and two boys were injured.", [("injured", 3, 3)]),
    (
        "whom a clause tells apart",
        "Police found a boy who had been hurt and a man who sold fruit.",
        [("injured", 1, 1)],
    ),
    ("his twenties", "A farmer in his 20s was injured.", [("injured", 1, 1)]),
    ("then an age", "The vendor, then 18, was shot dead.", []),
    ("vague and exact", "Dozens of men and two women were arrested.", [("arrested", None, None)]),
    ("left in a state", "The clash left a man in critical condition.", [("injured", 1, 1)]),
    ("left several in it", "The clash left two students in critical condition.", [("injured", 2, 2)]),
    ("brought in a state", "Three men were taken to the clinic in serious condition.", [("injured", 3, 3)]),
    ("a car in a state", "Three cars were sold in good condition.", []),
    ("recovering", "At least four are recovering from injuries.", [("injured", 4, None)]),
    ("whose injuries", "His injuries were not serious.", []),
    ("no one", "No one was hurt.", []),
]


@pytest.mark.parametrize(("text", "counts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_headcounts(text: str, counts: list[tuple[str, float | None, float | None]]) -> None:
    assert counts_in(text) == counts


SPANISH = [
    ("dos nombres", "Dos hombres y una mujer murieron en los choques.", [("killed", 3, 3)]),
    ("tres nombres", "Murieron tres mujeres, dos hombres y un niño.", [("killed", 6, 6)]),
    ("ambas", "Ambas mujeres resultaron heridas.", [("injured", 2, 2)]),
    ("una pareja", "Una pareja murió en el ataque.", [("killed", 2, 2)]),
    ("un par de guardias", "Un par de guardias resultaron heridos.", [("injured", 2, 2)]),
    ("llevados en un estado", "Tres hombres fueron llevados al hospital en estado grave.", [("injured", 3, 3)]),
    ("una edad y más", "Un niño de 4 años y su abuela murieron.", [("killed", 2, 2)]),
    (
        "quien sigue es de otro verbo",
        "Murieron tres hombres y una mujer resultó herida.",
        [("killed", 3, 3), ("injured", 1, 1)],
    ),
    (
        "otros son de otro verbo",
        "Murió un campesino y otros cuatro resultaron heridos.",
        [("killed", 1, 1), ("injured", 4, 4)],
    ),
    ("lo que llevaba", "Un hombre que llevaba dos pistolas fue abatido por la policía.", [("killed", 1, 1)]),
    ("de quién es madre", "Una madre de tres hijos murió en el fuego cruzado.", [("killed", 1, 1)]),
    ("dejar en un estado", "El choque dejó dos estudiantes en estado crítico.", [("injured", 2, 2)]),
    ("nadie", "Nadie resultó herido.", []),
]


@pytest.mark.parametrize(("text", "counts"), [case[1:] for case in SPANISH], ids=[case[0] for case in SPANISH])
def test_headcounts_in_spanish(text: str, counts: list[tuple[str, float | None, float | None]]) -> None:
    assert counts_in(text, language="es") == counts
