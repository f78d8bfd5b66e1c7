"""Writes the model cards beside the weights: `python -m training.card`. Figures come from `bench/reader.json`."""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from training.make import READER

ROOT = Path(__file__).parents[1]
NETS = {"six": "small-6", "three": "small-3"}
FACTS = {"en": ROOT / "training" / "card_en.md", "es": ROOT / "training" / "card_es.md"}
"""What a person wrote about a language's weights; figures and checksums are put in."""


def main() -> int:
    """Writes `MODEL_CARD.md` into each language's folder."""
    figures = json.loads((ROOT / "bench" / "reader.json").read_text(encoding="utf-8"))
    for language, facts in FACTS.items():
        folder = READER / language
        if not folder.is_dir():
            continue
        text = facts.read_text(encoding="utf-8")
        text = text.replace("{figures}", "\n".join(_table(figures, language)))
        text = text.replace("{files}", "\n".join(_files(folder)))
        (folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")
    return 0


def _table(figures: dict[str, dict[str, float]], language: str) -> Iterator[str]:
    """One row a figure, one column a network."""
    there = {name: figures[f"{key} {language}"] for name, key in NETS.items() if f"{key} {language}" in figures}
    yield "| test part and figure | " + " | ".join(f"{name} layers" for name in there) + " |"
    yield "|---|" + "---|" * len(there)
    for row in next(iter(there.values()), {}):
        yield f"| {row} | " + " | ".join(f"{own.get(row, 0):.2f}" for own in there.values()) + " |"


def _files(folder: Path) -> Iterator[str]:
    yield "| file | bytes | SHA-256 |"
    yield "|---|---|---|"
    for path in sorted(folder.iterdir()):
        if path.suffix != ".md":
            yield f"| {path.name} | {path.stat().st_size:,} | {hashlib.sha256(path.read_bytes()).hexdigest()} |"


if __name__ == "__main__":
    sys.exit(main())
