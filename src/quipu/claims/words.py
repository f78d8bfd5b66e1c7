"""The closed lists that rules ask about: people, cues of modality, kinds of counting. Compiled once per language."""

from functools import cache
from typing import Self

from quipu.claims.frames import words_of
from quipu.lexicon import Entry, load

Phrase = tuple[str, ...]


class PeopleFile(Entry):
    """`<language>/people.yml`."""

    plural: dict[str, frozenset[str]]
    singular: dict[str, frozenset[str]]
    things: frozenset[str]
    aged: frozenset[str]
    regions: frozenset[str]
    cases: frozenset[str]
    state_forces: frozenset[str]
    police: frozenset[str]
    press: frozenset[str]
    crowds: frozenset[str]
    limbs: frozenset[str]
    trunk: frozenset[str]


class ModalityFile(Entry):
    """`<language>/modality.yml`."""

    negation: frozenset[str]
    negation_verbs: frozenset[str]
    planned: frozenset[str]
    demanded: frozenset[str]
    hypothetical: frozenset[str]
    reported: frozenset[str]
    perfect: frozenset[str]
    questions: frozenset[str]
    realised: frozenset[str]
    planned_after: frozenset[str]
    undone: frozenset[str]
    told: frozenset[str]
    foretelling: frozenset[str]
    conditions: frozenset[str]
    cancels: frozenset[str]
    denials: frozenset[str]
    denied_opens: frozenset[str]
    accusing: frozenset[str]
    announcing: frozenset[str]
    recorded: frozenset[str]
    evidence: frozenset[str]
    tidings: frozenset[str]
    missed: frozenset[str]


class CountingFile(Entry):
    """`<language>/counting.yml`."""

    cumulative: frozenset[str]
    bounded: frozenset[str]
    perfect: frozenset[str]
    revision: frozenset[str]
    addition: frozenset[str]
    addition_only: frozenset[str]
    subset: frozenset[str]
    indirect: frozenset[str]
    toll: frozenset[str]
    toll_from: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    aux: frozenset[str]
    leave: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    they: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    by: frozenset[str]
    of: frozenset[str]
    agents: frozenset[str]
    breaks: frozenset[str]
    said: frozenset[str]
    named_places: frozenset[str]
    self: frozenset[str]
    ages: frozenset[str]
    months: frozenset[str]
    labels: frozenset[str]
    since: frozenset[str]
    began: frozenset[str]
    starting: frozenset[str]
    occur: frozenset[str]
    light: frozenset[str]
    shared: frozenset[str]


class ClauseFile(Entry):
    """`<language>/clauses.yml`."""

    endings: frozenset[str]
    forceful: frozenset[str]
    reached: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    definite_many: frozenset[str]
    single: frozenset[str]
    another: frozenset[str]
    both: frozenset[str]
    age_adverbs: frozenset[str]
    attempted: frozenset[str]
    of_case: frozenset[str]
    no_one: frozenset[str]
    owners: frozenset[str]
    groups: frozenset[str]
    couples: frozenset[str]
    than: frozenset[str]
    age_before: frozenset[str]
    age_after: frozenset[str]
    age_noun: frozenset[str]
    not_counts: frozenset[str]
    against: frozenset[str]
    infinitive: frozenset[str]
    inner: frozenset[str]
    present: frozenset[str]
    subjects: frozenset[str]
    near: frozenset[str]
    votes: frozenset[str]
    vote_sides: frozenset[str]
    decided: frozenset[str]
    undecided: frozenset[str]
    vote_failed: frozenset[str]
    vote_links: frozenset[str]
    vote_camps: frozenset[str]
    modals: frozenset[str]
    demand_opens: frozenset[str]
    demand_leads: frozenset[str]
    demand_items: frozenset[str]
    demand_ends: frozenset[str]
    listing: frozenset[str]
    asides: frozenset[str]
    whole: frozenset[str]
    stranded: frozenset[str]
    opens_noun: frozenset[str]
    list_and: frozenset[str]
    absolute: frozenset[str]
    aimed: frozenset[str]
    located: frozenset[str]
    between: frozenset[str]
    routes: frozenset[str]
    institutions: frozenset[str]
    personal: frozenset[str]
    inquiries: frozenset[str]
    two_sided: frozenset[str]
    by_courts: frozenset[str]
    person_pronouns: frozenset[str]
    group_pronouns: frozenset[str]
    speaker_pronouns: frozenset[str]
    those: frozenset[str]
    subject_controls: frozenset[str]
    earlier: frozenset[str]
    day_counts: frozenset[str]
    away: frozenset[str]
    amid: frozenset[str]
    assessments: frozenset[str]
    soon_after: frozenset[str]
    sites: frozenset[str]


class TotalsFile(Entry):
    """`<language>/totals.yml`."""

    keepers: frozenset[str]
    kept: frozenset[str]
    kept_perfect: frozenset[str]
    givers: frozenset[str]
    figures: frozenset[str]
    pointing: frozenset[str]
    happenings: frozenset[str]
    incidents: frozenset[str]
    number_verbs: frozenset[str]
    causes: frozenset[str]
    entering: frozenset[str]
    omitting: frozenset[str]
    misentered: frozenset[str]
    to_people: frozenset[str]
    figure_moves: frozenset[str]
    figure_changes: frozenset[str]
    everywhere: frozenset[str]
    across: frozenset[str]
    up_to: frozenset[str]
    several: frozenset[str]
    own: frozenset[str]
    indirect_parts: frozenset[str]
    offices: frozenset[str]
    among: frozenset[str]


class ChainFile(Entry):
    """`<language>/chain.yml`."""

    citing: frozenset[str]
    records: frozenset[str]
    addressed: frozenset[str]
    occasions: frozenset[str]
    media: frozenset[str]
    media_names: frozenset[str]
    not_media: frozenset[str]


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
        self.update(limbs=Phrases(people.limbs), trunk=Phrases(people.trunk))
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
