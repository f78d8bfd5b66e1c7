"""Lemmas: endings, exceptions, prefixes, pronouns behind Spanish verbs, numbers and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.sentences.lemmas import edited, lemma_of

CASES = [
    ("regular past", "en", "VERB", "ransacked", "ransack"),
    ("silent e", "en", "VERB", "tortured", "torture"),
    ("doubled letter", "en", "VERB", "kidnapped", "kidnap"),
    ("y", "en", "VERB", "defied", "defy"),
    ("gerund", "en", "VERB", "detaining", "detain"),
    ("irregular", "en", "VERB", "shot", "shoot"),
    ("not what one treebank says", "en", "VERB", "fled", "flee"),
    ("prefix", "en", "VERB", "overthrew", "overthrow"),
    ("auxiliary", "en", "AUX", "were", "be"),
    ("participle as adjective", "en", "ADJ", "wounded", "wounded"),
    ("plural", "en", "NOUN", "protesters", "protester"),
    ("plural in ies", "en", "NOUN", "injuries", "injury"),
    ("plural in men", "en", "NOUN", "policemen", "policeman"),
    ("comparative", "en", "ADJ", "worse", "bad"),
    ("nationality", "en", "ADJ", "Peruvian", "Peruvian"),
    ("capital at the beginning", "en", "NOUN", "Police", "police"),
    ("I", "en", "PRON", "me", "I"),
    ("name in s", "en", "PROPN", "Andes", "Andes"),
    ("thousands", "en", "NUM", "12,500", "12500"),
    ("mark", "en", "PUNCT", "“", '"'),
    ("no tag", "en", "", "killed", "kill"),
    ("other language", "fr", "NOUN", "Morts", "morts"),
    ("first conjugation", "es", "VERB", "dispararon", "disparar"),
    ("spelling", "es", "VERB", "bloqueó", "bloquear"),
    ("second conjugation", "es", "VERB", "detuvo", "detener"),
    ("stem", "es", "VERB", "murieron", "morir"),
    ("strong past", "es", "VERB", "impusieron", "imponer"),
    ("pronouns", "es", "VERB", "llevárselo", "llevar"),
    ("gerund with pronoun", "es", "VERB", "golpeándolos", "golpear"),
    ("no pronoun", "es", "VERB", "convierte", "convertir"),
    ("participle", "es", "VERB", "detenidas", "detener"),
    ("plural of ión", "es", "NOUN", "elecciones", "elección"),
    ("gender", "es", "ADJ", "heridas", "herido"),
    ("article", "es", "DET", "las", "el"),
    ("thousands in Spanish", "es", "NUM", "1.200", "1200"),
]


@pytest.mark.parametrize(("language", "tag", "word", "lemma"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_lemma_of_a_word(language: str, tag: str, word: str, lemma: str) -> None:
    assert lemma_of(word, tag, language) == lemma


def test_edited_takes_the_longest_ending_and_never_the_whole_word() -> None:
    endings = {"s": (1, ""), "ies": (3, "y"), "ss": (0, "")}
    assert [edited(form, endings) for form in ("cities", "glass", "roads", "s")] == ["city", "glass", "road", "s"]


@given(st.text(min_size=1, max_size=30), st.sampled_from(["NOUN", "VERB", "PROPN", "NUM", "X", ""]))
def test_lemma_is_never_empty(word: str, tag: str) -> None:
    assert lemma_of(word, tag, "en")
    assert lemma_of(word, tag, "es")
