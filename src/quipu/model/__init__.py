"""The nouns: frozen dataclasses, ids and enums. This room imports nothing of ours."""

from quipu.model.claim import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    EventType,
    Modality,
    Name,
    RefusedClaim,
    Victim,
    Words,
)
from quipu.model.day import DayEntry, Quote, ToldDay
from quipu.model.decision import Action, Change, Conflict, Decision, Judged, SeenClaim, Standing
from quipu.model.document import Anchor, AnchorBasis, Document, Refusal, Snapshot, Status
from quipu.model.event import Event, EventCount, SourcedClaim
from quipu.model.ids import claim_id, document_id, event_code, hash_of, sha256_hex
from quipu.model.judgement import Judgement, Verdict
from quipu.model.mention import Actor, Attribution, Place, Quantity, Time
from quipu.model.naming import CONCEPT_TYPES, Naming, Stance
from quipu.model.roundup import Footnote, Roundup, RoundupSection, RoundupSentence
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
    "CONCEPT_TYPES",
    "Action",
    "Actor",
    "Anchor",
    "AnchorBasis",
    "Attribution",
    "Change",
    "Claim",
    "ClaimDate",
    "ClaimPlace",
    "Conflict",
    "Count",
    "CountKind",
    "DayEntry",
    "Decision",
    "Dispute",
    "Document",
    "Event",
    "EventCount",
    "EventType",
    "Filed",
    "Footnote",
    "IncidentSum",
    "Judged",
    "Judgement",
    "Modality",
    "Name",
    "Naming",
    "Place",
    "Predicate",
    "Quantity",
    "Quote",
    "Reading",
    "RecordView",
    "Refusal",
    "RefusedClaim",
    "RegisterDetail",
    "RegisterEntry",
    "Role",
    "Roundup",
    "RoundupSection",
    "RoundupSentence",
    "Run",
    "SeenClaim",
    "Sentence",
    "Snapshot",
    "SourcedClaim",
    "Span",
    "Stance",
    "Standing",
    "Stated",
    "Status",
    "Tally",
    "TallyPoint",
    "Time",
    "TimelineEntry",
    "Token",
    "ToldDay",
    "Verdict",
    "Victim",
    "Words",
    "claim_id",
    "document_id",
    "event_code",
    "hash_of",
    "sha256_hex",
]
