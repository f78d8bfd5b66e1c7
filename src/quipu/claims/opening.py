"""The setting before the first sentence: the country, town, day and crisis that a document as a whole tells of."""

from collections import Counter
from datetime import date

from quipu.claims.began import counted_to, day_number, find_beginning
from quipu.claims.frames import fold
from quipu.claims.implied import find_police
from quipu.claims.settings import Setting
from quipu.claims.writers import find_writer
from quipu.model import ClaimPlace, Place, Reading, Time
from quipu.sentences.gazetteer import world
from quipu.sentences.gazetteer_file import country_name
from quipu.sentences.geography import geography

_RECENT_DAYS = 4
# Mentions that make a town the one that a document tells of, where its title names none.
_HOME = 2


def first_setting(reading: Reading) -> Setting:
    """The setting before the first sentence: what the document as a whole says."""
    live = [sent for sent in reading.sentences if not sent.furniture]
    times = [time for sent in live for time in sent.times if time.begin is not None]
    anchor = reading.anchor.day
    days = [t for t in times if t.begin == t.finish and t.begin is not None]
    story = None
    if anchor is not None:
        story = _story_day(reading, days, anchor)
    places = [place for sent in live for place in sent.places]
    setting = Setting(anchor, _country_of(reading, places), None, story)
    setting.home = _home_of(reading, places)
    setting.nation = setting.country or _nation_of(reading, places)
    digest = story is not None and day_number(reading) is not None
    setting.now = story.begin if story is not None and digest else anchor
    began = find_beginning(reading, setting.now)
    setting.crisis_began, setting.counted_from = began.lasting, began.counted
    setting.counted_to = counted_to(reading)
    setting.writer = find_writer(reading)
    setting.police_told = tuple(find_police(reading))
    return setting


def _story_day(reading: Reading, days: list[Time], anchor: date) -> Time | None:
    """The first day shortly before the anchor that the document names; the anchor's own day where it is named alone."""
    recent = [t for t in days if t.begin and 0 <= (anchor - t.begin).days <= _RECENT_DAYS]
    named = [
        t for t in recent if t.basis == "relative" and not any(c.isdigit() for c in t.span.of(reading.document.text))
    ]
    text = reading.document.text
    dated = [t for t in recent if sum(word.strip(",.").isalpha() for word in t.span.of(text).split()) > 1]
    earlier = [t for t in dated if t.begin != anchor and t.type == "DATE"]
    if named and named[0].begin == anchor and earlier and earlier[0].span < named[0].span:
        return earlier[0]
    return named[0] if named else None


def _home_of(reading: Reading, places: list[Place]) -> Place | None:
    """The town that a document tells of, or None: in its title, or named more often than other towns and any country.

    A report whose title names a country, or that names the country more often, tells of the country.
    """
    towns = [place for place in places if (place.kind or "").startswith("P") and place.geonameid is not None]
    if not towns:
        return None
    title = fold(reading.document.title or "")
    titled = [town for town in towns if fold(town.span.of(reading.document.text)) in title]
    geonameid, most = Counter(town.geonameid for town in titled or towns).most_common(1)[0]
    countries = [place for place in places if (place.kind or "").startswith("A.PCL")]
    of_country = any(fold(place.span.of(reading.document.text)) in title for place in countries)
    if most * 2 <= len(titled or towns) or (not titled and (most < _HOME or most <= len(countries) or of_country)):
        return None
    return next(town for town in towns if town.geonameid == geonameid)


def _country_of(reading: Reading, places: list[Place]) -> ClaimPlace | None:
    """The country that most of the document's places lie in; its name where the text gives it, else no place."""
    codes = Counter(place.country for place in places if place.country)
    if not codes:
        return None
    code = codes.most_common(1)[0][0]
    named = [p for p in places if p.country == code and (p.kind or "").startswith("A.PCL")]
    if not named:
        return None
    chosen = Counter(p.name for p in named).most_common(1)[0][0]
    place = next(p for p in named if p.name == chosen)
    return ClaimPlace(
        place.span.of(reading.document.text), None, place.geonameid, place.lat, place.lon, place.country, None
    )


def _nation_of(reading: Reading, places: list[Place]) -> ClaimPlace | None:
    """The country that most of a document's places lie in, where the text itself never names it."""
    codes = Counter(place.country for place in places if place.country and place.geonameid is not None)
    if not codes:
        return None
    code, most = codes.most_common(1)[0]
    names = geography(reading.language).words.countries.get(code)
    if names is None or not names.names or most < _HOME or most * 2 <= codes.total():
        return None
    name = names.names[0]
    known = next(iter(world().find(country_name(code))), None)
    if known is None:
        return None
    return ClaimPlace(name, None, world().geonameid(known.index), known.lat, known.lon, code)
