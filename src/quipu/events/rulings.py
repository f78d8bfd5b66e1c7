"""What persons' decisions mean for the claims as they are read now: which stand, as what, which belong together.

1. Each judged claim is looked for among those of now (`recognise`).
2. Claim by claim, in the order of time: the latest decision says whether a claim stands; edits add up, field by field.
3. Merges and splits, in the order of time, become must-links and cannot-links.
A decision that does not fit is a conflict. In doubt what a person saw holds: a rejection and an edit stay in force over
another reading; an acceptance does not, for nobody has seen what it would accept.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from quipu.events.amend import amend
from quipu.events.recognise import Again
from quipu.events.sides import Sides
from quipu.events.told import FIELD_OF, Told
from quipu.model import Action, Claim, Conflict, Decision, Judgement, SeenClaim, Standing
from quipu.model.saying import differing, say_fields

Key = tuple[str, str]
"""Document id and claim id."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What stands of one claim, by which decision; `edited` is None where it stands as read."""

    claim: Claim
    standing: Standing
    decision: int
    edited: Claim | None = None


@dataclass(frozen=True, slots=True)
class Rulings:
    """All that decisions mean for a record as it is read now."""

    claims: tuple[Ruling, ...]
    conflicts: tuple[Conflict, ...]
    ties: tuple[Judgement, ...]
    """Pairs that must be one event, and pairs that must not, for `link_events`."""


def rule(decisions: Iterable[Decision], look: Callable[[SeenClaim], tuple[Again, str]]) -> Rulings:
    """What the decisions mean now. Withdrawn ones are passed over.

    Args:
        decisions: in the order in which they were made.
        look: where a judged claim is now, and the whole text of its document ("" where there is none).
    """
    told: dict[Key, Told] = {}
    sides, conflicts = Sides(), list[Conflict]()
    for decision in (one for one in decisions if one.withdrawn_at is None):
        if decision.action in (Action.MERGE, Action.SPLIT):
            conflicts += _tie(decision, sides, look)
        else:
            conflicts += _tell(decision, told, look)
    conflicts += (one for mine in told.values() for one in _coders(mine))
    conflicts += (_contested(earlier, later, look) for earlier, later in sides.contested())
    rulings = (_ruling(mine) for mine in told.values())
    ordered = sorted(conflicts, key=lambda one: (one.decision, one.kind, one.claim))
    return Rulings(tuple(rulings), tuple(ordered), tuple(sides.judgements()))


def _tell(
    decision: Decision, told: dict[Key, Told], look: Callable[[SeenClaim], tuple[Again, str]]
) -> Iterator[Conflict]:
    for seen in decision.claims:
        again, text = look(seen)
        if again.claim is None:
            yield _lost(decision, seen, again)
            continue
        changed = _changed(decision, seen, again.claim)
        if again.corrected and not changed:
            reason = "a letter or two of its words were corrected since; the decision stays in force"
            yield replace(_conflict(decision, seen, "changed", reason, again=again), holds=True)
        holds = not changed or decision.action is not Action.ACCEPT
        if changed:
            yield _read_otherwise(decision, seen, again, changed, holds=holds)
        if holds:
            key = again.claim.document_id, again.claim.id
            told.setdefault(key, Told(again.claim, text, decision, seen)).apply(decision, seen)


def _changed(decision: Decision, seen: SeenClaim, now: Claim) -> tuple[str, ...]:
    """The fields read otherwise now; of an edit only those it set, and only where they are not as it set them."""
    fields = differing(seen.claim, now)
    if decision.action is not Action.EDIT:
        return fields
    as_set = amend(replace(now, span=seen.claim.span), "", decision.changes)
    told = {FIELD_OF.get(change.field, change.field) for change in decision.changes}
    return tuple(name for name in fields if name in told and name in differing(now, as_set))


def _ruling(mine: Told) -> Ruling:
    edited, number = mine.as_set(), mine.decision.number
    if mine.standing is Standing.REJECTED or not differing(edited, mine.claim):
        return Ruling(mine.claim, mine.standing, number)
    return Ruling(mine.claim, Standing.EDITED, number, edited)


