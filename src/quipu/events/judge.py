"""Judging a pair of profiles: the points of all findings, a verdict, and the reasons in words."""

import math
from typing import NamedTuple

from quipu.events.compare import compare
from quipu.events.families import linking, points
from quipu.events.profile import Profile
from quipu.model import Judgement, Verdict


class Opinion(NamedTuple):
    """The sum of points about two profiles and the reasons."""

    points: float
    reason: str

    @property
    def verdict(self) -> Verdict:
        """Positive from `link` points, unsure from `unsure`, else negative."""
        if self.points >= points()["link"]:
            return Verdict.POSITIVE
        return Verdict.UNSURE if self.points >= points()["unsure"] else Verdict.NEGATIVE


def judge(left: Profile, right: Profile) -> Opinion:
    """How strongly two profiles speak for one happening."""
    total, reasons = 0.0, []
    for finding in compare(left, right):
        total += finding.points
        reasons.append(finding.reason)
    return Opinion(total, "; ".join(reasons))


def judgement(left: Profile, right: Profile, opinion: Opinion) -> Judgement:
    """The opinion as a row about one claim of each side: the first of a type that both tell, else the first.

    `score` is 0.0 to 1.0, and 0.5 at the number of points that links.
    """
    a, b = _speaker(left, right), _speaker(right, left)
    score = 1 / (1 + math.exp(max(-30.0, min(30.0, points()["link"] - opinion.points))))
    by = f"rule:link@{linking().version}"
    return Judgement(min(a, b), max(a, b), opinion.verdict, round(score, 3), opinion.reason, by)


def _speaker(mine: Profile, theirs: Profile) -> str:
    shared = (id for type, id in mine.speakers.items() if type in theirs.types)
    return next(shared, next(iter(mine.speakers.values())))
