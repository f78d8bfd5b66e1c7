"""Every sentence of the demonstration reports is our own: no run of eight words is shared with collected texts."""

import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.reports import visible
from demo.shape import load

SHARED = Path(os.environ.get("QUIPU_SHARED") or Path(__file__).parents[2] / "../shared")
RUN = 8


def runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def others() -> Iterator[tuple[str, str]]:
    """(where, text) of the seed reports and of every development document."""
    for path in sorted(SHARED.glob("seeds/*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    for path in sorted(SHARED.glob("bench/dev/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from ((path.name, str(json.loads(line).get("text") or "")) for line in lines)


@pytest.mark.shared
def test_corpus_shares_no_run_of_eight_words() -> None:
    if not (SHARED / "seeds").is_dir():
        pytest.skip(f"SKIPPED: no texts to compare with under {SHARED}; set QUIPU_SHARED")
    ours = {run: doc.key for doc in load().documents for run in runs(visible(doc.key))}
    assert [(where, ours[run], run) for where, text in others() for run in runs(text) & ours.keys()] == []


def test_runs_finds_a_copied_sentence() -> None:
    line = "Two dogs slept in the shade of a lorry all day."
    assert runs(line) & runs("It is said: two dogs slept in the shade of a lorry.")
    assert not runs(line) & runs("Two dogs slept in the shade of the lorry all day.")
