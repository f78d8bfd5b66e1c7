"""WordPieces: cut as uncased BERT cuts, whatever the word; vectors gathered row by row."""

import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.errors import ReaderError
from quipu.sentences.readers.pieces import Pieces, case_of

VOCABULARY = (
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "protest", "##er", "##ers", "u", "s", ".", ",", "12", "500", "jose", "-", "中",
    "n", "'", "t", "##t", "co", "##vid", "19", "5", "##0", "$",
)  # fmt: skip
# A word and its pieces.
CASES = [
    ("protesters", "protest ##ers"),
    ("PROTESTER", "protest ##er"),
    ("12,500", "12 , 500"),
    ("U.S.", "u . s ."),
    ("José", "jose"),
    ("Jose\u0301", "jose"),
    ("n't", "n ' t"),
    ("$50", "$ 5 ##0"),
    ("中中", "中 中"),
    ("Covid-19", "co ##vid - 19"),
    ("pro\u00adtest", "protest"),
    ("protestx", "[UNK]"),
    ("protest.xyz", "protest . [UNK]"),
    ("🔥", "[UNK]"),
    ("\u200d", "[UNK]"),
    ("\ud800", "[UNK]"),
    ("п", "[UNK]"),
]
WRITTEN = [
    ("12,500", 0), ("—", 0), ("🔥", 0), ("police", 1), ("16th", 1), ("ñandú", 1), ("中", 1), ("Lima", 2), ("A", 2),
    ("U", 2), ("3M", 2), ("U.S.", 3), ("NGO", 3), ("COVID-19", 3), ("McDonald", 4), ("iPhone", 4), ("NGOs", 4),
    ("Ñuñoa", 2), ("ÁNGEL", 3),
]  # fmt: skip


def _pieces() -> Pieces:
    table = np.arange(len(VOCABULARY) * 2, dtype=np.int8).reshape(-1, 2)
    return Pieces(VOCABULARY, table, np.linspace(0.5, 2, len(VOCABULARY)).astype(np.float16))


@pytest.mark.parametrize(("word", "wanted"), CASES, ids=[ascii(word) for word, _ in CASES])
def test_word_is_cut_as_bert_cuts(word: str, wanted: str) -> None:
    assert [VOCABULARY[number] for number in _pieces().word(word).pieces] == wanted.split()


ACCENTED = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "él", "el", "par", "##ó", "##o", "n", "ñ")
# A word and its pieces where the vocabulary has accents.
SPANISH = [
    ("Él", "él"),
    ("e\u0301l", "él"),
    ("EL", "el"),
    ("paró", "par ##ó"),
    ("paro", "par ##o"),
    ("Ñ", "ñ"),
    ("N", "n"),
    ("él\u0329", "él"),
    ("ú", "[UNK]"),
]


@pytest.mark.parametrize(("word", "wanted"), SPANISH, ids=[ascii(word) for word, _ in SPANISH])
def test_a_vocabulary_with_accents_keeps_them(word: str, wanted: str) -> None:
    size = len(ACCENTED)
    pieces = Pieces(ACCENTED, np.zeros((size, 2), np.int8), np.ones(size, np.float16))
    assert [ACCENTED[number] for number in pieces.word(word).pieces] == wanted.split()


@pytest.mark.parametrize(("word", "wanted"), WRITTEN, ids=[ascii(word) for word, _ in WRITTEN])
def test_case_of(word: str, wanted: int) -> None:
    assert case_of(word) == wanted
    assert _pieces().word(word).case == wanted


@given(st.text(st.sampled_from("protesersu.,-'12500jon中éÉŞ 🔥\u0301\u200d"), min_size=1, max_size=12))
def test_word_pieces_spell_the_word(word: str) -> None:
    found = [VOCABULARY[number] for number in _pieces().word(word).pieces]
    assert found
    if "[UNK]" not in found:
        bare = "".join(
            c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) not in ("Mn", "Cf")
        )
        assert "".join(piece.removeprefix("##") for piece in found) == bare.replace(" ", "")


@given(st.text(min_size=1))
def test_word_reads_any_text(word: str) -> None:
    assert 1 <= len(_pieces().word(word).pieces) <= 64


def test_word_reads_no_more_of_a_word_than_it_must() -> None:
    assert len(_pieces().word("-" * 3000).pieces) == 64
    assert _pieces().word("s" * 101).pieces == (1,)


def test_vectors_are_rows_times_their_scales() -> None:
    pieces = _pieces()
    found = pieces.vectors(np.array([[0, 5], [7, 7]]))
    assert found.shape == (2, 2, 2)
    assert found.dtype == np.float32
    scale = float(np.float16(np.linspace(0.5, 2, len(VOCABULARY))[7]))
    assert found[1, 0].tolist() == pytest.approx([14 * scale, 15 * scale])


def test_load_maps_the_table(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    np.save(tmp_path / "pieces.npy", np.zeros((len(VOCABULARY), 2), dtype=np.int8))
    np.save(tmp_path / "scales.npy", np.ones(len(VOCABULARY), dtype=np.float16))
    assert Pieces.load(tmp_path).word("19").pieces == (VOCABULARY.index("19"),)


@pytest.mark.parametrize(
    ("vocabulary", "rows", "told"),
    [(VOCABULARY[1:], len(VOCABULARY) - 1, r"lacks \[PAD\]"), (VOCABULARY, 3, "3 vectors")],
    ids=["no padding", "table too short"],
)
def test_pieces_refuse_what_does_not_fit(vocabulary: tuple[str, ...], rows: int, told: str) -> None:
    with pytest.raises(ReaderError, match=told):
        Pieces(vocabulary, np.zeros((rows, 2), dtype=np.int8), np.ones(rows, dtype=np.float16))
