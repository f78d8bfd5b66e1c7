"""Decisions: what persons judge of claims and events, kept beside what was read and found again after every reading.

Invariant: a decision is added or withdrawn, never changed, and no claim is ever overwritten by one.
"""

from dataclasses import dataclass
from enum import StrEnum

from quipu.model.claim import Claim, ClaimPlace


class Action(StrEnum):
    """What a person decides: three actions on a claim, two on events."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """A claim as it was read when a person judged it: enough to know it again when another version reads the text."""

    claim: Claim
    """As read, without any person's changes."""
    words: str
    """The words of its span."""
    text_sha256: str
    """Of the document's text then; where it is the same now, offsets can be compared."""
    beside: tuple[str, ...] = ()
    """Ids of other claims of its type that met its words then: none of them is this one under another id."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a person set. `value` is canonical (see `events.amend`); None takes the field away."""

    field: str
    value: str | None
    place: ClaimPlace | None = None
    """For the field `place`: where it lies, as far as that was found."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one coder. Times are RFC 3339 UTC."""

    id: str
    """`j-…`, a hash of all that is decided, so that a file of decisions can be taken in twice."""
    action: Action
    coder: str
    at: str
    reason: str
    claims: tuple[SeenClaim, ...]
    """What is judged. Merge: the claims of the first event. Split: the claims that leave."""
    others: tuple[SeenClaim, ...] = ()
    """Merge: the claims of the other events. Split: the claims that stay."""
    changes: tuple[Change, ...] = ()
    """Edit: what was set. Accept: what had been set by then, and is accepted too."""
    events: tuple[str, ...] = ()
    """The codes of the events that a merge or split names, as they were then."""
    number: int = 0
    """1, 2, 3 … within one record; 0 before it is filed."""
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None


class Standing(StrEnum):
    """What decisions make of a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that a decision holds for: by whom and why, and what was read where that is not what stands now."""

    claim: str
    document: str
    standing: Standing
    decision: int
    """The number of the decision that says so, the latest one."""
    coder: str
    at: str
    reason: str
    read: Claim
    """The claim as read."""
    edited: Claim | None = None
    """The claim as edited; None where it stands as read."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A decision that does not fit what is read now, or two coders who differ. Listed for a person, never lost."""

    kind: str
    """`gone` (not read any more), `ambiguous` (might be one of several), `changed` (read otherwise now), `coders`."""
    decision: int
    holds: bool
    """Whether the decision is applied all the same."""
    document: str
    claim: str
    """The claim's id when it was judged."""
    then: str
    """The words that were judged."""
    now: str
    """The words that stand in their place now; empty where the document has none such."""
    reason: str
    """In words, with both readings."""
    found: str | None = None
    """The id of the claim there now, where one is."""
    against: int | None = None
    """`coders`: the number of the other coder's decision."""
