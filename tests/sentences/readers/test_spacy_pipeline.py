"""A spaCy pipeline as a reader: a real one, trained here on three sentences of ours, where spaCy is installed."""

import importlib.util
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quipu.errors import ReaderError
from quipu.model import Sentence
from quipu.sentences.readers import Reader, open_reader
from quipu.sentences.readers.spacy_pipeline import open_spacy
from quipu.sentences.split import split_sentences

needs_spacy = pytest.mark.skipif(
    importlib.util.find_spec("spacy") is None,
    reason="spaCy is not installed: pip install 'quipu-ledger[spacy]' to test the reader",
)
TEXT = "Police arrested Ana Roca in Calama.\n\nThe miners marched.\n\n  Share this page."
WORDS = ["Police", "arrested", "Ana", "Roca", "in", "Calama", "."]
UNIVERSAL = {
    "tags": ["NOUN", "VERB", "PROPN", "PROPN", "ADP", "PROPN", "PUNCT"],
    "heads": [1, 1, 1, 2, 5, 1, 1],
    "deps": ["nsubj", "ROOT", "obj", "flat", "case", "obl", "punct"],
    "entities": ["O", "O", "B-PERSON", "I-PERSON", "O", "B-GPE", "O"],
}
CLEAR = UNIVERSAL | {
    "heads": [1, 1, 3, 1, 1, 4, 1],
    "deps": ["nsubj", "ROOT", "compound", "dobj", "prep", "pobj", "punct"],
}
TIGER = UNIVERSAL | {"deps": ["sb", "ROOT", "oa", "pnc", "mo", "nk", "punct"]}
SHORT = {"tags": ["DET", "NOUN", "VERB", "PUNCT"], "heads": [1, 2, 2, 2], "deps": ["det", "nsubj", "ROOT", "punct"]}
Change = Callable[[dict[str, Any]], dict[str, Any]]


