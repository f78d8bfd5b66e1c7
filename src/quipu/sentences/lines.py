"""Lines to blocks: a block is running prose, a heading, a caption or one list item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quipu.model import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
_BULLET = re.compile(r"\s*(?:[-*•‣▪◦●■–—·»>]+\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z]\)\s|#{1,6}\s|\|)")
_TERMINAL = re.compile(r"[.!?:…][\"'”’»)\]]*\s*\Z")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*\Z")
_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# Lines are taken as wrapped at a width between these when nearly all of them would not have held one word more.
_NARROWEST, _WIDEST = 30, 140
_MOST_WRAPPED = 0.8
# A heading is rarely longer than this; a longer line without an end goes on in the next one.
_HEADING = 100


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that read on without a break; `paragraph` counts blank-line (or line) paragraphs from 0."""

    span: Span
    paragraph: int


def find_blocks(text: str, hanging: frozenset[str]) -> Iterator[Block]:
    """The blocks of `text`. `hanging` are words that cannot end a line of prose ("of", "the")."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    wrapped = _is_wrapped(text, lines)
    paragraph, start, previous = 0, None, Span(0, 0)
    for line in lines:
        if not text[line.start : line.end].strip():
            continue
        if start is None:
            start = line.start
        elif _reads_on(text, (previous, line), hanging, wrapped=wrapped):
            pass
        else:
            yield Block(Span(start, previous.end), paragraph)
            start = line.start
            paragraph += not wrapped or _is_blank_between(text, previous, line)
        previous = line
    if start is not None:
        yield Block(Span(start, previous.end), paragraph)


def _reads_on(text: str, pair: tuple[Span, Span], hanging: frozenset[str], *, wrapped: bool) -> bool:
    """Whether the second line goes on where the first stops."""
    before, after = pair
    head, tail = text[before.start : before.end].rstrip(), text[after.start : after.end].lstrip()
    if _is_blank_between(text, before, after) or _BULLET.match(text, after.start, after.end):
        return False
    if _TERMINAL.search(head):
        return wrapped and len(head) > _NARROWEST
    last = _LAST_WORD.search(head)
    if head[-1] in ",;-–—(" or (last and last[1].lower() in hanging and last[1].islower()):
        return True
    if wrapped:
        return len(head) >= _NARROWEST
    return (tail[:1].islower() and len(head) > 1) or tail[:1] in ",;.)" or (len(head) > _HEADING and tail[:1].isdigit())


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether the text is broken at a fixed width: nearly every broken line is too long to hold one word more."""
    pairs = [
        (before, after)
        for before, after in pairwise(lines)
        if not _is_blank_between(text, before, after) and text[before.start : before.end].strip()
    ]
    if len(pairs) < 3:
        return False
    width = max(len(before) for before, _ in pairs)
    full = sum(len(before) + 1 + len(_first_word(text, after)) > width * 0.92 for before, after in pairs)
    open_ended = sum(not _TERMINAL.search(text[before.start : before.end]) for before, _ in pairs)
    return _NARROWEST <= width <= _WIDEST and full >= len(pairs) * _MOST_WRAPPED and open_ended >= len(pairs) * 0.5


def _first_word(text: str, line: Span) -> str:
    return (text[line.start : line.end].split(maxsplit=1) or [""])[0]


def _is_blank_between(text: str, before: Span, after: Span) -> bool:
    """Whether a blank line stands between two lines, in any of the ways that line ends are written."""
    gap = text[before.end : after.start].replace("\r\n", "\n")
    return sum(mark in _BREAKS for mark in gap) > 1
