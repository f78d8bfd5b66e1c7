"""Page furniture: menus, widgets, credits, pleas and legal lines. It is flagged, so that no claim is read from it.

Judged line by line from word lists, then by runs: several short lines together make a menu or a money box where one
alone would not. A short line with a finite verb, a headline or a list item stays a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quipu.lexicon import Entry, load
from quipu.model import Span
from quipu.sentences.furniture_boxes import BoxLine, BoxWords, find_boxes

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CALL_END = re.compile(r"(?:https?://\S+|www\.\S+|@\w+)\W*\Z")
_AMOUNT = re.compile(r"[$€£¥]\s*\d|\d\s*[$€£¥%]|\b(?:USD|EUR|GBP|S/)\s*\d")
_NUMBER = re.compile(r"\d")
_SHARED_MARKS = str.maketrans({"’": "'", "‘": "'", "`": "'"})
_TAIL_MARK = re.compile(r"\s+(?:--+|—|–|\||//?|•)\s+|\.\s+|\s*\((?=[^()]*\)\s*\Z)")
_BYLINE = re.compile(r"\W*(?P<by>\w+)\s+(?:[A-ZÁÉÍÓÚÑ][\w.'’-]+(?:\s+(?:and|y|de|del|la|,|&)\s+|,?\s+|\Z)){1,7}\Z")
_FOREIGN = re.compile(r"[\u0370-\u1dff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\uffdc]")
# Lines of menus and money boxes are short; longer ones are judged alone.
_SHORT = 8
_MENU_SHORT = 3
# A credit tail is at most this many words ("Image via Twitter", "Photo by … / Getty Images").
_TAIL = 9


class SharedFurniture(Entry):
    """`common/furniture.yml`."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    anywhere: tuple[str, ...]


class Furniture(SharedFurniture):
    """One language's `furniture.yml`."""

    widget_words: frozenset[str]
    plea_words: frozenset[str]
    menu_words: frozenset[str]
    calls: frozenset[str]
    dangling: frozenset[str]
    reader: frozenset[str]
    credit_heads: tuple[str, ...]
    by: frozenset[str]
    verbs: frozenset[str]
    list_heads: frozenset[str]
    note_heads: frozenset[str]
    authors: frozenset[str]
    covering: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as furniture rules see it."""

    raw: str
    text: str
    words: tuple[str, ...]
    ended: bool

    @property
    def short(self) -> bool:
        return len(self.words) <= _SHORT and not self.ended


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of one language joined with the shared ones and compiled."""

    own: Furniture
    lines: frozenset[str]
    starts: re.Pattern[str]
    anywhere: re.Pattern[str]
    credit: re.Pattern[str]


def find_furniture(text: str, spans: Sequence[Span], language: str) -> frozenset[int]:
    """Indices of those `spans` (sentences of `text`, in order) that are page furniture."""
    lists = _lists(language)
    lines = [_line(text[span.start : span.end]) for span in spans]
    alone = {index for index, line in enumerate(lines) if _is_furniture(line, index, lists)}
    own = lists.own
    gaps = [text[before.end : span.start] for before, span in zip((Span(0, 0), *spans), spans, strict=False)]
    boxed = [BoxLine(line.raw, line.words, gap) for line, gap in zip(lines, gaps, strict=True)]
    boxes = find_boxes(boxed, BoxWords(own.list_heads, own.note_heads, own.authors, own.covering))
    return frozenset(alone | set(_runs(lines, lists)) | set(boxes))


def credit_tail(text: str, span: Span) -> int | None:
    """Where the credit at the end of a caption begins ("… in Cusco -- Image via Twitter"), or None."""
    stretch = text[span.start : span.end]
    if len(stretch) > 600:
        return None
    for match in reversed(list(_TAIL_MARK.finditer(stretch))):
        if not match.start():
            continue
        tail = stretch[match.end() :]
        if len(tail.split()) > _TAIL:
            return None
        if any(_lists(language).credit.match(tail.lower()) for language in ("en", "es")):
            return span.start + (match.start() if match.group().strip() != "." else match.start() + 1)
    return None


