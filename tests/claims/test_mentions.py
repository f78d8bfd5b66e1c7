"""Words of harm that tell of no harm are refused as mentions; those beside them that do are claims."""

import pytest

from claims_factory import claims_in

CASES = [
    ("trade", "The case went to homicide detectives.", []),
    ("deed", "The homicide of the student shook the town.", ["killing"]),
    ("attempt", "He is wanted for attempted murder of a guard.", []),
    ("murder", "He is wanted for the murder of a guard.", ["killing"]),
    ("shot at a thing", "The guard shot twice at the lorry.", []),
    ("shot somebody", "The farmer shot a driver.", ["injury"]),
    ("was shooting", "He was shooting in self-defence.", []),
    ("cause of death", "Three miners died from gunshot wounds.", ["killing"]),
    ("wounds", "Three miners were treated for gunshot wounds.", ["injury"]),
]


@pytest.mark.parametrize(("text", "types"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_mentions(text: str, types: list[str]) -> None:
    harm = ("killing", "injury", "arrest")
    assert [str(claim.type) for claim in claims_in(text) if claim.type in harm] == types


@pytest.mark.parametrize(
    ("text", "removals"),
    [("The deputy called it the worst coup in decades.", 0), ("A coup by officers toppled the premier.", 1)],
    ids=["a name for it", "a coup"],
)
def test_mentions_of_names_given(text: str, removals: int) -> None:
    assert sum(claim.type == "removal_from_office" for claim in claims_in(text)) == removals


SPANISH = [
    ("tentativa", "Lo acusan de tentativa de homicidio.", []),
    ("causa", "Tres mineros murieron por heridas de bala.", ["killing"]),
]


@pytest.mark.parametrize(("text", "types"), [case[1:] for case in SPANISH], ids=[case[0] for case in SPANISH])
def test_mentions_in_spanish(text: str, types: list[str]) -> None:
    found = claims_in(text, language="es")
    assert [str(claim.type) for claim in found if claim.type in ("killing", "injury")] == types
