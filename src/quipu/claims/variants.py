"""Several claims from one trigger: listed demands, every number of a vote, an attack on the press beside an arrest."""

from collections.abc import Iterator
from dataclasses import replace

from quipu.claims.countable import Number
from quipu.claims.demanded import named_item
from quipu.claims.demands import demand_content, item_of, split_demands
from quipu.claims.draft import Draft, hull, tight
from quipu.claims.frames import NOUN, Coding, meanings
from quipu.claims.roles import is_state_force
from quipu.claims.scene import Scene
from quipu.claims.votes import find_votes
from quipu.model import CountKind, EventType, Span, Words

_DONE_TO_PRESS = frozenset((
    EventType.INJURY, EventType.ARREST, EventType.RAID, EventType.REPRESSION_FORCE_USE, EventType.KILLING,
))  # fmt: skip


def variants_of(scene: Scene, draft: Draft, numbers: list[Number]) -> Iterator[Draft]:
    """The draft itself, or one for each demand or vote that it lists; an attack on the press beside what was done."""
    if draft.type == EventType.DEMAND and not draft.hit.passive:
        yield from _listed_demands(scene, draft)
        return
    counts_votes = draft.meaning.count == CountKind.VOTES and draft.hit.role != NOUN
    votes = find_votes(scene, draft.hit, numbers) if counts_votes else []
    if votes:
        yield from (replace(draft, count=count, span=hull(scene.text, draft.span, count.span)) for count in votes)
        return
    yield draft
    yield from _lethal_force(scene, draft)
    if draft.type in _DONE_TO_PRESS and not (draft.count and draft.count.cumulative) and _hits_press(scene, draft):
        press = meanings()["press"]
        hit = replace(draft.hit, trigger=replace(draft.hit.trigger, frame="press"))
        confidence = draft.confidence - 0.05
        yield replace(draft, hit=hit, meaning=press, type=press.type, count=None, confidence=confidence)


def _lethal_force(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """Somebody shot dead by police named in the sentence: a use of force beside the death, without its number."""
    actor = draft.actor
    if draft.type != EventType.KILLING or not any(w in scene.said["forceful"] for w in draft.hit.trigger.words):
        return
    if (draft.count and draft.count.cumulative) or actor is None or actor.span is None:
        return
    if scene.sent.span.holds(actor.span) and is_state_force(scene, actor):
        force = meanings()["force"]
        hit = replace(draft.hit, trigger=replace(draft.hit.trigger, frame="force"))
        confidence = draft.confidence - 0.2
        yield replace(
            draft, hit=hit, meaning=force, type=force.type, count=None, coding=Coding(event="ASSAULT"), victims=(),
            confidence=confidence,
        )  # fmt: skip


def _listed_demands(scene: Scene, draft: Draft) -> Iterator[Draft]:
    begin, end = demand_content(scene, draft.hit)
    for first, last in split_demands(scene, begin, end):
        if scene.words[first] in draft.hit.trigger.takes:
            continue  # "repeated the demand on Thursday" does not say for what
        item = scene.span(*named_item(scene, first, last))
        span = tight(scene.text, Span(draft.span.start, max(draft.span.end, scene.spans[end - 1].end)))
        yield replace(draft, target=Words(item.of(scene.text), item), span=span)


def listed_demand(scene: Scene, asking: Draft) -> Iterator[Draft]:
    """An item of a list as a demand of whoever opened the list."""
    item = item_of(scene)
    if item is not None:
        yield replace(asking, target=Words(item.of(scene.text), item), span=item, victims=())


def _hits_press(scene: Scene, draft: Draft) -> bool:
    if draft.target is None or draft.target.span is None:
        return False
    begin, end = scene.tokens(draft.target.span)
    return scene.said.press.within(scene.words, begin, end) is not None
