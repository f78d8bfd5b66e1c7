"""A roundup as Markdown, as a page or as plain text; every sentence leads to the words that it was made from."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from quipu.errors import UsageError
from quipu.export.names import shown
from quipu.model import Footnote, Roundup, RoundupSentence

_QUOTED = {"en": "“{}”", "es": "«{}»"}
ROUNDUP_FORMATS = ("md", "html", "text")
# What Markdown would read as a mark of its own, wherever it stands; "<" and "&" begin HTML there.
_MARKS = re.compile(r"([\\`*_{}\[\]<>&|#~$])")


def render_roundup(roundup: Roundup, format: str) -> str:
    """The whole document, ending in a line break.

    Raises:
        UsageError: an unknown format.
    """
    renders = {"md": _markdown, "html": _html, "text": _text}
    if format not in renders:
        raise UsageError(f"unknown format {format!r}; known: {', '.join(ROUNDUP_FORMATS)}")
    return renders[format](roundup)


def _markdown(roundup: Roundup) -> str:
    lines = [f"# {_plain(roundup.title)}", "", _plain(roundup.opening)]
    for section in roundup.sections:
        lines += ["", f"## {_plain(section.heading)}", ""]
        lines += [f"* {_marked(one, _plain, '*')}{''.join(f'[^{n}]' for n in one.notes)}" for one in section.sentences]
    if roundup.notes:
        lines += ["", f"## {_plain(roundup.sources_heading)}", ""]
    lines += [f"[^{note.number}]: {_plain(cite(note, roundup.language))}" for note in roundup.notes]
    return "\n".join(lines) + "\n"


def _marked(sentence: RoundupSentence, spell: Callable[[str], str], mark: str) -> str:
    """A sentence on one line, its words that take sides between marks."""
    return "".join(f"{mark}{spell(part)}{mark}" if is_loaded else spell(part) for part, is_loaded in parts(sentence))


def parts(sentence: RoundupSentence) -> Iterator[tuple[str, bool]]:
    """A sentence cut where words that take sides begin and end, and whether each part is one."""
    at = 0
    for span in sentence.loaded:
        yield sentence.text[at : span.start], False
        yield span.of(sentence.text), True
        at = span.end
    yield sentence.text[at:], False


def _plain(words: str) -> str:
    """Words that Markdown shows as they are."""
    return _MARKS.sub(r"\\\1", _line(words))


def _text(roundup: Roundup) -> str:
    lines = [_line(roundup.title), "", _line(roundup.opening)]
    for section in roundup.sections:
        lines += ["", section.heading.upper(), ""]
        lines += [f"- {_marked(one, _line, '_')} {' '.join(f'[{n}]' for n in one.notes)}" for one in section.sentences]
    if roundup.notes:
        lines += ["", roundup.sources_heading.upper(), ""]
    lines += [f"[{note.number}] {cite(note, roundup.language)}" for note in roundup.notes]
    return "\n".join(lines) + "\n"


def _html(roundup: Roundup) -> str:
    template = _environment().get_template("roundup.html")
    return (
        template.render(
            roundup=roundup, line=_line, parts=parts, where=where, quoted=_QUOTED.get(roundup.language, _QUOTED["en"])
        ).rstrip()
        + "\n"
    )


def cite(note: Footnote, language: str = "en") -> str:
    """ "Andean Wire, 2022-12-12: “Two people died.” (d-14c1, 0–16, c-1b2c)": with document, offsets and claims."""
    day = f", {note.day.isoformat()}" if note.day else ""
    quoted = _QUOTED.get(language, _QUOTED["en"]).format(note.words)
    return _line(f"{note.source}{day}: {quoted} ({where(note)})")


def where(note: Footnote) -> str:
    """Document, offsets, claims, and what was set in them by hand."""
    return ", ".join((note.document, f"{note.span.start}–{note.span.end}", *note.claims, *note.remarks))


def _line(words: str) -> str:
    """One line; a withheld name is told as such; control codes are gone. Blanks at its ends stand."""
    said = re.sub(r"\s+", " ", shown(words))
    return "".join(c for c in said if c.isprintable())


@cache
def _environment() -> Environment:
    loader = PackageLoader("quipu.export.report")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
