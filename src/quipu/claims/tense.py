"""Tense: whether what a trigger tells is over, or still goes on when the report is written.

The verb that governs the trigger says so: "have been protesting" goes on, "protested" is over. What a noun names goes
on with its verb only where it is something that lasts (a protest, not a killing).
"""

from enum import StrEnum

from quipu.claims.frames import NOUN
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.tree import VERBAL, Tree
from quipu.model import EventType
from quipu.sentences.inflect import BASE, FINITE, GERUND, PARTICIPLE, PAST, verb_forms

# Happenings that go on for days; the others are over when they are told.
LASTING = frozenset((
    EventType.PROTEST, EventType.STRIKE, EventType.BLOCKADE, EventType.OCCUPATION, EventType.EMERGENCY_DECREE,
    EventType.CURFEW, EventType.REPRESSION_FORCE_USE, EventType.DEMAND, EventType.CONDEMNATION,
))  # fmt: skip
# Measures that are in force from when they are imposed until they are lifted.
_IN_FORCE = (EventType.CURFEW, EventType.EMERGENCY_DECREE)
# Frames of the use of force whose nouns name one moment ("the shooting").
_AT_ONCE = frozenset(("gunfire",))
_STEPS = 8
_ENDS = frozenset((".", "!", "?", "…", "”", '"', "»", ")"))
# Endings of Spanish past tenses in the third person, regular and strong ("fue", "hizo").
_PAST_ENDS = ("ó", "aron", "ieron", "eron", "aba", "aban", "ía", "ían", "uvo", "izo", "ijo", "uso", "ue")


class Tense(StrEnum):
    """The tense of a clause, as far as it says whether something is over."""

    PAST = "past"
    PERFECT = "perfect"
    """ "have protested": up to now."""
    PROGRESSIVE = "progressive"
    """ "are protesting": now."""
    PRESENT = "present"
    OPEN = "open"
    """No finite verb, or one that says nothing of it ("may protest")."""


def goes_on(scene: Scene, hit: Hit, type: EventType) -> bool:
    """Whether what a trigger tells lasts to the day of the report."""
    if hit.role == NOUN and type in _IN_FORCE and _is_circumstance(scene, hit):
        return True
    if hit.role == NOUN and (type not in LASTING or hit.frame in _AT_ONCE or not _is_under_way(scene, hit)):
        return False
    tense = tense_of(scene, hit)
    if tense in (Tense.PERFECT, Tense.PROGRESSIVE):
        return True
    return tense is Tense.PRESENT and type in LASTING and not is_heading(scene)


def _is_under_way(scene: Scene, hit: Hit) -> bool:
    """Whether a noun is what its verb says to go on: its subject, the object of a light verb, the means ("with").

    An inquiry into a shooting goes on, and the shooting is over.
    """
    tree = scene.tree
    if tree is None:
        return False
    at = tree.top(hit.begin, hit.end)
    for _ in range(_STEPS):
        relation, above = tree.relation(at), tree.head(at)
        if relation in ("nsubj", "nsubj:pass") or tree.case(at) in scene.said["amid"]:
            return True
        if relation == "obj" and above >= 0:
            return scene.words[above] in scene.said["light"]
        if relation != "conj":
            return False
        at = above
    return False


def _is_circumstance(scene: Scene, hit: Hit) -> bool:
    """ "in defiance of a curfew", "during the state of emergency": a measure that is only mentioned is in force."""
    tree = scene.tree
    if tree is None:
        return False
    at = tree.top(hit.begin, hit.end)
    case = tree.case(at)
    return tree.relation(at) in ("obl", "nmod") and bool(case) and case not in scene.said["earlier"]


def is_heading(scene: Scene) -> bool:
    """Whether a line stands without a full stop: headlines tell what is over in the present tense."""
    return scene.words[-1] not in _ENDS


