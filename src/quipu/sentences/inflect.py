"""Verb forms by rule: English, and the third persons of Spanish. Irregular verbs come from `verbs.yml`."""

import re
from collections.abc import Iterator
from functools import cache

from quipu.lexicon import Entry, load

FINITE = "finite"
PAST = "past"
"""Past tense and participle at once, as English "killed"."""
PARTICIPLE = "participle"
GERUND = "gerund"
BASE = "base"

_VOWELS = "aeiou"


class EnglishVerbs(Entry):
    """`en/verbs.yml`: lemma to third person, past, participle and gerund."""

    irregular: dict[str, tuple[str, str, str, str]]


class SpanishForms(Entry):
    """The forms of one irregular Spanish verb."""

    finite: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: tuple[str, ...]


class SpanishVerbs(Entry):
    """`es/verbs.yml`: lemma to its forms."""

    irregular: dict[str, SpanishForms]


@cache
def verb_forms(lemma: str, language: str) -> tuple[tuple[str, str], ...]:
    """Every (words, form) of a verb phrase whose first word is the verb: "open fire" gives "opened fire", PAST.

    English phrases with a second verb after "and" inflect both: "shoot and kill" gives "shot and killed".
    """
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    made = _english(verb) if language == "en" else _spanish(verb)
    if language == "en" and rest.startswith("and "):
        second = {form: word for word, form in _english(rest[4:])}
        return tuple((f"{word} and {second.get(form, rest[4:])}", form) for word, form in made)
    return tuple(dict.fromkeys((word + tail, form) for word, form in made))

# A noun phrase's head ends before these.
_ENGLISH_LINKS = frozenset(("of", "on", "in", "for", "against", "to"))
_SPANISH_LINKS = frozenset(("de", "del", "en", "por", "contra", "a", "al", "con", "para", "sobre"))


def plural_of(noun: str, language: str) -> str:
    """The regular plural of a noun phrase: of its head, with Spanish adjectives; what follows "of" or "de" stands.

    >>> plural_of("prisoner of conscience", "en"), plural_of("preso político", "es"), plural_of("golpe de estado", "es")
    ('prisoners of conscience', 'presos políticos', 'golpes de estado')
    """
    words = noun.split(" ")
    links = _ENGLISH_LINKS if language == "en" else _SPANISH_LINKS
    end = next((at for at, word in enumerate(words) if at and word in links), len(words))
    first = end - 1 if language == "en" else 0
    plural = _spanish_plural if language == "es" else _english_plural
    return " ".join(plural(word) if first <= at < end else word for at, word in enumerate(words))


def _english_plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")


def _spanish_plural(word: str) -> str:
    if word.endswith("ión"):
        return word[:-3] + "iones"
    if word.endswith("z"):
        return word[:-1] + "ces"
    return word if word.endswith("s") else word + ("s" if word[-1] in "aeiouáéó" else "es")


def _english(verb: str) -> Iterator[tuple[str, str]]:
    if verb == "be":
        yield from ((w, FINITE) for w in ("is", "are", "was", "were", "been", "be", "being"))
        return
    irregular = load("verbs", "en", EnglishVerbs).irregular.get(verb)
    third, past, participle, gerund = irregular or _regular(verb)
    yield verb, BASE
    yield third, FINITE
    if past == participle:
        yield past, PAST
    else:
        yield past, FINITE
        yield participle, PARTICIPLE
    yield gerund, GERUND


def _regular(verb: str) -> tuple[str, str, str, str]:
    third = verb + "es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else verb + "s"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    stem = verb[:-1] if verb.endswith("e") else verb
    if re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb):
        stem += verb[-1]
    gerund = verb + "ing" if verb.endswith("ee") else stem + "ing"
    return third, stem + "ed", stem + "ed", gerund


def _spanish(verb: str) -> Iterator[tuple[str, str]]:
    if verb.endswith("rse"):
        for word, form in _spanish(verb[:-2]):
            yield f"se {word}", form
        yield verb, BASE
        return
    yield verb, BASE
    known = load("verbs", "es", SpanishVerbs).irregular.get(verb)
    if known:
        yield from ((word, FINITE) for word in known.finite)
        yield from ((word, PARTICIPLE) for word in known.participle)
        yield from ((word, GERUND) for word in known.gerund)
        return
    stem, ending = verb[:-2], verb[-2:]
    first = ending == "ar"
    finite = (
        ("a", "an", "ó", "aron", "aba", "aban", "ará", "arán", "aría", "arían", "ara", "aran")
        if first
        else ("e", "en", "ió", "ieron", "ía", "ían", "irá", "irán", "erá", "erán", "iera", "ieran")
    )
    yield from ((stem + end, FINITE) for end in finite)
    yield from ((_softened(stem, ending) + end, FINITE) for end in (("e", "en") if first else ("a", "an")))
    part = stem + ("ad" if first else "id")
    yield from ((part + end, PARTICIPLE) for end in ("o", "a", "os", "as"))
    yield stem + ("ando" if first else "iendo"), GERUND


def _softened(stem: str, ending: str) -> str:
    """The spelling of a stem before the other vowel: "atac" before "e" is "ataqu"."""
    if ending != "ar":
        return stem
    for last, written in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(last):
            return stem[:-1] + written
    return stem
