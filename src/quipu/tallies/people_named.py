"""One name for a person: "she", "Correa" and "the minister Correa" are Patricia Correa where the report says so."""

import re
from collections.abc import Iterator
from functools import cache

from quipu.events.where import plain
from quipu.model import Span, Words
from quipu.sentences.actor_words import actor_rules
from quipu.sentences.gazetteer import fold
from quipu.sentences.geography import geography
from quipu.tallies.register_words import register_words
from quipu.tallies.told import Text

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITAL = rf"(?:{_UPPER}\.(?=\s+{_UPPER})|{_UPPER}[\w’'-]*)"
_RUN = re.compile(rf"\b{_CAPITAL}(?:\s+(?:(?:de|del|la|de\s+la|van|von|da|dos|al|bin)\s+)?{_CAPITAL})*")
_LONGEST = 4
# Characters that an office before a name may take.
_OFFICE = 50
_LINKS = ("of", "the", "de", "del", "la", "las", "los", "y", "and", "e")
_BREAK = "\n\n"
# Before a title ("Peru's President Dina Boluarte").
_OWNED = ("'s", "’s")


def name_in(words: str, language: str) -> str | None:
    """The person's name among some words, without titles: "President Dina Boluarte" is Dina Boluarte.

    Of several names the one of a person ("the United States ambassador, Ana Roe"), else the first.
    """
    names = [name for name, _ in _names(words, language)]
    return next((name for name in names if _is_person(name, language)), names[0] if names else None)


def full_name(told: Text, words: str, at: int | None = None) -> tuple[str, Span | None]:
    """The fullest name that the document has for who `words` name, and where; the words themselves where it has none.

    A family name with two bearers stays as it is. `at` is where the words stand: a pronoun is looked up before it.
    """
    said = " ".join(words.split())
    if is_pronoun(said, told.language):
        return _before(told, at, said)
    plainly = said.removesuffix("'s").removesuffix("’s")
    name = name_in(plainly, told.language) or _surname(plainly, told.language)
    if name is None:
        return said, None
    if said.startswith(f"{name}, "):
        return name, None  # "Ana Roe, head of a charity": who is described behind a comma is named before it
    bearers = {found: span for found, span in people_in(told, Span(0, len(told.text))) if _bears(found, name)}
    longest = max(bearers, key=lambda found: (len(found.split()), found), default=None)
    if longest is None or any(not _bears(longest, found) for found in bearers):
        return (name if _is_person(name, told.language) else said), None
    return longest, bearers[longest]


def somebody(told: Text, words: Words) -> str | None:
    """Who some words name: as worded, a pronoun by the name that it stands for; None for a pronoun that stays open."""
    said = " ".join(words.text.split())
    if not is_pronoun(said, told.language):
        return said
    name, found = full_name(told, said, words.span.start if words.span else None)
    return name if found is not None else None


def is_pronoun(words: str, language: str) -> bool:
    """Whether words are a pronoun and nothing else ("she", "quien")."""
    return plain(words) in register_words(language).pronouns


def _before(told: Text, at: int | None, said: str) -> tuple[str, Span | None]:
    """The one person named in a pronoun's paragraph before it, else in the paragraph before; two, and it is nobody."""
    if at is None:
        return said, None
    here = told.text.rfind(_BREAK, 0, at) + 1
    before = told.text.rfind(_BREAK, 0, max(here - 1, 0)) + 1
    near = list(people_in(told, Span(here, at))) or list(people_in(told, Span(before, here)))
    last = {name.split()[-1]: (name, span) for name, span in near}
    if len(last) != 1:
        return said, None
    name, span = next(iter(last.values()))
    return full_name(told, name)[0], span


def people_in(told: Text, span: Span) -> Iterator[tuple[str, Span]]:
    """Names with a known given or family name, or behind an office, where they stand."""
    for name, where in _names(span.of(told.text), told.language):
        where = Span(where.start + span.start, where.end + span.start)
        if _is_person(name, told.language) or _is_titled(told, where):
            yield name, where


def _is_titled(told: Text, name: Span) -> bool:
    """Whether an office stands right before a name ("the culture minister", "el ministro de Cultura,")."""
    before = told.text[max(0, name.start - _OFFICE) : name.start].rstrip(" ,").split()
    heads = _heads(told.language)
    while before and before[-1].lower() not in heads and (before[-1][0].isupper() or before[-1] in _LINKS):
        before.pop()
    return bool(before) and before[-1].lower() in heads


@cache
def _heads(language: str) -> frozenset[str]:
    """The last words of titles; in Spanish a title begins with its head ("ministro de Cultura")."""
    return frozenset(word for title in actor_rules(language).titles for word in title if word not in _LINKS)


def _is_person(name: str, language: str) -> bool:
    words = [fold(word) for word in name.split()]
    return len(words) > 1 and (words[0] in _given(language) or words[-1] in geography(language).surnames)


@cache
def _given(language: str) -> frozenset[str]:
    return frozenset(fold(name) for name in geography(language).given_names)


def _surname(words: str, language: str) -> str | None:
    """A single capitalised word behind titles ("Correa", "President Correa")."""
    alone = _untitled(words.split(), language)
    return alone[0] if len(alone) == 1 and alone[0][:1].isupper() else None


def _untitled(words: list[str], language: str) -> list[str]:
    """Words without the articles, titles and modifiers that they begin with."""
    at = 0
    while at < len(words) and (words[at].lower() in _titles(language) or words[at].endswith(_OWNED)):
        at += 1
    return words[at:] or words[-1:]


@cache
def _titles(language: str) -> frozenset[str]:
    rules, known = actor_rules(language), register_words(language)
    titles = {word for title in rules.titles for word in title} | {word for role in rules.roles for word in role}
    return frozenset(titles | rules.words.modifiers | set(known.not_office) | set(known.address))


def _bears(full: str, name: str) -> bool:
    """Whether `full` holds the words of `name` at its end or its beginning."""
    left, right = plain(full).split(), plain(name).split()
    return left[-len(right) :] == right or left[: len(right)] == right


def _names(text: str, language: str) -> Iterator[tuple[str, Span]]:
    """Capitalised runs of two to four words without the titles before them."""
    for found in _RUN.finditer(text):
        words = _untitled(found.group().split(), language)
        if 1 < len(words) <= _LONGEST + 1:
            start = found.start() + found.group().rfind(words[0])
            name = found.string[start : found.end()].removesuffix("'s").removesuffix("’s")
            yield " ".join(name.split()), Span(start, start + len(name))
