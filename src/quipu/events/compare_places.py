"""Whether two profiles may be of one place."""

from quipu.events.families import linking, points
from quipu.events.finding import Finding, never, scored, tell_harm
from quipu.events.profile import Profile
from quipu.events.where import Level, Where, distance_km


def same_place(left: Profile, right: Profile) -> Finding | None:
    """A place named on both sides, else the narrowest of each; a town lies in its region, other towns are elsewhere."""
    if not left.places or not right.places:
        return None
    if any(where.level is not Level.COUNTRY for where in left.places.keys() & right.places):
        return scored("place_same", "same place")
    told_together = not left.told.keys().isdisjoint(right.told)
    pairs = ((a, b) for a in left.narrowest() for b in right.narrowest())
    best = max((_two_places(a, b, told_together) for a, b in pairs), key=lambda finding: finding.points)
    is_sure = all(profile.sure_places.intersection(profile.narrowest()) for profile in (left, right))
    if told_together and not is_sure and best.points < points()["place_told_unsure"] and tell_harm(left, right):
        return scored("place_told_unsure", "another place before it in one report")
    return best


def _two_places(left: Where, right: Where, told_together: bool) -> Finding:
    if left.country and right.country and left.country != right.country:
        return never("other country")
    if Level.COUNTRY in (left.level, right.level):
        both = left.level is right.level
        return scored("place_country", "same country") if both else Finding(0.0, "country only")
    if left.geonameid is not None and left.geonameid == right.geonameid:
        return scored("place_same", "same place")
    if left.name == right.name:
        return scored("place_named", "same place name")
    if (left.level is Level.VENUE) != (right.level is Level.VENUE):
        return scored("place_unknown", "a street or building")
    if _holds(left, right) or _holds(right, left):
        return scored("place_inside", "a place in the region")
    if _may_hold(left, right) or _may_hold(right, left):
        return scored("place_unknown", "a district of the region")
    return _other_places(left, right, told_together)


def _other_places(left: Where, right: Where, told_together: bool) -> Finding:
    apart = distance_km(left, right)
    if apart is not None:
        if apart <= linking().limits.near_km:
            return scored("place_near", f"{apart:.0f} km apart")
        is_far = apart > linking().limits.far_km
        return never(f"{apart:.0f} km apart") if is_far else scored("place_apart", f"{apart:.0f} km apart")
    if left.is_resolved and right.is_resolved:
        return scored("place_apart", "other place")
    if told_together or not (left.is_resolved or right.is_resolved):
        return scored("place_other", "other place name")
    return scored("place_unknown", "a place name that is not known")


def _may_hold(area: Where, town: Where) -> bool:
    """Whether the area is a district that the gazetteer cannot place, of the region that the town lies in."""
    return area.level is Level.DISTRICT < town.level and area.lat is None and area.region == town.region


def _holds(area: Where, town: Where) -> bool:
    """Whether the area is a region or district that the town lies in."""
    if area.level >= town.level or town.region is None:
        return False
    if area.level is Level.REGION:
        return area.region == town.region
    apart = distance_km(area, town)
    return area.region == town.region and (apart is None or apart <= linking().limits.district_km)
