"""Everything in order: `python -m training.make --data CORPORA [--work FOLDER] [--out FOLDER]`, or `make weights`.

Fits the English network in three phases, teaches a network of three layers from it, starts the Spanish one from it,
and exports them. About two hours on one core of 2026, with bfloat16 in the processor. What is there already in the work
folder is not made again. `make weights` then scores the networks and writes the model cards.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

READER = Path(__file__).parents[1] / "src" / "quipu" / "sentences" / "data" / "reader"
PHASES: tuple[tuple[str, Sequence[str]], ...] = (
    # Everything learns at once; the rate is still high when it stops, so that the next phase has something to do.
    ("en-first", ("--epochs", "7", "--stop", "5", "--rate", "2e-4")),
    ("en-second", ("--start", "en-first", "--epochs", "3", "--rate", "1e-4")),
    # Words get their last piece; the rows of word pieces stay, so that the smaller network can share them.
    ("en-six", ("--start", "en-second", "--ends", "--rows", "0", "--epochs", "4", "--rate", "8e-5", "--seed", "11")),
    (
        "en-three",
        ("--teacher", "en-second", "--layers", "3", "--ends", "--epochs", "5", "--rate", "2e-4", "--seed", "11"),
    ),
    (
        "es-six",
        ("--language", "es", "--start", "en-second", "--pieces", "8000", "--batch", "700", "--rate", "2e-4",
         "--rows", "2.5", "--epochs", "8", "--replay", "0.5"),
    ),
)  # fmt: skip
TRIAL = ("--limit", "200", "--watch", "40", "--epochs", "1", "--stop", "1")
"""What makes every phase short, to try the road: figures are then worth nothing."""
EXPORTS = (("en-six", "en", "six"), ("en-three", "en", "three"), ("es-six", "es", "six"))


def main() -> int:
    """Runs what is missing, in order; stops at the first command that fails and gives its exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder of corpora")
    parser.add_argument("--work", type=Path, default=Path("out/training"), help="where the networks in float32 go")
    parser.add_argument("--out", type=Path, default=READER, help="where the artefacts of the languages go")
    parser.add_argument("--version", default="1", help="told by the weights")
    parser.add_argument("--trial", action="store_true", help="fit each phase on 200 sentences; give --work and --out")
    options = parser.parse_args()
    if options.trial and options.out.resolve() == READER.resolve():
        parser.error("a trial must not write over the weights that ship: give --out")
    for name, words in PHASES:
        if not (options.work / name / "done").exists():
            given = [str(options.work / word) if word in dict(PHASES) else word for word in words]
            given += TRIAL if options.trial else ()
            if _ran("training.fit", "--data", options.data, "--out", options.work / name, *given):
                return 1
            (options.work / name / "done").touch()
    for name, language, net in EXPORTS:
        places = ("--weights", options.work / name, "--out", options.out / language)
        if _ran("training.export", *places, "--name", net, "--language", language, "--version", options.version):
            return 1
    return 0


def _ran(module: str, *words: object) -> int:
    command = [sys.executable, "-m", module, *(str(word) for word in words)]
    print("$", " ".join(command[1:]), flush=True)
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
