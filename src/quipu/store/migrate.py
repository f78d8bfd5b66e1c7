"""Bringing a record's schema up to this version, and refusing what a newer quipu wrote."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from quipu.errors import RecordError
from quipu.store.database import writing

# The newest file under migrations/versions; a test keeps the two together.
HEAD = "0007"
KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006", HEAD)
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, where: str) -> None:
    """Runs the migrations that are missing, in one transaction.

    Raises:
        RecordError: the file is a database but no record, or a newer quipu wrote it.
    """
    with engine.connect() as connection:
        if _version(connection, where) == HEAD:
            return
    with engine.connect() as connection, writing(connection):
        if _version(connection, where) != HEAD:
            _upgrade(connection)


def _version(connection: Connection, where: str) -> str | None:
    """The schema version of the record; None where there is nothing yet."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables or "documents" not in tables:
        raise RecordError("this database is not a quipu record", where=where)
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version not in KNOWN:
        raise RecordError(
            f"made by a newer quipu (schema {version}, this one knows {HEAD}); upgrade quipu",
            where=where,
            code="record_newer",
        )
    return str(version)


def _upgrade(connection: Connection) -> None:
    # Imported here: it takes a tenth of a second that a command on an up-to-date record need not pay.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
