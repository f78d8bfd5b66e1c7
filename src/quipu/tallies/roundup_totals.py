"""The running totals of a window, each figure with whoever stands for it and the parts that its report gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quipu.model import Claim, RoundupSentence, Tally, TallyPoint
from quipu.tallies.roundup_telling import Telling
from quipu.tallies.roundup_words import roundup_words
from quipu.tallies.voices import same_voice, voice_of

# Where the words for a part of a total end at the latest.
_STOP = re.compile(r"[;:()—“”\"]|[.,](?!\d)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A point of a tally with its claim."""

    tally: Tally
    point: TallyPoint
    claim: Claim

    @property
    def is_part(self) -> bool:
        """Whether it is a part of a larger total."""
        return self.point.relation == "subset"

    @property
    def is_scoped(self) -> bool:
        """Whether it is of a group or cause."""
        return " · " in self.tally.scope

    @property
    def figure(self) -> tuple[object, ...]:
        """What two rows have in common that say the same of the same day; without a number, their words."""
        low, high = self.point.low, self.point.high
        vague = self.point.words.casefold() if low is None and high is None else ""
        return self.tally.what, self.tally.scope, self.point.as_of, low, high, vague, self.is_part


def tell_totals(telling: Telling) -> Iterator[RoundupSentence]:
    """One sentence for every figure that a total stood at on a day of the window: the dead first, by day.

    The parts that a report gives of a total stand with it, in its words. Sources that give one figure for one day, and
    no parts, share a sentence.
    """
    rows = list(_rows(telling))
    order = list(telling.words.totals)
    rows.sort(key=lambda row: (order.index(row.tally.what), row.point.as_of, row.is_scoped, row.point.low or 0.0))
    heads = {id(row): row for row in rows if not row.is_part}
    parts: dict[int, list[_Row]] = {}
    for row in rows:
        if row.is_part and (head := _head(row, list(heads.values()))):
            parts.setdefault(id(head), []).append(row)
    taken = {id(part) for mine in parts.values() for part in mine}
    shared: dict[object, list[_Row]] = {}
    for row in rows:
        if id(row) not in taken:
            shared.setdefault(id(row) if id(row) in parts else row.figure, []).append(row)
    for alike in shared.values():
        yield _say(alike, parts.get(id(alike[0]), []), telling)


def _rows(telling: Telling) -> Iterator[_Row]:
    for tally in telling.view.tallies():
        points = [point for point in tally.points if telling.within(point.as_of)]
        if tally.what in telling.words.totals and points:
            claims = {claim.id: claim for claim in telling.view.claims(ids=[point.claim for point in points])}
            yield from (_Row(tally, point, claims[point.claim]) for point in points if point.claim in claims)


def _head(part: _Row, heads: Sequence[_Row]) -> _Row | None:
    """The total that a part is of: of its report, its voice and its day, the nearest before it in the text."""
    mine = [
        head
        for head in heads
        if head.claim.document_id == part.claim.document_id
        and head.tally.what is part.tally.what
        and head.point.as_of == part.point.as_of
        and same_voice(voice_of(head.point.speaker), voice_of(part.point.speaker))
        and (head.point.low is None or part.point.low is None or part.point.low <= head.point.low)
        and _at(head) < _at(part)
    ]
    return max(mine, key=_at, default=None)


def _at(row: _Row) -> int:
    return row.claim.count.span.start if row.claim.count else row.claim.span.start


def _say(alike: Sequence[_Row], parts: Sequence[_Row], telling: Telling) -> RoundupSentence:
    words, row = telling.words, alike[0]
    claims = [one.claim for one in alike]
    assert row.point.as_of is not None
    text = words.total.format(
        day=words.say_day(row.point.as_of),
        source=telling.speakers.listed(claims),
        figure=words.figure(row.point.low, row.point.high, row.point.words),
        what=telling.counted(row.tally.what, row.tally.scope, (row.point.low, row.point.high)),
    )
    if parts:
        ordered = sorted(parts, key=_at)
        told = words.listed(_part(part, [*ordered, row], telling) for part in ordered)
        text += words.parts.format(parts=told)
    text += words.part if row.is_part else ""
    return telling.notes.say(f"{text}.", [*claims, *(part.claim for part in parts)])


def _part(part: _Row, beside: Sequence[_Row], telling: Telling) -> str:
    """A part of a total in its report's words, from its number on: “46 in clashes”; a figure set by hand as set."""
    claim, count = part.claim, part.claim.count
    if count is None or telling.notes.is_edited(claim):
        figure = telling.figure(claim)
        return (
            telling.words.scoped.format(what=figure, scope=telling.words.scopes.get(count.scope or "", "…"))
            if (count and count.scope)
            else figure
        )
    text, end = telling.reports.text(claim.document_id), telling.reports.sentence(claim).span.end
    stop = _STOP.search(text, count.span.end, end)
    end = min([end, *([stop.start()] if stop else []), *(_at(one) for one in beside if _at(one) > count.span.start)])
    spoken = telling.reports.language(claim.document_id)
    joined = roundup_words(spoken if spoken in ("en", "es") else "en").joined.strip()
    return telling.words.quote(re.sub(rf"[\s,]+(?:{joined})?\s*$", "", text[count.span.start : end]))
