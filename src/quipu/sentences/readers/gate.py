"""Which sentences are worth a network: those that hold a trigger of a frame; in a wide gate, a number or a word of
saying too.

Of the words of whole reports in the development sets a narrow gate lets 35 to 61 % through (of reports chosen for one
crisis 88 %) and keeps 99.3 to 100 % of the claims; a wide one 78 to 96 %, and all claims (bench/gate.py). Most of what
is written about a crisis is worth reading: hence no gate, unless one is asked for.

A set of words and an index of phrases by their first word take 0.3 ms for an article of 600 words; an Aho-Corasick
automaton over its letters takes as long (0.4 to 0.7 ms), is one more dependency, and must be told about word ends.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import ConfigDict

from quipu.errors import ReaderError
from quipu.lexicon import Entry, load_parts, spelt_out
from quipu.model import Sentence, Span, Token
from quipu.sentences.attribution_cues import attribution_rules
from quipu.sentences.inflect import plural_of, verb_forms
from quipu.sentences.numbers import number_words
from quipu.sentences.tokens import tokenize

Phrase = tuple[str, ...]
OPEN, WIDE, NARROW = "open", "wide", "narrow"
WIDTHS = (OPEN, WIDE, NARROW)


class _Said(Entry):
    """A trigger and the words of which one must be its object or stand near; what silences it the gate ignores."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    say: str
    takes: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


class _Frame(Entry):
    """The triggers of one frame; `quipu.claims` reads the rest."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    act: tuple[str | _Said, ...] = ()
    undergo: tuple[str | _Said, ...] = ()
    do: tuple[str | _Said, ...] = ()
    noun: tuple[str | _Said, ...] = ()
    people: tuple[str | _Said, ...] = ()


class _Frames(Entry):
    """`<language>/frames/<family>.yml`."""

    frames: dict[str, _Frame]


@dataclass(frozen=True, slots=True)
class Opener:
    """Words in a row that open the gate, where the sentence holds one of the phrases `near` too, if there are any."""

    words: Phrase
    near: frozenset[Phrase] = frozenset()


@dataclass(frozen=True, slots=True)
class Gate:
    """The words and phrases of one language that open the gate."""

    words: frozenset[str]
    """Those that open it alone."""
    openers: dict[str, tuple[Opener, ...]]
    """The others by their first word."""
    digits: bool
    """Whether any word that begins with a digit opens it."""

    def passes(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence of these tokens holds one of the words or phrases, or a number where that is enough."""
        folded = [_fold(token.text) for token in tokens]
        if not self.words.isdisjoint(folded) or (self.digits and any(word[0].isdigit() for word in folded)):
            return True
        return any(
            tuple(folded[at : at + len(opener.words)]) == opener.words and _has_near(folded, opener.near)
            for at, word in enumerate(folded)
            for opener in self.openers.get(word, ())
        )


def _has_near(words: Sequence[str], phrases: frozenset[Phrase]) -> bool:
    """Whether a sentence holds one of the phrases, or none is asked for."""
    if not phrases:
        return True
    joined = f" {' '.join(words)} "
    return any(f" {' '.join(phrase)} " in joined for phrase in phrases)


def let_through(sentences: Iterable[Sentence], language: str, width: str = WIDE) -> list[Sentence]:
    """The sentences that are worth a reader's time. Furniture, datelines and empty sentences never are.

    Args:
        language: "en" or "es".
        width: `OPEN` for all, `WIDE` for those with a trigger, a number or a word of saying, `NARROW` for those with a
            trigger.

    Raises:
        ReaderError: `gate_unknown`, there is no gate of this width.
    """
    told = [sent for sent in sentences if sent.tokens and not sent.furniture and not sent.dateline]
    if _known(width) == OPEN:
        return told
    gate = gate_of(language, width)
    return [sent for sent in told if gate.passes(sent.tokens)]


def width_of_settings() -> str:
    """The width that `$QUIPU_GATE` asks for; `OPEN` where it is not set or "0", `WIDE` for "1".

    Raises:
        ReaderError: `gate_unknown`.
    """
    given = os.environ.get("QUIPU_GATE") or OPEN
    return _known({"0": OPEN, "1": WIDE}.get(given, given))


def _known(width: str) -> str:
    if width not in WIDTHS:
        raise ReaderError(f"no gate is {width!r}; there are {', '.join(WIDTHS)}", code="gate_unknown")
    return width


@cache
def gate_of(language: str, width: str = WIDE) -> Gate:
    """The gate of a language that quipu reads ("en" or "es"), `WIDE` or `NARROW`."""
    every = set(_triggers(language))
    if width == WIDE:
        every |= {Opener(phrase) for phrase in (*_numbers(language), *_sayings(language))}
    alone = {opener.words[0] for opener in every if len(opener.words) == 1 and not opener.near}
    openers: dict[str, list[Opener]] = {}
    for opener in every:
        if opener.words[0] not in alone:
            openers.setdefault(opener.words[0], []).append(opener)
    return Gate(frozenset(alone), {first: tuple(own) for first, own in openers.items()}, width == WIDE)


def _triggers(language: str) -> Iterator[Opener]:
    """Every form of every frame's triggers."""
    families = load_parts("frames", language, _Frames).values()
    for frame in (frame for family in families for frame in family.frames.values()):
        for said in (*frame.act, *frame.undergo, *frame.do):
            yield from _openers(said, (form for say in _say(said) for form, _ in verb_forms(say, language)))
        for said in frame.noun:
            yield from _openers(said, (form for say in _say(said) for form in (say, plural_of(say, language))))
        for said in frame.people:
            yield from _openers(said, _say(said))


def _openers(said: str | _Said, forms: Iterable[str]) -> Iterator[Opener]:
    asked = (said.takes or said.near) if isinstance(said, _Said) else frozenset[str]()
    near = frozenset(_cut(phrase) for phrase in asked)
    yield from (Opener(_cut(form), near) for form in forms)


def _say(said: str | _Said) -> tuple[str, ...]:
    return spelt_out(said if isinstance(said, str) else said.say)


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
    yield from (_cut(" ".join(phrase)) for phrase in (*(rules.verbs - rules.seen), *rules.according))


def _cut(phrase: str) -> Phrase:
    return tuple(_fold(token.text) for token in tokenize(phrase, Span(0, len(phrase))))


def _fold(word: str) -> str:
    """Lower case, composed accents, straight apostrophes: as triggers are compared."""
    lower = word.lower().replace("’", "'")
    return lower if lower.isascii() else unicodedata.normalize("NFC", lower)
