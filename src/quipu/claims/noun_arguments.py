"""The participants beside a noun that names a deed: its owner, "of", "by", a compound, the subject of a light verb."""

from quipu.claims.frames import Meaning
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.tree import Tree
from quipu.claims.voices import agent_of_passive, is_length, is_people, subject_of
from quipu.model import EventType

Heads = tuple[int | None, int | None]
"""The head tokens of actor and target; None where the tree shows none."""

# Nouns whose owner or "of" phrase acts ("the minister's resignation"); elsewhere it is acted on ("his ouster").
OWNER_ACTS = frozenset((
    EventType.RESIGNATION, EventType.PROTEST, EventType.STRIKE, EventType.BLOCKADE, EventType.OCCUPATION,
    EventType.REPRESSION_FORCE_USE, EventType.STATEMENT, EventType.DEMAND, EventType.EMERGENCY_DECREE,
    EventType.VOTE, EventType.ELECTION, EventType.RAID,
))  # fmt: skip

# Of these, what is not somebody behind "of" is held ("the blockade of the highway", "the occupation of the airport").
_HELD = frozenset((EventType.BLOCKADE, EventType.OCCUPATION))

_FAR = 5


def of_noun(scene: Scene, tree: Tree, hit: Hit, meaning: Meaning, top: int) -> Heads:
    """The participants beside a noun: "by", "of", "'s", a compound, and the subject of a light verb."""
    noun = top
    by = by_whom(scene, tree, noun)
    of, owner = _of(scene, tree, noun, hit), _owner(tree, noun, hit)
    if of is not None and is_length(scene, of):
        of = None  # "a strike of 48 hours"
    beside = [*tree.kids(noun, "nmod", "obl"), *(tree.kids(of, "nmod") if of is not None else ())]
    against = next((k for k in beside if k >= hit.end and tree.case(k) in scene.said["aimed"]), None)
    if of is None and owner is None and tree.relation(noun) == "conj" and tree.head(noun) >= 0:
        owner = _owner(tree, tree.head(noun), hit)
    doer = _light_doer(scene, tree, noun)
    force = _force(scene, tree, noun, hit) if meaning.state_only else None
    if meaning.type in _HELD and of is not None and not is_people(scene, of):
        return first_of(by, doer, force, owner), of
    if meaning.type in OWNER_ACTS:
        return first_of(by, doer, force, owner, of), against
    if of is not None and owner is not None:
        return first_of(by, owner), of
    return first_of(by, doer, force), first_of(of, owner, against)


def first_of(*heads: int | None) -> int | None:
    """The first that is there; a sentence's first token has the number 0, which `or` would pass over."""
    return next((head for head in heads if head is not None), None)


def by_whom(scene: Scene, tree: Tree, noun: int) -> int | None:
    """ "repression by the police", "a coup carried out by officers"."""
    for kid in tree.kids(noun, "nmod", "obl", "obl:agent"):
        if tree.case(kid) in scene.said["by"] and kid not in scene.times:
            return kid
    for clause in tree.kids(noun, "acl"):
        agent = tree.kid(clause, "obl:agent")
        if agent is not None:
            return agent
    return None


def _of(scene: Scene, tree: Tree, noun: int, hit: Hit) -> int | None:
    return next((k for k in tree.kids(noun, "nmod") if k >= hit.end and tree.case(k) in ("of", "de")), None)


def _owner(tree: Tree, noun: int, hit: Hit) -> int | None:
    owner = tree.kid(noun, "nmod:poss")
    return owner if owner is not None and not hit.begin <= owner < hit.end else None


def _force(scene: Scene, tree: Tree, noun: int, hit: Hit) -> int | None:
    """ "police repression": a state force in front of the noun, or in the trigger itself ("police firing")."""
    for at in range(hit.begin, hit.end):
        if scene.said.state_forces.at(scene.words, at):
            return at
    for kid in tree.kids(noun, "compound", "amod"):
        if not hit.begin <= kid < hit.end and scene.said.state_forces.at(scene.words, kid):
            return kid
    return None


def _light_doer(scene: Scene, tree: Tree, noun: int) -> int | None:
    """ "declared a state of emergency", "a strike was called by unions": who does the deed that the noun names."""
    for _ in range(_FAR):  # "organised marches, road blockades and vigils"
        if tree.relation(noun) not in ("conj", "appos") or tree.head(noun) < 0:
            break
        noun = tree.head(noun)
    above = tree.head(noun)
    if above < 0 or tree.pos(above) != "VERB":
        return None
    ending = scene.said["endings"].at(scene.words, above) > 0
    if scene.words[above] not in scene.said["light"] and not ending:
        return None
    if tree.relation(noun) == "obj" or (tree.relation(noun) == "obl" and tree.kid(above, "obj", "aux:pass") is None):
        return subject_of(scene, above)
    if tree.relation(noun) in ("nsubj:pass", "nsubj"):
        return agent_of_passive(scene, above)
    return None
