"""Where: the place of the clause that the tree gives, else the one that the passage or the document has given."""

from dataclasses import replace
from enum import IntEnum

from quipu.claims.frames import meanings
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.scope import Scope, scope_of
from quipu.claims.settings import Setting
from quipu.claims.sites import site_around, some_areas
from quipu.claims.tellers import covers_country, own_places
from quipu.claims.tree import VERBAL
from quipu.model import ClaimPlace, EventType, Place

# What is said or decided about a country: the town of the sentence before is not where it holds.
_OF_COUNTRY = frozenset((
    EventType.STATEMENT, EventType.CONDEMNATION, EventType.DEMAND, EventType.APPOINTMENT, EventType.RESIGNATION,
    EventType.REMOVAL_FROM_OFFICE, EventType.ELECTION, EventType.VOTE, EventType.LEGISLATION, EventType.IMPEACHMENT,
    EventType.DISSOLUTION,
))  # fmt: skip
# Frames of what happens in one town, which the document's town may lend its place to.
_LOCAL = frozenset((
    "kill", "injure", "shoot", "arrest", "raid", "force", "gunfire", "press", "protest", "riot", "blockade",
    "occupation", "attack", "clash", "explode", "destroy", "abduct",
))  # fmt: skip
# Marks between two clauses of which neither is the other's.
_BREAKS = frozenset((";", ":"))
# Measures, which do not hold where what they answer to happened.
_MEASURES = frozenset(("decree", "curfew"))


class Link(IntEnum):
    """How a place hangs in its clause; smaller says better where something happened."""

    THERE = 0
    """ "in Lima"."""
    OF = 1
    """ "the streets of Lima", "Peru has said"."""
    NAMED_BY = 2
    """ "Lima's market", "the Lima office"."""
    AWAY = 3
    """ "aid from Russia", "marched to Lima"."""


def place_of(scene: Scene, hit: Hit, setting: Setting, *, cumulative: bool, total: bool = False) -> ClaimPlace | None:
    """Where: the clause's nearest place, the sentence's, the passage's, the document's country."""
    if total:
        return _total_place(scene, hit, setting)
    ranked = []
    for place in own_places(scene):
        rank = _rank(scene, hit, place, setting)
        other = _is_of_part(scene, hit, place) or (hit.frame in _MEASURES and _is_of_cause(scene, hit, place))
        if rank is not None and not other:
            ranked.append((rank, place))
    areas = some_areas(scene, hit)
    home = setting.country or setting.nation
    if areas is not None and home is not None and not any(_is_own_town(scene, hit, p) for _, p in ranked):
        return replace(home, text=areas.of(scene.text), span=areas)
    here = next((place for rank, place in ranked if rank[0] == 0 and _is_there(scene, place)), None)
    if here is not None and not any(place.kind for _, place in ranked):
        return as_claimed(scene.text, here)  # a town that no gazetteer has is still not the one named before
    if ranked and any(place.kind for _, place in ranked):
        chosen = min(ranked, key=lambda row: row[0])[-1]
        return _sited(scene, chosen)
    national = setting.country is not None and (meanings()[hit.frame].type in _OF_COUNTRY or covers_country(scene))
    measured = hit.frame in _MEASURES and setting.place is not None and _is_abroad(setting.place, setting)
    if setting.place is not None and not cumulative and not national and not measured:
        return as_claimed(scene.text, setting.place)
    if setting.home is not None and not cumulative and hit.frame in _LOCAL:
        return as_claimed(scene.text, setting.home)
    named = [p for p in scene.sent.places if p.kind and not _is_abroad(p, setting) and not _is_of_part(scene, hit, p)]
    return as_claimed(scene.text, named[0]) if named else setting.country


def _rank(scene: Scene, hit: Hit, place: Place, setting: Setting) -> tuple[int, ...] | None:
    """How well a place says where a trigger's happening was, the smaller the better; None where it does not at all.

    By the tree: in the trigger's clause or one above it before other clauses, then how it hangs there, then distance.
    """
    begin, end = scene.tokens(place.span)
    distance = min(abs(begin - hit.end), abs(hit.begin - end))
    tree = scene.tree
    if tree is None:
        outside = not hit.clause[0] <= begin < hit.clause[1]
        adjectival = scene.words[max(begin - 1, 0)] == "'s"
        return int(outside), int(adjectival or place.kind is None), distance, begin
    head = tree.top(begin, end)
    scope, link = scope_of(tree, tree.top(hit.begin, hit.end), head), _link(scene, head)
    acts = tree.relation(head) in ("nsubj", "nsubj:pass")
    if link is not Link.THERE and not acts and _is_abroad(place, setting):
        return None
    return int(scope is Scope.OTHER), int(place.kind is None), int(link), int(scope), distance, begin


