"""Who did it and to whom: the sides of a trigger, read as its role and voice ask."""

from dataclasses import dataclass

from quipu.claims.arguments import find_arguments
from quipu.claims.decided import decision_before
from quipu.claims.frames import ACT, DO, NOUN, PEOPLE, UNDERGO, Meaning, meanings, words_of
from quipu.claims.labelled import can_harm, labelled_actor, labelled_target
from quipu.claims.laid import laid_to
from quipu.claims.match import Hit, is_adverb
from quipu.claims.noun_arguments import OWNER_ACTS
from quipu.claims.phrases import Range, left_phrase, phrase_after, right_phrase, without_number
from quipu.claims.refuse import HARM
from quipu.claims.scene import Scene
from quipu.claims.whereabouts import without_whereabouts
from quipu.model import Actor, Words
from quipu.sentences.inflect import GERUND

_LONG = 9
_OWNED = frozenset(("'s", "'"))


@dataclass(frozen=True, slots=True)
class Roles:
    """The token ranges of actor and target, where the words name them."""

    actor: Range | None = None
    target: Range | None = None
    whole: Range | None = None
    """The target with its number and article, where a tree shows it."""


def find_roles(scene: Scene, hit: Hit, meaning: Meaning, hits: list[Hit]) -> Roles:
    """Actor and target of a hit by its role; `hits` are all triggers of the sentence."""
    if scene.tree is not None:
        return _by_tree(scene, hit, meaning, hits)
    return _by_words(scene, hit, meaning, hits)


def _by_tree(scene: Scene, hit: Hit, meaning: Meaning, hits: list[Hit]) -> Roles:
    actor, target, whole = find_arguments(scene, hit, meaning)
    if actor is not None and scene.words[_head(scene, actor)] in scene.said["projectiles"]:
        actor = None  # "was hit by a pellet": what was fired acts for nobody named
    if hit.role == NOUN or (hit.role in (ACT, DO) and not hit.passive):
        actor = actor or labelled_actor(scene, hit)
    if actor is None and meaning.state_only and hit.role == ACT and not hit.passive:
        actor = _force_before(scene, hit)
    if target is None and hit.role in (ACT, UNDERGO):
        target = labelled_target(scene, hit)
    if actor is not None and meaning.type in HARM and hit.role == ACT and not can_harm(scene, hit, actor):
        actor = None
    if actor is None and (hit.passive or hit.role in (UNDERGO, PEOPLE) or (hit.role == NOUN and meaning.count)):
        actor = _cause(scene, hit) if hit.role == PEOPLE else _force_behind(scene, hit)
        if actor is None and meaning.type in HARM:
            actor = laid_to(scene, hit, hits, meanings())
    return Roles(actor, target, whole)


def _head(scene: Scene, phrase: Range) -> int:
    return scene.tree.top(*phrase) if scene.tree is not None else phrase[1] - 1


def _force_before(scene: Scene, hit: Hit) -> Range | None:
    """ "The police baton-charged them": a force right before a verb that a parser takes for part of a compound."""
    if len(hit.trigger.words) == 1:  # "the police club" is no verb
        return None
    for at in range(max(0, hit.front - 2), hit.front):
        length = scene.said.state_forces.at(scene.words, at)
        if length and at + length == hit.front:
            return at, at + length
    return None


def _by_words(scene: Scene, hit: Hit, meaning: Meaning, hits: list[Hit]) -> Roles:
    """The roles by the order of words alone, where no tree was read."""
    begins = frozenset(other.begin for other in hits)
    floor, ceiling = hit.clause
    if hit.role == ACT and not hit.passive:
        decided = decision_before(scene, hit)
        if decided is not None:
            return Roles(left_phrase(scene, decided, 0), right_phrase(scene, hit.end, ceiling, barred=begins))
        actor = (
            _absolute_subject(scene, hit) or left_phrase(scene, hit.front, floor) or _shared_subject(scene, hit, hits)
        )
        return Roles(actor, right_phrase(scene, hit.end, ceiling, barred=begins))
    if hit.role == ACT:
        return Roles(agent_of(scene, hit), left_phrase(scene, hit.front, floor))
    if hit.role == UNDERGO:
        return Roles(agent_of(scene, hit), left_phrase(scene, hit.front, floor))
    if hit.role == DO:
        return Roles(left_phrase(scene, hit.front, floor) or _shared_subject(scene, hit, hits), _against(scene, hit))
    if hit.role == PEOPLE:
        return Roles(_cause(scene, hit), _counted(scene, hit))
    return _of_noun(scene, hit, meaning, begins)


def _shared_subject(scene: Scene, hit: Hit, hits: list[Hit]) -> Range | None:
    """ "police arrested nine men and fired into the air": joined verbs share the first one's subject."""
    before = [other for other in hits if other.end <= hit.front and other.role in (ACT, DO) and not other.passive]
    if not before or hit.front == 0:
        return None
    if hit.trigger.form != GERUND and scene.words[hit.front - 1] not in scene.said["conjunctions"]:
        return None
    return left_phrase(scene, before[-1].front, before[-1].clause[0])


