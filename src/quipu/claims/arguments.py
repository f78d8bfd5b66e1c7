"""Who did it and to whom, from the tree: the arguments of a trigger's head as its role and voice ask."""

from quipu.claims.frames import ACT, DO, PEOPLE, UNDERGO, Meaning
from quipu.claims.match import Hit
from quipu.claims.noun_arguments import Heads, by_whom, first_of, of_noun
from quipu.claims.scene import Scene
from quipu.claims.tree import NOMINAL, VERBAL, Range, Tree
from quipu.claims.voices import (
    agent_of_passive,
    antecedent,
    can_act,
    is_people,
    object_of,
    own_subject,
    subject_of,
)
from quipu.claims.wording import phrase_of
from quipu.model import EventType


def find_arguments(scene: Scene, hit: Hit, meaning: Meaning) -> tuple[Range | None, Range | None, Range | None]:
    """The noun phrases of actor and target, and the target's with its number; None where the tree shows none.

    The scene has a tree.
    """
    tree = scene.tree
    assert tree is not None
    top = tree.top(hit.begin, hit.end)
    actor, target = find_heads(scene, tree, hit, meaning, top)
    if meaning.type == EventType.CONDEMNATION and target is not None:
        target = first_of(_answerable(scene, tree, top, target), target)
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
    doers = (by_whom(scene, tree, deed), tree.kid(deed, "nmod:poss"), *behind, *forces)
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
    return first_of(object_of(scene, top, hit.begin, hit.end), _towards(scene, tree, hit, top))


def _beyond(scene: Scene, tree: Tree, hit: Hit, top: int) -> int | None:
    """ "imposed sanctions on two judges": whom a verb with its listed object is aimed at; somebody held is himself."""
    taken = subject_of(scene, top) if hit.passive else object_of(scene, top, hit.begin, hit.end)
    if taken is None or can_act(scene, taken):
        return first_of(taken, _towards(scene, tree, hit, top))
    beside = [kid for at in (top, taken) for kid in tree.kids(at, "iobj", "obl", "nmod") if kid != taken]
    reached = scene.said["reached"]
    return next((k for k in beside if k not in scene.times and (not tree.case(k) or tree.case(k) in reached)), None)


def find_heads(scene: Scene, tree: Tree, hit: Hit, meaning: Meaning, top: int) -> Heads:
    """The head tokens of actor and target as the role and voice of the trigger governed by token `top` ask."""
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
        return subject_of(scene, top), first_of(_against(scene, tree, top), with_whom)
    if hit.role == PEOPLE:
        return None, _affected(scene, tree, top)
    return of_noun(scene, tree, hit, meaning, top)


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
