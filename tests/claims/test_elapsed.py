"""The first day of what is told to be in its sixth day, to have entered its third week, to complete nine days."""

from datetime import date

import pytest

from claims_factory import claims_in

# (what is tested, language, text, type, begin, finish); the anchor is Friday 16 December 2022.
CASES = [
    ("nth day of a weekday", "en", "The strike was in its sixth day on Tuesday.", "strike", (8, 13)),
    ("nth day up to now", "en", "A dockers' strike, now in its tenth day, has closed the port.", "strike", (7, 16)),
    ("new week", "en", "The blockade of the bridge entered its second week on Monday.", "blockade", (5, 12)),
    ("straight", "en", "Farmers blocked the bridge for a fourth straight day on Monday.", "blockade", (9, 12)),
    ("a crowd that comes again", "en", "Students marched for a third day on Monday.", "protest", (12, 12)),
    ("in a week that is not new", "en", "The strike was in its second week on Tuesday.", "strike", (13, 13)),
    ("first day", "en", "The strike was in its first day on Tuesday.", "strike", (13, 13)),
    ("no day counted", "en", "Miners went on strike on Tuesday.", "strike", (13, 13)),
    ("cumple días", "es", "El paro cumple nueve días.", "strike", (8, 16)),
    ("cumple semanas", "es", "El bloqueo del puente cumplió una semana el lunes.", "blockade", (5, 12)),
    ("en su día", "es", "La huelga de maestros, en su quinto día, mantiene cerradas las escuelas.", "strike", (12, 16)),
    ("día consecutivo", "es", "Vecinos bloquearon el puente por cuarto día consecutivo el lunes.", "blockade", (9, 12)),
    ("aside", "en", "The strike, which entered its second week on Monday, goes on.", "strike", (5, 12)),
    ("lleva días", "es", "El paro, que lleva nueve días, continúa.", "strike", (8, 16)),
    ("plazo", "es", "Vecinos bloquearon el puente el lunes durante dos días.", "blockade", (12, 12)),
]


@pytest.mark.parametrize(
    ("language", "text", "type", "days"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_elapsed_gives_the_first_day(language: str, text: str, type: str, days: tuple[int, int]) -> None:
    claim = next(claim for claim in claims_in(text, language=language) if claim.type == type)
    assert claim.date is not None
    assert (claim.date.begin, claim.date.finish) == tuple(date(2022, 12, day) for day in days)
