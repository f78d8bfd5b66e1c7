"""The frame lexicon, compiled: every form of every trigger, found by its first word."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from pydantic import Field

from quipu.errors import BadLexiconEntry
from quipu.lexicon import Entry, load, load_parts, spelt_out
from quipu.model import CountKind, EventType, Span
from quipu.sentences.inflect import BASE, plural_of, verb_forms
from quipu.sentences.tokens import tokenize

ACT, UNDERGO, DO, NOUN, PEOPLE = "act", "undergo", "do", "noun", "people"


class Said(Entry):
    """A trigger with conditions: on its object (`takes`), on the words of its sentence, on those close by."""

    say: str
    takes: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


class FrameWords(Entry):
    """One frame's triggers in one language (`<language>/frames/<family>.yml`), with the sentences that test them."""

    act: tuple[str | Said, ...] = ()
    undergo: tuple[str | Said, ...] = ()
    do: tuple[str | Said, ...] = ()
    noun: tuple[str | Said, ...] = ()
    people: tuple[str | Said, ...] = ()
    unless: frozenset[str] = frozenset()
    fires: tuple[str, ...] = Field(min_length=2)
    silent: tuple[str, ...] = Field(min_length=2)


class FrameFile(Entry):
    """`<language>/frames/<family>.yml`."""

    frames: dict[str, FrameWords]


class Meaning(Entry):
    """What a frame means in every language (`common/ontology.yml`)."""

    version: int
    source: str
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


class Coding(Entry):
    """A PLOVER event with its mode, if it has one."""

    event: str
    mode: str | None = None


class Ontology(Entry):
    """`common/ontology.yml`. In `turns`: what is said of an event, the event, and what it is filed as then."""

    version: str
    frames: dict[str, Meaning]
    turns: dict[str, dict[str, Coding]]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One form of one trigger. `role` says on which side actor and target stand (the keys of the files)."""

    words: tuple[str, ...]
    frame: str
    role: str
    form: str
    near: frozenset[str]
    unless: frozenset[str]
    takes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Index:
    """Triggers by their words; `lengths` has how many words the triggers with some first word take, most first."""

    lengths: dict[str, tuple[int, ...]]
    triggers: dict[tuple[str, ...], tuple[Trigger, ...]]

    def at(self, words: tuple[str, ...], begin: int) -> list[Trigger]:
        """The triggers whose words stand at `begin`, the longest first, then in the lexicon's order."""
        found: list[Trigger] = []
        for length in self.lengths.get(words[begin], ()):
            if begin + length <= len(words):
                found += self.triggers.get(words[begin : begin + length], ())
        return found


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word as triggers are compared: lower case, straight apostrophes; accents tell "bloqueó" from "bloqueo"."""
    return unicodedata.normalize("NFC", word.lower().replace("’", "'"))


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase cut and folded as sentences are."""
    return tuple(fold(token.text) for token in tokenize(phrase, Span(0, len(phrase))))


def ontology() -> Ontology:
    """What frames mean, whatever the language."""
    known: Ontology = load("ontology", "common", Ontology)
    return known


def meanings() -> dict[str, Meaning]:
    """Every frame's meaning, by its id."""
    return ontology().frames


@cache
def frame_words(language: str) -> dict[str, FrameWords]:
    """Every frame's triggers in one language, in the ontology's order: of frames that share words the earlier wins.

    Raises:
        BadLexiconEntry: a frame stands in two files, or the ontology does not know it.
    """
    found: dict[str, FrameWords] = {}
    for family, file in load_parts("frames", language, FrameFile).items():
        strange = [frame for frame in file.frames if frame in found or frame not in meanings()]
        if strange:
            where = f"lexicon/{language}/frames/{family}.yml"
            raise BadLexiconEntry(f"told twice, or unknown to the ontology: {', '.join(strange)}", where=where)
        found |= file.frames
    return {frame: found[frame] for frame in meanings() if frame in found}


@cache
def trigger_index(language: str) -> Index:
    """All triggers of a language."""
    lengths: dict[str, set[int]] = {}
    triggers: dict[tuple[str, ...], dict[Trigger, None]] = {}
    for frame, entry in frame_words(language).items():
        for role in (ACT, UNDERGO, DO, NOUN, PEOPLE):
            for said in getattr(entry, role):
                for trigger in _forms(said, frame=frame, role=role, language=language, silenced=entry.unless):
                    lengths.setdefault(trigger.words[0], set()).add(len(trigger.words))
                    triggers.setdefault(trigger.words, {}).setdefault(trigger)
    return Index(
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
        {words: tuple(found) for words, found in triggers.items()},
    )


def _forms(said: str | Said, *, frame: str, role: str, language: str, silenced: frozenset[str]) -> list[Trigger]:
    entry = Said(say=said) if isinstance(said, str) else said
    forms = [form for phrase in spelt_out(entry.say) for form in _forms_of(phrase, role, language)]
    near, unless, takes = _folded(entry.near), _folded(entry.unless | silenced), _folded(entry.takes)
    return [Trigger(words_of(words), frame, role, form, near, unless, takes) for words, form in forms]


def _forms_of(phrase: str, role: str, language: str) -> tuple[tuple[str, str], ...]:
    if role not in (NOUN, PEOPLE):
        return verb_forms(phrase, language)
    return ((phrase, BASE), (plural_of(phrase, language), BASE)) if role == NOUN else ((phrase, BASE),)


def _folded(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for phrase in phrases)
