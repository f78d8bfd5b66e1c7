"""Verb forms by rule and from the irregular lists."""

import pytest

from quipu.sentences.inflect import plural_of, verb_forms

CASES = [
    ("en", "detain", {"detain", "detains", "detained", "detaining"}),
    ("en", "stab", {"stab", "stabs", "stabbed", "stabbing"}),
    ("en", "carry", {"carry", "carries", "carried", "carrying"}),
    ("en", "agree to", {"agree to", "agrees to", "agreed to", "agreeing to"}),
    ("en", "shoot and kill", {"shoot and kill", "shoots and kills", "shot and killed", "shooting and killing"}),
    ("es", "atacar", {"atacó", "atacaron", "ataquen", "atacados", "atacando"}),
    ("es", "bloquear", {"bloqueó", "bloquean", "bloqueada"}),
    ("es", "manifestarse", {"manifestarse", "se manifestaron"}),
    ("es", "morir", {"murieron", "muere", "muertos"}),
]


@pytest.mark.parametrize(("language", "lemma", "forms"), CASES, ids=[case[1] for case in CASES])
def test_inflect_makes_the_forms(language: str, lemma: str, forms: set[str]) -> None:
    assert forms <= {words for words, _ in verb_forms(lemma, language)}


PLURALS = [
    ("en", "protest march", "protest marches"),
    ("en", "injury", "injuries"),
    ("en", "sit-in", "sit-ins"),
    ("es", "manifestación", "manifestaciones"),
    ("en", "prisoner of conscience", "prisoners of conscience"),
    ("es", "toque de queda", "toques de queda"),
    ("es", "juicio político", "juicios políticos"),
    ("es", "detención masiva de civiles", "detenciones masivas de civiles"),
]


@pytest.mark.parametrize(("language", "one", "many"), PLURALS, ids=[case[1] for case in PLURALS])
def test_inflect_makes_plurals(language: str, one: str, many: str) -> None:
    assert plural_of(one, language) == many
