"""Three forms of one digest; none lets a report's words act as marks."""

import re
from dataclasses import replace
from datetime import date

import pytest

from quipu.errors import UsageError
from quipu.export.names import COVER, WITHHELD
from quipu.export.roundup import ROUNDUP_FORMATS, cite, render_roundup
from quipu.model import Footnote, Roundup, RoundupSection, RoundupSentence, Span

HOSTILE = "<script>alert(1)</script> [x](http://e.example) *b* `c`\x1b[31m\n# no heading"
NOTE = Footnote(1, ("c-1",), "d-1", "Desert Wire", date(2031, 5, 6), Span(0, 4), HOSTILE)
NAMED = Footnote(2, ("c-2",), "d-2", "The Courier", None, Span(5, 9), f"{COVER * 6} died")
MADE = Roundup(
    date(2031, 5, 6), date(2031, 5, 7), "en", "Roundup", "Made from two reports.", "Sources",
    (RoundupSection("incidents", "What happened", (RoundupSentence(f"6 May: “{HOSTILE}”.", (1, 2)),)),), (NOTE, NAMED),
)  # fmt: skip


@pytest.mark.parametrize("format", ROUNDUP_FORMATS)
def test_roundup_shows_every_part(format: str) -> None:
    made = render_roundup(MADE, format)
    shown = [MADE.opening, "d-1, 0–4, c-1", "d-2, 5–9, c-2", "Desert Wire, 2031-05-06", WITHHELD]
    plain = re.sub("</?time>", "", made.replace("\\", ""))
    assert [words for words in shown if words not in plain] == []
    assert made.endswith("\n")
    assert COVER not in made
    assert "\x1b" not in made


def test_roundup_html_runs_nothing_and_links_to_every_note() -> None:
    made = render_roundup(MADE, "html")
    assert "<script>" not in made
    assert '<html lang="en">' in made
    ids = {"note-1", "note-2", "told-1"}
    assert set(re.findall(r'href="#([^"]+)"', made)) == set(re.findall(r'id="([^"]+)"', made)) == ids


SIDES = RoundupSentence("It tells: “a coup, a *coup*”.", (1,), (Span(13, 17), Span(22, 26)))
SETS_OFF = [
    ("md", "It tells: “a *coup*, a \\**coup*\\*”."),
    ("html", "It tells: “a <em>coup</em>, a *<em>coup</em>*”."),
    ("text", "It tells: “a _coup_, a *_coup_*”."),
]


@pytest.mark.parametrize(("format", "expected"), SETS_OFF, ids=[row[0] for row in SETS_OFF])
def test_roundup_sets_off_words_that_take_sides(format: str, expected: str) -> None:
    section = replace(MADE.sections[0], sentences=(SIDES,))
    assert expected in render_roundup(replace(MADE, sections=(section,)), format)


def test_roundup_markdown_marks_are_its_own() -> None:
    made = render_roundup(MADE, "md")
    assert "\\<script\\>" in made
    assert "[x]" not in made
    assert "\\[x\\](http" in made
    assert [line for line in made.splitlines() if line.startswith("#")] == [
        "# Roundup",
        "## What happened",
        "## Sources",
    ]
    assert "[^1][^2]" in made
    assert [line[:5] for line in made.splitlines() if line.startswith("[^")] == ["[^1]:", "[^2]:"]


def test_roundup_cites_source_day_words_and_place() -> None:
    note = Footnote(
        3, ("c-3", "c-4"), "d-3", "Desert Wire", date(2031, 5, 6), Span(2, 9), "Two  died", ("figure: Ana",)
    )
    assert cite(note) == "Desert Wire, 2031-05-06: “Two died” (d-3, 2–9, c-3, c-4, figure: Ana)"
    assert cite(note, "es") == "Desert Wire, 2031-05-06: «Two died» (d-3, 2–9, c-3, c-4, figure: Ana)"


def test_roundup_refuses_other_formats() -> None:
    with pytest.raises(UsageError, match="unknown format"):
        render_roundup(MADE, "pdf")
