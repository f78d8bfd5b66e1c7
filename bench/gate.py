"""Measures the gate before the reader: `python bench/gate.py [SET …] [--width narrow] [--limit N] [--reader NAME]`.

For each development set: the share of sentences (and tokens) that pass, the share of gold and of quipu's own claims and
attributions whose sentence passes, and the time of the gate and of the reader with and without it, in CPU milliseconds
per 600 tokens. Own claims found only in sentences that the gate keeps out are what the gate may cost.
"""

import argparse
import gzip
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quipu.claims import read_claims
from quipu.model import Claim, Document, Sentence, Span
from quipu.sentences import read_sentences
from quipu.sentences.readers import NONE, Reader, open_reader
from quipu.sentences.readers.gate import NARROW, OPEN, WIDE, gate_of, let_through

SETS = ("crisis_claims", "casualties_dev", "police_dev", "attributions_dev", "types_dev", "gva_dev", "times_dev_es")
_ARTICLE = 600
Row = dict[str, Any]


def main() -> int:
    """Measures and prints; 2 where there is nothing to measure."""
    options = _options()
    folder = options.shared / "bench" / "dev"
    if not folder.is_dir():
        print(f"SKIPPED: no development sets under {folder} (set QUIPU_SHARED)")
        return 2
    figures = {name: _measured(folder / f"{name}.jsonl.gz", options) for name in options.sets or SETS}
    for name, found in figures.items():
        print(name, *(f"  {key:<34} {value}" for key, value in found.items()), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"any of {', '.join(SETS)} (default: all)")
    shared = Path(os.environ.get("QUIPU_SHARED", Path(__file__).parents[2] / "shared"))
    parser.add_argument("--shared", type=Path, default=shared, help="where bench/dev lies [env: QUIPU_SHARED]")
    parser.add_argument("--width", choices=[WIDE, NARROW], default=WIDE, help="of the gate (default wide)")
    parser.add_argument("--limit", type=int, default=200, help="documents of each set (default 200)")
    parser.add_argument("--reader", help="also time this reader with and without the gate, such as small")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    return parser.parse_args()


def _measured(path: Path, options: argparse.Namespace) -> dict[str, float | int | str]:
    """One set's figures. Shares are of what there is: "n/a" where a set has none."""
    counts: Counter[str] = Counter()
    plain = open_reader(NONE, "en")
    for row in _rows(path, options.limit):
        language = row.get("language") or "en"
        reading = read_sentences(Document("d", row["text"], language=language), reader=plain, gate=OPEN)
        sentences = [sent for sent in reading.sentences if sent.tokens and not sent.furniture]
        gate_of(language, options.width)  # Compiled once in a process; what is timed is asking it.
        passed = _timed(counts, "gate", lambda s=sentences, code=language: let_through(s, code, options.width))
        counts.update(documents=1, sentences=len(sentences), passed=len(passed))
        counts.update(tokens=_tokens(sentences), passed_tokens=_tokens(passed))
        claims = [claim.span for claim in read_claims(reading) if isinstance(claim, Claim)]
        for kind, spans in (("own claims", claims), *_gold(row)):
            counts[kind] += len(spans)
            counts[f"{kind} passed"] += sum(_in(passed, span) for span in spans)
        if options.reader:
            _time_reader(counts, open_reader(options.reader, language), row["text"], sentences, passed)
    return _figures(counts)


def _gold(row: Row) -> Iterator[tuple[str, list[Span]]]:
    """What a set's gold says of stretches of text, by kind."""
    gold = row["gold"]
    if "claims" in gold:
        yield "gold claims", [Span(one["start"], one["end"]) for one in gold["claims"]]
    if "attributions" in gold:
        cues = [part for one in gold["attributions"] for part in one["cue"][:1]]
        yield "gold cues of attribution", [Span(one["start"], one["end"]) for one in cues]
    for label in ("KILL", "ARREST", "FORCE"):
        if "sentences" in gold:
            told = [one for one in gold["sentences"] if one["labels"][label]]
            yield f"gold sentences {label}", [Span(one["start"], one["end"]) for one in told]


def _figures(counts: Counter[str]) -> dict[str, float | int | str]:
    figures: dict[str, float | int | str] = {key: counts[key] for key in ("documents", "sentences", "tokens")}
    figures["share of sentences passed"] = _share(counts["passed"], counts["sentences"])
    figures["share of tokens passed"] = _share(counts["passed_tokens"], counts["tokens"])
    for kind in [key.removesuffix(" passed") for key in counts if key.endswith(" passed")]:
        figures[f"recall of {kind} ({counts[kind]:,})"] = _share(counts[f"{kind} passed"], counts[kind])
    for key in [key for key in counts if key.endswith(" ns")]:
        figures[f"{key.removesuffix(' ns')}, ms per {_ARTICLE}"] = round(
            counts[key] / 1e6 / max(1, counts["tokens"]) * _ARTICLE, 3
        )
    return figures


def _share(part: int, whole: int) -> float | str:
    return round(part / whole, 4) if whole else "n/a"


def _time_reader(
    counts: Counter[str], reader: Reader, text: str, sentences: Sequence[Sentence], passed: Sequence[Sentence]
) -> None:
    """The reader over all sentences and over those that passed, in turn."""
    _timed(counts, "reader on all", lambda: reader.read(text, sentences))
    _timed(counts, "reader behind the gate", lambda: reader.read(text, passed))


def _timed(counts: Counter[str], name: str, work: Callable[[], Any]) -> Any:
    begun = time.process_time_ns()
    result = work()
    counts[f"{name} ns"] += time.process_time_ns() - begun
    return result


def _in(sentences: Sequence[Sentence], span: Span) -> bool:
    """Whether a stretch of text begins or lies in one of the sentences."""
    return any(sent.span.meets(span) for sent in sentences)


def _tokens(sentences: Sequence[Sentence]) -> int:
    return sum(len(sent.tokens) for sent in sentences)


def _rows(path: Path, limit: int) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number >= limit:
                return
            yield json.loads(line)


if __name__ == "__main__":
    sys.exit(main())
