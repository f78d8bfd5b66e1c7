"""Registers: decrees, office changes, votes, strikes, attacks on the press, reactions from abroad, demands, quotes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from quipu.model import Claim, Document, Event, EventType, RegisterDetail, RegisterEntry, SourcedClaim, Stated
from quipu.tallies import ballots, decrees, offices, press, reactions, strikes
from quipu.tallies.apart import lines_of
from quipu.tallies.chains import CHAINED, Line, chained, line_of
from quipu.tallies.quotations import Claimed, read_quotes
from quipu.tallies.timeline import subject
from quipu.tallies.told import Told, tell
from quipu.tallies.votes_told import Votes
from quipu.tallies.wished import wished
from quipu.tallies.wishes import Key, Wish, read_wishes, wish_entry
from quipu.tallies.words import salience

_READ = {
    "decrees": decrees.details,
    "office_changes": offices.details,
    "votes": ballots.details,
    "strikes_blockades": strikes.details,
    "press": press.details,
}
_NO_TEXTS: Mapping[str, Document] = MappingProxyType({})


def read_registers(
    told: Iterable[tuple[Event, Sequence[SourcedClaim]]],
    documents: Mapping[str, Document] = _NO_TEXTS,
    *,
    home: str | None = None,
    language: str = "en",
) -> Iterator[RegisterEntry]:
    """The entries of every register; an event stands in each register that one of its claims belongs to.

    Decrees and strikes that go on are one entry (`chains`), so are demands for one thing, whoever makes them and
    however often; these and the quotes, by speaker, come last.
    Quotes are read from the reports themselves, with or without a claim in them.

    Args:
        told: events with their claims, each with its source.
        documents: the reports by id, with their texts; what only the words tell (rights, sides of a vote, quotes) is
            left out for a report that is not there.
        home: ISO 3166-1 alpha-2 of the country that the record is about; reactions of others are from abroad.
        language: of the subjects ("en", "es").
    """
    wishes: dict[Key, list[Wish]] = {}
    lines: list[Line] = []
    claimed, votes = Claimed(), Votes()
    for event, claims in told:
        own = tell(claims, documents)
        for register, types in salience().registers.items():
            mine = [one for one in own if one.claim.type in types]
            if register == "demands":
                for one in (*mine, *wished(own)):
                    for key, wish in read_wishes(event, one):
                        wishes.setdefault(key, []).append(wish)
            elif register == "reactions":
                yield from _reactions(event, mine, home, language)
            elif register in _READ:
                mine = [one for one in mine if strikes.tells(one)] if register == "strikes_blockades" else mine
                for same in lines_of(register, mine):
                    entry = _entry(register, event, same, _READ[register](same), language)
                    if register == "votes":
                        votes.add(entry, same)
                    elif register not in CHAINED:
                        yield entry
                    else:
                        lines.append(line_of(entry, _most(one.claim.type for one in same), event))
        claimed.add(event, claims)
    yield from votes
    yield from chained(lines)
    yield from (wish_entry(key, wishes[key]) for key in sorted(wishes))
    yield from read_quotes(documents, claimed, language=language)


def _reactions(event: Event, told: Sequence[Told], home: str | None, language: str) -> Iterator[RegisterEntry]:
    """One line per event for those of its claims that come from abroad."""
    home = home or (event.place.country if event.place else None)
    mine = [one for one in told if reactions.is_reaction(one, home)]
    if mine:
        yield _entry("reactions", event, mine, reactions.details(mine, home), language)


def _entry(
    register: str, event: Event, told: Sequence[Told], details: Sequence[RegisterDetail], language: str
) -> RegisterEntry:
    claims = [one.claim for one in told]
    type = _most(claim.type for claim in claims)
    return RegisterEntry(
        register=register,
        event=event.id,
        begin=event.begin,
        finish=event.finish,
        subject=subject(event, type, claims, language=language),
        details=(_type(type, claims), *details),
        claims=tuple(claim.id for claim in claims),
    )


def _type(type: EventType, claims: Sequence[Claim]) -> RegisterDetail:
    return RegisterDetail("type", type.value, tuple(Stated(claim.id) for claim in claims if claim.type is type))


def _most(types: Iterable[EventType]) -> EventType:
    often = Counter(types)
    return min(often, key=lambda type: (-often[type], type.value))
