"""What a smaller network learns from a larger one: its scores on every word, annotated or not."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.loss import WEIGHTS, barred, role_scores
from training.network import Network, biaffine

SHARE = 0.6
"""Of the loss that comes from the teacher's scores; the rest from the annotation."""
_SOFT = 2.0


def imitation(
    student: Network, said: tuple[Tensor, ...], teacher: Network, taught: tuple[Tensor, ...], batch: Batch
) -> Tensor:
    """The weighted sum of the divergences between two networks' scores over one batch."""
    ours, theirs = (_scores(network, outputs, batch) for network, outputs in ((student, said), (teacher, taught)))
    return sum((WEIGHTS[name] * _apart(ours[name], theirs[name]) for name in theirs), torch.zeros(()))


def _scores(network: Network, outputs: tuple[Tensor, ...], batch: Batch) -> dict[str, Tensor]:
    """Rows of scores by layer, for the words that are there; relations at the teacher's or annotated heads."""
    tag, entity, predicate, arc, child, parent, event, part = (one.float() for one in outputs)
    there = _there(batch)
    rows, words = there.nonzero(as_tuple=True)
    bars = barred(arc, batch)
    heads = batch.heads.clamp(min=0)
    found = {
        "tag": tag[there],
        "entity": entity[there],
        "predicate": torch.stack([predicate[there], torch.zeros_like(predicate[there])], -1),
        "arc": bars[there],
        "relation": biaffine(child[rows, words], network.heads.relation, parent[rows, heads[rows, words]]),
    }
    if len(batch.events):
        roles = role_scores(network, event, part, batch)
        found["role"] = roles[there[batch.events[:, 0]]]
    return found


def _there(batch: Batch) -> Tensor:
    """The words that are no padding; the first piece of every word stands behind the opening mark."""
    return batch.first > 0


def _apart(ours: Tensor, theirs: Tensor) -> Tensor:
    """KL(theirs ‖ ours) of softened scores, scaled back to the size of a cross-entropy."""
    target = (theirs / _SOFT).softmax(-1)
    return functional.kl_div((ours / _SOFT).log_softmax(-1), target, reduction="batchmean") * _SOFT**2
