"""Who gives a figure: "the office counts 49 deaths", "the network says 65", "the police later gave 193"."""

from dataclasses import dataclass

from quipu.claims.match import is_adverb
from quipu.claims.phrases import Range, left_phrase
from quipu.claims.scene import Scene
from quipu.model import Place

_REACH, _NEAR = 10, 2
# Words between a verb and the second of two figures that it gives ("reports 12 dead and 38 injured").
_JOINED = 5
_KINDS = ("keepers", "kept", "givers")
_MARKS = frozenset((";", ":", ".", "!", "?", "”", "“", '"', "(", ")"))


@dataclass(frozen=True, slots=True)
class Teller:
    """A verb by which a figure is given at token `at`, its kind (`keepers`, `kept`, `givers`) and its subject."""

    at: int
    kind: str
    subject: Range | None


def find_teller(scene: Scene, number: int, *, near: int = _REACH) -> Teller | None:
    """Who gives the figure that begins at token `number`: "the office counts 49 deaths", "the network says 65"."""
    floor = max(0, number - near)
    kinds = [kind for kind in _KINDS if scene.said[kind].may_begin(scene.words, floor, number)]
    for at in range(number - 1, floor - 1, -1) if kinds else ():
        if scene.words[at] in _MARKS:
            return None
        for kind in kinds:
            length = scene.said[kind].at(scene.words, at)
            if length and at + length <= number and _reaches(scene, kind, at + length, number):
                return Teller(at, _tense(scene, kind, at), _subject(scene, at))
    return None


def _reaches(scene: Scene, kind: str, end: int, number: int) -> bool:
    """ "has 58 deaths", "says 26": a light verb stands right before its number; "puts the toll … at" may not."""
    light = kind == "givers" or (end and scene.words[end - 1] in scene.said["aux"])
    between = scene.words[end:number]
    if light:
        counted = any(at in scene.numbers for at in range(end, number))
        loose = [w for w in between if not is_adverb(scene, w) and w not in scene.said["of"]]
        return (len(between) <= _NEAR and not loose) or (counted and len(between) <= _JOINED and "," not in between)
    return all(word != "," for word in between)


def _tense(scene: Scene, kind: str, at: int) -> str:
    """A perfect goes on like a present."""
    return "keepers" if kind == "kept" and at and scene.words[at - 1] in scene.said["perfect"] else kind


def _subject(scene: Scene, at: int) -> Range | None:
    front = at
    while front and (scene.words[front - 1] in scene.said["aux"] or is_adverb(scene, scene.words[front - 1])):
        front -= 1
    return left_phrase(scene, front, 0)


def is_own_voice(scene: Scene, subject: Range | None) -> bool:
    """Whether the report counts itself ("our count", "we have recorded")."""
    return subject is not None and any(word in scene.said["own"] for word in scene.words[subject[0] : subject[1]])


def own_places(scene: Scene) -> list[Place]:
    """A sentence's places without those in the name of whoever speaks ("the Puno health directorate reports")."""
    if not scene.sent.places:
        return []
    sources = [a.source for a in scene.sent.attributions if a.source is not None]
    sources = [s for s in sources if scene.said.many.within(scene.words, *scene.tokens(s)) is None]
    found = [find_teller(scene, scene.tokens(quantity.span)[0]) for quantity in scene.sent.quantities]
    sources += [scene.span(*teller.subject) for teller in found if teller is not None and teller.subject]
    return [place for place in scene.sent.places if not any(_names(scene, s.holds(place.span), place) for s in sources)]


def _names(scene: Scene, inside: bool, place: Place) -> bool:
    """A place inside a speaker's name ("a Lima television channel"), unless he is there ("leaders in Puno")."""
    at, end = scene.tokens(place.span)
    if (
        scene.said["offices"].within(scene.words, end, end + 3) is not None
        and at
        and (scene.words[at - 1] in scene.said["determiners"])
    ):
        return True
    return inside and not (at and scene.words[at - 1] in scene.said["near"])


def is_voice(scene: Scene, phrase: Range) -> bool:
    """Whether a phrase may tell a figure: not "neither figure", "this toll" or "the shooting"."""
    begin, end = phrase
    said, words = scene.said, scene.words
    stop = next(
        (at for at in range(begin + 1, end) if words[at] in said["of"] or words[at] in said["prepositions"]), end
    )
    head = words[stop - 1]
    if all(word in said["pointing"] for word in words[begin:end]):
        return False
    if head in said["mere_figures"]:
        return False  # "the number of people killed has …": what is counted is nobody
    if head in said["happenings"] and words[stop : stop + 1] != ("'s",):
        return False
    return not (words[begin] in said["pointing"] and any(word.rstrip("s") in said["figures"] or word in said["figures"]
                                                         for word in words[begin + 1 : end]))  # fmt: skip


def is_pronoun(scene: Scene, phrase: Range) -> bool:
    """Whether a phrase is only a pronoun."""
    return all(word in scene.said["pronouns"] for word in scene.words[phrase[0] : phrase[1]])


def covers_country(scene: Scene) -> bool:
    """ "across the country", "throughout Bolivia", "en todo el país"."""
    if scene.said["everywhere"].within(scene.words, 0, len(scene.words)) is not None:
        return True
    for place in scene.sent.places:
        at, _ = scene.tokens(place.span)
        if (place.kind or "").startswith("A.PCL") and any(
            word in scene.said["across"] for word in scene.words[max(0, at - 2) : at]
        ):
            return True
    return False
