"""The tables of the human layer and of framing: decisions, conflicts, and contested words."""

from quipu.export import lines, naming
from quipu.export.lines import ConflictLine, DecisionLine, compact
from quipu.export.names import shown
from quipu.export.naming import FramingLine
from quipu.export.tables import Column, Table, columns_of

_decision = columns_of(DecisionLine, lambda line: line.decision)
DECISIONS = Table(
    "decisions",
    "One decision of a person on claims or events; never changed, at most withdrawn",
    lines.decision_lines,
    (
        _decision("number", "number", "Its number in this record", lambda one: one.number),
        _decision("action", "text", "accept, reject, edit, merge or split", lambda one: one.action.value),
        _decision("claims", "json", "Claims judged; split: those that left", lambda one: compact(
            [seen.claim.id for seen in one.claims])),
        _decision("others", "json", "Merge: claims of the other events; split: those that stayed", lambda one: compact(
            [seen.claim.id for seen in one.others])),
        _decision("events", "json", "Codes of the events named, as they were then", lambda one: compact(one.events)),
        _decision("changes", "json", "Fields that were set; null where one was taken away", lambda one: compact(
            {change.field: change.value for change in one.changes})),
        _decision("by", "text", "The coder", lambda one: one.coder),
        _decision("at", "time", "When", lambda one: one.at),
        _decision("reason", "text", "Why, in the coder's words", lambda one: one.reason),
        _decision("withdrawn_at", "time", "When it was taken back; else empty", lambda one: one.withdrawn_at),
        Column("words", "text", "The words that were judged", lambda line: line.words),
        Column("permalink", "link", "The words of its first claim on their page, where it stands",
               lambda line: line.permalink),
    ),
)  # fmt: skip

_conflict = columns_of(ConflictLine, lambda line: line.conflict)
CONFLICTS = Table(
    "conflicts",
    "One decision that does not fit what is read now, or two coders who differ",
    lines.conflict_lines,
    (
        _conflict("kind", "text", "gone, ambiguous, changed (read otherwise now) or coders", lambda one: one.kind),
        _conflict("decision", "number", "The decision (decisions.number)", lambda one: one.decision),
        _conflict("against", "number", "The other coder's decision (decisions.number)", lambda one: one.against),
        _conflict("holds", "flag", "Whether the decision is in force all the same", lambda one: one.holds),
        _conflict("document", "id", "The document (documents.id)", lambda one: one.document),
        _conflict("claim", "id", "The claim's id when it was judged", lambda one: one.claim),
        _conflict("found", "id", "The claim there now (claims.id)", lambda one: one.found),
        _conflict("then", "text", "The words that were judged", lambda one: shown(one.then)),
        _conflict("now", "text", "The words there now; empty where there are none", lambda one: shown(one.now)),
        _conflict("reason", "text", "In words, with both readings", lambda one: one.reason),
        Column("permalink", "link", "The words of now on their page", lambda line: line.permalink),
    ),
)

_named = columns_of(FramingLine, lambda line: line)
FRAMING = Table(
    "framing",
    "One contested word where it stands: which of several names for a thing is used, and whose word it is",
    naming.framing_lines,
    (
        _named("concept", "text", "The thing named", lambda line: line.naming.concept),
        _named("term", "text", "The name it is given", lambda line: line.naming.term),
        _named("words", "text", "The words themselves", lambda line: line.words),
        _named("stance", "text", "used, distanced (so-called …) or denied", lambda line: line.naming.stance.value),
        _named("source", "text", "The publication", lambda line: line.source),
        _named("speaker", "text", "Whose word it is; empty where it is the report's own",
               lambda line: line.naming.speaker.text if line.naming.speaker else None),
        _named("quoted", "flag", "Whether it stands in a quotation of speech", lambda line: line.naming.quoted),
        _named("event", "id", "The event named, where a claim tells (events.id)", lambda line: line.event),
        _named("elsewhere", "flag", "Of another country, or of long before its report", lambda line: line.elsewhere),
        _named("document", "id", "The document (documents.id)", lambda line: line.naming.document_id),
        _named("start", "number", "Start, code-point offset into the stored text", lambda line: line.naming.span.start),
        _named("end", "number", "End, code-point offset into the stored text", lambda line: line.naming.span.end),
        _named("quotation", "text", "The words with those around them", lambda line: line.quotation),
        _named("permalink", "link", "The words on their page, from the report's folder", lambda line: line.permalink),
    ),
)  # fmt: skip
