"""Where the triggers of the frame lexicon stand in a sentence, and whether each is a verb, passive, or a noun."""

from dataclasses import dataclass, replace

from quipu.claims.frames import ACT, DO, NOUN, PEOPLE, Index, Trigger
from quipu.claims.scene import Scene, clause_of
from quipu.claims.taken import takes_object
from quipu.claims.voices import passive_of
from quipu.sentences.inflect import BASE, FINITE, GERUND, PARTICIPLE, PAST

# How near an `unless` word silences a trigger: "kill the bill", not a killing on Bill Street.
_CLOSE = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger at tokens [begin, end). `verb` is its first token, `front` that of its auxiliaries."""

    trigger: Trigger
    begin: int
    end: int
    passive: bool = False
    front: int = 0
    clause: tuple[int, int] = (0, 0)

    @property
    def frame(self) -> str:
        """The frame's id."""
        return self.trigger.frame

    @property
    def role(self) -> str:
        """`act`, `undergo`, `do`, `noun` or `people`."""
        return self.trigger.role


def find_hits(scene: Scene, index: Index) -> list[Hit]:
    """Every trigger of a sentence in order, the longest at each place, with its clause."""
    found: list[Hit] = []
    for at in [at for at, word in enumerate(scene.words) if word in index.lengths]:
        if found and at < found[-1].end:
            continue
        chosen = _choose(scene, at, _candidates(scene, at, index.at(scene.words, at)))
        if chosen is not None:
            found.append(_voiced(scene, chosen, at))
    begins = tuple(hit.begin for hit in found)
    shared = [_with_shared_voice(found, number, scene) for number in range(len(found))]
    shared = [_with_voice_of_tree(scene, hit) for hit in shared]
    return [replace(hit, clause=clause_of(scene, hit.begin, hit.end, _besides(begins, hit.begin))) for hit in shared]


def _besides(begins: tuple[int, ...], begin: int) -> tuple[int, ...]:
    return tuple(other for other in begins if other != begin)


def _candidates(scene: Scene, at: int, triggers: list[Trigger]) -> list[Trigger]:
    return [
        trigger
        for trigger in triggers
        if _allowed(scene, trigger, at) and not _is_name(scene, at, trigger) and not _is_stranded(scene, at, trigger)
    ]


