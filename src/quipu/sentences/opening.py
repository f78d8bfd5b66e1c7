"""Where a dateline ends: "LIMA, Dec 14 (Wire) - Police …" is the head of a report and no part of its first sentence.

A dateline is one or more names of places, a day and an agency at most, and a dash before a capital, a number or a
quotation. It stands apart, so that a parser does not take the town for the subject of what follows.
"""

import re
from functools import cache

from pydantic import ConfigDict

from quipu.lexicon import Entry, languages, load
from quipu.model import Span
from quipu.sentences.gazetteer import world
from quipu.sentences.gazetteer_file import fold
from quipu.sentences.geography import geography


class _Calendar(Entry):
    """The names of days and months in `<language>/datelines.yml`; `quipu.documents` reads the rest."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    months: dict[int, tuple[str, ...]]
    weekdays: tuple[str, ...]


class _NameWords(Entry):
    """What is read of `common/names.yml`."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    place_particles: frozenset[str]


# No dateline of agencies is longer.
_LONGEST = 110
_DASH = re.compile(r"(?:\s-{1,2}|\s?[–—]|--|(?<=[).])-{1,2})\s+(?=[\"'“‘«(¿¡]*[^\W_a-zà-öø-ÿ])")
_COLON = re.compile(r":\s+(?=[\"'“‘«(¿¡]*[^\W_a-zà-öø-ÿ])")
_ANY_DASH = re.compile(r"\s-{1,2}\s|[–—]")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{2,40}[)\]]")
_NAME = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w.'’-]*")
# Words of a name, and names in a dateline: "SAN JUAN DE LURIGANCHO, Lima Province, Peru".
_MOST_WORDS, _MOST_NAMES = 5, 4


def dateline_end(text: str, block: Span, language: str) -> int | None:
    """The offset at which the first sentence of `block` begins behind its dateline, or None where there is none."""
    opening = text[block.start : min(block.end, block.start + _LONGEST)]
    match = _DASH.search(opening)
    if match is not None and _is_head(opening[: match.start()], opening[match.end() :], language):
        return block.start + match.end()
    match = _COLON.search(opening)
    town = _BRACKET.sub("", opening[: match.start()]).strip() if match is not None else ""
    return block.start + match.end() if match is not None and town.isupper() and _is_place(town, language) else None


def _is_head(head: str, behind: str, language: str) -> bool:
    """Whether what stands before a dash is a dateline's places, day and agency."""
    bare, brackets = _BRACKET.subn("", head)
    bare, days = _day().subn("", bare)
    names = [name.strip() for name in bare.split(",") if name.strip(" .")]
    if not 0 < len(names) <= _MOST_NAMES or not all(map(_is_named, names)):
        return False
    if names[0].isupper() and len(names[0]) > 2:
        return bool(brackets or days or len(names) > 1) or _is_place(names[0], language)
    if not _is_place(names[0], language):
        return False
    # "Kosovo – Serbia's former province – …" is a sentence with an insertion.
    return bool(brackets or days or len(names) > 1) or not _ANY_DASH.search(behind)


def _is_named(name: str) -> bool:
    words, particles = name.split(), load("names", "common", _NameWords).place_particles
    return len(words) <= _MOST_WORDS and all(_NAME.fullmatch(word) or word in particles for word in words)


def _is_place(name: str, language: str) -> bool:
    folded, known = fold(name.strip(" .")), geography(language)
    return folded in known.countries or (folded not in known.words.common_words and bool(world().find(folded)))


@cache
def _day() -> re.Pattern[str]:
    """A day of the calendar in words, of any language: "Dec. 14, 2022", "14 de diciembre", "Monday"."""
    words: set[str] = set()
    for language in languages():
        calendar: _Calendar = load("datelines", language, _Calendar)
        words |= {*calendar.weekdays, *(name for names in calendar.months.values() for name in names)}
    named = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:{named})\b\.?|\d{{1,2}}(?:st|nd|rd|th)?\b|(?:19|20)\d\d\b|de(?=\s+(?:{named}|\d)))", re.IGNORECASE
    )
