"""Builds a record and kills itself with SIGKILL before the n-th SQL statement (0: never); prints how many there were.

Run by test_kill.py in a process of its own: killed_build.py SOURCE RECORD N
"""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event

from quipu.engine import BuildOptions, build_record

done = 0
fatal = int(sys.argv[3])


def count(*_call: object) -> None:
    """Dies at the appointed statement, wherever in a transaction that is."""
    global done
    done += 1
    if done == fatal:
        os.kill(os.getpid(), signal.SIGKILL)


event.listen(Engine, "before_cursor_execute", count)
run = build_record([sys.argv[1]], Path(sys.argv[2]), BuildOptions(batch_documents=10, batch_seconds=3600))
sys.stdout.write(f"{done} {run.status}\n")
