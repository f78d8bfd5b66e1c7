"""The profile of one claim: what of it can be compared with what other claims say."""

from quipu.events.block import report_day
from quipu.events.families import group_of
from quipu.events.profile import Profile, Stated
from quipu.events.where import where_of
from quipu.model import Claim, CountKind, EventType, SourcedClaim

# Counts that can tell two happenings apart. Votes matter to ballots; crowd sizes differ too freely between sources.
_TELLING = (CountKind.KILLED, CountKind.INJURED, CountKind.ARRESTED, CountKind.VOTES)
_PARTS = ("subset", "addition", "revision")


def profile_of(sourced: SourcedClaim) -> Profile:
    """The profile of one claim."""
    claim = sourced.claim
    profile = Profile([sourced], {claim.type: claim.id}, types={claim.type}, groups={group_of(claim.type)})
    profile.first_told = profile.last_told = report_day(sourced)
    profile.is_copied = sourced.origin != claim.document_id
    profile.origins = {sourced.origin} if profile.is_copied else set()
    _add_day(profile, claim)
    where = where_of(claim.place)
    if where:
        profile.places[where] = None
        if claim.place and claim.place.span and claim.span.holds(claim.place.span):
            profile.sure_places.add(where)
    count = claim.count
    if count and count.what in _TELLING and count.relation not in _PARTS:
        profile.figures[count.what] = {(count.low, count.high)}
    profile.ages = {victim.age for victim in claim.victims if victim.age is not None}
    profile.actor.add(claim.actor)
    profile.target.add(claim.target)
    profile.told[claim.document_id] = [(claim.span.start, claim.span.end)]
    profile.has_named_arrest = claim.type is EventType.ARREST and count is None and bool(profile.target.names)
    profile.copied = {hash((sourced.origin, claim.type, len(claim.span), *_own_words(claim)))}
    stated = Stated(claim.document_id, claim.span, where)
    profile.deaths = [stated] if _is_one_death(claim) else []
    profile.tolls = [stated] if _is_risen_toll(claim) else []
    return profile


def _is_one_death(claim: Claim) -> bool:
    count = claim.count
    return claim.type is EventType.KILLING and (count is None or (count.low, count.relation) == (1.0, None))


def _is_risen_toll(claim: Claim) -> bool:
    count = claim.count
    return count is not None and count.relation == "revision" and count.what is CountKind.KILLED


def _own_words(claim: Claim) -> tuple[str | None, ...]:
    """What the claim's own words give, which is the same in a copy: a place or party taken over from before is not."""
    fields = (claim.count, claim.actor, claim.target, claim.place)
    return tuple(one.text if one and one.span and claim.span.holds(one.span) else None for one in fields)


def _add_day(profile: Profile, claim: Claim) -> None:
    """A copied passage stands beside another report's days; they say only that it happened by then."""
    when = claim.date
    if when is None:
        return
    begin, finish = when.begin or when.finish, when.finish or when.begin
    if begin is None or finish is None:
        return
    if profile.is_copied or when.basis == "anchor":
        profile.report_days.add(finish)
    elif begin == finish:
        profile.days.add(begin)
        if when.basis != "context":
            profile.sure_days.add(begin)
    else:
        profile.stretches.add((begin, finish))
