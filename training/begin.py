"""What a run starts from: the base model, or a reader of another language with new word pieces."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from training.base import load_base, read_vocabulary
from training.examples import Example
from training.labels import ROLES, relations_of
from training.network import Network, Shape
from training.pieces import Pieces
from training.runs import Run, load
from training.spelling import Spelled
from training.transfer import learn_pieces, renamed, start_rows

BASE = "en"
"""The language of the base model and of the reader that another language starts from."""


class Bilingual(Pieces):
    """The pieces of a language, then those of the base language: one table of rows, each word cut by its own."""

    def __init__(self, own: Pieces, base: Pieces) -> None:
        super().__init__(own.vocabulary)
        self.base = _Shifted(base, len(own.vocabulary))

    def of(self, language: str) -> Pieces:
        """The base pieces for the base language, else these."""
        return self.base if language == BASE else self


class _Shifted(Pieces):
    """Pieces whose numbers stand behind those of others."""

    def __init__(self, pieces: Pieces, by: int) -> None:
        super().__init__(pieces.vocabulary)
        self.ids = {piece: number + by for piece, number in pieces.ids.items()}


def begin_other(fit: Sequence[Example], start: Path | None, size: int, layers: int, replay: bool) -> Run:
    """A run for a language other than the base's, with `size` pieces learnt from the sentences to fit on.

    Args:
        start: the weights of a reader of the base language; None starts from the base model.
        replay: keep the base language's pieces too (`Bilingual`), to go on learning from its corpora.
    """
    before, rows = _before(start, layers)
    relations = relations_of(fit)
    own = Pieces(learn_pieces((word for one in fit for word in one.words), size))
    table = start_rows(own.vocabulary, before.pieces, rows)
    if replay:
        relations = tuple(sorted({*relations, *before.relations}))
        table = torch.cat([table, rows])
    network = Network(replace(before.network.shape, relations=len(relations), ends=True))
    state = before.network.state_dict()
    state["heads.relation"] = renamed(state["heads.relation"], before.relations, relations)
    network.load_state_dict(network.state_dict() | state)
    pieces = Bilingual(own, before.pieces) if replay else own
    return Run(network, Spelled(own.vocabulary, table), pieces, relations)


def replayed(examples: Sequence[Example], share: float, fit: Sequence[Example], chance: random.Random) -> list[Example]:
    """Sentences of the base language, `share` as many as those to fit on; those with names or roles alone, since the
    trees are learnt from the language's own."""
    rich = [one for one in examples if one.entities is not None or one.predicates is not None]
    chosen = chance.sample(rich, min(len(rich), round(share * len(fit))))
    return [replace(one, language=BASE) for one in chosen]


def shipped(run: Run) -> Run:
    """The run as it is saved: without the base language's pieces, each row a plain vector."""
    if not isinstance(run.pieces, Bilingual):
        return run
    size = len(run.pieces.vocabulary)
    rows = nn.Embedding.from_pretrained(run.rows.weight.detach()[:size].clone(), freeze=True)
    return Run(run.network, rows, Pieces(run.pieces.vocabulary), run.relations)


def _before(start: Path | None, layers: int) -> tuple[Run, Tensor]:
    if start is not None:
        run = load(start)
        return run, run.rows.weight.detach()
    network = Network(Shape(1, len(ROLES), layers=layers))
    rows = load_base(network)
    return Run(network, nn.Embedding.from_pretrained(rows), Pieces(read_vocabulary()), ()), rows
