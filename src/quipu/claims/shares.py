"""The shares of a total: "49 deaths: 41 people killed in clashes, seven in accidents and one policeman"."""

from dataclasses import replace

from quipu.claims.countable import Number, head_of, usable_numbers
from quipu.claims.counts import SCOPES, direct_scope, group_after
from quipu.claims.draft import Draft, hull
from quipu.claims.scene import Scene
from quipu.model import Count, CountKind

_PEOPLE = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
_FEWEST = 2


def split_total(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the shares of a figure marked as parts of it; shares without a draft of their own get one.

    Numbers are shares where they add up to the figure before them, or follow it behind a colon and do not exceed it.
    """
    for whole in sorted((d for d in drafts if d.count and d.count.what in _PEOPLE), key=_where):
        shares = _shares(scene, whole)
        if shares:
            return _marked(scene, drafts, whole, shares)
    return drafts


def _where(draft: Draft) -> int:
    return draft.count.span.start if draft.count else 0


def _shares(scene: Scene, whole: Draft) -> list[Number]:
    """The numbers behind a figure that share it out, or nothing."""
    assert whole.count is not None
    total = whole.count.low
    if total is None or total != whole.count.high:
        return []
    behind = [n for n in usable_numbers(scene) if n.quantity.span.start >= whole.count.span.end]
    behind = [n for n in behind if n.quantity.low is not None and n.quantity.low == n.quantity.high]
    behind = [n for n in behind if _is_of_people(scene, n)]
    stop = scene.words.index(";") if ";" in scene.words else len(scene.words)
    behind = [n for n in behind if n.begin < stop or scene.tokens(whole.count.span)[0] > stop]
    if not behind:
        return []
    summed = sum(n.quantity.low or 0 for n in behind)
    begin = scene.tokens(whole.count.span)[0]
    listed = ":" in scene.words[begin : behind[0].begin]
    exact = len(behind) >= _FEWEST and summed == total
    return behind if exact or (listed and summed <= total) else []


def _is_of_people(scene: Scene, number: Number) -> bool:
    """Whether a number may be one of people: "three by indirect causes" counts no causes."""
    follows = scene.words[number.end : number.end + 1]
    bare = bool(follows) and follows[0] in scene.said["prepositions"]
    return bare or head_of(scene, number, len(scene.words)) != "thing"


def _marked(scene: Scene, drafts: list[Draft], whole: Draft, shares: list[Number]) -> list[Draft]:
    spans = {number.quantity.span: number for number in shares}
    found = []
    for draft in drafts:
        number = spans.pop(draft.count.span, None) if draft.count else None
        found.append(_share(scene, whole, draft, number, shares) if number is not None else draft)
    return found + [_share(scene, whole, None, number, shares) for number in spans.values()]


def _share(scene: Scene, whole: Draft, own: Draft | None, number: Number, shares: list[Number]) -> Draft:
    assert whole.count is not None
    quantity = number.quantity
    later = [n.begin for n in shares if n.begin > number.begin]
    end = min(later) if later else len(scene.words)
    indirect = whole.count.scope == "indirect" or any(
        scene.said[name].within(scene.words, number.end, end) is not None for name in ("indirect", "indirect_parts")
    )
    group = SCOPES.get(group_after(scene, number))
    count = Count(
        what=whole.count.what,
        low=quantity.low,
        high=quantity.high,
        text=quantity.span.of(scene.text),
        span=quantity.span,
        cumulative=whole.count.cumulative,
        scope="indirect" if indirect else group or direct_scope(scene, number.end, end),
        relation="subset",
    )
    base = own or replace(whole, actor=None, target=None, victims=())
    place, date = (whole.place, whole.date) if whole.count.cumulative else (base.place, base.date)
    span = hull(scene.text, whole.span, quantity.span)
    return replace(base, count=count, place=place, date=date, span=base.span if own else span,
                   attribution=base.attribution or whole.attribution, modality=whole.modality)  # fmt: skip
