"""Deeds that are words have a speaker; what is pledged, threatened or merely asked for has not happened."""

import pytest

from claims_factory import claims_in

# name, language, text, type, modality, whose word
CASES = [
    ("accused", "en", "Ana Paz accused the army of murder.", "condemnation", "reported", "Ana Paz"),
    ("criticised", "en", "Ana Paz criticised the army.", "condemnation", "asserted", None),
    ("acusó", "es", "Ana Paz acusó al Ejército de mentir.", "condemnation", "reported", "Ana Paz"),
    ("criticó", "es", "Ana Paz criticó al Ejército.", "condemnation", "asserted", None),
    ("announced", "en", "Two ministers announced their resignations.", "resignation", "reported", "Two ministers"),
    ("resigned", "en", "Two ministers resigned.", "resignation", "asserted", None),
    ("pledged", "en", "The cabinet agreed to meet the unions.", "statement", "planned", None),
    ("agreed on", "en", "The two sides agreed on a text.", "statement", "asserted", None),
    ("threatened", "en", "Rebels threatened to shell the port.", "statement", "hypothetical", None),
    ("one person asks", "en", "Ana Paz called for fresh elections.", "demand", "demanded", "Ana Paz"),
    ("a people asks", "en", "Bolivians called for fresh elections.", "demand", "demanded", None),
    ("a crowd asks", "en", "Farmers called for fresh elections.", "demand", "demanded", None),
    ("shown", "en", "Videos of police violence were shared.", "repression_force_use", "reported", "Videos"),
    ("not shown", "en", "Victims of police violence were buried.", "repression_force_use", "asserted", None),
    ("passive report", "en", "Nine arrests were reported from the port.", "arrest", "reported", None),
    ("raised a toll", "en", "The union raised the number of dead to nine.", "killing", "reported", "The union"),
    ("it raised a toll", "en", "The rain went on. It raised the number of dead to nine.", "killing", "asserted", None),
    ("passive deed", "en", "Nine arrests were made at the port.", "arrest", "asserted", None),
]


@pytest.mark.parametrize(
    ("language", "text", "type", "modality", "source"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_deeds_of_speech(language: str, text: str, type: str, modality: str, source: str | None) -> None:
    claim = next(c for c in claims_in(text, language=language) if c.type == type)
    assert (claim.modality, claim.attribution.text if claim.attribution else None) == (modality, source)


def test_recorded_figures_are_those_of_who_told_the_ones_before() -> None:
    told = "Twelve people were killed, the nurses' union said. In addition, 40 arrests were recorded."
    alone = "The rain stopped. In addition, 40 arrests were recorded."
    arrest, other = (next(c for c in claims_in(text) if c.type == "arrest") for text in (told, alone))
    assert arrest.attribution is not None
    assert "union" in arrest.attribution.text
    assert (other.attribution, other.modality) == (None, "asserted")


def test_a_source_goes_by_the_name_behind_it() -> None:
    text = "Dos mineros murieron, según dijo uno de los líderes, Ana Paz."
    claim = next(c for c in claims_in(text, language="es") if c.type == "killing")
    assert claim.attribution is not None
    assert claim.attribution.text == "Ana Paz"
