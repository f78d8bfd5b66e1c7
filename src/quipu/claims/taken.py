"""Whether a verb takes one of the objects that make it a trigger: "carried out many arrests", "talks were held"."""

from functools import cache

from quipu.claims.frames import Trigger
from quipu.claims.scene import Scene
from quipu.claims.tree import Tree
from quipu.sentences.inflect import PARTICIPLE, PAST

# How far an object may stand behind its verb, and before a passive one.
_BEHIND, _BEFORE = 9, 14
# Without a tree: the same, more carefully.
_CLOSE = 5
# From an object's words up to the verb.
_LINKS = frozenset((
    "obj", "iobj", "nsubj:pass", "obl", "conj", "nmod", "compound", "acl", "acl:relcl", "xcomp", "appos", "nsubj",
))  # fmt: skip
_STEPS = 3


def takes_object(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether one of the trigger's objects belongs to its verb, whose words begin at token `at`.

    With a tree the object hangs on the verb, or the verb on it ("the sanctions imposed"); without one it stands close.
    """
    end = at + len(trigger.words)
    passive = trigger.form in (PAST, PARTICIPLE)
    tree = scene.tree
    behind = range(end, min(len(scene.words), end + (_BEHIND if tree else _CLOSE)))
    before = range(max(0, at - _BEFORE), at) if passive and tree else range(0)
    objects = _by_first(trigger.takes)
    for begin in (*behind, *before):
        for phrase in objects.get(scene.words[begin], ()):
            words = begin, begin + len(phrase)
            if scene.words[slice(*words)] == phrase and (tree is None or _hangs(tree, words, (at, end))):
                return True
    return False


@cache
def _by_first(takes: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Objects as words, by their first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in takes:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


def _hangs(tree: Tree, words: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Whether the object's head leads up to the verb, or the verb is a participle or relative clause of it."""
    top, head = tree.top(*words), tree.top(*verb)
    if tree.head(head) == top and tree.relation(head) in ("acl", "acl:relcl"):
        return True
    at = top
    for _ in range(_STEPS):
        if tree.relation(at) not in _LINKS or (tree.relation(at) == "nsubj" and at < verb[0]):
            return False
        at = tree.head(at)
        if verb[0] <= at < verb[1] or at == head:
            return True
    return False
