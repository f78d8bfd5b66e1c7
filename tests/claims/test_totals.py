"""Running totals: who keeps them, what they cover, figures told again, and shares; incidents stay incidents."""

from datetime import date

import pytest

from claims_factory import ANCHOR, claims_in
from quipu.model import Claim


def _claim(text: str, low: float, language: str = "en") -> Claim:
    return next(c for c in claims_in(text, language=language) if c.count and c.count.low == low)


RUNNING = [
    ("keeper now", "en", "The rights commission counts 31 deaths.", 31, True),
    ("keeper's perfect", "en", "The commission had counted 31 dead on Tuesday night.", 31, True),
    ("register", "en", "The register of the ministry holds 44 deaths up to 3 December.", 44, True),
    ("has", "en", "The commission now has 31 deaths.", 31, True),
    ("joined since", "en", "It said that 39 people had been killed and 361 injured since 18 June.", 39, True),
    ("not the other's since", "en", "Two men were killed in Puno and nine have been arrested since Monday.", 2, False),
    ("whole country", "en", "For the country as a whole the commission gave 31 deaths on Friday.", 31, True),
    ("seen so far", "en", "Clinics have treated about 200 injured people.", 200, True),
    ("are dead", "en", "More than 90 people are dead.", 90, True),
    ("total with its hour", "en", "It put the number of deaths since the coup at 12 by noon.", 12, True),
    ("own tally falls", "en", "The paper lowered its own tally of deaths from 40 to 38.", 38, True),
    ("Spanish keeper", "es", "La comisión contabiliza 31 muertos en los choques.", 31, True),
    (
        "told on a day",
        "en",
        "At least 31 people have been killed in the protests, the office said on Friday.",
        31,
        True,
    ),
    ("number of people killed", "en", "The office put the number of people killed since 3 December at 31.", 31, True),
    (
        "number of those wounded",
        "en",
        "The ministry puts the number of people injured since the coup at 240.",
        240,
        True,
    ),
    ("raised", "es", "La Defensoría eleva a 31 los fallecidos desde el inicio de las protestas.", 31, True),
    ("kept at", "es", "La Defensoría mantiene en 31 la cifra de muertos.", 31, True),
    ("raised by one town", "es", "El hospital de Cusco elevó a 31 los fallecidos del domingo 11.", 31, False),
    ("the dead there", "en", "A woman died on Tuesday, bringing the number of dead there to three.", 3, False),
    ("that night's", "es", "Con él suben a tres los muertos de esa noche.", 3, False),
    ("between two days", "en", "Nine farmers have died in the protests between 3 and 14 December.", 9, True),
    ("between two days", "es", "Nueve campesinos murieron entre el 3 y el 14 de diciembre.", 9, True),
    ("between a night's two days", "en", "Nine farmers were killed between Sunday and Monday.", 9, False),
    (
        "died across the country",
        "en",
        "Nine people died in the protests across the country, the ministry said.",
        9,
        True,
    ),
    ("killed across the country on a day", "en", "Police killed nine people across the country on Monday.", 9, False),
    (
        "a day, nationwide",
        "en",
        "Yesterday was a day on which nine people were killed in protests nationwide.",
        9,
        False,
    ),
    (
        "told after a total",
        "en",
        "The office said 31 people have died since 3 December. It said 240 people had been injured.",
        240,
        True,
    ),
    (
        "told after a total, of a town",
        "en",
        "The office said 31 people have died since 3 December. It said 24 people had been injured in Mandalay.",
        24,
        False,
    ),
    (
        "another figure for a happening",
        "en",
        "Police arrested 12 people in Mandalay on Sunday, the minister said; lawyers put the number of arrests at 14.",
        14,
        False,
    ),
    (
        "headline of a total",
        "en",
        "Commission lists 31 dead\n\nThe commission said 31 people have died since 3 December.",
        31,
        True,
    ),
    ("had died in the unrest", "en", "The minister said on Monday that 61 people had died in the unrest.", 61, True),
    ("had died in a town's unrest", "en", "He said that 61 people had died in Mandalay in the unrest.", 61, False),
    (
        "before the toll that it makes",
        "en",
        "Nine people were killed in Mandalay on Sunday, taking the death toll since 1 December to 25.",
        9,
        False,
    ),
    (
        "the toll that it makes",
        "en",
        "Nine people were killed in Mandalay on Sunday, taking the death toll since 1 December to 25.",
        25,
        True,
    ),
    ("killed one day, told on another", "en", "Nine farmers were killed on Sunday, police said on Monday.", 9, False),
    ("passage of a town", "en", "Soldiers fired in Mandalay on Sunday. Volunteers counted nine dead.", 9, False),
    ("one is dead", "en", "One driver is dead after a clash.", 1, False),
    ("dead after an attack", "en", "Nine people are dead after an attack.", 9, False),
    ("separate happenings", "en", "Nine men were killed in four separate shootings in Leeds.", 9, True),
    ("one happening", "en", "Nine men were killed in a shooting in Leeds.", 9, False),
    ("across a city", "en", "Nine men were killed across the city on Sunday.", 9, True),
    ("this year", "en", "In Leeds 126 people have been murdered this year.", 126, True),
    ("a clash this year", "en", "Ten people were killed in a clash in Leeds this year.", 10, False),
    ("statistics of a year", "en", "The 15 homicides of 2021 shook Leeds.", 15, True),
    ("hechos separados", "es", "Tres hombres murieron en hechos separados.", 3, True),
    ("un hecho", "es", "Tres hombres murieron en un tiroteo.", 3, False),
    ("toll of a town", "en", "The toll in Mandalay has risen to 14.", 14, False),
    ("toll of a day", "en", "The toll of the shooting in Mandalay on 4 December rose to ten on Tuesday.", 10, False),
    ("killed on a day", "en", "Nine farmers were killed on Sunday.", 9, False),
    ("climbed past", "en", "The death toll climbed past 30 on Friday.", 30, True),
    ("tops", "en", "The death toll from the protests tops 30, hospitals say.", 30, True),
    ("supera los", "es", "El número de fallecidos superó los 30 el viernes.", 30, True),
    ("the dead exceed", "es", "Los muertos ya son más de 30, según la Defensoría.", 30, True),
    ("total killed since", "en", "Sunday's deaths brought the total killed since 16 July to over 300.", 300, True),
    ("total dead since", "en", "The total dead since 16 July stands at 41.", 41, True),
    ("number killed in the unrest", "en", "The number of people killed in the unrest has exceeded 30.", 30, True),
    ("arrests top", "en", "Arrests have topped 2,000, the ministry said.", 2000, True),
    ("heridos superan", "es", "Los heridos superan los 400, según el ministerio.", 400, True),
    (
        "dead before the toll",
        "en",
        "Eight people died in Kisumu, bringing the total number of deaths since Monday to 39.",
        8,
        False,
    ),
    (
        "toll of the town told",
        "en",
        "Six people were killed on Monday in Cusco. The ombudsman put the toll at seven.",
        7,
        False,
    ),
    (
        "toll since, behind a town",
        "en",
        "Six people were killed on Monday in Cusco. The toll since July rose to 97.",
        97,
        True,
    ),
    ("maintains", "en", "The minister maintains that there were seven deaths.", 7, True),
    ("había informado", "es", "El ministerio había informado de siete fallecidos.", 7, True),
    ("informó del día", "es", "El ministerio informó de siete fallecidos en un tiroteo.", 7, False),
    ("the toll put", "en", "The commission put the toll at seven.", 7, True),
    ("toll of an accident put", "en", "Police put the toll of the explosion at seven.", 7, False),
    ("told back in a crash", "en", "Four people had died in the crash, police said.", 4, False),
    ("headline of a town", "en", "Dhaka: hospital counts 21 dead", 21, False),
    ("hospital that day", "en", "The hospital said it had treated 13 people for gunshot wounds.", 13, False),
]


