"""The numbers of a sentence that can count people or things; ages, labels and compounds count nobody."""

from dataclasses import dataclass

from quipu.claims.scene import Scene, is_known_place
from quipu.model import Quantity, Span

_HYPHENS = frozenset("-‐‑–")
_NOBODY = Quantity(Span(0, 0), None, None)


@dataclass(frozen=True, slots=True)
class Number:
    """A usable quantity of a sentence with its tokens [begin, end)."""

    quantity: Quantity
    begin: int
    end: int


def usable_numbers(scene: Scene) -> list[Number]:
    """The quantities that can count people or things: no dates, ages, money, percentages, compounds or list marks."""
    if not scene.sent.quantities:
        return []
    times = [scene.tokens(time.span) for time in scene.sent.times]
    found = []
    for quantity in scene.sent.quantities:
        begin, end = scene.tokens(quantity.span)
        if begin >= end or any(a < end and begin < b for a, b in times):
            continue
        if (
            quantity.unit in ("age", "percent", "money")
            or _is_age(scene, begin, end)
            or _is_compound(scene, end)
            or (quantity.unit or "").isupper()
        ):
            continue
        found.append(Number(quantity, begin, end))
    return found


def _is_age(scene: Scene, begin: int, end: int) -> bool:
    """ "26-year-old", "aged 15", ", 30," and "(24)" are ages."""
    before = scene.words[begin - 1] if begin else ""
    if before in scene.said["of"] and _of_one(scene, begin, end):
        return True
    if before in scene.said["age_before"] or scene.said["age_after"].within(scene.words, end, end + 4) == end:
        return True
    following = scene.words[end] if end < len(scene.words) else ""
    if scene.said["subset"].within(scene.words, end, end + 2) == end:
        return False
    named = begin > 1 and before == "," and (scene.is_capital(begin - 2) or _is_name(scene, begin - 2))
    if end - begin == 1 and named and following in (",", "") and _is_name(scene, begin - 2):
        return True  # "Ada Okoro, three, was"
    lone = end - begin == 1 and scene.words[begin].isdigit() and len(scene.words[begin]) <= 3
    if lone and following == "," and scene.words[max(0, begin - 2)] == "," and before in scene.said["age_adverbs"]:
        return True
    if before in scene.said["no_one"]:
        return True
    if lone and before in (",", "(") and (following in (",", ")", ".", ";", "of", "") or named):
        return head_of(scene, Number(_NOBODY, begin, end), len(scene.words)) == ""
    return scene.words[begin] in scene.said["not_counts"] or before in scene.said["not_counts"]


def _is_name(scene: Scene, at: int) -> bool:
    """Whether a token is part of a person's name, and of no known place ("in Lima, three, in Cusco, two")."""
    return (scene.sent.tokens[at].entity or "").endswith("PER") and not is_known_place(scene, at)


def _is_compound(scene: Scene, end: int) -> bool:
    """ "A 13-month-old", "a four-time winner", "a two-storey house": a number that a hyphen joins to a word."""
    if end + 1 >= len(scene.words) or scene.words[end] not in _HYPHENS:
        return False
    close = scene.spans[end - 1].end == scene.spans[end].start and scene.spans[end].end == scene.spans[end + 1].start
    return close and scene.words[end + 1][0].isalpha()


def _of_one(scene: Scene, begin: int, end: int) -> bool:
    """ "A man of 55 died", "boys of 15 and 18": a number behind a person and "of" is an age."""
    if begin < 2 or head_of(scene, Number(_NOBODY, begin, end), len(scene.words)) or not scene.words[begin].isdigit():
        return False
    who = scene.words[begin - 2]
    return who not in scene.said["single"] and who in scene.said.ageable


def head_of(scene: Scene, number: Number, ceiling: int) -> str:
    """What follows a number: `people`, `thing`, or `` where no listed noun stands near."""
    for at in range(number.end, min(ceiling, number.end + 6, len(scene.words))):
        word = scene.words[at]
        if scene.said.things.at(scene.words, at):
            return "thing"
        if scene.said.many.at(scene.words, at) or scene.said.one.at(scene.words, at):
            return "people"
        if (word in scene.said["prepositions"] and word not in scene.said["of"]) or word in scene.said["aux"]:
            return ""
        if not (word[0].isalnum() or word[0] in "-'’"):
            return ""
    return ""
