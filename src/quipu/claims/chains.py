"""The chain of an attribution: from who is nearest to the fact to who is nearest to the author."""

from dataclasses import replace

from quipu.claims.draft import Draft
from quipu.claims.passing import Passing, bare, passings
from quipu.claims.phrases import Range
from quipu.claims.scene import Scene
from quipu.model import Words

_LONGEST = 5


def with_chain(scene: Scene, draft: Draft) -> Draft:
    """The draft with the chain of its attribution ("the hospital", "local media").

    The attribution is one of the links; the chain is empty where it would be the only one, and where the attribution
    stands in another sentence.
    """
    said = draft.attribution
    if said is None or said.span is None or not scene.sent.span.holds(said.span):
        return replace(draft, chain=()) if draft.chain else draft
    own = bare(scene, scene.tokens(said.span))
    hit = scene.span(draft.hit.begin, draft.hit.end)
    links = _walked(scene, own, passings(scene, hit))
    whole = scene.span(*own) == said.span
    return replace(draft, chain=tuple(said if link == own and whole else _words(scene, link) for link in links))


def _walked(scene: Scene, own: Range, passed: list[Passing]) -> list[Range]:
    """The links around `own` in order; empty where there is no other."""
    links = [own]
    for _ in range(_LONGEST):
        inner = next((a for a, b in passed if _meet(b, links[0]) and not _is_in(scene, a, links)), None)
        outer = next((b for a, b in passed if _meet(a, links[-1]) and not _is_in(scene, b, links)), None)
        links = [*([inner] if inner else []), *links, *([outer] if outer and outer != inner else [])]
        if inner is None and outer is None:
            break
    return links if len(links) > 1 else []


def _is_in(scene: Scene, one: Range, links: list[Range]) -> bool:
    """Whether somebody is a link already, there or by the same words elsewhere in the sentence."""
    said = scene.words[slice(*one)]
    return any(_meet(one, link) or scene.words[slice(*link)] == said for link in links)


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _words(scene: Scene, link: Range) -> Words:
    span = scene.span(*link)
    return Words(span.of(scene.text), span)
