import math
import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.events import Clues
from quipu.events.clues import Kept, alike
from quipu.events.families import linking
from quipu.model import Span

BEGIN = date(2022, 12, 5)
HEAD = Span(0, 40)
NIGHT = "Near the Quilca bakery a shepherd of 43 was hit by a rubber bullet."
LATER = "The shepherd hit near the Quilca bakery had come to town for a fair."
DAILY = "Near the town, Congress was by a fair and had come to hit it, the ministers said of order."
ROUTINE = tuple((n % 8, DAILY) for n in range(50))


def clues_of(*reports: tuple[int, str]) -> Clues:
    """Clues of reports given as (fortnight, text); each is named by its number."""
    days = [(str(n), BEGIN + timedelta(days=14 * fortnight)) for n, (fortnight, _) in enumerate(reports)]
    return Clues(days, {str(n): text for n, (_, text) in enumerate(reports)})


def near(clues: Clues, number: int, span: Span = HEAD) -> dict[int, float]:
    return clues.near(str(number), [span])


CRISIS = ((0, NIGHT), (0, LATER), (1, DAILY), (2, DAILY), *ROUTINE)
SHARES = [
    ("one night in two papers", 0, 1, True),
    ("one night and the routine", 0, 2, False),
    ("the same routine in two fortnights", 2, 3, False),
]


@pytest.mark.parametrize(("left", "right", "do_share"), [case[1:] for case in SHARES], ids=[case[0] for case in SHARES])
def test_words_of_one_burst_are_shared(left: int, right: int, do_share: bool) -> None:
    clues = clues_of(*CRISIS)
    assert (alike(near(clues, left), near(clues, right)) > 0.3) is do_share


NO_CLUES = [
    ("a record of a single fortnight", tuple((0, text) for _, text in CRISIS)),
    ("a record of few reports", CRISIS[:12]),
    ("a word of one report alone", ((0, NIGHT), *ROUTINE)),
]


@pytest.mark.parametrize("reports", [case[1] for case in NO_CLUES], ids=[case[0] for case in NO_CLUES])
def test_what_cannot_be_told_is_no_clue(reports: tuple) -> None:
    assert near(clues_of(*reports), 0) == {}


def test_words_far_from_the_claim_are_no_clues() -> None:
    far = DAILY + " " * 3000 + NIGHT
    clues = clues_of((0, far), (0, LATER), *ROUTINE)
    assert near(clues, 0) == {}
    assert near(clues, 0, Span(len(far) - 10, len(far))) != {}


def test_a_report_begins_with_what_it_tells_of() -> None:
    clues = clues_of((0, NIGHT + " " * 3000 + DAILY), (0, LATER), *ROUTINE)
    assert near(clues, 0, Span(3000, 3040)) != {}


MENU = "Watch a puma cub at the Huachipa zoo take its bath"
MENUS = [
    ("weeks apart", 3, False),
    ("in one fortnight", 0, True),
]


@pytest.mark.parametrize(("fortnight", "is_clue"), [case[1:] for case in MENUS], ids=[case[0] for case in MENUS])
def test_what_a_newspaper_repeats_weeks_apart_is_no_clue(fortnight: int, is_clue: bool) -> None:
    clues = clues_of((0, f"{MENU}\n{DAILY}"), (fortnight, f"{MENU}\n{DAILY}"), *ROUTINE)
    assert (alike(near(clues, 0), near(clues, 1)) > 0.0) is is_clue


def test_a_report_without_text_has_no_clues() -> None:
    assert clues_of(*CRISIS).near("unknown", [HEAD]) == {}


@given(st.permutations(range(len(CRISIS))))
def test_clues_do_not_depend_on_order(order: list[int]) -> None:
    days = [(str(n), BEGIN + timedelta(days=14 * CRISIS[n][0])) for n in order]
    shuffled = Clues(days, {str(n): CRISIS[n][1] for n in order})
    plain = clues_of(*CRISIS)
    assert all(near(shuffled, n) == near(plain, n) for n in range(4))


def of_length_one(words: set[int]) -> dict[int, float]:
    """A report's words with made-up weights, as `Clues.near` scales them."""
    whole = sum(0.5 + word for word in words)
    return {word: math.sqrt((0.5 + word) / whole) for word in words}


WORDS = st.sets(st.integers(0, 9), min_size=1).map(of_length_one)


@given(WORDS, WORDS)
def test_alike_is_a_share(left: dict[int, float], right: dict[int, float]) -> None:
    assert 0.0 <= alike(left, right) <= 1.0 + 1e-9
    assert alike(left, right) == pytest.approx(alike(right, left))
    assert alike(left, left) == pytest.approx(1.0)
    assert (alike(left, right) == 0.0) is left.keys().isdisjoint(right)


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, min_size=1, max_size=5))
def test_pooled_reports_share_what_their_pairs_share_together(left: list, right: list) -> None:
    pairs = [alike(one, other) for one in left for other in right]
    assert alike(summed(left), summed(right)) == pytest.approx(sum(pairs))


@given(WORDS, WORDS)
def test_words_kept_small_share_what_they_shared(left: dict[int, float], right: dict[int, float]) -> None:
    assert Kept.of(left).times(Kept.of(right)) == pytest.approx(alike(left, right))


def summed(reports: list[dict[int, float]]) -> dict[int, float]:
    return {word: sum(one.get(word, 0.0) for one in reports) for word in range(10)}


def test_few_words_prove_little() -> None:
    """Two reports that share one name and tell nothing else that is rare."""
    one, other = "The family of Mamani waits.", "The family of Mamani waits."
    clues = clues_of((0, one), (0, other), *ROUTINE)
    assert len(near(clues, 0)) >= 1
    assert 0.0 < alike(near(clues, 0), near(clues, 1)) < 1.0


REACH = linking().limits.clue_characters
CUTS = [
    ("cut at its end", "shepherd", "ess", False),
    ("whole at the end", "shepherd", " girl", True),
    ("cut at its beginning", "goat", "shepherd", False),
    ("whole at the beginning", "goat ", "shepherd", True),
]


@pytest.mark.parametrize(("before", "after", "is_clue"), [case[1:] for case in CUTS], ids=[case[0] for case in CUTS])
def test_what_is_left_of_a_cut_word_is_no_clue(before: str, after: str, is_clue: bool) -> None:
    """The stretch that counts begins or ends between `before` and `after`."""
    lone = "-" * 1000
    text, edge = f"{lone}{before}{after}{lone}", len(lone) + len(before)
    at = edge - REACH - 1 if before == "shepherd" else edge + REACH
    clues = clues_of((0, text), (0, LATER), *ROUTINE)
    assert (alike(clues.near("0", [Span(at, at + 1)]), near(clues, 1)) > 0) is is_clue


def test_a_larger_record_keeps_its_rare_words_apart() -> None:
    """Each pair of reports has its own 60 words. Two words that count as one are no longer of one fortnight."""
    dice = random.Random(1)
    pairs = [(n % 7, " ".join("".join(dice.choices("aeioklmnt", k=9)) for _ in range(60))) for n in range(4_500)]
    clues = clues_of(*(pair for pair in pairs for _ in range(2)))
    told = [list(clues.near(str(n), [Span(0, 200)]).values()) for n in range(0, 9_000, 90)]
    heavy = sum(math.isclose(weight, max(weights)) for weights in told for weight in weights)
    assert heavy / sum(map(len, told)) > 0.55
