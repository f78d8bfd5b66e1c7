"""JSON Lines: one object a line, UTF-8; claims and events as the measured interface has them, with permalinks."""

import json
from collections.abc import Iterable
from typing import IO

from quipu.export import lines
from quipu.export.interface import Row, claim_row, day, document_row, event_row, number, register_row
from quipu.export.links import claim_link
from quipu.export.names import shown
from quipu.export.naming import framing_lines, framing_row
from quipu.model import Dispute, Judged, RecordView, Tally, TimelineEntry


def write_rows(rows: Iterable[Row], target: IO[str]) -> int:
    """Writes each row as one line and returns their number."""
    written = 0
    for row in rows:
        target.write(json_line(row))
        written += 1
    return written


def json_line(row: object) -> str:
    """One line; a lone surrogate, which UTF-8 cannot hold, makes the line ASCII with escapes."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(row)
    return line + "\n"


def write_documents(view: RecordView, target: IO[str]) -> int:
    """Documents without their texts, each with its permalink."""
    found = lines.document_lines(view)
    return write_rows(({**document_row(line.filed), "permalink": line.permalink} for line in found), target)


def write_claims(view: RecordView, target: IO[str]) -> int:
    """CLAIMs of the interface with `document`, `event`, `words` and `permalink`."""
    return write_rows((_claim(line) for line in lines.claim_lines(view)), target)


def write_events(view: RecordView, target: IO[str]) -> int:
    """Events of the interface with `permalink`, and what coders made of them."""
    return write_rows(map(_event, lines.event_lines(view)), target)


def write_tallies(view: RecordView, target: IO[str]) -> int:
    """One tally a line: its `points` with speakers and permalinks, and its `incidents`."""
    judged = {one.claim: one for one in view.judged()}
    return write_rows((_tally(tally, judged) for tally in view.tallies()), target)


def write_disputes(view: RecordView, target: IO[str]) -> int:
    """Disputes with permalinks to both sides."""
    return write_rows((_dispute(line) for line in lines.dispute_lines(view)), target)


def write_timeline(view: RecordView, target: IO[str]) -> int:
    """The timeline, oldest first, undated lines last."""
    found = lines.timeline_lines(view)
    return write_rows(({**_entry(line.entry), "permalink": line.permalink} for line in found), target)


def write_days(view: RecordView, target: IO[str]) -> int:
    """The days, oldest first, with the words of their sentences."""
    return write_rows((_told_day(line) for line in lines.day_lines(view)), target)


def write_registers(view: RecordView, target: IO[str]) -> int:
    """Every register's lines."""
    found = lines.register_lines(view)
    return write_rows(({**register_row(line.entry), "permalink": line.permalink} for line in found), target)


def write_register_details(view: RecordView, target: IO[str]) -> int:
    """Every detail of every register's line, one statement of it a line, with its exact words."""
    return write_rows((_stated(line) for line in lines.detail_lines(view)), target)


def write_framing(view: RecordView, target: IO[str]) -> int:
    """Contested words, each where it stands, with whose word it is."""
    return write_rows((framing_row(line) for line in framing_lines(view)), target)


def write_decisions(view: RecordView, target: IO[str]) -> int:
    """What persons decided, also what was withdrawn."""
    return write_rows((_decision(line) for line in lines.decision_lines(view)), target)


def write_conflicts(view: RecordView, target: IO[str]) -> int:
    """Decisions that do not fit what is read now."""
    return write_rows((_conflict(line) for line in lines.conflict_lines(view)), target)


def write_refusals(view: RecordView, target: IO[str]) -> int:
    """Sources that could not become documents, by address or file name."""
    return write_rows((_refusal(line) for line in lines.refusal_lines(view)), target)


WRITERS = {
    "documents": write_documents,
    "claims": write_claims,
    "events": write_events,
    "tallies": write_tallies,
    "disputes": write_disputes,
    "timeline": write_timeline,
    "days": write_days,
    "registers": write_registers,
    "register_details": write_register_details,
    "framing": write_framing,
    "decisions": write_decisions,
    "conflicts": write_conflicts,
    "refusals": write_refusals,
}
"""A writer per noun, under the names of the files."""


def _claim(line: lines.ClaimLine) -> Row:
    own: Row = {"document": line.claim.document_id, "event": line.event}
    row = {**claim_row(line.claim), **own, "words": line.words, "permalink": line.permalink}
    row |= {"event_judged": line.moved} if line.moved else {}
    return row if line.judged is None else {**row, "judged": judged_row(line.judged)}


