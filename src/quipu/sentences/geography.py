"""Countries, their names and peoples, and the words around place names, from the lexicon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quipu.lexicon import Entry, load
from quipu.sentences.gazetteer_file import fold


class CountryWords(Entry):
    """Names of a country and its people in one language."""

    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


class Area(Entry):
    """A well-known area that is no country."""

    names: tuple[str, ...]
    point: tuple[float, float]
    country: str | None = None


class SharedPlaceWords(Entry):
    """`common/places.yml`."""

    given_names: frozenset[str]
    surnames: frozenset[str]
    points: dict[str, tuple[float, float]]


class PlaceWords(Entry):
    """One language's `places.yml`."""

    area_after: frozenset[str]
    area_before: frozenset[str]
    water: frozenset[str]
    place_prepositions: frozenset[str]
    streets: frozenset[str]
    street_first: bool
    directions: frozenset[str]
    not_place_before: frozenset[str]
    common_words: frozenset[str]
    city_words: frozenset[str]
    person_before: frozenset[str]
    person_after: frozenset[str]
    place_bodies: frozenset[str]
    not_place_after: frozenset[str]
    body_of: frozenset[str]
    not_place_before_of: frozenset[str]
    states: dict[str, tuple[str, ...]]
    areas: tuple[Area, ...]
    countries: dict[str, CountryWords]


@dataclass(frozen=True, slots=True)
class Geography:
    """Look-ups over the lexicon's names, all keyed by folded name."""

    words: PlaceWords
    given_names: frozenset[str]
    surnames: frozenset[str]
    """Folded family names."""
    countries: dict[str, str]
    """Folded country name to ISO 3166-1 alpha-2 code."""
    demonyms: dict[str, str]
    areas: dict[str, Area]
    states: dict[str, str]
    """A US state's newspaper form, as tokens joined by spaces ("la .", "n.y."), to its code."""


@cache
def geography(language: str) -> Geography:
    """The geography of one language's lexicon ("en" or "es")."""
    words: PlaceWords = load("places", language, PlaceWords)
    shared: SharedPlaceWords = load("places", "common", SharedPlaceWords)
    return Geography(
        words,
        frozenset(shared.given_names),
        frozenset(fold(name) for name in shared.surnames),
        {fold(name): code for code, country in words.countries.items() for name in country.names},
        {form: code for code, country in words.countries.items() for form in _peoples(country, language)},
        {fold(name): area for area in words.areas for name in area.names},
        {_spaced(short): code for code, shorts in words.states.items() for short in shorts},
    )


def _peoples(country: CountryWords, language: str) -> Iterator[str]:
    for word in country.demonyms:
        for form in _forms_es(word) if language == "es" else _forms_en(word):
            yield fold(form)


def _forms_en(word: str) -> tuple[str, ...]:
    if re.search(r"(ese|sh|ch|ss|x)$", word):
        return (word,)
    if re.search(r"(man|woman)$", word):
        return word, re.sub(r"an$", "en", word)
    return word, word + "s"


def _forms_es(word: str) -> tuple[str, ...]:
    """A masculine singular in all its forms: "peruano" in -a, -os, -as; "francés" in -esa, -eses, -esas."""
    stem = word[:-1]
    if word.endswith("o"):
        return word, stem + "a", stem + "os", stem + "as"
    if word.endswith(("és", "án", "ol", "ón")):
        return word, word + "a", word + "es", word + "as"
    return (word, word + "es") if word.endswith(("í", "ú", "l", "r")) else (word, word + "s")


def _spaced(short: str) -> str:
    """A short form as the tokens that it falls into: "La." is two, "N.Y." one, "W.Va." four."""
    if re.fullmatch(r"(?:\w\.){2,}", short):
        return short.casefold()
    return " ".join(re.findall(r"\w+|\.", short)).casefold()
