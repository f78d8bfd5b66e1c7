"""Words in context are the exact words, with whole words around them."""

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from quipu.cli.output import safe, table
from quipu.cli.quoting import in_context
from quipu.model import Span

TEXT = "On Sunday police fired. Two miners were killed in Calama.\nThe strike goes on."


def test_quoting_marks_the_span_and_keeps_whole_words_around() -> None:
    said = in_context(TEXT, Span(24, 57), around=6)
    assert said.plain == "…fired. «Two miners were killed in Calama.» The strike…"


def test_quoting_without_context_is_the_span_alone() -> None:
    assert in_context(TEXT, Span(24, 34), around=0).plain == "«Two miners»"


def test_quoting_marks_the_figure_most() -> None:
    said = in_context(TEXT, Span(24, 57), around=0, strong=Span(24, 27))
    assert [said.plain[s.start : s.end] for s in said.spans if "reverse" in str(s.style)] == ["Two"]


PRINTABLE = st.characters(exclude_categories=("C", "Z"))


@given(st.text(PRINTABLE, max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_quoting_never_fails_and_holds_the_words(text: str, a: int, b: int, around: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    said = in_context(text, Span(start, end), around=around).plain
    assert text[start:end] in said


def test_quoting_lets_no_control_code_reach_the_terminal() -> None:
    assert "\x1b" not in in_context("one \x1b[2J two", Span(0, 12), around=0).plain


def test_quoting_brackets_are_no_markup() -> None:
    made = table("what")
    made.add_row(safe("[red]seven[/red] [/] \x1b[31m"))
    paper = StringIO()
    Console(width=60, file=paper).print(made)
    assert "[red]seven[/red] [/] \ufffd[31m" in paper.getvalue()
