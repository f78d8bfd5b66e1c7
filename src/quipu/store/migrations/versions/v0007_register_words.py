"""Register lines without an event (quotations): older lines are dropped, and the next build makes them anew."""

import sqlalchemy as sa
from alembic import op

from quipu.errors import RecordError

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE derived SET state = 'stale' WHERE EXISTS (SELECT 1 FROM registers)")
    op.execute("DELETE FROM registers")
    with op.batch_alter_table("registers") as table:
        table.alter_column("event", existing_type=sa.Text(), nullable=True)


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")
