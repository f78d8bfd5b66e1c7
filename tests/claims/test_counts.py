"""Numbers find the trigger they belong to; ages, days and things are nobody."""

import pytest

from claims_factory import claims_in, counts_in
from quipu.model import Count, CountKind

CASES = [
    (
        "two verbs, two counts",
        "Two people were killed and 20 injured on Monday.",
        [("killed", 2, 2), ("injured", 20, 20)],
    ),
    ("at least", "At least 31 miners were killed in the blast.", [("killed", 31, None)]),
    ("nouns", "The clashes caused 27 deaths and 124 injuries.", [("killed", 27, 27), ("injured", 124, 124)]),
    ("active object", "Gunmen killed eleven villagers near the lake.", [("killed", 11, 11)]),
    ("joined actives", "Troops killed and wounded several people.", [("killed", None, None), ("injured", None, None)]),
    ("one person", "A nurse was shot dead outside the clinic.", [("killed", 1, 1)]),
    ("one by age", "A 16-year-old died in hospital.", [("killed", 1, 1)]),
    ("vague", "Dozens were arrested in the capital.", [("arrested", None, None)]),
    ("left dead", "The storming of the square left 14 people dead.", [("killed", 14, 14)]),
    ("toll", "The death toll rose to 73.", [("killed", 73, 73)]),
    ("toll from to", "The death toll rose from three to five.", [("killed", 5, 5)]),
    ("half named", "Twelve of the 27 dead miners came from the north.", [("killed", 12, 12)]),
    ("participle like its base", "Fifty people were hurt in Ayacucho.", [("injured", 50, 50)]),
    ("most", "Up to 50 people were hurt.", [("injured", None, 50)]),
    ("badly", "Two people were badly hurt and nine arrested.", [("injured", 2, 2), ("arrested", 9, 9)]),
    ("active base", "Troops hurt nine marchers.", [("injured", 9, 9)]),
    ("that killed", "Police look into a clash that killed three people.", [("killed", 3, 3)]),
    ("which wounded", "The clash, which wounded three teenagers, lasted hours.", [("injured", 3, 3)]),
    ("that dead", "That wounded guard went home.", []),
    ("fatally shot", "Guards fatally shot two farmers.", [("killed", 2, 2)]),
    ("fatally wounding", "A guard opened fire, fatally wounding a farmer.", [("killed", 1, 1)]),
    ("a bullet struck", "A bullet struck a nurse in the arm.", [("injured", 1, 1)]),
    ("a bullet struck a car", "A bullet struck a car near the market.", []),
    ("struck a deal", "The minister struck a deal with two nurses.", []),
    ("another verb's number", "The clash killed a boy and left three other men hospitalized.", [("killed", 1, 1)]),
    ("parts of bodies", "Two guards were wounded in different parts of their bodies.", [("injured", 2, 2)]),
    ("bodies", "Police found two bodies near the lake.", [("killed", 2, 2)]),
    ("one fatally", "Four men were shot, one fatally.", [("killed", 1, 1)]),
    ("of them fatally", "Four men were shot, two of them fatally.", [("killed", 2, 2)]),
    ("of them critically", "Four men were wounded, two of them critically.", [("injured", 4, 4), ("injured", 2, 2)]),
    ("of the wounded", "Two of the five wounded died on Sunday.", [("killed", 2, 2)]),
    ("companies are nobody", "The strike hurt 50 companies.", []),
    ("companies hurt", "Some 50 companies were hurt by the strike.", []),
    ("days are nobody", "In 12 days nobody said how the driver died.", []),
    ("rounds are nobody", "Police fired 40 rounds at the mob.", []),
    ("ages are nobody", "The driver, 43, was arrested.", []),
    ("wounds are nobody", "The driver died of three bullet wounds.", []),
    ("places are nobody", "Soldiers killed people in at least 5 states.", []),
]


