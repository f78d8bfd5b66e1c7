"""The weights that ship: what they read in sentences of our own, how large they are, and what their cards say."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quipu.model import Sentence, Span
from quipu.sentences.readers import WEIGHTS, open_reader
from quipu.sentences.tokens import tokenize

LANGUAGES = ("en", "es")
MOST_BYTES = 30_000_000


def read(text: str, language: str = "en", reader: str = "small") -> Sentence:
    span = Span(0, len(text))
    (sent,) = open_reader(reader, language).read(text, [Sentence(span, 0, 0, tokenize(text, span))])
    return sent


def word(sent: Sentence, text: str) -> int:
    return next(at for at, token in enumerate(sent.tokens) if token.text == text)


TREES = [
    ("Police shot dead two protesters in Tamale on Monday.", "en", "Police", "shot", "nsubj"),
    ("Police shot dead two protesters in Tamale on Monday.", "en", "protesters", "shot", "obj"),
    ("Nine miners were arrested by soldiers near the border.", "en", "miners", "arrested", "nsubj:pass"),
    ("Nine miners were arrested by soldiers near the border.", "en", "soldiers", "arrested", "obl:agent"),
    ("The killing of two students angered the town.", "en", "students", "killing", "nmod"),
    ("Lawmakers who had backed the decree resigned.", "en", "backed", "Lawmakers", "acl:relcl"),
    ("Protesters did not attack the station, the governor said.", "en", "not", "attack", "advmod"),
    ("La policía detuvo a nueve estudiantes en Trujillo.", "es", "policía", "detuvo", "nsubj"),
    ("Los soldados dispararon contra la multitud.", "es", "soldados", "dispararon", "nsubj"),
]


@pytest.mark.parametrize(("text", "language", "child", "head", "relation"), TREES)
def test_trees_of_plain_sentences(text: str, language: str, child: str, head: str, relation: str) -> None:
    sent = read(text, language)
    token = sent.tokens[word(sent, child)]
    assert (token.head, token.relation) == (word(sent, head), relation)


NAMES = [
    ("President Nana Akufo-Addo met the army chief in Accra.", {"LOC": "Accra"}),
    ("The Ministry of Health in Colombo counted nine dead.", {"LOC": "Colombo", "ORG": "Ministry of Health"}),
    ("The minister spoke to reporters on Tuesday.", {}),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_of_plain_sentences(text: str, names: dict[str, str]) -> None:
    sent = read(text)
    found = {label: [t.text for t in sent.tokens if t.entity.endswith(label)] for label in ("LOC", "ORG")}
    assert {label: " ".join(words) for label, words in found.items() if words} == names


def test_roles_of_a_passive() -> None:
    sent = read("Two protesters were shot by police in Tamale on Monday.")
    roles = {role.label: (role.begin, role.end) for one in sent.predicates for role in one.roles}
    assert roles["ARG1"] == (0, 2)
    assert roles["ARG0"] == (4, 6)
    assert roles["ARGM-TMP"] == (8, 10)


def test_a_sentence_without_a_predicate_has_no_roles() -> None:
    assert not [one for one in read("Accra, Ghana").predicates if one.roles]


@pytest.mark.parametrize("language", LANGUAGES)
def test_weights_are_small(language: str) -> None:
    assert sum(path.stat().st_size for path in (WEIGHTS / language).iterdir()) <= MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_names_every_file_with_its_checksum(language: str) -> None:
    folder = WEIGHTS / language
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| (\S+) \| [\d,]+ \| ([0-9a-f]{64}) \|$", card, re.MULTILINE))
    files = [path for path in folder.iterdir() if path.suffix != ".md"]
    assert told == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert "CC BY-SA 4.0" in card


def test_reading_needs_no_torch() -> None:
    code = (
        "import sys; from quipu.sentences.readers import open_reader; open_reader('small', 'en');"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'tokenizers')))"
    )
    environment = {"PYTHONPATH": str(Path(__file__).parents[3] / "src")}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=environment).returncode == 0
