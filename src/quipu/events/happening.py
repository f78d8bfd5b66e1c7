"""Making an event of its claims: when, where, what kind, how many, told by whom."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from quipu.events.counting import count_event
from quipu.events.families import group_of, rank_of
from quipu.events.where import Level, Where, where_of
from quipu.model import Claim, ClaimPlace, Event, EventType, SourcedClaim, event_code

_DEEDS = ("force", "press", "custody")
_TRUST = {"judged": 4, "explicit": 3, "relative": 3, "context": 2, "anchor": 1}


class Codes:
    """Human codes, each used once; a code that is taken grows by a letter."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def code(self, founder: str) -> str:
        """The code of the event whose smallest claim id is `founder`."""
        length = 6
        while (code := event_code(founder, length)) in self._used:
            length += 1
        self._used.add(code)
        return code


def event_of(sourced: Sequence[SourcedClaim], codes: Codes) -> Event:
    """The event that these claims tell of; the order of the claims does not matter."""
    claims = sorted((one.claim for one in sourced), key=lambda claim: claim.id)
    done = [claim for claim in claims if claim.modality.happened]
    type = _type(done or claims)
    begin, finish, basis = _when(_own(sourced, done or claims), type)
    return Event(
        id=codes.code(claims[0].id),
        type=type,
        begin=begin,
        finish=finish,
        place=_place(done or claims),
        claims=tuple(claim.id for claim in claims),
        documents=tuple(sorted({claim.document_id for claim in claims})),
        counts=count_event(sourced),
        sources_independent=len({one.origin for one in sourced}),
        happened=bool(done),
        basis=basis,
    )


def _own(sourced: Sequence[SourcedClaim], claims: list[Claim]) -> list[Claim]:
    """The claims without those of copies, which stand beside other days than their originals; all of only copies"""
    copies = {one.claim.id for one in sourced if one.origin != one.claim.document_id}
    return [claim for claim in claims if claim.id not in copies] or claims


def _when(claims: Sequence[Claim], type: EventType) -> tuple[date | None, date | None, str | None]:
    """The days of an event of a type: a strike "in its sixth day" told beside the dead does not say when they died.

    Where the claims of the type have no day but their report's, those of what is done to people on the spot (its raid,
    its arrests) say when.
    """
    when = _days([claim for claim in claims if claim.type is type])
    if when[0] and (when[2] != "anchor" or group_of(type) not in _DEEDS):
        return when
    deeds = _days([claim for claim in claims if group_of(claim.type) in _DEEDS]) if when[0] else _days(claims)
    return deeds if deeds[0] else when


def _type(claims: Sequence[Claim]) -> EventType:
    """The gravest type that the claims name."""
    return min({claim.type for claim in claims}, key=rank_of)


def _days(claims: Sequence[Claim]) -> tuple[date | None, date | None, str | None]:
    """The days that most documents give, those in words before a report's own; then the shorter, then the earlier."""
    told: dict[tuple[int, date, date], set[str]] = {}
    bases: dict[tuple[int, date, date], str] = {}
    for claim in claims:
        when = claim.date
        if when is None or (first := when.begin or when.finish) is None:
            continue
        stretch = _TRUST.get(when.basis, 0), first, when.finish or first
        told.setdefault(stretch, set()).add(claim.document_id)
        bases[stretch] = min(when.basis, bases.get(stretch, when.basis))
    if not told:
        return None, None, None
    best = min(told, key=lambda t: (-t[0], -len(told[t]), t[2] - t[1], t[1]))
    return best[1], best[2], bases[best]


def _place(claims: Sequence[Claim]) -> ClaimPlace | None:
    """The narrowest place that most claims name; a name in no known country ("Castillo") only for want of one."""
    named = [(claim.place, where) for claim in claims if claim.place and (where := where_of(claim.place))]
    if not named:
        return None
    often = Counter(where for _, where in named)

    def weight(entry: tuple[ClaimPlace, Where]) -> tuple[bool, bool, int, bool, int, int, str]:
        place, where = entry
        return (
            not where.is_known,
            where.level is Level.VENUE,
            -int(where.level),
            place.geonameid is None,
            -often[where],
            len(place.text),
            place.text,
        )

    return min(named, key=weight)[0]
