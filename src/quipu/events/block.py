"""Blocks: only claims of one family of types are compared, in the order of their days."""

from datetime import date

from quipu.events.families import family_of
from quipu.model import Claim, SourcedClaim


def block_of(claim: Claim) -> str:
    """The family of a claim's type (`street`, `removal`, …).

    The country is no part of the key: a report whose place the gazetteer could not resolve would then never meet one
    whose place it could. Places are indexed inside the window of days instead.
    """
    return family_of(claim.type)


def block_day(claim: Claim) -> date | None:
    """The day that orders a claim within its block: the first it may have happened on, or None."""
    return (claim.date.begin or claim.date.finish) if claim.date else None


def report_day(one: SourcedClaim) -> date | None:
    """The day in whose order claims are linked: their report's, so that one report's claims are met together.

    For want of one, the day that the claim itself gives.
    """
    return one.published or block_day(one.claim)
