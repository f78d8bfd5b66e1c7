"""Deaths told only to say how a list is kept: "leaving out people who died at home", "had been entered twice"."""

from quipu.claims.draft import Draft
from quipu.claims.frames import DO, UNDERGO
from quipu.claims.match import is_adverb
from quipu.claims.refuse import HARM
from quipu.claims.scene import Scene

# Words between a verb of listing and "who", and between the relative clause's verb and the verb behind it.
_NEAR, _BEHIND = 7, 16


def is_told_of_counting(scene: Scene, draft: Draft) -> bool:
    """Whether a relative clause ("people who died") hangs on a verb of listing that its figure is not the object of.

    Leaving out and entering twice is always talk of the list; adding and including only where nobody is counted, for
    "the list includes three people who died" gives a figure.
    """
    if draft.type not in HARM or not (draft.hit.role in (DO, UNDERGO) or draft.hit.passive):
        return False
    who = _relative(scene, draft.hit.front)
    if who is None:
        return False
    return (
        _governed_by(scene, "omitting", who)
        or (draft.count is None and _governed_by(scene, "entering", who))
        or _is_misentered(scene, draft.hit.end)
    )


def _relative(scene: Scene, front: int) -> int | None:
    """The "who" before a verb and its adverbs."""
    at = front - 1
    while at > 0 and is_adverb(scene, scene.words[at]):
        at -= 1
    return at if at > 0 and scene.words[at] in scene.said["relatives"] else None


def _governed_by(scene: Scene, name: str, who: int) -> bool:
    """Whether the people before "who" are the object of a verb of the list, with nothing but their words between."""
    listed, words, said = scene.said[name], scene.words, scene.said
    for at in range(who - 1, max(-1, who - _NEAR - 1), -1):
        length = listed.at(words, at)
        if length and at + length <= who:
            people = words[at + length : who]
            return any(w in said["they"] for w in people) or said.anybody.within(words, at + length, who) is not None
        if not words[at][0].isalnum() or (words[at] in said["prepositions"] and words[at] not in said["to_people"]):
            return False
    return False


def _is_misentered(scene: Scene, end: int) -> bool:
    """ "… had been entered twice", "… were left out" behind the relative clause."""
    words, listed = scene.words, scene.said["misentered"]
    for at in range(end, min(len(words), end + _BEHIND)):
        if words[at] in (",", ";", ":", "(", ")"):
            return False
        if listed.at(words, at) and (words[at - 1] in scene.said["be"] or is_adverb(scene, words[at - 1])):
            return True
    return False
