"""What the network is wrong about: one sum over the layers that a batch carries."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import NOTHING, Batch
from training.network import Network, biaffine, offsets

WEIGHTS = {"tag": 0.5, "arc": 1.0, "relation": 1.0, "entity": 1.0, "predicate": 0.3, "role": 1.0}
"""Swept coarsely by hand; the tree and the roles are what claims hang on."""


def losses(network: Network, outputs: tuple[Tensor, ...], batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each layer that the batch carries."""
    tag, entity, predicate, arc, child, parent, event, part = (one.float() for one in outputs)
    found: dict[str, Tensor] = {}
    if (batch.tags != NOTHING).any():
        found["tag"] = _cross(tag, batch.tags)
    parsed = batch.heads != NOTHING
    if parsed.any():
        found["arc"] = _cross(barred(arc, batch), batch.heads)
        rows, words = parsed.nonzero(as_tuple=True)
        scores = biaffine(child[rows, words], network.heads.relation, parent[rows, batch.heads[rows, words]])
        found["relation"] = functional.cross_entropy(scores, batch.relations[rows, words])
    if (batch.entities != NOTHING).any():
        found["entity"] = _cross(entity, batch.entities)
    known = batch.predicates != NOTHING
    if known.any():
        found["predicate"] = functional.binary_cross_entropy_with_logits(
            predicate[known], batch.predicates[known].float()
        )
    if len(batch.events):
        found["role"] = _cross(role_scores(network, event, part, batch).float(), batch.roles)
    return found


def barred(arc: Tensor, batch: Batch) -> Tensor:
    """Arc scores with the words that are only padding barred as heads."""
    words = arc.shape[1]
    there = (torch.arange(words, device=arc.device)[None] == 0) | (batch.first > 0)
    heads = functional.pad(there, (1, 0), value=True)
    return arc.masked_fill(~heads[:, None, :], -1e4)


def role_scores(network: Network, event: Tensor, part: Tensor, batch: Batch) -> Tensor:
    """[P, W, T]: the score of each role tag of each word for each predicate of the batch."""
    rows, places = batch.events[:, 0], batch.events[:, 1]
    there = (batch.first > 0)[rows].long()
    found: Tensor = network.roles(event[rows, places], part[rows], offsets(places, part.shape[1]), there)
    return found


def _cross(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=NOTHING)
