"""Markdown: its front matter as metadata, its marks taken off, every word kept."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import yaml

from quipu.documents.dateline import read_day

LONGEST_MATTER = 1 << 16
# Longer lines are prose: no heading, rule or list item is, and patterns for those are not made for megabytes.
LONGEST_MARKED = 5000
_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$")
_TABLE_RULE = re.compile(r"^(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?$")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_BULLET = re.compile(r"^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_NUMBER = re.compile(r"^[ \t]*\d{1,3}[.)][ \t]+")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]]{1,200}\]:[ \t]+\S+.*$")
_MARK = re.compile(r"[*_`~\[\]<>\\]")
_EMPHASIS = (
    (re.compile(r"(?<!\\)(\*{1,3}|~~)(?=\S)([^*~]{1,2000}?)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)([^_]{1,2000}?)(?<=[^\s\\])\1(?!\w)"), r"\2"),
)
# Inside a line: images and links give their words, then emphasis, code, raw tags and escapes give theirs.
_INLINE = (
    (
        re.compile(
            r"!?\[([^\[\]]*)\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,9}[\"'][^\"')]{0,300}[\"'])?\)"
        ),
        r"\1",
    ),
    (re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]]*\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^\s<>]+)>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]{0,300}>|<!--[^<>]{0,2000}-->"), ""),
    *_EMPHASIS,
    (re.compile(r"(`{1,2})([^`]+)\1"), r"\2"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A Markdown file's text without marks, and what its front matter states."""

    text: str
    matter: dict[str, Any] = field(default_factory=dict)
    title: str | None = None
    """The front matter's title, else the first heading of the first level."""


def read_markdown(source: str) -> Marked:
    """Front matter into metadata, marks off. Wrapped lines become one line per paragraph or list item."""
    matter, body = _front_matter(source)
    lines, first = _lines(body)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return Marked(text + "\n" if text else "", matter, stated(matter, "title") or first)


def stated(matter: dict[str, Any], *keys: str) -> str | None:
    """The first of `keys` that the front matter states, as words; lists are joined."""
    for key in keys:
        value = matter.get(key)
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def stated_day(matter: dict[str, Any]) -> date | None:
    """The day of publication in the front matter, or None where there is none or it is no day."""
    for key in ("published", "date", "publish_date", "pubdate"):
        value = matter.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str) and (day := read_day(value) or read_day(value[:10])):
            return day
    return None


def _front_matter(source: str) -> tuple[dict[str, Any], str]:
    """The front matter's fields, and the rest. What is not a YAML mapping stays text."""
    match = _MATTER.match(source[:LONGEST_MATTER])
    if match is None:
        return {}, source
    try:
        fields = yaml.safe_load(match[1])
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}, source
    if not isinstance(fields, dict):
        return {}, source
    return {str(key).lower(): value for key, value in fields.items()}, source[match.end() :]


def _lines(body: str) -> tuple[list[str], str | None]:
    """The unmarked lines, and the first heading of level one."""
    lines: list[str] = []
    title, is_open, in_fence = None, False, False
    for raw in body.split("\n"):
        if _FENCE.match(raw):
            in_fence, is_open = not in_fence, False
            continue
        if in_fence:
            lines.append(raw)
            continue
        line, begins, ends, level = _unmarked(raw)
        if level == 1 and title is None:
            title = line or None
        if level and lines and lines[-1]:
            lines.append("")
        if is_open and line and not begins:
            lines[-1] = f"{lines[-1]} {line}"
        elif line is not None:
            lines.append(line)
        if level:
            lines.append("")
        is_open = bool(line) and not ends
    return lines, title


def _unmarked(raw: str) -> tuple[str | None, bool, bool, int]:
    """A line without marks (None: it was nothing but marks), whether it begins and ends a block, its heading level."""
    if len(raw) > LONGEST_MARKED:
        return _inline(raw), False, False, 0
    if not raw.strip():
        return "", True, True, 0
    raw = _QUOTE.sub("", raw)
    if _RULE.match(raw) or _TABLE_RULE.match(raw.strip()) or _DEFINITION.match(raw):
        return None if raw.strip() else "", True, True, 0
    if heading := _HEADING.match(raw.rstrip()):
        return _inline(heading[2] or ""), True, True, len(heading[1])
    if _BULLET.match(raw):
        return "• " + _inline(_BULLET.sub("", raw, count=1)), True, False, 0
    has_break = raw.endswith(("  ", "\\"))
    is_row = raw.lstrip().startswith("|")
    if is_row:
        raw = raw.strip().strip("|")
    line = _inline(raw.strip().removesuffix("\\") if has_break else raw.strip())
    return line, bool(_NUMBER.match(raw)) or is_row, has_break or is_row, 0


def _inline(line: str) -> str:
    # Twice, because emphasis may stand within emphasis; the patterns themselves stop at the next mark, so that a line
    # of a million open marks costs no more than any other.
    if not _MARK.search(line):
        return line.strip()
    for pattern, words in (*_EMPHASIS, *_INLINE):
        line = pattern.sub(words, line)
    return line.strip()
