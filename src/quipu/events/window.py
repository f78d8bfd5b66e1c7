"""A window of open clusters: claims join the report's own bundle first, then bundles join what other reports tell.

Claims arrive in the canonical order (block, day of the report, id), so greedy joining gives the same clusters whatever
order the documents were read in. A cluster is closed when no report of a later day could join it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from quipu.events.clues import Clues, Kept
from quipu.events.families import linking
from quipu.events.judge import Opinion, judge, judgement
from quipu.events.pooling import find_joins
from quipu.events.profile import Profile, profile_of
from quipu.events.ties import Ties
from quipu.events.where import Level, Where
from quipu.model import Judgement, SourcedClaim, Verdict

Key = tuple[object, ...]
_LOOKED_UP = 200
# Open events looked up under one key, the latest first: bounds the work where one city fills the record.
_CELL = 10.0
# Cells of a tenth of a degree (11 km or less): a neighbour within `near_km` lies in this cell or one beside it.


class Window:
    """Open clusters of one block, indexed by what a bundle could share with them."""

    def __init__(self, ties: Ties, clues: Clues) -> None:
        self._ties = ties
        self._clues = clues
        self._open: dict[int, Profile] = {}
        self._index: dict[Key, dict[int, None]] = {}
        self._keys: dict[int, set[Key]] = {}
        self._next = 0
        self._fresh: set[int] = set()

    def take(self, claims: list[SourcedClaim]) -> Iterator[Judgement]:
        """Files the claims of one day's reports; yields the judgements that join them, and those for a person."""
        bundles: list[Profile] = []
        for report in _by_source(claims):
            mine: list[Profile] = []
            for one in report:
                yield from self._bundle(mine, profile_of(one))
            bundles += map(self._clued, mine)
        for bundle in sorted(bundles, key=_most_telling_first):
            yield from self._file(bundle)

    def close(self, before: date | None = None) -> Iterator[list[SourcedClaim]]:
        """The clusters that nothing told on or after `before` can join (all of them without a day)."""
        for number, cluster in list(self._open.items()):
            horizon = cluster.horizon()
            if before is None or (horizon is not None and horizon < before):
                self._forget(number)
                yield cluster.claims

    def settle(self) -> Iterator[Judgement]:
        """Compares what reports told of since the last time with all that is open; yields the judgements that join."""
        asked = [number for number in self._fresh if number in self._open and self._open[number].clues]
        self._fresh.clear()
        for earlier, later, opinion in find_joins(self._open, asked, self._joinable):
            mine, theirs, keys = self._open[earlier], self._open[later], self._keys[later]
            yield judgement(mine, theirs, opinion)
            self._forget(later)
            mine.update(theirs)
            self._index_under(earlier, keys)

    def _joinable(self, mine: Profile) -> Iterator[int]:
        """Open clusters that share a key and that no person has set apart."""
        for number in self._candidates(mine):
            if not (self._ties.keep_apart and self._ties.apart(_ids(mine), _ids(self._open[number]))):
                yield number

    def _bundle(self, bundles: list[Profile], new: Profile) -> Iterator[Judgement]:
        best = self._best(new, bundles)
        if best and best[1].verdict is Verdict.POSITIVE:
            yield judgement(best[0], new, best[1])
            best[0].update(new)
        else:
            bundles.append(new)

    def _clued(self, bundle: Profile) -> Profile:
        """A report's bundle with the rare words near its claims."""
        bundle.reports = 1
        for document in bundle.told:
            bundle.clues = self._clues.near(document, (one.claim.span for one in bundle.claims))
            bundle.kept = {document: [Kept.of(bundle.clues)]}
        return bundle

    def _file(self, bundle: Profile) -> Iterator[Judgement]:
        numbers = self._candidates(bundle)
        best = self._best(bundle, [self._open[n] for n in numbers])
        if best and best[1].verdict is not Verdict.NEGATIVE:
            yield judgement(best[0], bundle, best[1])
        if best and best[1].verdict is Verdict.POSITIVE:
            number = next(n for n in numbers if self._open[n] is best[0])
            best[0].update(bundle)
        else:
            number, self._next = self._next, self._next + 1
            self._open[number] = bundle
        self._remember(number, bundle)

    def _best(self, new: Profile, others: Iterable[Profile]) -> tuple[Profile, Opinion] | None:
        """The likeliest of the others that no person has set apart from the new one; the first of equals."""
        best: tuple[Profile, Opinion] | None = None
        for other in others:
            if self._ties.keep_apart and self._ties.apart(_ids(new), _ids(other)):
                continue
            opinion = judge(other, new)
            if best is None or opinion.points > best[1].points:
                best = other, opinion
        return best

    def _candidates(self, bundle: Profile) -> list[int]:
        """Open clusters that share a key, those that share most first, then the latest; at most `candidates`."""
        shared: dict[int, int] = {}
        for key in _asked_keys(bundle):
            for number in islice(reversed(self._index.get(key, {})), _LOOKED_UP):
                shared[number] = shared.get(number, 0) + 1
        ranked = sorted(shared, key=lambda number: (-shared[number], -number))
        return sorted(ranked[: linking().limits.candidates])

    def _remember(self, number: int, bundle: Profile) -> None:
        self._fresh.add(number)
        self._index_under(number, _kept_keys(bundle))

    def _index_under(self, number: int, keys: Iterable[Key]) -> None:
        mine = self._keys.setdefault(number, set())
        for key in keys:
            if key not in mine:
                mine.add(key)
                self._index.setdefault(key, {})[number] = None

    def _forget(self, number: int) -> None:
        del self._open[number]
        for key in self._keys.pop(number):
            del self._index[key][number]
            if not self._index[key]:
                del self._index[key]


def _ids(profile: Profile) -> Iterator[str]:
    return (one.claim.id for one in profile.claims)


def _by_source(claims: list[SourcedClaim]) -> Iterator[list[SourcedClaim]]:
    """The claims of each report, those of passages that it copied apart."""
    reports: dict[tuple[str, str], list[SourcedClaim]] = {}
    for one in claims:
        reports.setdefault((one.claim.document_id, one.origin), []).append(one)
    for report in sorted(reports):
        yield sorted(reports[report], key=lambda one: (one.claim.span, one.claim.id))


def _most_telling_first(bundle: Profile) -> tuple[bool, int, int, int, str]:
    """Dated, placed and counted bundles found clusters; bare ones join them."""
    level = max((where.level for where in bundle.places), default=0)
    return not bundle.days, -int(level), -len(bundle.figures), -len(bundle.claims), min(_ids(bundle))


def _kept_keys(bundle: Profile) -> Iterator[Key]:
    """Keys under which a cluster can be found."""
    yield from _common_keys(bundle)
    for where in bundle.narrowest():
        if where.level is Level.REGION:
            yield "region", where.country, where.region or where.name
        elif where.region:
            yield "town in", where.country, where.region
        if where.lat is not None and where.lon is not None:
            yield "cell", round(where.lat * _CELL), round(where.lon * _CELL)


def _asked_keys(bundle: Profile) -> Iterator[Key]:
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
    for document in {*bundle.told, *(one.origin for one in bundle.claims)}:
        yield "document", document
    for where in bundle.places:
        yield "name", where.name
        if where.geonameid is not None:
            yield "place", where.geonameid
    heaviest = sorted(bundle.clues, key=lambda clue: (-bundle.clues[clue], clue))
    for clue in heaviest[: linking().limits.clue_keys]:
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
