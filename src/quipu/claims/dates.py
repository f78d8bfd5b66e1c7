"""When: the nearest time of the clause, else the one that the passage or the document has given."""

from dataclasses import dataclass
from datetime import date

from quipu.claims.frames import NOUN
from quipu.claims.match import Hit
from quipu.claims.periods import opens_period
from quipu.claims.scene import Scene
from quipu.claims.scope import Scope, scope_of
from quipu.claims.settings import Setting
from quipu.claims.tense import LASTING, Tense, goes_on, tense_of
from quipu.claims.tree import VERBAL
from quipu.model import ClaimDate, EventType, Time
from quipu.sentences.inflect import GERUND

# Words of a dateline on each side of its date.
_DATELINE = 9
# Without a tree: words between a trigger and a time of another clause, and words that a sentence opens with.
_NEAR, _OPENS = 12, 4


@dataclass(frozen=True, slots=True)
class Kind:
    """What is to be dated: its type, whether it happened, whether it runs on, whether it is a running total."""

    type: EventType
    happened: bool
    cumulative: bool = False
    total: bool = False


def date_of(scene: Scene, hit: Hit, setting: Setting, kind: Kind) -> ClaimDate | None:
    """When: a time of the clause, of a clause that governs it, the passage's, the document's day, in that order.

    What goes on (a perfect, a total, a standing demand) lasts from the crisis's stated beginning to the report's day.
    What happened on no stated day happened between the two.
    """
    if kind.total:
        return total_date(scene, hit, setting)
    lasts = goes_on(scene, hit, kind.type) or is_lasting(scene, hit)
    stated = _onset(scene, hit, setting, kind) or _stated(scene, hit, setting, kind)
    if stated is not None:
        return stated
    asked = kind.type == EventType.DEMAND and kind.cumulative and _was_asked(scene, hit, kind)
    if kind.cumulative and not asked:
        return _lasting(setting)
    if not (kind.happened or asked):
        return None
    if lasts:
        return _lasting(setting)
    for day in (setting.time, setting.story_day):
        if day is not None:
            return ClaimDate(day.begin, day.finish, "context", day.span)
    return _lasting(setting)


def _onset(scene: Scene, hit: Hit, setting: Setting, kind: Kind) -> ClaimDate | None:
    """ "… have rocked the country since his removal": what the crisis is told since happened on its first day."""
    tree = scene.tree
    if tree is None or hit.role != NOUN or kind.type in LASTING or setting.crisis_began is None:
        return None
    at = tree.top(hit.begin, hit.end)
    while tree.relation(at) == "conj" and not tree.case(at):
        at = tree.head(at)
    if tree.case(at) not in scene.said["since"]:
        return None
    day = setting.crisis_began
    own = [t for t in _times_of(scene, hit) if t.begin and tree.is_under(tree.top(*scene.tokens(t.span)), at)]
    holds = all((t.begin or day) <= day <= (t.finish or day) for t in own)
    return ClaimDate(day, day, "context") if holds else None


def _stated(scene: Scene, hit: Hit, setting: Setting, kind: Kind) -> ClaimDate | None:
    """The day or stretch that the sentence itself gives for a trigger."""
    for time in _times_of(scene, hit):
        if kind.happened and setting.now is not None and (time.begin or setting.now) > setting.now:
            continue
        starts = _is_start(scene, time)
        if starts and hit.role == NOUN and kind.type not in LASTING and not _inside_since(scene, hit, time):
            continue
        if starts and not _inside_since(scene, hit, time):
            return ClaimDate(time.begin, setting.now, time.basis, time.span)
        if _is_before(scene, time, "starting"):
            return ClaimDate(time.begin, setting.now if kind.happened else None, time.basis, time.span)
        if not kind.cumulative or time.begin == time.finish:
            begin, finish = _with_joined(scene, time)
            return ClaimDate(begin, finish, time.basis, time.span)
    return None


def _with_joined(scene: Scene, time: Time) -> tuple[date | None, date | None]:
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
        if joined and other.begin is not None and other.finish is not None:
            begin, finish = min(begin, other.begin), max(finish, other.finish)
    return begin, finish


def _was_asked(scene: Scene, hit: Hit, kind: Kind) -> bool:
    """ "The Union called for talks": somebody asked once; "are calling for" stands."""
    return hit.role != NOUN and tense_of(scene, hit) is Tense.PAST


