"""Places that no gazetteer knows: "the local airport in Andahuaylas", "several provinces", "seven regions"."""

from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.scope import Scope, scope_of
from quipu.claims.tree import Tree
from quipu.model import Place, Span

# Tokens of the longest site that is taken as a place's name.
_LONGEST = 9
_STEPS = 3


def site_around(scene: Scene, place: Place) -> Span | None:
    """The words of the building or part of town that a named place is said to hold, up to the place's end."""
    tree = scene.tree
    if tree is None:
        return None
    begin, end = scene.tokens(place.span)
    at = tree.top(begin, end)
    for _ in range(_STEPS):
        if tree.relation(at) not in ("nmod", "compound", "flat", "conj", "amod"):
            return None
        above = tree.head(at)
        if above < 0 or (tree.relation(at) == "nmod" and tree.case(at) in scene.said["away"]):
            return None
        if above < begin and scene.said["sites"].at(scene.words, above) and _is_where(scene, tree, above):
            opens = _opens(tree, above)
            return scene.span(opens, end) if end - opens <= _LONGEST else None
        at = above
    return None


def some_areas(scene: Scene, hit: Hit) -> Span | None:
    """ "in seven regions", "in rural provinces": parts of the country that are not named, in a trigger's own clause."""
    tree = scene.tree
    if tree is None:
        return None
    top = tree.top(hit.begin, hit.end)
    for at in scene.said.regions.each(scene.words, 0, len(scene.words)):
        if _is_where(scene, tree, at) and scope_of(tree, top, at) in (Scope.OWN, Scope.SHARED):
            return scene.span(_opens(tree, at), at + 1)
    return None


def _is_where(scene: Scene, tree: Tree, at: int) -> bool:
    case = tree.case(at)
    return tree.relation(at) in ("obl", "nmod", "conj") and bool(case) and case not in scene.said["away"] and (
        case not in scene.said["of"] and case not in scene.said["by"]
    )  # fmt: skip


def _opens(tree: Tree, at: int) -> int:
    """Where the noun phrase begins, behind its preposition and article."""
    first = min((kid for kid in tree.kids(at, "amod", "compound", "nummod", "det", "advmod") if kid < at), default=at)
    while first < at and (tree.pos(first) == "DET" and tree.relation(first) == "det"):
        first += 1
    return first
