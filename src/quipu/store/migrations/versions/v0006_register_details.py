"""Register lines state the claims behind each detail: older ones are dropped, and the next build makes them anew."""

from alembic import op

from quipu.errors import RecordError

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE derived SET state = 'stale' WHERE EXISTS (SELECT 1 FROM registers)")
    op.execute("DELETE FROM registers")


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")
