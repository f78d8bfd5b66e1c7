"""Names whose words a parser scattered: one phrase again, under the word that hangs highest.

Names from afar ("Ximena Etchegaray", "Khalid al-Masri", "Oluwaseun Adeyemi") are rare in what parsers learnt from, so
that half a name is hung elsewhere. The reader of names knows their ends better.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import ConfigDict

from quipu.lexicon import Entry, load
from quipu.model import Token

_JOINED = {"B-PER": "PER", "B-LOC": "LOC"}
_GLUE = frozenset("-‐'’")
_WIDEST_GAP = 3
_CORE = ("nsubj", "nsubj:pass", "obj", "iobj")


class NameWords(Entry):
    """What is read of `common/names.yml`."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    person_particles: frozenset[str]


def join_names(tokens: list[Token]) -> None:
    """Hangs every word of a name of a person or place, where two of them hang elsewhere, on the highest of them."""
    for begin, end in _names(tokens):
        loose = [at for at in range(begin, end) if tokens[at].head not in range(begin, end)]
        # What governs the nearest to the root cannot hang on another word of the name, so no ring arises.
        top = min(loose, key=lambda at: (depth(tokens, at), at))
        for at in loose:
            if at != top:
                tokens[at] = replace(tokens[at], head=top, relation="flat")
        if begin and tokens[begin].entity == "B-PER" and _has_title(tokens, begin - 1, top):
            tokens[top] = replace(tokens[top], head=begin - 1, relation="flat")


def _has_title(tokens: list[Token], title: int, name: int) -> bool:
    """ "opposition politician Amina Yusuf": a name right behind its title, no mark between, is one phrase with it.

    Parsers make it an apposition, or a second part of the verb's before it; a preposition would stand between the two.
    """
    noun, named = tokens[title], tokens[name]
    if noun.pos != "NOUN" or noun.entity:
        return False
    beside = noun.relation in _CORE and named.relation in _CORE and named.head == noun.head
    return (named.relation == "appos" and named.head == title) or (beside and (noun.head or 0) < title)


def _names(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The ranges of names of at least two words, particles and hyphens between them included."""
    behind = 0
    for at in [at for at, token in enumerate(tokens) if token.entity in _JOINED]:
        if at < behind:
            continue
        behind = name_end(tokens, at, _JOINED[tokens[at].entity])
        if behind > at + 1:
            yield at, behind


def name_end(tokens: Sequence[Token], begin: int, kind: str) -> int:
    """Where the name that begins at `begin` ends; `kind` is "PER" or "LOC"."""
    end = begin + 1
    while True:
        # Two people do not stand side by side without a mark: a second beginning is a name cut in two.
        while end < len(tokens) and tokens[end].entity in ((f"I-{kind}", "B-PER") if kind == "PER" else (f"I-{kind}",)):
            end += 1
        gap = end
        while gap < len(tokens) and gap - end < _WIDEST_GAP and _bridges(tokens, gap, kind):
            gap += 1
        if gap == end or gap >= len(tokens) or not tokens[gap].entity.endswith(f"-{kind}"):
            return end
        end = gap + 1


def _bridges(tokens: Sequence[Token], at: int, kind: str) -> bool:
    """Whether a token can stand inside a name: a person's particle ("Cusco de Puno" is no town), or a mark without a
    space on either side."""
    token = tokens[at]
    if token.text in _GLUE:
        return tokens[at - 1].span.end == token.span.start and (
            at + 1 < len(tokens) and tokens[at + 1].span.start == token.span.end
        )
    return kind == "PER" and token.text in load("names", "common", NameWords).person_particles


def depth(tokens: list[Token], at: int) -> int:
    """How many tokens govern a token, directly or not."""
    depth = 0
    while (head := tokens[at].head) is not None and head >= 0:
        at, depth = head, depth + 1
    return depth
