"""Boxes that stand behind a report: other reports' headlines, and who wrote this one.

A headline in a box ("Related" · "Police kill three in X") tells of another day and is no claim of this report. A box is
known by the line above it, and only behind prose: the report's own headline may stand under "Latest news".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# A longer line is prose, and so is one that ends in a full stop; a report begins with a sentence of this length.
_LONGEST_HEADLINE, _PROSE = 18, 8
# Authors' notes stand in the last lines.
_LAST = 6
_NAMED = re.compile(r"\W*[^\W\d_]+(?:[ -](?:[^\W\d_]+\.?)){1,3}")
_BLANK = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class BoxLine:
    """A line of the page: its text as written, its lower-case words, and the white space before it."""

    raw: str
    words: tuple[str, ...]
    gap: str

    @property
    def stopped(self) -> bool:
        """Whether it ends as prose ends."""
        return self.raw.rstrip("\"'”’»)")[-1:] in (".", "…")


@dataclass(frozen=True, slots=True)
class BoxWords:
    """Lines above boxes of headlines and above notes on authors, and the words of such notes."""

    lists: frozenset[str]
    notes: frozenset[str]
    authors: frozenset[str]
    covering: frozenset[str]


def find_boxes(lines: Sequence[BoxLine], words: BoxWords) -> Iterator[int]:
    """The indices of the lines in boxes, with those above them."""
    told = False
    for at, line in enumerate(lines):
        plain = " ".join(line.words)
        if told and plain in words.lists:
            yield at
            yield from _headlines(lines, at + 1)
        elif plain in words.notes:
            yield at
            yield from _paragraph(lines, at + 1)
        elif at >= len(lines) - _LAST and _is_note(line, words):
            yield at
        told = told or (line.stopped and len(line.words) > _PROSE)


def _headlines(lines: Sequence[BoxLine], begin: int) -> Iterator[int]:
    for at in range(begin, len(lines)):
        if lines[at].stopped or len(lines[at].words) > _LONGEST_HEADLINE:
            return
        yield at


def _paragraph(lines: Sequence[BoxLine], begin: int) -> Iterator[int]:
    """The paragraph that begins at line `begin`."""
    for at in range(begin, len(lines)):
        if at > begin and _BLANK.search(lines[at].gap):
            return
        yield at


def _is_note(line: BoxLine, words: BoxWords) -> bool:
    """ "First Last is a reporter who covers …": a name, a writer's trade and what they write about."""
    name = _NAMED.match(line.raw)
    capital = name is not None and all(word[0].isupper() for word in line.raw.split()[:2])
    said = set(line.words)
    return capital and line.stopped and bool(said & words.authors) and bool(said & words.covering)
