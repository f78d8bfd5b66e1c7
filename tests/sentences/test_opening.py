"""Datelines end where the report begins; sentences with dashes and names stay whole."""

import pytest

from quipu.model import Span
from quipu.sentences.opening import dateline_end
from quipu.sentences.split import split_sentences

CASES = [
    ("en", "LIMA (Wire) - Police fired.", "LIMA (Wire) -"),
    ("en", "KISUMU, Kenya, May 3 (Lake Wire) — Two people died.", "KISUMU, Kenya, May 3 (Lake Wire) —"),
    ("en", "Omdurman, Sudan - Shops stayed shut.", "Omdurman, Sudan -"),
    ("en", "GRAND RAPIDS, Mich. -- 45 people marched.", "GRAND RAPIDS, Mich. --"),
    ("en", "LA PAZ: Miners walked out.", "LA PAZ:"),
    ("en", "KABUL (Wire): “We saw it,” he said.", "KABUL (Wire):"),
    (
        "es",
        "Arequipa, 20 de enero de 2023 (Radio Pampa).- Un hombre murió.",
        "Arequipa, 20 de enero de 2023 (Radio Pampa).-",
    ),
    ("es", "Lima – La policía detuvo a dos.", "Lima –"),
    ("en", "Kosovo – Serbia's former province – declared a strike.", None),
    ("en", "Police - Two men killed near the port.", None),
    ("en", "POLICE: Two men killed near the port.", None),
    ("en", "Li Wei — A teacher — was hurt.", None),
    ("en", "Lima - capital of Peru - is quiet.", None),
    ("en", "Peru: Police fire on miners", None),
    ("en", "The army - Two brigades - moved north.", None),
]


@pytest.mark.parametrize(("language", "text", "head"), CASES, ids=[row[1][:24] for row in CASES])
def test_dateline_ends_before_the_report(language: str, text: str, head: str | None) -> None:
    end = dateline_end(text, Span(0, len(text)), language)
    assert (text[:end].strip() if end else None) == head


def test_dateline_is_a_sentence_of_its_own() -> None:
    text = "NIŠ, Serbia - Bus drivers walked out. The army - two brigades - moved north."
    assert [(sent.span.of(text), sent.dateline) for sent in split_sentences(text, "en")] == [
        ("NIŠ, Serbia -", True),
        ("Bus drivers walked out.", False),
        ("The army - two brigades - moved north.", False),
    ]
