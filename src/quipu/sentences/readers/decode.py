"""Scores to labels: names and roles that begin where they must, and biaffine scores of chosen pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quipu.model import Role

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
OUTSIDE = "O"
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Labels:
    """A set of BIO labels, the first of them "O"."""

    names: tuple[str, ...]
    inside: Numbers
    """The numbers of the labels `I-X`."""
    opening: Numbers
    """For each of them the number of its `B-X`."""

    @classmethod
    def of(cls, names: Sequence[str]) -> "Labels":
        """Raises ValueError where the first is not "O" or an `I-X` has no `B-X`."""
        if not names or names[0] != OUTSIDE:
            raise ValueError(f"the first label must be {OUTSIDE}")
        inside = [number for number, name in enumerate(names) if name.startswith("I-")]
        opening = [list(names).index(f"B-{names[number][2:]}") for number in inside]
        return cls(tuple(names), np.array(inside, dtype=np.int64), np.array(opening, dtype=np.int64))


def best_labels(scores: Floats, lengths: Numbers, labels: Labels, apart: Numbers | None = None) -> Numbers:
    """The best rows of labels in which `I-X` follows only `B-X` or `I-X` (Viterbi), [N, W].

    Args:
        scores: [N, W, T], one row of words for each of N sentences or predicates.
        lengths: [N], the words of each row that count; beyond them every label is "O".
        apart: [N], the one word of each row (a predicate) that no span begins or ends at: it lies in a span only where
            the span goes on to both sides.
    """
    many, width, _ = scores.shape
    rows = np.arange(many)
    emitted = np.array(scores, dtype=np.float32)
    emitted[np.arange(width) >= lengths[:, None]] = _NEVER
    emitted[..., 0] = np.where(np.arange(width) >= lengths[:, None], 0, emitted[..., 0])
    if apart is not None:
        begins = [number for number, name in enumerate(labels.names) if name.startswith("B-")]
        emitted[rows[:, None], apart[:, None], begins] = _NEVER
    total = emitted[:, 0].copy() if width else np.zeros((many, 1), dtype=np.float32)
    total[:, labels.inside] = _NEVER
    back = np.zeros((many, width, len(labels.names)), dtype=np.int64)
    for at in range(1, width):
        free = _may_end(total, None if apart is None else apart == at - 1)
        total, back[:, at] = _step(total, free, labels)
        total += emitted[:, at]
    found = np.zeros((many, width), dtype=np.int64)
    best = _may_end(total, None if apart is None else apart == width - 1).argmax(axis=1)
    for at in range(width - 1, -1, -1):
        found[:, at] = best
        best = back[rows, at, best]
    return found


def _may_end(total: Floats, barred: NDArray[np.bool_] | None) -> Floats:
    """The scores of rows whose span may end here: in those that are barred only "O" goes on."""
    if barred is None or not barred.any():
        return total
    free = total.copy()
    free[barred, 1:] = 2 * _NEVER
    return free


def _step(total: Floats, free: Floats, labels: Labels) -> tuple[Floats, Numbers]:
    """From the scores of all rows that end in each label to those one word on, without that word's own."""
    before = free.argmax(axis=1)
    reached = np.repeat(np.take_along_axis(free, before[:, None], axis=1), total.shape[1], axis=1)
    came = np.repeat(before[:, None], total.shape[1], axis=1)
    opened, within = total[:, labels.opening], total[:, labels.inside]
    reached[:, labels.inside] = np.maximum(opened, within)
    came[:, labels.inside] = np.where(opened >= within, labels.opening, labels.inside)
    return reached, came


def spans_of(row: Sequence[str]) -> tuple[Role, ...]:
    """The spans of a well-formed row of BIO labels, in text order; `end` is exclusive."""
    found: list[Role] = []
    for at, label in enumerate(row):
        if label[0] == "B":
            found.append(Role(label[2:], at, at + 1))
        elif label[0] == "I":
            found[-1] = Role(label[2:], found[-1].begin, at + 1)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Biaffine:
    """Scores of labels for pairs of vectors: [left, 1] @ weights[label] @ [right, 1]."""

    weights: Floats
    """[R+1, T, R+1]: left, label, right; one matrix product then serves all pairs of a batch."""

    @classmethod
    def of(cls, weights: NDArray[np.float16]) -> "Biaffine":
        """From [T, R+1, R+1], as the artefact keeps them."""
        return cls(np.ascontiguousarray(weights.astype(np.float32).transpose(1, 0, 2)))

    def project(self, left: Floats) -> Floats:
        """[N, R] to [N, T, R+1]: what remains to be multiplied with the right side."""
        size, many, across = self.weights.shape
        product = with_one(left) @ self.weights.reshape(size, many * across)
        return np.asarray(product.reshape(len(left), many, across), dtype=np.float32)

    def pairs(self, left: Floats, right: Floats) -> Floats:
        """The scores of N pairs, [N, T]."""
        return np.asarray((self.project(left) @ with_one(right)[:, :, None])[..., 0], dtype=np.float32)


def with_one(vectors: Floats) -> Floats:
    """Vectors with a 1 behind, so that a product with them has a bias."""
    return np.concatenate([vectors, np.ones((*vectors.shape[:-1], 1), dtype=np.float32)], axis=-1)
