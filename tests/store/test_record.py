"""Opening a record: made, found, refused."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from quipu.errors import RecordError
from quipu.store import Store
from quipu.store.database import told
from quipu.store.folder import Folder
from quipu.store.migrate import HEAD, KNOWN, MIGRATIONS
from quipu.store.schema_derived import metadata
from store.nouns import make_filing, make_record


def _not_there(folder: Path) -> None:
    pass


def _a_file(folder: Path) -> None:
    folder.write_text("words", encoding="utf-8")


def _no_database(folder: Path) -> None:
    folder.mkdir()
    (folder / "record.sqlite").write_bytes(b"this is not a database, whatever its name says" * 100)


def _another_database(folder: Path) -> None:
    folder.mkdir()
    with sqlite3.connect(folder / "record.sqlite") as connection:
        connection.execute("CREATE TABLE stamps (country TEXT)")
    connection.close()


def _a_newer_record(folder: Path) -> None:
    make_record(folder).close()
    _execute(folder, "UPDATE alembic_version SET version_num = '9999'")


def _a_cut_off_record(folder: Path) -> None:
    make_record(folder, make_filing(claims=50)).close()
    path = folder / "record.sqlite"
    path.write_bytes(path.read_bytes()[:6000])
    for name in ("record.sqlite-wal", "record.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)


REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing": (_not_there, "no record here"),
    "a file": (_a_file, "is a file"),
    "no database": (_no_database, "cannot be read"),
    "another database": (_another_database, "not a quipu record"),
    "newer": (_a_newer_record, "made by a newer quipu"),
    "cut off": (_a_cut_off_record, "cannot be read"),
}


def _execute(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "record.sqlite")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(("spoil", "said"), REFUSED.values(), ids=REFUSED)
def test_record_refuses_what_is_none(tmp_path: Path, spoil: Callable[[Path], None], said: str) -> None:
    spoil(tmp_path / "record")
    with pytest.raises(RecordError, match=said) as caught:
        Store.open(tmp_path / "record")
    assert caught.value.where == str(tmp_path / "record")


def test_record_is_not_made_among_other_things(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(RecordError, match=r"holds other things \('thesis.txt'\)"):
        Store.open(tmp_path, create=True)
    assert os.listdir(tmp_path) == ["thesis.txt"]


def test_record_is_not_made_on_a_network_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quipu.store.folder._file_system", lambda path: "nfs4")
    with pytest.raises(RecordError, match="network file system"):
        Store.open(tmp_path / "record", create=True)


def test_record_is_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        store = make_record(tmp_path / "record", make_filing())
        Folder(store.folder.path).keep(store.folder.original("ab" * 32), b"bytes")
    finally:
        os.umask(before)
    for path in [store.folder.path, *store.folder.path.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    assert stat.S_IMODE(store.folder.original("ab" * 32).stat().st_mode) == 0o400
    store.close()


def test_record_schema_is_what_migrations_make(tmp_path: Path) -> None:
    with make_record(tmp_path / "record") as store, store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    script = ScriptDirectory(str(MIGRATIONS))
    assert script.get_heads() == [HEAD]


ADDED = {
    "0002": (
        "registers", "timeline", "disputes", "tallies", "event_claims", "events", "event_codes",
        "origins", "copied_passages", "copies", "derived",
    ),
    "0003": ("days", "told_days"),
    "0004": ("conflicts", "judged", "decisions"),
    "0005": ("namings",),
    "0006": (),
    "0007": (),
}  # fmt: skip
"""Tables by the schema that brought them, each before those that it points at."""


@pytest.mark.parametrize("version", KNOWN[:-1])
def test_record_of_an_older_schema_is_brought_up(tmp_path: Path, version: str) -> None:
    make_record(tmp_path / "record", make_filing()).close()
    for table in [name for added in reversed(ADDED) if added > version for name in ADDED[added]]:
        _execute(tmp_path / "record", f"DROP TABLE {table}")
    _execute(tmp_path / "record", f"UPDATE alembic_version SET version_num = '{version}'")
    with Store.open(tmp_path / "record") as store:
        with store.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
            assert MigrationContext.configure(connection).get_current_revision() == HEAD
        view = store.view()
        assert [filed.document.id for filed in view.documents()] == ["a"]
        made = (view.events(), view.days(), view.decisions(), view.judged(), view.conflicts(), view.namings())
        assert [list(one) for one in made] == [[]] * 6


@pytest.mark.parametrize("version", [version for version in KNOWN if "0002" <= version < "0007"])
def test_record_of_an_older_schema_makes_its_registers_anew(tmp_path: Path, version: str) -> None:
    make_record(tmp_path / "record", make_filing()).close()
    for table in [name for added in reversed(ADDED) if added > version for name in ADDED[added]]:
        _execute(tmp_path / "record", f"DROP TABLE {table}")
    line = '{"begin":null,"claims":[],"details":[["type","vote"]],"event":"v-1","register":"votes","subject":"x"}'
    columns = "(seq, register, event, payload)"
    _execute(tmp_path / "record", f"INSERT INTO registers {columns} VALUES (1, 'votes', 'v-1', '{line}')")
    _execute(tmp_path / "record", "UPDATE derived SET state = 'fresh'")
    _execute(tmp_path / "record", f"UPDATE alembic_version SET version_num = '{version}'")
    with Store.open(tmp_path / "record") as store:
        assert list(store.view().registers()) == []
        assert store.view().is_stale()


def test_record_knows_every_schema_and_what_it_added() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    assert [one.revision for one in script.walk_revisions()] == list(reversed(KNOWN))
    assert list(ADDED) == list(KNOWN[1:])


def test_record_is_written_by_one_at_a_time(tmp_path: Path) -> None:
    with make_record(tmp_path / "record") as store, Store.open(tmp_path / "record") as other, store.writer():
        with pytest.raises(RecordError, match=rf"another process \(process {os.getpid()}\) is writing") as caught:
            other.writer(patience=0.1).__enter__()
        assert caught.value.code == "record_locked"
    with Store.open(tmp_path / "record") as store, store.writer() as writer:
        assert writer.known("a") is None


def test_record_waits_for_another_that_is_nearly_done(tmp_path: Path) -> None:
    with make_record(tmp_path / "record") as store, Store.open(tmp_path / "record") as other:
        first = store.writer()
        first.__enter__()
        ending = Timer(0.3, first.__exit__, (None, None, None))
        ending.start()
        with other.writer(patience=20) as writer:
            assert writer.known("a") is None
        ending.join()


def test_record_can_be_read_while_it_is_written(tmp_path: Path) -> None:
    with make_record(tmp_path / "record", make_filing("a")) as store, store.writer() as writer:
        before = store.view()
        assert [filed.document.id for filed in before.documents()] == ["a"]
        writer.add_documents("run-1", [make_filing("b")])
        assert [filed.document.id for filed in before.documents()] == ["a"]
        assert [filed.document.id for filed in store.view().documents()] == ["a", "b"]


def test_record_keeps_no_lock_of_a_process_that_died(tmp_path: Path) -> None:
    make_record(tmp_path / "record").close()
    code = (
        "import os, sys; from quipu.store import Store; s = Store.open(sys.argv[1]); "
        "s.writer().__enter__(); os.kill(os.getpid(), 9)"
    )
    died = subprocess.run([sys.executable, "-c", code, str(tmp_path / "record")], check=False)
    assert died.returncode == -9
    with Store.open(tmp_path / "record") as store, store.writer() as writer:
        assert writer.known("a") is None


def test_record_can_be_moved(tmp_path: Path) -> None:
    make_record(tmp_path / "record", make_filing()).close()
    shutil.move(tmp_path / "record", tmp_path / "elsewhere with spaces")
    with Store.open(tmp_path / "elsewhere with spaces") as store:
        assert store.view().document("a").document.id == "a"


TOLD = {
    "database is locked": ("try again", "record"),
    "unable to open database file": ("cannot be written to", "record_read_only"),
    "attempt to write a readonly database": ("cannot be written to", "record_read_only"),
    "disk I/O error": ("cannot be read", "record"),
}


@pytest.mark.parametrize(("said", "told_as"), TOLD.items(), ids=TOLD)
def test_record_tells_what_a_database_says(said: str, told_as: tuple[str, str]) -> None:
    error = OperationalError("", {}, sqlite3.OperationalError(said))

    def ask() -> None:
        with told("here"):
            raise error

    with pytest.raises(RecordError, match=told_as[0]) as caught:
        ask()
    assert caught.value.code == told_as[1]
