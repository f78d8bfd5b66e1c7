"""What became of those shot: a person who died of it is not also one of the injured."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quipu.claims.draft import Draft
from quipu.claims.frames import fold, meanings, trigger_index
from quipu.model import EventType, Modality, Reading, RefusedClaim, Span
from quipu.sentences.tokens import tokenize

# Triggers that say that somebody was hit, not whether he lived.
OPEN_FATE = frozenset(("shoot",))
_KILL = "kill"
# What a death that only the title tells takes from a claim's confidence.
_FROM_AFAR = 0.2

Found = Draft | RefusedClaim


def settle_fates(reading: Reading, found: Iterable[Found]) -> Iterator[Found]:
    """Refuses a shooting as an injury where the document also tells of deaths: who of those shot lived is not said.

    Those who did live are told by words of their own ("was wounded", "in critical condition"). Where only the title
    tells of a death, and of no wound, one person shot is the one who died.
    """
    everything = list(found)
    deadly = any(_is_done(item) for item in everything)
    told = set() if deadly else _frames_of_title(reading)
    died = _KILL in told and "injure" not in told and all(_may_have_died(item) for item in everything)
    for item in everything:
        if not isinstance(item, Draft) or not _is_open(item):
            yield item
        elif died and item.modality.happened:
            yield _as_killing(item)
        elif deadly or _KILL in told:
            yield RefusedClaim(reading.document.id, item.span, _rule(item), "fate_told_elsewhere")
        else:
            yield item


def _is_done(item: Found) -> bool:
    return isinstance(item, Draft) and item.type == EventType.KILLING and item.modality.happened


def _is_open(item: Draft) -> bool:
    return item.hit.frame in OPEN_FATE and item.type == EventType.INJURY


def _rule(item: Draft) -> str:
    return f"{item.hit.frame}@{item.meaning.version}"


def _may_have_died(item: Found) -> bool:
    """Whether nothing in the text speaks against the death of one person: no survivor, nobody else shot."""
    if not isinstance(item, Draft) or item.type != EventType.INJURY or not item.modality.happened:
        return True
    return _is_open(item) and (item.count is None or item.count.low == item.count.high == 1)


def _as_killing(item: Draft) -> Draft:
    meaning = meanings()[_KILL]
    count = replace(item.count, what=meaning.count) if item.count and meaning.count else None
    hit = replace(item.hit, trigger=replace(item.hit.trigger, frame=_KILL))
    return replace(item, hit=hit, meaning=meaning, type=meaning.type, count=count, modality=Modality.REPORTED,
                   confidence=item.confidence - _FROM_AFAR)  # fmt: skip


def _frames_of_title(reading: Reading) -> set[str]:
    """The frames of harm whose words stand in the title."""
    title = reading.document.title or ""
    words = tuple(fold(token.text) for token in tokenize(title, Span(0, len(title))))
    joined = f" {' '.join(words)} "
    index = trigger_index(reading.language)
    return {
        trigger.frame
        for at in range(len(words))
        for trigger in index.at(words, at)
        if trigger.frame in (_KILL, "injure")
        and (not trigger.near or any(f" {phrase} " in joined for phrase in trigger.near))
        and not any(f" {phrase} " in joined for phrase in trigger.unless)
    }
