"""The tables of a record: one per noun, each column with its type and meaning. CSV and the dictionary are made of it.

Columns are stable: new ones come last, none changes its meaning. Cells are None, bool, numbers or text; days are
`YYYY-MM-DD`, lists and objects are JSON.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from quipu.export import lines
from quipu.export.interface import day, number
from quipu.export.lines import compact
from quipu.model import Claim, ClaimPlace, CountKind, Event, RecordView

Cell = str | int | float | bool | None
Line = TypeVar("Line")
Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `type` is one of text, day, number, flag, id, link, json, time."""

    name: str
    type: str
    meaning: str
    cell: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A noun's table: what a row is, where rows come from, and the columns."""

    name: str
    row: str
    lines: Callable[[RecordView], Iterator[Any]]
    columns: tuple[Column, ...]


def columns_of(
    line: type[Line], noun: Callable[[Line], Noun]
) -> Callable[[str, str, str, Callable[[Noun], Cell]], Column]:
    """Makes columns whose cells are told from one part of a line, such as its claim; `line` is for the type checker."""

    def column(name: str, type: str, meaning: str, cell: Callable[[Noun], Cell]) -> Column:
        def of(one: Line) -> Cell:
            return cell(noun(one))

        return Column(name, type, meaning, of)

    return column


def _place(of: Callable[[Any], ClaimPlace | None]) -> tuple[Column, ...]:
    """The columns of a place, alike in every table."""

    def part(name: str) -> Callable[[Any], Cell]:
        return lambda line: getattr(of(line), name, None)

    return (
        Column("place", "text", "Place as named, empty where it is not known", part("text")),
        Column("geonameid", "number", "GeoNames id of the place, empty where it is not resolved", part("geonameid")),
        Column("pcode", "text", "Place code (p-code), where an added list of codes gave one", part("pcode")),
        Column("lat", "number", "Latitude, WGS84 degrees", part("lat")),
        Column("lon", "number", "Longitude, WGS84 degrees", part("lon")),
        Column("country", "text", "Country, ISO 3166-1 alpha-2", part("country")),
        Column("admin1", "text", "First administrative division (region, province)", part("admin1")),
    )


_claim = columns_of(lines.ClaimLine, lambda line: line.claim)


def _part(holder: str, field: str) -> Callable[[Claim], Cell]:
    """A field of an optional part of a claim, such as `count.text`; enums and days as text."""

    def cell(claim: Claim) -> Cell:
        value = getattr(getattr(claim, holder), field, None)
        return day(value) if hasattr(value, "isoformat") else value

    return cell


def _bound(field: str) -> Callable[[Claim], Cell]:
    return lambda claim: None if claim.count is None else number(getattr(claim.count, field))


def _victims(claim: Claim) -> Cell:
    told = [{"age": victim.age, "group": victim.group} for victim in claim.victims]
    return compact(told) if told else None


def _chain(claim: Claim) -> Cell:
    return compact([link.text for link in claim.chain]) if claim.chain else None


def _span_end(holder: str, end: str) -> Callable[[Claim], Cell]:
    return lambda claim: getattr(getattr(getattr(claim, holder), "span", None), end, None)


def judged_columns() -> tuple[Column, ...]:
    """What a person decided of a claim, alike in every table that has claims."""

    def part(name: str) -> Callable[[Any], Cell]:
        return lambda line: None if line.judged is None else getattr(line.judged, name)

    def read(line: Any) -> Cell:
        otherwise = lines.read_otherwise(line.judged) if line.judged else {}
        return compact(otherwise) if otherwise else None

    return (
        Column(
            "judged", "text", "accepted, rejected or edited by a person; empty where nobody judged", part("standing")
        ),
        Column("judged_by", "text", "The coder", part("coder")),
        Column("judged_reason", "text", "Why, in the coder's words", part("reason")),
        Column("read_as", "json", "What was read, of each field that a person set otherwise", read),
    )


