"""The tables of what is derived from claims and events: tallies, disputes, timeline, registers."""

from collections.abc import Callable

from quipu.export import lines
from quipu.export.deciding import CONFLICTS, DECISIONS, FRAMING
from quipu.export.interface import day, number
from quipu.export.lines import DayLine, DisputeLine, RegisterLine, TallyLine, TimelineLine, compact
from quipu.export.tables import CLAIMS, DOCUMENTS, EVENTS, Cell, Column, Table, columns_of, judged_columns
from quipu.model import TallyPoint

_tally = columns_of(TallyLine, lambda line: line)


def _point(name: str, type: str, meaning: str, cell: Callable[[TallyPoint], Cell]) -> Column:
    """A column that only stated totals fill."""
    return Column(name, type, meaning, lambda line: None if line.point is None else cell(line.point))


def _either(line: TallyLine, field: str) -> Cell:
    figure = line.point or line.incidents
    value = getattr(figure, field)
    return day(value) if hasattr(value, "isoformat") else number(value)


TALLIES = Table(
    "tallies",
    "One figure: a stated total on a day, or what the incidents up to a day add up to",
    lines.tally_lines,
    (
        _tally("what", "text", "What is counted", lambda line: line.tally.what.value),
        _tally("scope", "text", "Place, with cause or group where stated", lambda line: line.tally.scope),
        _tally("series", "text", "stated or incidents", lambda line: "stated" if line.point else "incidents"),
        _tally("as_of", "day", "The day that the figure holds for", lambda line: _either(line, "as_of")),
        _tally("low", "number", "Lowest number; empty for 'up to'", lambda line: _either(line, "low")),
        _tally("high", "number", "Highest number; empty for 'at least'", lambda line: _either(line, "high")),
        _point("words", "text", "The words of the number", lambda point: point.words),
        _point("speaker", "text", "Whose figure it is", lambda point: point.speaker),
        _point("point_scope", "text", "Group or cause that the figure is limited to", lambda point: point.scope),
        _point("relation", "text", "subset, addition, revision or empty", lambda point: point.relation),
        _point("claim", "id", "The claim (claims.id)", lambda point: point.claim),
        _point("document", "id", "The document (documents.id)", lambda point: point.document),
        _tally(
            "events",
            "json",
            "Events that the incident sum adds up (events.id)",
            lambda line: compact(line.incidents.events) if line.incidents else None,
        ),
        _tally("permalink", "link", "The words on their page, from the report's folder", lambda line: line.permalink),
        *judged_columns(),
    ),
)

_dispute = columns_of(DisputeLine, lambda line: line.dispute)
DISPUTES = Table(
    "disputes",
    "One disagreement between two claims; nothing is settled here",
    lines.dispute_lines,
    (
        _dispute(
            "kind",
            "text",
            "total_falls, sources_differ, total_below_incidents, incident_count_differs, denied or framing",
            lambda dispute: dispute.kind,
        ),
        _dispute("what", "text", "What is counted or said", lambda dispute: dispute.what),
        _dispute("scope", "text", "Place, with cause or group where stated", lambda dispute: dispute.scope),
        _dispute("as_of", "day", "The day that the disagreement is about", lambda dispute: day(dispute.as_of)),
        _dispute("reason", "text", "In words, with both figures", lambda dispute: dispute.reason),
        _dispute("left", "id", "One side (claims.id)", lambda dispute: dispute.left),
        _dispute("right", "id", "The other side (claims.id)", lambda dispute: dispute.right),
        Column("left_permalink", "link", "The words of one side", lambda line: line.left_permalink),
        Column("right_permalink", "link", "The words of the other side", lambda line: line.right_permalink),
    ),
)

_entry = columns_of(TimelineLine, lambda line: line.entry)
TIMELINE = Table(
    "timeline",
    "One line of the timeline",
    lines.timeline_lines,
    (
        _entry("date_begin", "day", "First day", lambda entry: day(entry.begin)),
        _entry("date_finish", "day", "Last day", lambda entry: day(entry.finish)),
        _entry("heading", "text", "A neutral heading", lambda entry: entry.heading),
        _entry("event", "id", "The event behind it (events.id)", lambda entry: entry.event),
        _entry("salience", "number", "0 to 1 in the whole crisis, relative within this record", lambda e: e.salience),
        _entry("salience_week", "number", "0 to 1, beside the seven days before", lambda entry: entry.salience_week),
        _entry("salience_day", "number", "0 to 1, beside its day and the day before", lambda entry: entry.salience_day),
        _entry("novelty", "number", "1 for the first of its kind, less the more came before", lambda e: e.novelty),
        _entry("claims", "json", "Ids of its claims (claims.id)", lambda entry: compact(entry.claims)),
        _entry("documents", "json", "Ids of its documents (documents.id)", lambda entry: compact(entry.documents)),
        Column("permalink", "link", "The event's page, from the report's folder", lambda line: line.permalink),
    ),
)

