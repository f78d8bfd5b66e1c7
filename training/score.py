"""Figures of a network on examples with gold words: tags, trees, names, predicates and roles."""

from collections.abc import Sequence

import torch

from training.batches import batches, cut, tensors
from training.decode import best_tags, spans, tree
from training.examples import Example
from training.labels import ENTITIES, ROLES, TAGS
from training.loss import barred, role_scores
from training.network import biaffine
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


@torch.no_grad()
def score(run: Run, examples: Sequence[Example]) -> dict[str, float]:
    """UPOS, UAS, LAS (all words, whole relations), entities, predicates, ARG0/ARG1 and all roles: F1 in per cent."""
    network = run.network
    network.eval()
    tallies = {name: Tally() for name in ("upos", "uas", "las", "entity", "predicate", "arg01", "role")}
    for group in batches([cut(one, run.pieces) for one in examples], 3000, None):
        batch = tensors(group, run.relations)
        tag, entity, predicate, arc, child, parent, event, part = run.outputs(batch)
        arc = barred(arc, batch)
        for at, one in enumerate(group):
            example, size = one.example, len(one.first)
            if example.tags:
                guess = tag[at, :size].argmax(-1).tolist()
                tallies["upos"].add(
                    {(i, TAGS[g]) for i, g in enumerate(guess)}, {(i, t) for i, t in enumerate(example.tags)}
                )
            if example.heads and example.relations:
                heads = tree(arc[at, :size, : size + 1].numpy())
                labels = biaffine(child[at, :size], network.heads.relation, parent[at, [h + 1 for h in heads]])
                names = [run.relations[g] for g in labels.argmax(-1).tolist()]
                tallies["uas"].add(set(enumerate(heads)), set(enumerate(example.heads)))
                tallies["las"].add(
                    set(zip(range(size), heads, names, strict=True)),
                    set(zip(range(size), example.heads, example.relations, strict=True)),
                )
            if example.entities:
                guess = best_tags(entity[at, :size].numpy(), ENTITIES)
                tallies["entity"].add(set(spans([ENTITIES[g] for g in guess])), set(spans(list(example.entities))))
            if example.predicates is not None:
                said = {(i,) for i in range(size) if predicate[at, i] > 0}
                tallies["predicate"].add(said, {(i,) for i, _ in example.predicates})
        if len(batch.events):
            scores = role_scores(network, event, part, batch).numpy()
            rows = [(group[at], p) for at, one in enumerate(group) for p in one.example.predicates or ()]
            for (one, (_, roles)), row in zip(rows, scores, strict=True):
                said = set(spans([ROLES[g] for g in best_tags(row[: len(one.first)], ROLES)]))
                tallies["role"].add(said, {(b, e, label) for label, b, e in roles})
                core = ("ARG0", "ARG1")
                tallies["arg01"].add(
                    {one for one in said if one[2] in core}, {(b, e, label) for label, b, e in roles if label in core}
                )
    return {name: tally.f1 for name, tally in tallies.items() if tally.there}
