"""Days: the sentences that tell of one, and the list of days made of them."""

import sqlalchemy as sa
from alembic import op

from quipu.errors import RecordError

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _told_days()
    op.create_table(
        "days",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_days"),
    )


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")


def _told_days() -> None:
    op.create_table(
        "told_days",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("words_start", sa.Integer()),
        sa.Column("words_end", sa.Integer()),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_told_days_document_documents"),
        sa.PrimaryKeyConstraint("seq", name="pk_told_days"),
    )
    op.create_index("ix_told_days_by_offset", "told_days", ["document", "start", "end"])
    op.create_index("ix_told_days_by_day", "told_days", ["day", "document", "start", "seq"])
