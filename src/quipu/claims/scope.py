"""Scope: how a time or place of a sentence bears on a trigger, from the tree.

What stands in the trigger's own clause is its own; what a verb that governs it has is shared with it; what stands in
another clause ("where they have camped since he was ousted on Wednesday") is that clause's.
"""

from enum import IntEnum

from quipu.claims.tree import VERBAL, Tree

_CLAUSES = frozenset((
    "acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "csubj:pass", "parataxis", "csubj:outer",
))  # fmt: skip
_SAYS = frozenset(("ccomp", "parataxis"))
# Clauses that say when, why or with what a thing was done: what they date, they date for it too.
_CIRCUMSTANCES = frozenset(("advcl", "ccomp", "parataxis"))
# A relative clause tells of its noun: the noun's time is its own, that of the rest rather not.
_ASIDES = frozenset(("acl:relcl", "advcl:relcl"))
_STEPS = 40


class Scope(IntEnum):
    """How near a mention is to a trigger in the tree; smaller is nearer."""

    OWN = 0
    SHARED = 1
    """It hangs on a verb that governs the trigger's clause, or that the trigger is joined to."""
    BESIDE = 2
    """It stands in a clause that hangs on the trigger, or that says when or why, or in one joined behind it."""
    TOLD = 3
    """It hangs on the verb that tells of the trigger ("said on Monday that")."""
    OTHER = 4
    """It stands in a clause that has nothing to do with the trigger."""


def scope_of(tree: Tree, top: int, at: int) -> Scope:
    """How token `at`, the head of a time or place, bears on the trigger whose head is `top`."""
    mine, theirs = _path(tree, top), _path(tree, at)
    meet = next((node for node in mine if node in theirs), None)
    if meet is None:
        return Scope.OTHER
    up, down = mine[: mine.index(meet)], theirs[: theirs.index(meet)]
    left = [tree.relation(node) for node in up]
    entered = [tree.relation(node) for node in down]
    if any(relation in _CLAUSES for relation in entered) or _is_joined_verb(tree, down):
        crossed = any(relation in _CLAUSES for relation in left)
        clauses = [relation for relation in entered if relation in _CLAUSES]
        hung = all(relation in _CIRCUMSTANCES for relation in clauses)
        about = meet == top and len(clauses) == 1
        return Scope.BESIDE if about or (hung and not crossed) else Scope.OTHER
    if any(relation in _ASIDES for relation in left):
        return Scope.SHARED if left[-1] in _ASIDES and tree.pos(meet) not in VERBAL else Scope.TOLD
    if any(relation in _SAYS for relation in left):
        return Scope.TOLD
    shared = any(relation in _CLAUSES for relation in left) or _is_joined_verb(tree, up)
    return Scope.SHARED if shared else Scope.OWN


def _path(tree: Tree, at: int) -> list[int]:
    """A token and all that govern it, upwards."""
    path = [at]
    while len(path) < _STEPS and tree.head(path[-1]) >= 0:
        path.append(tree.head(path[-1]))
    return path


def _is_joined_verb(tree: Tree, nodes: list[int]) -> bool:
    return any(tree.relation(node) == "conj" and tree.pos(node) in VERBAL for node in nodes)
