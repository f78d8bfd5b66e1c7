"""Rows that know how their pieces are spelt, and words that know how they end. Needs torch."""

import pytest

pytest.importorskip("torch", reason="torch is installed for training only")

import torch

from training.network import Network, Shape, last_pieces
from training.spelling import Spelled, letter_groups

VOCABULARY = ["[PAD]", "[UNK]", "paro", "##aron", "##eron", "!"]


def test_rows_start_as_they_were_given():
    rows = torch.randn(8, 4)
    assert torch.equal(Spelled(VOCABULARY, rows).weight, rows)


def test_looked_up_rows_are_those_of_the_table():
    spelled = Spelled(VOCABULARY, torch.randn(8, 4))
    torch.nn.init.normal_(spelled.letters.weight)
    ids = torch.tensor([[3, 2, 3], [0, 7, 5]])
    assert torch.allclose(spelled(ids), spelled.weight[ids])


def test_what_is_learnt_of_an_ending_reaches_pieces_that_share_it():
    spelled = Spelled(VOCABULARY, torch.zeros(8, 4))
    optimizer = torch.optim.SGD(spelled.parameters(), lr=1.0)
    spelled(torch.tensor([[3]])).sum().backward()
    optimizer.step()
    moved = spelled.weight.detach().abs().sum(1)
    assert moved[3] > moved[4] > 0
    assert moved[[0, 1, 5, 6, 7]].tolist() == [0.0] * 5


@pytest.mark.parametrize(
    ("piece", "count"),
    [("[CLS]", 0), ("!", 3), ("[", 3), ("##s", 1), ("##os", 3)],
    ids=["special", "mark", "bracket", "one-letter-end", "two-letter-end"],
)
def test_letter_groups_mark_the_ends_of_a_piece(piece, count):
    assert len(letter_groups(piece)) == count


@pytest.mark.parametrize(
    ("first", "length", "last"),
    [
        pytest.param([1, 2, 3], 5, [1, 2, 3], id="a-piece-a-word"),
        pytest.param([1, 3, 4], 8, [2, 3, 6], id="several-pieces"),
        pytest.param([1], 6, [4], id="one-word"),
        pytest.param([1, 4, 0, 0], 7, [3, 5], id="padded-words"),
    ],
)
def test_the_last_piece_stands_before_the_next_word(first, length, last):
    mask = torch.tensor([[1] * length + [0, 0]])
    found = last_pieces(torch.tensor([first]), mask)
    assert found[0, : len(last)].tolist() == last
    assert (found >= 0).all()
    assert (found < length).all()


def test_a_word_does_not_see_its_ending_before_training():
    torch.manual_seed(1)
    small = {"width": 12, "attention": 2, "inner": 8, "layers": 1, "arc": 4, "relation": 4, "role": 4, "positions": 9}
    shapes = [Shape(relations=3, roles=5, ends=ends, **small) for ends in (False, True)]
    plain, ended = (Network(shape).eval() for shape in shapes)
    ended.load_state_dict(ended.state_dict() | plain.state_dict())
    pieces, case, mask, first = (
        torch.randn(1, 6, 12),
        torch.ones(1, 6).long(),
        torch.ones(1, 6).long(),
        torch.tensor([[1, 3]]),
    )
    for one, other in zip(plain(pieces, case, mask, first), ended(pieces, case, mask, first), strict=True):
        assert torch.equal(one, other)
