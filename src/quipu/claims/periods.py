"""Which days begin a period: "since Sunday", "since the crisis broke out on 7 December"."""

from quipu.claims.scene import Scene
from quipu.claims.tree import VERBAL
from quipu.model import Time

# Words between "since" and the day on which its clause says that something began.
_REACH = 12
# Words between the link of two days and the second, and between the link and what opens the period; days of a night.
_LINK, _OPENS, _NIGHT = 3, 6, 1


def opens_period(scene: Scene, time: Time) -> bool:
    """Whether a day stands right behind "since" or at the end of its clause, so that what is told lasts from it."""
    begin, _ = scene.tokens(time.span)
    return since_at(scene, begin) is not None


def since_at(scene: Scene, begin: int) -> int | None:
    """The "since" whose period token `begin` dates: nothing but its own words in between, and no other day."""
    for at in range(begin, max(-1, begin - _REACH), -1):
        word = scene.words[at]
        if word in scene.said["since"]:
            return at if begin - at <= 1 or _is_onset(scene, at + 1, begin) else None
        if at < begin and (at in scene.times or at in scene.numbers or word in scene.said["said"]):
            return None
        if at < begin and not (word[0].isalnum() or word[0] in "-'’“”\""):
            return None
    return None


def _is_onset(scene: Scene, begin: int, end: int) -> bool:
    """Whether tokens [begin, end) hold a verb of beginning ("protests began on")."""
    return scene.said["began"].within(scene.words, begin, end) is not None


def is_start(scene: Scene, time: Time) -> bool:
    """ "since Sunday", "since the protests began on Sunday", "since the coup of December 7", "since he was ousted"."""
    return is_before(scene, time, "since") or opens_period(scene, time) or _is_of_onset(scene, time)


def _is_of_onset(scene: Scene, time: Time) -> bool:
    """Whether a time belongs to a noun behind "since", by the tree."""
    tree = scene.tree
    at = tree.top(*scene.tokens(time.span)) if tree is not None else -1
    while tree is not None and at >= 0 and tree.pos(at) not in VERBAL:
        if tree.case(at) in scene.said["since"]:
            return True
        at = tree.head(at)
    if tree is None or at < 0:
        return False
    return any(scene.words[kid] in scene.said["since"] for kid in tree.kids(at, "mark", "case"))


def closes_period(scene: Scene, time: Time) -> bool:
    """Whether a day is the last of several between which something is counted: "between 3 and 14 October".

    A night ("between Sunday and Monday") is none.
    """
    end, _ = scene.tokens(time.span)
    if time.begin and time.finish and time.begin != time.finish:
        opened = any(word in scene.said["period_from"] for word in scene.words[max(0, end - 1) : end + 1])
        return opened and (time.finish - time.begin).days > _NIGHT
    before = range(end - 1, max(-1, end - _LINK), -1)
    link = next((at for at in before if scene.words[at] in scene.said["period_to"]), None)
    first = None if link is None else _first_day(scene, link, time)
    return first is not None and time.finish is not None and time.finish.toordinal() - first > _NIGHT


def _first_day(scene: Scene, link: int, time: Time) -> int | None:
    """The ordinal of the day that ends before token `link`, where a word that opens a period stands before it."""
    for at in range(link - 1, max(-1, link - _OPENS), -1):
        if scene.words[at] in scene.said["period_from"]:
            named = [t for t in scene.sent.times if t.begin and at < scene.tokens(t.span)[0] < link]
            if named and named[0].begin:
                return named[0].begin.toordinal()
            day = scene.words[link - 1]
            bare = day.isdigit() and time.begin is not None and int(day) < time.begin.day
            return time.begin.toordinal() - time.begin.day + int(day) if bare and time.begin else None
    return None


def is_before(scene: Scene, time: Time, name: str) -> bool:
    """Whether a word of the list `name` stands up to three words before a time, or opens it."""
    begin, _ = scene.tokens(time.span)
    return any(word in scene.said[name] for word in scene.words[max(0, begin - 3) : begin + 1])
