"""Titles of plain texts: a headline that stands apart, or none."""

import pytest

from quipu.documents.title import find_title

PROSE = "Two men died on Monday when police cleared a bridge near the market, the office said."
CASES = [
    ("headline", f"Two die as bridge is cleared\n\n{PROSE}", "Two die as bridge is cleared"),
    (
        "after_furniture",
        f"Skip to main content\n\nTwo die as bridge is cleared\n\n{PROSE}",
        "Two die as bridge is cleared",
    ),
    (
        "after_block",
        f"top of page\n  • Picture\n\nTwo die as bridge is cleared\n\n{PROSE}",
        "Two die as bridge is cleared",
    ),
    (
        "after_dateline",
        f"Lima, 14 December 2022\n\nTwo die as bridge is cleared\n\n{PROSE}",
        "Two die as bridge is cleared",
    ),
    ("question", f"¿Quién ordenó el desalojo?\n\n{PROSE}", "¿Quién ordenó el desalojo?"),
    ("prose_first", f"{PROSE}\n\nAnother line", None),
    ("not_apart", f"Two die as bridge is cleared\n{PROSE}", None),
    ("one_word", f"Bridge\n\n{PROSE}", None),
    ("lower_case", f"two die as bridge is cleared\n\n{PROSE}", None),
    ("item", f"- Two die as bridge\n\n{PROSE}", None),
    ("empty", "", None),
]


@pytest.mark.parametrize(("name", "text", "title"), CASES, ids=[case[0] for case in CASES])
def test_title(name: str, text: str, title: str | None) -> None:
    assert find_title(text) == title
