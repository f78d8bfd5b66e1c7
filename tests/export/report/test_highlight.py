"""Marks over text: nothing of the text is lost or added, tags nest, ids stand once and where the words begin."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.export.names import COVER, WITHHELD
from quipu.export.report.highlight import Mark, highlight, paragraphs, plain
from quipu.model import Span


class Reader(HTMLParser):
    """Reads HTML back: its text, whether tags nest, and what each mark covers."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.told = ""
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.covered: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.open.append((tag, told.get("data-c") or told.get("data-n") or ""))
        if told.get("id"):
            self.ids.append(f"{told['id']}@{len(self.told)}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, "tags cross"

    def handle_data(self, data: str) -> None:
        self.told += data
        for name in {name for _, name in self.open}:
            self.covered[name] = self.covered.get(name, "") + data


def read(html: str) -> Reader:
    """HTML without a document around it; line ends as they are."""
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    assert not reader.open
    return reader


def claim(start: int, end: int, name: str = "c-1") -> Mark:
    return Mark(Span(start, end), "claim", name, 1)


CASES = {
    "none": ("Two died.", [], "Two died."),
    "one": ("Two died.", [claim(0, 3)], '<mark class="claim" id="c-1" data-i="1" data-c="c-1">Two</mark> died.'),
    "escaped": (
        "a <b> & c",
        [claim(2, 5)],
        '<mark class="claim" id="c-1" data-i="1" data-c="c-1">&lt;b&gt;</mark> &amp; c',
    ),
    "count inside its claim": (
        "Two died.",
        [Mark(Span(0, 3), "count", "c-1"), claim(0, 9)],
        'data-c="c-1"><b class="count" data-n="c-1">Two</b> died.</mark>',
    ),
    "empty mark": ("Two died.", [claim(4, 4)], '<mark class="claim" id="c-1" data-i="1" data-c="c-1"></mark>died.'),
    "nested": ("abcd", [claim(1, 3, "c-2"), claim(0, 4)], "bc</mark>d</mark>"),
}


@pytest.mark.parametrize(("text", "marks", "held"), CASES.values(), ids=CASES.keys())
def test_highlight(text: str, marks: list[Mark], held: str) -> None:
    html = highlight(text, marks)
    assert held in html
    assert read(html).told == text


def test_highlight_crossing_marks_are_cut_and_the_id_stands_once() -> None:
    reader = read(highlight("abcdef", [claim(0, 4, "c-1"), claim(2, 6, "c-2")]))
    assert reader.covered == {"c-1": "abcd", "c-2": "cdef"}
    assert reader.ids == ["c-1@0", "c-2@2"]


def test_highlight_mark_over_two_paragraphs_has_its_id_in_the_first() -> None:
    text, marks = "one two\n\nthree four", [claim(4, 14)]
    first, second = paragraphs(text)
    assert 'id="c-1"' in highlight(text, marks, first)
    assert 'id="c-1"' not in highlight(text, marks, second)
    assert 'data-c="c-1">three</mark>' in highlight(text, marks, second)


@pytest.mark.parametrize("span", [(0, 9), (0, 4), (5, 9), (3, 6)])
def test_highlight_withheld_name_is_told_once_however_it_is_marked(span: tuple[int, int]) -> None:
    text = "a " + COVER * 5 + " b"
    told = read(highlight(text, [claim(*span)])).told
    assert told == f"a {WITHHELD} b"


def test_plain_escapes_and_withholds() -> None:
    assert plain(f"<{COVER}{COVER}>") == '&lt;<span class="withheld">[name withheld]</span>&gt;'


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Any text with any marks over it, nested, crossing, empty and alike."""
    text = draw(st.text(max_size=80))
    marks = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        kind = draw(st.sampled_from(["claim", "count", "evidence"]))
        marks.append(Mark(Span(start, end), kind, f"c-{number}", number))
    return text, marks


def same(text: str) -> str:
    """What HTML can hold of a text, and the parser's own view of line ends."""
    return text.replace("\x00", "\ufffd")


@given(marked())
def test_highlight_stripping_tags_gives_back_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    html = "".join(highlight(text, marks, within) for within in paragraphs(text))
    reader = read(html)
    assert reader.told == same(text)
    ids = [id.partition("@")[0] for id in reader.ids]
    assert len(ids) == len(set(ids))


@given(marked())
def test_highlight_each_mark_covers_exactly_its_words(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    reader = read(highlight(text, marks))
    starts = dict(id.rsplit("@", 1) for id in reader.ids)
    for mark in marks:
        if mark.kind != "evidence":
            assert reader.covered.get(mark.id, "") == same(mark.span.of(text))
        if mark.kind != "count" and len(mark.span):
            assert starts[mark.id] == str(mark.span.start)


@given(st.text(max_size=200))
def test_paragraphs_are_the_whole_text(text: str) -> None:
    spans = list(paragraphs(text))
    assert "".join(span.of(text) for span in spans) == text
    assert all(re.fullmatch(r"[^\n]*\n*", span.of(text)) for span in spans)
