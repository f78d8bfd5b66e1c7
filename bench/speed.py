"""Processor time of the stages of `sentences/`, and of `claims/`, over news: `python bench/speed.py --help`.

The development sets' articles; one thread, one process; `time.process_time`, so that other work on the machine counts
little. One article of each language is read before, which loads lexicons and the gazetteer. `split` cuts sentences and
tokens; `tokens` is the part of it that cuts tokens, measured alone and not added again. `reader` is the network behind
the gate of the settings, over the articles whose language has weights; it has no row where no weights are installed.
`claims` is the whole room, given readings with trees that are prepared beforehand.
"""

import argparse
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from quipu.claims import read_claims
from quipu.model import Document
from quipu.sentences import read_sentences
from quipu.sentences.actors import find_actors
from quipu.sentences.attributions import find_attributions
from quipu.sentences.places import find_places
from quipu.sentences.quantities import find_quantities
from quipu.sentences.readers import default_reader, has_weights
from quipu.sentences.readers.gate import let_through, width_of_settings
from quipu.sentences.split import split_sentences
from quipu.sentences.times import find_times
from quipu.sentences.tokens import tokenize

HERE = Path(__file__).parent
STAGES = ("split", "tokens", "times", "places", "actors", "attributions", "quantities", "reader", "claims")
ARTICLE_WORDS = 600
SETS = ("times_dev_en", "times_dev_es", "places_dev", "attributions_dev")
Row = dict[str, Any]
Speed = dict[str, dict[str, float]]


def main() -> int:
    """Measure and print; 2 where the sets are absent."""
    options = _options()
    gold = options.shared / "bench" / "dev"
    if not gold.is_dir():
        print(f"SKIPPED: no development sets under {gold} (set QUIPU_SHARED)")
        return 2
    rows = [row for name in SETS for row in articles(gold / f"{name}.jsonl.gz", options.articles)]
    speed = measure(rows)
    Console().print(table(speed, len(rows)))
    if options.json:
        options.json.write_text(json.dumps(speed, indent=1) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    shared = Path(os.environ.get("QUIPU_SHARED", HERE.parent.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=shared, help="where bench/dev lies [env: QUIPU_SHARED]")
    parser.add_argument("--articles", type=int, default=40, help="how many of each set (default: 40)")
    parser.add_argument("--json", type=Path, help="also write the figures here")
    return parser.parse_args()


def articles(gold: Path, count: int) -> list[Row]:
    """Every so-many-th article of a set, `count` in all, without its gold."""
    import gzip

    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        rows = [{key: value for key, value in json.loads(line).items() if key != "gold"} for line in lines]
    return rows[:: max(1, len(rows) // count)][:count]


def measure(rows: Iterable[Row]) -> Speed:
    """For each stage: `seconds` of processor time in all, `words_a_second`, `ms` for an article of 600 words."""
    rows = list(rows)
    for row in {_language(row): row for row in rows}.values():
        _read(row, defaultdict(float))
    seconds: dict[str, float] = defaultdict(float)
    for row in rows:
        _read(row, seconds)
    words = {True: 0, False: 0}
    for row in rows:
        words[has_weights(_language(row))] += len(row["text"].split())
    seconds["all"] = sum(value for stage, value in seconds.items() if stage != "tokens")
    speed = {}
    for stage in (stage for stage in (*STAGES, "all") if seconds[stage]):
        count = words[True] if stage == "reader" else sum(words.values())
        ms = 1000 * seconds[stage] / count * ARTICLE_WORDS
        speed[stage] = {"seconds": seconds[stage], "words_a_second": count / seconds[stage], "ms": ms}
    return speed


def _language(row: Row) -> str:
    return str(row.get("language") or "en")[:2]


def _read(row: Row, seconds: dict[str, float]) -> None:
    """One article through the stages, in their order."""
    text, language = row["text"], _language(row)
    anchor = date.fromisoformat(row["published"]) if row.get("published") else None
    clock = _Clock(seconds)
    sentences = split_sentences(text, language)
    clock.took("split")
    for sentence in sentences:
        tokenize(text, sentence.span)
    clock.took("tokens")
    times = find_times(text, sentences, language, anchor)
    clock.took("times")
    places = find_places(text, sentences, language, title=row.get("title"))
    clock.took("places")
    find_actors(text, sentences, language, places)
    clock.took("actors")
    find_attributions(text, sentences, language)
    clock.took("attributions")
    held = [
        replace(sent, times=tuple(time for time in times if sent.span.holds(time.span)))
        for sent in sentences
        if not sent.furniture
    ]
    clock.skip()
    read = [replace(sent, quantities=find_quantities(text, sent, language)) for sent in held]
    clock.took("quantities")
    if has_weights(language):
        tuple(default_reader(language).read(text, let_through(read, language, width_of_settings())))
        clock.took("reader")
    reading = read_sentences(Document("article", text, row.get("title"), published=anchor, language=language))
    clock.skip()
    tuple(read_claims(reading))
    clock.took("claims")


class _Clock:
    """Processor time since the last call, filed under a stage."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self.seconds, self.last = seconds, time.process_time()

    def took(self, stage: str) -> None:
        now = time.process_time()
        self.seconds[stage] += now - self.last
        self.last = time.process_time()

    def skip(self) -> None:
        self.last = time.process_time()


def table(speed: Speed, articles: int) -> Table:
    """The figures as a table for a terminal."""
    shown = Table(title=f"Stages of sentences/, and claims/; processor time of one core, {articles} articles")
    for heading in ("stage", "words a second", f"ms an article of {ARTICLE_WORDS} words"):
        shown.add_column(heading, justify="left" if heading == "stage" else "right")
    for stage, figures in speed.items():
        shown.add_row(stage, f"{figures['words_a_second']:,.0f}", f"{figures['ms']:.1f}")
    return shown


if __name__ == "__main__":
    sys.exit(main())
