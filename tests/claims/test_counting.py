"""Deaths told only to say how a list is kept are no happening; figures that a list gives are."""

import pytest

from claims_factory import claims_in, refused_in

CASES = [
    ("entered twice", "en", "Two divers who died in a ferry accident had been entered twice.", True),
    ("left out behind", "en", "Three men who died in the fire had been left out of the list.", True),
    ("leaving out", "en", "The union accuses the ministry of leaving out people who died at home.", True),
    ("omits some", "en", "The list omits two people who were shot dead on Monday.", True),
    ("adds", "en", "Other registers add people who lost their lives on the roads.", True),
    ("includes later", "en", "The register includes people who later died in hospital.", True),
    ("a figure", "en", "The list includes three people who died in hospital.", False),
    ("a keeper's figure", "en", "The office counts 12 people who died in the floods.", False),
    ("entered a mine", "en", "A bomb killed three people who had entered the mine.", False),
    ("entered behind", "en", "Three men who were killed in the fire had entered the hall.", False),
    ("buried behind", "en", "Two divers who died in a ferry accident had been buried.", False),
    ("omite", "es", "La lista omite a personas que murieron en sus casas.", True),
    ("dos veces", "es", "Dos personas que murieron en un accidente fueron contadas dos veces.", True),
    ("veladas", "es", "Dos personas que murieron en un accidente fueron veladas.", False),
    ("incluye", "es", "La lista incluye a tres personas que murieron en el hospital.", False),
]


@pytest.mark.parametrize(("language", "text", "refused"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_deaths_told_of_counting(language: str, text: str, refused: bool) -> None:
    killings = [c for c in claims_in(text, language=language) if c.type == "killing"]
    reasons = [r.reason for r in refused_in(text, language=language) if r.reason == "told_of_counting"]
    assert (bool(killings), bool(reasons)) == (not refused, refused)
