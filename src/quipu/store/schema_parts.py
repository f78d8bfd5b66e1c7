"""How a table of a record is made: names of keys and indexes, row numbers, and the places that rows tell of."""

from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, MetaData, Table

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def make_table(name: str, *parts: Column[Any] | Index | ForeignKeyConstraint) -> Table:
    return Table(name, metadata, *parts)


def number(name: str = "seq") -> Column[Any]:
    """The row's number, counted up by the one writer."""
    return Column(name, Integer, primary_key=True, autoincrement=False)


def place() -> tuple[Column[Any], ...]:
    """Where in a document a row's words stand: code-point offsets into the stored text."""
    return (
        Column("document", Integer, ForeignKey("documents.seq"), nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
    )


def listing(name: str, *parts: Column[Any] | Index) -> Table:
    """A derived list in its order, each row a noun as JSON."""
    return make_table(name, number(), *parts, Column("payload", JSON, nullable=False))
