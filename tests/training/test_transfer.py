"""Word pieces of a new language and the rows they start from. Needs torch, which only training needs."""

import random

import pytest

pytest.importorskip("torch", reason="torch is installed for training only")
pytest.importorskip("tokenizers", reason="tokenizers is installed for training only")

import torch

from training.begin import BASE, Bilingual, replayed
from training.examples import Example
from training.pieces import Pieces
from training.transfer import learn_pieces, renamed, start_rows

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
ENGLISH = [*SPECIAL, "el", "protest", "##as", "##cion", "na", "n", "##a", "##c", "##n", "!"]


def test_a_vocabulary_with_accents_keeps_them_and_one_without_drops_them():
    spanish = Pieces([*SPECIAL, "él", "el"])
    english = Pieces([*SPECIAL, "el"])
    assert (spanish.accents, english.accents) == (True, False)
    assert spanish.cut("ÉL") != spanish.cut("El")
    assert english.cut("ÉL") == english.cut("El")


def test_a_decomposed_accent_is_the_same_letter():
    spanish = Pieces([*SPECIAL, "él", "el"])
    assert spanish.cut("e\u0301l") == spanish.cut("él") == (4,)


@pytest.mark.parametrize(
    ("piece", "parts"),
    [
        pytest.param("el", ["el"], id="known"),
        pytest.param("él", ["el"], id="known-without-accent"),
        pytest.param("protestas", ["protest", "##as"], id="word"),
        pytest.param("nación", ["na", "##cion"], id="accented-word"),
        pytest.param("##ción", ["##cion"], id="continuation"),
        pytest.param("##nac", ["##n", "##a", "##c"], id="continuation-of-crumbs"),
        pytest.param("##xa", ["[UNK]", "##a"], id="unknown-letter"),
    ],
)
def test_a_row_starts_as_the_mean_of_its_parts(piece, parts):
    base = Pieces(ENGLISH)
    rows = torch.eye(len(ENGLISH))
    expected = rows[[ENGLISH.index(part) for part in parts]].mean(0)
    assert torch.equal(start_rows([piece], base, rows)[0], expected)


def test_pieces_learnt_cover_every_word_of_latin_script():
    learnt = learn_pieces(["Protestas", "protestas", "Él", "él", "él"] * 3, 60)
    assert learnt[:4] == SPECIAL
    assert len(set(learnt)) == len(learnt)
    pieces = Pieces(learnt)
    assert pieces.accents
    assert len(pieces.cut("protestas")) == 1
    for word in ("Şahin", "Ñuflo", "Łódź", "12.500", "«paro»"):
        assert pieces.ids["[UNK]"] not in pieces.cut(word)


def test_labels_keep_their_weights_by_name():
    weight = torch.arange(3.0)[:, None, None].expand(3, 2, 2) + 1
    found = renamed(weight, ("case", "obl", "root"), ("case", "iobj", "obl:arg", "root"))
    assert found[:, 0, 0].tolist() == [1.0, 0.0, 2.0, 3.0]


def test_each_language_is_cut_into_its_own_pieces():
    own, base = Pieces([*SPECIAL, "paro", "é"]), Pieces([*SPECIAL, "strike", "paro"])
    both = Bilingual(own, base)
    assert both.of("").cut("paro") == (4,)
    assert both.of(BASE).cut("paro") == (len(own.vocabulary) + 5,)
    assert both.of(BASE).cut("Strike") == (len(own.vocabulary) + 4,)


def test_only_sentences_with_names_or_roles_are_replayed():
    plain = [Example(str(at), ("Calm", "returned"), tags=("NOUN", "VERB")) for at in range(5)]
    rich = [Example(f"n{at}", ("Lima",), entities=("B-LOC",)) for at in range(5)]
    found = replayed(plain + rich, 0.5, plain + plain[:1], random.Random(3))
    assert len(found) == 3
    assert all(one.entities and one.language == BASE for one in found)
