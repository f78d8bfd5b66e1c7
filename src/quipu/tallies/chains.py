"""Lines of several events that tell of one thing: a strike called, begun and called off; a decree extended and lifted.

Events are happenings, and lifting a curfew is another happening than declaring it; a register tells of the curfew.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quipu.events.where import plain
from quipu.model import Event, EventType, RegisterDetail, RegisterEntry, Stated
from quipu.tallies.details import history

CHAINED = ("decrees", "strikes_blockades")
"""The registers whose lines may go on over several events."""

_OPEN = {
    "strikes_blockades": frozenset(("called", "under way", "ending announced")),
    "decrees": frozenset(("called", "declared", "extended", "in force")),
}
# What only a thing that was there before can do, and within how many days of its last state it is still the same.
_LATER = {
    "strikes_blockades": (frozenset(("called off", "ended", "ending announced")), timedelta(days=30)),
    "decrees": (frozenset(("extended", "lifted")), timedelta(days=120)),
}
# Lines of a type, the last ones by day, among which one at another place may be gone on with.
_RECENT = 40
_SAME_DAY = timedelta(days=1)
# Letters of the longest word that two names share without telling of the same people ("the").
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what tells whether another goes on with it."""

    entry: RegisterEntry
    type: EventType
    place: str | None

    @property
    def state(self) -> RegisterDetail | None:
        """How things stand by the line's last report."""
        return next((detail for detail in self.entry.details if detail.name == "state"), None)


def line_of(entry: RegisterEntry, type: EventType, event: Event) -> Line:
    """A line at its event's place: the gazetteer's entry, else the words; none chains without a place."""
    place = event.place
    key = None if place is None else str(place.geonameid or place.pcode or plain(place.text)) or None
    return Line(entry, type, key)


def chained(lines: Iterable[Line]) -> Iterator[RegisterEntry]:
    """The lines by day, those that go on with an earlier one of their type and place joined to it."""
    open_lines: dict[tuple[str, EventType, str], list[int]] = {}
    recent: dict[tuple[str, EventType], deque[int]] = {}
    made: list[Line] = []
    for line in sorted(lines, key=_day):
        key = None if line.place is None else (line.entry.register, line.type, line.place)
        earlier = open_lines.get(key, []) if key else []
        at = next((at for at in reversed(earlier) if _goes_on(made[at], line)), None)
        if at is None:
            last = recent.setdefault((line.entry.register, line.type), deque(maxlen=_RECENT))
            at = next((at for at in reversed(last) if _is_same(made[at], line)), None)
        if at is not None:
            later = _without_steps(line.entry) if _is_mention(made[at], line) else line.entry
            made[at] = replace(made[at], entry=joined(made[at].entry, later))
            continue
        if key:
            open_lines.setdefault(key, []).append(len(made))
        recent.setdefault((line.entry.register, line.type), deque(maxlen=_RECENT)).append(len(made))
        made.append(line)
    return (line.entry for line in made)


def _without_steps(entry: RegisterEntry) -> RegisterEntry:
    """A mention says nothing of how a thing went on."""
    return replace(entry, details=tuple(detail for detail in entry.details if detail.name not in ("state", "history")))


def _day(line: Line) -> tuple[date, date, str]:
    state = line.state
    as_of = (state.as_of if state else None) or date.max
    return line.entry.begin or as_of, as_of, line.entry.event or ""


def _goes_on(earlier: Line, later: Line) -> bool:
    """Planned and begun on one day; or ended, lifted or extended soon after it was seen open."""
    old, new = earlier.state, later.state
    register = later.entry.register
    if old is None or new is None or old.value not in _OPEN[register]:
        return False
    if old.value == "called" and new.value != "called" and _is_near(earlier.entry.begin, later.entry.begin):
        return True
    endings, longest = _LATER[register]
    if new.value not in endings or old.as_of is None or new.as_of is None:
        return False
    if earlier.entry.values("regions") != later.entry.values("regions") and later.entry.values("regions"):
        return False  # "seven regions" go on with no measure of the whole country or of "several provinces"
    return timedelta() <= new.as_of - old.as_of <= longest


