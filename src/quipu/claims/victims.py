"""People harmed, as described: ages, groups, and names as spans only."""

import re
from collections.abc import Iterator

from quipu.claims.frames import fold
from quipu.claims.scene import Scene
from quipu.model import Span, Victim

_NAME = r"[A-ZÁÉÍÓÚÑ][\w'’.-]+(?: (?:de |del |la |los |da |bin |al-|el-)*[A-ZÁÉÍÓÚÑ][\w'’.-]+){1,4}"
_PATTERNS = {
    "en": (
        rf"(?P<age>\d{{1,3}})[-–]year[-–]old(?: (?P<name>{_NAME})| (?P<who>\w+))?",
        r"(?P<months>\d{1,2})[- –]month[- –]old(?: (?P<who>\w+))?",
        r"(?P<age>\d{1,3}) ?(?:y/o|yoa?)\b(?: (?P<who>\w+))?",
        rf"(?P<name>{_NAME}), (?:aged? )?(?P<age>\d{{1,3}})(?=[,.;)]| of)",
        rf"(?P<name>{_NAME}) \((?P<age>\d{{1,3}})\)",
        r"(?P<who>\w+),? aged (?P<age>\d{1,3})(?: and (?P<second>\d{1,3}))?",
        r"(?P<who>\w+), (?P<age>\d{1,3})(?: and (?P<second>\d{1,3}))? years old",
    ),
    "es": (
        rf"(?P<name>{_NAME}),? de (?P<age>\d{{1,3}}) años",
        r"(?P<who>\w+),? de (?P<age>\d{1,3})(?: y (?P<second>\d{1,3}))? años",
        r"(?P<who>\w+),? de (?P<months>\d{1,2}) meses(?= de (?:edad|nacid[oa])|[,.;) ])",
        rf"(?P<name>{_NAME}) \((?P<age>\d{{1,3}})\)",
    ),
}
_COMPILED = {language: tuple(re.compile(p) for p in patterns) for language, patterns in _PATTERNS.items()}
_OLDEST, _GROWN, _MONTHS = 115, 18, 12
# Characters between a number and the people it counts.
_BESIDE = 2


def find_victims(scene: Scene, around: Span, harmed: list[Span]) -> tuple[Victim, ...]:
    """The people described inside `around`, in order; overlapping descriptions are one person's.

    Who is told only by a group must stand in one of the `harmed` spans or behind "including".
    """
    found: list[Victim] = []
    if any(c.isdigit() for c in around.of(scene.text)):
        for pattern in _COMPILED.get(scene.said.language, ()):
            for match in pattern.finditer(scene.text, around.start, around.end):
                for victim in _read(scene, match):
                    if not any(victim.span.meets(known.span) for known in found):
                        found.append(victim)
    return tuple(sorted(found, key=lambda v: v.span)) + tuple(_groups(scene, around, found, harmed))


def _read(scene: Scene, match: re.Match[str]) -> Iterator[Victim]:
    groups = match.groupdict()
    age = int(groups["months"]) // _MONTHS if groups.get("months") else int(groups["age"])
    if age > _OLDEST:
        return
    name = _name_span(match) if groups.get("name") else None
    who = (groups.get("who") or "").lower()
    group = _group_of(scene, who) or ("minor" if age < _GROWN else None)
    span = Span(*match.span())
    if groups.get("second"):
        yield Victim(Span(span.start, match.end("age")), None, age, group if age >= _GROWN else "minor")
        second = int(groups["second"])
        yield Victim(Span(*match.span("second")), None, second, _group_of(scene, who) or group_by_age(second))
        return
    yield Victim(span, name, age, group)


def _name_span(match: re.Match[str]) -> Span:
    """The name without the mark that ends its sentence; an initial keeps its full stop."""
    start, end = match.span("name")
    words = match.group("name")
    while words[-1] in ".'’-" and not (words[-1] == "." and words[-2:-1].isupper()):
        words, end = words[:-1], end - 1
    return Span(start, end)


def group_by_age(age: int) -> str | None:
    """`minor` below eighteen (Convention on the Rights of the Child, article 1)."""
    return "minor" if age < _GROWN else None


def _group_of(scene: Scene, who: str) -> str | None:
    group, _ = scene.said.group_at((fold(who),), 0) if who else ("", 0)
    return group if group not in ("", "person") else None


def _groups(scene: Scene, around: Span, known: list[Victim], harmed: list[Span]) -> Iterator[Victim]:
    """ "two minors", "a photojournalist": people told only by their group."""
    begin, end = scene.tokens(around)
    for at in scene.said.anybody.each(scene.words, begin, end):
        group, length = scene.said.group_at(scene.words, at)
        if group in ("", "person"):
            continue
        span = scene.span(at, at + length)
        part = scene.said["listing"].within(scene.words, max(begin, at - 12), at) is not None
        beside = any(near.end <= span.start <= near.end + _BESIDE and at - 1 not in scene.times for near in harmed)
        if scene.said["by"].within(scene.words, max(begin, at - 3), at) is not None:
            continue
        if not part and not beside and not any(span.meets(near) for near in harmed):
            continue
        if not any(span.meets(victim.span) for victim in known):
            counted = at - 1 in scene.numbers or (at > 0 and scene.words[at - 1] in scene.said["articles"])
            yield Victim(Span(scene.spans[at - 1 if counted else at].start, span.end), None, None, group)
