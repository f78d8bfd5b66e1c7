"""Stretches of words that may name a place, each with what its surroundings say for and against it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quipu.model import Sentence, Span, Token
from quipu.sentences.gazetteer import Gazetteer, fold
from quipu.sentences.geography import Geography, PlaceWords
from quipu.sentences.people import is_capitalised, is_personal

LONGEST = 6
"""Tokens of the longest name tried; full stops and hyphens count."""
LINKS = frozenset(
    {"de", "del", "la", "las", "los", "of", "the", "and", "&", "y", "-", "'", "’", ".", "upon", "on", "do", "da"}
)
_ELISIONS = ("d'", "d’", "l'", "l’")

NAMED = {"LOC": 1.5, "PER": -1.0}
"""Evidence of a reader's names. Swept on every fifth document of LGL: mention F1 84.8 without, 85.7 with (1, 0), 86.4
with (1, -1) and (1.5, -1), 85.9 with (2, -1); located within 161 km 68.7, 71.8, 71.1, 73.0, 73.3. ORG is neither: -1
for it costs 1.5 points of mention F1."""


@dataclass(slots=True)
class Spotted:
    """A possible place mention: tokens `first` to `last` (exclusive) of a sentence."""

    sent: Sentence
    first: int
    last: int
    folded: str
    kind: str
    """`country`, `state`, `area`, `street`, `people` (a demonym: a hint, not a place) or `name`."""
    code: str = ""
    hint: str = ""
    """`admin` or `city` where a word beside it says so."""
    evidence: float = 0.0
    """For (positive) or against its naming a place here."""
    parent: "Spotted | None" = None
    """The larger place named right behind it ("Juliaca, Puno")."""

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(self.sent.tokens[self.first].span.start, self.sent.tokens[self.last - 1].span.end)


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """`fold`, remembered: the same words come again and again."""
    return fold(text)


def spot_places(text: str, sent: Sentence, geo: Geography, gazetteer: Gazetteer) -> list[Spotted]:
    """Every possible mention of one sentence, left to right, the longest name at each word."""
    found: list[Spotted] = []
    at = 0
    while at < len(sent.tokens):
        spotted = _spot_at(text, sent, at, (geo, gazetteer)) if is_capitalised(sent.tokens[at]) else None
        street = _street_end(sent, at, geo) if is_capitalised(sent.tokens[at]) else 0
        if street > (spotted.last if spotted else 0):
            spotted = Spotted(sent, at, street, "", "street")
        if spotted is None:
            at += 1
            continue
        found.append(spotted)
        at = spotted.last
    _link_parents(found)
    return found


def _spot_at(text: str, sent: Sentence, at: int, world: tuple[Geography, Gazetteer]) -> Spotted | None:
    geo, _ = world
    tokens = sent.tokens
    state = _state_form(sent, at, geo)
    if state is not None:
        return state
    for last in _ends(tokens, at):
        key = folded(text[tokens[at].span.start : tokens[last - 1].span.end])
        if len(key) < 2 and last - at == 1:
            continue
        spotted = _read(sent, (at, last), key, world)
        if spotted is not None:
            return spotted
    return None


def _ends(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Where a name that begins at `at` may end, the farthest first."""
    ends = []
    for i in range(at, min(at + LONGEST, len(tokens))):
        token = tokens[i]
        behind_mark = i > at and token.text[0].isalnum() and tokens[i - 1].text in "-'’"
        # "Côte d'Ivoire"
        elided = i > at and token.lower.startswith(_ELISIONS) and token.text[2:3].isupper()
        if is_capitalised(token) or behind_mark or elided:
            ends.append(i + 1)
        elif token.text not in LINKS or (token.text == "." and len(tokens[i - 1].text) > 3):
            break
    return reversed(ends)


def _street_end(sent: Sentence, at: int, geo: Geography) -> int:
    """The end of a street's name that begins here ("North Main Street", "Avenida Abancay"), else 0."""
    tokens, streets = sent.tokens, geo.words.streets
    end = at
    while end < len(tokens) and end - at < LONGEST and is_capitalised(tokens[end]):
        end += 1
    if tokens[at].text in streets and geo.words.street_first:
        return end if end - at > 1 else 0
    for i in range(at + 1, end):
        if tokens[i].text in streets:
            return i + 1
    return 0


def _read(sent: Sentence, where: tuple[int, int], key: str, world: tuple[Geography, Gazetteer]) -> Spotted | None:
    """What the words at `where` name, if anything."""
    geo, gazetteer = world
    first, last = where
    if key in geo.countries:
        if key == "us" and sent.tokens[first].text not in ("US", "U.S.", "U.S"):
            return None
        return Spotted(sent, first, last, key, "country", geo.countries[key])
    if key in geo.demonyms:
        return Spotted(sent, first, last, key, "people", geo.demonyms[key])
    if key in geo.areas:
        return Spotted(sent, first, last, key, "area")
    if len(key) > 2 and gazetteer.find(key):
        return Spotted(sent, first, last, key, "name")
    return None


