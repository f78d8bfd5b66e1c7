"""Who stands where around a verb in its tree: its voice, its subject and its object.

Relations are those of Universal Dependencies 2 as the English Web Treebank uses them.
"""

from quipu.claims.scene import Scene
from quipu.claims.tree import NOMINAL, VERBAL, Tree
from quipu.sentences.inflect import BASE, FINITE, GERUND, PARTICIPLE, PAST

_STEPS = 6
# Tokens that a dateline takes at most, and what ends it.
_DATELINE = 10
_DASHES = frozenset(("—", "–", "--", "-", "―"))
_RELATIVE_CLAUSE = "acl:relcl"


def passive_of(tree: Tree, verb: int, form: str, steps: int = _STEPS) -> bool | None:
    """Whether a verb in this form (see `inflect`) is passive; None where the tree leaves it open."""
    if form == GERUND:
        return False
    if tree.kid(verb, "aux:pass") is not None:
        return True
    if tree.kid(verb, "obl:agent") is not None:  # "condemned the crackdown by the army" has all that an active verb has
        return tree.kid(verb, "nsubj") is None or tree.kid(verb, "obj") is None
    if tree.kid(verb, "nsubj:pass") is not None:  # a headline's passive; with an object the parser was wrong
        return tree.kid(verb, "obj") is None
    if tree.kid(verb, "obj") is not None:
        return False
    if tree.kid(verb, "nsubj") is not None:  # "with key roads blocked" has a bare subject too
        # With a clause as its object ("unions demanded that …") it is as active as with a noun.
        return False if form in (BASE, FINITE) or tree.kid(verb, "aux", "ccomp") is not None else None
    if form not in (PAST, PARTICIPLE) or tree.pos(verb) not in ("VERB", "ADJ"):
        return False if form in (BASE, FINITE) else None
    relation = tree.relation(verb)
    if relation == "conj" and steps and tree.pos(tree.head(verb)) in VERBAL and tree.kid(verb, "aux") is None:
        return passive_of(tree, tree.head(verb), form, steps - 1)
    if relation in ("acl", "amod"):
        return True
    return None


def subject_of(scene: Scene, verb: int, steps: int = _STEPS) -> int | None:
    """The head of the noun phrase that is the subject of a verb: its own, one that it shares, or one that controls it.

    A relative pronoun gives way to the noun that it stands for.
    """
    tree = scene.tree
    if tree is None or not steps:
        return None
    above = tree.head(verb)
    own = own_subject(tree, verb)
    if own is not None:
        return antecedent(scene, own, verb)
    relation = tree.relation(verb)
    if above < 0:
        return None
    if relation == "conj":
        return subject_of(scene, above, steps - 1) if _governs_clause(tree, above) else None
    if relation == "xcomp":
        return _controller(scene, verb, above, steps)
    if relation in (_RELATIVE_CLAUSE, "amod"):
        return above
    if relation == "acl":
        return _holder(scene, verb, above, steps)
    nominal = tree.kid(verb, "case") is not None  # "after talks with the unions" is no clause, though it hangs as one
    if relation in ("advcl", "advcl:relcl", "ccomp", "dep") and not nominal and _is_bare(tree, verb):
        return subject_of(scene, above, steps - 1)
    return None


def own_subject(tree: Tree, verb: int) -> int | None:
    """The subject among a verb's dependents, the nearest before it; a dateline ("LIMA — A man was …") is none."""
    subjects = list(tree.kids(verb, "nsubj", "nsubj:pass", "nsubj:outer"))
    if not subjects:
        return None
    own = next((at for at in reversed(subjects) if at < verb), subjects[0])
    dash = next((at for at in range(own + 1, min(verb, own + _DATELINE)) if _is_dash(tree, at)), None)
    if dash is not None and tree.pos(own) == "PROPN":
        told = (at for at in range(dash + 1, verb) if tree.relation(at) in ("appos", "parataxis", "conj"))
        return next((at for at in told if tree.pos(at) in NOMINAL), own)
    return own


