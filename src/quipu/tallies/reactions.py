"""International reactions: who from abroad condemned, supported, asked for or did what about it.

A reaction is from abroad where its actor is an international body, or of a country that is not the record's own.
"""

from collections.abc import Sequence
from functools import lru_cache

from quipu.model import EventType, RegisterDetail, Span, Stated, Words
from quipu.sentences.actors import find_actors
from quipu.sentences.gazetteer import fold
from quipu.sentences.geography import geography
from quipu.sentences.split import split_sentences
from quipu.tallies.details import according_to, field, gathered
from quipu.tallies.people_named import is_pronoun
from quipu.tallies.register_words import pattern
from quipu.tallies.told import Told, kinds_in, sentence

BODY = "international body"
_BODIES = ("IGO", "EUR")
# Characters before a name in which its description may stand.
_DESCRIPTION = 90
_BY_TYPE = {EventType.CONDEMNATION: "condemned", EventType.DEMAND: "asked"}
_BY_PLOVER = {"SUPPORT": "supported", "REJECT": "opposed", "SANCTION": "measures", "THREATEN": "threatened"}


def details(told: Sequence[Told], home: str | None) -> list[RegisterDetail]:
    """`stance`, `from` (ISO 3166-1 alpha-2, or `international body`; each), `who`, `what`, `place`."""
    stances = ((stance, Stated(one.claim.id, span)) for one in told for stance, span in _stances(one))
    who = [(one, reactor) for one in told if (reactor := _reactor(one)) is not None]
    origins = [(origin, Stated(one.claim.id, words.span)) for one, words in who for origin in _abroad(one, words, home)]
    countries = {origin for origin, _ in origins}
    placed = [one for one in told if one.claim.place is None or one.claim.place.country not in countries]
    return [
        *gathered("stance", stances),
        *gathered("from", origins),
        *gathered("who", ((words.text, Stated(one.claim.id, words.span)) for one, words in who)),
        *field("what", told, lambda claim: claim.target),
        # Where a country is from is not where it reacts.
        *field("place", placed, lambda claim: claim.place),
        *according_to(
            [one for one, words in who if one.claim.attribution and one.claim.attribution.text != words.text]
        ),
    ]


def is_reaction(one: Told, home: str | None) -> bool:
    """Whether a claim is a reaction from abroad."""
    reactor = _reactor(one)
    return reactor is not None and bool(_stances(one)) and bool(_abroad(one, reactor, home))


def _reactor(one: Told) -> Words | None:
    """Who reacts: the claim's actor, or whose word it is where that says more ("the governments of Chile and Peru")."""
    actor, said = one.claim.actor, one.claim.attribution
    if actor is None or is_pronoun(actor.text, one.language):
        return None if said is None or is_pronoun(said.text, one.language) else said
    return said if said and said.text.startswith(actor.text) else actor


def _stances(one: Told) -> Sequence[tuple[str, Span | None]]:
    by_kind = _BY_TYPE.get(one.claim.type) or _BY_PLOVER.get(one.claim.plover_event or "")
    if by_kind:
        return [(by_kind, None)]
    found = kinds_in("stances", one, one.claim.span)
    return [found[0]] if found else []


def _abroad(one: Told, reactor: Words, home: str | None) -> tuple[str, ...]:
    """The countries or `international body` that somebody is of; none at home and where it cannot be told."""
    own = home or (one.claim.place.country if one.claim.place else None)
    origins = _origins(_described(one, reactor), one.language)
    return tuple(origin for origin in origins if origin == BODY or (own is not None and origin != own))


def _described(one: Told, reactor: Words) -> str:
    """Who reacts with the description before the comma ("the African Union's chairperson, | Ana Roe")."""
    if reactor.span is None:
        return reactor.text
    whole = sentence(one)
    before = one.text[max(whole.start, reactor.span.start - _DESCRIPTION) : reactor.span.start]
    led = before.rstrip().endswith(",") and whole.start >= reactor.span.start - _DESCRIPTION
    return f"{before}{reactor.text}" if led else reactor.text


@lru_cache(maxsize=4096)
def _origins(words: str, language: str) -> tuple[str, ...]:
    if pattern("abroad", language).search(words):
        return (BODY,)
    actors = find_actors(words, split_sentences(words, language), language)
    if any(actor.sector in _BODIES for actor in actors):
        return (BODY,)
    geo = geography(language)
    countries = [code for actor in actors if (code := actor.country)]
    countries += [geo.countries[name] for name in _runs(words) if name in geo.countries]
    countries += [geo.demonyms[name] for name in _runs(words) if name in geo.demonyms]
    return tuple(dict.fromkeys(countries))


def _runs(words: str) -> list[str]:
    """Every run of up to four words, folded, the longest first; possessives off."""
    said = [fold(word.strip(",.;")) for word in words.replace("’s", "").replace("'s", "").split()]
    sizes = range(min(4, len(said)), 0, -1)
    return [" ".join(said[at : at + size]) for size in sizes for at in range(len(said) - size + 1)]
