"""The two real reports: their anchors, and that their page furniture is flagged. Skipped where they are absent."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from quipu.model import AnchorBasis, Document
from quipu.sentences.anchor import find_anchor
from quipu.sentences.split import split_sentences

SEEDS = Path(os.environ.get("QUIPU_SHARED", "../shared")) / "seeds"
CASES = [("000", date(2022, 12, 16), 0), ("002", date(2023, 2, 7), 7)]

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no real reports under {SEEDS} (set QUIPU_SHARED)"),
]


def _text(number: str) -> str:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("number", "day", "within"), CASES, ids=[c[0] for c in CASES])
def test_seeds_anchor_is_inferred_with_evidence(number: str, day: date, within: int) -> None:
    text = _text(number)
    anchor = find_anchor(Document(number, text), split_sentences(text, "en"), "en")
    assert anchor.basis is AnchorBasis.INFERRED
    assert anchor.day is not None
    assert abs(anchor.day - day) <= timedelta(within)
    assert all(span.of(text) for span in anchor.evidence)


@pytest.mark.parametrize(
    ("number", "flagged", "kept"),
    [
        ("000", ["top of page", "Image via", "bottom of page"], ["December 14", "Dec. 12"]),
        (
            "002",
            ["main content", "co-operative", "Fighting fund", "Raised", "We need", "remaining"],
            ["75"],
        ),
    ],
    ids=["000", "002"],
)
def test_seeds_furniture(number: str, flagged: list[str], kept: list[str]) -> None:
    text = _text(number)
    flags = {sentence.span.of(text): sentence.furniture for sentence in split_sentences(text, "en")}
    assert all(flag for words in flagged for sentence, flag in flags.items() if words in sentence)
    assert not any(flag for words in kept for sentence, flag in flags.items() if words in sentence)
    assert all(any(words in sentence for sentence in flags) for words in (*flagged, *kept))
