"""How long something has gone on, told by its day or week: "in its sixth day", "entered its third week", "cumple nueve
días". From the day of the telling it gives the day on which it began."""

from dataclasses import replace
from datetime import date, timedelta

from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.scope import Scope, scope_of
from quipu.claims.tree import Tree
from quipu.model import ClaimDate, EventType
from quipu.sentences.numbers import read_number, read_ordinal

# What goes on without a break; a crowd that marches "for a third day" has marched three times.
_COUNTED = frozenset((
    EventType.STRIKE, EventType.BLOCKADE, EventType.OCCUPATION, EventType.CURFEW, EventType.EMERGENCY_DECREE,
))  # fmt: skip
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
# Words between a number and its unit ("sixth straight day"), before the number ("entered its"), and the most days that
# a strike is told to have lasted.
_BETWEEN, _BEFORE, _MOST = 1, 3, 400


def since_begun(scene: Scene, hit: Hit, type: EventType, when: ClaimDate | None) -> ClaimDate | None:
    """`when` with the day on which what the trigger names began, where its clause counts the days since; else `when`.

    The sixth day has five before it. Whole weeks count where they were just completed ("entered its third week",
    "cumple tres semanas"); "in its third week" leaves the first day open.
    """
    if when is None or when.finish is None or type not in _COUNTED or when.begin not in (None, when.finish):
        return when
    gone = _days_gone(scene, hit)
    return when if gone is None else _begun(when, when.finish, gone)


def _begun(when: ClaimDate, day: date, gone: timedelta) -> ClaimDate:
    return replace(when, begin=day - gone, finish=day, basis="context")


def _days_gone(scene: Scene, hit: Hit) -> timedelta | None:
    """The days that lay behind it on the day of the telling."""
    tree, said = scene.tree, scene.said
    if tree is None:
        return None
    top = tree.top(hit.begin, hit.end)
    for at, word in enumerate(scene.words):
        unit = _DAY if word in said["spell_days"] else _WEEK if word in said["spell_weeks"] else None
        if unit is None or not (scope_of(tree, top, at) <= Scope.SHARED or _is_aside_of(tree, at, top)):
            continue
        gone = _numbered(scene, at, unit)
        if gone is not None and timedelta(0) < gone < _MOST * _DAY:
            return gone
    return None


def _is_aside_of(tree: Tree, at: int, top: int) -> bool:
    """ "The strike, which has entered its third week, …": whether token `at` is told in a relative clause of `top`."""
    verb = tree.head(at)
    return verb >= 0 and tree.relation(verb) == "acl:relcl" and tree.head(verb) == top


def _numbered(scene: Scene, at: int, unit: timedelta) -> timedelta | None:
    """What lies behind by the number before the unit at token `at`, or right behind it ("semana tercera")."""
    said, tokens, language = scene.said, scene.sent.tokens, scene.said.language
    for begin in range(at - 1, max(-1, at - _BETWEEN - 3), -1):
        before = scene.words[max(0, begin - _BEFORE) : begin]
        ordinal = read_ordinal(tokens, begin, language)
        if ordinal is not None and _touches(scene, begin + ordinal.length, at) and ordinal.value is not None:
            entered = unit == _DAY or any(word in said["spell_enters"] for word in before)
            owned = before[-1:] and (before[-1] in said["spell_its"])
            return (int(ordinal.value) - 1) * unit if owned and entered else None
        number = read_number(tokens, begin, language)
        if number is None or number.value is None or not _touches(scene, begin + number.length, at):
            continue
        if any(word in said["spell_completes"] for word in before):
            return int(number.value) * unit - (_DAY if unit == _DAY else timedelta(0))
    return None


def _touches(scene: Scene, end: int, at: int) -> bool:
    """Whether nothing but "straight" or "consecutive" stands between the number's end and the unit."""
    return 0 <= at - end <= _BETWEEN and all(word in scene.said["spell_joined"] for word in scene.words[end:at])
