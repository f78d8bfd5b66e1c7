"""Decrees: where, from when, for how long, which rights are suspended, and whether extended or lifted since.

What a decree takes away stands in its sentence or the two behind it ("The measure suspends …"); rights count only
behind a word such as "right" or "freedom" in a sentence that suspends, so that a national assembly is no right.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from quipu.events.where import plain
from quipu.model import ClaimPlace, Modality, Place, RegisterDetail, Span, Stated
from quipu.sentences.places import find_places
from quipu.sentences.split import split_sentences
from quipu.sentences.times import find_times
from quipu.tallies.details import NOT_DONE, Found, according_to, counted, field, gathered, states
from quipu.tallies.register_words import kinds_of, pattern
from quipu.tallies.told import Told, find, following, is_denied, sentence, state_in

_BEHIND = 2
# Characters that may stand between "for" and a length of time ("for the next 30 days").
_BEFORE = 24
_LIFTED = "lifted"
_UNNAMED = "not named"
_UNITS = {"D": 1, "W": 7}


def details(told: Sequence[Told]) -> list[RegisterDetail]:
    """`state`, `history`, `who`, `place`, `begin`, `days`, `duration`, `until`, `rights`, `regions`."""
    return [
        *states(told, _state, always=True),
        *field("who", told, lambda claim: claim.actor),
        *gathered("place", _places(told)),
        *gathered("begin", _begins(told)),
        *_lengths(told),
        *gathered("until", (found for one in told for found in _dated(one, "until"))),
        *gathered("rights", (found for one in told for found in _rights(one))),
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


def _begins(told: Sequence[Told]) -> Iterator[Found]:
    """The day that stands behind "from", else the first day that the claims give."""
    stated = [found for one in told for found in _dated(one, "starting")]
    yield from stated
    for one in () if stated else told:
        when = one.claim.date
        if one.claim.modality.happened and when and when.begin and when.basis in ("explicit", "relative"):
            yield when.begin.isoformat(), Stated(one.claim.id, when.span)


def _lengths(told: Sequence[Told]) -> list[RegisterDetail]:
    """`days` where a length is in days or weeks, `duration` (ISO 8601: "P2M") where it is not."""
    days, others = [], []
    for one in told:
        for value, span in _durations(one):
            unit, count = value[-1], value[1:-1]
            stated = Stated(one.claim.id, span)
            if unit in _UNITS and count.isdigit():
                days.append((str(int(count) * _UNITS[unit]), stated))
            else:
                others.append((value, stated))
    return [*gathered("days", days), *gathered("duration", others)]


def _durations(one: Told) -> Iterator[tuple[str, Span]]:
    """Lengths of days or longer behind "for", or right before the measure ("a 30-day curfew")."""
    lasting = pattern("lasting", one.language)
    for span in following(one, 1):
        if span != sentence(one) and next(find(lasting, one, span), None) is None:
            continue
        for type, value, where in _times(one, span):
            before = Span(max(span.start, where.start - _BEFORE), where.start)
            told = [found for found in find(lasting, one, before) if not one.text[found.end : where.start].strip()]
            hyphened = "-" in where.of(one.text)
            if type == "DURATION" and value.startswith("P") and "T" not in value and (told or hyphened):
                yield value, where


def _dated(one: Told, opening: str) -> Iterator[Found]:
    """The days of the claim's sentence behind a word of that list ("until", "starting")."""
    words, whole = pattern(opening, one.language), sentence(one)
    for type, value, where in _times(one, whole):
        before = Span(max(whole.start, where.start - _BEFORE), where.start)
        named = any(not one.text[found.end : where.start].strip() for found in find(words, one, before))
        if type == "DATE" and len(value) == 10 and named:
            yield value, Stated(one.claim.id, where)


def _times(one: Told, span: Span) -> list[tuple[str, str, Span]]:
    cut = split_sentences(span.of(one.text), one.language)
    found = find_times(span.of(one.text), cut, one.language, one.one.published)
    return [(time.type, time.value, Span(time.span.start + span.start, time.span.end + span.start)) for time in found]


def _rights(one: Told) -> Iterator[Found]:
    """Kinds of rights behind a word of suspending, in the decree's sentence or shortly behind it."""
    for span in following(one, _BEHIND):
        verbs = find(pattern("rights/suspending", one.language), one, span)
        verb = next((found for found in verbs if not is_denied(one, found.start, span.start)), None)
        if verb is None:
            continue
        # Passives name the rights first: "freedom of movement and of assembly is suspended".
        head = next(find(pattern("rights/heads", one.language), one, span), None)
        if head is None:
            continue
        listed = Span(head.start, span.end)
        kinds = kinds_of("rights/kinds", one.language)
        named = [found for kind in kinds for found in _right(one, kind, listed) or _whole(one, kind, span)]
        # "Basic rights, among them freedom of movement" names one, and that is told.
        yield from [found for found in named if found[0] != _UNNAMED] or named


def _right(one: Told, kind: str, listed: Span) -> list[Found]:
    where = next(find(pattern(f"rights/kinds/{kind}", one.language), one, listed), None)
    return [] if where is None else [(kind, Stated(one.claim.id, where))]


def _whole(one: Told, kind: str, span: Span) -> list[Found]:
    """A right whose words hold "right" or "freedom" themselves ("some constitutional rights")."""
    heads = pattern("rights/heads", one.language)
    found = _right(one, kind, span)
    return [(value, told) for value, told in found if told.span and next(find(heads, one, told.span), None)]


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


def _beside(found: Place, place: ClaimPlace | None) -> bool:
    """A part of the same country as the claim's place."""
    is_part = found.country is not None and not (found.kind or "").startswith("A.PCL")
    return is_part and (place is None or place.country in (None, found.country))


def _listed(one: Told) -> list[Place]:
    """The places of a claim's own words; datelines and other clauses name other places."""
    if not one.text:
        return []
    own = Span(one.claim.span.start, max(one.claim.span.end, sentence(one).end))
    return [place for place in _places_of(one.text, one.language) if own.holds(place.span)]


@lru_cache(maxsize=16)
def _places_of(text: str, language: str) -> tuple[Place, ...]:
    return find_places(text, split_sentences(text, language), language)
