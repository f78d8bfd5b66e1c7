"""The worker process: takes text out of hostile pages and PDFs with little memory, one job after another.

Run as `python -m quipu.documents.worker`. A job is a line of JSON ({"kind", "size", "seconds", …}) and `size` bytes;
the answer is a line of JSON. It ends when its input ends, so it never outlives the intake that started it.
"""

import json
import logging
import resource
import signal
import sys
from typing import Any, BinaryIO

from quipu.documents.extracted import Extracted, refused

# Seconds after the intake's own limit at which a job ends the worker even if nobody is left to kill it.
GRACE = 5.0


def main() -> None:
    """Answers jobs from standard input until it ends."""
    limit = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable(logging.CRITICAL)
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while line := jobs.readline():
        job = json.loads(line)
        answer = _answer(job, jobs)
        answers.write(json.dumps(answer.fields()).encode("utf-8", "surrogatepass") + b"\n")
        answers.flush()


def _answer(job: dict[str, Any], jobs: BinaryIO) -> Extracted:
    data = jobs.read(job["size"])
    signal.setitimer(signal.ITIMER_REAL, job["seconds"] + GRACE)
    try:
        return _extract(job, data)
    except MemoryError:
        return refused("extractor_failed", "it needs more memory than is allowed; simplify the file")
    except RecursionError:
        return refused("extractor_failed", "it is nested too deeply; simplify the file")
    except Exception as error:
        # The libraries inside meet hostile input; whatever they raise is a fact about the input, not a reason to stop.
        return refused("extractor_failed", f"the extractor failed ({type(error).__name__}); give its text as .txt")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _extract(job: dict[str, Any], data: bytes) -> Extracted:
    # Imported late: a worker that reads only PDFs need not load the page extractor, nor the other way round.
    if job["kind"] == "pdf":
        from quipu.documents.pdf import read_pdf

        return read_pdf(data)
    from quipu.documents.page import read_page

    return read_page(data, job.get("url"), job.get("charset"))


if __name__ == "__main__":
    main()
