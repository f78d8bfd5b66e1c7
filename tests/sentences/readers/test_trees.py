"""The best tree: against every tree there is for short sentences, and what must hold for long ones."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.sentences.readers.trees import ROOT, best_heads, is_tree

# Heads by word, -1 for the root; whether they are one tree.
SHAPES = [
    ((-1,), True),
    ((-1, 0), True),
    ((1, -1, 1), True),
    ((1, 2, 3, -1), True),
    ((-1, -1), False),
    ((1, 0), False),
    ((-1, 2, 1), False),
    ((0, -1), False),
    ((1, 2, 0), False),
    ((-1, 2, 3, 1, 0), False),
]


def _walked(heads: tuple[int, ...]) -> bool:
    """Whether heads are one tree, by walking up from every word."""
    for start in range(len(heads)):
        at, steps = start, 0
        while at != ROOT and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at != ROOT:
            return False
    return heads.count(ROOT) == 1


def _sum(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


@st.composite
def _tables(draw: st.DrawFn, longest: int) -> np.ndarray:
    size = draw(st.integers(1, longest))
    # Few different whole numbers make ties, floats none.
    score = st.integers(-3, 3).map(float) if draw(st.booleans()) else st.floats(-50, 50, width=32)
    return np.array(draw(st.lists(score, min_size=size * (size + 1), max_size=size * (size + 1)))).reshape(
        size, size + 1
    )


@pytest.mark.parametrize(("heads", "wanted"), SHAPES, ids=[str(heads) for heads, _ in SHAPES])
def test_is_tree(heads: tuple[int, ...], wanted: bool) -> None:
    assert is_tree(np.array(heads)) is wanted
    assert _walked(heads) is wanted


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_is_tree_agrees_with_walking_for_all_heads(size: int) -> None:
    for heads in itertools.product(range(-1, size), repeat=size):
        assert is_tree(np.array(heads)) == _walked(heads), heads


@given(_tables(longest=5))
def test_best_heads_is_the_best_of_all_trees(scores: np.ndarray) -> None:
    size = len(scores)
    trees = [heads for heads in itertools.product(range(-1, size), repeat=size) if _walked(heads)]
    found = tuple(int(head) for head in best_heads(scores))
    assert _walked(found)
    assert _sum(scores, found) == pytest.approx(max(_sum(scores, heads) for heads in trees), abs=1e-6)


@given(_tables(longest=40))
def test_best_heads_is_a_tree_and_no_worse_than_any_chain(scores: np.ndarray) -> None:
    found = tuple(int(head) for head in best_heads(scores))
    assert _walked(found)
    chain = tuple(range(-1, len(scores) - 1))
    assert _sum(scores, found) >= _sum(scores, chain) - 1e-6


def test_best_heads_of_nested_cycles() -> None:
    # 0 and 1 want each other, the two of them and 2 want each other, and all of them want 3, which wants them.
    scores = np.full((4, 5), -9.0)
    scores[0, 2], scores[1, 1], scores[2, 1], scores[0, 3], scores[3, 3], scores[2, 4] = 9, 9, 8, 7, 6, 5
    scores[1, 0] = 1.0
    assert best_heads(scores).tolist() == [1, -1, 0, 2]


def test_best_heads_takes_one_root_even_where_all_words_want_to_be_it() -> None:
    scores = np.zeros((6, 7))
    scores[:, 0] = 100.0
    scores[2, 0] = 101.0
    assert best_heads(scores).tolist().count(ROOT) == 1


def test_best_heads_leaves_scores_alone() -> None:
    scores = np.ones((3, 4))
    best_heads(scores)
    assert (scores == 1).all()


def test_best_heads_of_the_longest_window() -> None:
    scores = np.random.default_rng(7).normal(size=(510, 511))
    assert is_tree(best_heads(scores))
