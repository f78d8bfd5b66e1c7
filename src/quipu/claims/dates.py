"""When: the nearest time of the clause, else the one that the passage or the document has given."""

from datetime import date

from quipu.claims.frames import NOUN
from quipu.claims.match import Hit
from quipu.claims.periods import opens_period
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.model import ClaimDate, Time
from quipu.sentences.inflect import GERUND

# Words of a dateline on each side of its date.
_DATELINE = 9


def date_of(
    scene: Scene, hit: Hit, setting: Setting, *, cumulative: bool, happened: bool, total: bool = False
) -> ClaimDate | None:
    """When: the clause's nearest time, the sentence's, the passage's, the document's day, in that order.

    What goes on (a perfect, a total, a standing demand) lasts from the crisis's stated beginning to the anchor.
    """
    if total:
        return total_date(scene, hit, setting)
    for time in _times_of(scene, hit):
        if happened and setting.anchor is not None and (time.begin or setting.anchor) > setting.anchor:
            continue
        if _is_start(scene, time) and not _inside_since(scene, hit, time):
            return ClaimDate(time.begin, setting.anchor, time.basis, time.span)
        if _is_before(scene, time, "starting"):
            return ClaimDate(time.begin, setting.anchor if happened else None, time.basis, time.span)
        if not cumulative or time.begin == time.finish:
            return ClaimDate(time.begin, time.finish, time.basis, time.span)
    if cumulative:
        return _lasting(setting)
    if not happened:
        return None
    if setting.time is not None:
        return ClaimDate(setting.time.begin, setting.time.finish, "context", setting.time.span)
    if is_lasting(scene, hit):
        return _lasting(setting)
    if setting.story_day is not None:
        return ClaimDate(setting.story_day.begin, setting.story_day.finish, "context", setting.story_day.span)
    return ClaimDate(None, setting.anchor, "anchor") if setting.anchor is not None else None


def total_date(scene: Scene, hit: Hit, setting: Setting) -> ClaimDate | None:
    """A total runs from its "since", else the crisis's beginning, to its day ("on Tuesday night"), else the anchor."""
    begin, finish = setting.crisis_began, setting.anchor
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
    if setting.anchor is None:
        return None
    return ClaimDate(setting.crisis_began, setting.anchor, "context" if setting.crisis_began else "anchor")


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
    """Times that name days, those of the clause first, then by distance from the trigger."""
    ranked = []
    for time in scene.sent.times:
        if time.begin is None and time.finish is None:
            continue
        begin, end = scene.tokens(time.span)
        if _is_dateline(scene, end):
            continue
        outside = not hit.clause[0] <= begin < hit.clause[1]
        distance = min(abs(begin - hit.end), abs(hit.begin - end))
        if outside and distance > 12 and begin > 4:
            continue
        ranked.append((outside, distance, begin, time))
    return [time for *_, time in sorted(ranked, key=lambda row: row[:3])]


def _is_dateline(scene: Scene, end: int) -> bool:
    """Whether a time that ends at token `end` is the head of a dateline ("LIMA, Dec 14, 2022 (Wire) -")."""
    if end > _DATELINE:
        return False
    behind = "".join(scene.words[end : end + _DATELINE])
    return behind.startswith("(") and any(mark in behind for mark in (")-", ").-", ")–", ")—"))


def _is_start(scene: Scene, time: Time) -> bool:
    """ "since Sunday", "since the protests began on Sunday"."""
    return _is_before(scene, time, "since") or opens_period(scene, time)


def _is_before(scene: Scene, time: Time, name: str) -> bool:
    """Whether a word of the list `name` stands up to three words before a time, or opens it."""
    begin, _ = scene.tokens(time.span)
    return any(word in scene.said[name] for word in scene.words[max(0, begin - 3) : begin + 1])
