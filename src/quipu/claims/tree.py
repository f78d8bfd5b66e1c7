"""A sentence's dependency tree to walk on: governors, dependents, and the words that a noun phrase takes in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quipu.claims.named import depth, join_names
from quipu.model import Sentence, Token

Range = tuple[int, int]

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"))
VERBAL = frozenset(("VERB", "AUX"))
# What stays outside a phrase that names somebody: clauses, descriptions behind commas, marks, the phrase's own
# preposition, and what a parser hangs on the noun of a small clause.
_OUTSIDE = frozenset((
    "acl", "acl:relcl", "appos", "parataxis", "punct", "case", "mark", "cc", "cop", "nsubj", "nsubj:pass", "advcl",
    "aux", "aux:pass", "list", "dep", "discourse", "expl", "orphan", "obl", "obl:agent", "ccomp", "xcomp", "csubj",
    "cc:preconj", "obl:unmarked", "nmod:unmarked",
))  # fmt: skip
_COUNTED = frozenset(("nummod", "det:predet"))


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens with their dependents, in text order. Token numbers are those of the sentence."""

    tokens: tuple[Token, ...]
    below: tuple[tuple[int, ...], ...]

    def head(self, at: int) -> int:
        """The governor's number, -1 for the root."""
        head = self.tokens[at].head
        return -1 if head is None else head

    def relation(self, at: int) -> str:
        """The relation to the governor, with its subtype ("nsubj:pass")."""
        return self.tokens[at].relation

    def pos(self, at: int) -> str:
        """The universal part of speech."""
        return self.tokens[at].pos

    def kids(self, at: int, *relations: str) -> Iterator[int]:
        """The dependents of `at` with one of these relations, as spelt."""
        return (kid for kid in self.below[at] if self.tokens[kid].relation in relations)

    def kid(self, at: int, *relations: str) -> int | None:
        """The first dependent with one of these relations."""
        for kid in self.below[at]:
            if self.tokens[kid].relation in relations:
                return kid
        return None

    def case(self, at: int) -> str:
        """The preposition of a phrase by its head, in lower case ("because of" is "because"); "" for none."""
        mark = self.kid(at, "case")
        return "" if mark is None else self.tokens[mark].lower

    def top(self, begin: int, end: int) -> int:
        """The token of [begin, end) that governs the others: the first whose governor lies outside."""
        if end - begin == 1:
            return begin
        outside = [at for at in range(begin, end) if not begin <= self.head(at) < end]
        words = [at for at in outside if self.pos(at) not in ("ADP", "PART", "PUNCT", "DET", "SCONJ")]
        return (words or outside or [begin])[0]

    def is_under(self, at: int, top: int) -> bool:
        """Whether `top` is `at` or governs it over any number of steps."""
        for _ in range(len(self.tokens)):
            if at == top:
                return True
            if at < 0:
                return False
            at = self.head(at)
        return False

    def branch(self, at: int) -> Range:
        """The tokens from the first to behind the last that hang on `at` over any number of steps, `at` with them."""
        below = self._all(at)
        return min(below), max(below) + 1

    def phrase(self, at: int, longest: int = 9) -> Range:
        """The noun phrase around its head without clauses, descriptions and its number.

        A phrase of more than `longest` words (see `length`) gives up its prepositional parts, then what is joined to
        it.
        """
        begin = end = at
        for left_out in (_COUNTED, _COUNTED | {"nmod"}, _COUNTED | {"nmod", "conj"}):
            begin, end = _run(self._kept(at, left_out), at)
            if self.length(begin, end) <= longest:
                break
        return self._without_number(begin, end, at)

    def length(self, begin: int, end: int) -> int:
        """How many words tokens [begin, end) are, a name of several counted as one."""
        return sum(self.relation(at) != "flat" for at in range(begin, end))

    def counted(self, at: int) -> Range:
        """The noun phrase with its number and what is joined to it, without where its people stood or come from."""
        left_out = frozenset[str]() if self.pos(at) == "NUM" else frozenset(("nmod",))
        begin, end = _run(self._kept(at, left_out), at)
        # "A woman in her 30s and two boys": what is joined to a person stands behind how she is described, too.
        described = {token for kid in self.kids(at, "nmod") if kid >= end for token in self._all(kid)}
        for kid in self.kids(at, "conj"):
            joined = self._whole(kid)
            is_next = set(range(end, min(joined))) <= described
            if kid >= end and is_next and self.kid(kid, "nummod", "det") is not None:
                end = max(joined) + 1
        return begin, end

    def _kept(self, at: int, left_out: frozenset[str]) -> set[int]:
        kept = {at}
        for kid in self.below[at]:
            relation = self.relation(kid)
            if relation in _OUTSIDE or relation in left_out:
                continue
            if kid > at and self._is_age(kid):
                continue
            if relation == "conj" and self.pos(kid) not in NOMINAL:
                continue
            if relation == "nmod" and self._opens_list(kid):
                continue
            kept |= self._whole(kid) if relation in ("nmod", "conj") else self._all(kid)
        return kept

    def _is_age(self, at: int) -> bool:
        """ "two men, 15 and 18 years old,": what stands behind a comma and opens with a number."""
        opens = min(self._all(at))
        return (opens < at and self.pos(opens) == "PUNCT" and self.pos(opens + 1) == "NUM") or (
            self.pos(opens) == "NUM" and self.tokens[opens - 1].text == ","
        )

    def _whole(self, at: int) -> set[int]:
        """A prepositional or joined part: its phrase with its preposition, conjunction and number."""
        kept = {at}
        for kid in self.below[at]:
            relation = self.relation(kid)
            if relation in ("case", "cc", "cc:preconj"):
                kept |= self._all(kid)
            elif relation not in _OUTSIDE and not (relation == "nmod" and self._opens_list(kid)):
                if relation in ("nmod", "conj"):
                    kept |= self._whole(kid)
                else:
                    kept |= self._all(kid)
        return kept

    def _all(self, at: int) -> set[int]:
        found, waiting = {at}, [at]
        while waiting:
            for kid in self.below[waiting.pop()]:
                if kid not in found:
                    found.add(kid)
                    waiting.append(kid)
        return found

    def _opens_list(self, at: int) -> bool:
        """ "including two minors": a part behind a verb that serves as preposition is no part of the name."""
        mark = self.kid(at, "case")
        return mark is not None and self.pos(mark) == "VERB"

    def _without_number(self, begin: int, end: int, at: int) -> Range:
        """The phrase from behind its number on ("at least 24 people" is "people")."""
        counts = [kid for kid in self.kids(at, "nummod") if begin <= kid < at]
        last = max((max(self._all(kid)) + 1 for kid in counts), default=begin)
        return (last, end) if last <= at else (begin, end)


