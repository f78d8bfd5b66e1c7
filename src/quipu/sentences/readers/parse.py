"""What a reader says of one sentence, and putting it into the sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quipu.model import Predicate, Role, Sentence, Token
from quipu.sentences.lemmas import lemma_of
from quipu.sentences.readers.trees import ROOT

JOINED = "parataxis"
"""The relation by which the further parts of an over-long sentence hang on the root of its first part."""


@dataclass(frozen=True, slots=True)
class Parse:
    """One label or head for each word of a sentence, and its predicates. A head is a word's index, -1 for the root."""

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    """`B-PER` …, "" outside names."""
    predicates: tuple[Predicate, ...]


def joined(parts: Sequence[Parse]) -> Parse:
    """The parts of one sentence as one parse: one tree, its root that of the first part."""
    if len(parts) == 1:
        return parts[0]
    top = parts[0].heads.index(ROOT)
    heads: list[int] = []
    relations: list[str] = []
    predicates: list[Predicate] = []
    for number, part in enumerate(parts):
        begin = len(heads)
        heads += [begin + head if head != ROOT else (top if number else ROOT) for head in part.heads]
        relations += [
            JOINED if number and head == ROOT else name for name, head in zip(part.relations, part.heads, strict=True)
        ]
        predicates += [_moved(predicate, begin) for predicate in part.predicates]
    return Parse(
        _chained(part.tags for part in parts),
        tuple(heads),
        tuple(relations),
        _chained(part.entities for part in parts),
        tuple(predicates),
    )


def filled(sentence: Sentence, parse: Parse, language: str) -> Sentence:
    """The sentence with a parse of its tokens; spans, text and mentions stay as they are."""
    words = zip(sentence.tokens, parse.tags, parse.heads, parse.relations, parse.entities, strict=True)
    tokens = tuple(
        Token(token.span, token.text, lemma_of(token.text, tag, language), tag, head, relation, entity)
        for token, tag, head, relation, entity in words
    )
    return replace(sentence, tokens=tokens, predicates=parse.predicates)


def _moved(predicate: Predicate, by: int) -> Predicate:
    roles = tuple(Role(role.label, role.begin + by, role.end + by) for role in predicate.roles)
    return Predicate(predicate.token + by, roles)


def _chained(rows: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(label for row in rows for label in row)
