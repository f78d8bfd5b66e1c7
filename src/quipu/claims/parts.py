"""Parts of a count: "including two minors", and lists such as "two in X, one in Y and a fifth in Z"."""

from collections.abc import Iterator
from dataclasses import replace

from quipu.claims.countable import Number, head_of, usable_numbers
from quipu.claims.counts import SCOPES, group_after
from quipu.claims.draft import Draft, tight
from quipu.claims.frames import meanings
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.model import ClaimDate, ClaimPlace, Count, CountKind, Quantity, Span
from quipu.sentences.numbers import read_ordinal

_PEOPLE = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED)
_REACH = 3


def find_parts(scene: Scene, drafts: list[Draft], hits: list[Hit]) -> Iterator[Draft]:
    """Further drafts for the numbers that depend on a counted one."""
    counted = [draft for draft in drafts if draft.count is not None and draft.count.what in _PEOPLE]
    if not counted:
        return
    numbers = sorted(usable_numbers(scene) + _ordinals(scene), key=lambda number: number.begin)
    taken = {draft.count.span for draft in drafts if draft.count}
    for draft in counted:
        before: Draft | None = None
        for number in numbers:
            if number.quantity.span in taken or _nearer(number, draft, drafts, scene):
                continue
            part = (
                _fatal(scene, draft, number) or _subset(scene, draft, number) or _joined(scene, draft, number, before)
            )
            part = part or _listed(scene, draft, number, numbers, hits)
            if part:
                taken.add(number.quantity.span)
                before = part
                yield part


def _ordinals(scene: Scene) -> list[Number]:
    """ "another in Ica", "a fifth in Tacna": one person each."""
    found = []
    said = scene.said
    for at in range(1, len(scene.words) - 2):
        word, before = scene.words[at], scene.words[at - 1]
        ordinal = (before in said["articles"] or before in said["definite"]) and _is_ordinal(scene, at)
        if not (ordinal or word in said["another"] or word in said["single"]) or _is_ordinal(scene, at + 1):
            continue  # "una quinta": read with its ordinal
        if at + 1 in scene.numbers:
            continue  # "another 12": twelve more
        begin = at - 1 if ordinal else at
        found.append(Number(Quantity(scene.span(begin, at + 1), 1, 1), begin, at + 1))
    return found


def _is_ordinal(scene: Scene, at: int) -> bool:
    return read_ordinal(scene.sent.tokens, at, scene.said.language) is not None


def _nearer(number: Number, draft: Draft, drafts: list[Draft], scene: Scene) -> bool:
    """Whether another counted draft stands between this draft's number and the number."""
    start = draft.count.span.start if draft.count else 0
    between = [d for d in drafts if d is not draft and d.count and d.count.what in _PEOPLE]
    return any(start < d.count.span.start < number.quantity.span.start for d in between if d.count)


def _fatal(scene: Scene, draft: Draft, number: Number) -> Draft | None:
    """ "Four men were shot, one fatally", "two of them fatally": the dead among those hit."""
    if draft.count is None or draft.count.what is not CountKind.INJURED or number.begin < draft.hit.end:
        return None
    at = number.end + (scene.said["subset"].at(scene.words, number.end) if number.end < len(scene.words) else 0)
    if at >= len(scene.words) or not scene.said["fatally"].at(scene.words, at):
        return None
    meaning = meanings()["kill"]
    hit = replace(draft.hit, trigger=replace(draft.hit.trigger, frame="kill"))
    count = replace(_count(scene, draft, number), what=CountKind.KILLED, relation="subset")
    return replace(draft, hit=hit, meaning=meaning, type=meaning.type, count=count, target=None, victims=(),
                   span=_stretched(scene, draft, number))  # fmt: skip


def _subset(scene: Scene, draft: Draft, number: Number) -> Draft | None:
    """ "including two minors", "two of them children"."""
    if draft.count is None or number.quantity.span.start < draft.count.span.end:
        return None
    before = scene.said["subset"].within(scene.words, max(0, number.begin - _REACH), number.begin)
    after = scene.said["subset"].at(scene.words, number.end) if number.end < len(scene.words) else 0
    if (before is None and not after) or head_of(scene, number, len(scene.words)) == "thing":
        return None
    return _as_part(scene, draft, number)


