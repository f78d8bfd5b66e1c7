"""Who did it and to whom, from the tree: the arguments of a trigger's head as its role and voice ask."""

from collections.abc import Mapping

from quipu.claims.frames import ACT, DO, PEOPLE, UNDERGO, Meaning
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.tree import NOMINAL, VERBAL, Range, Tree
from quipu.claims.voices import (
    agent_of_passive,
    antecedent,
    can_act,
    is_length,
    is_people,
    object_of,
    own_subject,
    subject_of,
)
from quipu.claims.wording import phrase_of
from quipu.model import EventType

Heads = tuple[int | None, int | None]

# Nouns whose owner or "of" phrase acts ("the minister's resignation"); elsewhere it is acted on ("his ouster").
OWNER_ACTS = frozenset((
    EventType.RESIGNATION, EventType.PROTEST, EventType.STRIKE, EventType.BLOCKADE, EventType.OCCUPATION,
    EventType.REPRESSION_FORCE_USE, EventType.STATEMENT, EventType.DEMAND, EventType.EMERGENCY_DECREE,
    EventType.VOTE, EventType.ELECTION, EventType.RAID,
))  # fmt: skip


# Of these, what is not somebody behind "of" is held ("the blockade of the highway", "the occupation of the airport").
_HELD = frozenset((EventType.BLOCKADE, EventType.OCCUPATION))

# From the use of force up to the harm that it did, and from the harm up to the force that it is told of.
_CIRCUMSTANCE = frozenset(("advcl", "obl", "nmod", "conj", "obl:agent", "compound", "acl", "nmod:poss", "obj"))
_TOLD_OF = frozenset(("acl:relcl", "xcomp", "conj", "acl", "obj", "advcl", "advcl:relcl"))
_OUTCOME = frozenset(("obj", "obl", "conj", "xcomp", "amod", "acl"))
_FAR = 5


def find_arguments(scene: Scene, hit: Hit, meaning: Meaning) -> tuple[Range | None, Range | None, Range | None]:
    """The noun phrases of actor and target, and the target's with its number; None where the tree shows none.

    The scene has a tree.
    """
    tree = scene.tree
    assert tree is not None
    top = tree.top(hit.begin, hit.end)
    actor, target = _heads(scene, tree, hit, meaning, top)
    if meaning.type == EventType.CONDEMNATION and target is not None:
        target = _first(_answerable(scene, tree, top, target), target)
    whole = None if target is None or target in scene.times else tree.counted(target)
    return phrase_of(scene, actor), _before_trigger(phrase_of(scene, target), hit), whole


def _answerable(scene: Scene, tree: Tree, verb: int, deed: int) -> int | None:
    """Who did what is condemned, where that is said: "the crackdown by the army", "the abuse that officers committed".

    PLOVER (codebook, "recipient"): the party whose conduct is disapproved of, rather than the conduct.
    """
    if is_people(scene, deed):
        return None
    # "By the army" may hang on the verb: who is behind "that" may also have suffered, unless it is a state force.
    behind = (at for at in tree.kids(verb, "obl:agent", "obl") if at > deed and tree.case(at) in scene.said["by"])
    relative = (at for clause in tree.kids(deed, "acl:relcl") for at in tree.kids(clause, "nsubj"))
    forces = (at for at in relative if scene.said.state_forces.at(scene.words, at))
    doers = (_by(scene, tree, deed), tree.kid(deed, "nmod:poss"), *behind, *forces)
    return next((at for at in doers if at is not None and at not in scene.times and is_people(scene, at)), None)


def _before_trigger(phrase: Range | None, hit: Hit) -> Range | None:
    """A target without the trigger that describes it and what hangs on that ("personas heridas en la violencia")."""
    if phrase is None or not phrase[0] < hit.begin < phrase[1]:
        return phrase
    return phrase[0], hit.begin


def _within_trigger(scene: Scene, tree: Tree, hit: Hit) -> int | None:
    """ "attacked journalists": the people whom a trigger of several words names itself."""
    for at in range(hit.begin + 1, hit.end):
        if tree.pos(at) in NOMINAL and (scene.said.crowds.at(scene.words, at) or scene.said.press.at(scene.words, at)):
            return at
    return None


def _done_to(scene: Scene, tree: Tree, hit: Hit, meaning: Meaning, top: int) -> int | None:
    """The target of an active verb."""
    if meaning.type == EventType.ELECTION:
        return _opponent(scene, tree, top)
    inside = _within_trigger(scene, tree, hit)
    if inside is not None:
        return inside
    if hit.trigger.takes:
        return _beyond(scene, tree, hit, top)
    holds_object = any(tree.pos(at) in ("NOUN", "PROPN") for at in range(hit.begin + 1, hit.end))
    joined = any(tree.pos(at) in ("ADP", "ADV", "ADJ", "PART") for at in range(hit.begin + 1, hit.end))
    if holds_object and not joined:
        return _towards(scene, tree, hit, top)
    return _first(object_of(scene, top, hit.begin, hit.end), _towards(scene, tree, hit, top))


def _beyond(scene: Scene, tree: Tree, hit: Hit, top: int) -> int | None:
    """ "imposed sanctions on two judges": whom a verb with its listed object is aimed at; somebody held is himself."""
    taken = subject_of(scene, top) if hit.passive else object_of(scene, top, hit.begin, hit.end)
    if taken is None or can_act(scene, taken):
        return _first(taken, _towards(scene, tree, hit, top))
    beside = [kid for at in (top, taken) for kid in tree.kids(at, "iobj", "obl", "nmod") if kid != taken]
    reached = scene.said["reached"]
    return next((k for k in beside if k not in scene.times and (not tree.case(k) or tree.case(k) in reached)), None)


