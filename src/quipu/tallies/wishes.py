"""Demands: what is demanded, who demands it of whom, since when and how often.

Two demands are for one thing where both name a known thing ("Boluarte to step down", "the resignation of President
Boluarte") of the same person or body, or where their words are the same but for articles and the like. A demand that
names two things stands in two lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quipu.events.where import plain
from quipu.model import Event, RegisterDetail, RegisterEntry, Span, Stated, Words
from quipu.sentences.actors import find_actors
from quipu.sentences.split import split_sentences
from quipu.tallies.details import Found, gathered
from quipu.tallies.people_named import full_name, is_pronoun
from quipu.tallies.register_words import kinds_of, pattern, register_words
from quipu.tallies.told import Told, find

Key = tuple[str, str]
"""A known thing and whose ("resignation", "boluarte"), or "" and the words of what is demanded."""

# Characters before the words of a demand in which "urged the" stands, with whom it is put to.
_BEFORE = 60
_START = 4
# Characters that a list of demands may take from its colon.
_LIST = 900
_BULLETS = "•-*–—·▪◦‣"
_WORDS = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][^\W\d_]+")
_PASSIVE = re.compile(r"\s*(?:be|being|sea|sean|siendo)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is kept of one demanding claim: a record of ten thousand reports holds as many."""

    claim: str
    document: str
    origin: str
    event: str
    days: tuple[date, ...]
    target: Words | None
    actor: Words | None
    place: Words | None
    asked: Words | None
    """Of whom."""


def read_wishes(event: Event, one: Told) -> Iterator[tuple[Key, Wish]]:
    """The things that a claim demands, each with what its line will need of it."""
    claim = one.claim
    days = tuple(day for day in (event.begin, event.finish) if day) or tuple(day for day in (one.day,) if day)
    place = Words(claim.place.text, claim.place.span) if claim.place else None
    put_to = _asked(one)
    for key in _keys(one):
        asked = put_to or _own_doing(one, key)
        yield (
            key,
            Wish(claim.id, claim.document_id, one.one.origin, event.id, days, claim.target, claim.actor, place, asked),
        )


def wish_entry(key: Key, wishes: Sequence[Wish]) -> RegisterEntry:
    """The line of everything that demands one thing."""
    begun = [(wish.days[0], wish.claim) for wish in wishes if wish.days]
    ends = [day for wish in wishes for day in wish.days]
    first = min(wishes, key=lambda wish: (min(wish.days, default=date.max), wish.event))
    return RegisterEntry(
        register="demands",
        event=first.event,
        begin=min(ends, default=None),
        finish=max(ends, default=None),
        subject=_wording(wishes),
        details=tuple(_details(key, wishes, min(begun, default=None))),
        claims=tuple(sorted({wish.claim for wish in wishes})),
    )


def _details(key: Key, wishes: Sequence[Wish], since: tuple[date, str] | None) -> Iterator[RegisterDetail]:
    everything = tuple(Stated(wish.claim, wish.target.span if wish.target else None) for wish in wishes)
    if key[0]:
        yield RegisterDetail("thing", key[0], everything)
    yield from gathered("who", _parts((wish.actor, wish) for wish in wishes))
    yield from gathered("of whom", _parts((wish.asked, wish) for wish in wishes))
    if since is not None:
        yield RegisterDetail("since", since[0].isoformat(), (Stated(since[1]),))
    yield from gathered("place", _parts((wish.place, wish) for wish in wishes))
    own = [wish for wish in wishes if wish.origin == wish.document]
    yield RegisterDetail("times", str(len(own) or len(wishes)), everything)
    yield RegisterDetail("documents", str(len({wish.document for wish in wishes})), everything)
    yield RegisterDetail("sources", str(len({wish.origin for wish in wishes})), everything)


def _parts(pairs: Iterator[tuple[Words | None, Wish]]) -> Iterator[Found]:
    return ((words.text, Stated(wish.claim, words.span)) for words, wish in pairs if words)


def _wording(wishes: Sequence[Wish]) -> str:
    """The shortest words for it."""
    told = sorted((len(wish.target.text), wish.target.text) for wish in wishes if wish.target)
    return " ".join(told[0][1].split()) if told else ""


def _keys(one: Told) -> Iterator[Key]:
    target = one.claim.target
    if target is None:
        yield "", f"\uffff{one.claim.id}"
        return
    known = [(thing, where) for thing in kinds_of("things", one.language) if (where := _thing(one, thing))]
    personal = register_words(one.language).personal
    for thing, where in known:
        yield thing, (_whose(target.text, where, one.language) or _meant(one, where)) if thing in personal else ""
    if not known:
        unsaid = register_words(one.language).unsaid
        words = [word for word in plain(target.text).split() if word not in unsaid]
        yield "", " ".join(sorted(set(words))) or plain(target.text)


