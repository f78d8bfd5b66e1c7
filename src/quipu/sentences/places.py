"""Place mentions, resolved to GeoNames, and to what the user has added, with the whole document's geography.

1. Spot: the longest known name at each capitalised word, with what the words around say (`place_spans`).
2. Context: countries, peoples, states and "Town, Area" pairs vote for the document's countries and areas.
3. Settle: names that have one clear bearer vote too; then every name is ranked again and the best bearer taken, or
   none where two that lie apart fit equally (`place_senses`). One name means one place throughout a document.
4. Keep what is likely a place here; names of people and papers fall out.
"""

import math
from collections.abc import Iterable, Sequence

from quipu.model import Place, Sentence
from quipu.sentences.gazetteer import Candidate, Gazetteer, world
from quipu.sentences.geography import Geography, geography
from quipu.sentences.people import find_surnames
from quipu.sentences.place_senses import LOWER_AREAS, SURE_MARGIN, Context, candidates, choose, rank
from quipu.sentences.place_spans import Spotted, spot_places, weigh
from quipu.sentences.split import split_sentences

BIG = 100_000
PEOPLE_VOTE = 0.7
WIDEST = 30
"""A name that more areas share says nothing about where a document is."""
NAME_NEEDS = 1.0
"""What a mention must be worth to count as a place. LGL mention F1: 81.8 at 0, 82.5 at 0.5 and 1, 81.9 at 1.5."""
Settled = dict[tuple[str, str], tuple[Candidate | None, Candidate | None]]
"""For each name the place chosen, and the likeliest one even where none could be chosen."""


def find_places(
    text: str, sentences: Sequence[Sentence], language: str, *, title: str | None = None
) -> tuple[Place, ...]:
    """The place mentions of a document, in order; peoples ("Peruvian") are hints, not places.

    Fields of a mention are None where no bearer of the name is clearly meant. `language` is "en" or "es"; `title`
    adds to the geography, and nothing is found in it.
    """
    geo, gazetteer = geography(language), world()
    spotted = _spot(text, sentences, geo, gazetteer)
    hints = _spot(title, split_sentences(title, language), geo, gazetteer) if title else []
    context = _context([*spotted, *hints], gazetteer)
    named = [one for one in spotted if one.kind != "people"]
    settled = _settle([*named, *(h for h in hints if h.kind != "people")], context, gazetteer)
    kept = _kept(named, settled, context)
    return tuple(_place(text, one, settled[_key(one)][0], (geo, gazetteer)) for one in kept)


def _spot(text: str, sentences: Sequence[Sentence], geo: Geography, gazetteer: Gazetteer) -> list[Spotted]:
    surnames = find_surnames(sentences, geo)
    spotted = [s for sent in sentences if not sent.furniture for s in spot_places(text, sent, geo, gazetteer)]
    for one in spotted:
        weigh(one, geo, surnames)
    return spotted


def _key(spotted: Spotted) -> tuple[str, str]:
    """One sense for each name in a document; "Puno Region" and "Puno" may differ."""
    return spotted.folded, spotted.hint


def _context(spotted: Iterable[Spotted], gazetteer: Gazetteer) -> Context:
    """Votes of what is plain by itself: countries, peoples, states, and the larger place of a pair."""
    context = Context()
    for one in spotted:
        if one.kind in ("country", "people") and not _is_shared(one, gazetteer):
            context.countries[one.code] += PEOPLE_VOTE if one.kind == "people" else 1.0
        elif one.kind == "state":
            _vote(context, gazetteer.area_by_code("US", one.code))
        elif one.kind == "name" and one.evidence > -1:
            areas = [c for c in gazetteer.find(one.folded) if c.kind == "A.ADM1" and c.own and c.population > BIG]
            if len(areas) == 1:
                _vote(context, areas[0])
    return context


def _is_shared(spotted: Spotted, gazetteer: Gazetteer) -> bool:
    """Whether a country's name is also a first-level area's ("Georgia")."""
    return spotted.kind == "country" and any(c.kind == "A.ADM1" and c.own for c in gazetteer.find(spotted.folded))