def _allowed(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether a `near` word stands in the sentence and no `unless` word close by."""
    if trigger.near and not any(scene.has(phrase) for phrase in trigger.near):
        return False
    if trigger.takes and not takes_object(scene, trigger, at):
        return False
    if not trigger.unless:
        return True
    around = f" {' '.join(scene.words[max(0, at - _CLOSE) : at + len(trigger.words) + _CLOSE])} "
    return not any(f" {phrase} " in around for phrase in trigger.unless)


def _is_name(scene: Scene, at: int, trigger: Trigger) -> bool:
    """ "the National Strike Committee", "Finance Minister": capitals side by side, where not all words have one."""
    if at == 0 or not scene.is_capital(at) or trigger.form not in (BASE, FINITE) or scene.is_title:
        return False
    beside = [i for i in (at - 1, at + len(trigger.words)) if 0 < i < len(scene.words)]
    return any(scene.is_capital(i) for i in beside)


def _is_stranded(scene: Scene, at: int, trigger: Trigger) -> bool:
    """ "was shot at noon": behind "was" the preposition belongs to what follows, not to "shoot at"."""
    two = len(trigger.words) == 2 and trigger.words[1] in scene.said["stranded"] and trigger.form == PAST
    return two and at > 0 and scene.words[at - 1] in scene.said["be"]


def _choose(scene: Scene, at: int, candidates: list[Trigger]) -> Trigger | None:
    """The longest candidate; among equals a verb or a noun as the words before it ask, then the lexicon's order."""
    if not candidates:
        return None
    longest = [c for c in candidates if len(c.words) == len(candidates[0].words)]
    if len(longest) == 1:
        only = longest[0]
        return None if only.role in (ACT, DO) and _determined(scene, at, only) else only
    tagged = _tagged_nominal(scene, at, longest[0])
    nominal = _nominal(scene, at, longest[0]) if tagged is None else tagged
    kinds = [c for c in longest if (c.role in (NOUN, PEOPLE)) == nominal]
    return (kinds or longest)[0]


def _determined(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether an article or "of" right before a base form makes it a noun that the lexicon does not list."""
    if len(trigger.words) > 1 or trigger.form not in (BASE, FINITE):
        return False
    if at == 0:
        return any(word in scene.said["opens_noun"] for word in scene.words[1:2])
    return scene.words[at - 1] in scene.said["determiners"] or scene.words[at - 1] in scene.said["of"]


def _tagged_nominal(scene: Scene, at: int, trigger: Trigger) -> bool | None:
    """Whether the tagger has a noun there; None without one, and for participles, which may be either for people."""
    if scene.tree is None or trigger.form in (PAST, PARTICIPLE):
        return None
    tag = scene.tree.pos(at)
    if trigger.form == GERUND and tag == "VERB" and scene.tree.kid(at, "obj", "aux", "nsubj") is None:
        return None  # "killed in firing by the police"
    return True if tag in ("NOUN", "PROPN") else False if tag in ("VERB", "AUX") else None


def _nominal(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the word at `at` reads as a noun (or an adjective for people)."""
    left = at
    while left and is_adverb(scene, scene.words[left - 1]):
        left -= 1
    before = scene.words[left - 1] if left else ""
    after = scene.words[at + len(trigger.words)] if at + len(trigger.words) < len(scene.words) else ""
    said = scene.said
    if trigger.form in (PAST, PARTICIPLE):
        if before in said["relatives"] and _has_object(scene, at, at + len(trigger.words)):
            return False  # "a shooting that wounded three teenagers"
        return (
            at - 1 in scene.counted or at - 1 in scene.numbers or before in said["determiners"]
        ) and after not in said["prepositions"]
    if before in said["infinitive"] and trigger.form == FINITE and said.language == "en":
        return True
    personal = before in said["subjects"] or before in said["infinitive"]
    if personal or (before in said["aux"] and trigger.form != FINITE):
        return trigger.form == GERUND and before not in said["be"] and not personal
    if trigger.form == GERUND:
        objected = at + len(trigger.words) in scene.numbers or after in said["determiners"] or after in said["stranded"]
        return before in said["determiners"] or not (objected or _takes_person(scene, at + len(trigger.words)))
    if before in said["determiners"] or before in said["of"] or before in said["prepositions"]:
        return True
    if said.language == "es":
        return before not in said["adverbs"] and before not in said["relatives"] and not (
            before.endswith("s") and at > 0
        )  # fmt: skip
    return not (trigger.form == BASE and (before in said.many or before.endswith("s")))


def _has_object(scene: Scene, at: int, after: int) -> bool:
    """Whether a form in a relative clause is a verb with an object, by the tree or by what stands behind it."""
    if scene.tree is not None and scene.tree.relation(at) == "acl:relcl":
        return True
    if after >= len(scene.words):
        return False
    return after in scene.numbers or scene.words[after] in scene.said["determiners"]


def _takes_person(scene: Scene, after: int) -> bool:
    """ "killing peaceful pilgrims", "killing Jamal": a gerund with somebody behind it is a verb."""
    if after < len(scene.words) and scene.is_capital(after) and not scene.is_title:
        return True
    near = scene.words[after : after + 1]
    if any(word in scene.said["prepositions"] or not word[0].isalnum() for word in near):
        return False
    return scene.said.many.within(scene.words, after, after + 3) is not None


def _voiced(scene: Scene, trigger: Trigger, at: int) -> Hit:
    """The trigger at `at` with its voice and the first of its auxiliaries."""
    end, front = at + len(trigger.words), at
    auxiliary = False
    while front > 0 and front > at - 6:
        before = scene.words[front - 1]
        if before in scene.said["aux"]:
            auxiliary, front = True, front - 1
        elif is_adverb(scene, before):
            front -= 1
        elif before in scene.said["infinitive"] and (leap := _catenative(scene, front - 1)) is not None:
            auxiliary, front = True, leap
        else:
            break
    helpers = scene.words[front:at]
    if not auxiliary:
        front = at
    if trigger.role == ACT and trigger.form == BASE and _is_equal_participle(scene, at, front):
        return Hit(replace(trigger, form=PARTICIPLE), at, end, True, front)
    if trigger.role != ACT or trigger.form not in (PAST, PARTICIPLE):
        return Hit(trigger, at, end, False, front)
    if any(word in scene.said["be"] for word in helpers):
        return Hit(trigger, at, end, True, front)
    if any(word in scene.said["have"] for word in helpers):
        return Hit(trigger, at, end, False, front)
    return Hit(trigger, at, end, _reduced(scene, at, end, trigger), front)


def _is_equal_participle(scene: Scene, at: int, front: int) -> bool:
    """ "were hurt", "was badly hurt": right behind "be" what looks like a base form is the participle."""
    if scene.said.language != "en":
        return False
    while at > front and is_adverb(scene, scene.words[at - 1]):
        at -= 1
    return at > front and scene.words[at - 1] in scene.said["be"]


def is_adverb(scene: Scene, word: str) -> bool:
    """Whether a word may stand between a verb and its auxiliaries."""
    return word in scene.said["adverbs"] or (len(word) > 4 and word.endswith(("ly", "mente")))


def _catenative(scene: Scene, to: int) -> int | None:
    """ "was forced to", "has been able to": the auxiliary before an infinitive's "to", whose subject is the verb's."""
    if to and scene.words[to - 1] in scene.said["have"]:
        return to - 1
    for at in (to - 2, to - 3):
        if at >= 0 and scene.words[at] in scene.said["aux"]:
            return at
    return None


def _reduced(scene: Scene, at: int, end: int, trigger: Trigger) -> bool:
    """A participle without auxiliary ("a man shot in the hand", "the men arrested by"): nothing follows as object."""
    if len(trigger.words) > 1 and trigger.words[-1] not in scene.said["whole"]:
        return False
    if trigger.form == PARTICIPLE and scene.said.language == "es":
        return True
    if at == 0:
        return end < len(scene.words) and scene.words[end] in scene.said["by"]
    if end >= len(scene.words):
        return True
    if end in scene.numbers and end not in scene.times:
        return False
    after = scene.words[end]
    if is_adverb(scene, after) and end + 1 < len(scene.words):
        after = scene.words[end + 1]
    if after in scene.said["by"]:
        return True
    if scene.words[at - 1] in scene.said["subjects"]:
        return False
    return after in scene.said["prepositions"] or after in scene.said["conjunctions"] or not after[0].isalnum()


def _with_shared_voice(found: list[Hit], number: int, scene: Scene) -> Hit:
    """ "were arrested and imprisoned", "killed and injured several people": joined verbs share voice and front."""
    hit = found[number]
    if hit.role != ACT or hit.front != hit.begin:
        return hit
    if number and hit.trigger.form in (PAST, PARTICIPLE):
        left = found[number - 1]
        between = scene.words[left.end : hit.begin]
        if left.passive and left.front < left.begin and between and all(_joins(scene, word) for word in between):
            return replace(hit, passive=True, front=left.front)
    if hit.passive and number + 1 < len(found):
        right = found[number + 1]
        between = scene.words[hit.end : right.begin]
        joined = between and all(_joins(scene, word) for word in between)
        if joined and right.role == ACT and not right.passive and right.front == right.begin:
            return replace(hit, passive=False)
    return hit


def _with_voice_of_tree(scene: Scene, hit: Hit) -> Hit:
    if scene.tree is None or hit.role != ACT:
        return hit
    if hit.passive and scene.said.language == "es" and _has_ser(scene, hit):
        return hit
    if not hit.passive and _is_perfect(scene, hit):
        return hit
    passive = passive_of(scene.tree, scene.tree.top(hit.begin, hit.end), hit.trigger.form)
    return hit if passive is None or passive == hit.passive else replace(hit, passive=passive)


def _has_ser(scene: Scene, hit: Hit) -> bool:
    """ "fuera derrocado": with a form of "ser" a Spanish participle is passive, whatever a tree calls the auxiliary."""
    helpers = scene.words[hit.front : hit.begin]
    return any(word in scene.said["be"] for word in helpers) and hit.trigger.form in (PAST, PARTICIPLE)


def _is_perfect(scene: Scene, hit: Hit) -> bool:
    """ "hubieran matado a", "had killed": a perfect without "be" is active, whatever a tree calls its subject."""
    helpers = scene.words[hit.front : hit.begin]
    return any(word in scene.said["have"] for word in helpers) and not any(w in scene.said["be"] for w in helpers)


def _joins(scene: Scene, word: str) -> bool:
    return word == "," or word in scene.said["conjunctions"] or is_adverb(scene, word)
