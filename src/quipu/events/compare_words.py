"""Whether the words near two profiles' claims speak for one happening."""

from quipu.events.clues import alike
from quipu.events.families import linking
from quipu.events.finding import Finding, tell_harm
from quipu.events.profile import Profile


def same_clues(left: Profile, right: Profile) -> Finding | None:
    """Rare words that two reports share, in deaths and injuries only: a march or a speech is told in another's words.

    >>> same_clues(monday_paper, tuesday_paper)  # Finding(2.9, "rare words shared (0.20)")
    """
    if not (tell_harm(left, right) and left.told.keys().isdisjoint(right.told)):
        return None
    share, limits = alike(left.clues, right.clues, left.reports * right.reports), linking().limits
    value = min(limits.clue_most, limits.clue_scale * (share - limits.clue_floor))
    return Finding(value, f"rare words shared ({share:.2f})") if value > 0 else None
