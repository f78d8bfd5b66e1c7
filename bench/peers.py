"""quipu and public peers on the same sets with the same scorer: `make peers`, or `python bench/peers.py --help`.

quipu is read through its public command; each peer in its own environment (bench/peers-requirements.txt), so that none
is ever a dependency. What peers answer is kept under out/peers and read again only when the set or the reader changed.
Prints a table and writes bench/peers.json. Words a second are per core; for quipu, of the stage that does the work of
the set (bench/speed.py) with splitting and tokens.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import speed
import treebanks
import yaml
from peer_readers.registry import PEERS
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
ROOT = HERE.parent
FIGURES = HERE / "peers.json"
# What a peer may take for a set, seconds of wall time; a reader that takes longer is told as such.
PATIENCE = 3600
Figures = dict[str, Any]

READERS = HERE / "peer_readers"


def main() -> int:
    """Read, score, print, write; 2 where the sets or the peers' environment are absent."""
    options = _options()
    if not (options.shared / "bench" / "dev").is_dir():
        print(f"SKIPPED: no development sets under {options.shared}/bench/dev (set QUIPU_SHARED)")
        return 2
    if not options.python.exists():
        print(f"SKIPPED: no environment of peers at {options.python} (make peers)")
        return 2
    specs = yaml.safe_load((HERE / "sets.yml").read_text(encoding="utf-8"))
    plan = yaml.safe_load((HERE / "peers.yml").read_text(encoding="utf-8"))
    wanted = options.sets or list(plan["sets"])
    results = {name: dict(_measured(name, specs[name], plan, options)) for name in wanted}
    gold = options.shared / "bench" / "dev"
    rows = [row for name in speed.SETS for row in speed.articles(gold / f"{name}.jsonl.gz", options.articles)]
    stages = speed.measure(rows)
    for name, result in results.items():
        result["quipu"]["words_a_second"] = _together(stages, plan["stages"][name])
    if not options.sets:
        results |= dict(_treebanks(plan["treebanks"], options))
    console = Console(width=options.width)
    for name, result in results.items():
        console.print(_table(name, result))
    console.print(speed.table(stages, len(rows)))
    if not options.sets:
        record = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "command": "make peers", "notes": plan["notes"]}
        record |= {"sets": results, "stages": stages, "python": sys.version.split()[0], "articles": len(rows)}
        FIGURES.write_text(json.dumps(_rounded(record), indent=1) + "\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", metavar="SET", help="only these sets; peers.json is then left as it is")
    shared = Path(os.environ.get("QUIPU_SHARED", ROOT.parent / "shared"))
    parser.add_argument("--shared", type=Path, default=shared, help="where bench/dev lies [env: QUIPU_SHARED]")
    parser.add_argument("--python", type=Path, default=ROOT / "out/peers-venv/bin/python", help="the peers' Python")
    parser.add_argument("--articles", type=int, default=40, help="articles of each set for the stages (default: 40)")
    parser.add_argument("--width", type=int, default=110, help="columns of the tables (default: 110)")
    return parser.parse_args()


def _measured(name: str, spec: Figures, plan: Figures, options: argparse.Namespace) -> Iterator[tuple[str, Figures]]:
    """quipu and each peer of a set, with figures or with why there are none."""
    gold = options.shared / "bench" / "dev" / f"{name}.jsonl.gz"
    work = ROOT / "out" / "peers" / name
    work.mkdir(parents=True, exist_ok=True)
    scorer = options.shared / "bench" / spec["scorer"]
    docs = work / "docs.jsonl"
    subprocess.run([sys.executable, scorer, "inputs", gold, docs], check=True, stdout=subprocess.DEVNULL)
    for peer in ("quipu", *plan["sets"][name]):
        out = work / f"{peer}.jsonl"
        told = _quipu(docs, out) if peer == "quipu" else _peer(peer, docs, out, options.python)
        if "failed" not in told:
            told["figures"] = _scored(spec, scorer, gold, out)
        yield peer, told


def _treebanks(plan: dict[str, list[str]], options: argparse.Namespace) -> Iterator[tuple[str, dict[str, Figures]]]:
    """The official test parts of the reader's corpora, where they are there."""

    def ask(peer: str, docs: Path, out: Path) -> Figures:
        return _peer(peer, docs, out, options.python)

    return treebanks.measure(options.shared / "reader", ROOT / "out" / "peers", plan, ask)


def _quipu(docs: Path, out: Path) -> Figures:
    done = subprocess.run([sys.executable, "-m", "quipu", "read", docs, "-o", out, "-q"], check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"quipu read: exit {done.returncode}")
    return {"versions": {"quipu": version("quipu-ledger")}}


def _peer(peer: str, docs: Path, out: Path, python: Path) -> Figures:
    """What a peer told of its reading, kept beside its output under the key of all that it depends on."""
    kept = out.with_suffix(".json")
    module = PEERS[peer][0]
    sources = sorted(path for path in READERS.iterdir() if path.stem.lower().startswith(module))
    key = hashlib.sha256(b"".join(path.read_bytes() for path in (docs, *sources))).hexdigest()
    if kept.exists() and out.exists():
        told: Figures = json.loads(kept.read_text(encoding="utf-8"))
        if told["key"] == key:
            return told
    try:
        done = subprocess.run(
            [python, READERS, peer, docs, out], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return {"failed": f"not done within {PATIENCE} s"}
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or ["?"])[-1][:200]}
    told = json.loads(done.stdout.splitlines()[-1])
    told |= {"key": key, "words_a_second": told["words"] / max(told["cpu_s"], 0.001)}
    kept.write_text(json.dumps(told), encoding="utf-8")
    return told


def _scored(spec: Figures, scorer: Path, gold: Path, out: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, scorer, spec["mode"], gold, out, "--json"], check=True, stdout=subprocess.PIPE
    )
    scores = json.loads(done.stdout)
    return {key: _at(scores, path) for key, path in spec["figures"].items()}


def _at(scores: Any, path: list[str]) -> float:
    for key in path:
        scores = scores[key]
    return float(scores)


def _together(stages: speed.Speed, stage: str) -> float:
    """Words a second of a stage with the splitting that it needs."""
    return 1 / sum(1 / stages[name]["words_a_second"] for name in ("split", stage))


def _table(name: str, result: dict[str, Figures]) -> Table:
    shown = Table(title=name, title_justify="left")
    figures = list(result["quipu"]["figures"])
    for heading in ("reader", "version", *figures, "words a second"):
        shown.add_column(heading, justify="left" if heading in ("reader", "version") else "right")
    for peer, told in result.items():
        if "failed" in told:
            shown.add_row(peer, f"not run: {told['failed']}", *["–"] * (len(figures) + 1))
            continue
        versions = " ".join(told["versions"].values())
        values = (f"{told['figures'][key]:.3f}" for key in figures)
        shown.add_row(
            peer, versions, *values, f"{told['words_a_second']:,.0f}", style="bold" if peer == "quipu" else ""
        )
    return shown


def _rounded(value: Any) -> Any:
    """The record with floats of four decimals, or none where they are large; without keys of the cache."""
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items() if key != "key"}
    return (round(value) if value > 100 else round(value, 4)) if isinstance(value, float) else value


if __name__ == "__main__":
    sys.exit(main())