def agent_of(scene: Scene, hit: Hit) -> Range | None:
    """Who did it in a passive or a death: behind "by" or "at the hands of", or named in "in police firing"."""
    ceiling = min(len(scene.words), hit.end + 16)
    at = scene.said["by"].within(scene.words, hit.end, ceiling)
    if at is not None and not any(word in scene.said["breaks"] for word in scene.words[hit.end : at]):
        phrase = right_phrase(scene, at + 1, len(scene.words))
        if phrase and not scene.words[phrase[0]].isdigit() and not scene.words[phrase[0]].endswith("ing"):
            return phrase
    return _force_behind(scene, hit)


def _force_behind(scene: Scene, hit: Hit) -> Range | None:
    """A state force that what happened is laid to: "in police firing", "at the hands of the army"."""
    ceiling = min(len(scene.words), hit.end + 16)
    state = _state_force(scene, hit.end, min(len(scene.words), max(hit.clause[1], hit.end + 8)))
    if state is not None:
        cue = scene.said["agents"].within(scene.words, hit.end, state[0] + 1)
        if cue is not None and _is_forceful(scene, state, cue):
            return state
    return phrase_after(scene, "agents", hit.end, ceiling) if _has_hands(scene, hit.end, ceiling) else None


def _has_hands(scene: Scene, begin: int, end: int) -> bool:
    words = scene.words[begin:end]
    return "hands" in words or "manos" in words


def _is_forceful(scene: Scene, state: Range, cue: int) -> bool:
    """ "in police firing", "as a result of the police repression", "in clashes with the army", "at the hands of"."""
    long_cue = scene.said["agents"].at(scene.words, cue) > 1
    return state[0] - cue <= 8 and (long_cue or (state[0] - cue <= 3 and state[1] < len(scene.words)))


def _state_force(scene: Scene, begin: int, end: int) -> Range | None:
    at = scene.said.state_forces.within(scene.words, begin, end)
    return (at, at + scene.said.state_forces.at(scene.words, at)) if at is not None else None


def _against(scene: Scene, hit: Hit) -> Range | None:
    for at in range(hit.end, min(hit.clause[1], hit.end + 8)):
        if scene.words[at] in scene.said["against"]:
            return right_phrase(scene, at + 1, hit.clause[1])
    return None


def _cause(scene: Scene, hit: Hit) -> Range | None:
    """ "police violence that has left 20 dead": a state force before the number."""
    left = _state_force(scene, max(0, hit.clause[0] - 6), hit.begin)
    return agent_of(scene, hit) or (left if scene.said["leave"].within(scene.words, 0, hit.begin) is not None else None)


def _counted(scene: Scene, hit: Hit) -> Range | None:
    """The people noun beside a participle: "300 protesters injured", "27 dead demonstrators"."""
    for at in (*range(hit.end, min(hit.end + 2, len(scene.words))), *range(hit.begin - 1, max(hit.begin - 4, -1), -1)):
        if at < hit.begin and at in scene.numbers:
            return None
        length = scene.said.many.at(scene.words, at)
        if length:
            return at, at + length
    return None


def _of_noun(scene: Scene, hit: Hit, meaning: Meaning, begins: frozenset[int]) -> Roles:
    owner = _owner(scene, hit)
    behind: Range | None = None
    if hit.end < hit.clause[1] and scene.words[hit.end] in scene.said["of"]:
        behind = right_phrase(scene, hit.end + 1, hit.clause[1], barred=begins)
    against = _against(scene, hit)
    near = scene.said["by"].within(scene.words, hit.end, min(hit.clause[1], hit.end + 16))
    by = right_phrase(scene, near + 1, hit.clause[1]) if near is not None else None
    state = _state_force(scene, max(hit.clause[0], hit.begin - 4), hit.end) if meaning.state_only else None
    if meaning.type in OWNER_ACTS:
        return Roles(by or _light_subject(scene, hit) or state or behind or owner, against)
    if meaning.count is not None:
        by = by or agent_of(scene, hit)
    return Roles(by or state, behind or owner or against)


def _light_subject(scene: Scene, hit: Hit) -> Range | None:
    """ "Boluarte declared a “state of emergency”": the subject of a light verb before the noun."""
    for at in range(hit.begin - 1, max(hit.clause[0] - 1, hit.begin - 6), -1):
        if scene.words[at] in scene.said["light"] and scene.words[at - 1] not in _OWNED:
            front = at
            while front > hit.clause[0] and (
                scene.words[front - 1] in scene.said["aux"] or is_adverb(scene, scene.words[front - 1])
            ):
                front -= 1
            return left_phrase(scene, front, hit.clause[0])
        if scene.words[at] in scene.said["prepositions"] and scene.words[at - 1] not in scene.said["light"]:
            return None
    return None


