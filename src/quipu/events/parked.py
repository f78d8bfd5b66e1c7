"""Clusters that wait for a person's must-link: its claims may stand in other windows and other blocks."""

from collections.abc import Iterator, Sequence

from quipu.events.ties import Ties
from quipu.model import SourcedClaim

Cluster = list[SourcedClaim]


class Parked:
    """Holds clusters with tied claims until the end, then joins what must be one."""

    def __init__(self, ties: Ties) -> None:
        self._ties = ties
        self._waiting: list[Cluster] = []

    def take(self, cluster: Cluster) -> Iterator[Cluster]:
        """Passes a cluster on, or keeps it where one of its claims is tied."""
        if any(self._ties.is_tied(one.claim.id) for one in cluster):
            self._waiting.append(cluster)
        else:
            yield cluster

    def rest(self) -> Iterator[Cluster]:
        """The clusters kept, joined by the ties; those joined last come last."""
        clusters = self._waiting
        for group in self._groups():
            clusters = list(self._join(clusters, group))
        yield from sorted(clusters, key=lambda cluster: min(one.claim.id for one in cluster))

    def _groups(self) -> list[frozenset[str]]:
        ids = (one.claim.id for cluster in self._waiting for one in cluster)
        return sorted({self._ties.group(id) for id in ids if self._ties.is_tied(id)}, key=min)

    def _join(self, clusters: Sequence[Cluster], group: frozenset[str]) -> Iterator[Cluster]:
        """One cluster of all that hold the group's claims; of those alone where it would join what is set apart."""
        met = [cluster for cluster in clusters if any(one.claim.id in group for one in cluster)]
        yield from (cluster for cluster in clusters if all(cluster is not one for one in met))
        if not any(self._apart(a, b) for n, a in enumerate(met) for b in met[n + 1 :]):
            yield [one for cluster in met for one in cluster]
            return
        yield [one for cluster in met for one in cluster if one.claim.id in group]
        rests = ([one for one in cluster if one.claim.id not in group] for cluster in met)
        yield from (cluster for cluster in rests if cluster)

    def _apart(self, left: Cluster, right: Cluster) -> bool:
        return self._ties.apart((one.claim.id for one in left), (one.claim.id for one in right))
