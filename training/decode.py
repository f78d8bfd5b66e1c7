"""Scores to labels: Viterbi under BIO, spans, and the best tree."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

FAR = 1e7


@cache
def moves(tags: tuple[str, ...]) -> NDArray[np.float32]:
    """0 where tag j may follow tag i, else a large negative score."""
    allowed = np.zeros((len(tags), len(tags)), np.float32)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i, before in enumerate(tags):
                if before[2:] != tag[2:]:
                    allowed[i, j] = -1e6
    return allowed


def best_tags(scores: NDArray[np.float32], tags: tuple[str, ...]) -> list[int]:
    """The best row of BIO tags."""
    allowed = moves(tags)
    opening = np.array([-1e6 if tag.startswith("I-") else 0 for tag in tags], np.float32)
    total = scores[0] + opening
    back = np.zeros(scores.shape, np.int64)
    for at in range(1, len(scores)):
        paths = total[:, None] + allowed
        back[at] = paths.argmax(0)
        total = paths.max(0) + scores[at]
    found = [int(total.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        found.append(int(back[at][found[-1]]))
    return found[::-1]


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(begin, end, label) of each stretch."""
    found: list[tuple[int, int, str]] = []
    for at, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((at, at + 1, tag[2:]))
        elif tag.startswith("I-") and found and found[-1][1] == at and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], at + 1, tag[2:])
    return found


def tree(scores: NDArray[np.float32]) -> list[int]:
    """Heads (-1 the root) of the best tree with one root; scores [W, W+1], column 0 the root."""
    size = len(scores)
    scores = scores.copy()
    scores[np.arange(size), np.arange(size) + 1] = -FAR
    heads = scores.argmax(1) - 1
    if (heads == -1).sum() == 1 and not _cycle(heads):
        return [int(head) for head in heads]
    best: tuple[float, list[int]] = (-FAR, [])
    for root in np.argsort(-scores[:, 0])[:3]:
        barred = scores.copy()
        barred[:, 0] = -FAR
        barred[root] = -FAR
        barred[root, 0] = 0.0
        found = _edmonds(np.vstack([np.full(size + 1, -FAR), barred]))
        value = scores[root, 0] + sum(barred[i, h] for i, h in enumerate(found[1:]) if i != root)
        if value > best[0]:
            best = (float(value), [int(h) - 1 for h in found[1:]])
    return best[1]


def _cycle(heads: Sequence[int]) -> list[int]:
    for start in range(len(heads)):
        seen, at = [], start
        while at >= 0 and at not in seen:
            seen.append(at)
            at = int(heads[at])
        if at >= 0:
            return seen[seen.index(at) :]
    return []


def _edmonds(scores: NDArray[np.float32]) -> list[int]:
    """Chu-Liu and Edmonds: heads of nodes 1…n under node 0; scores[child, head]."""
    heads = scores.argmax(1)
    heads[0] = -1
    ring = _cycle([int(h) for h in heads])
    if not ring:
        return [int(head) for head in heads]
    inside = set(ring)
    outside = [node for node in range(len(scores)) if node not in inside]
    size = len(outside)
    small = np.full((size + 1, size + 1), -FAR, scores.dtype)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    own = {node: scores[node, heads[node]] for node in ring}
    enter, leave = [0] * size, [0] * size
    for at, node in enumerate(outside):
        gains = [scores[r, node] - own[r] for r in ring]
        enter[at] = ring[int(np.argmax(gains))]
        small[size, at] = max(gains) + sum(own.values())
        downs = [scores[node, r] for r in ring]
        leave[at] = ring[int(np.argmax(downs))]
        small[at, size] = max(downs)
    found = _edmonds(small)
    result = [int(head) for head in heads]
    for at, node in enumerate(outside):
        if node:
            result[node] = leave[at] if found[at] == size else outside[found[at]]
    entry = enter[found[size]]
    result[entry] = outside[found[size]]
    return result