def _joined(scene: Scene, draft: Draft, number: Number, before: Draft | None) -> Draft | None:
    """ "… including three minors and one police officer": a second part behind the first."""
    if before is None or before.count is None or before.count.relation != "subset":
        return None
    first = scene.tokens(before.count.span)[1]
    between = scene.words[first : number.begin]
    near = 0 < len(between) <= _REACH and _links(scene, between[-1])
    own = [p for p in scene.sent.places if number.end <= scene.tokens(p.span)[0] <= number.end + _REACH]
    return None if not near or own or not group_after(scene, number) else _as_part(scene, draft, number)


def _as_part(scene: Scene, draft: Draft, number: Number) -> Draft:
    scope = SCOPES.get(group_after(scene, number))
    count = _count(scene, draft, number)
    count = replace(count, relation="subset", scope=scope or (draft.count.scope if draft.count else None))
    return replace(draft, count=count, target=None, victims=(), span=_stretched(scene, draft, number))


def _listed(scene: Scene, draft: Draft, number: Number, numbers: list[Number], hits: list[Hit]) -> Draft | None:
    """ "…, one in Tacna and a fifth in Ica": a number with a place of its own and no verb of its own."""
    if draft.count is None or any(hit.begin in range(number.begin, number.end + 6) for hit in hits):
        return None
    linked = number.begin > 0 and _links(scene, scene.words[number.begin - 1])
    if not linked or draft.count.span.start > number.quantity.span.start:
        return None
    own = [p for p in scene.sent.places if 1 <= scene.tokens(p.span)[0] - number.end <= 4]
    if not own or not _prepositioned(scene, number):
        return _of_day(scene, draft, number) or _of_cause(scene, draft, number)
    place = own[0]
    where = ClaimPlace(place.span.of(scene.text), place.span, place.geonameid, place.lat, place.lon, place.country,
                       place.admin1, place.pcode)  # fmt: skip
    span = Span(scene.spans[number.begin].start, place.span.end)
    return replace(draft, count=_count(scene, draft, number), place=where, victims=(), span=span)


def _of_day(scene: Scene, draft: Draft, number: Number) -> Draft | None:
    """ "…, and three on Tuesday": a number with a day of its own and no verb or noun."""
    days = [t for t in scene.sent.times if t.begin is not None and 0 <= scene.tokens(t.span)[0] - number.end <= 1]
    if not days or draft.count is None:
        return None
    day = days[0]
    span = Span(scene.spans[number.begin].start, day.span.end)
    date = ClaimDate(day.begin, day.finish, day.basis, day.span)
    return replace(draft, count=_count(scene, draft, number), date=date, victims=(), span=span)


def _of_cause(scene: Scene, draft: Draft, number: Number) -> Draft | None:
    """ "… and seven in traffic accidents": a number with an indirect cause of its own."""
    end = min(number.end + 5, len(scene.words))
    at = scene.said["indirect"].within(scene.words, number.end, end)
    behind = scene.words[number.end : number.end + 1]
    if at is None or not behind or behind[0] not in scene.said["prepositions"]:
        return None
    close = at + scene.said["indirect"].at(scene.words, at)
    count = replace(_count(scene, draft, number), scope="indirect")
    return replace(draft, count=count, target=None, victims=(), span=scene.span(number.begin, close))


def _links(scene: Scene, word: str) -> bool:
    more = word in scene.said["another"] or word in scene.said["addition_only"]
    return word == "," or word in scene.said["conjunctions"] or more


def _prepositioned(scene: Scene, number: Number) -> bool:
    for at in range(number.end, min(number.end + 3, len(scene.words))):
        if scene.words[at] in scene.said["near"]:
            return True
        if head_of(scene, number, len(scene.words)) == "thing":
            return False
    return False


def _count(scene: Scene, draft: Draft, number: Number) -> Count:
    quantity = number.quantity
    what = draft.count.what if draft.count else CountKind.OTHER
    cumulative = draft.count.cumulative if draft.count else False
    return Count(what, quantity.low, quantity.high, quantity.span.of(scene.text), quantity.span, cumulative)


def _stretched(scene: Scene, draft: Draft, number: Number) -> Span:
    end = max(draft.span.end, scene.spans[min(number.end, len(scene.spans) - 1)].end)
    return tight(scene.text, Span(draft.span.start, end))
