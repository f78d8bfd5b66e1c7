"""What is derived: copies, origins, events and the lists made of them."""

import sqlalchemy as sa
from alembic import op

from quipu.errors import RecordError

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _happenings()
    _lists()
    op.execute("INSERT INTO derived (seq, state, link, counts) VALUES (1, 'fresh', 0, '{}')")


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")


def _happenings() -> None:
    _derived()
    _copies()
    _copied_passages()
    _origins()
    _event_codes()
    _events()
    _event_claims()


def _derived() -> None:
    op.create_table(
        "derived",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("link", sa.Integer(), nullable=False),
        sa.Column("linked_at", sa.Text()),
        sa.Column("made_by", sa.Text()),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_derived"),
    )


def _copies() -> None:
    op.create_table(
        "copies",
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_copies_document_documents"),
        sa.PrimaryKeyConstraint("document", name="pk_copies"),
    )


def _copied_passages() -> None:
    op.create_table(
        "copied_passages",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_copied_passages_document_documents"),
        sa.PrimaryKeyConstraint("seq", name="pk_copied_passages"),
    )
    op.create_index("ix_copied_passages_by_offset", "copied_passages", ["document", "start"])


def _origins() -> None:
    op.create_table(
        "origins",
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "claim"], ["claims.document", "claims.id"], name="fk_origins_document_claim_claims"
        ),
        sa.PrimaryKeyConstraint("document", "claim", name="pk_origins"),
    )


def _event_codes() -> None:
    op.create_table(
        "event_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("founder", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_event_codes"),
        sa.UniqueConstraint("founder", name="uq_event_codes_founder"),
    )


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("begin", sa.Date()),
        sa.Column("finish", sa.Date()),
        sa.Column("day", sa.Date()),
        sa.Column("dayless", sa.Boolean(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["event_codes.code"], name="fk_events_id_event_codes"),
        sa.PrimaryKeyConstraint("seq", name="pk_events"),
        sa.UniqueConstraint("id", name="uq_events_id"),
    )
    op.create_index("ix_events_by_day", "events", ["dayless", "day", "id"])
    op.create_index("ix_events_type", "events", ["type"])


def _event_claims() -> None:
    op.create_table(
        "event_claims",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "claim"], ["claims.document", "claims.id"], name="fk_event_claims_document_claim_claims"
        ),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_event_claims_event_events"),
        sa.PrimaryKeyConstraint("event", "claim", name="pk_event_claims"),
    )
    op.create_index("ix_event_claims_claim", "event_claims", ["claim"])


def _lists() -> None:
    op.create_table(
        "tallies",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_tallies"),
    )
    op.create_table(
        "disputes",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_disputes"),
    )
    op.create_table(
        "timeline",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("begin", sa.Date()),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_timeline_event_events"),
        sa.PrimaryKeyConstraint("seq", name="pk_timeline"),
    )
    op.create_table(
        "registers",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_registers_event_events"),
        sa.PrimaryKeyConstraint("seq", name="pk_registers"),
    )
    op.create_index("ix_registers_register", "registers", ["register"])