def total_date(scene: Scene, hit: Hit, setting: Setting) -> ClaimDate | None:
    """A total runs from its "since", else the crisis's beginning, to its day ("on Tuesday night"), else the anchor."""
    begin, finish = setting.counted_from, setting.now
    basis, span = ("context" if begin else "anchor"), None
    for time in reversed(_times_of(scene, hit)):
        if _is_start(scene, time) or _is_before(scene, time, "starting"):
            begin, basis, span = time.begin, time.basis, time.span
        elif (
            time.begin is not None
            and time.begin == time.finish
            and (setting.anchor is None or time.begin <= setting.anchor)
        ):
            finish, basis, span = time.finish, time.basis, time.span
    if begin is not None and finish is not None and begin > finish:
        begin = None
    return ClaimDate(begin, finish, basis, span) if begin or finish else None


def first_day(scene: Scene, setting: Setting) -> ClaimDate | None:
    """The earliest of a sentence's days: a toll that a later death adds to ("bringing to 18") is of the earlier day."""
    days = [t for t in scene.sent.times if t.begin is not None and t.begin == t.finish]
    days = [t for t in days if setting.anchor is None or (t.begin or setting.anchor) <= setting.anchor]
    first = min(days, key=lambda t: (t.begin or date.max, t.span), default=None)
    return ClaimDate(first.begin, first.finish, first.basis, first.span) if first else None


def _lasting(setting: Setting) -> ClaimDate | None:
    if setting.now is None:
        return None
    return ClaimDate(setting.crisis_began, setting.now, "context" if setting.crisis_began else "anchor")


def is_lasting(scene: Scene, hit: Hit) -> bool:
    """ "have been protesting", "are taking place", "there have been many arrests": it lasts to the anchor."""
    helpers = scene.words[max(hit.clause[0], hit.front - 4) : hit.begin] if hit.role == NOUN else (
        scene.words[hit.front : hit.begin]
    )  # fmt: skip
    if any(word in scene.said["perfect"] for word in helpers):
        return True
    present = any(word in scene.said["present"] for word in helpers)
    return present and hit.trigger.form == GERUND


def _inside_since(scene: Scene, hit: Hit, time: Time) -> bool:
    """ "Since the coup on December 7": the coup itself happened on that day."""
    begin, _ = scene.tokens(time.span)
    return any(scene.words[at] in scene.said["since"] for at in range(max(0, hit.begin - 5), hit.begin)) and (
        hit.begin < begin
    )  # fmt: skip


def _times_of(scene: Scene, hit: Hit) -> list[Time]:
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
        if rank is not None:
            ranked.append((rank, time.begin != time.finish, distance, begin, time))
    return [time for *_, time in sorted(ranked, key=lambda row: row[:4])]


def _rank(scene: Scene, hit: Hit, begin: int, end: int) -> int | None:
    """How near the time at tokens [begin, end) is to a trigger, None for a time of something else.

    By the tree, else by the words: a time of another clause counts nearby and at the sentence's start only.
    """
    tree = scene.tree
    if tree is not None:
        scope = scope_of(tree, tree.top(hit.begin, hit.end), tree.top(begin, end))
        return None if scope is Scope.OTHER else int(scope)
    outside = not hit.clause[0] <= begin < hit.clause[1]
    distance = min(abs(begin - hit.end), abs(hit.begin - end))
    return None if outside and distance > _NEAR and begin > _OPENS else int(outside)


def _is_dateline(scene: Scene, end: int) -> bool:
    """Whether a time that ends at token `end` is the head of a dateline ("LIMA, Dec 14, 2022 (Wire) -")."""
    if end > _DATELINE:
        return False
    behind = "".join(scene.words[end : end + _DATELINE])
    return behind.startswith("(") and any(mark in behind for mark in (")-", ").-", ")–", ")—"))


def _is_start(scene: Scene, time: Time) -> bool:
    """ "since Sunday", "since the protests began on Sunday", "since the coup of December 7"."""
    return _is_before(scene, time, "since") or opens_period(scene, time) or _dates_onset(scene, time)


def _dates_onset(scene: Scene, time: Time) -> bool:
    """Whether a time belongs to a noun behind "since", by the tree."""
    tree = scene.tree
    at = tree.top(*scene.tokens(time.span)) if tree is not None else -1
    while tree is not None and at >= 0 and tree.pos(at) not in VERBAL:
        if tree.case(at) in scene.said["since"]:
            return True
        at = tree.head(at)
    return False


def _is_before(scene: Scene, time: Time, name: str) -> bool:
    """Whether a word of the list `name` stands up to three words before a time, or opens it."""
    begin, _ = scene.tokens(time.span)
    return any(word in scene.said[name] for word in scene.words[max(0, begin - 3) : begin + 1])
