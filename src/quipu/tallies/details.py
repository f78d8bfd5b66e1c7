"""Details of register lines: values gathered from claims, each with every claim that states it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from quipu.events.where import plain
from quipu.model import Claim, Count, Modality, RegisterDetail, Span, Stated, Words
from quipu.tallies.people_named import somebody
from quipu.tallies.times_told import day_behind
from quipu.tallies.told import Told, kinds_in

Found = tuple[str, Stated]
"""A value and what states it."""

NOT_DONE = {
    Modality.PLANNED: "called",
    Modality.DEMANDED: "called",
    Modality.DENIED: "denied",
    Modality.HYPOTHETICAL: "hypothetical",
}
"""What a line says of a thing that nobody says is done."""

_PROGRESS = (
    *("hypothetical", "denied", "called", "declared", "in force", "under way", "done"),
    *("extended", "ending announced", "called off", "ended", "lifted"),
)
"""The order in which a thing goes on: of two states of one day the later is how it stands."""


def gathered(name: str, found: Iterable[Found]) -> list[RegisterDetail]:
    """One detail per value; values that differ by case, accents and spacing are one, as first worded."""
    values: dict[str, str] = {}
    stated: dict[str, list[Stated]] = {}
    for value, source in found:
        key = plain(value) or value
        values.setdefault(key, " ".join(value.split()))
        stated.setdefault(key, []).append(source)
    return [RegisterDetail(name, values[key], tuple(dict.fromkeys(stated[key]))) for key in values]


def field(name: str, told: Iterable[Told], read: Callable[[Claim], object]) -> list[RegisterDetail]:
    """A detail from a field of the claims that has `text` and `span` (actor, target, place, attribution)."""
    found: list[Found] = []
    for one in told:
        part = read(one.claim)
        text, span = getattr(part, "text", None), getattr(part, "span", None)
        if text:
            found.append((text, Stated(one.claim.id, span)))
    return gathered(name, found)


def who_and_where(told: Sequence[Told], *, what: str = "what") -> list[RegisterDetail]:
    """Actor, object, place and source as the claims have them."""
    return [
        *actors(told),
        *field(what, told, lambda claim: claim.target),
        *field("place", told, lambda claim: claim.place),
    ]


def actors(told: Sequence[Told], name: str = "who") -> list[RegisterDetail]:
    """Who does it, as worded; a pronoun by the name that it stands for, and left out where that is not known."""
    return _named(name, told, lambda claim: claim.actor)


def by(told: Sequence[Told], read: Callable[[Claim], Words | None]) -> list[RegisterDetail]:
    """By whom, as `read` has it of a claim; as `actors`."""
    return _named("by", told, read)


def _named(name: str, told: Sequence[Told], read: Callable[[Claim], Words | None]) -> list[RegisterDetail]:
    found: list[Found] = []
    for one in told:
        words = read(one.claim)
        named = somebody(one, words) if words else None
        if named and words:
            found.append((named, Stated(one.claim.id, words.span)))
    return gathered(name, found)


def according_to(told: Sequence[Told]) -> list[RegisterDetail]:
    """Whose word the claims are, where they name a source."""
    return _named("according to", told, lambda claim: claim.attribution)


def counted(told: Sequence[Told]) -> list[RegisterDetail]:
    """Figures by their kind: in digits, as a coder may have set them; in their words where these give no number."""
    found: dict[str, list[Found]] = {}
    for one in told:
        if (count := one.claim.count) is not None:
            found.setdefault(count.what.value, []).append((figure(count), Stated(one.claim.id, count.span)))
    return [detail for name, values in found.items() for detail in gathered(name, values)]


def figure(count: Count) -> str:
    """`6`, `at least 6`, `up to 6`, `6–8`, "dozens"."""
    low, high = ("" if bound is None else f"{bound:.12g}" for bound in (count.low, count.high))
    if not low and not high:
        return count.text
    if low and high:
        return low if low == high else f"{low}–{high}"
    return f"at least {low}" if low else f"up to {high}"


def kinds(name: str, group: str, told: Sequence[Told]) -> list[RegisterDetail]:
    """The kinds of a group of words that stand in the claims' own words."""
    found = ((kind, Stated(one.claim.id, span)) for one in told for kind, span in kinds_in(group, one, one.claim.span))
    return gathered(name, found)


def states(
    told: Sequence[Told], state_of: Callable[[Told], tuple[str, Span | None]], *, always: bool = False
) -> list[RegisterDetail]:
    """`state`, how things stand by the last report, and `history`, each state with the first day it holds from,
    where there is more than one or `always`.

    Of several states of one day the one that lies further on is later ("called", then "under way").
    """
    told_states = [(_since(one, span), state, span, one.claim.id) for one in told for state, span in (state_of(one),)]
    if not always and any(row[1] == "done" for row in told_states):
        # What is done is not called for again by a later report that tells who had asked for it.
        told_states = [row for row in told_states if row[1] not in ("called", "hypothetical")]
    ordered = sorted(told_states, key=lambda row: (row[0] or date.max, _PROGRESS.index(row[1])))
    dated = [row for row in ordered if row[0] is not None] or ordered
    steps = [RegisterDetail("history", state, (Stated(claim, span),), day) for day, state, span, claim in dated]
    return history(steps, always=always)


def _since(one: Told, span: Span | None) -> date | None:
    """The day right behind the words of a state of what is done, else the claim's."""
    return (day_behind(one, span) if span and one.claim.modality is not Modality.PLANNED else None) or one.day


def history(steps: Iterable[RegisterDetail], *, always: bool = False) -> list[RegisterDetail]:
    """`state` and the steps behind it; steps that say the same one after another are one, from the first's day."""
    told: list[RegisterDetail] = []
    for step in steps:
        if told and told[-1].value == step.value:
            told[-1] = replace(told[-1], stated=(*told[-1].stated, *step.stated))
        else:
            told.append(step)
    if not told:
        return []
    last = told[-1]
    return [replace(last, name="state"), *(told if always or len(told) > 1 else ())]


def settled(one: Told) -> tuple[str, Span | None]:
    """`done`, or what the claim says instead."""
    return ("done" if one.claim.modality.happened else NOT_DONE[one.claim.modality]), None
