"""The second look: happenings that are open are compared whole, each with all that its reports tell.

The first pass meets one report at a time, and what the first reports of a day leave out (a name, a street) decides
where the later ones go. So at the end of each period the happenings told of in it are compared again with those that
are open; the most alike are joined first, and what was joined is compared anew. Every pair of reports counts alike
(average linkage): one day or place misread in one report neither joins nor parts what the others tell.
Only people harmed are looked at again: a march or a speech is told in another's words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from typing import NamedTuple

from quipu.events.compare import compare_facts
from quipu.events.compare_words import word_share
from quipu.events.families import linking, points
from quipu.events.finding import Finding, tell_harm
from quipu.events.judge import Opinion
from quipu.events.profile import Profile
from quipu.model import Verdict

Near = Callable[[Profile], Iterable[int]]
_Waiting = tuple[float, int, int, int, int, Opinion]


class Join(NamedTuple):
    """Two happenings by number: the later is to be joined into the earlier, and why."""

    earlier: int
    later: int
    opinion: Opinion


def pool(left: Profile, right: Profile, share: float) -> Opinion:
    """How strongly all that two happenings' reports tell speaks for one, where they share so much of their rare words.

    Rare words count most. Each fact counts for `pool_fact` of its points and at most `pool_most`, also one that vetoes
    where single reports are compared; so do reports that tell of both, and a long silence between the two.
    """
    findings = [Finding(linking().limits.pool_scale * share, f"rare words shared ({share:.2f})")]
    findings += _told_of_both(left, right)
    findings += _silence(left, right)
    findings += (_bounded(fact) for fact in compare_facts(left, right))
    return Opinion(sum(one.points for one in findings), "; ".join(one.reason for one in findings))


def find_joins(happenings: Mapping[int, Profile], asked: Iterable[int], near: Near) -> Iterator[Join]:
    """What should be joined, the most alike first; the caller makes each join in `happenings` before the next.

    Args:
        happenings: all that are open, by number.
        asked: those to look at again.
        near: the numbers of those that a happening may be one with.
    """
    times, waiting = dict.fromkeys(happenings, 0), list[_Waiting]()
    for number in sorted(asked):
        _ask(number, happenings, near, times, waiting)
    while waiting:
        _, earlier, later, *then, opinion = heappop(waiting)
        if [times.get(earlier), times.get(later)] != then:
            continue  # One of the two has been joined with another since.
        yield Join(earlier, later, opinion)
        del times[later]
        times[earlier] += 1
        _ask(earlier, happenings, near, times, waiting)


def _ask(
    number: int, happenings: Mapping[int, Profile], near: Near, times: Mapping[int, int], waiting: list[_Waiting]
) -> None:
    """Puts down every happening that this one should be joined with, and how often each was joined so far."""
    mine = happenings[number]
    for other in near(mine):
        if other == number or not tell_harm(mine, happenings[other]):
            continue
        earlier, later = sorted((number, other))
        left, right = happenings[earlier], happenings[later]
        share = word_share(left, right)
        if not _may_be_one(left, right, share):
            continue
        opinion = pool(left, right, share)
        if opinion.verdict is Verdict.POSITIVE:
            heappush(waiting, (-opinion.points, earlier, later, times[earlier], times[later], opinion))


def _may_be_one(left: Profile, right: Profile, share: float) -> bool:
    """Whether it is worth comparing them: they share a report or more words than by chance.

    Facts alone join nothing here: deaths of other days in one town agree in place, number and often in age.
    """
    return share >= linking().limits.pool_floor or not left.told.keys().isdisjoint(right.told)


def _bounded(fact: Finding) -> Finding:
    limits = linking().limits
    return Finding(max(-limits.pool_most, min(limits.pool_most, limits.pool_fact * fact.points)), fact.reason)


def _told_of_both(left: Profile, right: Profile) -> Iterator[Finding]:
    if both := len(left.told.keys() & right.told.keys()):
        share = both / min(len(left.told), len(right.told))
        yield Finding(points()["pool_told"] * share, "told in one report" if both == 1 else f"told in {both} reports")


def _silence(left: Profile, right: Profile) -> Iterator[Finding]:
    """Many days between the last report of the one and the first of the other."""
    if not (left.first_told and left.last_told and right.first_told and right.last_told):
        return
    silent = max((left.first_told - right.last_told).days, (right.first_told - left.last_told).days)
    if silent > linking().limits.late_days:
        yield Finding(points()["pool_late"], f"nothing told for {silent} days")
