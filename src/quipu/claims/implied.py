"""Who arrests or uses force where a sentence does not say: the police that the sentence or its neighbours name."""

from collections.abc import Iterator

from quipu.claims.frames import ACT, NOUN, Meaning, fold
from quipu.claims.match import Hit
from quipu.claims.modality import is_infinitive
from quipu.claims.phrases import Range
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.words import lists
from quipu.model import EventType, Reading, Span, Words
from quipu.sentences.inflect import BASE


def find_police(reading: Reading) -> Iterator[tuple[int, Words]]:
    """Every sentence that names the police, furniture left out: its index, and the words that name them first."""
    listed = lists(reading.language).police
    for sent in reading.sentences:
        words = tuple(fold(token.text) for token in sent.tokens)
        at = None if sent.furniture else listed.within(words, 0, len(words))
        if at is not None:
            last = sent.tokens[at + listed.at(words, at) - 1]
            span = Span(sent.tokens[at].span.start, last.span.end)
            yield sent.index, Words(span.of(reading.document.text), span)


def implied_police(
    scene: Scene, hit: Hit, meaning: Meaning, setting: Setting, *, doer: Range | None, target: Words | None
) -> Words | None:
    """ "Police said 40 people were arrested": who arrests or uses force without being named is the police told of.

    `doer` is the subject that the sentence gives to the deed. None where somebody else is named, where the deed is
    nobody's office, and for an exchange of fire, which takes two sides and says nothing of either.
    """
    if not (meaning.type == EventType.ARREST or meaning.state_only) or _names_doer(scene, hit, doer):
        return None
    if hit.role == NOUN and scene.said["two_sided"].at(scene.words, hit.begin):
        return None
    listed = scene.said.police
    at = listed.within(scene.words, 0, len(scene.words))
    if at is not None:
        span = scene.span(at, at + listed.at(scene.words, at))
        if not (target and target.span and target.span.meets(span)):
            return Words(span.of(scene.text), span)
    return setting.police_near(scene.sent.index, behind=_is_news(scene, hit, meaning))


def _names_doer(scene: Scene, hit: Hit, doer: Range | None) -> bool:
    """Whether an active verb has its doer, whom nothing need imply; "we" and "they" leave open who it is, as does an
    infinitive that came about ("were left with no choice but to fire").
    """
    if hit.role != ACT or hit.passive or (doer is None and _came_about(scene, hit)):
        return False
    words = scene.words[slice(*doer)] if doer else ()
    speaking = (scene.said["speaker_pronouns"], scene.said["group_pronouns"])
    return not (len(words) == 1 and any(words[0] in listed for listed in speaking))


def _came_about(scene: Scene, hit: Hit) -> bool:
    opens = hit.begin > 0 and scene.words[hit.begin - 1] in scene.said["infinitive"]
    return opens and hit.trigger.form == BASE and not is_infinitive(scene, hit)


def _is_news(scene: Scene, hit: Hit, meaning: Meaning) -> bool:
    """Whether a deed may be the police's who are named only below: an arrest, neither a court's nor told as background.

    "Castillo, who has been arrested" and "his imprisonment" tell how things stand, "was arrested" what happened.
    """
    if meaning.type != EventType.ARREST:
        return False
    if scene.said["by_courts"].within(scene.words, hit.begin, hit.end) is not None:
        return False
    aside = scene.words[hit.clause[0]] in scene.said["relatives"]
    perfect = any(word in scene.said["have"] for word in scene.words[hit.front : hit.begin])
    return not (aside and perfect)
