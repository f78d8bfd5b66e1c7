"""What is demanded without a verb of demanding: "The minister must resign, the bishops said"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quipu.model import EventType, Modality, Span, Words
from quipu.tallies.told import Told

_MARKS = ' .,;:!?”"»'


def wished(told: Sequence[Told]) -> Iterator[Told]:
    """Resignations that must come, told as demands: of whose word they are, for the words that say them.

    Without a text there are no words for what is demanded, and nothing is given.
    """
    for one in told:
        claim = one.claim
        if claim.type is EventType.RESIGNATION and claim.modality is Modality.DEMANDED and one.text:
            span = Span(claim.span.start, claim.span.start + len(claim.span.of(one.text).rstrip(_MARKS)))
            words = Words(span.of(one.text), span)
            said = claim.attribution if claim.attribution != claim.actor else None  # nobody asks it of himself
            yield replace(one, one=replace(one.one, claim=replace(claim, target=words, actor=said)))
