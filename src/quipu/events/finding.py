"""A finding: points for or against one happening, with a reason in words."""

from typing import NamedTuple

from quipu.events.families import points
from quipu.events.profile import HARM, Profile


class Finding(NamedTuple):
    """Points for (or against) one happening, and why."""

    points: float
    reason: str


def scored(name: str, reason: str) -> Finding:
    """The points that `lexicon/common/linking.yml` gives under a name."""
    return Finding(points()[name], reason)


def never(reason: str) -> Finding:
    """A veto."""
    return Finding(points()["never"], reason)


def tell_harm(left: Profile, right: Profile) -> bool:
    """Whether both tell of people harmed, whose ages can outweigh a day; a demand or march recurs."""
    return bool(left.types & HARM and right.types & HARM)
