"""Numbers that a verb gives to people: "those injured number in the hundreds", "los detenidos suman 40"."""

from quipu.claims.countable import Number
from quipu.claims.frames import ACT, PEOPLE
from quipu.claims.match import Hit
from quipu.claims.scene import Scene

# Words between the people and the verb ("those injured and/or arrested number …"), and between it and the number.
_BEFORE, _BEHIND = 5, 3


def number_by_verb(scene: Scene, hit: Hit, numbers: list[Number]) -> Number | None:
    """The number behind a verb of numbering whose subject the people of a hit are."""
    if hit.role != PEOPLE and not (hit.role == ACT and hit.passive and hit.front == hit.begin):
        return None
    said, words = scene.said, scene.words
    verb = said["number_verbs"].within(words, hit.end, min(len(words), hit.end + _BEFORE))
    if verb is None or any(not _is_of_subject(scene, at) for at in range(hit.end, verb)):
        return None
    behind = verb + said["number_verbs"].at(words, verb)
    return next((n for n in numbers if 0 <= n.begin - behind <= _BEHIND), None)


def _is_of_subject(scene: Scene, at: int) -> bool:
    """Whether a word between the people and the verb can be another word for them ("and/or arrested")."""
    word = scene.words[at]
    return word == "/" or word in scene.said["conjunctions"] or word.endswith(("ed", "dos", "das", "an", "ded"))
