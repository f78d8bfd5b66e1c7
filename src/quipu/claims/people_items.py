"""One item of a list of people: "two men", "a nurse", "his wife", "Salvador Allende", "both guards"."""

from dataclasses import dataclass

from quipu.claims.countable import Number, head_of
from quipu.claims.scene import Scene
from quipu.sentences.numbers import read_ordinal

NUMBER, LOOSE, BOTH, ONE = "number", "loose", "both", "one"
NAME, DEFINITE, BARE, OPEN = "name", "definite", "bare", "open"


@dataclass(frozen=True, slots=True)
class Item:
    """An item at tokens [begin, end) of so many people.

    `kind` is NUMBER ("two men", "a couple"), LOOSE ("eight from one family"), BOTH, ONE ("a nurse"), NAME,
    DEFINITE ("the driver", "her son"), BARE (a singular noun without article) or OPEN (a number that is not given).
    """

    begin: int
    end: int
    low: float | None
    high: float | None
    kind: str
    joined: bool = False
    """Whether a conjunction stands before it, not just a comma."""


def item_at(scene: Scene, begin: int, end: int, numbers: dict[int, Number]) -> Item | None:
    """The people whom tokens [begin, end) name, None for nobody; `numbers` are the usable ones by first token."""
    while begin < end - 1 and scene.words[begin] in scene.said["infinitive"]:
        begin += 1  # Spanish marks whom something is done to: "mataron a dos hombres"
    number = _number_within(scene, begin, end, numbers)
    if number is not None and not _is_of_one(scene, begin, number):
        return _numbered(scene, number, end)
    if scene.words[begin] in scene.said["both"]:
        return _both(scene, begin, end)
    if (couple := _couple(scene, begin, end)) is not None:
        return Item(begin, couple + 1, 2.0, 2.0, NUMBER)
    return _single(scene, begin, number.begin if number else end)


def _both(scene: Scene, begin: int, end: int) -> Item:
    """ "Both guards" are two; the "both" of "both Okoro and his wife" only opens a list."""
    plural = scene.said.many.within(scene.words, begin + 1, end) is not None
    opens = begin + 1 < end < len(scene.words) and scene.words[end] in scene.said["conjunctions"]
    if opens and not plural:
        return _single(scene, begin + 1, end) or Item(begin, end, 1.0, 1.0, ONE)
    return Item(begin, end, 2.0, 2.0, BOTH)


def _couple(scene: Scene, begin: int, end: int) -> int | None:
    """Where "a couple" stands, two people; None for "a couple of", "the couple's son"."""
    at = begin + (scene.words[begin] in scene.said["articles"] or scene.words[begin] in scene.said["definite"])
    if begin < at < end and scene.words[at] in scene.said["couples"]:
        behind = scene.words[at + 1] if at + 1 < len(scene.words) else ""
        return None if behind in scene.said["of"] or behind in scene.said["groups"] else at
    return None


def _number_within(scene: Scene, begin: int, end: int, numbers: dict[int, Number]) -> Number | None:
    """The number of an item, not one of a place or clause behind its noun ("a man carrying two guns")."""
    for at in range(begin, end):
        if at in numbers:
            return numbers[at]
        if at > begin and _ends_noun(scene, at):
            return None
    return None


def _is_of_one(scene: Scene, begin: int, number: Number) -> bool:
    """ "a mother of three": a number behind a single person counts others."""
    before = scene.words[begin : number.begin]
    person = any(scene.said.one.at(scene.words, at) for at in range(begin, number.begin))
    return person and any(word in scene.said["of"] for word in before)


def _numbered(scene: Scene, number: Number, end: int) -> Item | None:
    quantity = number.quantity
    if head_of(scene, number, end) == "thing":
        return None
    if quantity.low is None and quantity.high is None:
        return Item(number.begin, min(number.end, end), None, None, OPEN)
    kind = NUMBER if head_of(scene, number, end) else LOOSE
    return Item(number.begin, min(number.end, end), quantity.low, quantity.high, kind)


def _single(scene: Scene, begin: int, end: int) -> Item | None:
    said, words = scene.said, scene.words
    if words[begin] in said["of"] or words[begin] in said["prepositions"]:
        return None  # "Okoro, 12, of Leeds": where somebody is from
    if words[begin] in said["single"] and begin + 1 < end and words[begin + 1] in said["of"]:
        return Item(begin, end, 1.0, 1.0, ONE)
    if any(word in said["groups"] for word in words[begin + 1 : end]):
        return Item(begin, end, None, None, OPEN)
    stop = next((at for at in range(begin + 1, end) if _ends_noun(scene, at)), end)
    kind = _kind(scene, begin, stop)
    return Item(begin, stop, 1.0, 1.0, kind) if kind else None


def _ends_noun(scene: Scene, at: int) -> bool:
    """Whether a place or a clause begins there ("a man | in his twenties", "a man | carrying two guns")."""
    describes = scene.tree is not None and scene.tree.relation(at) in ("acl", "acl:relcl")
    return describes or (scene.words[at] in scene.said["prepositions"] and scene.words[at] not in scene.said["of"])


def _is_one_more(scene: Scene, begin: int, end: int) -> bool:
    """ "Another was hurt", "a third died": one more person, without a noun."""
    if end == begin + 1:
        return scene.words[begin] in scene.said["another"]
    is_ordinal = read_ordinal(scene.sent.tokens, begin + 1, scene.said.language) is not None
    return end == begin + 2 and scene.words[begin] in scene.said["articles"] and is_ordinal


def _kind(scene: Scene, begin: int, end: int) -> str:
    """What a single person is told by; "" where the words are of nobody, or of several."""
    said, words = scene.said, scene.words
    if words[begin].isdigit() and said["age_after"].within(words, begin + 1, begin + 4) == begin + 1:
        return ONE
    named = any(scene.sent.tokens[at].entity == "B-PER" for at in range(begin, end))
    many, one = said.many.within(words, begin, end), said.one.within(words, begin, end)
    person = one is not None and (many is None or one < many)
    if _is_one_more(scene, begin, end):
        return ONE
    if any(words[begin] in said[name] for name in ("articles", "another", "single")):
        return ONE if person or named or said["age_noun"].within(words, begin, end) is not None else ""
    owned = words[begin] in said["owners"] or any(word in ("'s", "'") for word in words[begin:end])
    if owned or words[begin] in said["definite"]:
        return DEFINITE if person or named else ""
    return NAME if named else BARE if person and one == begin else ""
