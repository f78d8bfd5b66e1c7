"""The small reader over a real, tiny ONNX network: what it reads, and that nothing in its way makes it fail."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.errors import ReaderError
from quipu.model import Predicate, Role, Sentence
from quipu.sentences.readers.network import open_network
from quipu.sentences.readers.trees import is_tree
from sentences.readers.tiny import FOLDER, sentences_of, tiny_reader

READER = tiny_reader()
# Words, heads, relations, names, predicates with roles.
CASES = [
    (
        "The police arrested Foo Bar .",
        (1, 2, -1, 2, 2, 2),
        "det nsubj root obj obj punct",
        ("", "", "", "B-LOC", "I-LOC", ""),
        (Predicate(2, (Role("ARG0", 0, 2), Role("ARG1", 3, 5))),),
    ),
    ("Fled", (-1,), "root", ("",), (Predicate(0),)),
    (".", (-1,), "root", ("",), ()),
    (
        "students blocked the minister",
        (1, -1, 3, 1),
        "nsubj root det obj",
        ("", "", "", ""),
        (Predicate(1, (Role("ARG0", 0, 1), Role("ARG1", 2, 4))),),
    ),
]
_ANY = st.text(min_size=1, max_size=8).filter(lambda word: not word.isspace())


def _sound(sent: Sentence) -> None:
    """What holds for every sentence that was read."""
    size = len(sent.tokens)
    assert is_tree(np.array([token.head for token in sent.tokens]))
    for token in sent.tokens:
        assert (token.relation == "root") == (token.head == -1)
        assert token.pos
        assert token.lemma
    for predicate in sent.predicates:
        assert 0 <= predicate.token < size
        assert all(0 <= role.begin < role.end <= size for role in predicate.roles)
        assert all(a.end <= b.begin for a, b in zip(predicate.roles, predicate.roles[1:], strict=False))
        # A role that holds the predicate itself goes on to both of its sides.
        held = [role for role in predicate.roles if role.begin <= predicate.token < role.end]
        assert all(role.begin < predicate.token < role.end - 1 for role in held)


@pytest.mark.parametrize(("words", "heads", "relations", "names", "predicates"), CASES, ids=[c[0] for c in CASES])
def test_parse(
    words: str, heads: tuple[int, ...], relations: str, names: tuple[str, ...], predicates: tuple[Predicate, ...]
) -> None:
    found = READER.parse([words.split()])[0]
    assert found is not None
    assert found.heads == heads
    assert found.relations == tuple(relations.split())
    assert found.entities == names
    assert found.predicates == predicates


def test_parse_reads_tags() -> None:
    found = READER.parse([["The", "police", "arrested", "Zed", ",", "12,500"]])[0]
    assert found is not None
    assert found.tags == ("DET", "NOUN", "VERB", "PROPN", "PUNCT", "NUM")


def test_parse_of_no_words_is_none() -> None:
    assert READER.parse([]) == []
    assert READER.parse([[], ["Fled"], []])[::2] == [None, None]


@given(st.lists(st.lists(_ANY, max_size=9), max_size=7), st.integers(1, 300))
def test_parse_is_the_same_alone_and_in_any_company(sentences: list[list[str]], most: int) -> None:
    together = replace(READER, most_pieces=most).parse(sentences)
    assert together == [READER.parse([words])[0] for words in sentences]


@pytest.mark.parametrize(
    "text",
    [
        "The police 🔥🔥 arrested students in Nın\u0303ó\u200d.",
        "中国 警察 said. Полиция fled!",
        "\u202e\u00ad\u2063",
        "A\ud800B said",
        "“" + "!" * 2000 + "”",
    ],
    ids=["emoji", "scripts", "invisible", "lone surrogate", "marks"],
)
def test_read_takes_any_text(text: str) -> None:
    sentences = sentences_of(text)
    found = READER.read(text, sentences)
    assert [[token.text for token in sent.tokens] for sent in found] == [[t.text for t in s.tokens] for s in sentences]
    for sent in found:
        _sound(sent)


def test_read_a_sentence_of_five_thousand_words() -> None:
    text = "The police , " + "students fled , " * 1_665 + "the minister said ."
    sent = sentences_of(text)[0]
    assert len(sent.tokens) > 5_000
    found = READER.read(text, [sent])[0]
    assert len(found.tokens) == len(sent.tokens)
    _sound(found)
    assert any(predicate.token > 4_900 for predicate in found.predicates)


def test_read_keeps_order_and_empty_sentences() -> None:
    text = "Students fled. Fled. The police arrested Zed in the report the minister said."
    sentences = sentences_of(text)
    empty = Sentence(sentences[0].span, 99, 0)
    found = READER.read(text, [sentences[2], empty, sentences[0], sentences[1]])
    assert [sent.span for sent in found] == [s.span for s in (sentences[2], empty, sentences[0], sentences[1])]
    assert found[1] is empty
    assert all(sent.tokens[0].pos for sent in found if sent.tokens)


def test_version_is_that_of_the_weights() -> None:
    assert (READER.name, READER.version) == ("small-3", "tiny-1")


def _spoilt(tmp_path: Path, name: str, content: bytes | None) -> Path:
    folder = tmp_path / "spoilt"
    shutil.copytree(FOLDER, folder)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("name", ["vocab.txt", "pieces.npy", "scales.npy", "three.npz", "three.onnx", "heads.json"])
@pytest.mark.parametrize("content", [None, b"", b"\x00 not what it should be"], ids=["absent", "empty", "spoilt"])
def test_open_network_refuses_broken_weights(tmp_path: Path, name: str, content: bytes | None) -> None:
    with pytest.raises(ReaderError) as caught:
        open_network(_spoilt(tmp_path, name, content), 3)
    assert caught.value.code == "reader_broken"
    assert "spoilt" in str(caught.value) or "vocabulary" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [('"B-ARG1", "I-ARG1"', '"B-ARG1"'), ('"root"', '"top"'), ('["O", "B-PER"', '["B-PER", "O"'), ('"version"', '"v"')],
    ids=["labels and weights differ", "no root", "no O", "no version"],
)
def test_open_network_refuses_labels_that_do_not_fit(tmp_path: Path, old: str, new: str) -> None:
    heads = (FOLDER / "heads.json").read_text(encoding="utf-8")
    assert old in heads
    with pytest.raises(ReaderError, match="cannot be read"):
        open_network(_spoilt(tmp_path, "heads.json", heads.replace(old, new).encode()), 3)
