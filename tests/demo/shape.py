"""The shape of `src/quipu/demo/expected.yml`: an unknown key is an error, so that a typo cannot go untested."""

from datetime import date
from functools import cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from quipu.demo import expected
from quipu.model import AnchorBasis, CountKind, EventType, Modality


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Row):
    """Something that stands in report `doc` in just these words."""

    doc: str
    words: str


class Doc(Row):
    key: str
    file: str
    url: str | None = None
    language: str
    anchor: date
    basis: AnchorBasis


class Copy(Row):
    doc: str
    of: str
    kind: Literal["document", "passage"]
    words: str | None = None


class Figure(Fact):
    what: CountKind
    low: float | None
    high: float | None


class Toll(Figure):
    as_of: date
    scope: Literal["direct", "indirect", "police"] | None
    speaker: str | None


class Incident(Figure):
    type: EventType
    place: str
    day: date
    speaker: str | None


class Happening(Fact):
    type: EventType
    place: str | None
    day: date | None


class Side(Fact):
    figure: float


class Disputed(Row):
    kind: Literal["total_falls", "sources_differ", "total_below_incidents", "incident_count_differs"]
    what: CountKind
    as_of: date
    left: Side
    right: Side


class Vote(Fact):
    day: date
    in_favour: int
    against: int
    abstentions: int | None
    passed: bool


class Decree(Fact):
    type: EventType
    begin: date | None
    days: int | None
    places: tuple[str, ...]
    rights: tuple[str, ...]


class Strike(Fact):
    type: EventType
    state: str
    begin: date | None


class Ballot(Fact):
    """An election that was decided on."""

    modality: Modality


class Office(Fact):
    type: EventType
    who: str
    day: date


class NeverHappened(Fact):
    type: EventType
    undone_in: str | None


class Said(Fact):
    """A denial or a demand; `who` is None where the report itself speaks."""

    who: str | None


class Framing(Fact):
    word: str


class NotCounted(Fact):
    reason: Literal["past", "elsewhere", "negated", "furniture"]


class Expected(Row):
    documents: tuple[Doc, ...]
    unread: tuple[str, ...]
    copies: tuple[Copy, ...]
    tolls: tuple[Toll, ...]
    subsets: tuple[Figure, ...]
    incidents: tuple[Incident, ...]
    happenings: tuple[Happening, ...]
    disputes: tuple[Disputed, ...]
    votes: tuple[Vote, ...]
    decrees: tuple[Decree, ...]
    offices: tuple[Office, ...]
    strikes: tuple[Strike, ...]
    elections: tuple[Ballot, ...]
    never_happened: tuple[NeverHappened, ...]
    denied: tuple[Said, ...]
    demands: tuple[Said, ...]
    framing: tuple[Framing, ...]
    not_counted: tuple[NotCounted, ...]

    def facts(self) -> list[Fact]:
        """Every row with words, whichever list it is in."""
        lists = (getattr(self, name) for name in type(self).model_fields)
        rows = [row for rows in lists for row in rows if isinstance(row, Fact)]
        return rows + [side for row in self.disputes for side in (row.left, row.right)]


@cache
def load() -> Expected:
    """The file that ships with the demonstration reports."""
    return Expected.model_validate(yaml.safe_load(expected().read_text(encoding="utf-8")))
