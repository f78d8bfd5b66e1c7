"""Whether a thing is said to have happened: asserted, reported, planned, demanded, denied or hypothetical."""

from quipu.claims.decided import decision_before, ruled_on
from quipu.claims.frames import DO, NOUN, Meaning
from quipu.claims.governors import bears_on
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.tellers import is_voice
from quipu.model import Attribution, EventType, Modality, Span, Words
from quipu.sentences.inflect import BASE, PARTICIPLE, PAST

# First words of triggers that say what is owed ("must go", "debe irse").
_OWED = frozenset(("must", "has", "have", "debe", "deben", "tiene", "tienen"))
_WINDOW = 7
# Words before a clause in which a cue that governs it may stand ("ruled out that", "sugerimos a todos que").
_OUTSIDE = {"negation_verbs": 2, "demanded": 3, "hypothetical": 1, "planned": 1}
# Words before an infinitive within which "forced" or "managed" says that it came about.
_REALISED = 6
# Words behind a noun within which "was never enforced" is still said of it.
_UNDONE = 18
# What is done by showing it.
_SHOWN = frozenset((EventType.PROTEST, EventType.CONDEMNATION, EventType.STATEMENT))
# What is called beforehand, and can be called off.
_CALLED = frozenset(("strike", "protest", "curfew", "election", "vote", "blockade"))


def attribution_of(scene: Scene, hit: Hit) -> tuple[Words | None, Attribution | None]:
    """Whose word the hit is: the source whose content holds it, the shortest content first."""
    span = scene.span(hit.begin, hit.end)
    holding = [a for a in scene.sent.attributions if a.factual and a.content.meets(span) and _speaks(scene, a.source)]
    if not holding:
        return None, None
    chosen = min(holding, key=lambda a: len(a.content))
    source = chosen.source
    source = _trimmed(scene, source) if source is not None else None
    return (Words(source.of(scene.text), source) if source else None), chosen


def _speaks(scene: Scene, source: Span | None) -> bool:
    """Whether a source is nobody or somebody, not a happening ("the blast claimed") or "this figure"."""
    return source is None or not scene.sent.span.holds(source) or is_voice(scene, scene.tokens(source))


def _trimmed(scene: Scene, source: Span) -> Span:
    """A source without the hour, list mark or dash before it ("22:40 The ombudsman's office")."""
    if not scene.sent.span.holds(source):
        return source
    begin, end = scene.tokens(source)
    while begin < end - 1 and (
        begin in scene.times or not scene.words[begin][0].isalpha() or scene.words[begin] in scene.said["conjunctions"]
    ):
        begin += 1
    return Span(scene.spans[begin].start, source.end)


