"""Who has the injuries that a noun names: "both were taken to hospital with injuries", "four are recovering from"."""

from quipu.claims.phrases import Range
from quipu.claims.scene import Scene
from quipu.claims.tree import VERBAL
from quipu.claims.voices import subject_of

_HUNG = ("obl", "obj", "nmod", "conj", "compound", "amod")
_STEPS = 3


def sufferers_of(scene: Scene, noun: int) -> Range | None:
    """The subject of the verb that injuries hang on, with its number; None for injuries of somebody ("his injuries").

    The scene has a tree; `noun` is the head of the words for injuries.
    """
    tree = scene.tree
    if tree is None or tree.kid(noun, "nmod:poss") is not None:
        return None
    at = noun
    for _ in range(_STEPS):
        if tree.relation(at) not in _HUNG or tree.head(at) < 0:
            return None
        if tree.kid(at, "det", "nmod:poss") is not None and tree.relation(at) == "nmod":
            return None
        at = tree.head(at)
        if tree.pos(at) in VERBAL:
            whom = subject_of(scene, at)
            return None if whom is None or whom in scene.times else tree.counted(whom)
    return None
