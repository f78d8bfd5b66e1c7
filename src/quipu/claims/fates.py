"""What became of those shot: a person who died of it is not also one of the injured."""

from collections.abc import Iterable, Iterator

from quipu.claims.draft import Draft
from quipu.model import EventType, Reading, RefusedClaim

# Triggers that say that somebody was hit, not whether he lived.
_OPEN_FATE = frozenset(("shoot",))


def settle_fates(reading: Reading, found: Iterable[Draft | RefusedClaim]) -> Iterator[Draft | RefusedClaim]:
    """Refuses a shooting as an injury where the document also tells of deaths: who of those shot lived is not said.

    Those who did live are told by words of their own ("was wounded", "in critical condition").
    """
    everything = list(found)
    deadly = any(_is_done(item) for item in everything)
    for item in everything:
        if deadly and isinstance(item, Draft) and item.hit.frame in _OPEN_FATE and item.type == EventType.INJURY:
            rule = f"{item.hit.frame}@{item.meaning.version}"
            yield RefusedClaim(reading.document.id, item.span, rule, "fate_told_elsewhere")
        else:
            yield item


def _is_done(item: Draft | RefusedClaim) -> bool:
    return isinstance(item, Draft) and item.type == EventType.KILLING and item.modality.happened
