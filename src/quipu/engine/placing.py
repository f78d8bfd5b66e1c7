"""Where a place lies that a person names: as the record knows it, else as the gazetteer does."""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import isnan

from quipu.errors import UsageError
from quipu.model import Change, Claim, ClaimPlace, RecordView
from quipu.sentences.gazetteer import Candidate, world
from quipu.sentences.gazetteer_file import fold

_BY_ID = re.compile(r"geonames:(\d{1,10})", re.ASCII)
_TOLD = 6


def placed(view: RecordView, claim: Claim, change: Change) -> Change:
    """A change of place with where it lies; one of `geonames:ID` gets the place's own name.

    A bare name is the record's place of that name, else the one that alone bears it in the country of the claim's place
    as read; else it is kept by name alone.

    Raises:
        UsageError: an id that the gazetteer does not have.
    """
    if change.field != "place" or change.value is None:
        return change
    if by_id := _BY_ID.fullmatch(change.value):
        found = world().by_geonameid(int(by_id[1]))
        if found is None:
            raise UsageError("the gazetteer has no place of this id", where=change.value)
        place = _place(found)
        return Change(change.field, place.text, place)
    same = (c.place for c in view.claims() if c.place and c.place.text == change.value)
    known = next((place for place in same if place.geonameid is not None or place.pcode is not None), None)
    return replace(change, place=known or _alone(change.value, claim.place))


def say_candidates(name: str, country: str | None) -> str:
    """ "Santa Rosa, Puno (PE) is geonames:3928245; …": places of a name, those of the country where it has any."""
    found = [one for one in world().find(fold(name)) if world().geonameid(one.index)]
    found = [one for one in found if one.country == country] or found
    more = "; …" if len(found) > _TOLD else ""
    return "; ".join(_said(found[:_TOLD])) + more


def _said(found: list[Candidate]) -> Iterator[str]:
    for one in found:
        area = world().area_name(one.area)
        where = f", {area}" if area else ""
        yield f"{world().label(one.index)}{where} ({one.country}) is geonames:{world().geonameid(one.index)}"


def _alone(name: str, before: ClaimPlace | None) -> ClaimPlace | None:
    """The place, or else the town, that alone bears this name in the country of the claim's place as read."""
    found = [one for one in world().find(fold(name)) if before is not None and one.country == before.country]
    found = found if len(found) == 1 else [one for one in found if one.own and one.kind.startswith("P.")]
    return replace(_place(found[0]), text=name) if len(found) == 1 else None


def _place(one: Candidate) -> ClaimPlace:
    gazetteer = world()
    return ClaimPlace(
        gazetteer.label(one.index),
        geonameid=gazetteer.geonameid(one.index),
        lat=None if isnan(one.lat) else one.lat,
        lon=None if isnan(one.lon) else one.lon,
        country=one.country,
        admin1=gazetteer.area_name(one.area),
        pcode=gazetteer.pcode(one.index),
    )
