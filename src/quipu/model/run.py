"""A run: the manifest of one build, so that a record can be made again."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """Inputs, versions and counts of one build. Times are RFC 3339 UTC; hashes are `sha256:<hex>`."""

    id: str
    started_at: str
    quipu_version: str
    lexicon_hash: str
    inputs: tuple[str, ...]
    settings: dict[str, str] = field(default_factory=dict)
    finished_at: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    """documents_added, documents_known, documents_unread, refused, claims, claims_refused, events, …"""
    status: str | None = None
    """`running`, `finished`, `interrupted` or `failed`."""
