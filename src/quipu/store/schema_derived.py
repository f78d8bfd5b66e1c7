"""The tables of a record that follow from claims and decisions: emptied and filled again whole, in one transaction.

With these every table is registered in `metadata`, which migrations and tests ask for here.
"""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, ForeignKeyConstraint, Index, Integer, Text

from quipu.store.schema import claims, decisions, documents
from quipu.store.schema_parts import listing, make_table, metadata, number, place
from quipu.store.verbatim import Verbatim

__all__ = ["metadata"]

# One row: whether the derived tables follow from the claims as they are (`fresh`) or not (`stale`).
derived = make_table(
    "derived",
    number(),
    Column("state", Text, nullable=False),
    Column("link", Integer, nullable=False),
    Column("linked_at", Text),
    # The version and the words that linking used.
    Column("made_by", Text),
    Column("counts", JSON, nullable=False),
)

copies = make_table(
    "copies",
    Column("document", Integer, ForeignKey(documents.c.seq), primary_key=True, autoincrement=False),
    Column("original", Verbatim, nullable=False),
)

copied_passages = make_table(
    "copied_passages",
    number(),
    *place(),
    Column("original", Verbatim, nullable=False),
    Index("ix_copied_passages_by_offset", "document", "start"),
)

# Claims that a person's decision holds for: what it makes of them.
judged = make_table(
    "judged",
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("claim", Text, primary_key=True),
    Column("standing", Text, nullable=False),
    Column("decision", Integer, ForeignKey(decisions.c.seq), nullable=False),
    # The claim as edited; null where it stands as read.
    Column("edited", JSON(none_as_null=True)),
    ForeignKeyConstraint(["document", "claim"], [claims.c.document, claims.c.id]),
)

# Only claims whose source is not their own document.
origins = make_table(
    "origins",
    Column("document", Integer, primary_key=True, autoincrement=False),
    Column("claim", Text, primary_key=True),
    Column("origin", Verbatim, nullable=False),
    ForeignKeyConstraint(["document", "claim"], [claims.c.document, claims.c.id]),
)

# Kept for ever: a code that was given once leads to its founding claim, and so to the event that claim is part of now.
event_codes = make_table(
    "event_codes",
    Column("code", Text, primary_key=True),
    Column("founder", Text, nullable=False, unique=True),
)

events = make_table(
    "events",
    number(),
    Column("id", Text, ForeignKey("event_codes.code"), nullable=False, unique=True),
    Column("type", Text, nullable=False, index=True),
    Column("begin", Date),
    Column("finish", Date),
    Column("day", Date),
    Column("dayless", Boolean, nullable=False),
    Column("payload", JSON, nullable=False),
    Index("ix_events_by_day", "dayless", "day", "id"),
)

event_claims = make_table(
    "event_claims",
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("claim", Text, primary_key=True, index=True),
    Column("document", Integer, nullable=False),
    ForeignKeyConstraint(["document", "claim"], [claims.c.document, claims.c.id]),
)

tallies = listing("tallies", Column("what", Text, nullable=False), Column("scope", Verbatim, nullable=False))
disputes = listing("disputes", Column("kind", Text, nullable=False))
timeline = listing("timeline", Column("event", Text, ForeignKey("events.id"), nullable=False), Column("begin", Date))
days = listing("days", Column("day", Date, nullable=False))
registers = listing(
    "registers",
    Column("register", Text, nullable=False, index=True),
    Column("event", Text, ForeignKey("events.id"), nullable=False),
)
conflicts = listing("conflicts", Column("decision", Integer, ForeignKey(decisions.c.seq), nullable=False))

# In the order in which they may be emptied. `judged` is not among them: `Draft.replace_judged` compares old and new.
DERIVED = (
    conflicts, registers, days, timeline, disputes, tallies, event_claims, events, origins, copied_passages, copies,
)  # fmt: skip
