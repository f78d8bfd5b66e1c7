"""The best dependency tree of a table of scores: Chu and Liu 1965, Edmonds 1967, with exactly one root."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Heads = NDArray[np.int64]
ROOT = -1


def best_heads(scores: NDArray[np.floating]) -> Heads:
    """The heads of the tree with the highest sum of scores; -1 for its one root.

    Args:
        scores: [W, W+1], finite. Row i: how well each head suits word i; column 0 is the root, column j+1 word j. What
            a word scores as its own head is not looked at.
    """
    table = np.array(scores, dtype=np.float64)
    size = len(table)
    words = np.arange(size)
    table[words, words + 1] = -np.inf
    heads: Heads = table.argmax(axis=1) - 1
    if is_tree(heads):
        return heads
    heads = _spanning(table)
    if np.count_nonzero(heads == ROOT) == 1:
        return heads
    # Every further root now costs more than any other choice can win, so the best tree has one. Not done at first,
    # since a root that nobody wants leaves many more cycles to draw together.
    table[:, 0] -= (np.ptp(table[np.isfinite(table)]) + 1.0) * (size + 1)
    return _spanning(table)


def is_tree(heads: Heads) -> bool:
    """Whether heads (-1 for the root) have one root and no cycle."""
    if np.count_nonzero(heads == ROOT) != 1:
        return False
    # Node 0 is the root; each turn doubles the steps taken upwards.
    above = np.concatenate([[0], heads + 1])
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return not above.any()


@dataclass(frozen=True, slots=True)
class _Ring:
    """A cycle that was drawn together into its first node."""

    nodes: Heads
    heads: Heads
    """The heads inside the cycle, node by node."""
    enter: Heads
    """For each node outside: the node of the cycle that it would take as a dependent."""
    leave: Heads
    """For each node outside: the node of the cycle that would be its head."""


def _spanning(table: Floats) -> Heads:
    """The best tree of any number of roots: cycles drawn together until there are none, then opened, the last first."""
    size = len(table) + 1
    weights = np.full((size, size), -np.inf)
    weights[1:] = table
    living = np.ones(size, dtype=np.bool_)
    rings: list[_Ring] = []
    while True:
        alive = np.flatnonzero(living)
        heads = np.zeros(size, dtype=np.int64)
        heads[alive[1:]] = alive[weights[np.ix_(alive[1:], alive)].argmax(axis=1)]
        found = _rings(heads, alive)
        if not found:
            break
        for nodes in found:
            rings.append(_draw_together(weights, nodes, heads))
            living[nodes[1:]] = False
    for ring in reversed(rings):
        _open(ring, heads)
    return heads[1:] - 1


def _rings(heads: Heads, alive: Heads) -> list[Heads]:
    """The nodes of every cycle, each in ascending order; no two cycles share a node."""
    colour = np.zeros(len(heads), dtype=np.int64)
    colour[0] = 1
    found: list[Heads] = []
    for start in alive.tolist():
        node = start
        while not colour[node]:
            colour[node] = start + 1
            node = int(heads[node])
        if colour[node] == start + 1 and node:
            ring = [node]
            while (node := int(heads[node])) != ring[0]:
                ring.append(node)
            found.append(np.array(sorted(ring), dtype=np.int64))
    return found


def _draw_together(weights: Floats, nodes: Heads, heads: Heads) -> _Ring:
    """Makes the first node of a cycle stand for all of it; the others' weights are dead from here on."""
    first, own = nodes[0], weights[nodes, heads[nodes]]
    gains = weights[nodes] - own[:, None]
    ring = _Ring(nodes, heads[nodes], nodes[gains.argmax(axis=0)], nodes[weights[:, nodes].argmax(axis=1)])
    entering, leaving = gains.max(axis=0), weights[:, nodes].max(axis=1)
    weights[first], weights[:, first] = entering, leaving
    weights[first, nodes] = -np.inf
    return ring


def _open(ring: _Ring, heads: Heads) -> None:
    """Gives the nodes of a cycle their own heads back, and those that hung on it the node that they hang on."""
    first = ring.nodes[0]
    above = heads[first]
    hung = np.flatnonzero(heads == first)
    heads[hung] = ring.leave[hung]
    broken = ring.enter[above]
    heads[ring.nodes] = ring.heads
    heads[broken] = above
