"""A pronoun stands for the one who agrees; where two do, for nobody."""

import pytest

from claims_factory import claims_in
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


WRITERS = [
    ("in its sentence", "en", "We, the Lawyers' Guild of Kenya, demand an inquiry.", "the Lawyers' Guild of Kenya"),
    ("in the next", "en", "We, the Lawyers' Guild of Kenya, met on Monday. We demand an inquiry into the deaths.",
     "the Lawyers' Guild of Kenya"),
    ("nobody named", "en", "We met on Monday. We demand an inquiry into the deaths.", None),
    ("no body", "en", "We, as ever, met on Monday. We demand an inquiry into the deaths.", None),
    ("somebody quoted", "en",
     "We, the Lawyers' Guild of Kenya, met on Monday. “We demand an inquiry into the deaths,” the bishops said.",
     "the bishops"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "actor"), [case[1:] for case in WRITERS], ids=[case[0] for case in WRITERS]
)
def test_we_are_who_signs(language: str, text: str, actor: str | None) -> None:
    demand = next(claim for claim in claims_in(text, language=language) if claim.type == "demand")
    assert (demand.actor.text if demand.actor else None) == actor
