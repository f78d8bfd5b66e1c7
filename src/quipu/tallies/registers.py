"""Registers: decrees, office changes, votes, strikes and blockades, attacks on the press, reactions, demands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from quipu.events.where import plain
from quipu.model import Claim, Event, EventType, Modality, RegisterEntry
from quipu.tallies.timeline import subject
from quipu.tallies.words import salience

Details = tuple[tuple[str, str], ...]


def read_registers(told: Iterable[tuple[Event, Sequence[Claim]]], *, language: str = "en") -> Iterator[RegisterEntry]:
    """The entries of every register; an event stands in each register that one of its claims belongs to.

    Demands for one thing are one entry, whoever makes them and however often; they come last. Only they are held.

    Args:
        told: events with their claims.
        language: of the subjects ("en", "es").
    """
    demands: dict[str, list[tuple[Event, Claim]]] = {}
    for event, claims in told:
        for register, types in salience().registers.items():
            mine = [claim for claim in claims if claim.type in types]
            if register == "demands":
                for claim in mine:
                    demands.setdefault(_wanted(claim), []).append((event, claim))
            elif mine:
                yield _entry(register, event, mine, language)
    for wanted in sorted(demands):
        yield _demand(demands[wanted])


def _entry(register: str, event: Event, claims: Sequence[Claim], language: str) -> RegisterEntry:
    type = _most(claim.type for claim in claims)
    details = [("type", type.value), ("state", _state(claims))]
    details += _said("who", (claim.actor.known_as for claim in claims if claim.actor))
    details += _said("what", (claim.target.text for claim in claims if claim.target))
    details += _said("place", (claim.place.text for claim in claims if claim.place))
    for claim in claims:
        if claim.count:
            details.append((claim.count.what.value, claim.count.text))
    details += _said("according to", (claim.attribution.known_as for claim in claims if claim.attribution))
    return RegisterEntry(
        register=register,
        event=event.id,
        begin=event.begin,
        finish=event.finish,
        subject=subject(event, type, claims, language=language),
        details=tuple(dict.fromkeys(details)),
        claims=tuple(claim.id for claim in claims),
    )


def _state(claims: Sequence[Claim]) -> str:
    """`called` (planned or demanded, not done), `denied`, `hypothetical`, `under way`, `ended` or `done`."""
    done = [claim for claim in claims if claim.modality.happened]
    if not done:
        said = {claim.modality for claim in claims}
        if said & {Modality.PLANNED, Modality.DEMANDED}:
            return "called"
        return "denied" if said == {Modality.DENIED} else "hypothetical"
    stretches = [claim.date for claim in done if claim.date and claim.date.finish]
    is_over = any(when.begin is None or (when.finish or when.begin) > when.begin for when in stretches)
    lasting = any(claim.type in (EventType.STRIKE, EventType.BLOCKADE, EventType.OCCUPATION) for claim in done)
    if lasting:
        return "ended" if is_over else "under way"
    return "done"


def _said(key: str, words: Iterable[str]) -> list[tuple[str, str]]:
    """Each wording once, without case, in the order first said."""
    seen: dict[str, str] = {}
    for text in words:
        seen.setdefault(plain(text), " ".join(text.split()))
    return [(key, text) for text in seen.values()]


def _most(types: Iterable[EventType]) -> EventType:
    often = Counter(types)
    return min(often, key=lambda type: (-often[type], type.value))


def _wanted(claim: Claim) -> str:
    """What is demanded, comparable; a demand without an object stands alone."""
    return plain(claim.target.text) if claim.target else f"\uffff{claim.id}"


def _demand(told: Sequence[tuple[Event, Claim]]) -> RegisterEntry:
    claims = [claim for _, claim in told]
    events = sorted({event.id: event for event, _ in told}.values(), key=lambda e: (e.begin or date.max, e.id))
    days = [day for event in events for day in (event.begin, event.finish) if day]
    details = _said("who", (claim.actor.known_as for claim in claims if claim.actor))
    details += _said("place", (claim.place.text for claim in claims if claim.place))
    details += [("times", str(len(claims))), ("documents", str(len({claim.document_id for claim in claims})))]
    wanted = min(
        (claim.target.text for claim in claims if claim.target), key=lambda text: (len(text), text), default=""
    )
    return RegisterEntry(
        register="demands",
        event=events[0].id,
        begin=min(days, default=None),
        finish=max(days, default=None),
        subject=" ".join(wanted.split()),
        details=tuple(details),
        claims=tuple(sorted(claim.id for claim in claims)),
    )