def _absolute_subject(scene: Scene, hit: Hit) -> Range | None:
    """ "…, with demonstrators calling for": a gerund's subject behind "with"."""
    if hit.trigger.form != GERUND:
        return None
    for at in range(hit.front - 1, max(-1, hit.front - 8), -1):
        if scene.words[at] in scene.said["absolute"]:
            return right_phrase(scene, at + 1, hit.front)
        if scene.words[at] in scene.said["prepositions"] and scene.words[at] not in scene.said["of"]:
            return None
    return None


def _owner(scene: Scene, hit: Hit) -> Range | None:
    """ "Castillo's" in "Castillo's ouster"; adjectives may stand between."""
    for at in range(hit.begin - 1, max(hit.clause[0], hit.begin - 4), -1):
        if scene.words[at] in _OWNED:
            return left_phrase(scene, at, max(hit.clause[0] - 1, 0))
        if not scene.words[at][0].isalpha():
            return None
    return None


def words_at(scene: Scene, phrase: Range | None, numbers: dict[int, int]) -> Words | None:
    """A role's words: the phrase without its number; a long phrase gives way to an actor named in it."""
    if phrase is None:
        return None
    begin, end = _without_rest(scene, _cleaned(scene, without_number(scene, phrase, numbers)))
    words = scene.words[begin:end]
    if not words or all(w in scene.said["pronouns"] or w in scene.said["determiners"] for w in words):
        return None
    if all(at in scene.times for at in range(begin, end)):
        return None  # "a strike of 48 hours": how long is not who
    span = scene.span(begin, end)
    if (scene.tree.length(begin, end) if scene.tree else end - begin) > _LONG:
        inside = [actor for actor in scene.sent.actors if span.holds(actor.span)]
        span = inside[-1].span if inside else span
    return Words(span.of(scene.text), span)


def _cleaned(scene: Scene, phrase: Range) -> Range:
    """A phrase without days and adverbs before it; ("he went" is "he"), and nothing where only a stray word is left."""
    begin, end = _behind_place(scene, phrase)
    while begin < end - 1 and (begin in scene.times or _is_loose_adverb(scene, begin)):
        begin += 1
    if end - begin > 1 and scene.words[begin] in scene.said["subjects"]:
        end = begin + 1
    known = end - begin != 1 or scene.tree is not None or _is_noun(scene, begin)
    return (begin, end) if known else (end, end)


def _behind_place(scene: Scene, phrase: Range) -> Range:
    """ "In Puno people must stay indoors": a place behind its preposition that a parser took for part of the people."""
    begin, end = phrase
    if begin == 0 or scene.words[begin - 1] not in scene.said["near"]:
        return phrase
    ends = [scene.tokens(place.span)[1] for place in scene.sent.places if scene.tokens(place.span)[0] == begin]
    return (ends[0], end) if ends and ends[0] < end else phrase


def _without_rest(scene: Scene, phrase: Range) -> Range:
    """ "farmers near Patras", "the university on Friday", "people, among them two minors" are farmers, the university
    and people: the rest says where, when and which part, and parsers hang it on the noun or on the verb as it comes.
    """
    begin, _ = phrase
    _, end = without_whereabouts(scene, phrase)
    part = scene.said["listing"].within(scene.words, begin + 1, end)
    end = end if part is None else part
    timed, links = False, (scene.said["determiners"], scene.said["prepositions"])
    while end - 1 > begin:
        last = scene.words[end - 1]
        timed = timed or end - 1 in scene.times
        cut = end - 1 in scene.times or (timed and any(last in listed for listed in links))
        if not cut and not (end < phrase[1] and last in (",", "(")):
            break
        end -= 1
    return begin, end


def _is_loose_adverb(scene: Scene, at: int) -> bool:
    """ "Previously they": an adverb before a whole phrase, not one inside it ("newly elected members")."""
    word, said = scene.words[at], scene.said
    if not is_adverb(scene, word) or word in said["determiners"] or (at and scene.is_capital(at)):
        return False
    after = scene.words[at + 1]
    return scene.is_capital(at + 1) or after in said["pronouns"] or after in said["determiners"]


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether a single word can be somebody or something: known, capital, or a plural; not "lit" or "narrowly"."""
    word, said = scene.words[at], scene.said
    if said.group_at(scene.words, at)[1] or said.state_forces.at(scene.words, at) or word in said["pronouns"]:
        return True
    if scene.is_capital(at) or word.endswith("s") or (at > 0 and scene.words[at - 1] in said["determiners"]):
        return not is_adverb(scene, word)
    return any(actor.span.meets(scene.spans[at]) for actor in scene.sent.actors)


def is_state_force(scene: Scene, words: Words | None) -> bool | None:
    """Whether an actor is police, army or a government; None where nobody is named."""
    if words is None or words.span is None:
        return None
    named = words_of(words.text)
    if scene.said.state_forces.within(named, 0, len(named)) is not None:
        return True
    return any(actor.sector in ("COP", "MIL", "GOV", "SPY") for actor in _actors_in(scene, words))


def _actors_in(scene: Scene, words: Words) -> list[Actor]:
    return [actor for actor in scene.sent.actors if words.span is not None and actor.span.meets(words.span)]
