"""Days of claims: a clause's own time, what goes on, what is told again, numbered days, assessments."""

from datetime import date

import pytest

from claims_factory import ANCHOR, claims_in

# (what is tested, language, text, type, begin, finish); the anchor is Friday 16 December 2022.
SCOPE = [
    ("own clause", "en", "Police said on Monday that two men were killed on Sunday.", "killing", 11, 11),
    ("told on a day", "en", "Police said on Monday that two men were killed.", "killing", 12, 12),
    ("shared by verbs joined", "en", "On Sunday residents marched and blocked the road.", "blockade", 11, 11),
    ("date of another deed", "en", "The men accused of killing a nurse on December 4 were arrested.", "arrest",
     None, 16),
    ("relative clause of the happening", "en", "Many fear the killing of a teacher that took place on Monday.",
     "killing", 12, 12),
    ("two days joined", "en", "Two men were killed in clashes on Saturday and Sunday.", "killing", 10, 11),
    ("dos días", "es", "Dos hombres murieron el sábado y el domingo.", "killing", 10, 11),
    ("contado el lunes", "es", "La policía dijo el lunes que dos hombres murieron el domingo.", "killing", 11, 11),
]  # fmt: skip


def _dated(text: str, type: str, language: str = "en", published: date | None = ANCHOR) -> list[date | None]:
    claim = next(c for c in claims_in(text, language=language, published=published) if c.type == type)
    return [None, None] if claim.date is None else [claim.date.begin, claim.date.finish]


def _december(*days: int | None) -> list[date | None]:
    return [None if day is None else date(2022, 12, day) for day in days]


@pytest.mark.parametrize(
    ("language", "text", "type", "begin", "finish"), [case[1:] for case in SCOPE], ids=[case[0] for case in SCOPE]
)
def test_dates_by_scope(language: str, text: str, type: str, begin: int | None, finish: int | None) -> None:
    assert _dated(text, type, language) == _december(begin, finish)


# The day before, and what goes on or is over behind it.
BEFORE = {
    "en": "Since December 7 shops have been closed. On Monday it rained. ",
    "es": "Desde el 7 de diciembre las tiendas han estado cerradas. El lunes llovió. ",
}
# The anchor is a Friday.
PLANS = [
    ("from a day to come", "en", "The unions have called a strike from Tuesday.", 20),
    ("for a day to come", "en", "The unions have called a strike for Monday.", 19),
    ("had called", "en", "The unions had called a strike for Monday.", 12),
    ("begun", "en", "The unions began a strike on Tuesday.", 13),
    ("para el lunes", "es", "Los sindicatos convocaron un paro para el lunes.", 19),
    ("a partir del lunes", "es", "Los sindicatos anunciaron un paro de 48 horas a partir del lunes.", 19),
    ("iniciado", "es", "Los sindicatos iniciaron un paro el lunes.", 12),
]


@pytest.mark.parametrize(("language", "text", "begin"), [case[1:] for case in PLANS], ids=[case[0] for case in PLANS])
def test_dates_of_plans_lie_ahead(language: str, text: str, begin: int) -> None:
    assert _dated(text, "strike", language)[0] == date(2022, 12, begin)


def test_dates_of_what_ends_are_those_of_its_end() -> None:
    text = "The curfew that was imposed on December 4 was lifted on Monday."
    assert _dated(text, "curfew") == _december(12, 12)
    assert _dated("The curfew was imposed on December 4.", "curfew")[0] == date(2022, 12, 4)


TENSES = [
    ("perfect", "en", "Students have been protesting.", "protest", 7, 16),
    ("progressive", "en", "Protests are taking place in nine towns.", "protest", 7, 16),
    ("noun with its verb", "en", "The police have been answering with repression.", "repression_force_use", 7, 16),
    ("past", "en", "Students protested.", "protest", 12, 12),
    ("inquiry goes on, not the killing", "en", "Police are investigating the killing of a teacher.", "killing", 12, 12),
    ("perfect of a deed", "en", "A farmer has been killed by police.", "killing", 12, 12),
    ("standing demand", "en", "Students are calling for elections.", "demand", 7, 16),
    ("demand made once", "en", "The bishop called for talks.", "demand", 12, 12),
    ("perfecto", "es", "Los estudiantes han estado protestando.", "protest", 7, 16),
    ("pasado", "es", "Los estudiantes protestaron.", "protest", 12, 12),
    ("pidió", "es", "El obispo pidió un diálogo.", "demand", 12, 12),
]


@pytest.mark.parametrize(
    ("language", "text", "type", "begin", "finish"), [case[1:] for case in TENSES], ids=[case[0] for case in TENSES]
)
def test_dates_by_tense(language: str, text: str, type: str, begin: int, finish: int) -> None:
    assert _dated(BEFORE[language] + text, type, language) == _december(begin, finish)


def test_dates_of_what_began_the_crisis() -> None:
    text = "Since December 7 roads have been blocked. Marches have shaken Peru since the removal of President Castillo."
    assert _dated(text, "removal_from_office") == _december(7, 7)


AGAIN = [
    ("same office", "The minister resigned on Sunday.\n\nHis resignation was accepted.", "resignation", 11),
    ("same person", "Police arrested Mayor Ana Quispe on Sunday.\n\nQuispe was arrested at home.", "arrest", 11),
    (
        "another person",
        "Police arrested Mayor Ana Quispe on Sunday.\n\nPedro Mamani was arrested at home.",
        "arrest",
        None,
    ),
    ("headline", "Two farmers killed in Puno\n\nTwo farmers were killed on Sunday.", "killing", 11),
    ("soon after", "Congress removed President Castillo on Sunday.\n\nSoon after, police arrested him.", "arrest", 11),
    ("much later", "Congress removed President Castillo on Sunday.\n\nLater on, police arrested him.", "arrest", None),
]


@pytest.mark.parametrize(("text", "type", "day"), [case[1:] for case in AGAIN], ids=[case[0] for case in AGAIN])
def test_dates_told_again(text: str, type: str, day: int | None) -> None:
    found = [c.date for c in claims_in(text) if c.type == type]
    assert found
    last = found[0] if type == "killing" else found[-1]
    assert last is not None
    assert last.begin == (None if day is None else date(2022, 12, day))


NUMBERED = [
    ("numbered", "Day 10 of the coup\n\nYesterday was calm. So far 31 people have been killed.", [6, 15]),
    ("no number", "News of the coup\n\nYesterday was calm. So far 31 people have been killed.", [None, 16]),
    ("number of something else", "Row 10 of it\n\nYesterday was calm. So far 31 people have been killed.", [None, 16]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), [case[1:] for case in NUMBERED], ids=[case[0] for case in NUMBERED])
def test_totals_count_from_the_first_numbered_day(text: str, days: list[int | None]) -> None:
    assert _dated(text, "killing") == _december(*days)


ASSESSED = [
    ("given on a day", "en", "So far 31 people have been killed. The union gave this assessment on Tuesday.", 13),
    ("no assessment", "en", "So far 31 people have been killed. The union met on Tuesday.", 16),
    ("este balance", "es", "Hasta ahora han muerto 31 personas. El sindicato dio este balance el martes.", 13),
]


@pytest.mark.parametrize(("language", "text", "day"), [c[1:] for c in ASSESSED], ids=[c[0] for c in ASSESSED])
def test_totals_are_of_the_day_of_their_assessment(language: str, text: str, day: int) -> None:
    assert _dated(text, "killing", language)[1] == date(2022, 12, day)


def test_dates_stay_open_without_an_anchor() -> None:
    assert _dated("Police said on Monday that two men were killed.", "killing", published=None) == [None, None]
