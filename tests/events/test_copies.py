import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.events import group_copies, sketch
from quipu.events.copies import similarity

_WORDS = [f"{a}{b}{c}" for a in ("ba", "ce", "di", "fo", "gu") for b in ("la", "me", "ni", "so") for c in "rstvxz"]


def article(seed: int, sentences: int = 20) -> list[str]:
    draw = random.Random(seed)
    return [" ".join(draw.choices(_WORDS, k=20)).capitalize() + "." for _ in range(sentences)]


AGENCY = article(1)
OTHER = article(2)
EDITED = [*article(3, 1), *AGENCY[2:]]
ROUNDUP = [*article(4, 18), *AGENCY[:2]]
D10, D11, D12 = date(2022, 12, 10), date(2022, 12, 11), date(2022, 12, 12)

CASES = [
    ("same words", [("a", D10, AGENCY), ("b", D11, AGENCY)], {"b": "a"}),
    ("the earlier is the original", [("a", D11, AGENCY), ("b", D10, AGENCY)], {"a": "b"}),
    ("undated is never the original of a dated one", [("a", None, AGENCY), ("b", D12, AGENCY)], {"a": "b"}),
    ("equal days: smallest id", [("b", D10, AGENCY), ("a", D10, AGENCY)], {"b": "a"}),
    ("an edited opening", [("a", D10, AGENCY), ("b", D11, EDITED)], {"b": "a"}),
    ("case and line breaks", [("a", D10, AGENCY), ("b", D11, [s.upper() + "\n\n" for s in AGENCY])], {"b": "a"}),
    ("other words", [("a", D10, AGENCY), ("b", D11, OTHER)], {}),
    ("two copied paragraphs in a roundup", [("a", D10, AGENCY), ("b", D11, ROUNDUP)], {}),
    ("half of it copied", [("a", D10, AGENCY), ("b", D11, [*AGENCY[:10], *OTHER[:10]])], {}),
    (
        "short texts that differ",
        [("a", D10, ["Strike in Cusco on Monday"]), ("b", D10, ["Strike in Puno on Monday"])],
        {},
    ),
    ("short texts that do not", [("a", D10, ["Strike in Cusco"]), ("b", D11, ["strike in cusco!"])], {"b": "a"}),
]


@pytest.mark.parametrize(("rows", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_copies_are_grouped(rows: list, expected: dict) -> None:
    sketches = [(id, published, sketch(" ".join(text))) for id, published, text in rows]
    assert group_copies(sketches) == expected
    assert group_copies(reversed(sketches)) == expected


def test_copies_are_transitive() -> None:
    rows = [AGENCY, [*article(5, 3), *AGENCY[3:]], [*article(5, 3), *AGENCY[3:17], *article(6, 3)]]
    marks = [sketch(" ".join(text)) for text in rows]
    assert similarity(marks[0], marks[2]) < 0.65
    found = group_copies((name, None, mark) for name, mark in zip("abc", marks, strict=True))
    assert found == {"b": "a", "c": "a"}


@given(st.permutations(range(12)))
def test_copies_do_not_depend_on_order(order: list[int]) -> None:
    texts = [AGENCY, EDITED, OTHER, ROUNDUP, AGENCY, [*OTHER[:19], *article(7, 1)]] * 2
    rows = [(f"d{n:02}", date(2022, 12, 1 + n % 5), sketch(" ".join(texts[n]))) for n in range(12)]
    assert group_copies(rows[n] for n in order) == group_copies(rows)


def test_sketch_is_small_and_stable() -> None:
    mark = sketch(" ".join(AGENCY))
    assert len(mark.minhash) == 512
    assert len(mark.bands) == 32
    assert mark == sketch("  ".join(AGENCY).upper())
    assert all(0 <= band < 2**63 for band in mark.bands)


def test_sketches_of_other_schemes_are_not_compared() -> None:
    mark = sketch(" ".join(AGENCY))
    old = type(mark)("0" * 32, mark.minhash, "rensa-0.1")
    assert group_copies([("a", D10, mark), ("b", D11, old)]) == {}
