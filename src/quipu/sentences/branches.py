"""A sentence's dependency tree for walking: what hangs on a word, and which words its branch covers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quipu.model import Token

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens with their heads; relations are Universal Dependencies of the second version."""

    tokens: Sequence[Token]
    hanging: tuple[tuple[int, ...], ...]
    """For each word those that hang on it, in text order."""

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Tree | None":
        """The tree of a sentence; None where no reader ran."""
        if not tokens or any(token.head is None for token in tokens):
            return None
        hanging: list[list[int]] = [[] for _ in tokens]
        for at, token in enumerate(tokens):
            if token.head is not None and 0 <= token.head < len(tokens):
                hanging[token.head].append(at)
        return cls(tokens, tuple(map(tuple, hanging)))

    def head(self, at: int) -> int:
        """The word that `at` hangs on; -1 for the root."""
        head = self.tokens[at].head
        return -1 if head is None else head

    def below(self, at: int, *relations: str) -> list[int]:
        """What hangs on `at` by one of the relations, given with subtype ("nsubj:pass") or for all subtypes."""
        return [
            one
            for one in self.hanging[at]
            if self.tokens[one].relation in relations or self.tokens[one].relation.partition(":")[0] in relations
        ]

    def is_a(self, at: int, *relations: str) -> bool:
        """Whether `at` hangs by one of the relations, given with subtype or for all subtypes."""
        relation = self.tokens[at].relation
        return relation in relations or relation.partition(":")[0] in relations

    def branch(self, at: int, *, without: Collection[int] = ()) -> Range:
        """From the first to behind the last word of the branch at `at`, leaving out branches at `without`.

        What stands beyond words of other branches is left out: text crosses over far more seldom than parsers err.
        """
        whole = self._covered(at, ())
        first = last = at
        while first - 1 in whole:
            first -= 1
        while last + 1 in whole:
            last += 1
        kept = [one for one in self._covered(at, without) if first <= one <= last]
        return min(kept), max(kept) + 1

    def _covered(self, at: int, without: Collection[int]) -> set[int]:
        covered, waiting = {at}, [at]
        while waiting:
            below = [one for one in self.hanging[waiting.pop()] if one not in without and one not in covered]
            covered.update(below)
            waiting += below
        return covered

    def above(self, at: int) -> list[int]:
        """The words on the way from `at` (left out) to the root."""
        way: list[int] = []
        while (at := self.head(at)) >= 0:
            way.append(at)
        return way


def case_of(tree: Tree, noun: int) -> str:
    """The preposition or subordinator before a word; "" where there is none."""
    return next((tree.tokens[one].lower for one in tree.below(noun, "case", "mark")), "")
