"""Scores of a sentence reader against treebanks: words, sentences, lemmas, tags, trees, names and roles.

Everything is counted as `Score` (right, gold, system), so that figures of several files can be added up.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conllu import Word

ROLES = ("ARG0", "ARG1")
Spans = Sequence[tuple[int, int]]


class Role(NamedTuple):
    """One role of a predicate: its label, and the words from `start` to `end` (from 0, end exclusive)."""

    label: str
    start: int
    end: int


class Predicate(NamedTuple):
    """The number of the predicate's word (from 0) and its roles."""

    index: int
    roles: Sequence[Role]


class Name(NamedTuple):
    """A named entity: the words from `start` to `end` (from 0, end exclusive) and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what is right, of what gold holds and of what the system gave."""

    right: int = 0
    gold: int = 0
    system: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.gold + other.gold, self.system + other.system)

    @property
    def precision(self) -> float:
        """0 to 1; 0 where the system gave nothing."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """0 to 1; 0 where gold holds nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """0 to 1; the accuracy where both sides have the same words."""
        return 2 * self.right / (self.gold + self.system) if self.gold + self.system else 0.0


def score_sets(gold: Iterable[object], system: Iterable[object]) -> Score:
    """How many things both sides hold."""
    one, two = set(gold), set(system)
    return Score(len(one & two), len(one), len(two))


def bare_spans(sentences: Iterable[Sequence[str]]) -> list[list[tuple[int, int]]]:
    """Each word's place among the characters that are not white space, which both sides have in common (CoNLL 2018)."""
    at, spans = 0, []
    for words in sentences:
        own = []
        for word in words:
            size = sum(not mark.isspace() for mark in word)
            own.append((at, at + size))
            at += size
        spans.append(own)
    return spans


def sentence_spans(spans: Iterable[Spans]) -> list[tuple[int, int]]:
    """The spans of sentences from those of their words; sentences without words are left out."""
    return [(own[0][0], own[-1][1]) for own in spans if own]


def score_trees(gold: Sequence[Sequence[Word]], system: Sequence[Sequence[Word]]) -> dict[str, Score]:
    """`upos`, `uas` and `las` over the same words: punctuation counts, relations count with their subtypes.

    Raises ValueError where the two sides do not have the same number of words in each sentence.
    """
    pairs = [pair for one, two in zip(gold, system, strict=True) for pair in zip(one, two, strict=True)]
    return {
        "upos": _counted(g.tag == s.tag for g, s in pairs),
        "uas": _counted(g.head == s.head for g, s in pairs),
        "las": _counted((g.head, g.relation) == (s.head, s.relation) for g, s in pairs),
    }


def score_raw(gold: Sequence[Sequence[Word]], system: Sequence[Sequence[Word]]) -> dict[str, Score]:
    """As CoNLL 2018, where each side has cut the same text by itself: `words`, `sentences`, and `lemmas`, `upos`, `uas`
    and `las` over the words that both sides have.

    A head is right where it is the same word on both sides, or the root on both. Unlike CoNLL 2018, relations count
    with their subtypes. Raises ValueError where the two sides are not cut from the same text.
    """
    one, two = ([[word.form for word in sent] for sent in side] for side in (gold, system))
    if _bare(one) != _bare(two):
        raise ValueError("the two sides are not cut from the same text")
    spans = bare_spans(one), bare_spans(two)
    known = [dict(_placed(side, own)) for side, own in zip((gold, system), spans, strict=True)]
    scores = {
        "words": score_sets(known[0], known[1]),
        "sentences": score_sets(sentence_spans(spans[0]), sentence_spans(spans[1])),
    }
    for name, fields in {"lemmas": (1,), "upos": (2,), "uas": (3,), "las": (3, 4)}.items():
        sides = [{(span, *(row[field] for field in fields)) for span, row in side.items()} for side in known]
        scores[name] = score_sets(*sides)
    return scores


def score_names(gold: Sequence[Sequence[Name]], system: Sequence[Sequence[Name]]) -> Score:
    """Named entities of the same sentences: the same words and the same label."""
    return _sum(score_sets(one, two) for one, two in zip(gold, system, strict=True))


def score_roles(
    gold: Sequence[Sequence[Predicate]], system: Sequence[Sequence[Predicate]], labels: Sequence[str] = ROLES
) -> Score:
    """Roles of gold's predicates: the same words and the same label. Only `labels` count, so continued roles (`C-`) and
    relative pronouns (`R-`) are left out; what the system says of other predicates is not looked at, and a predicate
    it did not see has lost its roles.
    """
    scores = []
    for one, two in zip(gold, system, strict=True):
        known = {predicate.index for predicate in one}
        scores.append(score_sets(_roles(one, known, labels), _roles(two, known, labels)))
    return _sum(scores)


def _roles(predicates: Sequence[Predicate], known: set[int], labels: Sequence[str]) -> Iterator[tuple[int, Role]]:
    for index, roles in predicates:
        if index in known:
            yield from ((index, Role(*role)) for role in roles if role[0] in labels)


def _counted(hits: Iterable[bool]) -> Score:
    seen = list(hits)
    return Score(sum(seen), len(seen), len(seen))


def _sum(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def _bare(sentences: Iterable[Sequence[str]]) -> str:
    return "".join("".join(word.split()) for sent in sentences for word in sent)


def _placed(
    side: Sequence[Sequence[Word]], spans: Sequence[Spans]
) -> Iterator[tuple[tuple[int, int], tuple[object, ...]]]:
    """Each word's span with the word, its head as a span."""
    for words, own in zip(side, spans, strict=True):
        for word, span in zip(words, own, strict=True):
            yield span, (word.form, word.lemma, word.tag, own[word.head - 1] if word.head else None, word.relation)
