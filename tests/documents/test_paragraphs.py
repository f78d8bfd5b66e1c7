"""Printed lines to paragraphs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.documents.paragraphs import join_pages

CASES = [
    (
        "wrapped",
        ["Two men died on Monday when police\ncleared a bridge near the market."],
        "Two men died on Monday when police cleared a bridge near the market.\n",
    ),
    (
        "hyphen",
        ["The police said that the demon-\nstrators had left the bridge then."],
        "The police said that the demonstrators had left the bridge then.\n",
    ),
    (
        "soft_hyphen",
        ["The police said that the demon\u00ad\nstrators had left the bridge then."],
        "The police said that the demonstrators had left the bridge then.\n",
    ),
    (
        "spanish",
        ["La policía disparó contra los mani-\nfestantes en el puente ese lunes."],
        "La policía disparó contra los manifestantes en el puente ese lunes.\n",
    ),
    (
        "prefix",
        ["Several thousand joined the anti-\ngovernment march to the capital."],
        "Several thousand joined the anti-government march to the capital.\n",
    ),
    (
        "as_elsewhere",
        ["The by-pass was shut. So the by-\npass stayed shut for all of it."],
        "The by-pass was shut. So the by-pass stayed shut for all of it.\n",
    ),
    (
        "name",
        ["He came from the town of Stratford-\nUpton and died there on Monday."],
        "He came from the town of Stratford-Upton and died there on Monday.\n",
    ),
    (
        "short_end",
        ["Two men died on Monday near the bridge.\nIt was late.\nUnions called a strike for the next day."],
        "Two men died on Monday near the bridge. It was late.\n\nUnions called a strike for the next day.\n",
    ),
    (
        "gap",
        ["Two men died on Monday near\n\nUnions called a strike now."],
        "Two men died on Monday near\n\nUnions called a strike now.\n",
    ),
    (
        "items",
        ["The unions demand these things now:\n• elections at once\n• release of all"],
        "The unions demand these things now:\n\n• elections at once\n\n• release of all\n",
    ),
    (
        "over_pages",
        ["Two men died on Monday when police", "cleared a bridge near the market."],
        "Two men died on Monday when police cleared a bridge near the market.\n",
    ),
    (
        "running",
        [f"Bulletin {n}\nTwo men died on day {w} near it.\n{n}" for n, w in enumerate(("one", "two", "three"), 1)],
        "Two men died on day one near it. Two men died on day two near it. Two men died on day three near it.\n",
    ),
    (
        "page_of",
        ["Two men died on Monday.\nPage 1 of 2", "Two more died later on.\nPágina 2 de 2"],
        "Two men died on Monday. Two more died later on.\n",
    ),
    ("nothing", ["", " \n "], ""),
]


@pytest.mark.parametrize(("name", "pages", "text"), CASES, ids=[case[0] for case in CASES])
def test_paragraphs(name: str, pages: list[str], text: str) -> None:
    assert join_pages(pages) == text


WORD = st.from_regex(r"[a-zñé]{2,9}", fullmatch=True)


@given(st.lists(st.lists(WORD, min_size=1, max_size=8), min_size=1, max_size=20))
def test_paragraphs_lose_no_word_within_a_page(lines: list[list[str]]) -> None:
    page = "\n".join(" ".join(words) for words in lines)
    assert re.findall(r"\w+", join_pages([page])) == re.findall(r"\w+", page)


@given(st.lists(st.text(max_size=80), max_size=5))
def test_paragraphs_never_raise(pages: list[str]) -> None:
    join_pages(pages)