def _spread(context: Context, group: Sequence[Spotted], found: Sequence[Candidate]) -> None:
    """A name that several areas share gives each a part of a vote: names that go together point to one area."""
    bearers = [c for c in found if c.own or c.kind in LOWER_AREAS or c.population > BIG]
    areas = {c.area for c in bearers if c.area}
    countries = {c.country for c in bearers}
    if max(one.evidence for one in group) > 0 and 0 < len(areas) <= WIDEST:
        for area in areas:
            context.areas[area] += 1 / len(areas)
        for country in countries:
            context.countries[country] += 1 / len(countries)


def _vote(context: Context, place: Candidate | None) -> None:
    if place is not None:
        context.countries[place.country] += 1
        if place.area:
            context.areas[place.area] += 1


def _settle(spotted: Sequence[Spotted], context: Context, gazetteer: Gazetteer) -> Settled:
    """The place that each name means. Clear names are settled first and vote for the rest."""
    settled: Settled = {}
    groups: dict[tuple[str, str], list[Spotted]] = {}
    for one in spotted:
        groups.setdefault(_key(one), []).append(one)
    for group in groups.values():
        _spread(context, group, candidates(group[0], gazetteer) if group[0].kind == "name" else ())
    for key, group in groups.items():
        ranked = rank(_within(group, gazetteer), key[1], context)
        sure = ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] > SURE_MARGIN)
        sure = sure and not context.is_stray(ranked[0][1])
        if sure and max(one.evidence for one in group) > 0 and group[0].kind == "name":
            context.points.append((ranked[0][1].lat, ranked[0][1].lon))
            _vote(context, ranked[0][1])
    for key, group in groups.items():
        ranked = rank(_within(group, gazetteer), key[1], context)
        chosen = choose(ranked, key[1])
        placed = any(one.parent for one in group)  # "El Alto, Piura"
        if chosen is not None and not placed and context.is_stray(chosen):
            chosen = None
        settled[key] = chosen, ranked[0][1] if ranked else None
    return settled


def _within(group: Sequence[Spotted], gazetteer: Gazetteer) -> list[Candidate]:
    """What a name may mean; only what lies in the larger place, where one stands behind it ("Juliaca, Puno")."""
    found = list(candidates(group[0], gazetteer))
    for one in group:
        if one.parent is None:
            continue
        wider = candidates(one.parent, gazetteer)
        inside = [
            c for c in found
            if any(c.area == w.area if w.kind == "A.ADM1" else c.country == w.country
                   for w in wider if w.kind in ("A.ADM1", "A.PCLI") and w.index != c.index)
        ]  # fmt: skip
        if inside:
            return inside
    return found


def _kept(named: Sequence[Spotted], settled: Settled, context: Context) -> list[Spotted]:
    """Mentions that are places where they stand; a name shown to be a place once is believed elsewhere too."""
    shown = {one.folded for one in named if one.evidence >= 1.5}
    return [one for one in named if _worth(one, settled[_key(one)][1], context, one.folded in shown) >= NAME_NEEDS]


def _worth(spotted: Spotted, place: Candidate | None, context: Context, shown: bool) -> float:
    worth = spotted.evidence + shown
    if spotted.kind in ("state", "area", "street"):
        return worth + 1.5
    if place is not None:
        worth += min(2.0, max(0.0, math.log10(place.population + 1) - 3.5))
        worth += 1.0 * (context.country_share(place.country) > 0.3) + 0.5 * (context.area_share(place.area) > 0.3)
        worth -= 1.0 * (not place.own) + 1.0 * (place.kind in LOWER_AREAS and not spotted.hint)
    return worth


def _place(text: str, spotted: Spotted, chosen: Candidate | None, world_: tuple[Geography, Gazetteer]) -> Place:
    geo, gazetteer = world_
    words = spotted.span.of(text)
    if spotted.kind == "area":
        area = geo.areas[spotted.folded]
        return Place(spotted.span, words, lat=area.point[0], lon=area.point[1], country=area.country, kind="L.RGN")
    if chosen is None:
        return Place(spotted.span, words)
    lat, lon = (None, None) if math.isnan(chosen.lat) else (chosen.lat, chosen.lon)
    return Place(
        spotted.span, gazetteer.label(chosen.index), gazetteer.geonameid(chosen.index), lat, lon,
        chosen.country or None, gazetteer.area_name(chosen.area), chosen.kind, gazetteer.pcode(chosen.index),
    )  # fmt: skip
