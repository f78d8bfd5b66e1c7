"""Deciding: from ids that a person names to decisions in the record, and everything derived made anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from quipu.engine.link import link_record
from quipu.engine.placing import placed
from quipu.engine.progress import Progress, Silent
from quipu.errors import BadInput, NotFound, UsageError
from quipu.events import check_changes, read_change
from quipu.model import Action, Change, Claim, Decision, RecordView, SeenClaim
from quipu.store import Clock, Store, Writer, stamp, utc_now

Make = Callable[[RecordView], Decision]

_LONGEST_NAME = 80
_LONGEST_REASON = 4000
# By how much two machines' clocks may differ.
_CLOCKS_DIFFER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file of decisions changed: how many were new and stand, how many that stood were withdrawn."""

    added: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Coder:
    """Who decides, why and by which clock."""

    name: str
    reason: str = ""
    clock: Clock = utc_now


def check_name(name: str) -> str:
    """A coder's name.

    Raises:
        UsageError: a name that is empty, long or holds control codes.
    """
    if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(f"a coder's name is 1 to {_LONGEST_NAME} printable characters", where="--coder")
    return name


def check_reason(reason: str) -> str:
    """A coder's reason.

    Raises:
        UsageError: one that is longer than anybody reads.
    """
    if not isinstance(reason, str) or len(reason) > _LONGEST_REASON:
        raise UsageError(f"a reason has at most {_LONGEST_REASON:,} characters", where="--reason")
    return reason


def judge_claims(view: RecordView, action: Action, ids: Sequence[str], coder: Coder) -> Decision:
    """The decision to accept or reject claims, named by their ids or beginnings of them.

    Raises:
        NotFound: no such claim, or several.
    """
    claims = [view.claim(id) for id in dict.fromkeys(ids)]
    standing = {one.claim: one for one in view.judged()}
    if action is Action.ACCEPT and len(claims) > 1 and any(claim.id in _edited(view) for claim in claims):
        raise UsageError("one of these was edited; accept edited claims one by one, for each has its own values")
    changes = _edited(view).get(claims[0].id, ()) if action is Action.ACCEPT else ()
    seen = tuple(see(view, claim, standing[claim.id].read if claim.id in standing else claim) for claim in claims)
    return _decision(action, coder, seen, changes=changes)


def edit_claim(view: RecordView, id: str, told: Sequence[str], coder: Coder) -> Decision:
    """The decision to set fields of a claim, each as `field=value` (`events.read_change`).

    Raises:
        NotFound, UsageError: no such claim; no change that can be made.
    """
    if not told:
        raise UsageError("nothing to set; give FIELD=VALUE, such as count=2 or date=2023-01-09")
    claim = view.claim(id)
    read = next((one.read for one in view.judged() if one.claim == claim.id), claim)
    changes = tuple(placed(view, read, read_change(words)) for words in told)
    check_changes(claim, changes)
    return _decision(Action.EDIT, coder, (see(view, claim, read),), changes=changes)


def merge_events(view: RecordView, codes: Sequence[str], coder: Coder) -> Decision:
    """The decision that events are one.

    Raises:
        NotFound, UsageError: no such event; fewer than two different ones.
    """
    events = {event.id: event for event in (view.event(code.upper()) for code in codes)}
    if len(events) < 2:
        raise UsageError("a merge needs two different events", where=" ".join(codes))
    first, *others = events.values()
    reads = _reads(view)
    mine = tuple(see(view, claim, reads.get(claim.id, claim)) for claim in view.claims(event=first.id))
    theirs = (claim for event in others for claim in view.claims(event=event.id))
    rest = tuple(see(view, claim, reads.get(claim.id, claim)) for claim in theirs)
    return _decision(Action.MERGE, coder, mine, others=rest, events=tuple(events))


def split_event(view: RecordView, code: str, ids: Sequence[str], coder: Coder) -> Decision:
    """The decision that claims of an event tell of another happening, all of the same one.

    Raises:
        NotFound, UsageError: no such event or claim; a claim of another event; none left behind.
    """
    event, leaving = view.event(code.upper()), {view.claim(id).id for id in ids}
    if strangers := sorted(leaving - set(event.claims)):
        raise UsageError(f"not of this event: {', '.join(strangers)}", where=event.id)
    if leaving == set(event.claims):
        raise UsageError("all claims would leave; name those of the other happening alone", where=event.id)
    reads = _reads(view)
    seen = {claim.id: see(view, claim, reads.get(claim.id, claim)) for claim in view.claims(event=event.id)}
    gone = tuple(one for id, one in seen.items() if id in leaving)
    stay = tuple(one for id, one in seen.items() if id not in leaving)
    return _decision(Action.SPLIT, coder, gone, others=stay, events=(event.id,))


