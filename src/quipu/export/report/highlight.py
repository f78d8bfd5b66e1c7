"""Text to HTML with marks over it: stripping the tags gives back exactly the text, however the marks overlap.

Marks nest where they can; where two cross, the inner one is cut in pieces and the first piece carries the id.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from quipu.export.names import COVER, WITHHELD
from quipu.model import Span

_PARAGRAPH = re.compile(r"[^\n]*\n*")
_COVERED = re.compile(f"{COVER}+")
# HTML cannot hold NUL, nor UTF-8 a lone surrogate; one code point stands for one, so that offsets stay true.
_UNPRINTABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to mark, a `claim`, `count`, `evidence` or `term`; `number` is shown before a claim's first piece."""

    span: Span
    kind: str
    id: str
    number: int | None = None


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text with the line ends after them; together they are the whole text."""
    return (Span(*match.span()) for match in _PARAGRAPH.finditer(text) if match.group())


def highlight(text: str, marks: Iterable[Mark], within: Span | None = None) -> Markup:
    """`text` (or the part of it `within`) with `marks` over it, escaped."""
    within = within or Span(0, len(text))
    clipped = [_clipped(_snapped(mark, text), within) for mark in marks]
    kept = [piece for piece in clipped if piece is not None]
    stops = sorted({within.start, within.end, *(s for p in kept for s in (p.span.start, p.span.end))})
    return Markup("").join(_woven(text, kept, stops))


def plain(text: str) -> Markup:
    """Escaped text, covered names told as withheld; for quotes without marks."""
    told = escape(_UNPRINTABLE.sub("\ufffd", text))
    return Markup(_COVERED.sub(f'<span class="withheld">{WITHHELD}</span>', told))


@dataclass(frozen=True, slots=True)
class _Piece:
    mark: Mark
    span: Span

    @property
    def is_first(self) -> bool:
        return self.span.start == self.mark.span.start


def _snapped(mark: Mark, text: str) -> Mark:
    """A mark that ends inside a withheld name takes in the whole of it."""
    start, end = mark.span.start, min(mark.span.end, len(text))
    while 0 < start < len(text) and text[start - 1] == text[start] == COVER:
        start -= 1
    while 0 < end < len(text) and text[end - 1] == text[end] == COVER:
        end += 1
    return replace(mark, span=Span(start, max(start, end)))


def _clipped(mark: Mark, within: Span) -> _Piece | None:
    """The part of a mark inside the paragraph; an empty mark belongs to the paragraph that it stands in."""
    start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
    if start < end:
        return _Piece(mark, Span(start, end))
    stands = len(mark.span) == 0 and within.start <= mark.span.start < within.end
    return _Piece(mark, mark.span) if stands else None


def _woven(text: str, pieces: Sequence[_Piece], stops: Sequence[int]) -> Iterator[Markup]:
    """Tags and text in order. At each stop: close what ends, reopen what was cut by that, open what begins."""
    begins: dict[int, list[_Piece]] = {}
    for piece in pieces:
        begins.setdefault(piece.span.start, []).append(piece)
    stack: list[_Piece] = []
    for at, stop in enumerate(stops):
        cut = _closing(stack, stop)
        yield from (_close(piece) for piece in cut)
        again = [piece for piece in cut if piece.span.end > stop]
        fresh = begins.get(stop, [])
        yield from (_open(piece, fresh=True) + _close(piece) for piece in fresh if not len(piece.span))
        new = [piece for piece in fresh if len(piece.span)]
        for piece in sorted([*again, *new], key=_outermost):
            stack.append(piece)
            yield _open(piece, fresh=piece.is_first and piece not in again)
        if at + 1 < len(stops):
            yield plain(text[stop : stops[at + 1]])


def _closing(stack: list[_Piece], stop: int) -> list[_Piece]:
    """Pops everything above and including the outermost piece that ends here, innermost first."""
    ending = next((at for at, piece in enumerate(stack) if piece.span.end <= stop), len(stack))
    cut = stack[ending:][::-1]
    del stack[ending:]
    return cut


def _outermost(piece: _Piece) -> tuple[int, int, int]:
    """Longest first, so that marks nest; a count goes inside its claim."""
    return (-piece.span.end, 0 if piece.mark.kind == "claim" else 1, piece.mark.number or 0)


_TAGS = {"claim": "mark", "count": "b", "evidence": "span", "term": "span"}


def _open(piece: _Piece, *, fresh: bool) -> Markup:
    mark = piece.mark
    tag = _TAGS[mark.kind]
    if mark.kind == "count":
        return Markup('<b class="count" data-n="{}">').format(mark.id)
    first = Markup(' id="{}"').format(mark.id) if fresh else Markup("")
    if mark.kind == "claim":
        number = Markup(' data-i="{}"').format(mark.number) if fresh and mark.number is not None else Markup("")
        return Markup('<mark class="claim"{}{} data-c="{}">').format(first, number, mark.id)
    return Markup('<{} class="{}"{}>').format(Markup(tag), mark.kind, first)


def _close(piece: _Piece) -> Markup:
    return Markup("</{}>").format(Markup(_TAGS[piece.mark.kind]))