@pytest.mark.parametrize(
    ("language", "text", "low", "running"), [case[1:] for case in RUNNING], ids=[case[0] for case in RUNNING]
)
def test_totals_are_told_from_incidents(language: str, text: str, low: float, running: bool) -> None:
    count = _claim(text, low, language).count
    assert count is not None
    assert count.cumulative is running


BOUNDS = [
    ("en", "The death toll passed 30 on Friday.", (30, None)),
    ("en", "The toll, which stood at 12, now exceeds 30.", (30, None)),
    ("es", "La cifra de muertos ya rebasa los 30.", (30, None)),
    ("es", "Murieron más de 30 personas.", (30, None)),
    ("en", "No more than 58 people had been killed, the minister said.", (None, 58)),
    ("es", "No más de 58 personas habían muerto, dijo el ministro.", (None, 58)),
    ("en", "The death toll reached 30 on Friday.", (30, 30)),
]


@pytest.mark.parametrize(("language", "text", "bounds"), BOUNDS, ids=[case[1] for case in BOUNDS])
def test_totals_keep_their_bounds(language: str, text: str, bounds: tuple[float | None, float | None]) -> None:
    counts = [c.count for c in claims_in(text, language=language) if c.count]
    assert [(c.low, c.high) for c in counts][-1:] == [bounds]
    assert all(c.relation != "addition" for c in counts)


