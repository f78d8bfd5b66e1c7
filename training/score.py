"""Figures of a network on examples with gold words: tags, trees, names, predicates and roles."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.batches import Cut, batches, cut, tensors
from training.decode import best_tags, spans, tree
from training.examples import Example
from training.labels import ENTITIES, ROLES, TAGS
from training.loss import barred, role_scores
from training.network import OUTPUTS, biaffine
from training.runs import Run


class Tally:
    """Right, said and there, to precision, recall and F1 or to accuracy, in per cent."""

    def __init__(self) -> None:
        self.right = self.said = self.there = 0

    def add(self, said: set[tuple[object, ...]], there: set[tuple[object, ...]]) -> None:
        """Counts what was said against what is there."""
        self.right += len(said & there)
        self.said += len(said)
        self.there += len(there)

    @property
    def f1(self) -> float:
        """2·right / (said + there), in per cent; accuracy where as much is said as there is."""
        return round(200 * self.right / max(1, self.said + self.there), 2)


_CORE = ("ARG0", "ARG1")
_KINDS = ("upos", "uas", "las", "entity", "predicate", "arg01", "role")


@torch.no_grad()
def score(run: Run, examples: Sequence[Example]) -> dict[str, float]:
    """UPOS, UAS, LAS (all words, whole relations), entities, predicates, ARG0/ARG1 and all roles: F1 in per cent."""
    run.network.eval()
    tallies = {name: Tally() for name in _KINDS}
    for group in batches([cut(one, run.pieces) for one in examples], 3000, None):
        batch = tensors(group, run.relations)
        outputs = dict(zip(OUTPUTS, run.outputs(batch), strict=True))
        outputs["arc"] = barred(outputs["arc"], batch)
        for at, one in enumerate(group):
            own = {name: values[at] for name, values in outputs.items()}
            _count_words(tallies, one.example, own)
            _count_tree(tallies, one.example, own, run)
        if len(batch.events):
            _count_roles(tallies, group, role_scores(run.network, outputs["event"], outputs["part"], batch).numpy())
    return {name: tally.f1 for name, tally in tallies.items() if tally.there}


def _count_words(tallies: dict[str, Tally], example: Example, own: dict[str, Tensor]) -> None:
    size = len(example.words)
    if example.tags:
        guess = own["tag"][:size].argmax(-1).tolist()
        tallies["upos"].add(set(enumerate(TAGS[number] for number in guess)), set(enumerate(example.tags)))
    if example.entities:
        names = best_tags(own["entity"][:size].numpy(), ENTITIES)
        tallies["entity"].add(set(spans([ENTITIES[number] for number in names])), set(spans(list(example.entities))))
    if example.predicates is not None:
        said = {(at,) for at in range(size) if own["predicate"][at] > 0}
        tallies["predicate"].add(said, {(at,) for at, _ in example.predicates})


def _count_tree(tallies: dict[str, Tally], example: Example, own: dict[str, Tensor], run: Run) -> None:
    if not example.heads or not example.relations:
        return
    size = len(example.words)
    heads = tree(own["arc"][:size, : size + 1].numpy())
    parents = own["parent"][[head + 1 for head in heads]]
    labels = biaffine(own["child"][:size], run.network.heads.relation, parents).argmax(-1).tolist()
    names = [run.relations[number] for number in labels]
    tallies["uas"].add(set(enumerate(heads)), set(enumerate(example.heads)))
    tallies["las"].add(
        set(zip(range(size), heads, names, strict=True)),
        set(zip(range(size), example.heads, example.relations, strict=True)),
    )


def _count_roles(tallies: dict[str, Tally], group: Sequence[Cut], scores: NDArray[np.float32]) -> None:
    rows = [(one, roles) for one in group for _, roles in one.example.predicates or ()]
    for (one, roles), row in zip(rows, scores, strict=True):
        said = set(spans([ROLES[number] for number in best_tags(row[: len(one.first)], ROLES)]))
        gold = {(begin, end, label) for label, begin, end in roles}
        tallies["role"].add(said, gold)
        tallies["arg01"].add({one for one in said if one[2] in _CORE}, {one for one in gold if one[2] in _CORE})