def tense_of(scene: Scene, hit: Hit) -> Tense:
    """The tense of the verb that governs a trigger; `OPEN` where the sentence has no tree."""
    tree = scene.tree
    if tree is None:
        return Tense.OPEN
    at = tree.top(hit.begin, hit.end)
    for _ in range(_STEPS):
        if at < 0:
            break
        if tree.case(at) in scene.said["earlier"]:
            return Tense.PAST
        if _heads_clause(tree, at):
            tense = _tense_at(scene, tree, at)
            if tense is not Tense.OPEN or not _shares_tense(scene, tree, at):
                return tense
        at = tree.head(at)
    return Tense.OPEN


def _shares_tense(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether a verb without a tense takes that of its governor: a gerund or a joined verb, no participle."""
    return tree.relation(at) in ("conj", "xcomp") or _form(scene, tree, at) == GERUND


def _heads_clause(tree: Tree, at: int) -> bool:
    return tree.pos(at) in VERBAL or tree.kid(at, "cop", "aux", "aux:pass") is not None


def _tense_at(scene: Scene, tree: Tree, at: int) -> Tense:
    helpers = [kid for kid in tree.kids(at, "aux", "aux:pass", "cop") if kid < at]
    if not helpers and tree.relation(at) == "conj" and tree.kid(at, "nsubj", "nsubj:pass") is None:
        return _of_helpers(scene, tree, _shared(tree, at), at)
    return _of_helpers(scene, tree, helpers, at)


def _shared(tree: Tree, at: int) -> list[int]:
    """ "have been marching and blocking": the auxiliaries of the verb that this one is joined to."""
    above = tree.head(at)
    alike = tree.tokens[above].lower[-2:] == tree.tokens[at].lower[-2:]
    return [kid for kid in tree.kids(above, "aux", "aux:pass") if kid < above] if alike else []


def _of_helpers(scene: Scene, tree: Tree, helpers: list[int], at: int) -> Tense:
    words = [tree.tokens[kid].lower for kid in helpers]
    if any(word in scene.said["modals"] or word in scene.said["infinitive"] for word in words):
        return Tense.OPEN
    if any(word in scene.said["perfect"] for word in words):
        return Tense.PERFECT
    present = [kid for kid in helpers if tree.tokens[kid].lower in scene.said["present"]]
    if present:
        under_way = tree.relation(present[0]) == "aux" and _form(scene, tree, at) == GERUND
        return Tense.PROGRESSIVE if under_way else Tense.PRESENT
    if words:
        return Tense.PAST
    if tree.kid(at, "mark") is not None and scene.words[tree.kid(at, "mark") or 0] in scene.said["infinitive"]:
        return Tense.OPEN
    form = _form(scene, tree, at)
    if tree.relation(at) == "conj" and tree.pos(tree.head(at)) not in VERBAL and tree.kid(at, "nsubj") is None:
        return Tense.OPEN  # "left several dead and wounded"
    if form == FINITE or (form == BASE and tree.kid(at, "nsubj") is not None):
        return Tense.PRESENT
    return Tense.PAST if form == PAST and tree.relation(at) not in ("acl", "amod") else Tense.OPEN


def _form(scene: Scene, tree: Tree, at: int) -> str:
    """The form of a verb as a rule of its language makes it."""
    token = tree.tokens[at]
    if scene.said.language == "es":
        return _spanish_form(token.lower)
    made = [form for word, form in verb_forms(token.lemma, "en") if word == token.lower]
    if token.lower == token.lemma:
        return PAST if PAST in made else BASE
    if FINITE in made:  # a past unlike its participle ("took") is called finite too
        return FINITE if token.lower.endswith("s") else PAST
    if made or token.lower.endswith("s"):
        return made[0] if made else FINITE
    return GERUND if token.lower.endswith("ing") else PAST


def _spanish_form(word: str) -> str:
    """A Spanish verb's form by its ending: the gerund, the participle, a past tense, else a present one."""
    if word.endswith("ndo"):
        return GERUND
    if word.endswith(("ar", "er", "ir")):
        return BASE
    if word.endswith(("ado", "ido", "ados", "idos", "ada", "ida", "adas", "idas", "to", "tos", "cho")):
        return PARTICIPLE
    return PAST if word.endswith(_PAST_ENDS) else FINITE
