"""The clock of the stages: what it adds up, and what it leaves out."""

from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"
ROW = {"text": "Two men died in Puno on Friday, the mayor said. Shops were shut.", "language": "en", "published": None}


def test_speed_adds_every_stage_but_tokens_which_splitting_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    import speed

    figures = speed.measure([ROW, ROW])
    parts = [figures[stage]["seconds"] for stage in figures if stage not in ("tokens", "all")]
    assert {"split", "tokens", "times", "places", "actors", "attributions", "quantities", "claims"} <= figures.keys()
    assert figures["all"]["seconds"] == pytest.approx(sum(parts))
    assert min(parts) > 0
    whole = figures["all"]
    words = 2 * len(ROW["text"].split())
    assert whole["words_a_second"] == pytest.approx(words / whole["seconds"])
    assert whole["ms"] == pytest.approx(1000 * whole["seconds"] / words * speed.ARTICLE_WORDS)
