"""What some claims together say, made comparable: days, places, figures, ages, types, parties, where they are told."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from quipu.events.clues import Kept, Weights
from quipu.events.families import linking
from quipu.events.where import Level, Where
from quipu.model import CountKind, EventType, SourcedClaim, Span, Words

_WORD = re.compile(r"[^\W\d_]{3,}")

HARM = frozenset((EventType.KILLING, EventType.INJURY))
"""Types whose victims' names and ages can outweigh a day."""

Figure = tuple[float | None, float | None]
Stretch = tuple[date, date]


class Stated(NamedTuple):
    """A number of dead, where it stands and where it says that they died."""

    document: str
    span: Span
    where: Where | None


@dataclass(slots=True)
class Party:
    """The words of an actor or target: capitalised ones, and all."""

    names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def add(self, said: Words | None) -> None:
        """Takes in one mention's words of three letters and more."""
        for word in _WORD.findall(said.text) if said else ():
            self.words.add(word.casefold())
            if word[0].isupper():
                self.names.add(word.casefold())

    def update(self, other: "Party") -> None:
        """Takes in another's words."""
        self.names |= other.names
        self.words |= other.words


@dataclass(slots=True)
class Profile:
    """The sum of some claims' facts, for comparison only; grows as claims join."""

    claims: list[SourcedClaim] = field(default_factory=list)
    """The claims themselves, of a report's bundle until it is filed; no comparison looks at them."""
    speakers: dict[EventType, str] = field(default_factory=dict)
    """The id of the first claim of each type, the first of all first."""
    days: set[date] = field(default_factory=set)
    """Single days that the words give."""
    sure_days: set[date] = field(default_factory=set)
    """Those of them that stand in the claim's own sentence."""
    stretches: set[Stretch] = field(default_factory=set)
    report_days: set[date] = field(default_factory=set)
    """Days known only as the report's own."""
    places: dict[Where, None] = field(default_factory=dict)
    sure_places: set[Where] = field(default_factory=set)
    """Those that stand in the claim's own words, and are not taken over from before."""
    figures: dict[CountKind, set[Figure]] = field(default_factory=dict)
    ages: set[int] = field(default_factory=set)
    types: set[EventType] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    actor: Party = field(default_factory=Party)
    target: Party = field(default_factory=Party)
    told: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Spans by document."""
    has_named_arrest: bool = False
    clues: Weights = field(default_factory=dict)
    """Rare words near the claims; given to a report's bundle as a whole."""
    reports: int = 0
    """How many reports' clues these are."""
    kept: dict[str, list[Kept]] = field(default_factory=dict)
    """The clues of each of them, by document."""
    first_told: date | None = None
    """The day of the earliest report."""
    last_told: date | None = None
    """The day of the latest report."""
    copied: set[int] = field(default_factory=set)
    """What the claims say in words that another report may have copied, by hash."""
    is_copied: bool = False
    """Whether all of the claims stand in copied words."""
    origins: set[str] = field(default_factory=set)
    """The reports that they were copied from."""
    deaths: list[Stated] = field(default_factory=list)
    """The claims that tell of one death."""
    tolls: list[Stated] = field(default_factory=list)
    """The claims that tell to how many a death brought the dead."""
    parted: set[str] = field(default_factory=set)
    """Ids of those of the claims that a person has set apart from some other."""

    def narrowest(self) -> list[Where]:
        """The places of the narrowest level that is named; a street or building only where nothing else is."""
        levels = {where.level for where in self.places}
        level = max(levels - {Level.VENUE} or levels, default=Level.COUNTRY)
        return [where for where in self.places if where.level is level]

    @property
    def is_bare(self) -> bool:
        """Whether no town, district, region or country is named."""
        return all(where.level is Level.VENUE for where in self.places)

    def horizon(self) -> date | None:
        """The last day whose reports may still tell of this."""
        limits = linking().limits
        reach = timedelta(days=limits.harm_days if self.clues and self.types & HARM else limits.open_days)
        return self.last_told + reach if self.last_told else None

    def update(self, other: "Profile") -> None:
        """Takes in another's claims and facts."""
        self.claims += other.claims
        for type, id in other.speakers.items():
            self.speakers.setdefault(type, id)
        for mine, theirs in (
            (self.days, other.days),
            (self.sure_days, other.sure_days),
            (self.report_days, other.report_days),
        ):
            mine |= theirs
        self.stretches |= other.stretches
        self.places.update(other.places)
        self.sure_places |= other.sure_places
        for what, figures in other.figures.items():
            self.figures.setdefault(what, set()).update(figures)
        self.ages |= other.ages
        self.types |= other.types
        self.groups |= other.groups
        self.actor.update(other.actor)
        self.target.update(other.target)
        for document, spans in other.told.items():
            self.told.setdefault(document, []).extend(spans)
        self.has_named_arrest |= other.has_named_arrest
        self.copied |= other.copied
        self.is_copied = self.is_copied and other.is_copied
        self.origins |= other.origins
        self.deaths += other.deaths
        self.tolls += other.tolls
        self.parted |= other.parted
        for word, value in other.clues.items():
            self.clues[word] = self.clues.get(word, 0.0) + value
        self.reports += other.reports
        for document, kept in other.kept.items():
            self.kept.setdefault(document, []).extend(kept)
        self.first_told = min(filter(None, (self.first_told, other.first_told)), default=None)
        self.last_told = max(filter(None, (self.last_told, other.last_told)), default=None)
