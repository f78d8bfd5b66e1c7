"""A window of open clusters: claims join the report's own bundle first, then bundles join what other reports tell.

Claims arrive in the canonical order (block, day of the report, id), so greedy joining gives the same clusters whatever
order the documents were read in. A cluster is closed when no report of a later day could join it.
"""

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappop, heappush

from quipu.events.clues import Clues, Kept
from quipu.events.judge import Opinion, judge, judgement
from quipu.events.pooling import find_joins
from quipu.events.profile import Profile
from quipu.events.profiling import profile_of
from quipu.events.shared import Key, Shared, kept_keys
from quipu.events.shelf import Shelf
from quipu.events.ties import Ties
from quipu.model import Judgement, SourcedClaim, Verdict


class Window:
    """Open clusters of one block, indexed by what a bundle could share with them; their claims lie on the shelf."""

    def __init__(self, ties: Ties, clues: Clues, shelf: Shelf) -> None:
        self._ties = ties
        self._clues = clues
        self._shelf = shelf
        self._open: dict[int, Profile] = {}
        self._shelved: dict[int, array[int]] = {}
        self._shared = Shared()
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
            yield self._shelf.get(self._shelved.pop(number))
            self._forget(number)

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
            mine, theirs = self._open[earlier], self._open[later]
            yield judgement(mine, theirs, opinion)
            mine.update(theirs)
            self._shelved[earlier] += self._shelved.pop(later)
            self._shared.add(earlier, self._forget(later))

    def _joinable(self, mine: Profile) -> Iterator[int]:
        """Open clusters that share a key and that no person has set apart."""
        for number in self._shared.most(mine):
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
        numbers = self._shared.most(bundle)
        best = self._best(bundle, [self._open[n] for n in numbers])
        if best and best[1].verdict is not Verdict.NEGATIVE:
            yield judgement(best[0], bundle, best[1])
        place, bundle.claims = self._shelf.put(bundle.claims), []
        if best and best[1].verdict is Verdict.POSITIVE:
            number = next(n for n in numbers if self._open[n] is best[0])
            best[0].update(bundle)
        else:
            number, self._next = self._next, self._next + 1
            self._open[number] = bundle
        self._shelved.setdefault(number, array("Q")).append(place)
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

    def _remember(self, number: int, bundle: Profile) -> None:
        self._fresh.add(number)
        self._await(number)
        self._shared.add(number, kept_keys(bundle))

    def _forget(self, number: int) -> list[Key]:
        del self._open[number]
        return self._shared.forget(number)


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