def see(view: RecordView, claim: Claim, read: Claim) -> SeenClaim:
    """A claim with what knows it again; `read` is the claim without persons' edits."""
    filed = view.document(claim.document_id)
    near = view.claims(document=claim.document_id)
    beside = tuple(c.id for c in near if c.id != claim.id and c.type is claim.type and c.span.meets(claim.span))
    return SeenClaim(read, read.span.of(filed.document.text), filed.text_sha256, beside)


def file_decision(record: Path, make: Make, coder: Coder, progress: Progress | None = None) -> Decision:
    """Makes a decision from the record as it is, files it and links anew, all or nothing; gives it with its number."""
    with Store.open(record, clock=coder.clock) as store, store.writer() as writer:
        with store.view() as view:
            decision = _after_all(view, make(view))
        with writer.at_once():
            filed = next(iter(writer.decide([decision])), decision)
            _link(store, writer, progress)
    return filed


def file_decisions(
    record: Path, given: Sequence[Decision], progress: Progress | None = None, *, clock: Clock = utc_now
) -> Taken:
    """Files decisions from elsewhere, those that the record has not yet, withdraws what was withdrawn there, and links
    once. What was withdrawn here stays so.

    Raises:
        BadInput: a decision of the future, which would win over all that are made until then.
    """
    latest = stamp(clock() + _CLOCKS_DIFFER)
    for one in given:
        if one.at > latest:
            raise BadInput(f"a decision of the future, by {one.coder}", where=one.at, code="bad_record")
    with Store.open(record, clock=clock) as store, store.writer() as writer, writer.at_once():
        new = {one.number for one in writer.decide(given)}
        gone = set(writer.withdraw_told(given))
        if new or gone:
            _link(store, writer, progress)
    return Taken(len(new - gone), len(gone - new))


def undo_decision(record: Path, number: int, coder: Coder, progress: Progress | None = None) -> Decision:
    """Withdraws a decision and links anew, all or nothing.

    Raises:
        NotFound: no decision of this number stands.
    """
    with Store.open(record, clock=coder.clock) as store, store.writer() as writer, writer.at_once():
        decision = writer.withdraw_decision(number, by=coder.name)
        _link(store, writer, progress)
    return decision


def _link(store: Store, writer: Writer, progress: Progress | None) -> None:
    # Always: what the transaction has written so far, no other connection can see.
    link_record(store, writer, progress or Silent(), language=_language(store), always=True)


def _after_all(view: RecordView, decision: Decision) -> Decision:
    """The decision, timed no earlier than any that the record holds: a clock that was set back must not make it old."""
    latest = max((one.at for one in view.decisions(withdrawn=True)), default="")
    return replace(decision, at=max(decision.at, latest))


def _decision(
    action: Action,
    coder: Coder,
    claims: tuple[SeenClaim, ...],
    *,
    others: tuple[SeenClaim, ...] = (),
    changes: tuple[Change, ...] = (),
    events: tuple[str, ...] = (),
) -> Decision:
    at = stamp(coder.clock())
    return Decision("", action, coder.name, at, coder.reason, claims, others, changes, events)


def _edited(view: RecordView) -> dict[str, tuple[Change, ...]]:
    """The changes that stand for each edited claim."""
    stand = {one.claim for one in view.judged() if one.edited is not None}
    found: dict[str, dict[str, Change]] = {}
    for decision in sorted(view.decisions(), key=lambda one: (one.at, one.number)):
        for seen in decision.claims:
            if seen.claim.id in stand:
                found.setdefault(seen.claim.id, {}).update({change.field: change for change in decision.changes})
    return {claim: tuple(changes.values()) for claim, changes in found.items() if changes}


def _reads(view: RecordView) -> dict[str, Claim]:
    """Edited claims as they were read."""
    return {one.claim: one.read for one in view.judged() if one.edited is not None}


def _language(store: Store) -> str:
    """The language of the record's own words, as its last build had it."""
    with store.view() as view:
        runs = list(view.runs())
    if not runs:
        raise NotFound("nothing has been built into this record yet", where=str(store.folder.path))
    return runs[-1].settings.get("language", "en")
