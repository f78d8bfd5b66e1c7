"""What one event's claims tell of several things, line by line: a curfew and an emergency of one day are two measures.

An event is what happened at one time and place; a register has a line for each measure, vote and change of office.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from quipu.events.where import plain
from quipu.model import Span
from quipu.tallies import offices
from quipu.tallies.told import Told, kinds_in, sentence

Split = Callable[[Sequence[Told]], list[list[Told]]]


def lines_of(register: str, told: Sequence[Told]) -> list[list[Told]]:
    """The claims of an event by the things that they tell of, in their order."""
    if len(told) < 2:
        return [list(told)] if told else []
    return _SPLITS.get(register, _whole)(told)


def _whole(told: Sequence[Told]) -> list[list[Told]]:
    return [list(told)]


def _by_type(told: Sequence[Told]) -> list[list[Told]]:
    return _grouped((one, one.claim.type.value) for one in told)


def _by_outcome(told: Sequence[Told]) -> list[list[Told]]:
    """Votes that passed apart from those that failed; what tells of neither goes with the sentence before it."""
    outcomes = {_where(one): _outcome(one) for one in told}
    if len(set(outcomes.values()) - {None}) < 2:
        return [list(told)]
    found: list[tuple[Told, str]] = []
    last = next(outcome for outcome in outcomes.values() if outcome)
    for one in sorted(told, key=_where):
        last = outcomes[_where(one)] or last
        found.append((one, last))
    return _grouped(found)


def _outcome(one: Told) -> str | None:
    kinds = kinds_in("outcomes", one, sentence(one))
    return kinds[0][0] if kinds else None


def _where(one: Told) -> tuple[str, Span]:
    return one.claim.document_id, sentence(one)


def _by_person(told: Sequence[Told]) -> list[list[Told]]:
    """Changes of office by type and by whose office it is; claims that share a person are of one change, and those that
    name nobody are of the change most is told of."""
    lines: list[list[Told]] = []
    for same in _by_type(told):
        named: list[tuple[set[str], list[Told]]] = []
        nobody: list[Told] = []
        for one in same:
            people = {plain(name).split()[-1] for name in offices.holders(one) if plain(name)}
            if not people:
                nobody.append(one)
                continue
            meeting = [group for group in named if group[0] & people]
            named = [group for group in named if not group[0] & people]
            claims = [claim for group in meeting for claim in group[1]]
            named.append((people.union(*(group[0] for group in meeting)), [*claims, one]))
        if nobody and named:
            max(named, key=lambda group: len(group[1]))[1].extend(nobody)
        lines += [claims for _, claims in named] or [nobody]
    return lines


def _grouped(keyed: Iterable[tuple[Told, str]]) -> list[list[Told]]:
    found: dict[str, list[Told]] = {}
    for one, key in keyed:
        found.setdefault(key, []).append(one)
    return list(found.values())


_SPLITS: Mapping[str, Split] = MappingProxyType({
    "decrees": _by_type,
    "strikes_blockades": _by_type,
    "votes": _by_outcome,
    "office_changes": _by_person,
})  # fmt: skip
