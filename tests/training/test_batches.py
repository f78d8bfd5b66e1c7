"""Examples as tensors. Needs torch."""

import pytest

pytest.importorskip("torch", reason="torch is installed for training only")

from training.batches import NOTHING, cut, tensors
from training.examples import Example
from training.pieces import Pieces

PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "paro"])


@pytest.mark.parametrize(
    ("relation", "number"),
    [("obl:arg", 1), ("obl:mod", 0), ("list", NOTHING)],
    ids=["known", "known-in-plain-form", "never-seen"],
)
def test_a_relation_of_the_test_part_need_not_be_known(relation, number):
    example = Example("a", ("Paro",), ("NOUN",), (-1,), (relation,))
    assert tensors([cut(example, PIECES)], ("obl", "obl:arg")).relations.tolist() == [[number]]