def _is_dash(tree: Tree, at: int) -> bool:
    """Whether a token is a dash with a space beside it; the hyphen of a name ("Park Ji-hoon") ends no dateline."""
    if tree.tokens[at].text not in _DASHES or not 0 < at < len(tree.tokens) - 1:
        return False
    before, dash, behind = (tree.tokens[i].span for i in (at - 1, at, at + 1))
    return before.end < dash.start or dash.end < behind.start


def antecedent(scene: Scene, at: int, verb: int) -> int:
    """The noun that a relative pronoun stands for; any other token stands for itself."""
    tree = scene.tree
    if tree is None or tree.pos(at) not in ("PRON", "DET", "SCONJ") or scene.words[at] not in scene.said["relatives"]:
        return at
    for _ in range(_STEPS):
        if tree.relation(verb) in (_RELATIVE_CLAUSE, "acl"):
            return tree.head(verb)
        verb = tree.head(verb)
        if verb < 0:
            break
    return at


def object_of(scene: Scene, verb: int, begin: int, end: int) -> int | None:
    """The head of what a verb is done to, outside the trigger's own tokens [begin, end).

    Its object; the noun behind a preposition that is part of the trigger ("opened fire on", "called for"); the object
    that it shares with a verb joined to it; the noun that its relative clause describes.
    """
    tree = scene.tree
    if tree is None:
        return None
    if end - begin > 1 and tree.relation(end - 1) in ("case", "mark") and tree.head(end - 1) >= end:
        return antecedent(scene, tree.head(end - 1), verb)
    for kid in tree.kids(verb, "obj", "iobj"):
        if not begin <= kid < end:
            return antecedent(scene, kid, verb)
    # "matar a nueve campesinos": somebody behind the Spanish personal "a" is the object, whatever the parser calls it.
    for kid in tree.kids(verb, "obl"):
        if kid >= end and tree.case(kid) in scene.said["personal"] and is_people(scene, kid):
            return kid
    for joined in tree.kids(verb, "conj"):
        if tree.pos(joined) == "VERB" and tree.kid(joined, "nsubj", "nsubj:pass") is None:
            shared = tree.kid(joined, "obj")
            if shared is not None and not any(kid > verb for kid in tree.kids(verb, "obl", "ccomp", "xcomp")):
                return shared
    if tree.relation(verb) == _RELATIVE_CLAUSE and begin + 1 == end:
        own = tree.kid(verb, "nsubj")
        if own is not None and antecedent(scene, own, verb) == own and not _is_circumstance(scene, verb):
            return tree.head(verb)
    return None


def _is_circumstance(scene: Scene, verb: int) -> bool:
    """ "the day on which police arrested": the noun is when or where, not whom."""
    tree = scene.tree
    assert tree is not None
    noun = tree.head(verb)
    if noun in scene.times:
        return True
    marks = [*tree.kids(verb, "obl", "advmod")]
    return any(scene.words[at] in scene.said["relatives"] or scene.words[at] in ("where", "when") for at in marks)


def agent_of_passive(scene: Scene, verb: int) -> int | None:
    """The head of the phrase behind "by"."""
    tree = scene.tree
    if tree is None:
        return None
    for kid in tree.kids(verb, "obl:agent", "obl"):
        if tree.case(kid) in scene.said["by"] and kid not in scene.times and tree.pos(kid) != "NUM":
            return None if scene.said["votes"].at(scene.words, kid) or is_length(scene, kid) else kid
    # "killed in firing by the police": the agent of the happening behind "in".
    for kid in tree.kids(verb, "obl"):
        inner = next((k for k in tree.kids(kid, "nmod") if tree.case(k) in scene.said["by"]), None)
        if inner is not None and kid not in scene.times and can_act(scene, inner):
            return inner
    above = tree.head(verb)
    # "were arrested and beaten by soldiers": the agent stands with the last verb.
    for joined in tree.kids(verb, "conj"):
        if tree.kid(joined, "nsubj", "nsubj:pass", "aux:pass") is None:
            agent = tree.kid(joined, "obl:agent")
            if agent is not None:
                return agent
    if above >= 0 and tree.relation(verb) == "xcomp":
        return tree.kid(above, "obl:agent")
    return None


