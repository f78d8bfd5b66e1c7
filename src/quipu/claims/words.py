"""The closed lists that rules ask about: people, cues of modality, kinds of counting. Compiled once per language."""

from functools import cache
from typing import Self

from quipu.claims.frames import words_of
from quipu.claims.word_files import ChainFile, ClauseFile, CountingFile, ModalityFile, PeopleFile, TotalsFile
from quipu.lexicon import load

Phrase = tuple[str, ...]


class Phrases(frozenset[str]):
    """A list of phrases that can be looked for at a token; as a set, its phrases of one word.

    Rules ask about single words some hundred times a sentence: a set answers without a call of Python.
    """

    __slots__ = ("by_first",)
    by_first: dict[str, tuple[Phrase, ...]]
    """The phrases by their first word, longest first."""

    def __new__(cls, entries: frozenset[str]) -> Self:
        """Compiles a list of phrases as YAML gives it."""
        by_first: dict[str, list[Phrase]] = {}
        for entry in entries:
            cut = words_of(entry)
            by_first.setdefault(cut[0], []).append(cut)
        self = super().__new__(cls, (first for first, found in by_first.items() if (first,) in found))
        self.by_first = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}
        return self

    def at(self, words: tuple[str, ...], index: int) -> int:
        """How many words of the longest phrase that begins at `index`, 0 for none."""
        if words[index] not in self.by_first:
            return 0
        for phrase in self.by_first[words[index]]:
            if words[index : index + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def within(self, words: tuple[str, ...], begin: int, end: int) -> int | None:
        """Where the first phrase that lies inside [begin, end) begins, or None."""
        begin = max(begin, 0)
        if self.may_begin(words, begin, end):
            for index in range(begin, min(end, len(words))):
                length = self.at(words, index)
                if length and index + length <= end:
                    return index
        return None

    def each(self, words: tuple[str, ...], begin: int, end: int) -> list[int]:
        """Where phrases begin in [begin, end), in order; they may end behind it."""
        return [
            at for at in range(max(begin, 0), min(end, len(words))) if words[at] in self.by_first and self.at(words, at)
        ]

    def may_begin(self, words: tuple[str, ...], begin: int, end: int) -> bool:
        """Whether a word of [begin, end), both at least 0, is the first of a phrase: mostly none is."""
        return not self.by_first.keys().isdisjoint(words[begin:end])


class Lists(dict[str, Phrases]):
    """All lists of one language: those of people as attributes, those of counting, clauses and totals by YAML key."""

    def __init__(self, language: str) -> None:
        people = load("people", language, PeopleFile)
        modality = load("modality", language, ModalityFile)
        self.language = language
        self._groups = {
            tuple(words_of(noun)): group
            for nouns in (people.singular, people.plural)
            for group, entries in nouns.items()
            for noun in entries
        }
        anybody = frozenset[str]().union(*people.singular.values(), *people.plural.values())
        self.anybody = Phrases(anybody)
        self.many = Phrases(frozenset().union(*people.plural.values()))
        self.one = Phrases(frozenset().union(*people.singular.values()))
        minors = people.plural.get("minor", frozenset())
        self.ageable = Phrases(frozenset().union(*people.singular.values()) | minors | people.aged)
        self.things = Phrases(people.things)
        self.regions = Phrases(people.regions)
        self.cases = Phrases(people.cases)
        self.state_forces = Phrases(people.state_forces)
        self.police = Phrases(people.police)
        self.press = Phrases(people.press)
        self.crowds = Phrases(people.crowds)
        self.somebody = Phrases(anybody | people.crowds | people.state_forces | people.press)
        chain = load("chain", language, ChainFile)
        self.chain = {name: Phrases(getattr(chain, name)) for name in ChainFile.model_fields}
        self.modality = {name: Phrases(getattr(modality, name)) for name in ModalityFile.model_fields}
        counting = load("counting", language, CountingFile)
        clauses = load("clauses", language, ClauseFile)
        totals = load("totals", language, TotalsFile)
        for file in (counting, clauses, totals):
            self.update((name, Phrases(getattr(file, name))) for name in type(file).model_fields)

    def group_at(self, words: tuple[str, ...], index: int) -> tuple[str, int]:
        """The group of the people noun at `index` and its length; ("", 0) where none stands."""
        length = self.anybody.at(words, index)
        return (self._groups[words[index : index + length]], length) if length else ("", 0)


@cache
def lists(language: str) -> Lists:
    """The lists of `language` ("en" or "es")."""
    return Lists(language)
