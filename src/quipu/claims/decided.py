"""What a vote has brought about: "voted to remove the minister" removes, "rejected a motion to remove him" does not."""

from quipu.claims.match import Hit, is_adverb
from quipu.claims.scene import Scene
from quipu.sentences.inflect import BASE

# What a chamber does by voting for it; a strike or a march that is voted for is still to come.
_ENACTED = frozenset(("remove", "impeach", "decree", "curfew", "legislate"))
_REACH, _BEFORE, _BEHIND = 16, 3, 20


def decision_before(scene: Scene, hit: Hit) -> int | None:
    """Where the verb begins by which a vote was passed to do what the infinitive at `hit` names, or None."""
    said, words = scene.said, scene.words
    if hit.frame not in _ENACTED or hit.trigger.form != BASE or hit.begin < 2:
        return None
    near = _REACH if words[hit.begin - 1] in said["infinitive"] else 1
    at = _decision(scene, hit.begin, near)
    if at is None or said["vote_failed"].within(words, hit.end, min(len(words), hit.end + _BEHIND)) is not None:
        return None
    front = at
    while front > 1 and (words[front - 1] in said["have"] or is_adverb(scene, words[front - 1])):
        if words[front - 2] in said["determiners"]:
            break  # "the assembly voted"
        front -= 1
    before = words[max(0, front - _BEFORE) : at]
    open_ = any(word in said["undecided"] or word in said.modality["negation"] for word in before)
    # "Forty deputies voted to remove him" leaves open whether they carried it.
    some = any(front - 2 * _BEFORE <= number < at for number in scene.numbers)
    return None if open_ or some else front


def _decision(scene: Scene, end: int, near: int) -> int | None:
    """The verb of deciding among the `near` tokens before `end`, with nothing behind it that leaves it open."""
    for at in range(end - 1, max(-1, end - near - 1), -1):
        if scene.words[at] in scene.said["decided"]:
            return at
        if scene.words[at] in scene.said["undecided"] or scene.words[at] in scene.said.modality["negation"]:
            return None
    return None