def _state_form(sent: Sentence, at: int, geo: Geography) -> Spotted | None:
    """ "La.", "W.Va.", "N.Y." or a postal code right behind a comma."""
    tokens = sent.tokens
    behind_comma = at >= 2 and tokens[at - 1].text == "," and is_capitalised(tokens[at - 2])
    for length in (4, 2, 1):
        key = " ".join(token.lower for token in tokens[at : at + length])
        if key in geo.states and (behind_comma or length == 4 or key.count(".") > 1):
            return Spotted(sent, at, min(at + length, len(tokens)), key, "state", geo.states[key])
    code = tokens[at].text
    if behind_comma and len(code) == 2 and code in geo.words.states:
        return Spotted(sent, at, at + 1, code, "state", code)
    return None


def _link_parents(found: list[Spotted]) -> None:
    """ "Juliaca, Puno": the first is in the second."""
    for left, right in pairwise(found):
        comma = right.first == left.last + 1 and left.sent.tokens[left.last].text in (",", "(")
        if comma and left.kind == "name" and right.kind in ("name", "state", "country"):
            left.parent = right


def weigh(spotted: Spotted, geo: Geography, surnames: frozenset[str]) -> None:
    """Sets `evidence` and `hint` from the words around, and takes an area word into the span ("Puno Region")."""
    words, tokens = geo.words, spotted.sent.tokens
    common = spotted.folded in words.common_words
    before = tokens[spotted.first - 1] if spotted.first else None
    _take_area_word(spotted, words, common)
    after = tokens[spotted.last] if spotted.last < len(tokens) else None
    if spotted.kind == "country":
        spotted.evidence += 3
    if spotted.kind == "street":
        return
    spotted.evidence += _before(spotted, before, geo) + _after(spotted, after, geo)
    name = tokens[spotted.first]
    single = spotted.last - spotted.first == 1
    if single and (name.text in geo.given_names or name.lower in surnames):
        spotted.evidence -= 2.5
    elif single and spotted.folded in geo.surnames and not spotted.hint and spotted.parent is None:
        spotted.evidence -= 2.0
    if spotted.kind == "name":
        spotted.evidence += _of_names(spotted)
    if common:
        spotted.evidence -= 2.5 if spotted.first else 4
    if spotted.first == 0 and single and spotted.kind == "name":
        spotted.evidence -= 0.5


def _of_names(spotted: Spotted) -> float:
    """What a reader of names says of it, by most of its words; 0 where none ran, or where the name goes on behind it
    ("San Marcos University")."""
    tokens = spotted.sent.tokens
    if spotted.last < len(tokens) and tokens[spotted.last].entity.startswith("I-"):
        return 0.0
    said = Counter(token.entity[2:] for token in tokens[spotted.first : spotted.last] if token.entity)
    return NAMED.get(said.most_common(1)[0][0], 0.0) if said else 0.0


def _take_area_word(spotted: Spotted, words: PlaceWords, common: bool) -> None:
    tokens = spotted.sent.tokens
    if spotted.last - spotted.first > 1 and tokens[spotted.last - 1].text in words.area_after:
        spotted.hint, spotted.evidence = "admin", 2.5
    elif spotted.last < len(tokens) and tokens[spotted.last].text in words.area_after and not common:
        spotted.last += 1
        spotted.hint, spotted.evidence = "admin", 2.0
    elif spotted.last < len(tokens) and tokens[spotted.last].text.title() in words.area_after and not common:
        spotted.hint, spotted.evidence = "admin", 1.0


def _before(spotted: Spotted, before: Token | None, geo: Geography) -> float:
    if before is None:
        return 0.0
    words = geo.words
    if before.text == "." and spotted.first > 1:
        before = spotted.sent.tokens[spotted.first - 2]  # "Mr. Roe"
    if is_personal(before, geo) or before.lower in words.person_before:
        return -5.0
    if before.text in words.water:
        return -3.0
    if before.lower in words.place_prepositions:
        tokens = spotted.sent.tokens
        noun = tokens[spotted.first - 2].lower if spotted.first > 1 else ""
        body = spotted.first > 1 and tokens[spotted.first - 2].text in words.not_place_before_of
        if body and before.lower in words.body_of:
            return -3.0
        if noun in words.area_before:
            spotted.hint = "city" if noun in words.city_words else "admin"
            return 3.0
        return 1.5
    if is_capitalised(before) and before.lower not in words.directions and spotted.first > 1:
        return -2.0 if spotted.kind == "name" else -0.5
    return 0.5 if before.lower in words.directions else 0.0


def _after(spotted: Spotted, after: Token | None, geo: Geography) -> float:
    if after is None:
        return 0.0
    words = geo.words
    if after.text in words.streets:
        return -5.0
    if after.text in words.not_place_after:
        return -4.0
    if after.text in words.place_bodies:
        return 0.5
    if is_capitalised(after):
        return -2.0 if spotted.kind == "name" else -0.5
    if after.lower in words.person_after:
        return -2.0 if spotted.kind == "name" else 0.0
    return 1.5 if spotted.parent is not None else 0.0