def is_length(scene: Scene, at: int) -> bool:
    """ "extended by thirty days", "a strike of 48 hours": how much or how long, not who."""
    span = scene.spans[at]
    return any(time.type == "DURATION" and time.span.holds(span) for time in scene.sent.times)


def _controller(scene: Scene, verb: int, above: int, steps: int) -> int | None:
    """ "was forced to", "decided to", "ordered troops to": the governor's object, else its subject."""
    tree = scene.tree
    assert tree is not None
    if scene.words[above] not in scene.said["subject_controls"]:
        whom = tree.kid(above, "obj", "iobj")
        if whom is not None:
            return antecedent(scene, whom, above)
    return subject_of(scene, above, steps - 1)


def _holder(scene: Scene, verb: int, noun: int, steps: int) -> int | None:
    """The subject of a clause that hangs on a noun: the noun, or who is behind it ("a move by X to", "the march of X").

    A parser often hangs "demanding" in "were on the streets demanding" on the last noun; who demands is somebody.
    """
    tree = scene.tree
    assert tree is not None
    if tree.kid(noun, "cop") is not None and (subject := tree.kid(noun, "nsubj")) is not None:
        return antecedent(scene, subject, noun)
    if tree.kid(verb, "mark") is None and (can_act(scene, noun) or tree.tokens[verb].lower[-3:] not in ("ing", "ndo")):
        return noun
    for kid in tree.kids(noun, "nmod", "obl", "nmod:poss"):
        if tree.relation(kid) == "nmod:poss" or tree.case(kid) in scene.said["by"]:
            return kid
    near = [kid for kid in tree.kids(noun, "nmod", "obl") if kid < verb and can_act(scene, kid)]
    if near:
        return near[-1]
    above, relation = tree.head(noun), tree.relation(noun)
    for _ in range(steps):
        if above < 0 or tree.pos(above) in VERBAL or relation not in ("nmod", "conj", "acl", "obl"):
            break
        if can_act(scene, above):
            return above
        above, relation = tree.head(above), tree.relation(above)
    if above >= 0 and _governs_clause(tree, above):
        return subject_of(scene, above, steps - 1)
    return None


def can_act(scene: Scene, at: int) -> bool:
    """Whether a noun is somebody: a person, a crowd, a force, a named body or country, a pronoun."""
    tree, said = scene.tree, scene.said
    assert tree is not None
    if tree.tokens[at].entity or tree.pos(at) == "PRON":
        return True
    if any(begin + said.somebody.at(scene.words, begin) > at for begin in range(max(0, at - 2), at + 1)):
        return True
    return any(actor.span.meets(scene.spans[at]) for actor in scene.sent.actors)


def is_people(scene: Scene, at: int) -> bool:
    """Whether a noun is listed as people, a crowd, a force or the press."""
    said = scene.said
    return any(listed.at(scene.words, at) for listed in (said.anybody, said.crowds, said.state_forces, said.press))


def _governs_clause(tree: Tree, at: int) -> bool:
    return tree.pos(at) in VERBAL or tree.kid(at, "cop", "nsubj", "nsubj:pass") is not None or (
        tree.pos(at) not in NOMINAL
    )  # fmt: skip


def _is_bare(tree: Tree, verb: int) -> bool:
    """Whether a clause has no tense of its own: no auxiliary but "having" and "being", a participle or infinitive."""
    finite = [at for at in tree.kids(verb, "aux", "aux:pass", "cop") if not tree.tokens[at].lower.endswith("ing")]
    to = [at for at in tree.kids(verb, "mark", "aux") if tree.tokens[at].lower == "to"]
    return bool(to) or not finite