def _is_same(earlier: Line, later: Line) -> bool:
    """Lines of one type at other places, or at none, that tell of one thing all the same."""
    if later.entry.register == "decrees":
        return _is_same_decree(earlier.entry, later.entry) or _is_mention(earlier, later)
    return _is_begun(earlier, later)


def _is_same_decree(left: RegisterEntry, right: RegisterEntry) -> bool:
    """One first day; no place told of one, or one length and a place of both, or as many regions as the other lists."""
    begin = [set(entry.values("begin")) for entry in (left, right)]
    length = [entry.values("days") or entry.values("duration") for entry in (left, right)]
    if not begin[0] & begin[1] or (all(length) and length[0] != length[1]):
        return False
    if not all(entry.values("place") for entry in (left, right)):
        return True  # "the first emergency, imposed on 1 April, was revoked"
    if not all(length):
        return False
    places = [{plain(place) for place in entry.values("place")} for entry in (left, right)]
    numbers = [
        {str(len(places[1]))} & set(left.values("regions")),
        {str(len(places[0]))} & set(right.values("regions")),
    ]
    return bool(places[0] & places[1] or any(numbers))


def _is_mention(earlier: Line, later: Line) -> bool:
    """A measure that is only spoken of ("lawful under the state of emergency") is the last one told of."""
    old, new = earlier.state, later.state
    if old is None or new is None or new.value != "in force" or old.value not in _OPEN["decrees"]:
        return False
    said = any(later.entry.values(name) for name in ("place", "begin", "days", "duration", "who", "regions"))
    soon = (
        old.as_of is not None and new.as_of is not None and old.as_of <= new.as_of <= old.as_of + _LATER["decrees"][1]
    )
    return not said and soon


def _is_begun(earlier: Line, later: Line) -> bool:
    """A strike called for the day on which the same people began one, where one of both names no place."""
    old, new = earlier.state, later.state
    if old is None or new is None or old.value != "called" or new.value != "under way":
        return False
    if earlier.place is not None and later.place is not None:
        return False
    people = [{word for who in line.entry.values("who") for word in plain(who).split()} for line in (earlier, later)]
    shared = {word for word in people[0] & people[1] if len(word) > _SHORT}
    return bool(shared) and _is_near(earlier.entry.begin, later.entry.begin)


def _is_near(left: date | None, right: date | None) -> bool:
    return left is not None and right is not None and abs(right - left) <= _SAME_DAY


def joined(left: RegisterEntry, right: RegisterEntry) -> RegisterEntry:
    """Both lines as one, under the first's event; the other's code stands in a detail `event`."""
    kept: dict[tuple[str, str], RegisterDetail] = {}
    other = right.event if right.event != left.event else None
    more = (RegisterDetail("event", other, tuple(Stated(claim) for claim in right.claims)),) if other else ()
    for detail in (*left.details, *right.details, *more):
        if detail.name in ("state", "history"):
            continue
        key = (detail.name, plain(detail.value) or detail.value)
        same = kept.get(key)
        kept[key] = replace(same, stated=tuple(dict.fromkeys((*same.stated, *detail.stated)))) if same else detail
    begins = [day for day in (left.begin, right.begin) if day]
    ends = [day for day in (left.finish, right.finish) if day]
    return replace(
        left,
        begin=min(begins, default=None),
        finish=max(ends, default=None),
        details=(*(_steps(left, right) or _states(left)), *kept.values()),
        claims=tuple(dict.fromkeys((*left.claims, *right.claims))),
    )


def _states(entry: RegisterEntry) -> list[RegisterDetail]:
    return [detail for detail in entry.details if detail.name == "state"]


def _steps(left: RegisterEntry, right: RegisterEntry) -> list[RegisterDetail]:
    steps = [detail for entry in (left, right) for detail in entry.details if detail.name == "history"]
    return history(sorted(steps, key=lambda step: step.as_of or date.max), always=True)
