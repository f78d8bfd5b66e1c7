"""What persons decide of claims and events, and what follows from it."""

import sqlalchemy as sa
from alembic import op

from quipu.errors import RecordError

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _decisions()
    _judged()
    _conflicts()


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("withdrawn_at", sa.Text()),
        sa.Column("withdrawn_by", sa.Text()),
        sa.PrimaryKeyConstraint("seq", name="pk_decisions"),
        sa.UniqueConstraint("id", name="uq_decisions_id"),
    )


def _judged() -> None:
    op.create_table(
        "judged",
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("edited", sa.JSON()),
        sa.ForeignKeyConstraint(
            ["document", "claim"], ["claims.document", "claims.id"], name="fk_judged_document_claim_claims"
        ),
        sa.ForeignKeyConstraint(["decision"], ["decisions.seq"], name="fk_judged_decision_decisions"),
        sa.PrimaryKeyConstraint("document", "claim", name="pk_judged"),
    )


def _conflicts() -> None:
    op.create_table(
        "conflicts",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decisions.seq"], name="fk_conflicts_decision_decisions"),
        sa.PrimaryKeyConstraint("seq", name="pk_conflicts"),
    )
