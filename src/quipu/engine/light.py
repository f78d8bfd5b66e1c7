"""Claims and events as tallies need them: no spans, no victims, equal parts shared.

A record of ten thousand reports holds as many stated totals, and `count_tallies` holds them all; so they are made small
first. test_light.py shows that what comes out stays the same.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from sys import intern
from typing import TypeVar, cast

from quipu.model import Claim, ClaimPlace, Event, SourcedClaim, Span, Words

Part = TypeVar("Part", bound=Hashable)

_NOWHERE = Span(0, 0)


class Light:
    """Makes claims and events light; parts that are equal become one object."""

    def __init__(self) -> None:
        self._parts: dict[Hashable, Hashable] = {}
        self._alike: dict[ClaimPlace | None, SourcedClaim] = {}

    def claim(self, claim: Claim) -> Claim:
        """What the claim says, without where it says so and whom it harms."""
        count, when = claim.count, claim.date
        return Claim(
            id=claim.id,
            document_id=intern(claim.document_id),
            span=_NOWHERE,
            type=claim.type,
            modality=claim.modality,
            rule=intern(claim.rule),
            confidence=claim.confidence,
            actor=self._words(claim.actor),
            target=self._words(claim.target),
            place=self._place(claim.place),
            date=when and self._one(replace(when, span=None)),
            count=count and self._one(replace(count, span=_NOWHERE)),
            attribution=self._words(claim.attribution),
        )

    def counted(self, claims: Iterable[SourcedClaim]) -> Iterator[SourcedClaim]:
        """Totals, light. Of claims about single happenings a tally wants the place's name alone, so that all claims
        which name a place alike are given as one and the same."""
        for one in claims:
            if one.claim.count is not None and one.claim.count.cumulative:
                yield SourcedClaim(self.claim(one.claim), intern(one.origin), one.published)
            else:
                yield self._alike.setdefault(self._place(one.claim.place), one)

    def events(self, events: Iterable[Event]) -> Iterator[Event]:
        """Events without the lists of their claims and documents; the claims of each figure stay."""
        for event in events:
            yield replace(event, claims=(), documents=(), place=self._place(event.place))

    def _words(self, words: Words | None) -> Words | None:
        return words and self._one(replace(words, span=None))

    def _place(self, place: ClaimPlace | None) -> ClaimPlace | None:
        return place and self._one(replace(place, span=None))

    def _one(self, part: Part) -> Part:
        """The first part that was equal to this one."""
        # An equal part comes back, so it is of the same type; a dict of many types cannot say so.
        return cast(Part, self._parts.setdefault(part, part))
