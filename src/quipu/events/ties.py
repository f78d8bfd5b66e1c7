"""What persons have decided: claims that must be one event, and claims that must not. Both always win over rules."""

from collections.abc import Iterable

from quipu.model import Judgement, Verdict


class Ties:
    """Must-links as groups, cannot-links as pairs. Judgements by rules, unsure ones and withdrawn ones are passed over.

    Where a person's must-link would join what a cannot-link keeps apart, the cannot-link stands.
    """

    def __init__(self, decided: Iterable[Judgement]) -> None:
        judged = [one for one in decided if one.by.startswith("person:") and one.withdrawn_at is None]
        self._apart: dict[str, set[str]] = {}
        for one in judged:
            if one.verdict is Verdict.NEGATIVE:
                self._apart.setdefault(one.left, set()).add(one.right)
                self._apart.setdefault(one.right, set()).add(one.left)
        self._group: dict[str, frozenset[str]] = {}
        for one in sorted(judged, key=lambda one: (one.at or "", one.left, one.right)):
            if one.verdict is Verdict.POSITIVE:
                self._tie(one.left, one.right)

    def _tie(self, left: str, right: str) -> None:
        mine, theirs = self.group(left), self.group(right)
        if not self.apart(mine, theirs):
            for member in (whole := mine | theirs):
                self._group[member] = whole

    def group(self, claim: str) -> frozenset[str]:
        """The claims that must be in one event with this one, itself too."""
        return self._group.get(claim) or frozenset((claim,))

    def is_parted(self, claim: str) -> bool:
        """Whether the claim must not be in one event with some other."""
        return claim in self._apart

    def is_tied(self, claim: str) -> bool:
        """Whether the claim must be in one event with another."""
        return claim in self._group

    def apart(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Whether any of the left must not be in one event with any of the right."""
        others = set(right)
        return any(not others.isdisjoint(self._apart.get(claim, ())) for claim in left)
