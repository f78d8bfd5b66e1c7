"""The lines of a gazetteer's source: a plain file, gzip'd, or the one table in a zip archive."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from quipu.documents.bounded import CHUNK, MAX_RATIO, Inflated, Replayed, read_lines, told_bytes
from quipu.errors import BadInput

MOST_LINE = 1 << 17
"""Bytes. GeoNames' longest field, the alternate names, has at most 10,000 characters."""
MOST_BYTES = 4 << 30
"""Unpacked. The dump of the whole world has 1.7 GB."""
TABLES = (".txt", ".csv", ".tsv")
GZIP, ZIP = b"\x1f\x8b\x08", b"PK\x03\x04"


@contextmanager
def open_table(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a source, unpacked as they are read.

    Raises:
        BadInput: `not_found`, `unreadable`, `truncated`, `too_large`, `encrypted`, or `unsupported` for an archive that
            does not hold just one table. While reading too.
    """
    try:
        with open(path, "rb") as file:
            head = file.read(4)
            file.seek(0)
            if head == ZIP:
                with zipfile.ZipFile(file) as archive, archive.open(_table(archive)) as member:
                    yield cast("BinaryIO", member)
            elif head[:3] == GZIP:
                yield cast("BinaryIO", io.BufferedReader(Replayed(b"", Inflated(file, CHUNK))))
            else:
                yield file
    except BadInput as error:
        raise BadInput(error.message, where=error.where or str(path), code=error.code) from error
    except FileNotFoundError as error:
        raise BadInput("no such file; check the path", where=str(path), code="not_found") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise BadInput(f"a damaged archive ({error}); get it again", where=str(path), code="truncated") from error
    except OSError as error:
        raise BadInput(f"cannot be read ({error.strerror or error})", where=str(path), code="unreadable") from error


def _table(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The archive's one table; GeoNames puts a `readme.txt` beside it."""
    names = [one for one in archive.infolist() if one.filename.lower().endswith(TABLES)]
    tables = [one for one in names if Path(one.filename).stem.lower() != "readme"]
    if len(tables) != 1:
        found = ", ".join(one.filename[:60] for one in tables[:5]) or "none"
        raise BadInput(f"the archive must hold one table, and holds {found}; unpack it", code="unsupported")
    (table,) = tables
    if table.flag_bits & 1:
        raise BadInput("the archive is encrypted; unpack it", code="encrypted")
    if table.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadInput("the archive is packed in a way that is not read; unpack it", code="unsupported")
    if table.file_size > max(CHUNK, MAX_RATIO * table.compress_size):
        raise BadInput(f"it unpacks to more than {MAX_RATIO} times its size; unpack and check it", code="too_large")
    return table


def read_table(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines without their ends, a byte order mark left out; None in place of one over `MOST_LINE` bytes.

    Raises:
        BadInput: as `open_table`.
    """
    size = 0
    with open_table(path) as file:
        for number, line in read_lines(file, MOST_LINE):
            size += len(line or b"") or MOST_LINE
            if size > MOST_BYTES:
                raise BadInput(f"it has more than {told_bytes(MOST_BYTES)}; split it", code="too_large")
            bare = line and line.rstrip(b"\r\n")
            yield number, bare.removeprefix(b"\xef\xbb\xbf") if bare and number == 1 else bare


def count_lines(path: Path) -> int:
    """How many lines there are, for a progress bar. Raises as `open_table`."""
    with open_table(path) as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
