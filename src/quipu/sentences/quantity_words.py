"""The words of quantities: bounds, units and counted nouns, cut into token phrases."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quipu.lexicon import Entry, load
from quipu.model import Token

AGE = "age"
PERCENT = "percent"
LONGEST_PHRASE = 5
Phrases = Mapping[tuple[str, ...], str]


class QuantityWords(Entry):
    """One language's `quantities.yml`."""

    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    at_least_after: tuple[str, ...]
    at_most_after: tuple[str, ...]
    about_after: tuple[str, ...]
    between: frozenset[str]
    between_links: frozenset[str]
    range_links: frozenset[str]
    percent: tuple[str, ...]
    of_links: tuple[str, ...]
    of_between: frozenset[str]
    modifiers: frozenset[str]
    age_after: tuple[str, ...]
    age_before: frozenset[str]
    age_bounds: frozenset[str]
    age_holders: frozenset[str]
    age_links: frozenset[str]
    age_units: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    vague_not_after: frozenset[str]
    persons: frozenset[str]
    one_of: frozenset[str]
    nearby: frozenset[str]
    currencies: dict[str, str | None]
    counted: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rules:
    """One language's words, its phrases cut into tokens."""

    words: QuantityWords
    before: Phrases
    after: Phrases
    percent: Phrases
    age_after: Phrases
    currencies: Phrases
    of_links: Phrases


@cache
def quantity_rules(language: str) -> Rules:
    """The rules of one language ("en" or "es")."""
    words: QuantityWords = load("quantities", language, QuantityWords)
    return Rules(
        words,
        _cut({"at_least": words.at_least, "at_most": words.at_most, "about": words.about}),
        _cut({"at_least": words.at_least_after, "at_most": words.at_most_after, "about": words.about_after}),
        _cut({PERCENT: words.percent}),
        _cut({AGE: words.age_after}),
        {tuple(form.split()): code or "money" for form, code in words.currencies.items()},
        _cut({"of": words.of_links}),
    )


def _cut(phrases: Mapping[str, tuple[str, ...]]) -> Phrases:
    return {tuple(phrase.split()): name for name, forms in phrases.items() for phrase in forms}


def read_phrase(tokens: tuple[Token, ...], at: int, phrases: Phrases) -> tuple[str, int]:
    """The longest phrase that begins at token `at`: its name and the token after it, or ("", 0)."""
    for length in range(min(LONGEST_PHRASE, len(tokens) - at), 0, -1):
        words = tuple(token.lower for token in tokens[at : at + length])
        if words in phrases:
            return phrases[words], at + length
    return "", 0
