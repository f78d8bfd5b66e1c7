"""The only room that knows the order: sources → record, JSON Lines → answers."""

from quipu.engine.build import build_record
from quipu.engine.lines import read_jsonl
from quipu.engine.link import made_by, rebuild_derived, undo_run
from quipu.engine.options import BuildOptions
from quipu.engine.progress import Progress, Silent

__all__ = [
    "BuildOptions",
    "Progress",
    "Silent",
    "build_record",
    "made_by",
    "read_jsonl",
    "rebuild_derived",
    "undo_run",
]
