"""Which event a contested word names, so that what sources call one thing is counted apart from another."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from quipu.model import CONCEPT_TYPES, Claim, Filed, Naming, RecordView

_PAST = timedelta(days=365)


def claim_of(naming: Naming, claims: Sequence[Claim]) -> Claim | None:
    """The claim that a word stands in: the narrowest of a type that the word names, done before spoken of.

    None where no claim of such a type holds it: then nothing is guessed. People may be in any event.
    """
    types = CONCEPT_TYPES.get(naming.concept)
    holding = [claim for claim in claims if claim.span.holds(naming.span) and (types is None or claim.type in types)]
    return min(holding, key=lambda claim: (not claim.modality.happened, len(claim.span), claim.id), default=None)


class NamedEvents:
    """The events of a record's claims, and which of them are no part of its crisis."""

    def __init__(self, view: RecordView) -> None:
        self._codes: dict[str, str] = {}
        countries: Counter[str] = Counter()
        for event in view.events():
            self._codes.update(dict.fromkeys(event.claims, event.id))
            if event.place and event.place.country:
                countries[event.place.country] += len(event.documents)
        most = countries.most_common(1)
        self._home = most[0][0] if most and 2 * most[0][1] > countries.total() else None

    def code(self, claim: Claim) -> str | None:
        """The event of a claim; None for a running total, or a rejected claim."""
        return self._codes.get(claim.id)

    def is_elsewhere(self, claim: Claim, filed: Filed) -> bool:
        """Whether a claim is of another country than most events, or of what was over a year before its report."""
        place, when, spoken = claim.place, claim.date, filed.anchor.day
        if place and place.country and self._home and place.country != self._home:
            return True
        last = (when.finish or when.begin) if when else None
        return bool(last and spoken and spoken - last > _PAST)
