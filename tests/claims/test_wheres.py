"""Places of claims: where a clause is, not whom it names; sites, unnamed areas, and what is told of a country."""

import pytest

from claims_factory import claims_in

CASES = [
    ("where, not whose", "en", "In Lima, police from Puno killed two men.", "killing", "Lima"),
    ("not whose example", "en", "Peru is tense. As in Bolivia's crisis, crowds protested in Puno, Peru.", "protest",
     "Puno"),
    ("not where aid comes from", "en", "Peru and Puno, Peru. Crowds are protesting against aid from Russia.", "protest",
     "Peru"),
    ("site in a town", "en", "Residents demonstrated outside the local airport in Juliaca.", "protest",
     "local airport in Juliaca"),
    ("town alone", "en", "Residents demonstrated in Juliaca.", "protest", "Juliaca"),
    ("unnamed areas", "en", "Peru is tense. The president declared a state of emergency in seven regions.",
     "emergency_decree", "seven regions"),
    ("unnamed areas of a country by its towns", "en",
     "LIMA - A man was killed in Puno and another in Cusco. Blockades were reported in 12 regions.", "blockade",
     "12 regions"),
    ("regiones de un país por sus ciudades", "es",
     "LIMA - Dos hombres murieron en Puno y en Cusco. Se registran bloqueos en 12 regiones del país.", "blockade",
     "12 regiones"),
    ("a town that no gazetteer has at home", "en",
     "LA PAZ - Bolivia's miners marched in La Paz, Bolivia. In El Alto, residents blocked a road.", "blockade",
     "El Alto"),
    ("named area", "en", "Peru is tense. The president declared a state of emergency in Puno.", "emergency_decree",
     "Puno"),
    ("what a government says", "en", "Peru is tense. Two men were killed in Puno. The minister resigned.",
     "resignation", "Peru"),
    ("not the town of the dateline", "en", "LIMA - Peru is tense. Roads were blocked throughout the country.",
     "blockade", "Peru"),
    ("not what it answers", "en", "Peru's president declared a state of emergency after crowds stormed a bank in Puno.",
     "emergency_decree", "Peru"),
    ("where it holds", "en", "Peru's president declared a state of emergency in Puno after crowds stormed a palace.",
     "emergency_decree", "Puno"),
    ("not another country that acts", "en", "Peru is tense. Chile has said little. The unions held a strike.",
     "strike", "Peru"),
    ("many happenings are of no town told of before", "en",
     "Peru is tense. Two men were killed in Puno. We have recorded 12 attacks on reporters.", "attack_on_press",
     "Peru"),
    ("what happens next in a town", "en", "Peru is tense. Two men were killed in Puno. Police arrested a student.",
     "arrest", "Puno"),
    ("lugar en una ciudad", "es", "Los vecinos se manifestaron en el aeropuerto de Juliaca.", "protest",
     "aeropuerto de Juliaca"),
    ("ciudad", "es", "Dos hombres murieron en Juliaca.", "killing", "Juliaca"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "type", "place"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_places(language: str, text: str, type: str, place: str) -> None:
    claim = next(c for c in claims_in(text, language=language) if c.type == type)
    assert claim.place is not None
    assert claim.place.text == place


def test_an_unnamed_area_lies_in_the_country() -> None:
    text = "Peru is tense. The president declared a state of emergency in seven regions."
    place = next(c.place for c in claims_in(text) if c.type == "emergency_decree")
    assert place is not None
    assert (place.country, place.admin1) == ("PE", None)
    assert place.span is not None
    assert place.span.of(text) == "seven regions"
