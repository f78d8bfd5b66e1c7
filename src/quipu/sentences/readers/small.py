"""The small reader: one small network for parts of speech, trees, names, predicates and roles."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from quipu.model import Predicate, Role, Sentence
from quipu.sentences.readers.decode import Floats, Numbers, best_labels, spans_of
from quipu.sentences.readers.network import ROOT_RELATION, Network, Scores
from quipu.sentences.readers.parse import Parse, filled, joined
from quipu.sentences.readers.trees import best_heads
from quipu.sentences.readers.windows import Batch, batched, cut_windows

# Swept 64 to 4,096 on news reports with the network of six layers: 256 is the fastest, 1,024 a third slower (a batch
# then no longer fits the cache), and its peak of memory 30 MB higher.
MOST_PIECES = 256


@dataclass(frozen=True, slots=True)
class SmallReader:
    """Reads with a network that ships with quipu; opens no connection and downloads nothing."""

    name: str
    language: str
    network: Network
    most_pieces: int = MOST_PIECES
    """Pieces in a batch, which bounds its memory."""

    @property
    def version(self) -> str:
        """The version of the weights."""
        return self.network.version

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """The sentences with tags, trees, lemmas, names, predicates and roles; one without tokens stays as it is."""
        parses = self.parse([[token.text for token in sent.tokens] for sent in sentences])
        return tuple(
            sent if parse is None else filled(sent, parse, self.language)
            for sent, parse in zip(sentences, parses, strict=True)
        )

    def parse(
        self, sentences: Sequence[Sequence[str]], asked: Sequence[Collection[int]] | None = None
    ) -> list[Parse | None]:
        """The parses of sentences given as their words; None for a sentence without words.

        With `asked`, the words (by index) of each sentence that are taken for its predicates, whatever the network
        says.
        """
        pieces = self.network.pieces
        windows = [window for at, words in enumerate(sentences) for window in cut_windows(at, words, pieces)]
        parts: list[dict[int, Parse]] = [{} for _ in sentences]
        for batch in batched(windows, pieces, self.most_pieces):
            for window, parse in zip(batch.windows, _decoded(batch, self.network, asked), strict=True):
                parts[window.sentence][window.begin] = parse
        return [joined([own[begin] for begin in sorted(own)]) if own else None for own in parts]


def _decoded(batch: Batch, network: Network, asked: Sequence[Collection[int]] | None) -> Iterator[Parse]:
    """The parse of each window of a batch."""
    scores = network.run(batch)
    if asked is not None:
        _ask(scores.predicate, batch, asked)
    heads = [best_heads(scores.arc[row, :size, : size + 1]) for row, size in enumerate(batch.lengths)]
    relations = _relations(scores, heads, network)
    tags = scores.tag.argmax(axis=-1)
    entities = best_labels(scores.entity, batch.lengths, network.entities)
    predicates = _predicates(scores, batch.lengths, network)
    for row, size in enumerate(batch.lengths):
        names = [network.entities.names[number] for number in entities[row, :size]]
        yield Parse(
            tuple(network.tags[number] for number in tags[row, :size]),
            tuple(int(head) for head in heads[row]),
            relations[row],
            tuple("" if name == "O" else name for name in names),
            predicates[row],
        )


def _ask(predicate: Floats, batch: Batch, asked: Sequence[Collection[int]]) -> None:
    """Sets the scores of predicates so that those asked for, and no others, are found."""
    predicate[:] = -1.0
    for row, window in enumerate(batch.windows):
        words = [at - window.begin for at in asked[window.sentence]]
        predicate[row, [at for at in words if 0 <= at < len(window.words)]] = 1.0


def _relations(scores: Scores, heads: Sequence[Numbers], network: Network) -> list[tuple[str, ...]]:
    """The best relation of each word to its head; `root` if and only if the head is the root."""
    child = np.concatenate([scores.child[row, : len(own)] for row, own in enumerate(heads)])
    parent = np.concatenate([scores.parent[row, own + 1] for row, own in enumerate(heads)])
    found = network.relation.pairs(child, parent)
    root = network.relations.index(ROOT_RELATION)
    found[:, root] = np.where(np.concatenate(heads) < 0, np.inf, -np.inf)
    names = [network.relations[number] for number in found.argmax(axis=1)]
    ends = np.cumsum([len(own) for own in heads])
    return [tuple(names[end - len(own) : end]) for own, end in zip(heads, ends, strict=True)]


def _predicates(scores: Scores, lengths: Numbers, network: Network) -> list[tuple[Predicate, ...]]:
    """The predicates of each window with their roles."""
    counts = np.arange(scores.predicate.shape[1]) < lengths[:, None]
    rows, words = np.nonzero((scores.predicate > 0) & counts)
    found: list[list[Predicate]] = [[] for _ in lengths]
    if len(rows):
        table = network.role_scores(scores, rows, words, lengths)
        best = best_labels(table, lengths[rows], network.roles, apart=words)
        for row, word, labels in zip(rows, words, best, strict=True):
            found[row].append(Predicate(int(word), _roles(labels[: lengths[row]], network)))
    return [tuple(own) for own in found]


def _roles(labels: Numbers, network: Network) -> tuple[Role, ...]:
    return spans_of([network.roles.names[number] for number in labels])