def _event(line: lines.EventLine) -> Row:
    made: Row = {"judged": list(line.judged), "decisions": list(line.decisions)} if line.judged else {}
    return {**event_row(line.event), "permalink": line.permalink, **made}


def _tally(tally: Tally, judged: dict[str, Judged]) -> Row:
    points: list[Row] = [
        {
            "as_of": day(point.as_of),
            "low": number(point.low),
            "high": number(point.high),
            "words": point.words,
            "speaker": point.speaker,
            "scope": point.scope,
            "relation": point.relation,
            "claim": point.claim,
            "document": point.document,
            "permalink": claim_link(point.document, point.claim),
            **({"judged": judged_row(judged[point.claim])} if point.claim in judged else {}),
        }
        for point in tally.points
    ]
    incidents: list[Row] = [
        {"as_of": day(s.as_of), "low": number(s.low), "high": number(s.high), "events": list(s.events)}
        for s in tally.incidents
    ]
    return {"what": tally.what.value, "scope": tally.scope, "points": points, "incidents": incidents}


def _dispute(line: lines.DisputeLine) -> Row:
    dispute: Dispute = line.dispute
    return {
        "kind": dispute.kind,
        "what": dispute.what,
        "scope": dispute.scope,
        "as_of": day(dispute.as_of),
        "reason": dispute.reason,
        "left": dispute.left,
        "right": dispute.right,
        "left_permalink": line.left_permalink,
        "right_permalink": line.right_permalink,
    }


def _stated(line: lines.DetailLine) -> Row:
    return {
        "register": line.entry.register,
        "event": line.entry.event,
        "subject": line.entry.subject,
        "name": line.detail.name,
        "value": line.detail.value,
        "as_of": day(line.detail.as_of),
        "claim": line.stated.claim,
        "document": line.document,
        "words": line.words,
        "permalink": line.permalink,
    }


def judged_row(judged: Judged) -> Row:
    """What a person decided of a claim; `read_as` is what was read of each field that stands otherwise now."""
    by: Row = {"by": judged.coder, "at": judged.at, "reason": judged.reason, "decision": judged.decision}
    return {"standing": judged.standing.value, **by, "read_as": lines.read_otherwise(judged)}


def _decision(line: lines.DecisionLine) -> Row:
    one = line.decision
    return {
        "number": one.number,
        "action": one.action.value,
        "claims": [seen.claim.id for seen in one.claims],
        "others": [seen.claim.id for seen in one.others],
        "events": list(one.events),
        "changes": {change.field: change.value for change in one.changes},
        "by": one.coder,
        "at": one.at,
        "reason": one.reason,
        "withdrawn_at": one.withdrawn_at,
        "words": line.words,
        "permalink": line.permalink,
    }


def _conflict(line: lines.ConflictLine) -> Row:
    one = line.conflict
    place: Row = {"document": one.document, "claim": one.claim, "found": one.found, "permalink": line.permalink}
    said: Row = {"then": shown(one.then), "now": shown(one.now), "reason": one.reason}
    return {"kind": one.kind, "decision": one.decision, "against": one.against, "holds": one.holds, **place, **said}


def _refusal(line: lines.RefusalLine) -> Row:
    why: Row = {"code": line.refusal.code, "message": line.message}
    return {"source": line.source, "line": line.refusal.line, "id": line.refusal.id, "error": why}


def _days(noun: TimelineEntry) -> Row:
    return {"date": {"begin": day(noun.begin), "finish": day(noun.finish)}}


def _entry(entry: TimelineEntry) -> Row:
    linked: Row = {"claims": list(entry.claims), "documents": list(entry.documents)}
    return {**_days(entry), "heading": entry.heading, "event": entry.event, **_saliences(entry), **linked}


def _saliences(entry: TimelineEntry) -> Row:
    scales: Row = {"salience_week": entry.salience_week, "salience_day": entry.salience_day}
    return {"salience": entry.salience, **scales, "novelty": entry.novelty}


def _told_day(line: lines.DayLine) -> Row:
    entry = line.entry
    sentences: list[Row] = [
        {"document": quote.document_id, "start": quote.span.start, "end": quote.span.end, "words": words}
        for quote, words in zip(entry.sentences, line.words, strict=True)
    ]
    numbers: Row = {"salience": entry.salience, "reports": entry.reports, "told_in": entry.told_in}
    return {"day": day(entry.day), **numbers, "sentences": sentences}
