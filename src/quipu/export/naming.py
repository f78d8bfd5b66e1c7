"""Framing: contested words where they stand, and counted by source and by speaker, each with quotations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quipu.export.interface import Row
from quipu.export.links import document_link
from quipu.export.named_events import NamedEvents, claim_of
from quipu.export.names import shown
from quipu.model import Filed, Naming, RecordView, Span, Stance

# Code points around a word in its quotation.
_AROUND = 90


@dataclass(frozen=True, slots=True)
class FramingLine:
    """One contested word where it stands."""

    naming: Naming
    words: str
    source: str
    """The publisher; the report's title or id where none is known."""
    quotation: str
    permalink: str
    event: str | None = None
    """The code of the event that it names, or that the people it names are in, where a claim in its words has one."""
    elsewhere: bool = False
    """Whether it is of another country than the record, or of what lies more than a year before its report."""


@dataclass(frozen=True, slots=True)
class FramingCount:
    """How often one source, or somebody in it, uses one term for a concept."""

    concept: str
    term: str
    source: str
    speaker: str | None
    """Whose word it is; None where it is the source's own."""
    used: int
    distanced: int
    denied: int
    quotations: tuple[FramingLine, ...]

    @property
    def times(self) -> int:
        """However it is meant."""
        return self.used + self.distanced + self.denied


def framing_lines(view: RecordView) -> Iterator[FramingLine]:
    """Every contested word, by document and offset. Copies of reports are passed over: they add no source."""
    named = NamedEvents(view)
    for filed in view.documents():
        if filed.repeats is not None:
            continue
        found = list(view.namings(document=filed.document.id))
        text = view.text(filed.document.id) if found else ""
        claims = list(view.claims(document=filed.document.id)) if found else []
        past = [one.span for one in view.refused_claims(document=filed.document.id) if one.reason == "historical"]
        for naming in found:
            claim = claim_of(naming, claims)
            event, elsewhere = (named.code(claim), named.is_elsewhere(claim, filed)) if claim else (None, False)
            elsewhere |= claim is None and any(span.holds(naming.span) for span in past)
            yield replace(_line(naming, filed, text), event=event, elsewhere=elsewhere)


def count_framing(lines: Iterable[FramingLine], quotations: int = 1) -> list[FramingCount]:
    """Terms counted per source and speaker, with the first so many quotations of each.

    Concepts and terms in alphabetical order, a term's own voices before its speakers, the most frequent first.
    """
    found: dict[tuple[str, str, str, str], list[FramingLine]] = {}
    for line in lines:
        speaker = line.naming.speaker.text if line.naming.speaker else ""
        key = (line.naming.concept, line.naming.term, line.source, speaker.casefold())
        found.setdefault(key, []).append(line)
    counts = [_count(mine, quotations) for mine in found.values()]
    return sorted(counts, key=lambda c: (c.concept, c.term, c.speaker is not None, -c.times, c.source, c.speaker or ""))


def framing_row(line: FramingLine) -> Row:
    """A contested word as a line of JSON."""
    one = line.naming
    return {
        "concept": one.concept,
        "term": one.term,
        "words": line.words,
        "stance": one.stance.value,
        "source": line.source,
        "speaker": one.speaker.text if one.speaker else None,
        "quoted": one.quoted,
        "event": line.event,
        "elsewhere": line.elsewhere,
        "document": one.document_id,
        "start": one.span.start,
        "end": one.span.end,
        "quotation": line.quotation,
        "permalink": line.permalink,
    }


def count_row(count: FramingCount) -> Row:
    """A count as a line of JSON, with its quotations."""
    told: Row = {"concept": count.concept, "term": count.term, "source": count.source, "speaker": count.speaker}
    times: Row = {"times": count.times, "distanced": count.distanced, "denied": count.denied}
    quoted = [
        {"quotation": line.quotation, "document": line.naming.document_id, "start": line.naming.span.start,
         "end": line.naming.span.end, "permalink": line.permalink, "event": line.event}
        for line in count.quotations
    ]  # fmt: skip
    return {**told, **times, "quotations": quoted}


def naming_anchor(naming: Naming) -> str:
    """The id of a contested word on its document's page."""
    return f"t-{naming.span.start}"


def name_of(id: str) -> str:
    """A concept or term in words: ids are neutral names."""
    return id.replace("_", " ")


def _line(naming: Naming, filed: Filed, text: str) -> FramingLine:
    doc = filed.document
    link = f"{document_link(doc.id)}#{naming_anchor(naming)}"
    words = shown(naming.span.of(text))
    return FramingLine(naming, words, doc.publisher or doc.title or doc.id, _quotation(text, naming.span), link)


def _quotation(text: str, span: Span) -> str:
    """The word and those around it on one line, cut at blanks and never beyond its paragraph."""
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    stop = text.find("\n", span.end)
    end = min(len(text) if stop < 0 else stop, span.end + _AROUND)
    while 0 < begin < span.start and not text[begin - 1].isspace():
        begin += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return " ".join(shown(text[begin:end]).split())


def _count(mine: list[FramingLine], quotations: int) -> FramingCount:
    first = mine[0]
    stances = [line.naming.stance for line in mine]
    return FramingCount(
        concept=first.naming.concept,
        term=first.naming.term,
        source=first.source,
        speaker=first.naming.speaker.text if first.naming.speaker else None,
        used=stances.count(Stance.USED),
        distanced=stances.count(Stance.DISTANCED),
        denied=stances.count(Stance.DENIED),
        quotations=tuple(mine[:quotations]),
    )
