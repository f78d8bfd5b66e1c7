"""The publication day that a text states at its head or under a label; never one guessed from what it tells of."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from quipu.documents.lists import headings

# A dateline stands within the first lines; agencies and NGOs also close with "Published: …".
HEAD_LINES, TAIL_LINES = 10, 4
LONGEST_LINE = 90
LONGEST_OPENING = 200
EARLIEST, LATEST = 1900, 2100


def find_dateline(text: str) -> date | None:
    """The day of publication that a text itself states, or None.

    Read are, with day, month and year all stated: a labelled line ("Published: 14 December 2022", "Publicado el 14 de
    diciembre de 2022"), a line that is nothing but a date with a place or an hour, and an agency's opening
    ("LIMA, 14 December 2022 —").
    Two different unlabelled dates at the head say nothing.
    """
    head, tail = _ends(text)
    labelled = {day for line in (*head, *tail) if (day := _labelled(line))}
    if labelled:
        return labelled.pop() if len(labelled) == 1 else None
    stated = {day for line in head if (day := _alone(line) or _opening(line))}
    return stated.pop() if len(stated) == 1 else None


def read_day(words: str) -> date | None:
    """The day that `words` are, wholly: ISO 8601, "14 December 2022", "December 14, 2022", and the like."""
    match = re.fullmatch(rf"\s*(?:{_patterns()['day']})\s*", words, re.IGNORECASE)
    return _day_of(match) if match else None


def _ends(text: str) -> tuple[list[str], list[str]]:
    """The first and the last lines that are not blank; long texts are not split as a whole."""
    head = [line.strip() for line in text[:6000].split("\n") if line.strip()][:HEAD_LINES]
    tail = [line.strip() for line in text[-1500:].split("\n")[1:] if line.strip()][-TAIL_LINES:] if head else []
    return head, tail


def _labelled(line: str) -> date | None:
    return _matched("labelled", line)


def _alone(line: str) -> date | None:
    return _matched("alone", line) if len(line) <= LONGEST_LINE else None


def _opening(line: str) -> date | None:
    return _matched("opening", line)


def _matched(form: str, line: str) -> date | None:
    if _forms()["changed"].match(line):
        return None
    match = _forms()[form].match(line[:LONGEST_OPENING])
    return _day_of(match) if match else None


def _day_of(match: re.Match[str]) -> date | None:
    """The day in whichever of the forms matched; None for days that no calendar has."""
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    month = parts["m"].lower().rstrip(".")
    try:
        found = date(int(parts["y"]), int(month) if month.isdigit() else _months()[month], int(parts["d"]))
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None


@cache
def _months() -> dict[str, int]:
    return {name: number for words in headings() for number, names in words.months.items() for name in names}


@cache
def _patterns() -> dict[str, str]:
    """Parts of the forms: a day in five spellings, an hour, a place, a label.

    A place's words and what stands between them share no character: with a hyphen in both, a hostile line took minutes.
    """
    month = _any(_months())
    weekday = rf"(?:(?:{_any({w for words in headings() for w in words.weekdays})})\b\.?,?\s+)?"
    year = r"(?:19|20)\d\d(?!\d)"
    days = (
        rf"(?P<y1>{year})-(?P<m1>\d\d)-(?P<d1>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.?[ºo°])?(?:\s+(?:of|de))?\s+(?P<m2>{month})\b\.?,?(?:\s+del?)?\s+(?P<y2>{year})",
        rf"(?P<m3>{month})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?(?:\s+del?)?\s+(?P<y3>{year})",
        # Numbers with strokes only where a day above 12 says which is which.
        rf"(?P<d4>1[3-9]|2\d|3[01])[/.](?P<m4>0?[1-9]|1[0-2])[/.](?P<y4>{year})",
        rf"(?P<m5>0?[1-9]|1[0-2])[/](?P<d5>1[3-9]|2\d|3[01])[/](?P<y5>{year})",
    )
    return {
        "day": weekday + "(?:" + "|".join(days) + ")",
        "hour": r"(?:(?:at|a las|-|–|—|\||·)?\s*\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:h|hs|hrs|horas|[ap]\.?\s?m\.?)?"
        r"\s*(?:\(?[A-Z]{2,4}\)?)?)",
        "place": r"[A-ZÁÉÍÓÚÑ][\w.'’-]{0,30}(?:[ /][\w.'’-]{1,30}){0,4}(?:,\s*[A-ZÁÉÍÓÚÑ][\w.'’ -]{1,25})?",
        "label": _any({label for words in headings() for label in words.published}),
    }


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    p = _patterns()
    return {
        # The day of a change is not that of publication.
        "changed": re.compile(rf"\W*(?i:{_any({w for words in headings() for w in words.changed})})\b"),
        "labelled": re.compile(rf"(?:[*_•|-]\s*)?(?i:{p['label']})\b\s*(?:[:\-–—|]\s*)?(?i:{p['day']})"),
        "alone": re.compile(rf"(?:{p['place']}\s*[,.–—|-]\s*)?(?i:{p['day']})[\s,.|·–—-]*(?i:{p['hour']})?\s*\.?$"),
        "opening": re.compile(
            rf"{p['place']}\s*[,.]\s*\(?(?i:{p['day']})\)?[\s,.]*"
            r"(?:\([^)]{2,30}\)|[A-Z][\w./ ]{1,20})?\s*[.,]?\s*[-–—:]{1,2}\s"
        ),
    }


def _any(words: Iterable[str]) -> str:
    """An alternation of words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