def _heads(scene: Scene, tree: Tree, hit: Hit, meaning: Meaning, top: int) -> Heads:
    if hit.role == ACT and hit.passive:
        done = _beyond(scene, tree, hit, top) if hit.trigger.takes else subject_of(scene, top)
        return agent_of_passive(scene, top), done
    if hit.role == ACT:
        return subject_of(scene, top), _done_to(scene, tree, hit, meaning, top)
    if hit.role == UNDERGO:
        suffers = None if _is_of_object(scene, tree, top) else subject_of(scene, top)
        return agent_of_passive(scene, top), suffers
    if hit.role == DO and meaning.type == EventType.CURFEW:
        return None, subject_of(scene, top)  # who must stay indoors imposes nothing
    if hit.role == DO:
        with_whom = object_of(scene, top, hit.begin, hit.end) if len(hit.trigger.words) > 1 else None
        return subject_of(scene, top), _first(_against(scene, tree, top), with_whom)
    if hit.role == PEOPLE:
        return None, _affected(scene, tree, top)
    return _of_noun(scene, tree, hit, meaning, top)


def _towards(scene: Scene, tree: Tree, hit: Hit, top: int) -> int | None:
    """ "fired tear gas at the crowd", "used gas to disperse the crowd": at whom a trigger with its object is aimed."""
    inside = [at for at in range(hit.begin, hit.end) if tree.pos(at) in NOMINAL]
    for at in (top, *inside):
        for kid in tree.kids(at, "obl", "nmod", "nummod"):  # "contra miles de": parsers take the number for a count
            if kid >= hit.end and tree.case(kid) in scene.said["aimed"] and kid not in scene.times:
                return antecedent(scene, kid, top)
    for at in inside:  # "ordered an inquiry of the deaths"
        of = next((kid for kid in tree.kids(at, "nmod") if tree.case(kid) in scene.said["of"]), None)
        if of is not None and of >= hit.end:
            return of
    for clause in tree.kids(top, "advcl", "xcomp"):
        whom = tree.kid(clause, "obj")
        if inside and whom is not None and clause > hit.end and tree.kid(clause, "mark") is not None:
            return whom
    return None


def _against(scene: Scene, tree: Tree, top: int) -> int | None:
    return next((kid for kid in tree.kids(top, "obl", "nmod") if tree.case(kid) in scene.said["against"]), None)


def _opponent(scene: Scene, tree: Tree, top: int) -> int | None:
    """Against whom an election was won, also behind its votes ("won by 45,000 votes against X"); never the election."""
    for at in (top, *tree.kids(top, "obl", "obj")):
        found = _against(scene, tree, at)
        if found is not None:
            return found
    return None


def _is_of_object(scene: Scene, tree: Tree, top: int) -> bool:
    """ "Le disparó y murió": who dies behind a verb with a pronoun for its object is not that verb's subject."""
    above = tree.head(top)
    if tree.relation(top) != "conj" or above < 0 or own_subject(tree, top) is not None:
        return False
    objects = tree.kids(above, "iobj", "obj")
    return any(tree.pos(at) == "PRON" and scene.words[at] not in scene.said["self"] for at in objects)


def _affected(scene: Scene, tree: Tree, top: int) -> int | None:
    """ "27 dead demonstrators", "left six students dead", "ten marchers injured"."""
    above, relation = tree.head(top), tree.relation(top)
    if relation in ("amod", "acl") and above >= 0:
        return above if scene.words[above] not in scene.said["number_verbs"] else None
    if relation == "xcomp" and above >= 0:
        return tree.kid(above, "obj")
    if relation in ("obl", "advmod", "dep") and above >= 0 and scene.words[above] in scene.said["leave"]:
        return tree.kid(above, "obj")
    own = tree.kid(top, "nsubj", "nsubj:pass")
    return own if own is not None or tree.case(top) is None else _in_state(scene, tree, top)


def _in_state(scene: Scene, tree: Tree, top: int) -> int | None:
    """ "Three men were taken to hospital in critical condition": whose state a phrase behind a verb tells."""
    at = top
    while tree.relation(at) in ("obl", "nmod") and tree.head(at) >= 0:
        at = tree.head(at)
        if tree.pos(at) in VERBAL:
            whom = subject_of(scene, at)
            return None if whom is None or whom in scene.times or not can_act(scene, whom) else whom
    return None


def _of_noun(scene: Scene, tree: Tree, hit: Hit, meaning: Meaning, top: int) -> Heads:
    """The participants beside a noun: "by", "of", "'s", a compound, and the subject of a light verb."""
    noun = top
    by = _by(scene, tree, noun)
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
        return _first(by, doer, force, owner), of
    if meaning.type in OWNER_ACTS:
        return _first(by, doer, force, owner, of), against
    if of is not None and owner is not None:
        return _first(by, owner), of
    return _first(by, doer, force), _first(of, owner, against)


def _first(*heads: int | None) -> int | None:
    """The first that is there; a sentence's first token has the number 0, which `or` would pass over."""
    return next((head for head in heads if head is not None), None)


def _by(scene: Scene, tree: Tree, noun: int) -> int | None:
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
            actor = phrase_of(scene, _heads(scene, tree, other, meaning, used)[0])
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