_OFFSETS = "code-point offset into the document's stored text"
CLAIMS = Table(
    "claims",
    "One statement about one happening or number",
    lines.claim_lines,
    (
        _claim("id", "id", "The claim's id", lambda claim: claim.id),
        _claim("document", "id", "Document that states it (documents.id)", lambda claim: claim.document_id),
        Column("event", "id", "Event that it belongs to (events.id)", lambda line: line.event),
        _claim("type", "text", "Kind of happening, from the coarse list of 24", lambda claim: claim.type.value),
        _claim(
            "modality",
            "text",
            "asserted, reported, planned, demanded, denied or hypothetical; only the first two say that it happened",
            lambda claim: claim.modality.value,
        ),
        Column("words", "text", "The clause or sentence that states it", lambda line: line.words),
        _claim("date_begin", "day", "First day, empty where unknown", _part("date", "begin")),
        _claim("date_finish", "day", "Last day", _part("date", "finish")),
        _claim("date_basis", "text", "explicit, relative, context (inherited) or anchor", _part("date", "basis")),
        *_place(lambda line: line.claim.place),
        _claim("actor", "text", "Who did it, in the source's words", _part("actor", "text")),
        _claim("target", "text", "To whom, against what, or what is demanded", _part("target", "text")),
        _claim("count_what", "text", "What is counted: killed, injured, arrested …", _part("count", "what")),
        _claim("count_low", "number", "Lowest number that the words allow; empty for 'up to'", _bound("low")),
        _claim("count_high", "number", "Highest number that the words allow; empty for 'at least'", _bound("high")),
        _claim("count_text", "text", "The words of the number", _part("count", "text")),
        _claim("count_cumulative", "flag", "true for a running total, false for one", _part("count", "cumulative")),
        _claim("count_scope", "text", "Group or cause that the number is limited to", _part("count", "scope")),
        _claim("count_relation", "text", "subset, addition, revision or empty", _part("count", "relation")),
        _claim("attribution", "text", "Whose word it is, if not the author's own", _part("attribution", "text")),
        _claim("victims", "json", "Persons harmed: age and group of each; never names", _victims),
        _claim("plover_event", "text", "PLOVER event code", lambda claim: claim.plover_event),
        _claim("plover_mode", "text", "PLOVER mode", lambda claim: claim.plover_mode),
        _claim("acled_event_type", "text", "ACLED event type", lambda claim: claim.acled_event_type),
        _claim("acled_sub_event_type", "text", "ACLED sub-event type", lambda claim: claim.acled_sub_event_type),
        _claim("rule", "text", "The rule that read it, as id@version", lambda claim: claim.rule),
        _claim("confidence", "number", "0 to 1: the rule's own precision estimate", lambda claim: claim.confidence),
        _claim("start", "number", f"Start of the words, {_OFFSETS}", lambda claim: claim.span.start),
        _claim("end", "number", f"End of the words, {_OFFSETS}", lambda claim: claim.span.end),
        _claim("count_start", "number", f"Start of the number, {_OFFSETS}", _span_end("count", "start")),
        _claim("count_end", "number", f"End of the number, {_OFFSETS}", _span_end("count", "end")),
        Column("permalink", "link", "The words on their page, from the report's folder", lambda line: line.permalink),
        *judged_columns(),
        _claim("chain", "json", "Who passed it on, from nearest the fact to nearest the author; empty for one", _chain),
        Column(
            "event_judged",
            "text",
            "merged, split or both, where coders put it with claims of other events or apart from them; else empty",
            lambda line: line.moved,
        ),
    ),
)


def _filed(name: str, type: str, meaning: str, path: str) -> Column:
    """A column of a document: `path` is the way to it from `Filed`."""

    def cell(line: lines.DocumentLine) -> Cell:
        value: Any = line.filed
        for step in path.split("."):
            value = getattr(value, step)
        return day(value) if hasattr(value, "isoformat") else value

    return Column(name, type, meaning, cell)


