"""Which open clusters share something with a bundle: an index of what each tells, by keys."""

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nlargest, nsmallest
from itertools import chain, islice
from operator import neg

from quipu.events.families import linking
from quipu.events.profile import Profile
from quipu.events.where import Level, Where

Key = tuple[object, ...]
_LOOKED_UP = 200
# Open events looked up under one key, the latest first: bounds the work where one city fills the record.
_CELL = 10.0
# Cells of a tenth of a degree (11 km or less): a neighbour within `near_km` lies in this cell or one beside it.


class Shared:
    """The numbers of clusters by what they tell. Most keys are one cluster's alone: they hold the number itself."""

    def __init__(self) -> None:
        self._found: dict[Key, int | dict[int, None]] = {}
        self._keys: dict[int, list[Key]] = {}

    def add(self, number: int, keys: Iterable[Key]) -> None:
        """Indexes a cluster, also under these keys."""
        mine = self._keys.get(number, [])
        new = set(keys).difference(mine)
        for key in new:
            known = self._found.setdefault(key, number)
            if isinstance(known, dict):
                known[number] = None
            elif known != number:
                self._found[key] = {known: None, number: None}
        self._keys[number] = [*mine, *new]

    def forget(self, number: int) -> list[Key]:
        """Takes a cluster out; gives the keys that it had."""
        keys = self._keys.pop(number)
        for key in keys:
            known = self._found[key]
            if isinstance(known, dict):
                del known[number]
            if known == number or not known:
                del self._found[key]
        return keys

    def most(self, bundle: Profile) -> list[int]:
        """Those that share a key with a bundle, most keys first, then the latest; at most `candidates`, by number."""
        found = (self._latest(key) for key in asked_keys(bundle) if key in self._found)
        shared = Counter(chain.from_iterable(found))
        most = nlargest(linking().limits.candidates, zip(shared.values(), shared, strict=True))
        return sorted(number for _, number in most)

    def _latest(self, key: Key) -> Iterable[int]:
        known = self._found[key]
        return islice(reversed(known), _LOOKED_UP) if isinstance(known, dict) else (known,)


def kept_keys(bundle: Profile) -> Iterator[Key]:
    """Keys under which a cluster can be found."""
    yield from _common_keys(bundle)
    for where in bundle.narrowest():
        if where.level is Level.REGION:
            yield "region", where.country, where.region or where.name
        elif where.region:
            yield "town in", where.country, where.region
        if where.lat is not None and where.lon is not None:
            yield "cell", round(where.lat * _CELL), round(where.lon * _CELL)


def asked_keys(bundle: Profile) -> Iterator[Key]:
    """Keys under which a bundle looks for clusters."""
    yield from _common_keys(bundle)
    for where in bundle.narrowest():
        if where.level is Level.REGION:
            yield "town in", where.country, where.region or where.name
        elif where.region:
            yield "region", where.country, where.region
        if where.level is Level.DISTRICT:
            yield "town in", where.country, where.region
        yield from _cells(where)


def _cells(where: Where) -> Iterator[Key]:
    if where.lat is not None and where.lon is not None:
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield "cell", round(where.lat * _CELL) + north, round(where.lon * _CELL) + east


def _common_keys(bundle: Profile) -> Iterator[Key]:
    """Document, place, party, and, for what nothing else finds, numbers above two and ages."""
    for document in {*bundle.told, *bundle.origins}:
        yield "document", document
    for where in bundle.places:
        yield "name", where.name
        if where.geonameid is not None:
            yield "place", where.geonameid
    for _, clue in nsmallest(
        linking().limits.clue_keys, zip(map(neg, bundle.clues.values()), bundle.clues, strict=True)
    ):
        yield "clue", clue
    for name in (*bundle.target.names, *bundle.actor.names):
        yield "party", name
    for age in bundle.ages:
        yield "age", age
    for what, figures in bundle.figures.items():
        for low, high in figures:
            number = high if low is None else low
            if number is not None and number > 2:
                yield what, number
