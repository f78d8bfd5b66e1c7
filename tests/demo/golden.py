"""What a record of the demonstration reports shows of what it must show: one row of `expected.yml` at a time.

A figure is found when a claim that meets the expected words has its kind and bounds; the other fields are asked on top.
`score(view)` gives the share found of each list; the golden test holds floors over them, `bench/run.py --demo` prints
what is missed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from demo.shape import Ballot, Decree, Fact, Figure, Incident, Office, Strike, Toll, Vote, load
from quipu.model import Claim, CountKind, EventType, Filed, Modality, RecordView, Span

BLANKS = re.compile(r"\s+")


@dataclass
class Found:
    """A record's view with its documents by the keys of `expected.yml`."""

    view: RecordView
    claims: dict[str, list[Claim]] = field(default_factory=dict)

    @cached_property
    def filed(self) -> dict[str, Filed]:
        by_source = {}
        for filed in self.view.documents():
            snapshot = filed.document.snapshot
            by_source[filed.document.url] = filed
            by_source[PurePath(snapshot.source.split("#")[0]).name if snapshot else filed.document.id] = filed
        return {doc.key: by_source[doc.url or doc.file] for doc in load().documents}

    def text(self, key: str) -> str:
        return self.view.text(self.filed[key].document.id)

    def spans(self, fact: Fact) -> list[Span]:
        """Where the words stand in the stored text, however its white space runs."""
        pattern = r"\s+".join(map(re.escape, BLANKS.split(fact.words)))
        return [Span(*found.span()) for found in re.finditer(pattern, self.text(fact.doc))]

    def near(self, fact: Fact) -> list[Claim]:
        """The claims that meet the words."""
        doc = self.filed[fact.doc].document.id
        if doc not in self.claims:
            self.claims[doc] = list(self.view.claims(document=doc))
        spans = self.spans(fact)
        return [claim for claim in self.claims[doc] if any(claim.span.meets(span) for span in spans)]


def score(view: RecordView) -> dict[str, tuple[int, int, list[str]]]:
    """For each list of `expected.yml`: rows found, rows in all, and the words of those that were missed."""
    found, scores = Found(view), {}
    for name, rows in _judged(found):
        missed = [words for words, right in rows if not right]
        scores[name] = (len(rows) - len(missed), len(rows), missed)
    return scores


def _judged(found: Found) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    want = load()
    yield "anchors", [(d.key, _anchored(found, d.key)) for d in want.documents if d.key not in want.unread]
    yield "copies", [(f"{c.doc} of {c.of}", _copied(found, c.doc, c.of)) for c in want.copies if c.kind == "document"]
    yield "tolls", [(t.words, _toll(found, t)) for t in want.tolls]
    yield "toll speakers", [(t.words, _speaks(found, t, t.speaker)) for t in want.tolls if t.speaker]
    yield "subsets", [(s.words, _subset(found, s)) for s in want.subsets]
    yield "incident figures", [(i.words, bool(_figures(found, i))) for i in want.incidents]
    yield "incidents placed and dated", [(i.words, _incident(found, i)) for i in want.incidents]
    yield "happenings", [(h.words, any(c.type is h.type for c in found.near(h))) for h in want.happenings]
    yield "disputes", [(f"{d.left.words} / {d.right.words}", _disputed(found, d)) for d in want.disputes]
    yield "votes", [(v.words, _vote(found, v)) for v in want.votes]
    yield "decrees", [(d.words, any(c.type is d.type for c in found.near(d))) for d in want.decrees]
    yield "offices", [(o.words, any(c.type is o.type for c in found.near(o))) for o in want.offices]
    yield "decree lengths", [(d.words, _lasts(found, d)) for d in want.decrees if d.days]
    yield "decree places", [(d.words, _covers(found, d)) for d in want.decrees if d.places]
    yield "decree rights", [(d.words, _suspends(found, d)) for d in want.decrees]
    yield "strikes", [(s.words, _stands(found, s)) for s in want.strikes]
    yield "elections decided on", [(e.words, _decided(found, e)) for e in want.elections]
    yield "persons of offices", [(o.words, _holds(found, o)) for o in want.offices]
    yield "sides of votes", [(v.words, _sided(found, v)) for v in want.votes]
    yield "demands", [(d.words, any(c.modality is Modality.DEMANDED for c in found.near(d))) for d in want.demands]
    yield "denied", [(d.words, any(c.modality is Modality.DENIED for c in found.near(d))) for d in want.denied]
    never = [(n.words, not _counted(c for c in found.near(n) if c.type is n.type)) for n in want.never_happened]
    yield "never happened", never
    yield "not counted", [(n.words, not _tolled(found, n)) for n in want.not_counted]


