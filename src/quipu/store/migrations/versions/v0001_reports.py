"""What was read: runs, documents, claims, refusals, judgements, and the audit log that cannot be changed."""

import sqlalchemy as sa
from alembic import op

from quipu.errors import RecordError

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_GUARDED = "audit is append-only"


def upgrade() -> None:
    _runs_and_texts()
    _documents()
    _claims()
    _beside()
    _guard_audit()


def downgrade() -> None:
    raise RecordError("a record is never taken back to an older schema; restore a backup")


def _runs_and_texts() -> None:
    op.create_table(
        "runs",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.Text()),
        sa.Column("quipu_version", sa.Text(), nullable=False),
        sa.Column("lexicon_hash", sa.Text(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_runs"),
        sa.UniqueConstraint("id", name="uq_runs_id"),
    )
    op.create_table(
        "snapshots",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_snapshots"),
    )
    op.create_index("ix_snapshots_sha256", "snapshots", ["sha256"])
    op.create_table(
        "texts",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_texts"),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("run", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("unread", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("published_basis", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("extractor", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.Integer()),
        sa.Column("anchor_day", sa.Date()),
        sa.Column("anchor_basis", sa.Text(), nullable=False),
        sa.Column("anchor_evidence", sa.JSON(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("refused_claims", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.Text()),
        sa.Column("withdrawn_by", sa.Text()),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_documents_run_runs"),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshots.seq"], name="fk_documents_snapshot_snapshots"),
        sa.ForeignKeyConstraint(["text_sha256"], ["texts.sha256"], name="fk_documents_text_sha256_texts"),
        sa.PrimaryKeyConstraint("seq", name="pk_documents"),
    )
    op.create_index("ix_documents_id", "documents", ["id"])
    op.create_index("ix_documents_run", "documents", ["run"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("date_begin", sa.Date()),
        sa.Column("date_finish", sa.Date()),
        sa.Column("date_basis", sa.Text()),
        sa.Column("count_what", sa.Text()),
        sa.Column("count_low", sa.Float()),
        sa.Column("count_high", sa.Float()),
        sa.Column("count_cumulative", sa.Boolean()),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("dayless", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_claims_document_documents"),
        sa.PrimaryKeyConstraint("document", "id", name="pk_claims"),
    )
    op.create_index("ix_claims_by_block", "claims", ["block", "dayless", "day", "id"])
    op.create_index("ix_claims_by_id", "claims", ["id"])
    op.create_index("ix_claims_by_offset", "claims", ["document", "start", "end", "id"])
    op.create_table(
        "refused_claims",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_refused_claims_document_documents"),
        sa.PrimaryKeyConstraint("seq", name="pk_refused_claims"),
    )
    op.create_index("ix_refused_claims_by_offset", "refused_claims", ["document", "start", "end", "seq"])


def _beside() -> None:
    _refusals()
    _sketches()
    _passages()
    _judgements()
    _audit()


def _refusals() -> None:
    op.create_table(
        "refusals",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("run", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("id", sa.Text()),
        sa.Column("resolved_at", sa.Text()),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_refusals_run_runs"),
        sa.PrimaryKeyConstraint("seq", name="pk_refusals"),
    )
    op.create_index("ix_refusals_source", "refusals", ["source"])


def _sketches() -> None:
    op.create_table(
        "sketches",
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("minhash", sa.LargeBinary(), nullable=False),
        sa.Column("scheme_version", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_sketches_document_documents"),
        sa.PrimaryKeyConstraint("document", name="pk_sketches"),
    )


def _passages() -> None:
    op.create_table(
        "passages",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.seq"], name="fk_passages_document_documents"),
        sa.PrimaryKeyConstraint("seq", name="pk_passages"),
    )
    op.create_index("ix_passages_by_offset", "passages", ["document", "start", "end"])
    op.create_index("ix_passages_hash", "passages", ["hash"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("left", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text()),
        sa.Column("withdrawn_at", sa.Text()),
        sa.Column("link", sa.Integer()),
        sa.PrimaryKeyConstraint("seq", name="pk_judgements"),
    )
    op.create_index("ix_judgements_pair", "judgements", ["pair"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )


def _guard_audit() -> None:
    """Changing or deleting audit rows fails in the database itself."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION audit_guard() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_GUARDED}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_guard BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
            "FOR EACH STATEMENT EXECUTE FUNCTION audit_guard()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_no_{change.lower()} BEFORE {change} ON audit "
            f"BEGIN SELECT RAISE(ABORT, '{_GUARDED}'); END"
        )