DOCUMENTS = Table(
    "documents",
    "One report",
    lines.document_lines,
    (
        _filed("id", "id", "The document's id", "document.id"),
        _filed("title", "text", "Title", "document.title"),
        _filed("publisher", "text", "Publisher", "document.publisher"),
        _filed("author", "text", "Author", "document.author"),
        _filed("published", "day", "Day of publication, where it is known", "document.published"),
        _filed("published_basis", "text", "given, metadata or dateline", "document.published_basis"),
        _filed("language", "text", "Language, ISO 639-1; und where it could not be told", "document.language"),
        _filed("url", "link", "Address that it was read from", "document.url"),
        _filed("anchor_date", "day", "The day that 'today' means in it", "anchor.day"),
        _filed("anchor_basis", "text", "published, inferred (from its own words) or none", "anchor.basis"),
        _filed("status", "text", "read or unread", "status"),
        _filed("unread", "text", "Why it could not be read", "unread"),
        _filed("copy_of", "id", "The earlier document that it is a copy of (documents.id)", "copy_of"),
        _filed("same_as", "id", "A document of the same words; no days tell which was first (documents.id)", "same_as"),
        _filed("claims", "number", "Number of claims read in it", "claims"),
        _filed("refused_claims", "number", "Number of claims begun but not completed", "refused_claims"),
        _filed("text_sha256", "text", "SHA-256 of the stored text (UTF-8)", "text_sha256"),
        _filed("extractor", "text", "What turned the source into text", "document.extractor"),
        _filed("added_at", "time", "When it was added, RFC 3339", "added_at"),
        Column("permalink", "link", "Its page, from the report's folder", lambda line: line.permalink),
    ),
)


_event = columns_of(lines.EventLine, lambda line: line.event)


def _event_bound(what: CountKind, field: str) -> Callable[[Event], Cell]:
    def cell(event: Event) -> Cell:
        count = dict(event.counts).get(what)
        return None if count is None else number(getattr(count, field))

    return cell


_BOUNDS = {
    "low": "lowest stated; empty where open below",
    "best": "best supported; of the wounded without those who died later",
    "high": "highest stated; empty where open above",
}
EVENTS = Table(
    "events",
    "One happening, merged from its claims",
    lines.event_lines,
    (
        _event("id", "id", "The event's code", lambda event: event.id),
        _event("type", "text", "Kind of happening, from the coarse list of 24", lambda event: event.type.value),
        _event("happened", "flag", "false where no claim says that it is done", lambda event: event.happened),
        _event("date_begin", "day", "First day", lambda event: day(event.begin)),
        _event("date_finish", "day", "Last day", lambda event: day(event.finish)),
        *_place(lambda line: line.event.place),
        *(
            _event(f"{what.value}_{bound}", "number", f"{what.value}: {told}", _event_bound(what, bound))
            for what in CountKind
            for bound, told in _BOUNDS.items()
        ),
        _event("sources", "number", "Documents that report it, copies too", lambda event: len(event.documents)),
        _event(
            "sources_independent", "number", "The same, copies counted once", lambda event: event.sources_independent
        ),
        _event("claims", "json", "Ids of its claims (claims.id)", lambda event: compact(event.claims)),
        _event("documents", "json", "Ids of its documents (documents.id)", lambda event: compact(event.documents)),
        Column("permalink", "link", "Its page, from the report's folder", lambda line: line.permalink),
        Column(
            "judged",
            "json",
            "What coders made of it: merged or split it, edited or accepted claims of it; empty where nobody judged",
            lambda line: compact(line.judged) if line.judged else None,
        ),
        Column(
            "decisions",
            "json",
            "The decisions that say so (decisions.number)",
            lambda line: compact(line.decisions) if line.decisions else None,
        ),
    ),
)