def modality_of(
    scene: Scene, hit: Hit, meaning: Meaning, *, attribution: Attribution | None, subject: tuple[int, int] | None
) -> Modality:
    """The modality that cues before the trigger give; a source without such cues makes it reported."""
    if meaning.type == EventType.DEMAND:
        return Modality.DENIED if _has(scene, hit, "negation", reach=3) else Modality.DEMANDED
    if _has(scene, hit, "negation", reach=3) or _has(scene, hit, "negation_verbs", reach=_WINDOW):
        return Modality.DENIED
    if subject and scene.said.modality["negation"].within(scene.words, subject[0] - 1, subject[0] + 2) is not None:
        return Modality.DENIED
    if hit.role == NOUN and _is_undone(scene, hit):
        return Modality.DENIED
    if hit.frame == "resign" and hit.trigger.words[0] in _OWED and not hit.passive:
        return Modality.DEMANDED  # "the minister must go"
    ruling = ruled_on(scene, hit)
    if ruling is not None:
        return ruling
    if hit.role != NOUN and _is_missed(scene, hit):
        return Modality.HYPOTHETICAL
    reported = attribution is not None or _has(scene, hit, "reported", reach=_WINDOW)
    if hit.role == DO and meaning.type == EventType.CURFEW and not _has(scene, hit, "hypothetical", reach=_WINDOW):
        return Modality.REPORTED if reported else Modality.ASSERTED  # "must stay indoors" is the measure itself
    if (is_infinitive(scene, hit) or _joins_infinitive(scene, hit)) and not _is_shown(scene, hit, meaning):
        if is_foretold(scene, hit):
            return Modality.PLANNED
        return Modality.HYPOTHETICAL if not _has(scene, hit, "planned", reach=_WINDOW) else Modality.PLANNED
    if _has(scene, hit, "perfect", reach=4) or _is_perfect_above(scene, hit):
        return Modality.REPORTED
    if meaning.type not in (EventType.STATEMENT, EventType.CONDEMNATION) or hit.trigger.form == BASE:
        for cue in (Modality.HYPOTHETICAL, Modality.PLANNED, Modality.DEMANDED):
            if _governs(scene, hit, cue):
                return Modality.PLANNED if is_foretold(scene, hit) else cue
    if hit.role == NOUN and hit.end < len(scene.words):
        for cue in (Modality.HYPOTHETICAL, Modality.PLANNED):
            if scene.words[hit.end] in scene.said["modals"] and scene.words[hit.end] in scene.said.modality[cue.value]:
                return cue
    ceiling = min(hit.clause[1], hit.end + 2 * _WINDOW)
    if hit.role == NOUN:
        at = scene.said.modality["planned_after"].within(scene.words, hit.end, ceiling)
        if at is not None and bears_on(scene, hit, at, at + scene.said.modality["planned_after"].at(scene.words, at)):
            return Modality.PLANNED
    return Modality.REPORTED if reported else Modality.ASSERTED


def _is_missed(scene: Scene, hit: Hit) -> bool:
    """ "Was nearly killed", "almost killed him": right before the verb, with no number that the word could round."""
    listed = scene.said.modality["missed"]
    return any(at + listed.at(scene.words, at) == hit.begin for at in range(max(0, hit.begin - 2), hit.begin))


def _is_undone(scene: Scene, hit: Hit) -> bool:
    """ "The curfew that he proclaimed was never enforced", "had called a strike for Monday, but it was called off"."""
    if hit.frame in _CALLED and _has(scene, hit, "cancels", reach=_WINDOW):
        return True
    undone = scene.said.modality["undone"].within(scene.words, hit.end, min(len(scene.words), hit.end + _UNDONE))
    return undone is not None and not any(mark in scene.words[hit.end : undone] for mark in (";", ":"))


def is_infinitive(scene: Scene, hit: Hit) -> bool:
    """ "shoot to kill", "in an effort to support": an infinitive of purpose has not happened yet."""
    if hit.trigger.form != BASE or hit.begin == 0 or scene.words[hit.begin - 1] not in scene.said["infinitive"]:
        return False
    if decision_before(scene, hit) is not None or _is_owed_to(scene, hit):
        return False
    return scene.said.modality["realised"].within(scene.words, max(0, hit.begin - _REALISED), hit.begin) is None


def _joins_infinitive(scene: Scene, hit: Hit) -> bool:
    """ "Told them to watch and arrest": what somebody is told to do goes on through the bare forms joined to it."""
    tree, top = scene.tree, hit.begin
    if tree is None or hit.role == NOUN or hit.begin != hit.front or hit.trigger.form != BASE:
        return False
    if tree.relation(top) != "conj" or tree.kid(top, "nsubj", "aux") is not None:
        return False
    first = tree.head(top)
    marks = [at for at in tree.kids(first, "mark") if scene.words[at] in scene.said["infinitive"]]
    if not marks or tree.relation(first) != "xcomp" or tree.kid(tree.head(first), "obj", "iobj", "nsubj:pass") is None:
        return False
    return scene.said.modality["realised"].within(scene.words, max(0, marks[0] - _REALISED), marks[0]) is None


def _is_owed_to(scene: Scene, hit: Hit) -> bool:
    """ "Deaths due to police firing": the "to" of a fixed preposition opens no infinitive."""
    return hit.role == NOUN and scene.tree is not None and scene.tree.relation(hit.begin - 1) == "fixed"