def _is_furniture(line: _Line, index: int, lists: _Lists) -> bool:
    plain = " ".join(line.words)
    if not line.words:
        return not _NUMBER.search(line.text) or len(line.text) < 3
    if (plain in lists.lines and not _NUMBER.search(line.text)) or lists.anywhere.search(line.text):
        return True
    if lists.starts.match(line.text) and len(line.words) <= 30:
        return True
    if len(line.words) <= _TAIL and _is_credit(line, lists):
        return True
    return _is_call(line, lists) or _is_byline(line, index, lists) or _is_foreign(line)


def _is_credit(line: _Line, lists: _Lists) -> bool:
    """ "Photo: …", "Image via Twitter", "(AP Photo/…)": a credit and nothing that happened."""
    bare = line.text.lstrip(" -–—|/(•.")
    return bool(lists.credit.match(bare)) and not set(line.words) & lists.own.verbs


def _is_call(line: _Line, lists: _Lists) -> bool:
    """A call to the reader whose link was lost or follows: "Follow … at", "Sign the petition at https://…"."""
    if line.words[0] not in lists.own.calls or len(line.words) > 25:
        return False
    linked = bool(_CALL_END.search(line.text)) or (not line.ended and line.words[-1] in lists.own.dangling)
    return linked or (len(line.words) <= _SHORT and bool(set(line.words) & lists.own.reader))


def _is_byline(line: _Line, index: int, lists: _Lists) -> bool:
    """ "By First Last" near the top of the page."""
    match = _BYLINE.match(line.raw) if index < 10 and line.words[0] in lists.own.by and not line.ended else None
    return match is not None and match["by"].lower() in lists.own.by


def _is_foreign(line: _Line) -> bool:
    """Mostly letters of another script: quipu could not read it, and news pages add such lines as boxes."""
    letters = sum(map(len, line.words))
    return len(_FOREIGN.findall(line.text)) > letters * 0.5


def _runs(lines: Sequence[_Line], lists: _Lists) -> Iterator[int]:
    """Indices of lines that a run of short lines makes furniture."""
    start = 0
    for end in range(len(lines) + 1):
        if end < len(lines) and lines[end].short:
            continue
        run = range(start, end)
        if _is_money_box([lines[i] for i in run], lists) or _is_menu([lines[i] for i in run], lists):
            yield from run
        start = end + 1


def _is_money_box(run: Sequence[_Line], lists: _Lists) -> bool:
    words = {word for line in run for word in line.words}
    counted = sum(bool(_AMOUNT.search(line.text)) for line in run)
    plea = bool(words & lists.own.plea_words) and len(words & lists.own.widget_words) >= 3
    return len(run) >= 3 and counted >= 1 and plea


def _is_menu(run: Sequence[_Line], lists: _Lists) -> bool:
    named = sum(len(line.words) <= _MENU_SHORT and bool(set(line.words) & lists.own.menu_words) for line in run)
    happening = any(set(line.words) & lists.own.verbs for line in run)
    return len(run) >= 4 and named * 2 >= len(run) and not happening


def _line(text: str) -> _Line:
    plain = text.translate(_SHARED_MARKS).lower()
    return _Line(text, plain, tuple(_WORD.findall(plain)), text[-1:] in '.!?…"”»')


@cache
def _lists(language: str) -> _Lists:
    shared, own = load("furniture", "common", SharedFurniture), load("furniture", language, Furniture)
    # One word must end where it ends; a longer opening may run into the next word ("Writer's pictureJane").
    starts = "|".join(re.escape(s) + r"(?!\w)" * (" " not in s) for s in (*shared.starts, *own.starts))
    anywhere = "|".join(map(re.escape, (*shared.anywhere, *own.anywhere)))
    heads = "|".join(map(re.escape, sorted(own.credit_heads, key=len, reverse=True)))
    return _Lists(
        own,
        frozenset({" ".join(_WORD.findall(line)) for line in {*shared.lines, *own.lines}}),
        re.compile(rf"[\s•*|\-–—]*(?:{starts})"),
        re.compile(rf"(?<!\w)(?:{anywhere})(?!\w)"),
        re.compile(rf"\W*(?:{heads})(?:\s*(?:credit|by|via|courtesy|de|por|vía|:|/|—|–|-|\))|\W*\Z)"),
    )
