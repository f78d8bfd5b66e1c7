"""Who stands where around a trigger: the noun phrase before it, behind it, or behind "by"."""

from quipu.claims.scene import Scene

_LONGEST = 12
Range = tuple[int, int]


def left_phrase(scene: Scene, front: int, floor: int) -> Range | None:
    """The noun phrase that ends right before token `front`, not reaching over token `floor`."""
    end = _before_apposition(scene, front, floor)
    while end - 1 > floor and end - 1 in scene.times:
        end -= 1
    if end > floor and scene.words[end - 1] in scene.said["relatives"]:
        end -= 1
        end -= end > 0 and scene.words[end - 1] in (",", "--", "–", "—", "(")
        floor = 0
    begin = at = end
    last_whole: Range | None = None
    while at > floor and end - at < _LONGEST:
        word = scene.words[at - 1]
        if word in scene.said["prepositions"] and word not in scene.said["of"] and not _is_bound(scene, at - 1):
            last_whole = last_whole or (begin, end)
            at -= 1
            begin = end = at
            continue
        if _stops(scene, at - 1):
            if end - at == 1 and word in scene.said["aux"] and scene.words[at].endswith(("ed", "en", "seen")):
                at = begin = end = _before_auxiliaries(scene, at)
                continue
            break
        at -= 1
        begin = at
        if word in scene.said["determiners"] and not _goes_on(scene, at):
            break
    if begin == end and last_whole is not None and _opens(scene, last_whole[0], floor):
        begin, end = last_whole
    return _trimmed(scene, (begin, end))


def _is_bound(scene: Scene, at: int) -> bool:
    """ "up to 50 people": the preposition belongs to the number."""
    return at - 1 in scene.numbers and at - 1 not in scene.counted


def _opens(scene: Scene, begin: int, floor: int) -> bool:
    """ "In Mandalay protesters detained": a prepositional phrase that opens the clause holds the subject too."""
    return begin - 1 <= floor or not scene.words[begin - 2][0].isalnum()


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a phrase goes on to the left of its article: "the head of the army", "in the city"."""
    before = scene.words[at - 1] if at else ""
    said = scene.said
    return before in said["of"] or before in said["prepositions"] or before in said["conjunctions"] or before in (
        said["determiners"]
    )  # fmt: skip


def _before_auxiliaries(scene: Scene, at: int) -> int:
    """ "the forces were recorded beating": the subject ends before "were"."""
    while at and (scene.words[at - 1] in scene.said["aux"] or scene.words[at - 1] in scene.said["adverbs"]):
        at -= 1
    return at


def right_phrase(scene: Scene, end: int, ceiling: int, *, barred: frozenset[int] = frozenset()) -> Range | None:
    """The noun phrase that begins at token `end` or after adverbs there; `barred` tokens begin other triggers."""
    begin = end
    while begin < ceiling and scene.words[begin] in scene.said["adverbs"]:
        begin += 1
    if scene.said.language == "es" and begin < ceiling and scene.words[begin] in scene.said["infinitive"]:
        begin += 1
    at = begin
    while at < ceiling and at - begin < _LONGEST:
        word = scene.words[at]
        if word in scene.said["of"] and at > begin:
            at += 1
            continue
        if word in scene.said["prepositions"] or _stops(scene, at) or (at in barred and at > begin):
            break
        if word in scene.said["conjunctions"] and (at + 1 in barred or at + 1 >= ceiling):
            break
        at += 1
    return _trimmed(scene, (begin, at))


def phrase_after(scene: Scene, marks: str, begin: int, end: int) -> Range | None:
    """The noun phrase behind the first phrase of a list (such as `by`) inside tokens [begin, end)."""
    listed = scene.said[marks]
    at = listed.within(scene.words, begin, end)
    if at is None:
        return None
    return right_phrase(scene, at + listed.at(scene.words, at), end)


def without_number(scene: Scene, phrase: Range, numbers: dict[int, int]) -> Range:
    """A phrase without the quantity it begins with, where more follows."""
    begin, end = phrase
    for first, last in numbers.items():
        if first < begin < last:
            begin = min(last, end)
    if begin >= end:
        return end, end
    loose = scene.said["addition"]
    counted = False
    while begin < end - 1:
        if begin in numbers or scene.words[begin] in loose:
            counted = True
        elif not (counted and (scene.words[begin] in scene.said["of"] or scene.words[begin] in scene.said["definite"])):
            break
        begin = max(min(numbers.get(begin, begin + 1), end - 1), begin + 1)
    return begin, end


def _before_apposition(scene: Scene, front: int, floor: int) -> int:
    """Where the subject ends: before ", 30," or "(24)" that stands between it and the verb."""
    end = front
    if end - 1 > floor and scene.words[end - 1] in (",", ")"):
        opening = "(" if scene.words[end - 1] == ")" else ","
        for at in range(end - 2, max(floor, end - 16), -1):
            if scene.words[at] == opening:
                return at
    return end


def _stops(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    if at in scene.times:
        return True
    if not (word[0].isalnum() or word[0] in "'-’%#@"):
        return True
    said = scene.said
    for name in ("keepers", "kept", "givers"):
        length = said[name].at(scene.words, at)
        if length and at + length in scene.numbers:
            return True
    return (word in said["aux"] and word != "'s") or word in said["said"] or word in ("but", "pero")


def _trimmed(scene: Scene, phrase: Range | None) -> Range | None:
    """A phrase without loose conjunctions at its ends; None where nothing is left."""
    if phrase is None:
        return None
    begin, end = phrase
    loose = scene.said["conjunctions"]
    adverbs = scene.said["adverbs"]
    while begin < end and (
        scene.words[begin] in loose or not scene.words[begin][0].isalnum() or scene.words[begin] in scene.said["of"]
    ):
        begin += 1
    while begin < end and (
        scene.words[end - 1] in loose or scene.words[end - 1] in adverbs or not scene.words[end - 1][0].isalnum()
        or scene.words[end - 1] in scene.said["determiners"] or scene.words[end - 1] in scene.said["of"]
    ):  # fmt: skip
        end -= 1
    return (begin, end) if begin < end else None
