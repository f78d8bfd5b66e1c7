"""Merges and splits as they add up: the later one wins where two cannot both hold."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from quipu.model import Decision, Judgement, Verdict


class Sides:
    """Claims that persons put together, and pairs of claims that they put apart."""

    def __init__(self) -> None:
        self._group: dict[str, frozenset[str]] = {}
        self._apart: dict[frozenset[str], Decision] = {}
        self._by: dict[str, Decision] = {}
        self._overruled: dict[tuple[int, int], tuple[Decision, Decision]] = {}

    def merge(self, decision: Decision, claims: Sequence[str]) -> None:
        """All the claims are one event, and so is what had been merged with them; earlier splits of them end."""
        whole = frozenset[str]().union(*(self._group.get(claim, frozenset((claim,))) for claim in claims))
        for pair in [pair for pair in self._apart if pair <= whole]:
            self._overrule(self._apart.pop(pair), decision)
        self._set(decision, whole)

    def split(self, decision: Decision, leaving: Sequence[str], staying: Sequence[str]) -> None:
        """Those that leave are one event, of which none that stays is part; earlier merges of them end."""
        gone, left_behind = frozenset(leaving), frozenset(staying)
        for group in {self._group[claim] for claim in gone if claim in self._group}:
            if group & left_behind:
                self._overrule(self._by[min(group)], decision)
            self._set(self._by[min(group)], group - gone)
        self._set(decision, gone)
        for left, right in product(leaving, staying):
            self._apart[frozenset((left, right))] = decision

    def contested(self) -> Iterator[tuple[Decision, Decision]]:
        """Decisions that another coder's later one ended, each with that; none where the first has answered since."""
        pairs = list(self._overruled.values())
        for earlier, later in pairs:
            if not any(ended is later and by.coder == earlier.coder for ended, by in pairs):
                yield earlier, later

    def judgements(self) -> Iterator[Judgement]:
        """Must-links, a chain through each group, and cannot-links pair by pair."""
        for group in sorted(set(self._group.values()), key=min):
            for left, right in pairwise(sorted(group)):
                yield _judgement(left, right, Verdict.POSITIVE, self._by[left])
        for pair in sorted(self._apart, key=sorted):
            left, right = sorted(pair)
            yield _judgement(left, right, Verdict.NEGATIVE, self._apart[pair])

    def _overrule(self, earlier: Decision, later: Decision) -> None:
        if earlier.coder != later.coder:
            self._overruled[earlier.number, later.number] = earlier, later

    def _set(self, decision: Decision, group: frozenset[str]) -> None:
        for claim in group:
            self._group[claim] = group
            self._by[claim] = decision


def _judgement(left: str, right: str, verdict: Verdict, decision: Decision) -> Judgement:
    return Judgement(left, right, verdict, 1.0, decision.reason, f"person:{decision.coder}", decision.at)