@pytest.mark.parametrize(("text", "counts"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_counts_of_people(text: str, counts: list[tuple[str, float | None, float | None]]) -> None:
    people = {"killed", "injured", "arrested"}
    assert [count for count in counts_in(text) if count[0] in people] == counts


SPANISH = [
    ("murieron", "Al menos 42 personas murieron el lunes en la ciudad.", [("killed", 42, None)]),
    ("resultaron heridas", "Más de 200 personas resultaron heridas.", [("injured", 200, None)]),
    ("verbo antes", "Fueron detenidos 18 estudiantes en el campus.", [("arrested", 18, 18)]),
    ("nombre", "Los choques dejaron 35 muertos y 12 heridos.", [("killed", 35, 35), ("injured", 12, 12)]),
    ("una persona", "Una mujer murió en el hospital.", [("killed", 1, 1)]),
    ("uno mortalmente", "Cuatro hombres fueron baleados, uno mortalmente.", [("killed", 1, 1)]),
    ("que dejó", "Un choque que dejó tres muertos y dos heridos duró horas.", [("killed", 3, 3), ("injured", 2, 2)]),
    ("hospitalizados", "Tres jóvenes fueron hospitalizados.", [("injured", 3, 3)]),
    ("años no son nadie", "El conductor, de 43 años, fue detenido.", []),
]


@pytest.mark.parametrize(("text", "counts"), [case[1:] for case in SPANISH], ids=[case[0] for case in SPANISH])
def test_counts_of_people_in_spanish(text: str, counts: list[tuple[str, float | None, float | None]]) -> None:
    assert counts_in(text, language="es") == counts


def _count(text: str, low: float) -> Count:
    return next(c.count for c in claims_in(text) if c.count and c.count.low == low)


TOLL = (
    "At least 19 people have been killed in the protests so far, officials have said, "
    "and at least four more have died of indirect consequences."
)
KINDS = [
    ("so far", TOLL, 19, True, None, None),
    ("indirect addition", TOLL, 4, True, "indirect", "addition"),
    ("perfect without a day", "Over 60 marchers have died at the hands of state forces.", 60, True, None, None),
    ("bounded by a day", "On Sunday 12 people were killed.", 12, False, None, None),
    ("subset", "Nine people were killed, including two minors.", 2, False, "minors", "subset"),
    ("another three", "Another three miners were injured.", 3, False, None, "addition"),
    ("revision", "The death toll rose to 58.", 58, True, None, "revision"),
]


@pytest.mark.parametrize(
    ("text", "low", "cumulative", "scope", "relation"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS]
)
def test_counts_say_what_kind_of_number(
    text: str, low: float, cumulative: bool, scope: str | None, relation: str | None
) -> None:
    count = _count(text, low)
    assert (count.cumulative, count.scope, count.relation) == (cumulative, scope, relation)


def test_counts_of_votes_are_all_kept() -> None:
    claims = [c for c in claims_in("The bill was rejected by 61 votes to 40.") if str(c.type) == "vote"]
    assert [(c.count.what, c.count.low) for c in claims if c.count] == [(CountKind.VOTES, 61), (CountKind.VOTES, 40)]


def test_counts_of_regions() -> None:
    claims = claims_in("The cabinet declared a state of emergency in seven regions.")
    assert [(str(c.type), c.count.what, c.count.low) for c in claims if c.count] == [
        ("emergency_decree", CountKind.REGIONS, 7)
    ]


def test_counts_of_a_list_of_places_are_bounded_claims_of_their_own() -> None:
    claims = claims_in("Two protesters were killed in Juliaca, one in Cusco and another in Arequipa.")
    killed = [(c.count.low, c.place.text) for c in claims if c.count and c.place]
    assert killed == [(2, "Juliaca"), (1, "Cusco"), (1, "Arequipa")]


REGIONS = [
    ("n in", "en", "A curfew stands in 15 provinces.", "curfew", [(15, 15)]),
    ("n of m", "en", "The government lifted the curfew in 12 of its 16 states.", "curfew", [(12, 12)]),
    ("n of the largest", "en", "The emergency now covers 9 of Chile's largest regions.", "emergency_decree", [(9, 9)]),
    ("protests", "en", "Protests were reported in four of the island's 24 districts.", "protest", [(4, 4)]),
    ("several", "en", "Martial law stands in several townships.", "emergency_decree", [(None, None)]),
    ("people", "en", "Protests by 15 nurses were reported in the province.", "protest", []),
    ("of another kind", "en", "The emergency rooms of 9 regions closed.", "emergency_decree", []),
    ("n de m", "es", "El toque de queda rige en 11 de las 24 regiones.", "curfew", [(11, 11)]),
    ("la emergencia", "es", "La emergencia rige en siete provincias.", "emergency_decree", [(7, 7)]),
    ("varias", "es", "El toque de queda rige en varias provincias.", "curfew", [(None, None)]),
    ("sanitaria", "es", "La emergencia sanitaria rige en siete provincias.", "emergency_decree", []),
]


@pytest.mark.parametrize(
    ("language", "text", "kind", "bounds"), [case[1:] for case in REGIONS], ids=[case[0] for case in REGIONS]
)
def test_counts_of_regions_in_which_a_measure_stands(
    language: str, text: str, kind: str, bounds: list[tuple[float | None, float | None]]
) -> None:
    counts = [c.count for c in claims_in(text, language=language) if c.type == kind and c.count]
    assert [(c.low, c.high) for c in counts if c.what == CountKind.REGIONS] == bounds