def _anchored(found: Found, key: str) -> bool:
    want = next(doc for doc in load().documents if doc.key == key)
    anchor = found.filed[key].anchor
    return (anchor.day, anchor.basis) == (want.anchor, want.basis)


def _copied(found: Found, copy: str, original: str) -> bool:
    return found.filed[copy].copy_of == found.filed[original].document.id


def _figures(found: Found, row: Figure) -> list[Claim]:
    bounds = (row.what, row.low, row.high)
    return [c for c in found.near(row) if c.count and (c.count.what, c.count.low, c.count.high) == bounds]


def _toll(found: Found, row: Toll) -> bool:
    """A running total with its bounds; indirect deaths are told apart."""
    indirect = row.scope == "indirect"
    return any(
        c.count and c.count.cumulative and (c.count.scope == "indirect") == indirect for c in _figures(found, row)
    )


def _speaks(found: Found, row: Figure, speaker: str | None) -> bool:
    said = [c.attribution.text for c in _figures(found, row) if c.attribution]
    publisher = found.filed[row.doc].document.publisher or ""
    return any(_plain(speaker or "") in _plain(words) for words in [*said, publisher])


def _subset(found: Found, row: Figure) -> bool:
    return any(c.count and c.count.relation == "subset" for c in _figures(found, row))


def _incident(found: Found, row: Incident) -> bool:
    for claim in _figures(found, row):
        placed = claim.place is not None and _plain(row.place) in _plain(claim.place.text)
        dated = claim.date is not None and claim.date.begin == claim.date.finish == row.day
        if claim.count and not claim.count.cumulative and placed and dated:
            return True
    return False


def _vote(found: Found, row: Vote) -> bool:
    counts = [c.count for c in found.near(row) if c.count and c.count.what is CountKind.VOTES]
    return {float(row.in_favour), float(row.against)} <= {n for count in counts for n in (count.low, count.high)}


def _stated(found: Found, fact: Fact, register: str, name: str) -> set[str]:
    """What the register's lines state of `name` by a claim that meets the words."""
    near = {claim.id for claim in found.near(fact)}
    details = (detail for entry in found.view.registers(register=register) for detail in entry.details)
    return {d.value for d in details if d.name == name and near & {stated.claim for stated in d.stated}}


def _lasts(found: Found, row: Decree) -> bool:
    return str(row.days) in _stated(found, row, "decrees", "days")


def _covers(found: Found, row: Decree) -> bool:
    """Every place that the report lists."""
    told = {_plain(place) for place in _stated(found, row, "decrees", "place")}
    return {_plain(place) for place in row.places} <= told


def _suspends(found: Found, row: Decree) -> bool:
    """The rights that the report names, and no other."""
    return _stated(found, row, "decrees", "rights") == set(row.rights)


def _stands(found: Found, row: Strike) -> bool:
    """The state that the report tells, and the day that its claim gives."""
    near = [c for c in found.near(row) if c.type is row.type]
    states = {*_stated(found, row, "strikes_blockades", "state"), *_stated(found, row, "strikes_blockades", "history")}
    dated = row.begin is None or any(c.date and c.date.begin == row.begin for c in near)
    return bool(near) and row.state in states and dated


def _decided(found: Found, row: Ballot) -> bool:
    told = {c.modality for c in found.near(row) if c.type is EventType.ELECTION}
    return told == {row.modality}


def _holds(found: Found, row: Office) -> bool:
    return any(_plain(row.who) in _plain(person) for person in _stated(found, row, "office_changes", "person"))


def _sided(found: Found, row: Vote) -> bool:
    sides = {name: _stated(found, row, "votes", name) for name in ("for", "against")}
    return str(row.in_favour) in sides["for"] and str(row.against) in sides["against"]


def _disputed(found: Found, row: object) -> bool:
    from demo.shape import Disputed

    assert isinstance(row, Disputed)
    left, right = ({c.id for c in found.near(side)} for side in (row.left, row.right))
    pairs = [{d.left, d.right} for d in found.view.disputes() if d.kind == row.kind and d.what == row.what.value]
    return any(pair & left and pair & right for pair in pairs)


def _counted(claims: Iterable[Claim]) -> bool:
    return any(claim.modality.happened for claim in claims)


def _tolled(found: Found, fact: Fact) -> bool:
    """Whether the words gave a casualty figure that stands in a tally or an event of the crisis."""
    ids = {c.id for c in found.near(fact) if c.count}
    points = {p.claim for t in found.view.tallies() for p in t.points}
    counted = {c for e in found.view.events() for _, count in e.counts for c in count.claims}
    sums = {e for t in found.view.tallies() for s in t.incidents for e in s.events}
    summed = {c for c in ids & counted if found.view.event_of(c) in sums}
    return bool(ids & points or summed)


def _plain(words: str) -> str:
    decomposed = unicodedata.normalize("NFD", words.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
