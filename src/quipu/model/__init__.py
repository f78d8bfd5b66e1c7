"""The nouns: frozen dataclasses, ids and enums. This room imports nothing of ours."""

from quipu.model.claim import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    EventType,
    Modality,
    RefusedClaim,
    Victim,
    Words,
)
from quipu.model.document import Anchor, AnchorBasis, Document, Refusal, Snapshot, Status
from quipu.model.event import Event, EventCount, SourcedClaim
from quipu.model.ids import claim_id, document_id, event_code, hash_of, sha256_hex
from quipu.model.judgement import Judgement, Verdict
from quipu.model.mention import Actor, Attribution, Place, Quantity, Time
from quipu.model.run import Run
from quipu.model.sentence import Predicate, Reading, Role, Sentence, Token
from quipu.model.span import Span
from quipu.model.tally import (
    Dispute,
    IncidentSum,
    RegisterDetail,
    RegisterEntry,
    Stated,
    Tally,
    TallyPoint,
    TimelineEntry,
)
from quipu.model.view import Filed, RecordView

__all__ = [
    "Actor",
    "Anchor",
    "AnchorBasis",
    "Attribution",
    "Claim",
    "ClaimDate",
    "ClaimPlace",
    "Count",
    "CountKind",
    "Dispute",
    "Document",
    "Event",
    "EventCount",
    "EventType",
    "Filed",
    "IncidentSum",
    "Judgement",
    "Modality",
    "Place",
    "Predicate",
    "Quantity",
    "Reading",
    "RecordView",
    "Refusal",
    "RefusedClaim",
    "RegisterDetail",
    "RegisterEntry",
    "Role",
    "Run",
    "Sentence",
    "Snapshot",
    "SourcedClaim",
    "Span",
    "Stated",
    "Status",
    "Tally",
    "TallyPoint",
    "Time",
    "TimelineEntry",
    "Token",
    "Verdict",
    "Victim",
    "Words",
    "claim_id",
    "document_id",
    "event_code",
    "hash_of",
    "sha256_hex",
]
