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
    beside = _site_before(scene, tree, at)
    if beside is not None:
        opens = _opens(tree, beside)
        return scene.span(opens, end) if end - opens <= _LONGEST else None
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


def _site_before(scene: Scene, tree: Tree, at: int) -> int | None:
    """The site in "outside the ministry in Lima", where a parser hangs the town beside its site and not on it."""
    if tree.relation(at) != "obl" or tree.case(at) in scene.said["away"]:
        return None
    for kid in tree.kids(tree.head(at), "obl", "obj"):  # with a preposition it is an object by mistake
        touches = kid < at and tree.branch(kid)[1] == tree.branch(at)[0]
        if touches and scene.said["sites"].at(scene.words, kid) and _is_behind_where(scene, tree, kid):
            return kid
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
    return tree.relation(at) in ("obl", "nmod", "conj") and _is_behind_where(scene, tree, at)


def _is_behind_where(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether a noun's preposition says where, not whence, whither, whose or by whom."""
    case = tree.case(at)
    return bool(case) and not any(case in scene.said[listed] for listed in ("away", "of", "by", "personal"))


def _opens(tree: Tree, at: int) -> int:
    """Where the noun phrase begins, behind its preposition and article."""
    first = min((kid for kid in tree.kids(at, "amod", "compound", "nummod", "det", "advmod") if kid < at), default=at)
    while first < at and (tree.pos(first) == "DET" and tree.relation(first) == "det"):
        first += 1
    return first
