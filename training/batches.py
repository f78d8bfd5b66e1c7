"""Examples to tensors: word pieces, the layers that each sentence carries, batches of like length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import torch
from torch import Tensor

from training.examples import Example
from training.labels import ENTITIES, TAGS, role_tags
from training.pieces import CLS, SEP, Pieces, case_of

NOTHING = -100
"""The label of what an example does not say; no loss is taken there."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences side by side. `events` are rows (sentence, predicate); `roles` the BIO numbers of each row."""

    pieces: Tensor
    case: Tensor
    mask: Tensor
    first: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor
    entities: Tensor
    predicates: Tensor
    events: Tensor
    roles: Tensor

    def to(self, device: str) -> "Batch":
        """The same batch on a device."""
        return Batch(*(getattr(self, one.name).to(device) for one in fields(self)))


@dataclass(frozen=True, slots=True)
class Cut:
    """One example's word pieces, their case and the first piece of each word."""

    example: Example
    pieces: tuple[int, ...]
    case: tuple[int, ...]
    first: tuple[int, ...]


def cut(example: Example, pieces: Pieces, cased: bool = True) -> Cut:
    """The example as pieces; without `cased` every word passes for lower case (text without capitals)."""
    found, cases, first = [pieces.ids[CLS]], [0], []
    cutter = pieces.of(example.language)
    for word in example.words:
        first.append(len(found))
        parts = cutter.cut(word)
        found.extend(parts)
        cases.extend([case_of(word if cased else word.lower())] * len(parts))
    return Cut(example, (*found, pieces.ids[SEP]), (*cases, 0), tuple(first))


def varied(example: Example, chance: random.Random) -> Example:
    """Now and then without its last mark, as headlines and captions stand."""
    last = len(example.words) - 1
    if last < 3 or chance.random() > 0.12 or example.words[last] not in ".!?" or not example.heads:
        return example
    if last in example.heads or any(end > last for _, roles in example.predicates or () for _, _, end in roles):
        return example
    short = {
        name: None if getattr(example, name) is None else getattr(example, name)[:last]
        for name in ("words", "tags", "heads", "relations", "entities")
    }
    return replace(example, **short)


def batches(cuts: Sequence[Cut], size: int, chance: random.Random | None) -> Iterator[list[Cut]]:
    """Batches of at most `size` pieces, padding counted, alike in length; shuffled where `chance` is given."""
    noisy = sorted(cuts, key=lambda one: len(one.pieces) + (chance.random() * 4 if chance else 0))
    groups: list[list[Cut]] = [[]]
    for one in noisy:
        group = groups[-1]
        if group and (len(group) + 1) * max(len(one.pieces), len(group[-1].pieces) + 4) > size:
            groups.append([])
        groups[-1].append(one)
    if chance:
        chance.shuffle(groups)
    yield from groups


def tensors(group: Sequence[Cut], relations: Sequence[str]) -> Batch:
    """One batch as padded tensors."""
    number = {relation: at for at, relation in enumerate(relations)}
    longest = max(len(one.pieces) for one in group)
    words = max(len(one.first) for one in group)

    def padded(rows: list[list[int]], width: int, fill: int) -> Tensor:
        return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])

    def layer(name: str, values: dict[str, int]) -> Tensor:
        rows = []
        for one in group:
            labels = getattr(one.example, name)
            rows.append([] if labels is None else [_number(values, label) for label in labels])
        return padded(rows, words, NOTHING)

    events, roles = [], []
    for at, one in enumerate(group):
        for predicate in one.example.predicates or ():
            events.append((at, predicate[0]))
            roles.append(role_tags(len(one.first), predicate))
    return Batch(
        pieces=padded([list(one.pieces) for one in group], longest, 0),
        case=padded([list(one.case) for one in group], longest, 0),
        mask=padded([[1] * len(one.pieces) for one in group], longest, 0),
        first=padded([list(one.first) for one in group], words, 0),
        tags=layer("tags", {tag: at for at, tag in enumerate(TAGS)}),
        heads=padded([[head + 1 for head in one.example.heads or ()] for one in group], words, NOTHING),
        relations=layer("relations", number),
        entities=layer("entities", {entity: at for at, entity in enumerate(ENTITIES)}),
        predicates=padded([_predicates(one) for one in group], words, NOTHING),
        events=torch.tensor(events, dtype=torch.long).reshape(-1, 2),
        roles=padded(roles, words, NOTHING) if roles else torch.zeros((0, words), dtype=torch.long),
    )


def _number(values: dict[str, int], label: str) -> int:
    """The number of a label or of its plain form; nothing for one that the data to fit on has not."""
    return values.get(label, values.get(label.split(":")[0], NOTHING))


def _predicates(one: Cut) -> list[int]:
    if one.example.predicates is None:
        return []
    marked = {at for at, _ in one.example.predicates}
    return [int(at in marked) for at in range(len(one.first))]