def _is_shown(scene: Scene, hit: Hit, meaning: Meaning) -> bool:
    """ "used strong words to condemn it", "took to the streets to protest": done in doing what the infinitive hangs on,
    unless that is itself open or only tried."""
    before = scene.words[hit.begin - 2] if hit.begin > 1 else ""
    if meaning.type not in _SHOWN or before in scene.said["be"]:  # "who is to blame"
        return False
    return not any(_has(scene, hit, cue, reach=_WINDOW) for cue in ("hypothetical", "planned", "demanded"))


def _is_perfect_above(scene: Scene, hit: Hit) -> bool:
    """ "may have already resulted in 27 deaths": the perfect stands with a verb that governs the trigger."""
    listed = scene.said.modality["perfect"]
    at = listed.within(scene.words, 0, hit.begin) if scene.tree is not None else None
    return at is not None and bears_on(scene, hit, at, at + listed.at(scene.words, at))


def is_foretold(scene: Scene, hit: Hit) -> bool:
    """ "The unions said that they would march": a telling in the past turns "will" into "would"; "if" keeps it one."""
    listed = scene.said.modality
    if hit.frame not in _CALLED or hit.role == NOUN or hit.trigger.form != BASE:
        return False
    front = _front(scene, hit)
    if listed["foretelling"].within(scene.words, front, hit.begin) is None:
        return False
    if scene.said["have"].within(scene.words, front, hit.begin) is not None:
        return False
    size = len(scene.words)
    return (
        listed["told"].within(scene.words, 0, front) is not None
        and listed["conditions"].within(scene.words, 0, size) is None
    )


def _front(scene: Scene, hit: Hit) -> int:
    """The first auxiliary of the trigger, or of the verb whose infinitive it is ("would continue to march")."""
    tree = scene.tree
    if tree is None:
        return hit.front
    top = tree.top(hit.begin, hit.end)
    above = tree.head(top) if tree.relation(top) == "xcomp" else top
    return min((hit.front, *tree.kids(above, "aux")))


def _governs(scene: Scene, hit: Hit, cue: Modality) -> bool:
    """Whether a cue stands before the trigger with no past form of its own in between."""
    settled = hit.trigger.form in (PAST, PARTICIPLE) and not any(
        word in scene.said["inner"] for word in scene.words[hit.front : hit.begin]
    )
    reach = 2 if settled else _WINDOW
    return _has(scene, hit, cue.value, reach=reach) or _is_joined_to(scene, hit, cue)


def _is_joined_to(scene: Scene, hit: Hit, cue: Modality) -> bool:
    """ "Some might march and court arrest": a bare form shares the auxiliary of the verb that it is joined to."""
    tree = scene.tree
    if tree is None or hit.trigger.form != BASE or hit.role == NOUN or hit.begin != hit.front:
        return False
    top = tree.top(hit.begin, hit.end)
    if tree.relation(top) != "conj" or tree.kid(top, "aux", "nsubj") is not None:
        return False
    listed = scene.said.modality[cue.value]
    return any(listed.at(scene.words, at) for at in tree.kids(tree.head(top), "aux"))


def _has(scene: Scene, hit: Hit, name: str, *, reach: int) -> bool:
    # Joined verbs share auxiliaries that stand before the clause of the second ("must be arrested and jailed").
    floor = max(min(hit.clause[0], hit.front), min(hit.front, hit.begin) - reach)
    if hit.clause[0] and name in _OUTSIDE:
        floor = max(0, min(floor, hit.clause[0] - _OUTSIDE[name]))
    listed = scene.said.modality[name]
    at = listed.within(scene.words, floor, hit.begin)
    while at is not None:
        end = at + listed.at(scene.words, at)
        if bears_on(scene, hit, at, end):
            return True
        at = listed.within(scene.words, end, hit.begin)
    return False


def is_question(scene: Scene) -> bool:
    """Whether the sentence asks."""
    return bool(scene.words) and (scene.words[-1] == "?" or scene.words[-2:-1] == ("?",) or scene.words[0] == "¿")
