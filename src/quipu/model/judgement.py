"""Judgements: decisions about pairs of claims, kept beside them and never overwritten."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement says of a pair: the same happening, not the same, or undecided."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Are two claims about one happening? By a rule (`rule:…`) or a person (`person:…`), with a reason in words."""

    left: str
    right: str
    verdict: Verdict
    score: float
    reason: str
    by: str
    at: str | None = None
    withdrawn_at: str | None = None
