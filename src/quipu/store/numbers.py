"""Row numbers: counted up by the one writer, inside its transaction."""

from sqlalchemy import Connection, Table, func, select


def next_number(connection: Connection, table: Table) -> int:
    """One more than the highest `seq` in use, 1 in an empty table."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.seq), 0))).scalar_one()) + 1
