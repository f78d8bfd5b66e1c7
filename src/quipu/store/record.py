"""Opening a record: `Store.open(folder)`, then `.view()` to read and `.writer()` to add."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Engine

from quipu.errors import RecordError
from quipu.store.database import connect, told
from quipu.store.folder import PATIENCE, Folder
from quipu.store.migrate import migrate
from quipu.store.view import View
from quipu.store.writer import Clock, Writer, utc_now


class Store:
    """One record on disk. Views are consistent reads; there is one writer at a time."""

    def __init__(self, engine: Engine, folder: Folder, clock: Clock) -> None:
        self.folder = folder
        self.engine = engine
        self._clock = clock
        self._open = ExitStack()

    @classmethod
    def open(cls, folder: Path | str, *, create: bool = False, clock: Clock = utc_now) -> "Store":
        """Opens the record in `folder`, bringing an older one up to this version.

        Args:
            folder: the record's folder.
            create: make the record where there is none; the folder must then be new or empty.
            clock: gives the time that rows are stamped with.

        Raises:
            RecordError: missing, damaged, locked, not a record, or made by a newer quipu.
        """
        place = Folder(Path(folder))
        _find(place, create=create)
        engine = connect(place.database)
        with told(str(place.path)):
            migrate(engine, str(place.path))
        return cls(engine, place, clock)

    def close(self) -> None:
        """Closes every view that is still open."""
        self._open.close()
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def view(self) -> View:
        """A consistent read of the record as it is now; close it (or the store) when done."""
        with told(str(self.folder.path)):
            view = View(self.engine.connect(), str(self.folder.path))
        self._open.callback(view.close)
        return view

    @contextmanager
    def writer(self, patience: float = PATIENCE) -> Iterator[Writer]:
        """The one writer; holds the record's lock until the block ends.

        Args:
            patience: seconds to wait for another process that is writing.

        Raises:
            RecordError: another process is writing to this record (`record_locked`).
        """
        with self.folder.lock(patience):
            with told(str(self.folder.path)):
                connection = self.engine.connect()
            with connection:
                yield Writer(connection, self.folder, self._clock)


def _find(place: Folder, *, create: bool) -> None:
    if place.path.exists() and not place.path.is_dir():
        raise RecordError("is a file; a record is a folder", where=str(place.path))
    if place.database.is_file():
        place.check_place()
    elif create:
        place.make()
    else:
        raise RecordError(
            "no record here; `quipu build PATH… --record FOLDER` makes one",
            where=str(place.path),
            code="record_missing",
        )
