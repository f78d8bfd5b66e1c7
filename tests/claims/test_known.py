"""Short names stand beside the one full name that a document gives for them, and alone where two may be meant."""

import pytest

from claims_factory import claims_in
from quipu.claims import read_claims
from quipu.model import Claim, Document
from quipu.sentences import read_sentences
from quipu.sentences.readers import open_reader

TALE = "Governor Ada Okoro took office in May. Two miners died, {} said."
BODY = "The Altiplano Rights Network (ARN) met on Friday. Two miners died, {} said."
RED = "La Red de Derechos del Altiplano (RDA) se reunió. Dos mineros murieron, informó {}."

# name, language, text, the source as it stands, the full name beside it
CASES = [
    ("surname", "en", TALE.format("Okoro"), "Okoro", "Ada Okoro"),
    ("title", "en", TALE.format("Governor Okoro"), "Governor Okoro", "Ada Okoro"),
    ("the name itself", "en", TALE.format("Ada Okoro"), "Ada Okoro", None),
    ("somebody else", "en", TALE.format("Ruiz"), "Ruiz", None),
    ("what is hers", "en", TALE.format("Okoro's lawyers"), "Okoro's lawyers", None),
    ("two of one name", "en", "Ada Okoro met Luis Okoro. Two miners died, Okoro said.", "Okoro", None),
    ("acronym", "en", BODY.format("the ARN"), "the ARN", "Altiplano Rights Network"),
    ("its noun", "en", BODY.format("the network"), "the network", "Altiplano Rights Network"),
    ("another noun", "en", BODY.format("the ministry"), "the ministry", None),
    ("another acronym", "en", BODY.format("the ARO"), "the ARO", None),
    ("named behind", "en", "Two miners died, the network said. The Altiplano Rights Network (ARN) met on Friday.",
     "the network", None),
    ("sigla", "es", RED.format("la RDA"), "la RDA", "Red de Derechos del Altiplano"),
    ("su sustantivo", "es", RED.format("la red"), "la red", "Red de Derechos del Altiplano"),
    ("otro sustantivo", "es", RED.format("la clínica"), "la clínica", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "source", "name"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_known_as(language: str, text: str, source: str, name: str | None) -> None:
    said = next(c for c in claims_in(text, language=language) if c.type == "killing").attribution
    assert said is not None
    assert said.text == source, "the words stay as they are"
    assert (said.named.text if said.named else None) == name
    assert said.known_as == (name or source)
    assert said.named is None or said.named.span.of(text) == said.named.text


def test_an_actor_has_its_full_name_too() -> None:
    claims = claims_in("Ada Okoro spoke on Monday. President Okoro dissolved parliament on Tuesday.")
    assert {c.actor.known_as for c in claims if c.type == "dissolution" and c.actor} == {"Ada Okoro"}


def test_a_deed_that_is_demanded_is_nobody() -> None:
    claims = claims_in("Ada Okoro spoke on Monday. Farmers demanded Okoro resigning immediately.")
    targets = [c.target for c in claims if c.type == "demand" and c.target]
    assert targets
    assert [target.named for target in targets if "resigning" in target.text] == [None]


def test_without_a_reader_no_person_is_guessed() -> None:
    document = Document("d-test", TALE.format("Okoro"), language="en")
    found = read_claims(read_sentences(document, reader=open_reader("none", "en")))
    assert all(c.attribution is None or c.attribution.named is None for c in found if isinstance(c, Claim))
