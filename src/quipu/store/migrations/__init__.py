"""The record's schema, version by version; `migrate.py` runs what is missing when a record is opened."""