def _run(kept: set[int], at: int) -> Range:
    """The unbroken run of tokens around `at`; marks between two kept tokens (hyphens, commas of a list) are bridged."""
    begin, end = at, at + 1
    while begin - 1 in kept or begin - 2 in kept:
        begin -= 1 if begin - 1 in kept else 2
    while end in kept or end + 1 in kept:
        end += 1 if end in kept else 2
    return begin, end


def tree_of(sent: Sentence) -> Tree | None:
    """The tree of a sentence, or None where no parser ran."""
    if not sent.tokens or any(token.head is None for token in sent.tokens):
        return None
    tokens = list(sent.tokens)
    for hyphen in [at for at, token in enumerate(tokens) if token.text == "-"]:
        if 3 <= hyphen < len(tokens) - 1:
            _join_age(tokens, hyphen + 1)
    join_names(tokens)
    below: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head is not None and token.head >= 0:
            below[token.head].append(at)
    return Tree(tuple(tokens), tuple(tuple(kids) for kids in below))


def _join_age(tokens: list[Token], old: int) -> None:
    """ "a 16-year-old": parsers scatter its five words where no noun follows; `old` governs them, and hangs where the
    first of them that hangs elsewhere did."""
    first = old - 4
    words = [token.lower for token in tokens[first : old + 1]]
    if not (words[0].isdigit() and words[1] == words[3] == "-" and words[2] == "year" and words[4] == "old"):
        return
    if old + 1 < len(tokens) and tokens[old + 1].pos in NOMINAL:
        return
    # The nearest to the root: what governs it cannot hang on another of the five, so no ring arises.
    out = min(range(old, first - 1, -1), key=lambda at: depth(tokens, at))
    head, relation = tokens[out].head, tokens[out].relation
    before = tokens[first - 1] if first else tokens[first]
    article = first - 1 if before.pos == "DET" and (before.head or -1) in range(first, old + 1) else first
    for at in range(article, old):
        tokens[at] = replace(tokens[at], head=old, relation="det" if at < first else "compound")
    tokens[old] = replace(tokens[old], head=head, relation=relation)
