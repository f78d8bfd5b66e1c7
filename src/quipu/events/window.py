"""A window of open clusters: claims join the report's own bundle first, then bundles join what other reports tell.

Claims arrive in the canonical order (block, day of the report, id), so greedy joining gives the same clusters whatever
order the documents were read in. A cluster is closed when no report of a later day could join it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappop, heappush, nlargest, nsmallest
from itertools import chain, islice
from operator import neg

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
        # A heap of horizons, one for each open cluster that has one. A cluster told of again keeps its old entry,
        # which is set right when that day has come: so a day costs the clusters that end, not all that are open.
        self._horizons: list[tuple[date, int]] = []
        self._awaited: set[int] = set()

    def take(self, claims: list[SourcedClaim]) -> Iterator[Judgement]:
        """Files the claims of one day's reports; yields the judgements that join them, and those for a person."""
        bundles: list[Profile] = []
        for report in _by_source(claims):
            mine: list[Profile] = []
            for one in report:
                yield from self._bundle(mine, self._profile(one))
            bundles += map(self._clued, mine)
        for bundle in sorted(bundles, key=_most_telling_first):
            yield from self._file(bundle)

    def close(self, before: date | None = None) -> Iterator[list[SourcedClaim]]:
        """The clusters that nothing told on or after `before` can join (all of them without a day)."""
        due = sorted(self._open) if before is None else self._due(before)
        for number in due:
            claims = self._open[number].claims
            self._forget(number)
            yield claims

    def _due(self, before: date) -> list[int]:
        """The clusters whose horizon has passed, the oldest first."""
        due = []
        while self._horizons and self._horizons[0][0] < before:
            _, number = heappop(self._horizons)
            self._awaited.discard(number)
            if number in self._open and not self._await(number, before):
                due.append(number)
        return sorted(due)

    def _await(self, number: int, before: date = date.min) -> bool:
        """Puts down until when a cluster stays open; False where that was over by `before`."""
        horizon = self._open[number].horizon()
        if horizon is None or number in self._awaited:
            return True
        if horizon < before:
            return False
        heappush(self._horizons, (horizon, number))
        self._awaited.add(number)
        return True

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
            if not self._apart(mine, self._open[number]):
                yield number

    def _apart(self, left: Profile, right: Profile) -> bool:
        """Whether a person has set the two apart; asked for every pair, so only of claims that persons parted."""
        return bool(left.parted and right.parted) and self._ties.apart(left.parted, right.parted)

    def _profile(self, one: SourcedClaim) -> Profile:
        profile = profile_of(one)
        if self._ties.is_parted(one.claim.id):
            profile.parted = {one.claim.id}
        return profile

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
            if self._apart(new, other):
                continue
            opinion = judge(other, new)
            if best is None or opinion.points > best[1].points:
                best = other, opinion
        return best

    def _candidates(self, bundle: Profile) -> list[int]:
        """Open clusters that share a key, those that share most first, then the latest; at most `candidates`."""
        found = (self._index[key] for key in _asked_keys(bundle) if key in self._index)
        shared = Counter(chain.from_iterable(islice(reversed(numbers), _LOOKED_UP) for numbers in found))
        most = nlargest(linking().limits.candidates, zip(shared.values(), shared, strict=True))
        return sorted(number for _, number in most)

    def _remember(self, number: int, bundle: Profile) -> None:
        self._fresh.add(number)
        self._await(number)
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
