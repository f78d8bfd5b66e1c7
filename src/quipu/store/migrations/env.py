"""Alembic's environment: the connection is handed over by `migrate.py`; there is no ini file."""

from alembic import context

from quipu.store.schema_derived import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    # pysqlite's own transactions are off (database.py), so that schema changes really are one transaction.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
