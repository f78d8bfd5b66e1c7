"""Languages: English and Spanish right on short news, others named, and "und" where nobody could tell."""

import pytest

from quipu.documents.language import find_language

CASES = [
    ("Police fired tear gas at the crowd.", "en"),
    ("Two dead in Cusco clashes", "en"),
    ("TWO DEAD IN CLASHES ON THE BRIDGE AT JULIACA", "en"),
    ("Dos muertos en choques en Juliaca", "es"),
    ("Murieron dos manifestantes en Cusco.", "es"),
    ("El paro indefinido empezó el lunes en Puno y Ayacucho.", "es"),
    ("Gobierno declara el estado de emergencia en siete regiones", "es"),
    ("Os manifestantes bloquearam a estrada na segunda-feira.", "pt"),
    ("La police a tiré sur la foule lundi soir à Bamako.", "fr"),
    ("Die Polizei setzte am Freitag Tränengas gegen die Menge ein.", "de"),
    ("Полиция применила слезоточивый газ против демонстрантов в центре города.", "ru"),
    ("Ayacucho, Andahuaylas, Abancay", "und"),
    ("Lima", "und"),
    ("17 / 22 / 1,300", "und"),
    ("", "und"),
]


@pytest.mark.parametrize(("text", "language"), CASES)
def test_language(text: str, language: str) -> None:
    assert find_language(text) == language


def test_language_declared_decides_only_where_the_text_does_not() -> None:
    assert find_language("Lima", "es") == "es"
    assert find_language("Police fired tear gas at the crowd.", "es") == "en"