_of_day = columns_of(DayLine, lambda line: line)
DAYS = Table(
    "days",
    "One day that the record tells of",
    lines.day_lines,
    (
        _of_day("day", "day", "The day", lambda line: day(line.entry.day)),
        _of_day("salience", "number", "0 to 1, relative within this record", lambda line: line.entry.salience),
        _of_day("reports", "number", "Independent reports of that day", lambda line: line.entry.reports),
        _of_day("told_in", "number", "Independent reports that name the day", lambda line: line.entry.told_in),
        _of_day("words", "text", "Sentences that say most about it, one a line", lambda line: "\n".join(line.words)),
        _of_day(
            "sentences",
            "json",
            "Where they stand: document, start, end (code points)",
            lambda line: compact([[q.document_id, q.span.start, q.span.end] for q in line.entry.sentences]),
        ),
    ),
)

_register = columns_of(RegisterLine, lambda line: line.entry)
REGISTERS = Table(
    "registers",
    "One line of a register (decrees, votes, demands, office changes, strikes …)",
    lines.register_lines,
    (
        _register("register", "text", "Which register", lambda entry: entry.register),
        _register("date_begin", "day", "First day", lambda entry: day(entry.begin)),
        _register("date_finish", "day", "Last day", lambda entry: day(entry.finish)),
        _register("subject", "text", "Who or what it is about", lambda entry: entry.subject),
        _register(
            "details",
            "json",
            "Stated details: pairs of name and value; register_details has the words behind each",
            lambda entry: compact([(detail.name, detail.value) for detail in entry.details]),
        ),
        _register("event", "id", "The event behind it (events.id)", lambda entry: entry.event),
        _register("claims", "json", "Ids of its claims (claims.id)", lambda entry: compact(entry.claims)),
        Column("permalink", "link", "The event's page, from the report's folder", lambda line: line.permalink),
    ),
)

REGISTER_DETAILS = Table(
    "register_details",
    "One claim's statement of one detail of a register's line",
    lines.detail_lines,
    (
        Column("register", "text", "Which register", lambda line: line.entry.register),
        Column("event", "id", "The line's event (events.id)", lambda line: line.entry.event),
        Column("subject", "text", "The line's subject", lambda line: line.entry.subject),
        Column("name", "text", "Which detail: who, place, rights, days, state, for …", lambda line: line.detail.name),
        Column("value", "text", "What is stated", lambda line: line.detail.value),
        Column("as_of", "day", "The day that a state holds from", lambda line: day(line.detail.as_of)),
        Column("claim", "id", "The claim that states it (claims.id)", lambda line: line.stated.claim),
        Column("document", "id", "Its document (documents.id)", lambda line: line.document),
        Column("words", "text", "The exact words, else the claim's", lambda line: line.words),
        Column("permalink", "link", "The words on their page, from the report's folder", lambda line: line.permalink),
    ),
)

REFUSALS = Table(
    "refusals",
    "One source that could not become a document",
    lines.refusal_lines,
    (
        Column("source", "text", "Its address or file name", lambda line: line.source),
        Column("line", "number", "Line of a JSON Lines source, from 1", lambda line: line.refusal.line),
        Column("id", "id", "The id that it gave itself", lambda line: line.refusal.id),
        Column("code", "text", "Why, as a stable code", lambda line: line.refusal.code),
        Column("message", "text", "Why, in words", lambda line: line.message),
    ),
)

TABLES = (
    DOCUMENTS, CLAIMS, EVENTS, TALLIES, DISPUTES, TIMELINE, DAYS, REGISTERS, REGISTER_DETAILS, FRAMING, DECISIONS,
    CONFLICTS, REFUSALS,
)  # fmt: skip
"""Every table of a record, in the order of the way from reports to registers."""
