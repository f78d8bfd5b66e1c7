"""A vote that was passed has done what it was about; one that is planned, lost or refused has not."""

import pytest

from claims_factory import claims_in

CASES = [
    ("with a day", "en", "The assembly voted on Tuesday to remove the minister from office.", ["asserted"]),
    ("with numbers", "en", "The chamber voted by 71 votes to ten to remove the governor from office.", ["asserted"]),
    ("of a source", "en", "The senate voted to remove the governor from office, its speaker said.", ["reported"]),
    ("to come", "en", "The chamber will vote on Friday to remove the governor from office.", ["planned"]),
    ("conditional", "en", "They would have voted to remove the governor from office.", ["hypothetical"]),
    ("lost", "en", "The chamber voted to remove the governor from office but fell short.", ["hypothetical"]),
    ("a vote failed", "en", "A vote to remove the governor from office failed.", ["hypothetical"]),
    ("a motion refused", "en", "Deputies rejected a motion to remove the governor from office.", ["hypothetical"]),
    ("against", "en", "The chamber voted against a motion to remove the governor from office.", ["hypothetical"]),
    ("whether", "en", "The chamber voted on whether to remove the governor from office.", ["hypothetical"]),
    ("not to", "en", "The chamber voted not to remove the governor from office.", ["denied"]),
    ("only some", "en", "Twelve senators voted to remove the governor from office.", ["hypothetical"]),
    ("votó para", "es", "La cámara votó el martes para destituir al gobernador.", ["asserted"]),
    ("acordó", "es", "La cámara acordó destituir al gobernador.", ["asserted"]),
    ("votará", "es", "La cámara votará destituir al gobernador.", ["planned"]),
    ("moción", "es", "La cámara rechazó la moción para destituir al gobernador.", ["hypothetical"]),
]


@pytest.mark.parametrize(
    ("language", "text", "modalities"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_modality_of_removals_that_are_voted_on(language: str, text: str, modalities: list[str]) -> None:
    removals = [c for c in claims_in(text, language=language) if c.type == "removal_from_office"]
    assert [str(c.modality) for c in removals] == modalities


def test_decision_leaves_who_voted_as_the_actor() -> None:
    claims = claims_in("The assembly voted on Tuesday to remove the minister from office.")
    assert [c.actor.text for c in claims if c.type == "removal_from_office" and c.actor] == ["The assembly"]


def test_decision_to_strike_is_no_strike_yet() -> None:
    claims = claims_in("The miners voted on Tuesday to begin a strike.")
    assert not [c for c in claims if c.type == "strike" and c.modality.happened]


ELECTIONS = [
    ("approved", "en", "The senate approved holding general elections in April.", ["planned"]),
    ("approval given", "en", "The chamber gave first approval on Tuesday to holding early elections.", ["planned"]),
    ("not approved", "en", "The senate did not approve holding early elections.", ["denied"]),
    ("a plan lost", "en", "The chamber voted down a plan to hold elections in October.", ["denied"]),
    ("a bill thrown out", "en", "Deputies threw out a bill for early elections and a referendum.", ["denied"]),
    ("ruled out", "en", "The premier ruled out early elections.", ["denied"]),
    ("held and refused", "en", "The capital rejected the referendum as unlawful.", ["asserted"]),
    (
        "decided before",
        "en",
        "Ana Roe won the election by nine votes after deputies approved the budget.",
        ["asserted"],
    ),
    ("rechazado", "es", "El pleno rechazó la propuesta de celebrar elecciones generales en abril.", ["denied"]),
    ("no adelantar", "es", "La asamblea rechaza adelantar las elecciones.", ["denied"]),
    ("aprobado", "es", "El senado aprobó celebrar elecciones en abril.", ["planned"]),
    ("ganadas", "es", "Ana Roe ganó las elecciones por nueve mil votos.", ["asserted"]),
]


@pytest.mark.parametrize(
    ("language", "text", "modalities"), [case[1:] for case in ELECTIONS], ids=[case[0] for case in ELECTIONS]
)
def test_modality_of_elections_that_are_decided_on(language: str, text: str, modalities: list[str]) -> None:
    elections = [c for c in claims_in(text, language=language) if c.type == "election"]
    assert [str(c.modality) for c in elections] == modalities
