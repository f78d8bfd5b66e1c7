"""Which sentences are worth a network: those that hold a trigger of a frame, a number or a word of saying.

A set of words and an index of phrases by their first word: 0.1 ms for an article of 600 words, where an Aho-Corasick
automaton over the letters takes 0.4 to 0.7 ms and must then be told about word ends.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from quipu.lexicon import Entry, load
from quipu.model import Sentence, Span, Token
from quipu.sentences.attribution_cues import attribution_rules
from quipu.sentences.inflect import plural_of, verb_forms
from quipu.sentences.numbers import number_words
from quipu.sentences.tokens import tokenize

Phrase = tuple[str, ...]


class _Said(Entry):
    """A trigger with conditions, of which the gate asks nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    say: str


class _Frame(Entry):
    """The triggers of one frame; `quipu.claims` reads the rest of `frames.yml`."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    act: tuple[str | _Said, ...] = ()
    undergo: tuple[str | _Said, ...] = ()
    do: tuple[str | _Said, ...] = ()
    noun: tuple[str | _Said, ...] = ()
    people: tuple[str | _Said, ...] = ()


class _Frames(Entry):
    """`<language>/frames.yml`."""

    frames: dict[str, _Frame]


@dataclass(frozen=True, slots=True)
class Gate:
    """The words and phrases of one language that open the gate."""

    words: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]]
    """Phrases of two and more words by the first."""

    def passes(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence of these tokens holds a number or one of the words or phrases."""
        folded = [_fold(token.text) for token in tokens]
        if not self.words.isdisjoint(folded) or any(word[0].isdigit() for word in folded):
            return True
        return any(
            tuple(folded[at : at + len(phrase)]) == phrase
            for at, word in enumerate(folded)
            for phrase in self.phrases.get(word, ())
        )


def let_through(sentences: Iterable[Sentence], language: str) -> list[Sentence]:
    """The sentences that are worth a reader's time. Furniture and empty sentences never are."""
    gate = gate_of(language)
    return [sent for sent in sentences if sent.tokens and not sent.furniture and gate.passes(sent.tokens)]


@cache
def gate_of(language: str) -> Gate:
    """The gate of a language that quipu reads ("en" or "es")."""
    words: set[str] = set()
    phrases: dict[str, set[Phrase]] = {}
    for phrase in (*_triggers(language), *_numbers(language), *_sayings(language)):
        if len(phrase) == 1:
            words.add(phrase[0])
        else:
            phrases.setdefault(phrase[0], set()).add(phrase)
    kept = {first: tuple(sorted(own)) for first, own in phrases.items() if first not in words}
    return Gate(frozenset(words), kept)


def _triggers(language: str) -> Iterator[Phrase]:
    """Every form of every frame's triggers."""
    frames: _Frames = load("frames", language, _Frames)
    for frame in frames.frames.values():
        for said in (*frame.act, *frame.undergo, *frame.do):
            yield from (_cut(form) for form, _ in verb_forms(_say(said), language))
        for said in (*frame.noun, *frame.people):
            yield _cut(_say(said))
        for said in frame.noun:
            yield _cut(plural_of(_say(said), language))


def _say(said: str | _Said) -> str:
    return said if isinstance(said, str) else said.say


def _numbers(language: str) -> Iterator[Phrase]:
    """Number words, exact and vague; no ordinals, and no articles, which are numbers ("un") but stand everywhere."""
    words, articles = number_words(language), attribution_rules(language).words.determiners
    lists = (words.units, words.tens, words.hundreds, words.hundred, words.scales, words.collectives)
    vague = (words.vague, words.vague_with_of, words.vague_alone, words.vague_phrases)
    for entries in (*lists, *vague):
        yield from (_cut(entry) for entry in entries if entry not in articles)


def _sayings(language: str) -> Iterator[Phrase]:
    """Every form of the verbs of saying, and "according to"."""
    rules = attribution_rules(language)
    yield from (_cut(" ".join(phrase)) for phrase in (*rules.verbs, *rules.according))


def _cut(phrase: str) -> Phrase:
    return tuple(_fold(token.text) for token in tokenize(phrase, Span(0, len(phrase))))


def _fold(word: str) -> str:
    """Lower case, composed accents, straight apostrophes: as triggers are compared."""
    lower = word.lower().replace("’", "'")
    return lower if lower.isascii() else unicodedata.normalize("NFC", lower)