def test_totals_are_no_word_of_what_is_counted() -> None:
    claim = _claim("The number of people killed since 3 December has risen to nine.", 9)
    assert claim.attribution is None
    headline = _claim("Dhaka: hospital counts 21 dead", 21)
    assert headline.attribution is not None
    assert headline.attribution.text == "hospital"
    assert headline.place is not None
    assert headline.place.text == "Dhaka"


def test_totals_told_again_are_of_the_town_and_of_their_speaker() -> None:
    claim = _claim("Six people were killed on Monday in Cusco. The toll rose to seven on Tuesday, doctors said.", 7)
    assert claim.place is not None
    assert claim.place.text == "Cusco"
    assert claim.attribution is not None
    assert claim.attribution.text == "doctors"


def test_totals_take_no_place_of_their_parts() -> None:
    text = "At least 91 people were killed across the country on Sunday; 13 officers died in Sirajganj."
    assert _claim(text, 91).place is None
    part = _claim(text, 13).place
    assert part is not None
    assert part.text == "Sirajganj"


SINCE = [
    ("began", "en", "The office said 23 people have died since protests began on 7 December.", 23, True),
    ("broke out", "en", "Some 23 people were killed since the crisis broke out on December 7.", 23, True),
    ("a weekday", "en", "23 people were killed since fighting erupted on Sunday.", 23, True),
    ("put first", "en", "Since protests began on 7 December, 23 people were killed.", 23, True),
    ("desde que", "es", "Unas 23 personas murieron desde que la crisis estalló el 7 de diciembre.", 23, True),
    ("comenzaron", "es", "Han muerto 23 personas desde que comenzaron las protestas el 7 de diciembre.", 23, True),
    ("worst day since", "en", "Nine people were killed on 7 December, the worst day since protests began.", 9, False),
    ("peor día", "es", "Nueve murieron el 7 de diciembre, el peor día desde que comenzaron las marchas.", 9, False),
    ("as began", "en", "Nine people were killed as protests began on 7 December.", 9, False),
]


@pytest.mark.parametrize(
    ("language", "text", "low", "running"), [case[1:] for case in SINCE], ids=[case[0] for case in SINCE]
)
def test_totals_run_from_the_day_on_which_something_began(language: str, text: str, low: float, running: bool) -> None:
    claim = _claim(text, low, language)
    assert claim.count is not None
    assert claim.date is not None
    assert claim.count.cumulative is running
    first = 11 if "Sunday" in text else 7
    assert (claim.date.begin, claim.date.finish) == (
        date(2022, 12, first),
        ANCHOR if running else date(2022, 12, first),
    )


