"""What coders have decided of one claim so far: what stands, who set which field, and where their last words differ.

An acceptance or a rejection speaks of the whole claim and ends the edits before it; an edit speaks of its fields
alone, so that coders who set different fields agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quipu.events.amend import amend
from quipu.model import Action, Change, Claim, Decision, SeenClaim, Standing
from quipu.model.saying import differing

Set = dict[str, tuple[Change, Decision]]
"""By field, what it was set to and by which decision."""

# Parts of a count that are set by themselves.
FIELD_OF = dict.fromkeys(("what", "cumulative", "relation", "scope"), "count")
_PARTS = ("count", *FIELD_OF)


@dataclass(frozen=True, slots=True)
class Word:
    """A coder's last word: the latest decision, and what that coder's edits say together."""

    decision: Decision
    is_whole: bool
    """Whether it speaks of every field."""
    set: Set

    @property
    def rejects(self) -> bool:
        """Whether it says that the claim is wrong."""
        return self.decision.action is Action.REJECT


@dataclass(slots=True)
class Told:
    """All that was decided of a claim as it is read now, in the order of time."""

    claim: Claim
    text: str
    decision: Decision
    seen: SeenClaim
    standing: Standing = Standing.ACCEPTED
    set: Set = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)

    def apply(self, decision: Decision, seen: SeenClaim) -> None:
        """Takes in the next decision."""
        self.decision, self.seen = decision, seen
        new = {change.field: (change, decision) for change in decision.changes}
        before = self.words.get(decision.coder)
        if decision.action is Action.EDIT:
            kept = before if before is not None and not before.rejects else Word(decision, is_whole=False, set={})
            self.set = self.set | new
            self.words[decision.coder] = Word(decision, kept.is_whole, kept.set | new)
        else:
            self.set = new
            self.words[decision.coder] = Word(decision, is_whole=True, set=new)
        self.standing = Standing.REJECTED if decision.action is Action.REJECT else Standing.ACCEPTED

    def as_set(self) -> Claim:
        """The claim with all that is set now."""
        return _with(self.claim, self.text, self.set)

    def contested(self) -> Iterator[tuple[Decision, Decision, frozenset[str]]]:
        """Where a coder's last word is not what holds: that decision, the one that holds, and the fields that differ
        (none where the whole claim is in question)."""
        now = self.as_set()
        for coder, word in self.words.items():
            if word.rejects or self.standing is Standing.REJECTED:
                if word.rejects != (self.standing is Standing.REJECTED):
                    yield word.decision, self.decision, frozenset()
                continue
            said = _with(self.claim, self.text, word.set)
            spoken = {*word.set, *(self.set if word.is_whole else ())}
            if (said.count is None) != (now.count is None) and not spoken.isdisjoint(_PARTS):
                spoken |= set(_PARTS)
            fields = spoken.intersection(_apart(said, now))
            later = _setter(self.set, fields) or self.decision
            if fields and later.coder != coder:
                yield _setter(word.set, fields) or word.decision, later, frozenset(fields)


def _with(claim: Claim, text: str, values: Set) -> Claim:
    return amend(claim, text, [change for change, _ in values.values()])


def _apart(left: Claim, right: Claim) -> set[str]:
    """The fields that two readings have otherwise; of two counts part by part, for coders set these by themselves."""
    fields = set(differing(left, right)) - {"count"}
    a, b = left.count, right.count
    if a is None or b is None:
        return fields if a is b else fields | set(_PARTS)
    parts = {name for name in FIELD_OF if getattr(a, name) != getattr(b, name)}
    return fields | parts | ({"count"} if (a.low, a.high) != (b.low, b.high) else set())


def _setter(values: Set, fields: set[str]) -> Decision | None:
    """The latest decision that set one of the fields."""
    found = [decision for name, (_, decision) in values.items() if name in fields]
    return max(found, key=lambda one: (one.at, one.number), default=None)
