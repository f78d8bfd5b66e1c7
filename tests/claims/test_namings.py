"""Contested words: which is used, how it is meant, and whose word it is."""

import pytest

from claims_factory import reading_of
from quipu.claims.namings import FramingFile, find_namings
from quipu.lexicon import languages, load

EN, ES = "en", "es"
TERMS = {
    "removal": (EN, "Congress removed the president from office.", [("removal", "used")]),
    "removal of something else": (EN, "Volunteers removed bodies from the office of the president.", []),
    "a president who removes nothing": (
        EN,
        "The president told us in a long talk that he will not remove tariffs.",
        [],
    ),
    "coup": (EN, "It was a coup, and everyone knew.", [("coup", "used")]),
    "the longest word": (EN, "They called the vote a legislative coup.", [("coup_by_congress", "used")]),
    "self-coup": (EN, "His self-coup lasted two hours.", [("self_coup", "used")]),
    "coup de grace": (EN, "The storm was the coup de grace for the harvest.", []),
    "held off by a word": (EN, "The so-called terrorists sold bread.", [("terrorists", "distanced")]),
    "a speaker's very word": (EN, "The minister said that “terrorists” sold bread.", [("terrorists", "used")]),
    "held off by marks": (EN, "The “terrorists” sold bread.", [("terrorists", "distanced")]),
    "denied": (EN, "We are not terrorists.", [("terrorists", "denied")]),
    "denied further off": (EN, "The vote did not amount to a coup.", [("coup", "denied")]),
    "another word denied": (EN, "Guards did not let the protesters pass.", [("protesters", "used")]),
    "labelled by others": (
        EN,
        "They condemned the labelling of farmers as terrorists.",
        [("terrorists", "distanced")],
    ),
    "labelled in marks": (EN, "They condemned labelling us as “terrorists.”", [("terrorists", "distanced")]),
    "portrayed": (EN, "In the broadcast students are portrayed as thugs.", [("vandals", "distanced")]),
    "as without a label": (EN, "They had worked in the mine as terrorists.", [("terrorists", "used")]),
    "tildar de": (ES, "Rechazó que se tilde a los campesinos de terroristas.", [("terrorists", "used")]),
    "tildaron de": (ES, "En la radio tildaron a los campesinos de vándalos.", [("vandals", "distanced")]),
    "a blockade or a siege": (EN, "A roadblock, not a siege.", [("blockade", "used")]),
    "held or taken": (EN, "Ten detainees were abducted.", [("detainees", "used"), ("abduction", "used")]),
    "presos políticos": (ES, "Piden la libertad de los presos políticos.", [("political_prisoners", "used")]),
    "fraud at the polls": (EN, "They spoke of fraud in the election.", [("fraud", "used")]),
    "fraud elsewhere": (EN, "The bank was fined for fraud.", []),
    "criminal code": (EN, "The criminal code was amended.", []),
    "two names": (EN, "Rioters, or protesters, blocked it.", [("rioters", "used"), ("protesters", "used")]),
    "verbs": (EN, "Three were murdered, others shot dead.", [("murdered", "used"), ("killed", "used")]),
    "death penalty": (EN, "A bill on the death penalty was read.", []),
    "tax regime": (EN, "A new tax regime begins in May.", []),
    "destitución": (ES, "El Congreso destituyó al mandatario.", [("removal", "used")]),
    "golpe": (ES, "Fue un golpe de Estado.", [("coup", "used")]),
    "blow": (ES, "Recibió un golpe en la cabeza.", []),
    "no fue un golpe": (ES, "No fue un golpe de Estado.", [("coup", "denied")]),
    "vacancia": (ES, "La vacancia fue aprobada.", [("vacancy", "used")]),
    "manifestantes": (ES, "Los manifestantes llegaron a la plaza.", [("demonstrators", "used")]),
    "terrucos": (ES, "Los mal llamados terrucos vendían pan.", [("terrorists", "distanced")]),
    "masacre": (ES, "Fue una masacre.", [("massacre", "used")]),
    "dictadura": (ES, "Cayó la dictadura cívico-militar.", [("dictatorship", "used")]),
}


@pytest.mark.parametrize(("language", "text", "expected"), TERMS.values(), ids=TERMS)
def test_namings_of_a_sentence(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = find_namings(reading_of(text, language=language))
    assert [(one.term, one.stance.value) for one in found] == expected
    assert all(one.span.of(text).strip() == one.span.of(text) != "" for one in found)


VOICES = {
    "its own": (EN, "The rioters burnt a toll booth.", [(None, False)]),
    "reported": (EN, "The minister said that terrorists had burnt a toll booth.", [("The minister", False)]),
    "quoted": (EN, "“These terrorists will be judged,” the minister said.", [("the minister", True)]),
    "one word quoted": (EN, "The minister said that “terrorists” had burnt a toll booth.", [("The minister", True)]),
    "one word held off": (EN, "The “terrorists” sold bread.", [(None, False)]),
    "he is who spoke before": (
        EN,
        "Minister Odo Brand said it was calm. He said that terrorists had left.",
        [("Minister Odo Brand", False)],
    ),
    "he, and nobody spoke before": (EN, "It was calm. He said that terrorists had left.", [("He", False)]),
    "I am the author": (EN, "I say that the terrorists have left.", [(None, False)]),
    "ella": (
        ES,
        "La alcaldesa dijo que hubo paz. Ella dijo que los terroristas se fueron.",
        [("La alcaldesa", False)],
    ),
    "citado": (ES, "«Estos terroristas serán juzgados», dijo el ministro.", [("el ministro", True)]),
}


@pytest.mark.parametrize(("language", "text", "expected"), VOICES.values(), ids=VOICES)
def test_namings_tell_whose_word_it_is(language: str, text: str, expected: list[tuple[str | None, bool]]) -> None:
    found = find_namings(reading_of(text, language=language))
    assert [(one.speaker.text if one.speaker else None, one.quoted) for one in found] == expected


def test_namings_none_in_an_unread_language() -> None:
    assert find_namings(reading_of("Les terroristes ont fui.", language="fr")) == ()


def test_namings_every_language_names_the_same_concepts_and_terms() -> None:
    files = [load("framing", language, FramingFile) for language in languages()]
    told = [{concept: list(terms) for concept, terms in file.concepts.items()} for file in files]
    assert all(one == told[0] for one in told)


@pytest.mark.parametrize("language", languages())
def test_namings_no_form_stands_for_two_terms(language: str) -> None:
    file = load("framing", language, FramingFile)
    seen: dict[str, str] = {}
    for concept, terms in file.concepts.items():
        for term, words in terms.items():
            assert words.nouns or words.verbs or words.forms, f"{concept}.{term} has no words"
            for form in (*words.nouns, *words.forms, *words.verbs):
                # One word as noun and as verb of one term is no clash.
                assert seen.setdefault(form, term) == term, form
