"""The record's folder: where things lie, who may read them, original bytes, and the lock of the one builder."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quipu.errors import RecordError
from quipu.model import Snapshot, sha256_hex

DATABASE = "record.sqlite"
LOCK = "record.lock"
ORIGINALS = "originals"
SNAPSHOTS = "snapshots"
OURS = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", LOCK, ORIGINALS, SNAPSHOTS}

# SQLite's write-ahead log shares memory between processes, which these cannot give.
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs"}
PATIENCE = 10.0
"""Seconds that a command waits for another that is writing: a coder's decision takes less, a build may take hours."""
_A_MOMENT = 0.05


class Folder:
    """One record's folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = path / DATABASE

    def make(self) -> None:
        """Makes the folder and an empty database file, readable by its owner alone.

        Raises:
            RecordError: the folder holds other things, cannot be made, or lies on a network file system.
        """
        with _refusals(self.path):
            if self.path.is_dir() and (others := {p.name for p in self.path.iterdir()} - OURS):
                example = sorted(others)[0]
                raise RecordError(
                    f"holds other things ({example!r}) and no record; name a new or empty folder", where=str(self.path)
                )
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.check_place()
            os.close(os.open(self.database, os.O_RDWR | os.O_CREAT, 0o600))

    def check_place(self) -> None:
        """Raises `RecordError` where the folder lies on a network file system."""
        kind = _file_system(self.path.resolve())
        if kind in _NETWORK:
            raise RecordError(f"lies on a network file system ({kind}); use a local disk", where=str(self.path))

    @contextmanager
    def lock(self, patience: float = PATIENCE) -> Iterator[None]:
        """Holds the one builder's lock; it falls when the process ends, however it ends.

        Args:
            patience: seconds to wait for another process that holds it.

        Raises:
            RecordError: another process holds it, and still does after `patience` seconds.
        """
        with _refusals(self.path):
            handle = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            self._take(handle, time.monotonic() + patience)
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
            yield
        finally:
            os.close(handle)

    def _take(self, handle: int, until: float) -> None:
        """Takes the lock as soon as it is free; `until` is by the monotonic clock."""
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except OSError as error:
                if time.monotonic() >= until:
                    raise RecordError(
                        f"another process{_holder(handle)} is writing to this record; wait for it to end",
                        where=str(self.path),
                        code="record_locked",
                    ) from error
            time.sleep(_A_MOMENT)

    def original(self, sha256: str) -> Path:
        """Where the original bytes with this digest lie."""
        return self.path / ORIGINALS / sha256[:2] / sha256

    def snapshot(self, name: str) -> Path:
        """Where the WARC file of this name lies."""
        return self.path / SNAPSHOTS / f"{name}.warc.gz"

    def keep(self, path: Path, data: bytes) -> None:
        """Writes `data` at `path` unless it is there: whole or not at all, on disk when this returns, read-only."""
        if path.exists():
            return
        with _refusals(path):
            for shelf in (path.parent.parent, path.parent):
                shelf.mkdir(mode=0o700, exist_ok=True)
            passing = path.with_name(f".{path.name}.{os.getpid()}")
            with suppress(FileNotFoundError):
                passing.unlink()
            handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            passing.replace(path)
            _sync(path.parent)

    def keep_snapshot(self, snapshot: Snapshot) -> None:
        """Keeps the original bytes under their digest.

        Raises:
            RecordError: the bytes are not those that the digest names, or cannot be written.
        """
        if snapshot.data is None:
            return
        path = self.original(snapshot.sha256)
        if not path.exists():
            if sha256_hex(snapshot.data) != snapshot.sha256:
                raise RecordError("the original bytes do not have their digest", where=snapshot.source)
            self.keep(path, snapshot.data)

    def originals(self) -> Iterator[Path]:
        """Every original kept."""
        for shelf in sorted((self.path / ORIGINALS).glob("??")):
            yield from sorted(p for p in shelf.iterdir() if not p.name.startswith("."))


def file_sha256(path: Path) -> str:
    """Hex SHA-256 of a file's bytes."""
    return sha256_hex(path.read_bytes())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _holder(handle: int) -> str:
    told = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
    return f" (process {told})" if told.isdigit() else ""


@contextmanager
def _refusals(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RecordError(f"cannot write: {error.strerror or error}", where=str(path)) from error


def _file_system(path: Path) -> str | None:
    """The type of the file system that holds `path`, where the system says so."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    mounts = [(parts[1], parts[2]) for parts in map(str.split, lines) if len(parts) > 2]
    holding = [(len(at), kind) for at, kind in mounts if path.is_relative_to(at.replace("\\040", " "))]
    return max(holding)[1] if holding else None
