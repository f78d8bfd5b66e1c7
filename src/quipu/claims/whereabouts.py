"""Where somebody or something was is a claim's place, and no part of who or what it is.

Parsers hang "near Patras" on the noun or on the verb as it comes, so that a tree alone would keep it here and lose it
there. One rule holds for actors and targets: they end before it, unless the whole is an institution or a name.
"""

from quipu.claims.phrases import Range
from quipu.claims.scene import Scene


def without_whereabouts(scene: Scene, phrase: Range) -> Range:
    """ "farmers near Patras", "a bridge at Jacmel", "the road between Cali and Buga" up to the words that say where.

    Nothing is left of a phrase that only says where. A named place must be among those words. "A court in Lima" and
    "Radio Yaraví in Arequipa" stay whole.
    """
    begin, end = phrase
    at = _first_where(scene, begin, end)
    if at is None or (at > begin and _keeps_town(scene, begin, at)):
        return phrase
    while at - 1 > begin and scene.words[at - 1] in scene.said["adverbs"]:  # "just outside Lima"
        at -= 1
    return begin, at


def _first_where(scene: Scene, begin: int, end: int) -> int | None:
    """The first token of the phrase that opens words for a place, with a named place behind it."""
    last = max((at for at in _towns(scene) if begin < at < end), default=begin)
    near = scene.said["located"].within(scene.words, begin, last)
    # Between two towns lies a road; "talks between Chile and Bolivia" have them for parties.
    span = scene.said["between"].within(scene.words, begin + 1, last)
    if span is not None and scene.said["routes"].within(scene.words, begin, span) is None:
        span = None
    return min((at for at in (near, span) if at is not None), default=None)


def _towns(scene: Scene) -> set[int]:
    """The first tokens of named places, known to the gazetteer or only to the reader of names."""
    read = {at for at, token in enumerate(scene.sent.tokens) if token.entity == "B-LOC"}
    return read | {scene.tokens(place.span)[0] for place in scene.sent.places}


def _keeps_town(scene: Scene, begin: int, at: int) -> bool:
    """Whether tokens [begin, at) keep the place behind them: an institution, a name of no person, a bare "those"."""
    said, before = scene.said, at - 1
    people = (said.anybody, said.crowds, said.state_forces)
    for word in range(before, begin - 1, -1):
        if said["institutions"].at(scene.words, word):
            return True
        if any(listed.at(scene.words, word) for listed in people):
            return False
    if scene.words[before] in said["pronouns"] or scene.words[before] in said["determiners"]:
        return True
    tree = scene.tree
    person = tree is not None and tree.tokens[before].entity.endswith("-PER")
    return scene.is_capital(before) and not scene.is_title and not person
