"""A run of another language starts from a reader of the base language. Needs torch."""

import pytest

pytest.importorskip("torch", reason="torch is installed for training only")
pytest.importorskip("tokenizers", reason="tokenizers is installed for training only")

import torch
from torch import nn

from training.batches import cut, tensors
from training.begin import BASE, begin_other, shipped
from training.examples import Example
from training.labels import ROLES
from training.network import Network, Shape
from training.pieces import Pieces
from training.runs import Run, load, save

ENGLISH = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "hub", "##o", "par", "calm", "the"]
FIT = [
    Example(str(at), ("Hubo", "paró"), ("VERB", "NOUN"), (-1, 0), ("root", "obl:arg"), ("O", "O")) for at in range(6)
]


@pytest.fixture
def english(tmp_path):
    """The weights of an English reader, saved."""
    torch.manual_seed(3)
    relations = ("nsubj", "obl", "root")
    network = Network(Shape(len(relations), len(ROLES), layers=1))
    rows = nn.Embedding(len(ENGLISH), network.shape.width)
    save(Run(network, rows, Pieces(ENGLISH), relations), tmp_path / "en")
    return tmp_path / "en"


@pytest.mark.parametrize("replay", [False, True], ids=["alone", "with-replay"])
def test_layers_heads_and_rows_start_from_the_english_reader(english, replay):
    before, run = load(english), begin_other(FIT, english, 30, 1, replay)
    old, new = before.network.state_dict(), run.network.state_dict()
    assert all(torch.equal(old[name], new[name]) for name in old if name != "heads.relation")
    assert torch.equal(
        new["heads.relation"][run.relations.index("obl:arg")], old["heads.relation"][before.relations.index("obl")]
    )
    table, row = before.rows.weight, run.rows.weight[run.pieces.ids["hubo"]]
    assert torch.allclose(row, (table[ENGLISH.index("hub")] + table[ENGLISH.index("##o")]) / 2)
    assert ("nsubj" in run.relations) is replay


def test_both_languages_go_through_one_batch_and_only_the_own_pieces_are_shipped(english, tmp_path):
    run = begin_other(FIT, english, 30, 1, True)
    calm = Example("en", ("the", "calm"), entities=("O", "O"), language=BASE)
    batch = tensors([cut(FIT[0], run.pieces), cut(calm, run.pieces)], run.relations)
    own = len(run.pieces.vocabulary)
    assert (batch.pieces[0] < own).all()
    assert (batch.pieces[1, 1:3] >= own).all()
    run.network.eval()
    said = run.outputs(batch)[0][0]
    save(shipped(run), tmp_path / "es")
    again = load(tmp_path / "es")
    again.network.eval()
    alone = tensors([cut(FIT[0], again.pieces)], again.relations)
    assert again.pieces.vocabulary == run.pieces.vocabulary
    assert torch.allclose(again.outputs(alone)[0][0], said, atol=1e-5)
