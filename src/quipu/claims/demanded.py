"""The thing that is demanded, by its name: an item of a demand without days, asides and what is told of it."""

from quipu.claims.scene import Scene
from quipu.claims.tree import Range, Tree
from quipu.claims.voices import can_act

# Tokens of an item behind which its purpose is left out too ("an assembly to make Peru …").
_LONG = 9
_PURPOSE = frozenset(("acl", "advcl"))


def named_item(scene: Scene, begin: int, end: int) -> Range:
    """The tokens of [begin, end) that name what is demanded; never empty where [begin, end) is not.

    Left out are a day before it ("asked on June 3 for talks"), everything from a relative clause or "including" on,
    and in a long item the purpose of a thing.
    """
    while begin < end - 1 and (begin in scene.times or _is_before_time(scene, begin)):
        begin += 1
    if begin and begin < end - 1 and begin - 1 in scene.times and scene.words[begin] in scene.said["demand_opens"]:
        begin += 1  # "have demanded since June that he go"
        begin += scene.words[begin] in scene.said["determiners"] and begin < end - 1
    end = _before_telling(scene, begin, end)
    if scene.tree is not None:
        end = _before_clause(scene, scene.tree, begin, end)
    return begin, end


def _is_before_time(scene: Scene, at: int) -> bool:
    """ "since June that …", "on Monday that …": the preposition of a day that an item opens with."""
    word = scene.words[at]
    return at + 1 in scene.times and (word in scene.said["since"] or word in scene.said["prepositions"])


def _before_telling(scene: Scene, begin: int, end: int) -> int:
    """Where ", which is blamed for …", ", al que acusaron de …" or ", including …" begins."""
    said = scene.said
    for at in range(begin + 1, end - 1):
        if scene.words[at] != ",":
            continue
        following, next_but_one = scene.words[at + 1], scene.words[min(at + 2, end - 1)]
        led = following in said["prepositions"] and next_but_one in said["relatives"]
        if following in said["relatives"] or following in said["asides"] or led or following in said["listing"]:
            return end if _goes_on(scene, at + 1, end) else at
    return end


def _goes_on(scene: Scene, at: int, end: int) -> bool:
    """Whether the item goes on behind the comma that closes an aside ("that X, who was arrested, be released")."""
    return any(scene.words[later] == "," and later + 1 < end for later in range(at, end)) and (
        scene.words[at] not in scene.said["listing"]
    )


def _before_clause(scene: Scene, tree: Tree, begin: int, end: int) -> int:
    """Where a relative clause that runs to the end of the item begins; in a long item also a purpose.

    What people are asked for looks like a relative clause to a parser ("pidió a la gente que vuelva"), and stays.
    """
    top = tree.top(begin, end)
    asked = can_act(scene, top) or any(word in scene.said["aimed"] for word in scene.words[max(0, begin - 2) : begin])
    for at in range(begin + 1, end):
        relation = tree.relation(at)
        told = relation == "acl:relcl" and not (asked and tree.head(at) == top)
        meant = relation in _PURPOSE and end - begin > _LONG and tree.pos(top) in ("NOUN", "PROPN")
        if not (told or (meant and tree.kid(at, "mark") is not None)) or not begin <= tree.head(at) < at:
            continue
        first, last = tree.branch(at)
        if begin < first < end <= last + 1 and tree.head(at) < first:
            return first
    return end
