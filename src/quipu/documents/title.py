"""The title of a plain text: its headline, where one stands apart at its head."""

import re
from functools import cache

from quipu.documents.dateline import find_dateline
from quipu.documents.lists import headings

LONGEST = 200
FEWEST_WORDS, MOST_WORDS = 3, 30


def find_title(text: str) -> str | None:
    """The first line that stands alone between blank lines and reads as a headline, or None.

    Headings of the page around it ("Skip to main content") and datelines before it are passed over.
    """
    for block in re.split(r"\n[ \t]*\n", text[:4000].strip())[:4]:
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if not lines or lines[0].lower() in _never():
            continue
        if len(lines) == 1 and find_dateline(lines[0]) is not None:
            continue
        return lines[0] if len(lines) == 1 and _is_headline(lines[0]) else None
    return None


def _is_headline(line: str) -> bool:
    """Short, of several words, begun with a capital or a digit, and not a full sentence."""
    words = line.split()
    return (
        FEWEST_WORDS <= len(words) <= MOST_WORDS
        and len(line) <= LONGEST
        and not line.endswith((".", ":", ";", ",", "…"))
        and not line.islower()
        and line[0] not in "-•*|<{"
    )


@cache
def _never() -> frozenset[str]:
    return frozenset(line for words in headings() for line in words.never_titles)
