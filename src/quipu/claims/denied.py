"""What somebody denies: "denied that the officers carry lethal weapons" is a claim that is not so."""

from collections.abc import Iterator
from dataclasses import replace

from quipu.claims.draft import Draft, tight
from quipu.claims.frames import meanings
from quipu.claims.match import Hit
from quipu.claims.roles import find_roles, words_at
from quipu.claims.scene import Scene
from quipu.model import EventType, Modality, Span

_SHORTEST = 3


def find_denied(scene: Scene, drafts: list[Draft], hits: list[Hit]) -> Iterator[Draft]:
    """A denied claim for the content of each denial in which no other rule has read one."""
    for draft in drafts:
        words = scene.words[draft.hit.begin : draft.hit.end]
        if draft.hit.frame != "reject" or not any(word in scene.said.modality["denials"] for word in words):
            continue
        content = _content(scene, draft.hit)
        if content is None or any(
            d.modality is Modality.DENIED and d.span.meets(content) for d in drafts if d is not draft
        ):
            continue
        roles = find_roles(scene, draft.hit, meanings()["reject"], hits)
        denier = words_at(scene, roles.actor, {}) or draft.attribution
        yield replace(
            draft, type=EventType.OTHER, modality=Modality.DENIED, span=content, actor=None, target=None, count=None,
            attribution=denier, date=None, confidence=draft.confidence - 0.1,
        )  # fmt: skip


def _content(scene: Scene, hit: Hit) -> Span | None:
    """The words behind "denied that", to the end of the clause that they make."""
    begin = hit.end
    if begin >= len(scene.words) or scene.words[begin] not in scene.said.modality["denied_opens"]:
        return None
    stops = [at for at in range(begin, len(scene.words)) if scene.words[at] in (";", ":", "”", '"')]
    end = stops[0] if stops else len(scene.words)
    if end - begin <= _SHORTEST:
        return None
    return tight(scene.text, Span(scene.spans[begin + 1].start, scene.spans[end - 1].end))
