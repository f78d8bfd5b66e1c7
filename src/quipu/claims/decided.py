"""What a vote has brought about: "voted to remove the minister" removes, "rejected a motion to remove him" does not;
an election that is voted on is to come where it is approved, and denied where it is rejected."""

from quipu.claims.frames import NOUN
from quipu.claims.match import Hit, is_adverb
from quipu.claims.scene import Scene
from quipu.claims.tree import NOMINAL, Tree
from quipu.model import Modality
from quipu.sentences.inflect import BASE

# What a chamber does by voting for it; a strike or a march that is voted for is still to come.
_ENACTED = frozenset(("remove", "impeach", "decree", "curfew", "legislate"))
_REACH, _BEFORE, _BEHIND = 16, 3, 20
# What is only ruled on by deciding for or against it.
_RULED_ON = frozenset(("election",))
# How a thing hangs on the decision about it ("approved | a plan | to hold | elections"), without and with a
# preposition.
_TAKEN = frozenset(("obj", "nsubj:pass"))
_HUNG = _TAKEN | {"xcomp", "ccomp", "acl"}
_HUNG_BY = frozenset(("nmod", "obl", "acl", "advcl"))
_STEPS = 6


def decision_before(scene: Scene, hit: Hit) -> int | None:
    """Where the verb begins by which a vote was passed to do what the infinitive at `hit` names, or None."""
    said, words = scene.said, scene.words
    if hit.frame not in _ENACTED or hit.trigger.form != BASE or hit.begin < 2:
        return None
    near = _REACH if words[hit.begin - 1] in said["infinitive"] else 1
    at = _decision(scene, hit.begin, near)
    if at is None or said["vote_failed"].within(words, hit.end, min(len(words), hit.end + _BEHIND)) is not None:
        return None
    front = at
    while front > 1 and (words[front - 1] in said["have"] or is_adverb(scene, words[front - 1])):
        if words[front - 2] in said["determiners"]:
            break  # "the assembly voted"
        front -= 1
    before = words[max(0, front - _BEFORE) : at]
    open_ = any(word in said["undecided"] or word in said.modality["negation"] for word in before)
    # "Forty deputies voted to remove him" leaves open whether they carried it.
    some = any(front - 2 * _BEFORE <= number < at for number in scene.numbers)
    return None if open_ or some else front


def _decision(scene: Scene, end: int, near: int) -> int | None:
    """The verb of deciding among the `near` tokens before `end`, with nothing behind it that leaves it open."""
    for at in range(end - 1, max(-1, end - near - 1), -1):
        if scene.words[at] in scene.said["decided"]:
            return at
        if scene.words[at] in scene.said["undecided"] or scene.words[at] in scene.said.modality["negation"]:
            return None
    return None


def ruled_on(scene: Scene, hit: Hit) -> Modality | None:
    """What deciding on an election makes of it: approved it is planned, rejected it is denied; None where none is."""
    tree = scene.tree
    if tree is None or hit.frame not in _RULED_ON:
        return None
    at = tree.top(hit.begin, hit.end)
    if hit.role == NOUN and tree.relation(at) in _TAKEN and _is_definite(scene, tree, at):
        return None  # "rejected the referendum as unlawful": one that was held
    if hit.begin <= at < hit.end and (own := _ruling(scene, at)) is not None:
        return own  # "adelantar" may stand for the whole of "rechaza adelantar las elecciones"
    for _ in range(_STEPS):
        above = tree.head(at)
        if above < 0 or not _is_of(scene, tree, at):
            return None
        given = tree.kid(above, "obj")  # "gave approval to holding elections"
        for word in (above, *(() if given is None else (given,))):
            if word != at and (ruling := _ruling(scene, word)) is not None:
                return ruling
        at = above
    return None


def _is_definite(scene: Scene, tree: Tree, at: int) -> bool:
    return any(scene.words[kid] in scene.said["definite"] for kid in tree.kids(at, "det"))


def _is_of(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether a token hangs on the one above it as what that is about."""
    relation, mark = tree.relation(at), tree.kid(at, "mark")
    case = tree.case(at) or ("" if mark is None else scene.words[mark])
    if relation == "conj":
        return tree.pos(at) in NOMINAL and tree.pos(tree.head(at)) in NOMINAL
    if relation in _HUNG:
        return True
    return relation in _HUNG_BY and case in scene.said["decided_on"]


def _ruling(scene: Scene, at: int) -> Modality | None:
    if scene.said["rejecting"].at(scene.words, at):
        return Modality.DENIED
    if not scene.said["approving"].at(scene.words, at):
        return None
    before = scene.words[max(0, at - _BEFORE) : at]
    return Modality.DENIED if any(word in scene.said.modality["negation"] for word in before) else Modality.PLANNED
