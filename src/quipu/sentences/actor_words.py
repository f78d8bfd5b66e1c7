"""Words for actors in all their forms, as token phrases."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quipu.lexicon import Entry, load
from quipu.model import Span
from quipu.sentences.geography import Geography, geography
from quipu.sentences.tokens import tokenize

Phrases = dict[tuple[str, ...], str]


class ActorWords(Entry):
    """One language's `actors.yml`."""

    roles: dict[str, tuple[str, ...]]
    bodies: dict[str, tuple[str, ...]]
    named: dict[str, tuple[str, ...]]
    titles: tuple[str, ...]
    modifiers: frozenset[str]
    of_links: frozenset[str]
    of_inner: frozenset[str]
    possessives: frozenset[str]
    organisations: frozenset[str]
    not_modifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rules:
    """One language's words as token phrases; `starts` holds every first token."""

    words: ActorWords
    geo: Geography
    roles: Phrases
    bodies: Phrases
    named: Phrases
    titles: frozenset[tuple[str, ...]]
    starts: frozenset[str]


@cache
def actor_rules(language: str) -> Rules:
    """The rules of one language ("en" or "es")."""
    words: ActorWords = load("actors", language, ActorWords)
    forms = _forms_es if language == "es" else _forms_en
    roles = {_cut(form): sector for sector, nouns in words.roles.items() for noun in nouns for form in forms(noun)}
    bodies = {_cut(name, case=True): sector for sector, names in words.bodies.items() for name in names}
    named = {_cut(name, case=True): sector for sector, names in words.named.items() for name in names}
    titles = frozenset(_cut(form) for title in words.titles for form in (title, *forms(title)))
    starts = frozenset({key[0] for key in (*roles, *titles)} | {key[0].lower() for key in (*bodies, *named)})
    return Rules(words, geography(language), roles, bodies, named, titles, starts)


def _cut(phrase: str, *, case: bool = False) -> tuple[str, ...]:
    """A phrase as the tokens that it falls into."""
    tokens = tokenize(phrase, Span(0, len(phrase)))
    return tuple(token.text if case else token.text.lower() for token in tokens)


def _forms_en(noun: str) -> Iterator[str]:
    yield noun
    head, link, tail = noun.partition(" of ")
    if head.endswith("man"):
        plural = head[:-3] + "men"
    elif head.endswith("y") and head[-2] not in "aeiou":
        plural = head[:-1] + "ies"
    elif head.endswith("child"):
        plural = head + "ren"
    else:
        plural = head + ("es" if head.endswith(("s", "sh", "ch", "x")) else "s")
    yield plural + link + tail


def _forms_es(noun: str) -> Iterator[str]:
    """Feminine and plural of the head noun: "manifestante(s)", "ministro/a/os/as", "trabajador/a/es/as"."""
    head, space, tail = noun.partition(" ")
    ends = {"o": ("o", "a", "os", "as"), "r": ("r", "ra", "res", "ras"), "l": ("l", "les"), "n": ("n", "nes")}
    forms = [head[:-1] + end for end in ends[head[-1]]] if head[-1] in ends else [head, head + "s"]
    yield from (form + space + tail for form in forms)
    if head[-1] == "r" or head.endswith("or"):
        yield head + "es" + space + tail
    if tail and " " not in tail:
        tails = tail + ("es" if tail[-1] in "lrn" else "s")
        yield from (f"{heads} {tails}" for heads in (head + "s", head + "es"))
