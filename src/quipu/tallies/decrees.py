"""Decrees: where, from when, for how long, which rights are suspended, and whether extended or lifted since."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from quipu.events.where import plain
from quipu.model import ClaimPlace, Modality, Place, RegisterDetail, Span, Stated
from quipu.sentences.places import find_places
from quipu.sentences.split import split_sentences
from quipu.tallies.decree_rights import rights
from quipu.tallies.decree_times import spells
from quipu.tallies.details import NOT_DONE, Found, according_to, actors, counted, gathered, states
from quipu.tallies.register_words import pattern
from quipu.tallies.told import Told, find, sentence, state_in

_LIFTED = "lifted"
# A name between two places of a list ("Madre de Dios, | Moquegua and | Tacna").
_BETWEEN = re.compile(
    r",\s+((?:[A-ZÁÉÍÓÚÑ][\w’'-]*)(?:\s+(?:(?:de|del|la)\s+)*[A-ZÁÉÍÓÚÑ][\w’'-]*){0,3})\s*(?:,|,?\s+(?:and|y|e))\s+"
)


def details(told: Sequence[Told]) -> list[RegisterDetail]:
    """`state`, `history`, `who`, `place`, `begin`, `days`, `duration`, `until`, `hours`, `rights`, `regions`."""
    return [
        *states(told, _state, always=True),
        *actors(told),
        *gathered("place", _places(told)),
        *spells(told),
        *gathered("rights", (found for one in told for found in rights(one))),
        *counted(told),
        *according_to(told),
    ]


def _state(one: Told) -> tuple[str, Span | None]:
    """By the claim's own words; `in force` where they only name the measure, or say that it is not lifted."""
    found = state_in("decrees", one)
    if one.claim.modality is Modality.DENIED:
        kept = state_in("decrees", one, denied=True)
        ended = found if found and found[0] == _LIFTED else None
        return ended or (("in force", kept[1]) if kept and kept[0] == _LIFTED else ("denied", None))
    if not one.claim.modality.happened:
        return NOT_DONE[one.claim.modality], None
    return found or ("in force", None)


def _places(told: Sequence[Told]) -> Iterator[Found]:
    """The claims' places, and the others that their sentences list ("in Lima, Cusco and Puno"), but not the country
    beside its parts."""
    for one in told:
        place = one.claim.place
        listed = [found for found in _listed(one) if _beside(found, place)]
        if place and not (listed and place.geonameid and place.admin1 is None):
            yield place.text, Stated(one.claim.id, place.span)
        for found in listed:
            words = one.words(found.span)
            if place is None or plain(words) != plain(place.text):
                yield words, Stated(one.claim.id, found.span)
        yield from _unknown(one, listed)


def _beside(found: Place, place: ClaimPlace | None) -> bool:
    """A part of the same country as the claim's place."""
    is_part = found.country is not None and not (found.kind or "").startswith("A.PCL")
    return is_part and (place is None or place.country in (None, found.country))


def _listed(one: Told) -> list[Place]:
    """The places of a claim's own words; datelines and other clauses name other places."""
    if not one.text:
        return []
    whole = Span(one.claim.span.start, max(one.claim.span.end, sentence(one).end))
    causes = (found.start for found in find(pattern("answering", one.language), one, whole))
    own = Span(whole.start, next(causes, whole.end))
    return [place for place in _places_of(one.text, one.language) if own.holds(place.span)]


def _unknown(one: Told, listed: Sequence[Place]) -> Iterator[Found]:
    """Names that stand between the places of a list, which no gazetteer knows or which may be somebody's."""
    for left, right in pairwise(listed):
        found = _BETWEEN.fullmatch(one.text, left.span.end, max(left.span.end, right.span.start))
        if found is not None:
            yield " ".join(found.group(1).split()), Stated(one.claim.id, Span(*found.span(1)))


@lru_cache(maxsize=16)
def _places_of(text: str, language: str) -> tuple[Place, ...]:
    return find_places(text, split_sentences(text, language), language)
