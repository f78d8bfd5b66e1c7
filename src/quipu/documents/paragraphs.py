"""Lines of a printed page back into paragraphs: wrapped lines joined, hyphens undone, running heads dropped."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from quipu.documents.lists import headings

# A line shorter than this part of a full one ends its paragraph, if it also ends a sentence.
FULL = 0.75
# A line on at least this part of the pages (and three of them), at their edge, is a running head or foot.
RUNNING, FEWEST_PAGES = 0.5, 3
EDGE = 2
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|página|pág\.?|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|de)\s*\d{1,4})?\W*", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•▪◦‣●■–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_BROKEN = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")


def join_pages(pages: Sequence[str]) -> str:
    """One text of paragraphs, each on one line, with a blank line between them."""
    kept = [_lines(page) for page in pages]
    running = _running(kept)
    lines: list[str] = []
    for page in kept:
        lines += [line for at, line in enumerate(page) if not _is_edge(at, page, running)]
        # A paragraph may run on over the page's end: no blank line there.
    return "\n\n".join(_paragraphs(lines)) + "\n" if any(lines) else ""


def _lines(page: str) -> list[str]:
    """The page's lines; blank ones mark a gap."""
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in page.replace("\r", "\n").split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _masked(line: str) -> str:
    """A line with its numbers hidden, so that "Bulletin 4 · page 2" is the same on every page."""
    return re.sub(r"\d+", "#", line.lower())


def _running(pages: Sequence[list[str]]) -> frozenset[str]:
    seen = Counter(key for page in pages for key in {_masked(line) for line in (*page[:EDGE], *page[-EDGE:])})
    fewest = max(FEWEST_PAGES, RUNNING * len(pages))
    return frozenset(key for key, count in seen.items() if key and count >= fewest)


def _is_edge(at: int, page: list[str], running: frozenset[str]) -> bool:
    if EDGE <= at < len(page) - EDGE:
        return False
    return _masked(page[at]) in running or bool(_PAGE_NUMBER.fullmatch(page[at]))


def _paragraphs(lines: Sequence[str]) -> list[str]:
    width = _width(lines)
    words = _words(lines)
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if line and before and _runs_on(before, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line, words)
        elif line:
            paragraphs.append(line)
        before = line
    return [paragraph.replace("\u00ad", "") for paragraph in paragraphs]


def _width(lines: Sequence[str]) -> int:
    """The length of a full line: that which nine in ten do not exceed."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _runs_on(before: str, line: str, width: int) -> bool:
    """Whether `line` continues the paragraph that `before` belongs to."""
    if _ITEM.match(line):
        return False
    if _BROKEN.search(before):
        return True
    is_full = len(before) >= FULL * width
    if line[0].islower():
        return is_full or not _SENTENCE_END.search(before)
    # A full line that ends a sentence may still be followed by the same paragraph's next: how prose is set.
    return is_full


def _joined(paragraph: str, line: str, words: Counter[str]) -> str:
    """Two lines as one; a hyphen at the break goes, unless the word is written with it."""
    broken = _BROKEN.search(paragraph)
    after = re.match(r"[^\W\d_]+", line)
    if broken is None or after is None:
        return f"{paragraph} {line}"
    left, right = broken[1], after[0]
    is_soft = paragraph.endswith("\u00ad")
    keeps = not is_soft and (right[0].isupper() or _keeps_hyphen(left.lower(), right.lower(), words))
    return (paragraph[:-1] + "-" if keeps else paragraph[:-1]) + line


def _keeps_hyphen(left: str, right: str, words: Counter[str]) -> bool:
    """By the document's own spelling elsewhere, else by the prefixes that keep theirs."""
    plain, hyphened = words[left + right], words[f"{left}-{right}"]
    if plain != hyphened:
        return hyphened > plain
    return left in _hyphened()


def _words(lines: Sequence[str]) -> Counter[str]:
    """The words as written inside lines, with and without hyphens."""
    return Counter(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-\w])", line.lower()))


@cache
def _hyphened() -> frozenset[str]:
    return frozenset(prefix for words in headings() for prefix in words.hyphened)
