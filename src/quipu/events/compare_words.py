"""Whether the words near two profiles' claims speak for one happening, or against."""

import math

from quipu.events.clues import alike
from quipu.events.families import linking
from quipu.events.finding import Finding, tell_harm
from quipu.events.profile import Profile


def same_clues(left: Profile, right: Profile) -> Finding | None:
    """Rare words that two reports share, in deaths and injuries only: a march or a speech is told in another's words.

    Each time the share grows by the factor e it gains `clue_scale`; at `clue_even` it speaks neither way. Where both
    tell much that is rare and share next to none of it, that speaks against: one town has two deaths on one day.

    >>> same_clues(monday_paper, tuesday_paper)  # Finding(1.9, "rare words shared (0.20)")
    """
    if not (tell_harm(left, right) and left.told.keys().isdisjoint(right.told) and left.clues and right.clues):
        return None
    share, limits = word_share(left, right), linking().limits
    value = max(limits.clue_against, limits.clue_scale * math.log(max(share, 1e-9) / limits.clue_even))
    return Finding(value, f"rare words shared ({share:.2f})")


def word_share(left: Profile, right: Profile) -> float:
    """The mean share of rare words over all pairs of a report of the one side and another of the other: 0.0 to 1.0.

    So one odd report decides nothing. A report that tells of both is not compared with itself: its own words would
    make two happenings of a roundup one.
    """
    pairs, total = left.reports * right.reports, alike(left.clues, right.clues)
    for document in left.told.keys() & right.told:
        mine, theirs = left.kept.get(document, ()), right.kept.get(document, ())
        pairs -= len(mine) * len(theirs)
        total -= sum(one.times(other) for one in mine for other in theirs)
    return max(0.0, min(1.0, total / pairs)) if pairs > 0 else 0.0
