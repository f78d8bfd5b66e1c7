"""Sentences that reports weeks apart repeat, and those that belong to one happening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.events.stock import Stock

MENU = "How a potter of Pucará fires her bulls"
CASES = [
    ("told in fortnights far apart", [(10, MENU), (12, MENU)], MENU, True),
    ("case and spacing differ", [(10, MENU.upper()), (14, MENU.replace(" ", "  "))], MENU, True),
    ("of three reports, the first and the last", [(10, MENU), (11, MENU), (12, MENU)], MENU, True),
    ("told within a month", [(10, MENU), (11, MENU)], MENU, False),
    ("told once", [(10, MENU), (12, "Frost is forecast above Juliaca")], MENU, False),
    ("a name alone", [(10, "Puno, Peru"), (12, "Puno, Peru")], "Puno, Peru", False),
    ("another sentence", [(10, MENU), (12, MENU)], "A shepherd was hit by a pellet at dusk", False),
    ("no reports at all", [], MENU, False),
]


@pytest.mark.parametrize(("reports", "text", "is_stock"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_stock_is_what_is_repeated_weeks_apart(reports: list, text: str, is_stock: bool) -> None:
    assert (settled(reports).without(text) == " " * len(text)) is is_stock
    assert is_stock or settled(reports).without(text) == text


def settled(reports: list[tuple[int, str]]) -> Stock:
    stock = Stock()
    for fortnight, text in reports:
        stock.add(fortnight, text)
    stock.settle()
    return stock


def test_what_stands_around_stays_where_it_was() -> None:
    text = f"A shepherd was hit near the bakery.\n{MENU}\nHe died at dawn."
    left = settled([(1, MENU), (5, MENU)]).without(text)
    assert left == text.replace(MENU, " " * len(MENU))


TEXTS = st.lists(st.sampled_from([MENU, "Frost is forecast above Juliaca", "The market of Ilave opens at dawn"]))
REPORTS = st.lists(st.tuples(st.integers(1, 60_000), TEXTS.map("\n".join)), max_size=12)


@given(REPORTS, st.randoms())
def test_stock_does_not_depend_on_order(reports: list[tuple[int, str]], dice) -> None:
    shuffled = dice.sample(reports, len(reports))
    for _, text in reports:
        assert settled(reports).without(text) == settled(shuffled).without(text)
