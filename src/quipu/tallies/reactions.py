"""International reactions: who from abroad condemned, supported, asked for or did what about it.

A reaction is from abroad where its actor is an international body, or of a country that is not the record's own.
"""

from collections.abc import Sequence
from functools import lru_cache

from quipu.model import EventType, RegisterDetail, Span, Stated
from quipu.sentences.actors import find_actors
from quipu.sentences.gazetteer import fold
from quipu.sentences.geography import geography
from quipu.sentences.split import split_sentences
from quipu.tallies.details import according_to, gathered, who_and_where
from quipu.tallies.register_words import pattern
from quipu.tallies.told import Told, kinds_in

BODY = "international body"
_BODIES = ("IGO", "EUR")
_BY_TYPE = {EventType.CONDEMNATION: "condemned", EventType.DEMAND: "asked"}
_BY_PLOVER = {"SUPPORT": "supported", "REJECT": "opposed", "SANCTION": "measures", "THREATEN": "threatened"}


def details(told: Sequence[Told], home: str | None) -> list[RegisterDetail]:
    """`stance`, `from` (ISO 3166-1 alpha-2, or `international body`), `who`, `what`, `place`."""
    stances = ((stance, Stated(one.claim.id, span)) for one in told for stance, span in _stances(one))
    origins = (
        (origin, Stated(one.claim.id, one.claim.actor.span))
        for one in told
        if one.claim.actor and (origin := from_abroad(one, home))
    )
    return [
        *gathered("stance", stances),
        *gathered("from", origins),
        *who_and_where(told),
        *according_to(told),
    ]


def is_reaction(one: Told, home: str | None) -> bool:
    """Whether a claim is a reaction from abroad."""
    return bool(_stances(one)) and from_abroad(one, home) is not None


def _stances(one: Told) -> Sequence[tuple[str, Span | None]]:
    by_kind = _BY_TYPE.get(one.claim.type) or _BY_PLOVER.get(one.claim.plover_event or "")
    if by_kind:
        return [(by_kind, None)]
    found = kinds_in("stances", one, one.claim.span)
    return [found[0]] if found else []


def from_abroad(one: Told, home: str | None) -> str | None:
    """The country or `international body` that a claim's actor is of; None at home and where it cannot be told."""
    if one.claim.actor is None:
        return None
    origin = _origin(one.claim.actor.text, one.language)
    if origin is None or origin == BODY:
        return origin
    own = home or (one.claim.place.country if one.claim.place else None)
    return origin if own is not None and origin != own else None


@lru_cache(maxsize=4096)
def _origin(words: str, language: str) -> str | None:
    if pattern("abroad", language).search(words):
        return BODY
    actors = find_actors(words, split_sentences(words, language), language)
    if any(actor.sector in _BODIES for actor in actors):
        return BODY
    geo = geography(language)
    countries = [code for actor in actors if (code := actor.country)]
    countries += [geo.countries[name] for name in _runs(words) if name in geo.countries]
    countries += [geo.demonyms[name] for name in _runs(words) if name in geo.demonyms]
    return countries[0] if countries and len(set(countries)) == 1 else None


def _runs(words: str) -> list[str]:
    """Every run of up to four words, folded, the longest first; possessives off."""
    said = [fold(word.strip(",.;")) for word in words.replace("’s", "").replace("'s", "").split()]
    sizes = range(min(4, len(said)), 0, -1)
    return [" ".join(said[at : at + size]) for size in sizes for at in range(len(said) - size + 1)]
