"""How many people a phrase names: "two men, a woman and her son" are four; what only describes them is nobody more."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quipu.claims.countable import usable_numbers
from quipu.claims.people_items import BARE, BOTH, DEFINITE, LOOSE, NAME, NUMBER, ONE, OPEN, Item, item_at
from quipu.claims.phrases import Range
from quipu.claims.scene import Scene
from quipu.model import Span

# Words behind an item of a list within which its own place stands.
_PLACE = 3
# What a reader of roles calls those to whom something happens.
_PATIENT = "ARG1"
# Relations by which a word inside a phrase only describes or places its people.
_DESCRIBES = frozenset(("acl", "acl:relcl", "advcl", "obl", "ccomp", "parataxis"))
# An item of the second kind behind a comma says again who one of the first kind is.
_SAYS_AGAIN = frozenset(((NAME, ONE), (ONE, NAME), (NAME, DEFINITE), (DEFINITE, NAME), (DEFINITE, ONE)))


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people, as bounds (None where open), in what words."""

    low: float | None
    high: float | None
    span: Span
    items: int
    """Of how many listed items they are the sum."""
    within: Range
    """The tokens that were looked at."""
    kind: str
    """That of the first item (see `people_items`)."""

    def settles(self, number: int) -> bool:
        """Whether a number at this token is one of a list, or one that the phrase has for something else."""
        return self.within[0] <= number < self.within[1]

    def is_nearer(self, number: int, trigger: int) -> bool:
        """Whether one person stands nearer to the trigger than a number outside the phrase does: "two were killed and
        another wounded", "murió un campesino y otros cuatro fueron heridos".
        """
        return self.kind == ONE and not self.settles(number) and abs(self.within[0] - trigger) < abs(number - trigger)


def count_heads(scene: Scene, phrase: Range | None, top: int) -> Headcount | None:
    """How many people a phrase names, or None where it does not say ("the men", "dozens and two guards").

    `top` is the head of the trigger that the phrase belongs to.
    """
    phrase = phrase or _patient(scene, top)
    if phrase is None:
        return None
    within = _stretched(scene, phrase, top)
    found = list(_items(scene, *within))
    if found and found[-1].joined and within[0] > top and _is_next_subject(scene, within[1]):
        found = found[:-1]
    items = _without_description(scene, _of_one_place(scene, found))
    if items and any(item.kind == OPEN for item in items):
        items = items[:1] if items[0].kind == OPEN else []
    if not items:
        return None
    if len(items) == 1 and items[0].kind in (DEFINITE, BARE):
        return None
    low, high = _sum([item.low for item in items]), _sum([item.high for item in items])
    span = Span(scene.spans[items[0].begin].start, scene.spans[items[-1].end - 1].end)
    return Headcount(low, high, span, len(items), within, items[0].kind)


def _of_one_place(scene: Scene, items: list[Item]) -> list[Item]:
    """The items up to one that has another place: "41 people in Puno and another 12 in Ica" are no 53 in Puno."""
    at = [scene.tokens(place.span)[0] for place in scene.sent.places]
    for number, (item, after) in enumerate(pairwise(items), start=1):
        between = any(item.end <= place < after.begin for place in at)
        if between and any(after.end < place <= after.end + _PLACE for place in at):
            return items[:number]
    return items


def _is_next_subject(scene: Scene, end: int) -> bool:
    """ "Murieron tres hombres y una mujer resultó herida": what a further verb follows is the subject of that verb."""
    tree = scene.tree
    if tree is None or end >= len(scene.words) or tree.pos(end) not in ("VERB", "AUX"):
        return False
    verb = tree.head(end) if tree.pos(end) == "AUX" else end
    return verb >= 0 and tree.relation(verb) not in _DESCRIBES


def _sum(bounds: list[float | None]) -> float | None:
    known = [bound for bound in bounds if bound is not None]
    return sum(known) if len(known) == len(bounds) else None


def _patient(scene: Scene, top: int) -> Range | None:
    """Who is harmed behind a Spanish verb ("murieron dos hombres y un niño"), where the tree shows no subject."""
    predicate = next((p for p in scene.sent.predicates if p.token == top), None)
    roles = predicate.roles if predicate and scene.said.language == "es" else ()
    return next(((role.begin, role.end) for role in roles if role.label == _PATIENT and role.begin > top), None)