def train(folder: Path, taught: dict[str, Any], lang: str = "en") -> Path:
    """A tagger, a parser and a name finder that know two sentences by heart."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank(lang)
    short = SHORT | {"deps": ["nk", "sb", "ROOT", "punct"]} if "sb" in taught["deps"] else SHORT
    examples = []
    for words, gold in ((WORDS, taught), (["The", "miners", "marched", "."], short)):
        known = Doc(
            nlp.vocab, words=words, pos=gold["tags"], heads=gold["heads"], deps=gold["deps"],
            ents=gold.get("entities", ["O"] * len(words)),
        )  # fmt: skip
        examples.append(Example(Doc(nlp.vocab, words=words), known))
    # A label that occurs once is one here; as it stands, spaCy's parser wants thirty of each.
    for name, config in (("morphologizer", {}), ("parser", {"min_action_freq": 1}), ("ner", {})):
        nlp.add_pipe(name, config=config)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(25):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("spacy")
    return train(tmp_path_factory.mktemp("universal") / "pipeline", UNIVERSAL)


def sentences() -> tuple[Sentence, ...]:
    from dataclasses import replace

    first, second, third = split_sentences(TEXT, "en")
    return first, second, replace(third, furniture=True)


def rows(sent: Sentence) -> list[tuple[str, str, int | None, str, str]]:
    return [(token.text, token.pos, token.head, token.relation, token.entity) for token in sent.tokens]


@needs_spacy
def test_spacy_reads_our_tokens(pipeline: Path) -> None:
    reader = open_reader(f"spacy:{pipeline}", "en")
    assert isinstance(reader, Reader)
    read = reader.read(TEXT, sentences())
    assert rows(read[0]) == [
        ("Police", "NOUN", 1, "nsubj", ""),
        ("arrested", "VERB", -1, "root", ""),
        ("Ana", "PROPN", 1, "obj", "B-PER"),
        ("Roca", "PROPN", 2, "flat", "I-PER"),
        ("in", "ADP", 5, "case", ""),
        ("Calama", "PROPN", 1, "obl", "B-LOC"),
        (".", "PUNCT", 1, "punct", ""),
    ]
    assert [token.relation for token in read[1].tokens] == ["det", "nsubj", "root", "punct"]
    assert read[2] == sentences()[2]
    assert [token.span for sent in read for token in sent.tokens] == [t.span for s in sentences() for t in s.tokens]
    # There is no lemmatiser in the pipeline: our own form stays.
    assert [token.lemma for token in read[0].tokens] == [token.lemma for token in sentences()[0].tokens]
    assert all(not sent.predicates for sent in read)


@needs_spacy
def test_spacy_version_names_the_pipeline(pipeline: Path) -> None:
    import spacy

    reader = open_spacy(str(pipeline), "en")
    assert reader.name == f"spacy:{pipeline}"
    assert reader.version == f"en_pipeline 0.0.0 spaCy {spacy.__version__}"


@needs_spacy
def test_spacy_draws_clear_trees_anew(tmp_path: Path) -> None:
    read = open_spacy(str(train(tmp_path / "clear", CLEAR)), "en").read(TEXT, sentences())
    assert [(t.text, t.head, t.relation) for t in read[0].tokens] == [
        ("Police", 1, "nsubj"),
        ("arrested", -1, "root"),
        ("Ana", 3, "compound"),
        ("Roca", 1, "obj"),
        ("in", 5, "case"),
        ("Calama", 1, "obl"),
        (".", 1, "punct"),
    ]


@needs_spacy
def test_spacy_leaves_trees_of_other_schemes_out(tmp_path: Path) -> None:
    read = open_spacy(str(train(tmp_path / "tiger", TIGER)), "en").read(TEXT, sentences())
    assert {(t.head, t.relation) for t in read[0].tokens} == {(None, "")}
    assert [t.pos for t in read[0].tokens] == UNIVERSAL["tags"]


@needs_spacy
def test_spacy_gives_every_sentence_one_root(pipeline: Path) -> None:
    """Whatever the text: long, empty, of marks alone."""
    text = "Calama. " + "arrested " * 400 + ". … — !! ¡ñ!\n\n" + "Ana " * 3000
    split = split_sentences(text, "en")
    read = [sent for sent in open_spacy(str(pipeline), "en").read(text, split) if not sent.furniture]
    assert len(read) == 3
    for sent in read:
        assert [token.head for token in sent.tokens].count(-1) == 1
        assert all(token.head is not None and -1 <= token.head < len(sent.tokens) for token in sent.tokens)
    assert open_spacy(str(pipeline), "en").read("", ()) == ()


@needs_spacy
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda about: about | {"spacy_version": ">=2.0.0,<2.1.0"}, "reader_version"),
        (lambda about: about | {"lang": "es"}, "reader_missing"),
    ],
    ids=["another spaCy", "another language"],
)
def test_spacy_refuses_what_is_made_for_others(tmp_path: Path, pipeline: Path, change: Change, code: str) -> None:
    import shutil

    copy = shutil.copytree(pipeline, tmp_path / "copy")
    about = copy / "meta.json"
    about.write_text(json.dumps(change(json.loads(about.read_text()))))
    with pytest.raises(ReaderError) as caught:
        open_spacy(str(copy), "en")
    assert (caught.value.code, caught.value.where) == (code, str(copy))


@needs_spacy
@pytest.mark.parametrize("lost", ["config.cfg", "parser", "ner/model"])
def test_spacy_tells_a_damaged_pipeline(tmp_path: Path, pipeline: Path, lost: str) -> None:
    import shutil

    copy = shutil.copytree(pipeline, tmp_path / "copy")
    path = copy / lost
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.write_bytes(b"\x00damaged")
    with pytest.raises(ReaderError) as caught:
        open_spacy(str(copy), "en")
    assert caught.value.code == "reader_broken"


@pytest.mark.parametrize("place", ["", "en_core_web_sm", "/nowhere/at/all"])
def test_spacy_takes_only_folders(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReaderError, match=r"meta\.json") as caught:
        open_spacy(place, "en")
    assert caught.value.code == "reader_broken"


def test_spacy_that_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "en", "spacy_version": ""}')
    (tmp_path / "config.cfg").write_text("[nlp]\n")
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ReaderError, match="pip install") as caught:
        open_spacy(str(tmp_path), "en")
    assert caught.value.code == "reader_missing"


def test_spacy_reader_of_no_name_is_told() -> None:
    with pytest.raises(ReaderError, match="none, small, small-3, small-6, spacy, endpoint") as caught:
        open_reader("bigger", "en")
    assert caught.value.code == "reader_unknown"
