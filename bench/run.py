"""Scores the development sets and keeps the floors: `make bench`, or `python bench/run.py --help`.

Runs the public commands (`quipu read`, `build`, `events`, `timeline`) on each set's documents, without their gold, and
the sets' own scorers on what comes out. A figure below its floor fails the run; `--update` raises floors;
`--allow-regression` with `--update` also lowers them, which wants a reason in the commit message.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# Figures are deterministic; this only forgives the last printed digit.
EPSILON = 0.0005
QUIPU = [sys.executable, "-m", "quipu"]

Set = Mapping[str, Any]


def main() -> int:
    """Score, compare, say; 1 when a floor broke or a document was lost, 2 when the sets are not there."""
    options = _options()
    sets = yaml.safe_load((HERE / "sets.yml").read_text(encoding="utf-8"))
    wanted = options.sets or list(sets)
    if unknown := set(wanted) - set(sets):
        print(f"no such set: {', '.join(sorted(unknown))}; there are {', '.join(sets)}")
        return 2
    if not (options.shared / "bench" / "dev").is_dir():
        print(f"SKIPPED: no development sets under {options.shared}/bench/dev (set QUIPU_SHARED)")
        return 2
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    broken = [line for name in wanted for line in _measure(name, sets[name], options, floors)]
    if options.update:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(["", *broken]) if broken else "\nevery floor holds")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these sets (default: all)")
    shared = Path(os.environ.get("QUIPU_SHARED", HERE.parent.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=shared, help="where bench/dev lies [env: QUIPU_SHARED]")
    parser.add_argument("--update", action="store_true", help="raise floors to the figures seen")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: also lower floors")
    parser.add_argument("--keep", type=Path, help="keep the outputs in this folder, for reading errors by eye")
    return parser.parse_args()


def _measure(name: str, spec: Set, options: argparse.Namespace, floors: dict[str, Any]) -> Iterator[str]:
    """One set: run, score, print, compare; yields what is broken."""
    gold = options.shared / "bench" / "dev" / f"{name}.jsonl.gz"
    with tempfile.TemporaryDirectory() as scratch:
        work = options.keep / name if options.keep else Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        documents = _inputs(gold, options.shared, work)
        begun = time.process_time(), time.monotonic()
        outputs = NEEDS[spec["needs"]](gold, work)
        wall = time.monotonic() - begun[1]
        scores = _scored(spec, gold, outputs, options.shared)
        lost = _lost(work, documents)
    figures = {key: _at(scores, path) for key, path in spec["figures"].items()}
    print(f"\n{name}  ({documents:,} documents, {documents / wall:,.1f} a second of wall time, {lost} lost)")
    if lost:
        yield f"{name}: {lost} documents lost"
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()
    floor = floors.setdefault(name, {"gold_sha256": digest, "figures": {}})
    if floor["gold_sha256"] != digest:
        yield f"{name}: the gold set changed; its floors are not comparable (delete them and --update)"
    for key, value in figures.items():
        yield from _compared(f"{name}.{key}", key, value, floor["figures"], options)


def _compared(
    where: str, key: str, value: float | None, floor: dict[str, float], options: argparse.Namespace
) -> Iterator[str]:
    before = floor.get(key)
    said = "none" if value is None else f"{value:.4f}"
    print(f"  {key:<22} {said:>8}" + (f"   floor {before:.4f}" if before is not None else "   (new)"))
    seen = round(value or 0.0, 4)
    fell = before is not None and seen < before - EPSILON
    if options.update and (not fell or options.allow_regression):
        floor[key] = seen
    elif fell:
        yield f"{where}: {seen:.4f} is below its floor {before:.4f}"


def _inputs(gold: Path, shared: Path, work: Path) -> int:
    """The set's documents without their gold, as docs.jsonl; how many."""
    target = work / "docs.jsonl"
    script = shared / "bench" / "score_layers.py"
    subprocess.run([sys.executable, script, "inputs", gold, target], check=True, stdout=subprocess.DEVNULL)
    with target.open("rb") as lines:
        return sum(1 for _ in lines)


def _read(gold: Path, work: Path) -> list[str]:
    _quipu("read", work / "docs.jsonl", "-o", work / "read.jsonl", "-q")
    return [str(work / "read.jsonl")]


def _events(gold: Path, work: Path) -> list[str]:
    _read(gold, work)
    _quipu("build", work / "docs.jsonl", "-r", work / "record", "-q", "--no-report")
    _quipu("events", "-r", work / "record", "-f", "jsonl", to=work / "events.jsonl")
    return [str(work / "events.jsonl"), "--read", str(work / "read.jsonl")]


def _timeline(gold: Path, work: Path) -> list[str]:
    """One record a topic, since a timeline is of one crisis."""
    topics = {}
    _read(gold, work)
    for number, topic in enumerate(_topics(gold)):
        docs = work / f"topic-{number}.jsonl"
        docs.write_text("".join(json.dumps(row) + "\n" for row in topic["documents"]), encoding="utf-8")
        _quipu("build", docs, "-r", work / f"record-{number}", "-q", "--no-report")
        _quipu("timeline", "-r", work / f"record-{number}", "--days", "-f", "json", to=work / "timeline.json")
        entries = json.loads((work / "timeline.json").read_text(encoding="utf-8"))
        topics[topic["topic"]] = [
            {
                "date": e["day"],
                "text": "\n".join(" ".join(q["words"].split()) for q in e["sentences"]),
                "score": e["salience"],
            }
            for e in entries
        ]
    (work / "topics.json").write_text(json.dumps(topics), encoding="utf-8")
    return [str(work / "topics.json")]


NEEDS = {"read": _read, "events": _events, "timeline": _timeline}


def _topics(gold: Path) -> Iterator[dict[str, Any]]:
    import gzip

    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _quipu(*arguments: str | Path, to: Path | None = None) -> None:
    """One public command; exit 3 (some inputs refused) is looked at by `_lost`."""
    with (to or Path(os.devnull)).open("wb") as out:
        done = subprocess.run([*QUIPU, *map(str, arguments)], stdout=out, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"quipu {' '.join(map(str, arguments))}: exit {done.returncode}")


def _scored(spec: Set, gold: Path, outputs: list[str], shared: Path) -> Any:
    script = shared / "bench" / spec["scorer"]
    done = subprocess.run(
        [sys.executable, script, spec["mode"], gold, *outputs, "--json"], check=True, stdout=subprocess.PIPE
    )
    return json.loads(done.stdout)


def _lost(work: Path, documents: int) -> int:
    """Input lines that `quipu read` answered with an error, or not at all."""
    with (work / "read.jsonl").open(encoding="utf-8") as lines:
        answered = sum("error" not in json.loads(line) for line in lines)
    return documents - answered


def _at(scores: Any, path: list[str]) -> float | None:
    for key in path:
        scores = scores[key]
    return None if scores is None else float(scores)


if __name__ == "__main__":
    sys.exit(main())