def _tie(decision: Decision, sides: Sides, look: Callable[[SeenClaim], tuple[Again, str]]) -> Iterator[Conflict]:
    found: list[list[str]] = []
    for side in (decision.claims, decision.others):
        here = []
        for seen in side:
            again, _ = look(seen)
            if again.claim is None:
                yield _lost(decision, seen, again)
            elif decision.action is Action.SPLIT and found and again.claim.id in found[0]:
                yield _conflict(decision, seen, "ambiguous", _ONE_NOW, again=again)
            else:
                here.append(again.claim.id)
        found.append(here)
    if decision.action is Action.MERGE:
        sides.merge(decision, [*found[0], *found[1]])
    else:
        sides.split(decision, found[0], found[1])


# Of two reports with the same words one was taken back: what was seen in it is found again in the other.
_ONE_NOW = "both sides of the split are this one claim now: of two reports with these words one is left"


def _lost(decision: Decision, seen: SeenClaim, again: Again) -> Conflict:
    then = _said(seen.claim)
    if again.rivals:
        now = "; or ".join(_said(rival) for rival in again.rivals)
        kind, reason = "ambiguous", f"it read “{then}”; several claims there might be it now: {now}"
    elif again.near:
        kind, reason = "gone", f"it read “{then}”; the report was changed, and most like it is now: {_said(again.near)}"
    elif again.words:
        kind, reason = "gone", f"it read “{then}”; the words are there, and no such claim is read from them now"
    else:
        kind, reason = "gone", f"it read “{then}”; the words are not in the record any more"
    return _conflict(decision, seen, kind, reason, again=again)


def _read_otherwise(
    decision: Decision, seen: SeenClaim, again: Again, fields: tuple[str, ...], *, holds: bool
) -> Conflict:
    assert again.claim is not None
    then, now = say_fields(seen.claim), say_fields(again.claim)
    told = "; ".join(f"{name} was “{then.get(name, '')}”, is now “{now.get(name, '')}”" for name in fields)
    after = "the decision stays in force" if holds else "the acceptance does not extend to it"
    return replace(_conflict(decision, seen, "changed", f"{told}; {after}", again=again), holds=holds)


def _coders(mine: Told) -> Iterator[Conflict]:
    """The last word of each coder against what holds, where they differ."""
    again = Again(mine.claim, mine.claim.span.of(mine.text))
    for earlier, later, fields in mine.contested():
        reason = f"decision {earlier.number} says {_verdict_words(earlier, fields)}; "
        reason += f"decision {later.number} says {_verdict_words(later, fields)}, and holds"
        yield replace(_conflict(earlier, mine.seen, "coders", reason, again=again), against=later.number)


def _contested(earlier: Decision, later: Decision, look: Callable[[SeenClaim], tuple[Again, str]]) -> Conflict:
    """A merge or split that another coder's later one ended."""
    seen = earlier.claims[0]
    again, _ = look(seen)
    reason = f"decision {earlier.number} says {_events_words(earlier)}; decision {later.number} says "
    reason += f"{_events_words(later)}, and holds"
    return replace(_conflict(earlier, seen, "coders", reason, again=again), against=later.number)


def _events_words(decision: Decision) -> str:
    return f"{decision.action.value} {' and '.join(decision.events)}"


def _conflict(decision: Decision, seen: SeenClaim, kind: str, reason: str, *, again: Again) -> Conflict:
    return Conflict(
        kind=kind,
        decision=decision.number,
        holds=False,
        document=seen.claim.document_id,
        claim=seen.claim.id,
        then=seen.words,
        now=again.words,
        reason=reason,
        found=found.id if (found := again.claim or again.near) else None,
    )


def _verdict_words(decision: Decision, fields: frozenset[str]) -> str:
    changes = [one for one in decision.changes if not fields or one.field in fields]
    if decision.action is Action.REJECT or not changes:
        return decision.action.value
    told = (f"{one.field}={'none' if one.value is None else one.value}" for one in changes)
    return f"{decision.action.value} with {', '.join(told)}"


def _said(claim: Claim) -> str:
    return ", ".join(f"{name} {words}" for name, words in say_fields(claim).items())
