"""Who did it and to whom as the reader of roles has it, where the tree names nobody; and whom to believe neither."""

from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.tree import Range
from quipu.claims.voices import antecedent, can_act, own_subject
from quipu.claims.wording import phrase_of
from quipu.sentences.inflect import GERUND


def labelled_actor(scene: Scene, hit: Hit) -> Range | None:
    """The actor as the reader of roles has it: PropBank's ARG0 of the trigger, where it is somebody."""
    head = _labelled(scene, hit, "ARG0")
    return phrase_of(scene, head) if head is not None and can_act(scene, head) else None


def labelled_target(scene: Scene, hit: Hit) -> Range | None:
    """The target as the reader of roles has it: PropBank's ARG1 of the trigger, where it is somebody."""
    head = _labelled(scene, hit, "ARG1")
    return phrase_of(scene, head) if head is not None and can_act(scene, head) else None


def _labelled(scene: Scene, hit: Hit, label: str) -> int | None:
    """The head of the nearest stretch that plays a part in what the trigger names, outside the trigger itself."""
    tree = scene.tree
    assert tree is not None
    top = tree.top(hit.begin, hit.end)
    predicate = next((p for p in scene.sent.predicates if p.token == top), None)
    roles = [r for r in predicate.roles if r.label == label and not r.begin <= top < r.end] if predicate else []
    for role in sorted(roles, key=lambda r: min(abs(top - r.begin), abs(top - r.end))):
        head = tree.top(role.begin, role.end)
        if tree.relation(head) == "nummod" and tree.head(head) == role.end:  # the label on "9" alone of "9 ministers"
            head = tree.head(head)
        if tree.pos(head) in ("NOUN", "PROPN", "PRON"):
            return antecedent(scene, head, top)
    return None


def can_harm(scene: Scene, hit: Hit, actor: Range) -> bool:
    """Whether an actor may be kept: in "bullets were used, killing two" the subject of the passive is nobody."""
    tree = scene.tree
    if tree is None or hit.trigger.form != GERUND:
        return True
    top = tree.top(hit.begin, hit.end)
    above = tree.head(top)
    lent = own_subject(tree, top) is None and above >= 0 and tree.kid(above, "aux:pass") is not None
    return not lent or can_act(scene, tree.top(*actor))
