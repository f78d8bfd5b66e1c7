"""Labels: Viterbi against every well-formed row, spans there and back, biaffine scores against their definition."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.model import Role
from quipu.sentences.readers.decode import Biaffine, Labels, best_labels, spans_of

NAMES = ("O", "B-X", "I-X", "B-Y", "I-Y")
LABELS = Labels.of(NAMES)
SPANS = [
    ("O O", []),
    ("B-X", [("X", 0, 1)]),
    ("B-X I-X O B-Y", [("X", 0, 2), ("Y", 3, 4)]),
    ("B-X B-X I-X", [("X", 0, 1), ("X", 1, 3)]),
    ("O B-X B-Y I-Y", [("X", 1, 2), ("Y", 2, 4)]),
    ("", []),
]


def _well_formed(row: tuple[str, ...]) -> bool:
    before = "O"
    for label in row:
        if label.startswith("I-") and before[2:] != label[2:]:
            return False
        before = label
    return True


def _apart(row: tuple[str, ...], word: int) -> bool:
    """Whether no span begins or ends at a word."""
    ends = word + 1 == len(row) or not row[word + 1].startswith("I-")
    return not row[word].startswith("B-") and not (row[word].startswith("I-") and ends)


def _best_sum(scores: np.ndarray, word: int | None) -> float:
    rows = itertools.product(NAMES, repeat=len(scores))
    allowed = [row for row in rows if _well_formed(row) and (word is None or _apart(row, word))]
    return max(float(sum(scores[at, NAMES.index(label)] for at, label in enumerate(row))) for row in allowed)


@st.composite
def _scores(draw: st.DrawFn, longest: int = 4) -> np.ndarray:
    size = draw(st.integers(1, longest))
    values = st.lists(st.floats(-20, 20, width=16), min_size=size * len(NAMES), max_size=size * len(NAMES))
    return np.array(draw(values), dtype=np.float32).reshape(size, len(NAMES))


@given(st.lists(_scores(), min_size=1, max_size=4), st.data())
def test_best_labels_are_the_best_well_formed_rows(tables: list[np.ndarray], data: st.DataObject) -> None:
    lengths = np.array([len(table) for table in tables])
    apart = np.array([data.draw(st.integers(0, len(table) - 1)) for table in tables])
    # What lies beyond a row's words must not matter.
    scores = np.full((len(tables), int(lengths.max()), len(NAMES)), 99.0, dtype=np.float32)
    for row, table in enumerate(tables):
        scores[row, : len(table)] = table
    for kept in (None, apart):
        found = best_labels(scores, lengths, LABELS, apart=kept)
        for row, table in enumerate(tables):
            names = tuple(NAMES[number] for number in found[row])
            told, rest = names[: len(table)], names[len(table) :]
            word = None if kept is None else int(kept[row])
            assert _well_formed(told)
            assert word is None or _apart(told, word)
            assert set(rest) <= {"O"}
            own = float(sum(table[at, NAMES.index(label)] for at, label in enumerate(told)))
            assert own == pytest.approx(_best_sum(table, word), abs=1e-3)


def test_best_labels_let_a_span_cross_a_predicate() -> None:
    scores = np.zeros((1, 4, 5), dtype=np.float32)
    scores[0, [0, 1, 2, 3], [1, 2, 2, 0]] = 5, 5, 5, 9
    found = best_labels(scores, np.array([4]), LABELS, apart=np.array([1]))
    assert found.tolist() == [[1, 2, 2, 0]]
    assert best_labels(scores, np.array([4]), LABELS, apart=np.array([2])).tolist() == [[1, 2, 0, 0]]


@pytest.mark.parametrize(("row", "wanted"), SPANS, ids=[row or "nothing" for row, _ in SPANS])
def test_spans_of(row: str, wanted: list[tuple[str, int, int]]) -> None:
    assert spans_of(row.split()) == tuple(Role(*span) for span in wanted)


@pytest.mark.parametrize("names", [("B-X", "O"), ("O", "I-X"), ()], ids=["O not first", "I without B", "none"])
def test_labels_refuse_what_is_no_bio(names: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"O|B-X"):
        Labels.of(names)


def test_biaffine_scores_pairs() -> None:
    rng = np.random.default_rng(3)
    weights = rng.normal(size=(4, 3, 3)).astype(np.float16)
    left, right = rng.normal(size=(2, 5, 2)).astype(np.float32)
    found = Biaffine.of(weights).pairs(left, right)
    for pair, label in itertools.product(range(5), range(4)):
        wanted = np.append(left[pair], 1) @ weights[label].astype(np.float32) @ np.append(right[pair], 1)
        assert found[pair, label] == pytest.approx(wanted, rel=1e-4, abs=1e-4)