def _stretched(scene: Scene, phrase: Range, top: int) -> Range:
    """The phrase with the rest of its list, where the reader of roles sees it and the tree does not."""
    begin, end = phrase
    predicate = next((p for p in scene.sent.predicates if p.token == top), None)
    for role in predicate.roles if predicate else ():
        if role.label != _PATIENT or role.begin <= top < role.end:
            continue
        gap = scene.words[min(end, role.end) : max(begin, role.begin)]
        if all(word == "," or word in scene.said["conjunctions"] for word in gap):
            begin, end = min(begin, role.begin), max(end, role.end)
    return begin, end


def _items(scene: Scene, begin: int, end: int) -> Iterator[Item]:
    """The people of tokens [begin, end), up to the words for a part of them."""
    numbers = {number.begin: number for number in usable_numbers(scene)}
    end = _before_part(scene, begin, end)
    at, last = begin, begin
    while at < end:
        stop = _item_end(scene, at, end)
        if stop > at and not _is_aside(scene, at, begin):
            item = item_at(scene, at, stop, numbers)
            joined = any(_joins(scene, i) for i in range(last, at))
            if item is not None:
                yield Item(item.begin, item.end, item.low, item.high, item.kind, joined)
                last = stop
        at = stop + max(1, scene.said["list_and"].at(scene.words, stop) if stop < end else 1)


def _joins(scene: Scene, at: int) -> bool:
    return scene.words[at] in scene.said["conjunctions"] or scene.said["list_and"].at(scene.words, at) > 0


def _before_part(scene: Scene, begin: int, end: int) -> int:
    """The end of the phrase before ", including two minors" or ", two of them children"."""
    cut = scene.said["subset"].within(scene.words, begin, end)
    if cut is None:
        return end
    return next((at for at in range(cut, begin, -1) if scene.words[at] == ","), cut)


def _item_end(scene: Scene, begin: int, end: int) -> int:
    """Where the item that begins at `begin` ends: at a comma or conjunction that is not inside a number."""
    for at in range(begin, end):
        if any(quantity.span.holds(scene.spans[at]) for quantity in scene.sent.quantities):
            continue
        if scene.words[at] in (",", ";", "(", ")") or _joins(scene, at):
            return at
    return end


def _is_aside(scene: Scene, at: int, begin: int) -> bool:
    """Whether what begins at `at` hangs on a clause or a place inside the phrase ("residents of Puno and Cuzco")."""
    tree = scene.tree
    if tree is None or at == begin:
        return False
    for _ in range(len(tree.tokens)):
        above, relation = tree.head(at), tree.relation(at)
        if above < begin:
            return False
        if relation in _DESCRIBES and above < at:
            return True
        if relation == "nmod" and above < at and not (_holds_people(scene, above) or _is_age(scene, at)):
            return True
        at = above
    return False


def _is_age(scene: Scene, at: int) -> bool:
    """ "A boy of 4 years and his aunt", "a woman in her 30s and two boys": a list goes on behind an age."""
    return scene.words[at][0].isdigit() or scene.said["age_after"].at(scene.words, at) > 0


def _holds_people(scene: Scene, at: int) -> bool:
    """ "dozens of men and women", "a group of 12 boys and girls": the people behind "of" are those counted."""
    return at in scene.numbers or at in scene.counted or scene.words[at] in scene.said["groups"]


def _without_description(scene: Scene, items: list[Item]) -> list[Item]:
    """The items without those that say again who a person is ("Salvador Allende, a nurse"), or how a number parts.

    "Three people, two men and a woman" are three; "three women, two men and a child" are six.
    """
    whole = len(items) > 2 and items[0].kind in (NUMBER, LOOSE)
    parted = whole and items[0].low == _sum([item.low for item in items[1:]])
    if parted and scene.said.ageable.within(scene.words, items[0].begin, items[1].begin) is None:
        return items[:1]
    return [item for number, item in enumerate(items) if _is_more(items, number)]


def _is_more(items: list[Item], number: int) -> bool:
    """Whether an item names people whom those before it do not."""
    item = items[number]
    if number == 0:
        return item.kind != BARE
    before = items[number - 1]
    if item.kind == BARE:  # "a man and woman"
        return item.joined and before.kind == ONE
    if item.joined:
        return True
    if item.kind == LOOSE:  # "six people, four from one family"
        return before.kind not in (NUMBER, LOOSE)
    if _is_one(before) and item.kind in (ONE, NAME) and not any(later.joined for later in items[number:]):
        return False  # "another guard, 25-year-old Ada Okoro": a list would end with a conjunction
    return item.kind != BOTH and (before.kind, item.kind) not in _SAYS_AGAIN


def _is_one(item: Item) -> bool:
    return item.kind in (ONE, NAME, NUMBER) and item.low == item.high == 1
