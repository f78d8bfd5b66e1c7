"""The times of a sentence that a trigger may take, the nearest in the tree first."""

from datetime import date

from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.scope import Scope, scope_of
from quipu.model import Time

# Words of a dateline on each side of its date.
_DATELINE = 9
# Without a tree: words between a trigger and a time of another clause, and words that a sentence opens with.
_NEAR, _OPENS = 12, 4
# The first token of a time that opens a sentence, behind its preposition.
_FIRST = 1


def times_of(scene: Scene, hit: Hit, *, told: bool = True) -> list[Time]:
    """Times that name days: those of the clause first, then those of clauses above it, then by distance."""
    ranked = []
    for time in scene.sent.times:
        if time.begin is None and time.finish is None:
            continue
        begin, end = scene.tokens(time.span)
        if _is_dateline(scene, end):
            continue
        distance = min(abs(begin - hit.end), abs(hit.begin - end))
        rank = _rank(scene, hit, begin, end)
        if rank is not None and (told or rank < Scope.TOLD):
            ranked.append((rank, time.begin != time.finish, distance, begin, time))
    return [time for *_, time in sorted(ranked, key=lambda row: row[:4])]


def _rank(scene: Scene, hit: Hit, begin: int, end: int) -> int | None:
    """How near the time at tokens [begin, end) is to a trigger, None for a time of something else.

    By the tree, else by the words: a time of another clause counts nearby and at the sentence's start only.
    """
    tree = scene.tree
    if tree is not None:
        scope = scope_of(tree, tree.top(hit.begin, hit.end), tree.top(begin, end))
        if scope is Scope.OTHER:  # a time that opens a sentence sets it all, wherever the parser hangs it
            return int(Scope.TOLD) if begin <= _FIRST else None
        return int(scope)
    outside = not hit.clause[0] <= begin < hit.clause[1]
    distance = min(abs(begin - hit.end), abs(hit.begin - end))
    return None if outside and distance > _NEAR and begin > _OPENS else int(outside)


def _is_dateline(scene: Scene, end: int) -> bool:
    """Whether a time that ends at token `end` is the head of a dateline ("LIMA, Dec 14, 2022 (Wire) -")."""
    if end > _DATELINE:
        return False
    behind = "".join(scene.words[end : end + _DATELINE])
    return behind.startswith("(") and any(mark in behind for mark in (")-", ").-", ")–", ")—"))


def days_with_joined(scene: Scene, time: Time) -> tuple[date | None, date | None]:
    """The days of a time with those of the times joined to it ("on Friday and Saturday")."""
    tree = scene.tree
    begin, finish = time.begin, time.finish
    if tree is None or begin is None or finish is None:
        return begin, finish
    head = tree.top(*scene.tokens(time.span))
    first = tree.head(head) if tree.relation(head) == "conj" else head
    for other in scene.sent.times:
        at = tree.top(*scene.tokens(other.span))
        joined = at == first or (tree.relation(at) == "conj" and tree.head(at) == first)
        in_order = other.begin is not None and (other.span < time.span) == (other.begin < begin)
        if joined and in_order and other.begin is not None and other.finish is not None:
            begin, finish = min(begin, other.begin), max(finish, other.finish)
    return begin, finish
