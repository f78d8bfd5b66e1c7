"""The tables of what was read and decided, in words that SQLite and PostgreSQL both understand.

Invariant: rows are added, never changed, but for a few marks (`withdrawn_at`, `resolved_at`, a run's end). What is
derived from them has its tables in `schema_derived`.
"""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, Text

from quipu.store.schema_parts import make_table, number, place
from quipu.store.verbatim import Verbatim

runs = make_table(
    "runs",
    number(),
    Column("id", Text, nullable=False, unique=True),
    Column("status", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("finished_at", Text),
    Column("quipu_version", Text, nullable=False),
    Column("lexicon_hash", Text, nullable=False),
    Column("inputs", JSON, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("counts", JSON, nullable=False),
)

snapshots = make_table(
    "snapshots",
    number(),
    Column("sha256", Text, nullable=False, index=True),
    Column("source", Verbatim, nullable=False),
    Column("media_type", Verbatim, nullable=False),
    Column("size", Integer, nullable=False),
    # Whether the bytes lie under originals/; intake may give a digest alone.
    Column("kept", Boolean, nullable=False),
    Column("added_at", Text, nullable=False),
)

texts = make_table(
    "texts",
    Column("sha256", Text, primary_key=True),
    # UTF-8 with lone surrogates kept, so that the hash is over these very bytes.
    Column("body", LargeBinary, nullable=False),
)

documents = make_table(
    "documents",
    number(),
    Column("id", Verbatim, nullable=False, index=True),
    Column("text_sha256", Text, ForeignKey("texts.sha256"), nullable=False),
    Column("run", Text, ForeignKey("runs.id"), nullable=False, index=True),
    Column("added_at", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("unread", Text),
    Column("title", Verbatim),
    Column("author", Verbatim),
    Column("publisher", Verbatim),
    Column("published", Date),
    Column("published_basis", Text),
    Column("language", Verbatim),
    Column("url", Verbatim),
    Column("extractor", Verbatim, nullable=False),
    Column("snapshot", Integer, ForeignKey("snapshots.seq")),
    Column("anchor_day", Date),
    Column("anchor_basis", Text, nullable=False),
    Column("anchor_evidence", JSON, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("refused_claims", Integer, nullable=False),
    Column("withdrawn_at", Text),
    # The run that superseded it, or `undo:<run>`.
    Column("withdrawn_by", Text),
)

claims = make_table(
    "claims",
    Column("document", Integer, ForeignKey("documents.seq"), primary_key=True, autoincrement=False),
    Column("id", Text, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("date_begin", Date),
    Column("date_finish", Date),
    Column("date_basis", Text),
    Column("count_what", Text),
    Column("count_low", Float),
    Column("count_high", Float),
    Column("count_cumulative", Boolean),
    # The other fields with their spans, as codec.py writes them.
    Column("fields", JSON, nullable=False),
    # Where to look for other claims about the same happening (events.block_of, events.block_day).
    Column("block", Verbatim, nullable=False),
    Column("day", Date),
    Column("dayless", Boolean, nullable=False),
    Index("ix_claims_by_offset", "document", "start", "end", "id"),
    Index("ix_claims_by_block", "block", "dayless", "day", "id"),
    Index("ix_claims_by_id", "id"),
)

refused_claims = make_table(
    "refused_claims",
    number(),
    *place(),
    Column("rule", Text, nullable=False),
    Column("reason", Verbatim, nullable=False),
    Index("ix_refused_claims_by_offset", "document", "start", "end", "seq"),
)

refusals = make_table(
    "refusals",
    number(),
    Column("run", Text, ForeignKey("runs.id"), nullable=False),
    Column("at", Text, nullable=False),
    Column("source", Verbatim, nullable=False, index=True),
    Column("code", Text, nullable=False),
    Column("message", Verbatim, nullable=False),
    Column("line", Integer),
    Column("id", Verbatim),
    # Set when a later build could read it after all.
    Column("resolved_at", Text),
)

sketches = make_table(
    "sketches",
    Column("document", Integer, ForeignKey("documents.seq"), primary_key=True, autoincrement=False),
    Column("exact", Text, nullable=False),
    Column("minhash", LargeBinary, nullable=False),
    Column("scheme_version", Text, nullable=False),
)

passages = make_table(
    "passages",
    number(),
    Column("hash", BigInteger, nullable=False, index=True),
    *place(),
    Index("ix_passages_by_offset", "document", "start", "end"),
)

told_days = make_table(
    "told_days",
    number(),
    *place(),
    Column("day", Date, nullable=False),
    # The words that name the day; empty where a report opens with what it tells of its own.
    Column("words_start", Integer),
    Column("words_end", Integer),
    Index("ix_told_days_by_offset", "document", "start", "end"),
    Index("ix_told_days_by_day", "day", "document", "start", "seq"),
)

judgements = make_table(
    "judgements",
    number(),
    Column("pair", Text, nullable=False, index=True),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Verbatim, nullable=False),
    Column("by", Verbatim, nullable=False),
    Column("at", Text),
    Column("withdrawn_at", Text),
    # The last linking that gave it; a rule's judgement that a linking no longer gives is withdrawn.
    Column("link", Integer),
)

# What persons decided: added or marked as withdrawn, never changed.
decisions = make_table(
    "decisions",
    number(),
    Column("id", Text, nullable=False, unique=True),
    Column("action", Text, nullable=False),
    Column("coder", Verbatim, nullable=False),
    Column("at", Text, nullable=False),
    # The decision with its claims as they were read then, as codec.py writes it.
    Column("payload", JSON, nullable=False),
    Column("withdrawn_at", Text),
    Column("withdrawn_by", Verbatim),
)

namings = make_table(
    "namings",
    number(),
    *place(),
    Column("concept", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("speaker", Verbatim),
    Column("speaker_start", Integer),
    Column("speaker_end", Integer),
    Column("quoted", Boolean, nullable=False),
    Index("ix_namings_by_offset", "document", "start", "end", "seq"),
)

audit = make_table(
    "audit",
    number(),
    Column("at", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
