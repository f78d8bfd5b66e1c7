"""What PLOVER files an event under that is not simply done: foretold, denied, asked for or brought to an end."""

from dataclasses import replace

from quipu.claims.draft import Draft
from quipu.claims.frames import NOUN, Coding, ontology
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.model import Modality
from quipu.sentences.inflect import FINITE

FORETOLD, DENIED, ASKED, ENDED = "foretold", "denied", "asked", "ended"
_BY_MODALITY = {Modality.PLANNED: FORETOLD, Modality.DENIED: DENIED, Modality.DEMANDED: ASKED}


def with_coding(scene: Scene, draft: Draft) -> Draft:
    """The draft filed under the PLOVER event of `turns` in `common/ontology.yml` where one applies.

    The coarse type and the ACLED codes stay: they say what is spoken of, PLOVER what is done by speaking of it.
    """
    coding = _turned(scene, draft)
    return draft if coding is None else replace(draft, coding=coding)


def _turned(scene: Scene, draft: Draft) -> Coding | None:
    event = draft.meaning.plover
    if event is None:
        return None
    turns = ontology().turns
    if ended_by(scene, draft.hit) is not None:
        return turns[ENDED].get(event)
    turn = _BY_MODALITY.get(draft.modality)
    promised = draft.modality is Modality.HYPOTHETICAL and _is_promised(scene, draft.hit)
    if turn is None and (promised or _is_future(scene, draft.hit)):
        turn = FORETOLD
    return turns[turn].get(event) if turn else None


def _is_promised(scene: Scene, hit: Hit) -> bool:
    """ "said that it would release them": a future told in the past, unless on a condition."""
    listed = scene.said.modality
    size = len(scene.words)
    return (
        hit.role != NOUN
        and listed["foretelling"].within(scene.words, hit.front, hit.begin) is not None
        and scene.said["have"].within(scene.words, hit.front, hit.begin) is None
        and listed["conditions"].within(scene.words, 0, size) is None
    )


def _is_future(scene: Scene, hit: Hit) -> bool:
    """ "visitará", "exigirán": Spanish has its future in the verb itself."""
    verb = scene.words[hit.begin]
    return scene.said.language == "es" and hit.trigger.form == FINITE and verb.endswith(("rá", "rán"))


def ended_by(scene: Scene, hit: Hit) -> int | None:
    """The verb that brings the happening of a noun to an end ("called off the strike"), or None."""
    tree = scene.tree
    if hit.role != NOUN or tree is None:
        return None
    top = tree.top(hit.begin, hit.end)
    above = tree.head(top)
    if above < 0 or tree.relation(top) not in ("obj", "nsubj:pass", "acl"):
        return None
    return above if tree.pos(above) == "VERB" and scene.said["endings"].at(scene.words, above) else None
