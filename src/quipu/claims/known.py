"""Who short names are short for: "Okoro" is "Ada Okoro", "the ARN" the "Altiplano Rights Network", within a document.

Only where one full name remains; the words of a claim stay as they are, with the name beside them.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quipu.claims.frames import fold
from quipu.claims.tree import Tree, tree_of
from quipu.claims.words import lists
from quipu.model import Claim, Name, Reading, Sentence, Span, Words
from quipu.sentences.gazetteer import fold as plain

Range = tuple[int, int]
_LINKS = frozenset(("flat", "appos", "compound"))
_FEWEST_LETTERS = 2
_WIDEST = 10


@dataclass(frozen=True, slots=True)
class Names:
    """The full names of a document, and its sentences to look words up in."""

    reading: Reading
    people: tuple[Name, ...]
    bodies: tuple[Name, ...]
    acronyms: dict[str, tuple[Name, ...]]

    def in_full(self, claim: Claim) -> Claim:
        """The claim with the full names of its roles and sources beside their words."""
        return replace(
            claim,
            actor=self._of(claim.actor),
            target=self._of(claim.target),
            attribution=self._of(claim.attribution),
            chain=tuple(found for link in claim.chain if (found := self._of(link)) is not None),
        )

    def _of(self, words: Words | None) -> Words | None:
        if words is None or words.span is None:
            return words
        sents = self.reading.sentences
        at = bisect_right([sent.span.start for sent in sents], words.span.start) - 1
        if at < 0 or not sents[at].span.holds(words.span):
            return words
        name = self._name(words, sents[at])
        return replace(words, named=name) if name is not None and name.text != words.text else words

    def _name(self, words: Words, sent: Sentence) -> Name | None:
        inside = [at for at, token in enumerate(sent.tokens) if words.span and words.span.holds(token.span)]
        if not inside:
            return None
        begin, end = inside[0], inside[-1] + 1
        person = _person(sent, begin, end)
        found = _one(self.people, [plain(sent.tokens[at].text) for at in range(*person)]) if person else None
        return found or self._body([token.text for token in sent.tokens[begin:end]], words.span)

    def _body(self, said: list[str], span: Span | None) -> Name | None:
        """The body that a phrase names in full, by its acronym, or by its common noun where it was named before."""
        is_definite = fold(said[0]) in lists(self.reading.language)["definite"]
        core = said[is_definite:]
        if core[-1:] == [")"] and "(" in core:
            core = core[: core.index("(")]
        if len(core) > 1:
            introduced = (name for names in self.acronyms.values() for name in names)
            return next((name for name in introduced if _cut(name) == [plain(word) for word in core]), None)
        if not core:
            return None
        if core[0] in self.acronyms:
            names = {name.text: name for name in reversed(self.acronyms[core[0]])}
            return next(iter(names.values())) if len(names) == 1 else None
        if not is_definite or not core[0].islower():
            return None
        return _one_body([name for name in self.bodies if span and name.span.end <= span.start], plain(core[0]))


def find_names(reading: Reading) -> Names:
    """The full names that a document gives; none where no reader marked names."""
    people: list[Name] = []
    bodies: list[Name] = []
    acronyms: dict[str, tuple[Name, ...]] = {}
    for sent in reading.sentences:
        for kind, found in (("PER", people), ("ORG", bodies)):
            for begin, end in _runs(sent, kind):
                if end - begin > 1:
                    found.append(_spelt(reading, sent, begin, end))
        for short, begin, end in _introduced(sent):
            bodies.append(_spelt(reading, sent, begin, end))
            acronyms[short] = (*acronyms.get(short, ()), bodies[-1])
    return Names(reading, tuple(people), tuple(bodies), acronyms)


def _spelt(reading: Reading, sent: Sentence, begin: int, end: int) -> Name:
    span = replace(sent.tokens[begin].span, end=sent.tokens[end - 1].span.end)
    return Name(span.of(reading.document.text), span)


def _runs(sent: Sentence, kind: str) -> Iterator[Range]:
    """The names of a kind as the reader marks them, all of whose words have a capital but for particles."""
    at, tokens = 0, sent.tokens
    while at < len(tokens):
        end = at + 1
        if tokens[at].entity == f"B-{kind}":
            while end < len(tokens) and tokens[end].entity == f"I-{kind}":
                end += 1
            if tokens[at].text[0].isupper() and tokens[end - 1].text[0].isupper():
                yield at, end
        at = end


def _person(sent: Sentence, begin: int, end: int) -> Range | None:
    """The name that a phrase is headed by ("President Okoro", "Ada Okoro, a nurse"), not "Okoro's lawyers"."""
    tree = tree_of(sent)
    runs = [run for run in _runs(sent, "PER") if begin <= run[0] and run[1] <= end]
    if tree is None or len(runs) != 1:
        return None
    first, last = runs[0]
    if last < len(sent.tokens) and sent.tokens[last].lower in ("'s", "’s", "'", "’"):
        return None
    if last < end and sent.tokens[last].pos == "VERB":
        return None  # "Okoro resigning" is a deed
    return runs[0] if _heads(tree, (first, last), tree.top(begin, end)) else None


def _heads(tree: Tree, run: Range, top: int) -> bool:
    first, last = run
    titled = top == first - 1 and any(tree.head(at) == top and tree.relation(at) in _LINKS for at in range(first, last))
    return first <= top < last or titled


def _one(names: tuple[Name, ...], said: list[str]) -> Name | None:
    """The longest of the names that `said` may stand for, where all of them are one person's."""
    fitting = [name for name in names if _fits(_cut(name), said)]
    if not fitting:
        return None
    longest = max(fitting, key=lambda name: (len(_cut(name)), -name.span.start))
    whole = _cut(longest)
    return longest if all(_is_within(_cut(name), whole) for name in fitting) else None


def _fits(name: list[str], said: list[str]) -> bool:
    return said[0] in (name[0], name[-1]) if len(said) == 1 else _is_within(said, name)


def _is_within(part: list[str], whole: list[str]) -> bool:
    """Whether a name's words stand in another's in this order ("Ada Okoro" in "Ada Ruth Okoro")."""
    rest = iter(whole)
    return all(word in rest for word in part)


def _one_body(names: list[Name], noun: str) -> Name | None:
    fitting = {tuple(_cut(name)): name for name in reversed(names) if noun in (_cut(name)[0], _cut(name)[-1])}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _cut(name: Name) -> list[str]:
    return [plain(word) for word in name.text.split()]


def _introduced(sent: Sentence) -> Iterator[tuple[str, int, int]]:
    """Acronyms in brackets behind the name whose initials they are: "the Altiplano Rights Network (ARN)"."""
    tokens = sent.tokens
    for at in range(2, len(tokens) - 2):
        short = tokens[at + 1].text
        if tokens[at].text != "(" or tokens[at + 2].text != ")" or not short.isupper() or len(short) < _FEWEST_LETTERS:
            continue
        for begin in range(at - 2, max(-1, at - _WIDEST), -1):
            initials = [token.text[0] for token in tokens[begin:at] if token.text[0].isupper()]
            if "".join(initials) == short:
                yield short, begin, at
                break
