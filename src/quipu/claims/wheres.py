"""Where: the nearest place of the clause, else the one that the passage or the document has given."""

from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.settings import Setting
from quipu.claims.tellers import own_places
from quipu.model import ClaimPlace, Place

# Frames of what happens in one town, which the document's town may lend its place to.
_LOCAL = frozenset((
    "kill", "injure", "shoot", "arrest", "raid", "force", "gunfire", "press", "protest", "riot", "blockade",
    "occupation", "attack", "clash", "explode", "destroy", "abduct",
))  # fmt: skip


def place_of(scene: Scene, hit: Hit, setting: Setting, *, cumulative: bool, total: bool = False) -> ClaimPlace | None:
    """Where: the clause's nearest place, the sentence's, the passage's, the document's country."""
    if total:
        return _total_place(scene, hit, setting)
    ranked = []
    for place in own_places(scene):
        begin, end = scene.tokens(place.span)
        outside = not hit.clause[0] <= begin < hit.clause[1]
        distance = min(abs(begin - hit.end), abs(hit.begin - end))
        adjectival = scene.words[max(begin - 1, 0)] in ("'s",)
        ranked.append((outside, adjectival or place.kind is None, distance, begin, place))
    if ranked and any(place.kind for *_, place in ranked):
        return _as_claimed(scene.text, min(ranked, key=lambda row: row[:4])[-1])
    if setting.place is not None and not cumulative:
        return _as_claimed(scene.text, setting.place)
    if setting.home is not None and not cumulative and hit.frame in _LOCAL:
        return _as_claimed(scene.text, setting.home)
    named = [place for place in scene.sent.places if place.kind]
    return _as_claimed(scene.text, named[0]) if named else setting.country


def _total_place(scene: Scene, hit: Hit, setting: Setting) -> ClaimPlace | None:
    """A total's place: a country or region of its sentence, a town of its own clause, the document's country."""
    wide = [
        p for p in own_places(scene) if (p.kind or "").startswith("A") and p.country == (setting.nation or p).country
    ]
    low, high = hit.clause
    wide = wide or [p for p in own_places(scene) if p.kind and low <= scene.tokens(p.span)[0] < high
                    and scene.said["breaks"].within(scene.words, hit.end, scene.tokens(p.span)[0]) is None]  # fmt: skip
    return _as_claimed(scene.text, wide[0]) if wide else setting.nation


def _as_claimed(text: str, place: Place) -> ClaimPlace:
    return ClaimPlace(
        place.span.of(text), place.span, place.geonameid, place.lat, place.lon, place.country, place.admin1,
        place.pcode,
    )  # fmt: skip
