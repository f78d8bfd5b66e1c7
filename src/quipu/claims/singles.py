"""Single people that a phrase names without a number: "a nurse", "a 16-year-old and a girl"."""

from quipu.claims.scene import Scene
from quipu.model import Span


def one_person(scene: Scene, phrase: tuple[int, int] | None) -> tuple[int, Span] | None:
    """How many single people a phrase names ("a nurse", "a 16-year-old and a girl"), and the words; None for none."""
    if phrase is None:
        return None
    begin, end = phrase
    starts = [at for at in range(begin, end) if _begins_one(scene, at, end)]
    if not starts:
        return None
    return len(starts), scene.span(starts[0], end)


def _begins_one(scene: Scene, at: int, end: int) -> bool:
    words, said = scene.words, scene.said
    if words[at] in said["single"] and at + 1 < end and words[at + 1] in said["of"]:
        return True
    article = any(words[at] in said[name] for name in ("articles", "another", "single"))
    if words[at].isdigit() and said["age_after"].within(words, at + 1, at + 4) == at + 1:
        return at == 0 or not any(words[at - 1] in said[name] for name in ("articles", "definite", "another"))
    if not article or (at and words[at - 1] in said["of"]):
        return False
    stop = min(end, at + 8)
    for later in range(at + 1, stop):
        if said.many.at(words, later) or words[later] in said["groups"]:
            return False
        if said.one.at(words, later) or said["age_noun"].at(words, later):
            return True
        if words[later] in said["prepositions"]:
            return False
    return words[at] in said["single"] and at + 1 == end
