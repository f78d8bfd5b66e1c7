"""Sources as people write them — files, folders, globs, `-`, URLs — to the single things to read, in a fixed order."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quipu.documents.bounded import CHUNK, Inflated
from quipu.documents.fetch import is_url
from quipu.documents.kind import suffix_of
from quipu.errors import BadInput
from quipu.model import Refusal

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to read: a path, a URL or `-`. `folder` is the given folder that it was found in."""

    name: str
    folder: str | None = None


def find_sources(source: str) -> Iterator[Found | Refusal]:
    """What one source stands for. A folder gives its files, sorted, hidden ones left out, linked folders once."""
    if source == STDIN or is_url(source):
        yield Found(source)
    elif os.path.isdir(source):
        yield from _walk(source)
    elif not os.path.lexists(source) and glob.has_magic(source):
        yield from _expand(source)
    else:
        yield Found(source)


def count_documents(sources: Sequence[str]) -> int | None:
    """About how many documents there will be, for a progress bar: files, and lines of JSON Lines. None where that
    cannot be told beforehand (standard input, WARC archives)."""
    total = 0
    for source in sources:
        for found in find_sources(source):
            count = 1 if isinstance(found, Refusal) or is_url(found.name) else _count(found.name)
            if count is None:
                return None
            total += count
    return total


def open_file(path: str) -> int:
    """A descriptor of a regular file; never waits for the other end of a pipe.

    Raises:
        BadInput: `not_found`, or `unreadable` for what is no regular file or must not be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadInput("no such file or folder; check the path", code="not_found") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise BadInput(f"cannot be opened ({reason}); check its permissions", code="unreadable") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise BadInput("not a regular file; pipe it in and give - as the source", code="unreadable")
    return descriptor


def shown(name: str) -> str:
    """A path as it can be printed and stored: bytes of a file name that are no UTF-8 are escaped."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _walk(top: str) -> Iterator[Found | Refusal]:
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    is_barren = True
    while waiting:
        folder = waiting.pop()
        try:
            entry = os.stat(folder)
            if (entry.st_dev, entry.st_ino) in seen:
                continue
            seen.add((entry.st_dev, entry.st_ino))
            names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
        except OSError as error:
            yield Refusal(shown(folder), "unreadable", f"cannot be opened ({error.strerror}); check its permissions")
            is_barren = False
            continue
        paths = [os.path.join(folder, name) for name in names]
        files = [path for path in paths if not os.path.isdir(path)]
        waiting += reversed([path for path in paths if os.path.isdir(path)])
        yield from (Found(path, top) for path in files)
        is_barren = is_barren and not files
    if is_barren:
        yield Refusal(shown(top), "no_documents", "the folder holds no files; check the path")


def _expand(pattern: str) -> Iterator[Found | Refusal]:
    """A glob that the shell did not expand; `**` means any depth, links to folders and hidden files left out."""
    base, parts = _split(pattern)
    try:
        # pathlib, because glob follows links within `**`, and two that lead in circles are 2^40 paths.
        matches = sorted(path for path in base.glob("/".join(parts)) if _is_wanted(path, base, pattern))
    except (ValueError, OSError):
        matches = []
    if not matches:
        yield Refusal(shown(pattern), "not_found", "nothing matches this pattern; check it")
    covered: list[str] = []
    for match in map(str, matches):
        # `**` gives a folder and then what is in it: once is enough.
        if any(match.startswith(folder) for folder in covered):
            continue
        if os.path.isdir(match):
            covered.append(match.rstrip("/") + "/")
        yield from find_sources(match) if os.path.isdir(match) else (Found(match),)


def _split(pattern: str) -> tuple[Path, list[str]]:
    """The folder before the first part with a wildcard, and the parts from there."""
    parts = Path(pattern).parts
    first = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:first]), list(parts[first:])


def _is_wanted(path: Path, base: Path, pattern: str) -> bool:
    """Hidden files and folders only where the pattern itself names one, as shells do."""
    return "/." in f"/{pattern}" or not any(part.startswith(".") for part in path.relative_to(base).parts)


def _count(name: str) -> int | None:
    """Documents in one file; None for what cannot be counted cheaply."""
    if name == STDIN or suffix_of(name.removesuffix(".gz")) == "warc":
        return None
    if suffix_of(name.removesuffix(".gz")) not in ("jsonl", "ndjson", "jsonlines"):
        return 1
    try:
        with open(open_file(name), "rb", buffering=0) as file:
            lines = Inflated(file, CHUNK) if name.endswith(".gz") else file
            count, last = 0, b"\n"
            while piece := lines.read(CHUNK):
                count, last = count + piece.count(b"\n"), piece
    except (BadInput, OSError):
        return 1
    return count + (not last.endswith(b"\n"))
