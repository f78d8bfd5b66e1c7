"""Markdown: marks off, words kept, front matter as metadata."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.documents.markdown import read_markdown, stated, stated_day

CASES = [
    ("heading", "# Bridge cleared\nTwo died.", "Bridge cleared\n\nTwo died.\n"),
    ("closed_heading", "## Bridge cleared ##", "Bridge cleared\n"),
    ("wrapped", "Two men died\non Monday.\n\nMore came.", "Two men died on Monday.\n\nMore came.\n"),
    ("break", "Two men died  \non Monday.", "Two men died\non Monday.\n"),
    (
        "emphasis",
        "**At least** _two_ men ***died*** on ~~Sunday~~ Monday.",
        "At least two men died on Sunday Monday.\n",
    ),
    ("link", 'The [health office](https://a.example/x_(1) "t") said so.', "The health office said so.\n"),
    ("reference", "The [office][1] said so.\n\n[1]: https://a.example", "The office said so.\n"),
    ("image", "![Police at the bridge](x.jpg)", "Police at the bridge\n"),
    ("quote", "> We will stay,\n> they said.", "We will stay, they said.\n"),
    ("list", "Demands:\n\n- elections\n  at once\n- release", "Demands:\n\n• elections at once\n• release\n"),
    ("numbers", "1. One died.\n2. Two were hurt.", "1. One died.\n2. Two were hurt.\n"),
    ("table", "| Region | Dead |\n|---|---|\n| Cusco | 2 |", "Region | Dead\nCusco | 2\n"),
    ("code", "```\na  b\n```\nand `c`", "a  b\nand c\n"),
    ("rule", "One.\n\n---\n\nTwo.", "One.\n\nTwo.\n"),
    ("escape", r"\*not marked\* and 3 \< 4", "*not marked* and 3 < 4\n"),
    ("snake_case", "the file a_b_c and 2*3*4", "the file a_b_c and 234\n"),
    ("html", "Two <b>men</b> died.<br/>", "Two men died.\n"),
    ("year_begins_line", "In the year\n2022 two died.", "In the year 2022 two died.\n"),
    ("plain_numbers", "3 < 4 and 5 > 2, cost $ 7 * 2", "3 < 4 and 5 > 2, cost $ 7 * 2\n"),
    ("empty", "", ""),
]
MATTER = """---
title: "Bridge cleared"
author: [Desk, Lima office]
date: 2022-12-14
lang: es
---
# Another heading

Two died.
"""


@pytest.mark.parametrize(("name", "source", "text"), CASES, ids=[case[0] for case in CASES])
def test_markdown_text(name: str, source: str, text: str) -> None:
    assert read_markdown(source).text == text


def test_markdown_front_matter() -> None:
    marked = read_markdown(MATTER)
    assert marked.title == "Bridge cleared"
    assert stated(marked.matter, "author") == "Desk, Lima office"
    assert stated_day(marked.matter) == date(2022, 12, 14)
    assert marked.text == "Another heading\n\nTwo died.\n"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2022-12-14 10:00:00", date(2022, 12, 14)),
        ('"14 December 2022"', date(2022, 12, 14)),
        ('"2022-12-14T10:00-05:00"', date(2022, 12, 14)),
        ("last week", None),
        ("12", None),
    ],
)
def test_markdown_front_matter_day(stamp: str, day: date | None) -> None:
    assert stated_day(read_markdown(f"---\npublished: {stamp}\n---\nText.").matter) == day


@pytest.mark.parametrize("bad", ["---\n[oops\n---\nText.", "---\njust words\n---\nText.", "---\nnever closed\nText."])
def test_markdown_front_matter_that_is_none_stays_text(bad: str) -> None:
    assert "Text." in read_markdown(bad).text
    assert read_markdown(bad).matter == {}


@given(st.lists(st.lists(st.from_regex(r"[A-Za-zñé]{1,9}", fullmatch=True), min_size=1), min_size=1))
def test_markdown_loses_no_word(paragraphs: list[list[str]]) -> None:
    source = "\n\n".join(" ".join(words) for words in paragraphs)
    assert re.findall(r"\w+", read_markdown(source).text) == re.findall(r"\w+", source)


@given(st.text(alphabet="ab *_`[]()!#>-|\\<\n~1.", max_size=200))
def test_markdown_keeps_letters_of_any_marking(source: str) -> None:
    """Link targets, raw tags, fences' names and definitions may go; without brackets nothing that is a letter does."""
    plain = re.sub(r"[\[\]<>`~]", "", source)
    kept = re.sub(r"[^ab]", "", read_markdown(plain).text)
    assert kept == re.sub(r"[^ab]", "", plain)


HOSTILE = [
    "*a ",
    "**a",
    "_a ",
    "`a ",
    "[",
    "[a](",
    "](" + "x" * 50,
    "<a ",
    "<!-- ",
    "# ",
    "- ",
    "> ",
    "| ",
    " ",
    "\\",
    "~~a",
    "***",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_markdown_takes_no_longer_for_hostile_lines(piece: str) -> None:
    """A megabyte of open marks on one line, and on many."""
    began = time.monotonic()
    read_markdown(piece * (1_000_000 // len(piece)))
    read_markdown((piece * 1000 + "\n") * (1_000_000 // (1000 * len(piece))))
    assert time.monotonic() - began < 10
