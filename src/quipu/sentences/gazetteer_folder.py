"""Where the gazetteers that a user has added lie, and which there are."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from quipu.sentences.gazetteer_file import open_gazetteer

SUFFIX = ".bin"
FOLDER = "QUIPU_GAZETTEER"
"""The environment variable that names another folder."""


@dataclass(frozen=True, slots=True)
class Added:
    """One added gazetteer, as its own header tells: `kind` is `geonames`, `areas` or `pcodes`; `source` the name of the
    file it was made from and `sha256` that file's hash; `added_at` RFC 3339 UTC; rows are counted."""

    name: str
    path: Path
    kind: str
    source: str
    sha256: str
    added_at: str
    places: int
    passed_over: int = 0
    refused: int = 0
    without_point: int = 0


def gazetteer_folder() -> Path:
    """`$QUIPU_GAZETTEER`, else `gazetteer` in the user's data folder of quipu; it need not be there."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else user_data_path("quipu", appauthor=False) / "gazetteer"


def added_gazetteers(folder: Path | None = None) -> tuple[Added, ...]:
    """What is in the folder, the first added first.

    Raises:
        BadGazetteer: a file in it is damaged or of another version.
    """
    folder = gazetteer_folder() if folder is None else folder
    paths = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    found = (read_added(path) for path in paths if not path.name.startswith("."))
    return tuple(sorted(found, key=lambda added: (added.added_at, added.name)))


def read_added(path: Path) -> Added:
    """What a file's header says of it."""
    columns = open_gazetteer(path)
    header = columns.header
    kind, source, sha256, at = (str(header.get(name, "")) for name in ("kind", "source", "sha256", "added_at"))
    counts = (int(header.get(name, 0)) for name in ("passed_over", "refused", "without_point"))
    return Added(path.name.removesuffix(SUFFIX), path, kind, source, sha256, at, len(columns.column["id"]), *counts)
