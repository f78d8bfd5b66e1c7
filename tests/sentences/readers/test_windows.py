"""Windows and batches: no word lost, none read twice, every first piece where it is said to be."""

from hypothesis import given
from hypothesis import strategies as st

from quipu.sentences.readers.pieces import Pieces
from quipu.sentences.readers.windows import LONGEST, batched, cut_windows
from sentences.readers.tiny import FOLDER

PIECES = Pieces.load(FOLDER)
_WORDS = st.sampled_from(["police", "protesters", "said", ",", ".", "12,500", "🔥", "Zx", "-" * 70, "un"])


@given(st.lists(st.lists(_WORDS, max_size=30), max_size=6), st.integers(1, 200))
def test_batched_puts_every_word_where_it_says(sentences: list[list[str]], most: int) -> None:
    windows = [window for at, words in enumerate(sentences) for window in cut_windows(at, words, PIECES)]
    seen: list[tuple[int, int]] = []
    for batch in batched(windows, PIECES, most):
        assert batch.pieces.shape == batch.case.shape == batch.mask.shape
        assert batch.pieces.size <= most or len(batch.windows) == 1
        for row, window in enumerate(batch.windows):
            ids = batch.pieces[row, : window.size].tolist()
            assert ids == [PIECES.start, *[n for word in window.words for n in word.pieces], PIECES.stop]
            assert set(batch.pieces[row, window.size :].tolist()) <= {PIECES.pad}
            assert batch.mask[row].tolist() == [1] * window.size + [0] * (batch.pieces.shape[1] - window.size)
            for at, word in enumerate(window.words):
                first = batch.first[row, at]
                assert tuple(ids[first : first + len(word.pieces)]) == word.pieces
                assert set(batch.case[row, first : first + len(word.pieces)].tolist()) == {word.case}
                assert PIECES.word(sentences[window.sentence][window.begin + at]) == word
                seen.append((window.sentence, window.begin + at))
    assert sorted(seen) == [(at, word) for at, words in enumerate(sentences) for word in range(len(words))]


@given(st.lists(_WORDS, min_size=600, max_size=900))
def test_cut_windows_fit_the_network(words: list[str]) -> None:
    windows = list(cut_windows(0, words, PIECES))
    assert all(window.size <= LONGEST for window in windows)
    assert all(window.size == 2 + sum(len(word.pieces) for word in window.words) for window in windows)
    assert [at for window in windows for at in range(window.begin, window.begin + len(window.words))] == list(
        range(len(words))
    )


def test_cut_windows_ends_behind_a_mark() -> None:
    words = ["police"] * 400 + [","] + ["police"] * 400
    assert [len(window.words) for window in cut_windows(0, words, PIECES)] == [401, 400]


def test_cut_windows_ends_where_it_is_full_without_marks() -> None:
    assert [len(window.words) for window in cut_windows(0, ["police"] * 1100, PIECES)] == [510, 510, 80]


def test_cut_windows_of_nothing() -> None:
    assert list(cut_windows(0, [], PIECES)) == []