def _thing(one: Told, thing: str) -> Span | None:
    found = pattern(f"things/{thing}", one.language).search(one.claim.target.text if one.claim.target else "")
    return Span(*found.span()) if found else None


def _whose(words: str, thing: Span, language: str) -> str:
    """The last word of the name or body nearest to the thing's words: "the resignation of President Dina Boluarte"."""
    bearers = [actor.span for actor in find_actors(words, split_sentences(words, language), language)]
    bearers += [Span(*found.span()) for found in _CAPITAL.finditer(words)]
    apart = [(_gap(span, thing), span) for span in bearers if not span.meets(thing)]
    if not apart:
        return ""
    span = min(apart)[1]
    # The rest of the name: "Dina" is nearer than "Boluarte".
    while (more := next((s for s in bearers if 0 < s.start - span.end <= 1), None)) is not None:
        span = more
    return plain(span.of(words).replace("’s", "").replace("'s", "")).split()[-1]


def _meant(one: Told, thing: Span) -> str:
    """The family name of whom a pronoun before the thing stands for ("demanded that he resign")."""
    target = one.claim.target
    if target is None or target.span is None:
        return ""
    pronouns = [
        found for found in _WORDS.finditer(target.text[: thing.start]) if is_pronoun(found.group(), one.language)
    ]
    if not pronouns:
        return ""
    name, where = full_name(one, pronouns[-1].group(), target.span.start + pronouns[-1].start())
    return plain(name).split()[-1] if where is not None else ""


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end)


def _asked(one: Told) -> Words | None:
    """Whom the demand is put to: "urged the government to …", "demanded that Congress …"."""
    target = one.claim.target
    if target is None or target.span is None:
        return None
    opening = Span(max(0, target.span.start - _BEFORE), target.span.start)
    put = list(find(pattern("addressing", one.language), one, opening))[-1:]
    if put:
        return _addressee(one, Span(put[0].end, target.span.end))
    return _of_list(one, target.span)


def _of_list(one: Told, item: Span) -> Words | None:
    """Whom a list is put to: "we demand that the government:" before its items."""
    colon = one.text.rfind(":", max(0, item.start - _LIST), item.start)
    lines = one.text[colon + 1 : item.start].split("\n") if colon >= 0 else []
    if not any(line.strip() for line in lines) or not all(_is_item(line) for line in lines):
        return None
    opening = Span(max(0, colon - _BEFORE), colon)
    put = list(find(pattern("addressing", one.language), one, opening))[-1:]
    return _addressee(one, Span(put[0].end, colon)) if put else None


def _is_item(line: str) -> bool:
    """A line of a list: nothing, a mark or a number with words, no capital."""
    said = line.strip()
    return not said or said[0] in _BULLETS or said[0].isdigit() or said[0].islower()


def _addressee(one: Told, span: Span) -> Words | None:
    """The body or people that a stretch begins with, where it goes on with what they are to do."""
    leads = re.compile(rf"\s+(?:{pattern('determiners', one.language).pattern}\s+)?", re.IGNORECASE)
    led = leads.match(one.text, span.start, span.end)
    if led is None:
        return None
    rest = one.text[led.end() : span.end]
    actors = find_actors(rest, split_sentences(rest, one.language), one.language)
    actor = next((found for found in actors if found.span.start <= _START), None)
    if actor is None or _PASSIVE.match(rest, actor.span.end):
        return None
    behind = rest[actor.span.end :].split(maxsplit=1)
    follows = not behind or behind[0].lower() in register_words(one.language).infinitive
    clause = led.group().split()[:1] in (["that"], ["que"])
    start = led.end() + actor.span.start
    return Words(actor.name, Span(start, start + len(actor.span))) if follows or clause else None


def _own_doing(one: Told, key: Key) -> Words | None:
    """Who alone can do it: a resignation is demanded of its holder."""
    target, (thing, whose) = one.claim.target, key
    if target is None or not whose or thing not in register_words(one.language).own_doing:
        return None
    found = next((m for m in re.finditer(r"[^\W\d_]+", target.text) if plain(m.group()) == whose), None)
    if found is None:
        return None
    moved = Span(target.span.start + found.start(), target.span.start + found.end()) if target.span else None
    return Words(found.group(), moved)
