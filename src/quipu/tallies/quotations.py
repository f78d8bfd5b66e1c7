"""Quotes by speaker: verbatim words between quotation marks, with one name for who said them.

A quotation needs no claim: it is read from the report itself. The same words in several reports are one line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quipu.events.where import plain
from quipu.model import Document, Event, RegisterDetail, RegisterEntry, SourcedClaim, Span, Stated
from quipu.tallies.details import gathered
from quipu.tallies.register_words import register_words
from quipu.tallies.spoken_by import Spoken, quotations

_ENDS = " .,;"


@dataclass(frozen=True, slots=True)
class _Within:
    """What is kept of a claim until the quotes are told: a record of ten thousand reports holds as many."""

    span: Span
    claim: str
    type: str
    event: str


@dataclass
class Claimed:
    """The claims that quotations may hold and the reports' days, gathered event by event."""

    within: dict[str, list[_Within]] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)

    def add(self, event: Event, claims: Sequence[SourcedClaim]) -> None:
        """Keeps an event's claims by their reports."""
        for one in claims:
            id = one.claim.document_id
            if one.published is not None:
                self.days[id] = one.published
            if one.origin == id and one.claim.attribution is not None:
                said = _Within(one.claim.span, one.claim.id, one.claim.type.value, event.id)
                self.within.setdefault(id, []).append(said)


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation in a report, with its day and the claims that stand in it."""

    document: str
    day: date | None
    spoken: Spoken
    within: tuple[_Within, ...]


def read_quotes(
    documents: Mapping[str, Document], claimed: Claimed, *, language: str = "en"
) -> Iterator[RegisterEntry]:
    """One line per quotation, by speaker and day; those whose speaker is not named come last.

    What a copy says in the words of its original is told of both in one line.
    """
    said: dict[str, list[_Said]] = {}
    for id, document in documents.items():
        for spoken in quotations(document):
            within = tuple(one for one in claimed.within.get(id, ()) if spoken.span.meets(one.span))
            day = claimed.days.get(id, document.published)
            said.setdefault(plain(spoken.words.strip(_ENDS)), []).append(_Said(id, day, spoken, within))
    names = _full_names(one.spoken.speaker for same in said.values() for one in same)
    lines = [_entry(sorted(same, key=_first), names, language) for same in said.values()]
    yield from sorted(lines, key=lambda line: (not line.values("speaker"), plain(line.subject), line.begin or date.max))


def _first(one: _Said) -> tuple[bool, date, str]:
    """Whoever names the speaker, then the earliest report."""
    return one.spoken.speaker is None, one.day or date.max, one.document


def _full_names(speakers: Iterator[str | None]) -> dict[str, str]:
    """The one full name of the record for each family name alone; spellings that differ by accents are one."""
    full: dict[str, set[str]] = {}
    spelt: dict[str, str] = {}
    for name in {name for name in speakers if name}:
        spelt[plain(name)] = max(name, spelt.get(plain(name), name))
        words = plain(name).split()
        if len(words) > 1:
            full.setdefault(words[-1], set()).add(plain(name))
    alone = {last: spelt[next(iter(names))] for last, names in full.items() if len(names) == 1}
    return alone | spelt | {key: alone.get(key, name) for key, name in spelt.items()}


def _entry(same: Sequence[_Said], names: Mapping[str, str], language: str) -> RegisterEntry:
    speaker = same[0].spoken.speaker
    name = names.get(plain(speaker), speaker) if speaker else None
    within = list(dict.fromkeys(one for said in same for one in said.within))
    days = [said.day for said in same if said.day]
    documents = tuple(dict.fromkeys(said.document for said in same))
    sources = [(said, said.spoken.source) for said in same if said.spoken.source]
    return RegisterEntry(
        register="quotes",
        event=within[0].event if within else None,
        begin=min(days, default=None),
        finish=min(days, default=None),
        subject=name or register_words(language).nobody,
        details=(
            *gathered("speaker", ((name, _stated(said, words.span)) for said, words in sources if name)),
            *gathered(
                "as worded",
                (
                    (words.text, _stated(said, words.span))
                    for said, words in sources
                    if plain(words.text) != plain(name or "")
                ),
            ),
            RegisterDetail(
                "words",
                same[0].spoken.words.rstrip(","),
                tuple(_stated(said, said.spoken.span) for said in same),
            ),
            *gathered("about", ((one.type, Stated(one.claim)) for one in within)),
            RegisterDetail("documents", str(len(documents)), tuple(_stated(said, said.spoken.span) for said in same)),
        ),
        claims=tuple(one.claim for one in within),
        documents=documents,
    )


def _stated(said: _Said, span: Span | None) -> Stated:
    """By a claim of the quotation, else by the report's words."""
    if said.within:
        return Stated(said.within[0].claim, span)
    return Stated(None, span, said.document)
