"""The figure of a trigger: a number beside it, a list of its people, one person told without a number."""

from dataclasses import replace

from quipu.claims.countable import Number
from quipu.claims.counts import (
    count_of,
    counts_people,
    find_number,
    is_cumulative,
)
from quipu.claims.frames import NOUN, PEOPLE, Meaning
from quipu.claims.headcount import Headcount, count_heads
from quipu.claims.match import Hit
from quipu.claims.numbering import is_put_at, mover_at, number_by_verb, number_of_figure
from quipu.claims.people_items import NAME, OPEN
from quipu.claims.refuse import HARM
from quipu.claims.roles import Roles
from quipu.claims.scene import Scene
from quipu.claims.singles import one_person
from quipu.claims.sufferers import sufferers_of
from quipu.model import Count, CountKind, EventType

# Words between "among the" and the people that the words for the whole name.
_AMONG = 3


def figure_of(
    scene: Scene, hit: Hit, meaning: Meaning, *, roles: Roles, hits: list[Hit], numbers: list[Number]
) -> Count | None:
    """The number of people (or regions) that a trigger is about: a verb's, a list's, the one beside it, one person."""
    if hit.frame == "press" and hit.role == NOUN:
        return _happenings(scene, hit, numbers)
    if meaning.count is None or meaning.count == CountKind.VOTES:
        return _regions(scene, hit, meaning, numbers)
    if meaning.count == CountKind.REGIONS:
        return _regions(scene, hit, meaning, numbers)
    heads = _heads(scene, hit, meaning, roles)
    put = number_of_figure(scene, hit, numbers)
    number = put or number_by_verb(scene, hit, numbers) or find_number(scene, hit, hits, numbers)
    heads = None if put is not None else heads
    if heads is not None and number is not None and heads.is_nearer(number.begin, hit.begin):
        number = None
    if heads is not None and hit.role == PEOPLE and number is not None and heads.items == 1:
        heads = None  # "27 dead": the number beside the word itself
    if heads is not None and (number is None or heads.settles(number.begin)):
        number = next((n for n in numbers if heads.items == 1 and n.quantity.span == heads.span), None)
        if number is None and heads.kind == OPEN:
            return None  # "a group": how many is not said
        if number is None:
            # "A farmer has been killed" is no total, as "three farmers have been killed" may be.
            cumulative = (heads.low, heads.high) != (1, 1) and is_cumulative(scene, hit, *hit.clause)
            part = "subset" if _is_of_harmed(scene, scene.tokens(heads.span)[0], hits) else None
            words = heads.span.of(scene.text)
            return Count(meaning.count, heads.low, heads.high, words, heads.span, cumulative, relation=part)
    if number is not None:
        return _as_moved(scene, number, count_of(scene, hit, number, meaning.count))
    if meaning.count == CountKind.PARTICIPANTS:
        return _regions(scene, hit, meaning, numbers)
    single = one_person(scene, roles.whole or roles.target) if _is_done_to(hit, meaning) else None
    if single is None:
        return None
    many, span = single
    return Count(meaning.count, float(many), float(many), span.of(scene.text), span)


def _happenings(scene: Scene, hit: Hit, numbers: list[Number]) -> Count | None:
    """How many attacks on the press are told of as one ("12 attacks on journalists")."""
    number = next((n for n in numbers if n.end == hit.begin), None)
    return None if number is None else count_of(scene, hit, number, CountKind.OTHER)


def _is_of_harmed(scene: Scene, begin: int, hits: list[Hit]) -> bool:
    """ "One of the injured, a woman, is in a coma": a part of those told of before."""
    among = scene.said["among"].within(scene.words, begin, len(scene.words))
    if among is not None and any(0 < hit.begin - among <= _AMONG for hit in hits if hit.role == PEOPLE):
        return True  # "a journalist and two officers were among the dead"
    part = scene.said["subset"].at(scene.words, begin + 1) if begin + 1 < len(scene.words) else 0
    return part > 0 and any(hit.role in (PEOPLE, NOUN) and hit.begin == begin + 1 + part for hit in hits)


def _as_moved(scene: Scene, number: Number, count: Count) -> Count:
    """A figure that somebody raised or lowered to a number replaces the one before it."""
    before = scene.words[number.begin - 1] if number.begin else ""
    moved = is_put_at(scene, number.begin) or before in scene.said["toll_from"]
    mover = mover_at(scene, number.begin) if moved and count.relation is None else -1
    changes = mover >= 0 and scene.words[mover] in scene.said["figure_changes"]
    return replace(count, relation="revision") if changes else count


def _is_done_to(hit: Hit, meaning: Meaning) -> bool:
    """Whether the target of a trigger is who was harmed, so that its people can be counted."""
    return meaning.type in HARM and hit.role != NOUN and counts_people(meaning)


def _heads(scene: Scene, hit: Hit, meaning: Meaning, roles: Roles) -> Headcount | None:
    """How many people the target names, where a tree shows its bounds."""
    if scene.tree is None or meaning.type not in HARM or not counts_people(meaning):
        return None
    top = scene.tree.top(hit.begin, hit.end)
    if hit.role == NOUN:
        heads = count_heads(scene, sufferers_of(scene, top), top) if meaning.type == EventType.INJURY else None
        return heads if heads is not None and heads.kind != NAME else None
    heads = count_heads(scene, roles.whole, top)
    if heads is None or (hit.role == PEOPLE and heads.span.meets(scene.span(hit.begin, hit.end))):
        return None
    # An arrest of somebody named is told for his own sake; a death or wound is one of many.
    return None if heads.kind == NAME and heads.items == 1 and meaning.type == EventType.ARREST else heads


def _regions(scene: Scene, hit: Hit, meaning: Meaning, numbers: list[Number]) -> Count | None:
    if meaning.type not in (EventType.PROTEST, EventType.EMERGENCY_DECREE, EventType.CURFEW, EventType.STRIKE,
                            EventType.BLOCKADE, EventType.REPRESSION_FORCE_USE):  # fmt: skip
        return None
    number = regions_count(scene, hit, numbers)
    return count_of(scene, hit, number, CountKind.REGIONS) if number else None


def regions_count(scene: Scene, hit: Hit, numbers: list[Number]) -> Number | None:
    """ "in seven regions", "13 of the country's 24 regions": a number of places inside the clause."""
    for number in numbers:
        if not hit.clause[0] <= number.begin < hit.clause[1]:
            continue
        for at in range(number.end, min(number.end + 8, hit.clause[1])):
            if scene.said.regions.at(scene.words, at):
                return number
            if scene.words[at] in scene.said["prepositions"] and scene.words[at] not in scene.said["of"]:
                break
    return None
