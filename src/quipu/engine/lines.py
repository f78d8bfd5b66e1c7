"""`quipu read`: JSON Lines in, one answer per line out, in the same order; nothing is stored."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quipu.documents import read_json_lines
from quipu.engine.progress import Progress, Silent
from quipu.engine.reading import Read, failure_of, read_document
from quipu.errors import BadInput
from quipu.export.interface import error_row, reading_row
from quipu.model import Document, Refusal

STDIO = "-"
_SILENT = Silent()


def read_jsonl(source: Path | str, target: Path | str, progress: Progress = _SILENT) -> int:
    """Reads the documents of a JSON Lines file and writes a line for each, errors included (bench/INTERFACE.md).

    A target file appears when all is written, not before. Nothing that a line holds raises.

    Args:
        source: a path, or `-` for standard input.
        target: a path, or `-` for standard output.
        progress: told of every line.

    Returns:
        How many lines were answered with an error.

    Raises:
        BadInput: the source cannot be opened, or the target cannot be written.
    """
    refused = 0
    with _source(source) as lines, _target(target) as out:
        progress.start("reading", None if str(source) == STDIO else _line_count(Path(source)))
        for item in read_json_lines(lines, str(source)):
            line, is_refused = _answer(item)
            out.write(line)
            refused += is_refused
            progress.advance()
        progress.done()
    return refused


def _answer(item: Document | Refusal) -> tuple[bytes, bool]:
    """The line that answers one input line, and whether it is an error."""
    read = item if isinstance(item, Refusal) else read_document(item)
    if isinstance(item, Document) and isinstance(read, Read):
        try:
            return _line(reading_row(read.reading, read.claims)), False
        except Exception as error:
            read = failure_of(item, error)
    assert isinstance(read, Refusal)
    return _line(error_row(read)), True


def _line(row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


@contextmanager
def _source(source: Path | str) -> Iterator[BinaryIO]:
    if str(source) == STDIO:
        yield sys.stdin.buffer
        return
    with _opened(lambda: open(source, "rb"), source) as file:
        yield file


@contextmanager
def _target(target: Path | str) -> Iterator[BinaryIO]:
    """Writes beside the target and puts it in its place at the end."""
    if str(target) == STDIO:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    passing = path.with_name(f".{path.name}.part")
    try:
        with _opened(lambda: open(passing, "wb"), target) as file:
            yield file
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)


@contextmanager
def _opened(open_it: Callable[[], BinaryIO], name: Path | str) -> Iterator[BinaryIO]:
    try:
        file = open_it()
    except FileNotFoundError as error:
        raise BadInput("no such file or folder; check the path", where=str(name), code="not_found") from error
    except OSError as error:
        message = f"cannot be opened ({error.strerror or error}); check its permissions"
        raise BadInput(message, where=str(name), code="unreadable") from error
    with file:
        yield file


def _line_count(path: Path) -> int:
    """About how many lines there are, for a progress bar."""
    with open(path, "rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
