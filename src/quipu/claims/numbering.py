"""Numbers that a verb gives to people: "those injured number in the hundreds", "los detenidos suman 40".

And those at which somebody puts them: "the number of people killed since Monday at four", "eleva a 12 los muertos".
"""

from quipu.claims.countable import Number
from quipu.claims.frames import ACT, NOUN, PEOPLE
from quipu.claims.match import Hit
from quipu.claims.scene import Scene

# Words between the people and the verb ("those injured and/or arrested number …"), and between it and the number.
_BEFORE, _BEHIND = 5, 3
# Frames whose nouns are counted by such a verb.
_COUNTED = frozenset(("kill", "injure", "arrest"))
# Words between "the number of" and who was harmed, and between them and the number.
_OF, _AT = 3, 14


def number_by_verb(scene: Scene, hit: Hit, numbers: list[Number]) -> Number | None:
    """The number behind a verb of numbering whose subject the people of a hit are."""
    bare = hit.role == ACT and hit.passive and hit.front == hit.begin
    # "Arrests have topped 2,000".
    many = hit.role == NOUN and hit.frame in _COUNTED and scene.words[hit.end - 1].endswith("s")
    if hit.role != PEOPLE and not bare and not many:
        return None
    said, words = scene.said, scene.words
    verb = said["number_verbs"].within(words, hit.end, min(len(words), hit.end + _BEFORE))
    if verb is None or any(not _is_of_subject(scene, at) for at in range(hit.end, verb)):
        return None
    behind = verb + said["number_verbs"].at(words, verb)
    # "The dead exceed 30": the verb may be part of the number, its bound.
    return next((n for n in numbers if verb <= n.begin <= behind + _BEHIND), None)


def number_of_figure(scene: Scene, hit: Hit, numbers: list[Number]) -> Number | None:
    """The number at which a figure of the people of a hit is put: "the number of people killed since Monday at four".

    "From 15 to 13" gives 13.
    """
    if hit.role == NOUN and scene.said["toll"].within(scene.words, max(0, hit.begin - 3), hit.end) is not None:
        return None  # "the number of deaths": read as a toll
    if not _is_of_figure(scene, hit):
        return None
    put = [n for n in numbers if 0 <= n.begin - hit.end <= _AT and _is_put(scene, n)]
    kept = [n for n in put if scene.words[n.begin - 1] not in scene.said["toll_from"]]
    return kept[0] if kept else None


def _is_of_figure(scene: Scene, hit: Hit) -> bool:
    """Whether a noun for a figure stands before who was harmed: "number of (people) killed", "cifra de muertos"."""
    said, words = scene.said, scene.words
    if hit.front and words[hit.front - 1] in said["mere_figures"]:
        return True  # "the total killed since 16 July"
    for at in range(hit.front - 1, max(0, hit.front - _OF - 2), -1):
        if words[at] in said["of"]:
            return words[at - 1] in said["figures"]
        if not (words[at] in said["determiners"] or said.group_at(words, at)[1]):
            return False
    return False


def _is_put(scene: Scene, number: Number) -> bool:
    """Whether a number stands behind "at", "to" or a verb such as "reached"."""
    before = scene.words[number.begin - 1] if number.begin else ""
    opens = scene.words[number.begin]
    moves = scene.said["figure_moves"]
    return before in scene.said["figure_at"] or opens in scene.said["figure_at"] or before in moves or opens in moves


def is_put_at(scene: Scene, number: int) -> bool:
    """Whether somebody puts a figure at the number at token `number`: "eleva a 12 los muertos", "bringing it to 12"."""
    return number > 1 and scene.words[number - 1] in scene.said["figure_at"] and mover_at(scene, number) >= 0


def mover_at(scene: Scene, number: int) -> int:
    """The verb that puts a figure at a number, with nothing but the figure's own words between; -1 for none.

    "Lowered its count from 15 to 13": the number that it moved from is one of those words.
    """
    words, said = scene.words, scene.said
    for at in range(number - 2, max(-1, number - _AT), -1):
        if words[at] in said["figure_moves"]:
            return at
        if at in scene.times:
            continue  # "the number killed since 16 July to 30"
        from_before = words[at - 1] in said["toll_from"] or words[at] in said["toll_from"]
        if not from_before and (at in scene.numbers or not words[at][0].isalpha()):
            return -1
    return -1


def _is_of_subject(scene: Scene, at: int) -> bool:
    """Whether a word between the people and the verb can be another word for them ("and/or arrested")."""
    word = scene.words[at]
    said = scene.said
    plain = word == "/" or any(word in said[name] for name in ("conjunctions", "adverbs", "have"))
    return plain or word.endswith(("ed", "dos", "das", "an", "ded"))
