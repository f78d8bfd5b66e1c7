"""The second look: happenings that are open are compared whole, each with all that its reports tell.

The first pass meets one report at a time, and what the first reports of a day leave out (a name, the street) decides
where the later ones go. So at the end of each period the happenings told of in it are compared again with those that
are open, the most alike are joined first, and what was joined is compared anew. Every pair of reports counts alike
(average linkage): one day misread in one report neither joins nor parts what the others tell.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from quipu.events.clues import alike
from quipu.events.compare import compare_facts
from quipu.events.families import linking, points
from quipu.events.finding import Finding, tell_harm
from quipu.events.judge import Opinion
from quipu.events.profile import Profile


class Join(NamedTuple):
    """Two happenings by number, to be joined into the first, and why."""

    into: int
    other: int
    opinion: Opinion


def pooled(left: Profile, right: Profile) -> Opinion:
    """How strongly all that two happenings' reports tell speaks for one.

    Words shared give `pool_scale` points for a share of 1.0, and reports that tell of both `pool_told`; each fact adds
    or takes `pool_fact` of its points, at most `pool_most`: a day or place that differs is no veto here.
    """
    limits, findings = linking().limits, list[Finding]()
    share = alike(left.clues, right.clues, left.reports * right.reports)
    findings.append(Finding(limits.pool_scale * share, f"rare words shared ({share:.2f})"))
    if told := len(left.told.keys() & right.told.keys()):
        part = told / min(len(left.told), len(right.told))
        findings.append(Finding(points()["pool_told"] * part, f"{told} reports tell of both"))
    if (silent := _silence(left, right)) > limits.late_days:
        findings.append(Finding(points()["pool_late"], f"nothing told for {silent} days"))
    for one in compare_facts(left, right):
        value = max(-limits.pool_most, min(limits.pool_most, limits.pool_fact * one.points))
        findings.append(Finding(value, one.reason))
    return Opinion(sum(one.points for one in findings), "; ".join(one.reason for one in findings))


def joins(
    happenings: Mapping[int, Profile], asked: Iterable[int], near: Callable[[Profile], Iterable[int]],
    may_join: Callable[[Profile, Profile], bool]
) -> Iterator[Join]:
    """The joins of what is most alike, one by one; the caller makes each before asking for the next."""
    waiting = [(-opinion.points, a, b, opinion) for number in sorted(asked) for a, b, opinion in _likely(number, happenings, near, may_join)]
    waiting = list({(a, b): one for one in waiting for _, a, b, _ in (one,)}.values())
    version = dict.fromkeys(happenings, 0)
    heap = [(score, a, b, version[a], version[b], opinion) for score, a, b, opinion in waiting]
    heapify(heap)
    while heap:
        _, a, b, was_a, was_b, opinion = heappop(heap)
        if version.get(a) != was_a or version.get(b) != was_b:
            continue
        yield Join(a, b, opinion)
        del version[b]
        version[a] += 1
        for low, high, again in _likely(a, happenings, near, may_join):
            heappush(heap, (-again.points, low, high, version[low], version[high], again))


def _likely(number: int, happenings, near, may_join) -> Iterator[tuple[int, int, Opinion]]:
    mine = happenings[number]
    for other in near(mine):
        if other == number or not tell_harm(mine, happenings[other]):
            continue
        low, high = min(number, other), max(number, other)
        if not may_join(mine, happenings[other]):
            continue
        opinion = pooled(happenings[low], happenings[high])
        if opinion.points >= points()["pool_join"]:
            yield low, high, opinion


def _silence(left: Profile, right: Profile) -> int:
    """Days between the last report of the one and the first of the other; 0 where they overlap or are not known."""
    if not (left.first_told and left.last_told and right.first_told and right.last_told):
        return 0
    return max(0, (left.first_told - right.last_told).days, (right.first_told - left.last_told).days)
