"""Whether a cue before a trigger is said of it: in the tree it governs the trigger, or hangs on what does."""

from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.tree import Tree

# A relative clause and an aside tell on their own; what governs their noun says nothing of them.
_APART = frozenset(("acl:relcl", "parataxis", "appos", "list"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "obj"))
# Clauses beside the trigger's own: what they try says nothing of it ("those who tried to flee were arrested").
_BESIDE = frozenset(("advcl", "acl", "acl:relcl"))


def bears_on(scene: Scene, hit: Hit, begin: int, end: int) -> bool:
    """Whether the cue at tokens [begin, end) belongs to the hit's own verb or noun, or to one that governs it.

    "The police who should guard them killed two": "should" belongs to "guard". True where no tree was read.
    """
    tree = scene.tree
    if tree is None:
        return True
    chain = _chain(scene, tree, tree.top(hit.begin, hit.end))
    return any(_belongs(tree, at, chain) for at in range(begin, end))


def _belongs(tree: Tree, at: int, chain: frozenset[int]) -> bool:
    head = tree.head(at)
    if at in chain:
        return True
    if tree.relation(at) in _BESIDE:
        return False
    if head in chain:
        return True
    # "no one was killed", "none of the claims that": the word stands inside the subject or object of the chain.
    return head >= 0 and tree.relation(head) in _SUBJECTS and tree.head(head) in chain


def _chain(scene: Scene, tree: Tree, top: int) -> frozenset[int]:
    """The trigger and what governs it, up to the clause that tells on its own, or an inquiry into what did happen."""
    found = {top}
    at = top
    while tree.relation(at) not in _APART and tree.head(at) >= 0 and tree.head(at) not in found:
        at = tree.head(at)
        if scene.words[at] in scene.said["inquiries"]:
            break
        found.add(at)
    return frozenset(found)
