"""The words that registers read, from `lexicon/<language>/registers.yml`, as patterns over a document's text."""

import re
from functools import cache

from quipu.lexicon import Entry, languages, load
from quipu.sentences.inflect import verb_forms

Pattern = re.Pattern[str]
# Nothing matches it: a list may be empty in a language.
_NEVER = re.compile(r"(?!)")


class Phrases(Entry):
    """Words for one thing: verbs, to be inflected, and words as they stand."""

    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Rights(Entry):
    """The rights that a decree suspends."""

    heads: Phrases
    suspending: Phrases
    kinds: dict[str, Phrases]
    powers: dict[str, Phrases]
    unwarranted: Phrases


class RegisterWords(Entry):
    """One language's `registers.yml`."""

    version: int
    negations: tuple[str, ...]
    rights: Rights
    lasting: tuple[str, ...]
    starting: tuple[str, ...]
    until: tuple[str, ...]
    answering: tuple[str, ...]
    to_hour: tuple[str, ...]
    states: dict[str, dict[str, Phrases]]
    nouns: dict[str, Phrases]
    sides: dict[str, Phrases]
    outcomes: dict[str, Phrases]
    refusing: Phrases
    too_few: Phrases
    means: dict[str, Phrases]
    stances: dict[str, Phrases]
    abroad: Phrases
    addressing: Phrases
    determiners: tuple[str, ...]
    infinitive: tuple[str, ...]
    things: dict[str, Phrases]
    personal: tuple[str, ...]
    own_doing: tuple[str, ...]
    unsaid: frozenset[str]
    not_office: frozenset[str]
    pronouns: frozenset[str]
    into: tuple[str, ...]
    posts: Phrases
    address: frozenset[str]
    several: frozenset[str]
    nobody: str


@cache
def register_words(language: str) -> RegisterWords:
    """The words of a language; English where quipu does not read it."""
    words: RegisterWords = load("registers", language if language in languages() else "en", RegisterWords)
    return words


@cache
def pattern(path: str, language: str) -> Pattern:
    """The phrases at a path of the file: `means/beaten`, `states/decrees/lifted`, `negations`."""
    found = _at(path, language)
    if isinstance(found, Phrases):
        return compiled(found, language)
    if not isinstance(found, tuple | frozenset):
        raise KeyError(f"{path} holds no words")
    return _either(tuple(found))


@cache
def kinds_of(path: str, language: str) -> tuple[str, ...]:
    """The kinds of a group in the order of the file: what comes first wins where both stand at one place."""
    found = _at(path, language)
    return tuple(found) if isinstance(found, dict) else ()


@cache
def compiled(phrases: Phrases, language: str) -> Pattern:
    """One pattern for all phrases, the longest first, with blanks of any kind and either apostrophe."""
    spoken = language if language in languages() else "en"
    forms = [form for verb in phrases.verbs for form, _ in verb_forms(verb, spoken)]
    return _either((*forms, *phrases.words))


def _at(path: str, language: str) -> object:
    found: object = register_words(language)
    for name in path.split("/"):
        found = found[name] if isinstance(found, dict) else getattr(found, name)
    return found


def _either(phrases: tuple[str, ...]) -> Pattern:
    told = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if not told:
        return _NEVER
    spelt = (r"\s+".join(re.escape(part).replace("'", "['’]") for part in phrase.split()) for phrase in told)
    return re.compile(rf"(?<![\w’'])(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE)
