"""When: the nearest time of the clause, else the one that the passage or the document has given."""

from dataclasses import dataclass
from datetime import date, timedelta

from quipu.claims.elapsed import since_begun
from quipu.claims.frames import NOUN
from quipu.claims.match import Hit
from quipu.claims.periods import is_before, is_start
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.spells import days_with_joined, times_of
from quipu.claims.tense import LASTING, Tense, goes_on, tense_of
from quipu.claims.turns import ended_by
from quipu.model import ClaimDate, EventType, Time
from quipu.sentences.inflect import GERUND

_WEEK = timedelta(days=7)
# What goes on until it is lifted, on another day than it was imposed.
_MEASURES = frozenset((EventType.EMERGENCY_DECREE, EventType.CURFEW, EventType.STRIKE, EventType.BLOCKADE))


@dataclass(frozen=True, slots=True)
class Kind:
    """What is to be dated: its type, whether it happened, whether it runs on, whether it is a running total."""

    type: EventType
    happened: bool
    cumulative: bool = False
    total: bool = False
    planned: bool = False


def date_of(scene: Scene, hit: Hit, setting: Setting, kind: Kind) -> ClaimDate | None:
    """When, with the day on which it began where the words count the days since ("in its sixth day")."""
    when = _dated(scene, hit, setting, kind)
    return since_begun(scene, hit, kind.type, when) if kind.happened else when


def _dated(scene: Scene, hit: Hit, setting: Setting, kind: Kind) -> ClaimDate | None:
    """When: a time of the clause, of a clause that governs it, the passage's, the document's day, in that order.

    What goes on (a perfect, a total, a standing demand) lasts from the crisis's stated beginning to the report's day.
    What happened on no stated day happened between the two.
    """
    if kind.total:
        return total_date(scene, hit, setting)
    lasts = goes_on(scene, hit, kind.type) or is_lasting(scene, hit)
    stated = _onset(scene, hit, setting, kind) or _stated(
        scene, hit, setting, kind, told=not lasts or kind.type not in LASTING
    )
    if stated is not None:
        return stated
    asked = kind.type == EventType.DEMAND and kind.cumulative and _was_asked(scene, hit)
    if kind.cumulative and not asked:
        return _lasting(setting)
    if not (kind.happened or asked):
        return None
    # "Nine have died": over by now, on the passage's day where it has one, not on the day of another passage.
    by_now = lasts and kind.type not in LASTING
    days = (None if lasts and not by_now else setting.time, None if lasts else setting.story_day)
    day = next((day for day in days if day is not None), None)
    return _lasting(setting) if day is None else ClaimDate(day.begin, day.finish, "context", day.span)


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
    own = [t for t in times_of(scene, hit) if t.begin and tree.is_under(tree.top(*scene.tokens(t.span)), at)]
    holds = all((t.begin or day) <= day <= (t.finish or day) for t in own)
    return ClaimDate(day, day, "context") if holds else None


def _stated(scene: Scene, hit: Hit, setting: Setting, kind: Kind, *, told: bool) -> ClaimDate | None:
    """The day or stretch that the sentence itself gives for a trigger; `told`: also that on which it was told of."""
    for time in _of_ending(scene, hit, kind, times_of(scene, hit, told=told)):
        if kind.happened and setting.now is not None and (time.begin or setting.now) > setting.now:
            continue
        starts = is_start(scene, time)
        if starts and hit.role == NOUN and kind.type not in LASTING and not _inside_since(scene, hit, time):
            continue
        if starts and not _inside_since(scene, hit, time):
            return ClaimDate(time.begin, setting.now, time.basis, time.span)
        if is_before(scene, time, "starting"):
            begin = _to_come(scene, time, setting) if kind.planned else time.begin
            return ClaimDate(begin, setting.now if kind.happened else None, time.basis, time.span)
        if not kind.cumulative or time.begin == time.finish:
            begin, finish = days_with_joined(scene, time)
            if kind.planned and finish == begin and is_before(scene, time, "meant_for"):
                begin = finish = _to_come(scene, time, setting)
            return ClaimDate(begin, finish, time.basis, time.span)
    return None


def _of_ending(scene: Scene, hit: Hit, kind: Kind, times: list[Time]) -> list[Time]:
    """ "The curfew, imposed on Monday, was lifted on Friday": the times of the verb that ends it, where it has any."""
    tree, verb = scene.tree, ended_by(scene, hit) if kind.type in _MEASURES else None
    if tree is None or verb is None:
        return times
    return [time for time in times if tree.head(tree.top(*scene.tokens(time.span))) == verb] or times


def _to_come(scene: Scene, time: Time, setting: Setting) -> date | None:
    """The day of a plan: "have called a strike from Tuesday" means the coming one; "had called" leaves it open."""
    (begin, end), now = scene.tokens(time.span), setting.now
    leads = (scene.said["determiners"], scene.said["of"])  # "del lunes"
    bare = all(any(word in listed for listed in leads) for word in scene.words[begin : end - 1])
    weekday = bare and scene.words[end - 1] in scene.said["weekdays"]
    weekday = weekday and not any(word in scene.said["had"] for word in scene.words)
    if not weekday or now is None or time.begin is None or not now - _WEEK <= time.begin < now:
        return time.begin
    return time.begin + _WEEK


def _was_asked(scene: Scene, hit: Hit) -> bool:
    """ "The Union called for talks": somebody asked once; "are calling for" stands."""
    return hit.role != NOUN and tense_of(scene, hit) is Tense.PAST


def total_date(scene: Scene, hit: Hit, setting: Setting) -> ClaimDate | None:
    """A total runs from its "since", else the crisis's beginning, to its day ("on Tuesday night"), else the anchor."""
    begin, finish = setting.counted_from, setting.counted_to or setting.now
    basis, span = ("context" if begin else "anchor"), None
    for time in reversed(times_of(scene, hit)):
        if is_start(scene, time) or is_before(scene, time, "starting"):
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
