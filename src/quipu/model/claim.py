"""A claim: one statement about one happening or one number, traceable to its words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quipu.model.span import Span


class EventType(StrEnum):
    """The coarse ontology every claim is filed under."""

    PROTEST = "protest"
    STRIKE = "strike"
    BLOCKADE = "blockade"
    OCCUPATION = "occupation"
    KILLING = "killing"
    INJURY = "injury"
    ARREST = "arrest"
    RAID = "raid"
    EMERGENCY_DECREE = "emergency_decree"
    CURFEW = "curfew"
    REMOVAL_FROM_OFFICE = "removal_from_office"
    IMPEACHMENT = "impeachment"
    RESIGNATION = "resignation"
    APPOINTMENT = "appointment"
    ELECTION = "election"
    VOTE = "vote"
    LEGISLATION = "legislation"
    DISSOLUTION = "dissolution"
    DEMAND = "demand"
    STATEMENT = "statement"
    CONDEMNATION = "condemnation"
    REPRESSION_FORCE_USE = "repression_force_use"
    ATTACK_ON_PRESS = "attack_on_press"
    OTHER = "other"


class CountKind(StrEnum):
    """What a count counts."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    PARTICIPANTS = "participants"
    VOTES = "votes"
    PERCENT = "percent"
    REGIONS = "regions"
    RESIGNATIONS = "resignations"
    OTHER = "other"


class Modality(StrEnum):
    """Whether a claim is said to have happened. Only `asserted` and `reported` count as done."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    DEMANDED = "demanded"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"

    @property
    def happened(self) -> bool:
        """Whether the claim says that the thing is so, in the author's voice or another's."""
        return self in (Modality.ASSERTED, Modality.REPORTED)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a document gives it in full, and where."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Words:
    """A field's words and where they stand. `span` is None where the field is known without being named."""

    text: str
    span: Span | None = None
    named: Name | None = None
    """The one full name in the document that the words are short for ("Okoro", "the ARN"), where they are not it."""

    @property
    def known_as(self) -> str:
        """The full name, else the words: alike for all the ways in which a document names somebody."""
        return self.named.text if self.named else self.text


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where it happened; an inherited place keeps the span of the mention that it is inherited from."""

    text: str
    span: Span | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    pcode: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """When it happened, in days. `basis`: `explicit`, `relative`, `context` (inherited) or `anchor`."""

    begin: date | None
    finish: date | None
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many. `cumulative` is true for a running total of the crisis, false for one bounded happening."""

    what: CountKind
    low: float | None
    high: float | None
    text: str
    span: Span
    cumulative: bool = False
    scope: str | None = None
    """`indirect` where the words say so ("of indirect consequences"), `direct` of a total ("in clashes"), a
    group ("minors", "police"), or None."""
    relation: str | None = None
    """`subset` ("including two minors"), `addition` ("five more"), `revision` ("rose to"), or None."""


@dataclass(frozen=True, slots=True)
class Victim:
    """A person harmed, as described. `name` is sensitive: public outputs withhold it unless asked."""

    span: Span
    name: Span | None = None
    age: int | None = None
    group: str | None = None
    """`minor`, `protester`, `police`, `journalist` and so on, or None."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one happening or number (fields: bench/INTERFACE.md)."""

    id: str
    document_id: str
    span: Span
    """The clause or sentence that states it."""
    type: EventType
    modality: Modality
    rule: str
    """The lexicon entry that fired, as `id@version`."""
    confidence: float
    """0.0 to 1.0; the rule's own precision estimate, not a probability that the thing happened."""
    actor: Words | None = None
    target: Words | None = None
    place: ClaimPlace | None = None
    date: ClaimDate | None = None
    count: Count | None = None
    attribution: Words | None = None
    chain: tuple[Words, ...] = ()
    """Where somebody passes on another's word: all links, from who is nearest to the fact to who is nearest to the
    author ("the hospital", "local media"), the attribution among them; empty where it stands alone."""
    victims: tuple[Victim, ...] = ()
    plover_event: str | None = None
    plover_mode: str | None = None
    acled_event_type: str | None = None
    acled_sub_event_type: str | None = None


@dataclass(frozen=True, slots=True)
class RefusedClaim:
    """A rule that fired and could not be completed, with its reason."""

    document_id: str
    span: Span
    rule: str
    reason: str
