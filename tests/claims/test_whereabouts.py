"""Actors and targets end before the words that say where they were; institutions, names and parties keep theirs."""

import pytest

from claims_factory import claims_in
from trees_factory import claims_of

CASES = [
    ("people", "en", "Police arrested nine nurses near Lima.", "arrest", "Police", "nurses"),
    ("an adverb before", "en", "Police arrested nine nurses just outside Lima.", "arrest", "Police", "nurses"),
    ("whose they are", "en", "Students of Lima marched.", "protest", "Students of Lima", None),
    ("whence they come", "en", "Nurses from Lima were arrested.", "arrest", None, "Nurses from Lima"),
    ("a thing", "en", "Farmers blocked a bridge near Juliaca.", "blockade", "Farmers", "a bridge"),
    ("a road", "en", "Farmers blocked the main road between Lima and Juliaca.", "blockade", "Farmers", "the main road"),
    ("two parties", "en", "Nurses condemned the talks between Peru and Brazil.", "condemnation", "Nurses",
     "the talks between Peru and Brazil"),
    ("an institution", "en", "A court in Lima sentenced nine officers.", "other", "A court in Lima", "officers"),
    ("a name", "en", "Radio Amanecer in Lima was raided by police.", "raid", "police",
     "Radio Amanecer in Lima"),
    ("gente", "es", "La policía detuvo a los estudiantes cerca de Lima.", "arrest", "La policía", "los estudiantes"),
    ("de quién son", "es", "La policía detuvo a los estudiantes de Lima.", "arrest", "La policía",
     "los estudiantes de Lima"),
    ("una vía", "es", "Los campesinos bloquearon la carretera principal entre Lima y Juliaca.", "blockade",
     "Los campesinos", "la carretera principal"),
    ("una institución", "es", "Un tribunal en Lima condenó a nueve policías.", "condemnation", "Un tribunal en Lima",
     "policías"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "type", "actor", "target"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_where_they_were(language: str, text: str, type: str, actor: str | None, target: str | None) -> None:
    claim = next(c for c in claims_in(text, language=language) if c.type == type)
    assert (claim.actor and claim.actor.text, claim.target and claim.target.text) == (actor, target)


HUNG = [("on the noun", "nmod", 5), ("on the verb", "obl", 2)]


@pytest.mark.parametrize(("relation", "head"), [row[1:] for row in HUNG], ids=[row[0] for row in HUNG])
def test_where_they_were_hangs_anywhere(relation: str, head: int) -> None:
    told = (
        "Farmers|NOUN|2|nsubj blocked|VERB|0|root a|DET|5|det wooden|ADJ|5|amod bridge|NOUN|2|obj near|ADP|7|case "
        f"Qaraq|PROPN|{head}|{relation}|B-LOC .|PUNCT|2|punct"
    )
    assert [c.target and c.target.text for c in claims_of(told)] == ["a wooden bridge"]
