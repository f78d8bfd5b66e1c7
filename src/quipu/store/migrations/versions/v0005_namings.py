"""By which of several contested words reports call a thing."""

import sqlalchemy as sa
from alembic import op

from quipu.errors import RecordError

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "namings",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("concept", sa.Text(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text()),
        sa.Column("speaker_start", sa.Integer()),
        sa.Column("speaker_end", sa.Integer()),
        sa.Column("quoted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_namings_document_documents"),
        sa.PrimaryKeyConstraint("seq", name="pk_namings"),
    )
    op.create_index("ix_namings_by_offset", "namings", ["document", "start", "end", "seq"])


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")