def test_totals_since_a_beginning_do_not_inherit_a_town() -> None:
    town = "Officers shot at a crowd in Ayacucho on Thursday. "
    assert _claim(f"{town}So far 23 people died since protests began on 7 December.", 23).place is None


TOLD = [
    ("said of the same", "The commission counts 31 deaths; the Red Cross says 35.", 35, "Red Cross"),
    ("raised", "The commission counts 31 deaths. It raised the figure to 33 on Friday.", 33, "The commission"),
    ("of an office", "The commission counts 31 deaths. The figure of the ministry remains 30.", 30, "ministry"),
    (
        "own tally",
        "The commission counts 31 deaths. The Harbour Post's own tally stands at 34.",
        34,
        "The Harbour Post",
    ),
    ("a keeper", "The commission counts 31 deaths.", 31, "The commission"),
]


@pytest.mark.parametrize(("text", "low", "source"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_totals_are_their_keepers_word(text: str, low: float, source: str) -> None:
    claim = _claim(text, low)
    assert claim.attribution is not None
    assert source in claim.attribution.text
    assert claim.count is not None
    assert claim.count.cumulative


def test_totals_of_the_report_itself_have_no_source() -> None:
    claim = _claim("The commission counts 31 deaths. Our count for the same hour is 33.", 33)
    assert claim.attribution is None


UNTOLD = [
    ("nothing told before", "The Red Cross says 35."),
    ("a thing is counted", "The commission counts 31 deaths; the Red Cross says 35 lorries wait."),
]


@pytest.mark.parametrize("text", [case[1] for case in UNTOLD], ids=[case[0] for case in UNTOLD])
def test_totals_are_not_made_of_other_numbers(text: str) -> None:
    assert not [c for c in claims_in(text) if c.count and c.count.low == 35]


def _parts(text: str, language: str = "en") -> list[tuple[float | None, str | None, str | None]]:
    counts = [c.count for c in claims_in(text, language=language) if c.count]
    return sorted((c.low, c.scope, c.relation) for c in counts if c.relation == "subset")


SHARES = [
    (
        "listed",
        "en",
        "The commission counts 49 deaths since May: 41 people killed in clashes, seven in accidents and one policeman.",
        [(1, "police", "subset"), (7, "indirect", "subset"), (41, "direct", "subset")],
    ),
    (
        "of them",
        "en",
        "The commission counted 28 deaths, 22 of them in clashes and six in accidents.",
        [(6, "indirect", "subset"), (22, "direct", "subset")],
    ),
    ("among", "en", "Four officers were among the injured.", [(4, "police", "subset")]),
    ("two towns are no shares", "en", "Nine men were killed on Sunday and four on Monday.", []),
]


@pytest.mark.parametrize(("language", "text", "parts"), [case[1:] for case in SHARES], ids=[case[0] for case in SHARES])
def test_totals_are_shared_out(
    language: str, text: str, parts: list[tuple[float | None, str | None, str | None]]
) -> None:
    assert _parts(text, language) == parts


SCOPES = [
    ("clashes", "en", "The office counts 31 deaths in clashes.", 31, "direct"),
    ("clashes", "es", "La Defensoría contabiliza 31 muertos en los enfrentamientos.", 31, "direct"),
    (
        "shares",
        "es",
        "La Defensoría cuenta 31 muertos: 28 en enfrentamientos y tres por causas indirectas.",
        28,
        "direct",
    ),
    (
        "shares",
        "es",
        "La Defensoría cuenta 31 muertos: 28 en enfrentamientos y tres por causas indirectas.",
        3,
        "indirect",
    ),
    ("a happening's clash", "en", "Nine farmers were killed in clashes with police on Sunday.", 9, None),
    ("a second part", "en", "The office counts 31 dead, among them three minors and one police officer.", 1, "police"),
    ("a young man of age", "es", "Un joven de 23 años murió el domingo en Mandalay.", 1, None),
    ("a child", "es", "Un niño de nueve años murió el domingo en Mandalay.", 1, "minors"),
]


@pytest.mark.parametrize(
    ("language", "text", "low", "scope"),
    [row[1:] for row in SCOPES],
    ids=[f"{row[0]} {row[1]} {row[3]}" for row in SCOPES],
)
def test_a_figure_has_its_cause_or_group(language: str, text: str, low: float, scope: str | None) -> None:
    count = _claim(text, low, language).count
    assert count is not None
    assert count.scope == scope


MOVED = [
    ("before the toll that it makes", "en", "Nine people were killed in Mandalay on Sunday, taking the death toll "
     "since 1 December to 25.", 9, None),
    ("the toll that it makes", "en", "Nine people were killed in Mandalay on Sunday, taking the death toll since "
     "1 December to 25.", 25, "revision"),
    ("raised", "es", "La Defensoría eleva a 31 los muertos.", 31, "revision"),
    ("lowered from", "en", "The commission has lowered its count of deaths from 33 to 31.", 31, "revision"),
    ("kept", "es", "La Defensoría mantiene en 31 los muertos.", 31, None),
    ("put at", "en", "The commission put the number of people killed at 31.", 31, None),
    ("one of the injured", "en", "Nine people were injured on Sunday. One of the injured, a woman, was in critical "
     "condition.", 1, "subset"),
    ("among the dead", "en", "Nine people were killed on Sunday. A nurse and two drivers were among the "
     "dead.", 3, "subset"),
    ("a separate incident", "en", "Two men were shot dead in Mandalay on Sunday. In a separate incident in Mandalay on "
     "Sunday, a driver was shot dead.", 1, "addition"),
    ("a separate incident elsewhere", "en", "Two men were shot dead in Mandalay on Sunday. In a separate incident in "
     "Yangon on Sunday, a driver was shot dead.", 1, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "low", "relation"), [row[1:] for row in MOVED], ids=[row[0] for row in MOVED]
)
def test_a_figure_is_related_to_those_before(language: str, text: str, low: float, relation: str | None) -> None:
    count = _claim(text, low, language).count
    assert count is not None
    assert count.relation == relation


SPEAKERS = [
    ("raises", "es", "La Defensoría del Pueblo eleva a 31 los muertos.", 31, "La Defensoría del Pueblo"),
    ("keeps", "es", "La Defensoría del Pueblo mantiene en 31 la cifra de muertos.", 31, "La Defensoría del Pueblo"),
    (
        "it put",
        "en",
        "One man was killed on Sunday, the office reported. It put the number of deaths since Friday at 31.",
        31,
        "the office",
    ),
    (
        "it said",
        "en",
        "The office said 31 people have died since Friday. It said 240 had been injured.",
        240,
        "The office",
    ),
    ("on a day", "en", "The government on Thursday revised its count of deaths from 33 to 31.", 31, "The government"),
    ("who died tells nothing", "en", "A woman died on Tuesday, bringing the death toll to 31.", 31, None),
]


@pytest.mark.parametrize(
    ("language", "text", "low", "speaker"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS]
)
def test_a_figure_is_of_whoever_puts_it(language: str, text: str, low: float, speaker: str | None) -> None:
    said = _claim(text, low, language).attribution
    assert (said.text if said else None) == speaker


def test_a_count_for_the_same_night_is_of_that_night() -> None:
    claim = _claim("The office counted 31 deaths by Tuesday night. Our own count for the same night is 33.", 33)
    assert claim.date is not None
    assert claim.date.finish == date(2022, 12, 13)
