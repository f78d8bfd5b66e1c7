"""Whose force a harm is laid to, where the force is told of beside the harm."""

from collections.abc import Mapping

from quipu.claims.arguments import find_heads
from quipu.claims.frames import Meaning
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.tree import Range, Tree
from quipu.claims.wording import phrase_of

# From the use of force up to the harm that it did, and from the harm up to the force that it is told of.
_CIRCUMSTANCE = frozenset(("advcl", "obl", "nmod", "conj", "obl:agent", "compound", "acl", "nmod:poss", "obj"))
_TOLD_OF = frozenset(("acl:relcl", "xcomp", "conj", "acl", "obj", "advcl", "advcl:relcl"))
_OUTCOME = frozenset(("obj", "obl", "conj", "xcomp", "amod", "acl"))
_FAR = 5


def laid_to(scene: Scene, hit: Hit, hits: list[Hit], meanings: Mapping[str, Meaning]) -> Range | None:
    """Whose force a harm is laid to: "killed when police opened fire", "police firing in which one person died"."""
    tree = scene.tree
    assert tree is not None
    top = tree.top(hit.begin, hit.end)
    for other in hits:
        meaning = meanings[other.frame]
        if not meaning.state_only or other.begin == hit.begin:
            continue
        used = tree.top(other.begin, other.end)
        # "two were killed and nine hurt when soldiers fired": what stands behind joined harms holds for each.
        shares = tree.relation(top) == "conj" and used > top and _hangs(tree, used, tree.head(top), _CIRCUMSTANCE)
        hangs = _hangs(tree, used, top, _CIRCUMSTANCE) or _hangs(tree, top, used, _TOLD_OF)
        if shares or hangs or _results(scene, tree, used, top):
            actor = phrase_of(scene, find_heads(scene, tree, other, meaning, used)[0])
            if actor is not None:
                return actor
    return None


def _results(scene: Scene, tree: Tree, used: int, harm: int) -> bool:
    """ "The crackdown has resulted in nine deaths", "left ten dead": the force is the subject of what ends in harm."""
    verb = tree.head(used)
    if verb < 0 or tree.relation(used) not in ("nsubj", "nsubj:pass") or not _hangs(tree, harm, verb, _OUTCOME):
        return False
    return scene.said["leave"].within(scene.words, verb, min(verb + 2, len(scene.words))) is not None


def _hangs(tree: Tree, low: int, high: int, links: frozenset[str]) -> bool:
    """Whether `low` hangs on `high` over these relations only."""
    for _ in range(_FAR):
        if low == high:
            return True
        if low < 0 or tree.relation(low) not in links:
            return False
        low = tree.head(low)
    return False
