"""Sentences with slots, told with other names, places, numbers and days, and their claims told apart from all of it.

What a claim says is mapped through the swap: an offset becomes its place between the slots, a number, day, age or
country that a slot gave becomes the name of the slot. Two tellings of one sentence must then yield equal claims.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from claims_factory import claims_in
from quipu.model import Claim, ClaimDate, ClaimPlace, Count, Span, Victim, Words

_SLOT = re.compile(r"\{(\w+?)(\d?)\}")
_CLOSING = {
    "en": "\n\nMany shops in the centre were shut.\n",
    "es": "\n\nMuchas tiendas del centro estaban cerradas.\n",
}
Spot = tuple[int, int]
Said = dict[str, object]


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of a sentence as a small document; `slots` in text order, `values` what each stands for."""

    text: str
    language: str
    published: date
    slots: tuple[Span, ...]
    values: dict[object, str]
    names: tuple[str, ...] = ()
    """The slots' names, in text order."""

    def spot(self, offset: int) -> Spot:
        """An offset as how many slots lie before it, and how far behind the last one it stands; -1 inside a slot."""
        behind, passed = 0, 0
        for span in self.slots:
            if span.start < offset < span.end:
                return passed, -1
            if span.end <= offset:
                behind, passed = span.end, passed + 1
        return passed, offset - behind


@dataclass(slots=True)
class _Draw:
    """The choices of one telling: each slot is drawn once, so that a name given twice stays the same."""

    language: str
    chance: random.Random
    cases: dict[str, Any]
    land: dict[str, Any]
    given: dict[str, str] = field(default_factory=dict)
    values: dict[object, str] = field(default_factory=dict)

    def fill(self, names: list[str]) -> None:
        """Draws every slot; those told apart by a digit come in rising order."""
        for kind, count in Counter(name.rstrip("0123456789") for name in names).items():
            pool = self._pool(kind)
            chosen = sorted(self.chance.sample(sorted(pool), count)) if kind != "city" else self._cities(count)
            own = sorted(name for name in names if name.rstrip("0123456789") == kind)
            for name, value in zip(own, chosen, strict=True):
                self.given[name] = self.chance.choice(pool[value])
                self.values[value] = name

    def _cities(self, count: int) -> list[str]:
        cities: list[str] = self.chance.sample(self.land["cities"], count)
        return cities

    def _pool(self, kind: str) -> dict[Any, list[str]]:
        if kind == "city":
            return {city: [city] for city in self.land["cities"]}
        if kind in ("country", "demonym"):
            return {self.land[kind]: [self.land[kind]]}
        if kind == "person":
            return {person: [person] for person in self.cases["person"]}
        return {value: words if isinstance(words, list) else [words] for value, words in self.cases[kind].items()}


@cache
def _sheet() -> dict[str, Any]:
    sheet: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("perturbed.yml").read_text(encoding="utf-8"))
    return sheet


def sentences(language: str) -> list[str]:
    """The sentences of a language, with their slots."""
    found: list[str] = _sheet()[language]["sentences"]
    return found


def tell(sentence: str, language: str, seed: int) -> Telling:
    """The telling of `sentence` that `seed` draws, behind a dateline and before an unrelated paragraph."""
    template = "{city}, {country} - " + sentence + _CLOSING[language]
    cases = _sheet()[language]["cases"]
    chance = random.Random(f"{seed} {sentence}")
    draw = _Draw(language, chance, cases, chance.choice(cases["lands"]))
    names = tuple("".join(match.groups()) for match in _SLOT.finditer(template))
    draw.fill(list(dict.fromkeys(names)))
    draw.values[draw.land["code"]] = "country"
    text, spans, done = "", [], 0
    for match in _SLOT.finditer(template):
        text += template[done : match.start()]
        words = draw.given["".join(match.groups())]
        opens = text.endswith(" - ") and text.count(" - ") == 1
        spans.append(Span(len(text), len(text) + len(words)))
        text += words[0].upper() + words[1:] if opens else words
        done = match.end()
    return Telling(text + template[done:], language, _sheet()["published"], tuple(spans), draw.values, names)


def said_in(telling: Telling) -> list[Said]:
    """The claims of a telling, each as its fields told apart from the swap."""
    claims = claims_in(telling.text, language=telling.language, published=telling.published)
    return [_said(claim, telling) for claim in claims]


def share_kept(one: list[Said], other: list[Said]) -> tuple[int, int]:
    """(claims that both tellings yield alike, claims of the telling that yields more)."""
    mine, theirs = (Counter(tuple(map(repr, said.values())) for said in claims) for claims in (one, other))
    return (mine & theirs).total(), max(len(one), len(other))


def _said(claim: Claim, telling: Telling) -> Said:
    return {
        "span": _spots(claim.span, telling),
        "type": claim.type,
        "modality": claim.modality,
        "rule": claim.rule,
        "coding": (claim.plover_event, claim.plover_mode, claim.acled_event_type, claim.acled_sub_event_type),
        "actor": _words(claim.actor, telling),
        "target": _words(claim.target, telling),
        "attribution": _words(claim.attribution, telling),
        "place": _place(claim.place, telling),
        "date": _date(claim.date, telling),
        "count": _count(claim.count, telling),
        "victims": tuple(_victim(victim, telling) for victim in claim.victims),
    }


def _spots(span: Span | None, telling: Telling) -> tuple[Spot, Spot] | None:
    return None if span is None else (telling.spot(span.start), telling.spot(span.end))


def _number(value: float | None, span: Span, telling: Telling) -> object:
    """The slot that gave a number; of the numbers inside `span` those that it sums ("few soldiers and some rebels")."""
    if value is None or value in telling.values:
        return _value(value, telling)
    given = {name: number for number, name in telling.values.items() if isinstance(number, int)}
    held = [name for name, slot in zip(telling.names, telling.slots, strict=True) if span.holds(slot)]
    summed = tuple(name for name in held if name in given)
    return summed if sum(given[name] for name in summed) == value else value


def _value(value: object, telling: Telling) -> object:
    """The slot that gave a value, or the value."""
    return telling.values.get(value, value)


def _words(words: Words | None, telling: Telling) -> object:
    return None if words is None else _spots(words.span, telling) or words.text


def _place(place: ClaimPlace | None, telling: Telling) -> object:
    if place is None:
        return None
    named = _spots(place.span, telling) or _value(place.text, telling)
    return named, _value(place.country, telling), place.lat is not None


def _date(when: ClaimDate | None, telling: Telling) -> object:
    if when is None:
        return None
    return _value(when.begin, telling), _value(when.finish, telling), when.basis, _spots(when.span, telling)


def _count(count: Count | None, telling: Telling) -> object:
    if count is None:
        return None
    bounds = (_number(count.low, count.span, telling), _number(count.high, count.span, telling))
    return count.what, *bounds, _spots(count.span, telling), count.cumulative, count.scope, count.relation


def _victim(victim: Victim, telling: Telling) -> object:
    # Who is a minor follows from an age where one is told.
    group = None if victim.age is not None and victim.group == "minor" else victim.group
    return _spots(victim.span, telling), _spots(victim.name, telling), _value(victim.age, telling), group
