"""Words of harm that tell of no harm: "homicide detectives", "attempted murder", "shot twice at the trailer"."""

from quipu.claims.draft import Draft
from quipu.claims.fates import OPEN_FATE
from quipu.claims.frames import ACT, NOUN
from quipu.claims.match import Hit
from quipu.claims.refuse import HARM
from quipu.claims.scene import Scene
from quipu.claims.tree import Tree
from quipu.claims.voices import object_of
from quipu.model import EventType

_ATTEMPT = 3


def is_only_mentioned(scene: Scene, draft: Draft, hits: list[Hit]) -> bool:
    """Whether a trigger of harm names a trade, a case or an attempt, what somebody died of, or a shot at no one; any
    other is only what somebody calls a thing ("called it a coup"): that thing is told of elsewhere.
    """
    if draft.type not in HARM and draft.hit.role == NOUN and _is_name_given(scene, draft.hit):
        return True
    if draft.type not in HARM:
        return draft.type is EventType.BLOCKADE and draft.count is None and _is_landmark(scene, draft.hit)
    hit = draft.hit
    if hit.role == NOUN:
        return _is_attempted(scene, hit) or _is_of_case(scene, draft) or _is_cause_of_death(scene, draft, hits)
    return scene.tree is not None and _is_shot_at(scene, scene.tree, hit)


def _is_landmark(scene: Scene, hit: Hit) -> bool:
    """ "A truck overturned near a roadblock": where something else happened."""
    tree = scene.tree
    if tree is None or hit.role != NOUN:
        return False
    top = tree.top(hit.begin, hit.end)
    return tree.relation(top) in ("obl", "nmod") and tree.case(top) in scene.said["beside"]


def _is_name_given(scene: Scene, hit: Hit) -> bool:
    """ "Called it the most cunning coup in history": a noun that is given to something as its name."""
    tree = scene.tree
    if tree is None:
        return False
    top = tree.top(hit.begin, hit.end)
    above = tree.head(top)
    if above < 0 or not scene.said["namers"].at(scene.words, above):
        return False
    thing = tree.kid(above, "obj", "nsubj:pass")
    return tree.relation(top) in ("xcomp", "obl") and thing is not None and thing != top


def _is_attempted(scene: Scene, hit: Hit) -> bool:
    listed = scene.said["attempted"]
    return any(
        at + listed.at(scene.words, at) == hit.begin
        for at in range(max(0, hit.begin - _ATTEMPT), hit.begin)
        if listed.at(scene.words, at)
    )


def _is_of_case(scene: Scene, draft: Draft) -> bool:
    """ "A murder suspect", "the arrest warrant": the trigger only says of what kind something else is."""
    hit, tree = draft.hit, scene.tree
    if tree is None or draft.count is not None:
        return False
    top = tree.top(hit.begin, hit.end)
    above = tree.head(top)
    return tree.relation(top) == "compound" and above >= hit.end and scene.words[above] in scene.said["of_case"]


def _is_cause_of_death(scene: Scene, draft: Draft, hits: list[Hit]) -> bool:
    """ "Died of his wounds", "three people died, two of them from gunshot wounds": the dead are not injured too."""
    tree = scene.tree
    if tree is None or draft.type != EventType.INJURY:
        return False
    deaths = {tree.top(other.begin, other.end) for other in hits if other.frame == "kill"}
    at = tree.top(draft.hit.begin, draft.hit.end)
    if tree.relation(at) == "conj" or tree.case(at) not in scene.said["causes"]:
        return False
    return any(tree.is_under(at, death) for death in deaths)


def _is_shot_at(scene: Scene, tree: Tree, hit: Hit) -> bool:
    """A shot without an object, aimed at something or still going on ("was shooting in self-defence")."""
    if hit.frame not in OPEN_FATE or hit.role != ACT or hit.passive or len(hit.trigger.words) > 1:
        return False
    top = tree.top(hit.begin, hit.end)
    if object_of(scene, top, hit.begin, hit.end) is not None or tree.kid(top, "nsubj:pass") is not None:
        return False
    aimed = any(
        kid > top and kid not in scene.times and tree.case(kid) in scene.said["aimed"] for kid in tree.kids(top, "obl")
    )
    return aimed or (tree.kid(top, "nsubj") is not None and tree.kid(top, "aux") is not None)
