"""Whether two speakers are one: "the ombudsman's office" and "la Defensoría del Pueblo" are."""

from functools import cache, lru_cache

from quipu.events.where import plain
from quipu.lexicon.load import COMMON, Entry, load
from quipu.model import SourcedClaim, TallyPoint
from quipu.tallies.words import headings

Voice = frozenset[str]
"""The words that tell a speaker from others: one word of the lexicon's where it knows the voice."""


class Voices(Entry):
    """`lexicon/common/voices.yml` as it is."""

    version: int
    voices: dict[str, tuple[str, ...]]
    stop: frozenset[str]
    short: dict[str, frozenset[str]]
    persons: frozenset[str]
    pronouns: frozenset[str]


def same_voice(left: Voice, right: Voice) -> bool:
    """Whether two speakers may be one: the words of one are among those of the other, or are short for it.

    >>> same_voice(voice_of("the ombudsman"), voice_of("la Defensoría del Pueblo"))
    True
    """
    return left <= right or right <= left or _is_short(left, right) or _is_short(right, left)


def is_short(voice: Voice) -> bool:
    """Whether a speaker is told by a word alone that stands for one named before ("the office")."""
    return len(voice) == 1 and next(iter(voice)) in _lexicon().short


def holds_office(words: str) -> bool:
    """Whether words tell of a person by an office: "The Health Minister"."""
    return not _lexicon().persons.isdisjoint(plain(words).split())


def known_voice(words: str) -> str | None:
    """The lexicon's voice that words name, where they say no more than its name, and no person.

    >>> known_voice("la Defensoría del Pueblo"), known_voice("a man beaten by police")
    ('ombudsman', None)
    """
    said = frozenset(plain(words.replace("’s", "").replace("'s", "")).split()) - _lexicon().stop
    voice = voice_of(words)
    own = frozenset().union(*(name for known, names in _names() for name in names if voice == frozenset((known,))))
    return next(iter(voice)) if own and said <= own - _lexicon().persons else None


def _is_short(left: Voice, right: Voice) -> bool:
    """Whether "the office" may be the ombudsman's."""
    short = _lexicon().short
    return len(left) == 1 and not short.get(next(iter(left)), frozenset()).isdisjoint(right)


@lru_cache(maxsize=4096)
def voice_of(words: str) -> Voice:
    """A speaker's words, comparable; none for "he" or "it", who is someone named before."""
    said = frozenset(plain(words.replace("’s", "").replace("'s", "")).split())
    for voice, names in _names():
        if any(name <= said for name in names):
            return frozenset((voice,))
    told = said - _lexicon().stop - _lexicon().pronouns
    return told or said.intersection(_lexicon().short) or said - _lexicon().pronouns


def own_voice(name: str | None, document: str) -> Voice:
    """A report that speaks for itself: its publisher's voice where it has one, else its own alone."""
    return (voice_of(name) if name else frozenset()) or frozenset((document,))


def voice_of_claim(one: SourcedClaim) -> Voice:
    """Whose word a claim is: the source that it names, else that of the report which said it first."""
    said = one.claim.attribution
    return voice_of(said.known_as) if said else own_voice(None, one.origin)


def voice_of_point(point: TallyPoint, language: str) -> Voice:
    """Whose word a point is."""
    unnamed = point.speaker == headings(language).scopes["own_voice"]
    return own_voice(None, point.document) if unnamed else voice_of(point.speaker)


@cache
def _names() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    names = _lexicon().voices.items()
    return tuple((voice, tuple(frozenset(name.split()) for name in lines)) for voice, lines in names)


@cache
def _lexicon() -> Voices:
    lexicon: Voices = load("voices", COMMON, Voices)
    return lexicon
