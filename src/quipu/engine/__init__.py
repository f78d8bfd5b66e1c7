"""The only room that knows the order: sources → record, JSON Lines → answers."""

from quipu.engine.build import build_record
from quipu.engine.decision_lines import decision_row, read_decisions
from quipu.engine.judge import (
    Coder,
    Taken,
    edit_claim,
    file_decision,
    file_decisions,
    judge_claims,
    merge_events,
    split_event,
    undo_decision,
)
from quipu.engine.lines import read_jsonl
from quipu.engine.link import made_by, rebuild_derived, undo_run
from quipu.engine.options import BuildOptions
from quipu.engine.progress import Progress, Silent

__all__ = [
    "BuildOptions",
    "Coder",
    "Progress",
    "Silent",
    "Taken",
    "build_record",
    "decision_row",
    "edit_claim",
    "file_decision",
    "file_decisions",
    "judge_claims",
    "made_by",
    "merge_events",
    "read_decisions",
    "read_jsonl",
    "rebuild_derived",
    "split_event",
    "undo_decision",
    "undo_run",
]
