"""A pronoun stands for the one who agrees; where two do, for nobody."""

import pytest

from trees_factory import claims_of

POLICE_SAID = (
    "Police|NOUN|2|nsubj said|VERB|0|root they|PRON|4|nsubj arrested|VERB|2|ccomp nine|NUM|6|nummod "
    "students|NOUN|4|obj .|PUNCT|2|punct"
)
SOLDIERS_CAME = "Soldiers|NOUN|2|nsubj came|VERB|0|root .|PUNCT|2|punct"
BOTH_CAME = (
    "Soldiers|NOUN|2|nsubj came|VERB|0|root when|ADV|5|advmod miners|NOUN|5|nsubj slept|VERB|2|advcl .|PUNCT|2|punct"
)
THEY_KILLED = "They|PRON|2|nsubj killed|VERB|0|root two|NUM|4|nummod nurses|NOUN|2|obj .|PUNCT|2|punct"
HE_KILLED = "He|PRON|2|nsubj killed|VERB|0|root two|NUM|4|nummod nurses|NOUN|2|obj .|PUNCT|2|punct"

CASES = [
    ("who speaks", [POLICE_SAID], "arrest", "Police"),
    ("sentence before", [SOLDIERS_CAME, THEY_KILLED], "killing", "Soldiers"),
    ("two candidates", [BOTH_CAME, THEY_KILLED], "killing", None),
    ("one for many", [SOLDIERS_CAME, HE_KILLED], "killing", None),
]


@pytest.mark.parametrize(("told", "type", "actor"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_pronouns_of_actors(told: list[str], type: str, actor: str | None) -> None:
    claim = next(claim for claim in claims_of(*told) if claim.type == type)
    assert (claim.actor and claim.actor.text) == actor
