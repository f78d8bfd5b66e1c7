"""The intake's side of the worker: starts it when first needed, waits as long as allowed, replaces it when it dies."""

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import quipu
from quipu.documents.extracted import Extracted, refused

# A healthy worker is up in about a second; a machine under load gets this much before its start counts as a failure.
START_SECONDS = 30.0
CHUNK = 1 << 16


class Extractor:
    """One worker process, reused from job to job and started anew after a kill. Close it, or use it with `with`."""

    def __init__(self, seconds: float, address_space: int) -> None:
        self._seconds, self._space = seconds, address_space
        self._process: subprocess.Popen[bytes] | None = None
        self.starts = 0
        """How many workers were started; more than one means that some had to be replaced."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def extract(self, kind: str, data: bytes, *, url: str | None = None, charset: str | None = None) -> Extracted:
        """The text of a page ("html") or "pdf"; never raises for what `data` holds.

        Codes of refusals: those of page.py and pdf.py, and `extractor_failed` where the worker hung or died.
        """
        job = {"kind": kind, "size": len(data), "seconds": self._seconds, "url": url, "charset": charset}
        is_new = self._process is None or self._process.poll() is not None
        process = self._start() if is_new else self._process
        assert process is not None
        deadline = time.monotonic() + self._seconds + (START_SECONDS if is_new else 0.0)
        line = _converse(process, json.dumps(job).encode() + b"\n" + data, deadline)
        if line is None:
            hung = process.poll() is None and time.monotonic() >= deadline
            self._kill()
            why = f"took longer than {self._seconds:g} seconds" if hung else "died"
            return refused("extractor_failed", f"the extractor {why} on this file; give its text as .txt")
        return Extracted(**json.loads(line))

    def close(self) -> None:
        """Ends the worker."""
        self._kill()

    def _start(self) -> subprocess.Popen[bytes]:
        self._kill()
        self.starts += 1
        # -P keeps the current folder, which may be anybody's, off the import path.
        command = [sys.executable, "-P", "-m", "quipu.documents.worker", str(self._space)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(os.environ),
            bufsize=0,
        )
        assert self._process.stdin is not None
        os.set_blocking(self._process.stdin.fileno(), False)
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """The worker imports this very quipu, and keeps numerical libraries from reserving memory for threads."""
    home = str(Path(quipu.__file__).parent.parent)
    paths = [home, *filter(None, given.get("PYTHONPATH", "").split(os.pathsep))]
    return {**given, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _converse(process: "subprocess.Popen[bytes]", question: bytes, deadline: float) -> bytes | None:
    """Writes the question and reads one line, or None where the worker dies or the deadline passes."""
    assert process.stdin is not None
    assert process.stdout is not None
    unsent, answer = memoryview(question), bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        selector.register(process.stdin, selectors.EVENT_WRITE)
        while (left := deadline - time.monotonic()) > 0:
            for key, _ in selector.select(left):
                if key.fileobj is process.stdin:
                    unsent = _send(process.stdin, unsent)
                    if not unsent:
                        selector.unregister(process.stdin)
                elif piece := os.read(process.stdout.fileno(), CHUNK):
                    answer += piece
                    if piece.endswith(b"\n"):
                        return bytes(answer)
                else:
                    return None
    return None


def _send(pipe: Any, unsent: memoryview) -> memoryview:
    """Writes what the pipe takes now; nothing is left to send to a worker that is gone."""
    try:
        return unsent[os.write(pipe.fileno(), unsent[:CHUNK]) :]
    except BlockingIOError:
        return unsent
    except BrokenPipeError:
        return unsent[len(unsent) :]
