"""Namings: which of several contested words a report uses for a thing, and whose word it is.

1. The words of `lexicon/<language>/framing.yml` are looked for sentence by sentence, the longest first.
2. A word that is "so-called", or alone in quotation marks, is held at arm's length; one behind "was not a" is denied.
3. It is the word of whoever the innermost attribution around it names, else the report's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from quipu.claims.frames import words_of
from quipu.claims.naming_voices import MARKS, NamingVoices, attribution_of
from quipu.claims.words import Phrases
from quipu.lexicon import Entry, load
from quipu.model import Naming, Reading, Sentence, Span, Stance
from quipu.sentences.inflect import plural_of, verb_forms

# Tokens to either side: "removed the elected president of the republic from office" takes seven.
_NEAR = 7
# Tokens between a denial and the word denied ("did not amount to a coup").
_BRIDGE = 5
# Tokens between "labelling" and "as".
_LABELLED = 6


class TermWords(Entry):
    """The words for one term."""

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


class FramingFile(Entry):
    """`<language>/framing.yml`."""

    version: int
    distance: frozenset[str]
    labelling: frozenset[str]
    as_: frozenset[str] = Field(alias="as")
    denials: frozenset[str]
    links: frozenset[str]
    concepts: dict[str, dict[str, TermWords]]


@dataclass(frozen=True, slots=True)
class _Term:
    concept: str
    term: str
    words: Phrases
    near: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Terms:
    terms: tuple[_Term, ...]
    by_first: dict[str, tuple[_Term, ...]]
    distance: Phrases
    labelling: Phrases
    as_: Phrases
    denials: Phrases
    links: Phrases


def find_namings(reading: Reading) -> tuple[Naming, ...]:
    """Every contested word of a document, in order; none of page furniture or an unread language."""
    if reading.unread is not None:
        return ()
    text, terms = reading.document.text, _terms(reading.language)
    voices = NamingVoices(text, reading.language)
    found = []
    for sent in (sent for sent in reading.sentences if not sent.furniture):
        found += [voices.placed(one, sent) for one in _in_sentence(sent, terms, reading)]
        voices.heard(sent)
    return tuple(found)


def _in_sentence(sent: Sentence, terms: _Terms, reading: Reading) -> Iterator[Naming]:
    words = words_of_tokens(sent)
    at = 0
    while at < len(words):
        length, term = max(
            ((one.words.at(words, at), one) for one in terms.by_first.get(words[at], ()) if _may(one, words, at)),
            key=lambda pair: pair[0],
            default=(0, None),
        )
        if term is not None and length:
            span = Span(sent.tokens[at].span.start, sent.tokens[at + length - 1].span.end)
            inner = attribution_of(sent, span)
            own = next((i for i, t in enumerate(sent.tokens) if inner and t.span.start >= inner.content.start), 0)
            stance = _stance(words, at, own, terms)
            yield Naming(reading.document.id, span, term.concept, term.term, stance)
        at += max(length, 1)


def words_of_tokens(sent: Sentence) -> tuple[str, ...]:
    """A sentence's words, cut and folded as the lexicon's are."""
    return tuple(folded for token in sent.tokens for folded in [_folded(token.text)])


@cache
def _folded(word: str) -> str:
    cut = words_of(word)
    return cut[0] if len(cut) == 1 else word.casefold()


def _may(term: _Term, words: tuple[str, ...], at: int) -> bool:
    """Whether a term's words can mean it here: what they need stands close by, what silences them nowhere."""
    close = words[max(0, at - _NEAR) : at + _NEAR + 1]
    return (not term.near or not term.near.isdisjoint(close)) and term.unless.isdisjoint(words)


def _stance(words: tuple[str, ...], begin: int, own: int, terms: _Terms) -> Stance:
    """How a term is meant; `own` is the first token of what its speaker says: "labelled" before it is the report's."""
    front = begin - 1 if begin > 0 and words[begin - 1] in MARKS else begin
    if any(at >= 0 and at + terms.distance.at(words, at) == front for at in range(front - 4, front)):
        return Stance.DISTANCED
    if _is_labelling(words, front, own, terms):
        return Stance.DISTANCED
    if _is_denied(words, front, terms):
        return Stance.DENIED
    return Stance.USED


def _is_labelling(words: tuple[str, ...], front: int, own: int, terms: _Terms) -> bool:
    """Whether somebody is said to call people so: "labelling of protesters as terrorists"."""
    led = next((at for at in range(front - 1, max(-1, front - 5), -1) if at + terms.as_.at(words, at) == front), None)
    return led is not None and any(terms.labelling.at(words, at) for at in range(max(own, led - _LABELLED), led))


def _is_denied(words: tuple[str, ...], front: int, terms: _Terms) -> bool:
    """Whether a denial stands before `front` with nothing but links between."""
    for at in range(front - 1, max(-1, front - 1 - _BRIDGE), -1):
        length = terms.denials.at(words, at)
        if length and _links(words, at + length, front, terms):
            return True
    return False


def _links(words: tuple[str, ...], begin: int, end: int, terms: _Terms) -> bool:
    while begin < end:
        length = terms.links.at(words, begin)
        if not length:
            return False
        begin += length
    return begin == end


@cache
def _terms(language: str) -> _Terms:
    file: FramingFile = load("framing", language, FramingFile)
    terms = tuple(
        _Term(concept, name, Phrases(frozenset(_forms(told, language))), told.near, told.unless)
        for concept, named in file.concepts.items()
        for name, told in named.items()
    )
    by_first: dict[str, list[_Term]] = {}
    for term in terms:
        for first in term.words.by_first:
            by_first.setdefault(first, []).append(term)
    return _Terms(
        terms,
        {first: tuple(found) for first, found in by_first.items()},
        Phrases(file.distance),
        Phrases(file.labelling),
        Phrases(file.as_),
        Phrases(file.denials),
        Phrases(file.links),
    )


def _forms(told: TermWords, language: str) -> Iterator[str]:
    yield from told.forms
    for noun in told.nouns:
        yield from (noun, plural_of(noun, language))
    for verb in told.verbs:
        yield verb
        yield from (words for words, _ in verb_forms(verb, language))
