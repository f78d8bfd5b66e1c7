"""Whether two profiles may be of one day. Days that the words give count fully, a report's own day less."""

from datetime import date

from quipu.events.families import linking, points
from quipu.events.finding import Finding, never, scored, tell_harm
from quipu.events.profile import Profile


def same_day(left: Profile, right: Profile) -> Finding:
    """Days that the words give count fully; a report's own day says only that it happened by then.

    >>> same_day(said_on("2022-12-11"), told_on("2022-12-12"))  # Finding(1.2, "told a day later")
    """
    if left.days and right.days:
        return _days_apart(left, right)
    if left.days and right.stretches:
        return _within(left.days, right)
    if right.days and left.stretches:
        return _within(right.days, left)
    if left.stretches and right.stretches:
        meets = any(a <= d and c <= b for a, b in left.stretches for c, d in right.stretches)
        return _overlap(left, right) if meets and not _chains(left, right) else never("other days")
    return _by_report(left, right) or scored("day_unknown", "no day")


def _days_apart(left: Profile, right: Profile) -> Finding:
    """Days of the claims' own sentences count first; a day taken over from a sentence before may be another's.

    All days of both together may not spread further than the limits, or events would chain from day to day.
    """
    is_sure = bool(left.sure_days and right.sure_days)
    mine, theirs = left.sure_days or left.days, right.sure_days or right.days
    spread, limits = _spread(mine, theirs), linking().limits
    is_one_telling = not is_sure and _one_report_of_harm(left, right)
    # The gap is asked for last: most pairs that are compared lie far apart, and some happenings have many days.
    gap = _gap(mine, theirs) if is_one_telling or spread <= limits.far_days else spread
    if gap and is_one_telling:
        return scored("day_told_unsure", f"{gap} days apart in one report")
    if spread > limits.far_days:
        return never(f"{spread} days apart")
    if gap == 0:
        return scored("day_same", "same day")
    is_one_report = not left.told.keys().isdisjoint(right.told)
    if is_sure and is_one_report and gap <= limits.far_days and tell_harm(left, right):
        return scored("day_told_sure", f"{gap} days apart in one report")
    if gap == 1 and spread <= limits.anchor_days:
        return scored("day_next" if is_sure else "day_next_unsure", "next day")
    if not is_sure and spread <= limits.anchor_days:
        return scored("day_near_unsure", f"{gap} days apart")
    if tell_harm(left, right) and spread <= limits.far_days:
        return scored("day_far", f"{gap} days apart")
    return never(f"{spread} days apart")


def _spread(mine: set[date], theirs: set[date]) -> int:
    return (max(max(mine), max(theirs)) - min(min(mine), min(theirs))).days


def _gap(mine: set[date], theirs: set[date]) -> int:
    if not mine.isdisjoint(theirs):
        return 0
    return min(abs((a - b).days) for a in mine for b in theirs)


def _one_report_of_harm(left: Profile, right: Profile) -> bool:
    return tell_harm(left, right) and not left.told.keys().isdisjoint(right.told)


def _within(days: set[date], other: Profile) -> Finding:
    inside = any(a <= day <= b for day in days for a, b in other.stretches)
    if (max(days) - min(days)).days > linking().limits.far_days:
        return never("other days")
    return _overlap(other, other) if inside else never("other days")


def _chains(left: Profile, right: Profile) -> bool:
    """Whether stretches that overlap one by one would grow into a happening longer than any that is told."""
    both = left.stretches | right.stretches
    told = max((b - a).days for a, b in both)
    return (max(b for _, b in both) - min(a for a, _ in both)).days > told + linking().limits.longest_days


def _overlap(left: Profile, right: Profile) -> Finding:
    """A long stretch ("in December") says little of the day."""
    longest = max((b - a).days for a, b in left.stretches | right.stretches)
    share = 1.0 if longest <= 2 else 0.5 if longest <= linking().limits.longest_days else 0.1
    return Finding(points()["day_overlap"] * share, "days overlap")


def _by_report(left: Profile, right: Profile) -> Finding | None:
    if not (left.days or left.stretches or right.days or right.stretches):
        if not (left.report_days and right.report_days):
            return None
        lag = min(abs((a - b).days) for a in left.report_days for b in right.report_days)
        return _lag(lag, tell_harm(left, right))
    if _one_report_of_harm(left, right):
        return scored("day_told_unsure", "told in one report")
    said, told = (left, right) if left.days or left.stretches else (right, left)
    if not told.report_days:
        return None
    known = said.days or {b for _, b in said.stretches}
    lag = min(((t - d).days for t in told.report_days for d in known), key=lambda n: (n < 0, abs(n)))
    return _lag(lag, tell_harm(left, right))


def _lag(lag: int, may_be_late: bool) -> Finding:
    limits = linking().limits
    if 0 <= lag <= 1:
        return scored("day_near_anchor", "told on the day" if lag == 0 else "told a day later")
    if 1 < lag <= limits.anchor_days:
        return scored("day_after_anchor", f"told {lag} days later")
    if may_be_late and 1 < lag <= limits.late_days:
        return scored("day_late", f"told {lag} days later")
    return never("told on another day")
