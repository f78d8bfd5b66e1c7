"""The frame lexicon, compiled: every form of every trigger, found by its first word."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from quipu.lexicon import Entry, load
from quipu.model import CountKind, EventType, Span
from quipu.sentences.inflect import BASE, plural_of, verb_forms
from quipu.sentences.tokens import tokenize

ACT, UNDERGO, DO, NOUN, PEOPLE = "act", "undergo", "do", "noun", "people"


class Said(Entry):
    """A trigger with conditions on the words of its clause."""

    say: str
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


class FrameWords(Entry):
    """One frame's triggers in one language (`<language>/frames.yml`)."""

    act: tuple[str | Said, ...] = ()
    undergo: tuple[str | Said, ...] = ()
    do: tuple[str | Said, ...] = ()
    noun: tuple[str | Said, ...] = ()
    people: tuple[str | Said, ...] = ()
    unless: frozenset[str] = frozenset()
    fires: tuple[str, ...]
    silent: tuple[str, ...]


class FrameFile(Entry):
    """`<language>/frames.yml`."""

    frames: dict[str, FrameWords]


class Meaning(Entry):
    """What a frame means in every language (`common/ontology.yml`)."""

    version: int
    type: EventType
    otherwise: EventType | None = None
    count: CountKind | None = None
    state_only: bool = False
    actor_needed: bool = False
    plover: str | None = None
    mode: str | None = None
    acled: str | None = None
    sub: str | None = None
    precision: float
    noun_precision: float = 0.5


class Ontology(Entry):
    """`common/ontology.yml`."""

    frames: dict[str, Meaning]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One form of one trigger. `role` says on which side actor and target stand (the keys of `frames.yml`)."""

    words: tuple[str, ...]
    frame: str
    role: str
    form: str
    near: frozenset[str]
    unless: frozenset[str]


Index = dict[str, tuple[Trigger, ...]]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word as triggers are compared: lower case, straight apostrophes; accents tell "bloqueó" from "bloqueo"."""
    return unicodedata.normalize("NFC", word.lower().replace("’", "'"))


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase cut and folded as sentences are."""
    return tuple(fold(token.text) for token in tokenize(phrase, Span(0, len(phrase))))


def meanings() -> dict[str, Meaning]:
    """Every frame's meaning, by its id."""
    ontology: Ontology = load("ontology", "common", Ontology)
    return ontology.frames


@cache
def trigger_index(language: str) -> Index:
    """All triggers of a language by their first word, longest first."""
    by_first: dict[str, dict[tuple[tuple[str, ...], str, str], Trigger]] = {}
    for frame, entry in load("frames", language, FrameFile).frames.items():
        for role in (ACT, UNDERGO, DO, NOUN, PEOPLE):
            for said in getattr(entry, role):
                for trigger in _forms(said, frame=frame, role=role, language=language, silenced=entry.unless):
                    known = by_first.setdefault(trigger.words[0], {})
                    known.setdefault((trigger.words, frame, role), trigger)
    return {first: tuple(sorted(found.values(), key=lambda t: -len(t.words))) for first, found in by_first.items()}


def _forms(said: str | Said, *, frame: str, role: str, language: str, silenced: frozenset[str]) -> list[Trigger]:
    entry = Said(say=said) if isinstance(said, str) else said
    if role in (NOUN, PEOPLE):
        forms: tuple[tuple[str, str], ...] = ((entry.say, BASE),)
        if role == NOUN:
            forms += ((plural_of(entry.say, language), BASE),)
    else:
        forms = verb_forms(entry.say, language)
    near, unless = _folded(entry.near), _folded(entry.unless | silenced)
    return [Trigger(words_of(words), frame, role, form, near, unless) for words, form in forms]


def _folded(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for phrase in phrases)
