"""${message}"""

import sqlalchemy as sa
from alembic import op

from quipu.errors import RecordError
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")
