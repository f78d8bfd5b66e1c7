"""The closed lists that rules ask about: people, cues of modality, kinds of counting. Compiled once per language."""

from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class Phrases:
    """A list of phrases that can be looked for at a token."""

    by_first: dict[str, tuple[Phrase, ...]]
    singles: frozenset[str]

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
        for index in range(max(begin, 0), min(end, len(words))):
            length = self.at(words, index)
            if length and index + length <= end:
                return index
        return None

    def __contains__(self, word: object) -> bool:
        return word in self.singles


def phrases(entries: frozenset[str]) -> Phrases:
    """Compiles a list of phrases, longest first."""
    by_first: dict[str, list[Phrase]] = {}
    for entry in entries:
        cut = words_of(entry)
        by_first.setdefault(cut[0], []).append(cut)
    ordered = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}
    return Phrases(ordered, frozenset(first for first, found in ordered.items() if (first,) in found))


class Lists:
    """All lists of one language, as attributes named like their YAML keys."""

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
        self.anybody = phrases(frozenset().union(*people.singular.values(), *people.plural.values()))
        self.many = phrases(frozenset().union(*people.plural.values()))
        self.one = phrases(frozenset().union(*people.singular.values()))
        minors = people.plural.get("minor", frozenset())
        self.ageable = phrases(frozenset().union(*people.singular.values()) | minors | people.aged)
        self.things = phrases(people.things)
        self.regions = phrases(people.regions)
        self.cases = phrases(people.cases)
        self.state_forces = phrases(people.state_forces)
        self.police = phrases(people.police)
        self.press = phrases(people.press)
        self.crowds = phrases(people.crowds)
        chain = load("chain", language, ChainFile)
        self.chain = {name: phrases(getattr(chain, name)) for name in ChainFile.model_fields}
        self.modality = {name: phrases(getattr(modality, name)) for name in ModalityFile.model_fields}
        counting = load("counting", language, CountingFile)
        clauses = load("clauses", language, ClauseFile)
        self.counting = {name: phrases(getattr(counting, name)) for name in CountingFile.model_fields}
        totals = load("totals", language, TotalsFile)
        self.counting |= {name: phrases(getattr(clauses, name)) for name in ClauseFile.model_fields}
        self.counting |= {name: phrases(getattr(totals, name)) for name in TotalsFile.model_fields}

    def group_at(self, words: tuple[str, ...], index: int) -> tuple[str, int]:
        """The group of the people noun at `index` and its length; ("", 0) where none stands."""
        length = self.anybody.at(words, index)
        return (self._groups[words[index : index + length]], length) if length else ("", 0)

    def __getitem__(self, name: str) -> Phrases:
        return self.counting[name]


@cache
def lists(language: str) -> Lists:
    """The lists of `language` ("en" or "es")."""
    return Lists(language)