def _is_there(scene: Scene, place: Place) -> bool:
    """Whether something happened "in" what the reader of names takes for a place."""
    begin, end = scene.tokens(place.span)
    named = any(token.entity.endswith("-LOC") for token in scene.sent.tokens[begin:end])
    return named and scene.tree is not None and _link(scene, scene.tree.top(begin, end)) is Link.THERE


def _is_of_part(scene: Scene, hit: Hit, place: Place) -> bool:
    """ "Ninety died across the country; 13 of the officers died in Ica": behind the mark is the part's place."""
    at, words = scene.tokens(place.span)[0], scene.words
    marks = [mark for mark in range(hit.end, at) if words[mark] in _BREAKS]
    if not marks or (place.kind or "").startswith("A.PCL"):
        return False
    return scene.said["everywhere"].within(words, 0, marks[0]) is not None


def _is_of_cause(scene: Scene, hit: Hit, place: Place) -> bool:
    """Whether a place stands in a clause behind "after" or "since" ("… after crowds stormed a palace in Colombo")."""
    tree, (begin, _) = scene.tree, scene.tokens(place.span)
    behind = scene.said["earlier"].within(scene.words, hit.end, begin) if tree is not None else None
    return tree is not None and behind is not None and any(tree.pos(at) in VERBAL for at in range(behind, begin))


def _is_own_town(scene: Scene, hit: Hit, place: Place) -> bool:
    """Whether a place below the country stands in the trigger's own clause."""
    tree = scene.tree
    if tree is None or (place.kind or "").startswith("A.PCL") or place.kind is None:
        return False
    return scope_of(tree, tree.top(hit.begin, hit.end), tree.top(*scene.tokens(place.span))) <= Scope.SHARED


def _is_abroad(place: Place, setting: Setting) -> bool:
    """Whether a place is another country than the document's."""
    home = setting.nation.country if setting.nation else None
    return home is not None and place.country != home and (place.kind or "").startswith("A.PCL")


def _link(scene: Scene, head: int) -> Link:
    tree = scene.tree
    assert tree is not None
    case, relation = tree.case(head), tree.relation(head)
    while relation in ("conj", "flat", "appos") and not case and tree.head(head) >= 0:
        head = tree.head(head)
        case, relation = tree.case(head), tree.relation(head)
    if case in scene.said["away"]:
        return Link.AWAY
    if case in scene.said["of"] and relation != "nmod:poss":
        return Link.OF
    if relation in ("nsubj", "nsubj:pass"):
        return Link.OF
    return Link.THERE if case and relation != "nmod:poss" else Link.NAMED_BY


def _total_place(scene: Scene, hit: Hit, setting: Setting) -> ClaimPlace | None:
    """A total's place: a country or region of its sentence, a town of its own clause, the document's country."""
    wide = [
        p for p in own_places(scene) if (p.kind or "").startswith("A") and p.country == (setting.nation or p).country
    ]
    low, high = hit.clause
    wide = wide or [p for p in own_places(scene) if p.kind and low <= scene.tokens(p.span)[0] < high
                    and scene.said["breaks"].within(scene.words, hit.end, scene.tokens(p.span)[0]) is None]  # fmt: skip
    return as_claimed(scene.text, wide[0]) if wide else setting.nation


def _sited(scene: Scene, place: Place) -> ClaimPlace:
    """The place with the building or part of town in it that is named ("the local airport in Andahuaylas")."""
    claimed, span = as_claimed(scene.text, place), site_around(scene, place)
    return claimed if span is None else replace(claimed, text=span.of(scene.text), span=span)


def as_claimed(text: str, place: Place) -> ClaimPlace:
    """A place mention as a claim's place."""
    return ClaimPlace(
        place.span.of(text), place.span, place.geonameid, place.lat, place.lon, place.country, place.admin1,
        place.pcode,
    )  # fmt: skip
