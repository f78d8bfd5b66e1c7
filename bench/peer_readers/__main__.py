"""Reads documents with one public peer, in the peers' own environment: `python bench/peer_readers PEER DOCS OUT`.

DOCS is what `quipu read` takes, OUT holds the same fields for the layer that the peer reads. Prints one JSON object:
the processor seconds of reading (loading left out, child processes included), the words read, the packages' versions.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from registry import PEERS

Row = dict[str, Any]
Reader = Callable[[list[Row]], Iterator[Row]]


def main() -> int:
    name, docs, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    module, opener, packages = PEERS[name]
    rows = [json.loads(line) for line in docs.read_text(encoding="utf-8").split("\n") if line.strip()]
    read: Reader = getattr(import_module(module), opener)()
    begun = _processor_seconds()
    found = list(read(rows))
    seconds = _processor_seconds() - begun
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
    words = sum(len(row["text"].split()) for row in rows)
    print(
        json.dumps({"cpu_s": seconds, "words": words, "versions": {package: version(package) for package in packages}})
    )
    return 0


def _processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    sys.exit(main())
