"""Adding a source as a gazetteer of the user's, and taking it away again."""

import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quipu.errors import BadInput, NotFound, UsageError
from quipu.sentences.gazetteer import Gazetteer, world
from quipu.sentences.gazetteer_file import BadGazetteer, Row
from quipu.sentences.gazetteer_folder import SUFFIX, Added, gazetteer_folder, read_added
from quipu.sentences.gazetteer_write import write_sorted
from quipu.sentences.gazetteers.parse import Source, Wanted, open_source
from quipu.sentences.gazetteers.points import AreaTable, completed, joined_areas
from quipu.sentences.gazetteers.rows import BadRow
from quipu.sentences.gazetteers.spill import Spill

ORIGIN = {
    "geonames": "GeoNames (https://www.geonames.org), CC BY 4.0",
    "areas": "GeoNames (https://www.geonames.org), CC BY 4.0",
    "pcodes": "a list of place codes; its publisher's licence holds",
}
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_STEP = 500
_DEFAULT = Wanted()


@dataclass(frozen=True, slots=True)
class Told:
    """Whom to tell: lines read (so many more), and each row that was refused."""

    on_lines: Callable[[int], None] = lambda lines: None
    on_refused: Callable[[BadRow], None] = lambda error: None


def add_gazetteer(
    source: Path,
    wanted: Wanted = _DEFAULT,
    told: Told | None = None,
    *,
    now: datetime,
    name: str | None = None,
    overwrite: bool = False,
) -> Added:
    """Compiles a source into the user's folder; from then on `find_places` knows its places. Whole or not at all.

    Args:
        source: a GeoNames dump or list of area codes, or a list of place codes; plain, gzip'd or zipped.
        now: the time of adding. Where two gazetteers know a place, the one that was added later is asked.
        name: what it is listed as; the file's name without its endings where None.
        overwrite: whether one of that name may be replaced.

    Raises:
        UsageError: the name is taken, or cannot be a file's.
        BadInput: the source cannot be read, or none of its rows can (`no_rows`).
        BadGazetteer: it has more kinds or areas than a file can number.
    """
    target = _target(source, name, overwrite)
    told = told or Told()
    digest = _sha256(source)
    known = world()
    reading = open_source(source, wanted)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=target.parent) as scratch:
        whole = Path(scratch) / "whole"
        with Spill(Path(scratch) / "rows") as spill:
            about = _read(reading, spill, told)
            about |= {"source": source.name, "sha256": digest, "added_at": now.astimezone(UTC).isoformat()}
            areas = joined_areas(reading.areas.table(), known)
            write_sorted(whole, _completed(spill.rows(), areas, known, about), spill.names(), areas, about)
        _put(whole, target)
    world.cache_clear()
    return read_added(target)


def remove_gazetteer(name: str) -> Added:
    """Takes an added gazetteer away; adding its source again brings it back. A damaged one can be removed too.

    Raises:
        NotFound: none of that name has been added.
    """
    path = gazetteer_folder() / f"{name}{SUFFIX}"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise NotFound("no gazetteer of that name has been added; see quipu gazetteer list", where=name)
    try:
        added = read_added(path)
    except BadGazetteer:
        added = Added(name, path, "damaged", "", "", "", 0)
    path.unlink()
    world.cache_clear()
    return added


def _target(source: Path, name: str | None, overwrite: bool) -> Path:
    chosen = source.name.split(".")[0] if name is None else name
    if not _NAME.fullmatch(chosen):
        raise UsageError(f"{chosen[:80]!r} cannot name a gazetteer; give --name with letters, digits, - and _")
    path = gazetteer_folder() / f"{chosen}{SUFFIX}"
    if path.exists() and not overwrite:
        raise UsageError(f"{chosen} has been added already; give --replace, or another --name")
    return path


def _sha256(source: Path) -> str:
    try:
        with open(source, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise BadInput("no such file; check the path", where=str(source), code="not_found") from error
    except OSError as error:
        raise BadInput(f"cannot be read ({error.strerror or error})", where=str(source), code="unreadable") from error


def _read(reading: Source, spill: Spill, told: Told) -> dict[str, Any]:
    """All rows into the spill; what the file's header says of them."""
    taken = refused = said = 0
    for row in reading.rows():
        if isinstance(row, Row) and not spill.add(row):
            message = f"GeoNames id {row.geonameid} stands further up already"
            row = BadRow(message, where=f"{reading.path}:{reading.lines}", code="duplicate")
        if isinstance(row, BadRow):
            refused += 1
            told.on_refused(row)
        else:
            taken += 1
        if reading.lines - said >= _STEP:
            told.on_lines(reading.lines - said)
            said = reading.lines
    told.on_lines(reading.lines - said)
    if not taken:
        message = f"no row could be taken ({refused:,} refused, {reading.passed_over:,} of other kinds)"
        raise BadInput(message, where=str(reading.path), code="no_rows")
    counts = {"passed_over": reading.passed_over, "refused": refused}
    return {"origin": ORIGIN[reading.kind], "kind": reading.kind, **counts}


def _completed(rows: Iterator[Row], areas: AreaTable, known: Gazetteer, about: dict[str, Any]) -> Iterator[Row]:
    """The rows with what is known of them; counts into the header, which is written last, those without a point."""
    about["without_point"] = 0
    for row in rows:
        whole = completed(row, areas[row.admin1][1], known)
        about["without_point"] += whole.lat is None
        yield whole


def _put(passing: Path, target: Path) -> None:
    """Moves a written file to its place at once; after a power cut there is the old one, the new one or none."""
    with open(passing, "rb") as file:
        os.fsync(file.fileno())
    os.replace(passing, target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
