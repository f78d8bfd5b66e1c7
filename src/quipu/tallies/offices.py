"""Office changes: who, which office, by whom, and whether it is done."""

import re
from collections.abc import Iterator, Sequence

from quipu.model import Claim, EventType, RegisterDetail, Span, Stated, Words
from quipu.sentences.actor_words import actor_rules
from quipu.sentences.actors import find_actors
from quipu.sentences.gazetteer import fold
from quipu.sentences.geography import geography
from quipu.sentences.split import split_sentences
from quipu.tallies.details import Found, according_to, by, counted, field, gathered, settled, states
from quipu.tallies.people_named import full_name, name_in, people_in
from quipu.tallies.register_words import pattern, register_words
from quipu.tallies.told import Told, find, sentence

# Characters between an office and its holder's name (", " and " as ").
_APART = 4
# Characters of a name behind its title, at most.
_LONGEST_NAME = 60
_PORTFOLIO = re.compile(
    r"\s+(?:of|de|del)\s+(?:(?:the|la|los|las)\s+)?[A-ZÁÉÍÓÚÑ]\w+(?:\s+(?:(?:and|y|e|de)\s+)?[A-ZÁÉÍÓÚÑ]\w+)*"
)
# What an office may be called behind "as": some words up to a mark or to words of time and place.
_POST = re.compile(
    r"\s+([^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,7}?)(?=[,.;:”\")]|\s+(?:on|in|after|with|by|during|when|who|en|tras|con|cuando|quien)\b|\s*$)"
)
_COMING = (EventType.APPOINTMENT, EventType.ELECTION)
_WORD = re.compile(r"[\w’'-]+")


def details(told: Sequence[Told]) -> list[RegisterDetail]:
    """`state`, `person`, `office`, `by`, `who`, `what`, `place`, figures, `according to`."""
    persons = [(one, name, span) for one in told for name, span in _persons(one)]
    return [
        *states(told, settled),
        *gathered("person", ((name, Stated(one.claim.id, span)) for one, name, span in persons)),
        *gathered("office", (found for one, _, span in persons if span for found in _offices_of(one, span))),
        *by(told, _other),
        # A holder with a name is `person`.
        *field(
            "who", [one for one in told if one.claim.id not in {known.claim.id for known, _, _ in persons}], _holder
        ),
        *field("place", told, lambda claim: claim.place),
        *counted(told),
        *according_to(told),
    ]


def holders(one: Told) -> list[str]:
    """The names of those whose office a claim is about."""
    return [name for name, _ in _persons(one)]


def _holder(claim: Claim) -> Words | None:
    """Who resigned, won or took office; who was elected, named or removed, where somebody else did it."""
    if claim.type is EventType.ELECTION:
        return claim.target or claim.actor
    if claim.type is EventType.APPOINTMENT:
        return claim.target if claim.target and claim.actor else claim.actor or claim.target
    return claim.actor if claim.type is EventType.RESIGNATION else claim.target


def _other(claim: Claim) -> Words | None:
    """Who removed, named or elected the holder."""
    return None if claim.actor is _holder(claim) else claim.actor


def _persons(one: Told) -> Iterator[tuple[str, Span | None]]:
    """The office-holders by name, as fully as the report has it; of the claim's own words where it has no party."""
    party = _holder(one.claim)
    where = party.span if party else one.claim.span
    named = [found for found in people_in(one, _with_name(one, where)) if _reaches(found[1], where)] if where else []
    for name, span in named:
        yield full_name(one, name)[0], span
    if not named and party:
        name, found = full_name(one, party.text, where.start if where else None)
        whole = name_in(party.text, one.language)
        if found is not None:
            yield name, _family_name(one, where, name)
        elif whole is not None and party.text.endswith(whole):
            yield whole, _family_name(one, where, whole)  # whoever holds an office is somebody


def _family_name(one: Told, party: Span | None, name: str) -> Span | None:
    """Where the party's words name the person, behind a title or alone; a pronoun does not."""
    at = -1 if party is None else one.text.find(name.split()[-1], party.start, party.end)
    return party if at < 0 else Span(at, at + len(name.split()[-1]))


def _with_name(one: Told, party: Span) -> Span:
    """The party and the line behind it, where its name may stand."""
    return Span(party.start, min(len(one.text), party.end + _LONGEST_NAME))


def _reaches(name: Span, party: Span) -> bool:
    """Inside the party's words, or right behind them ("the leftist president" · "Pedro Castillo")."""
    return name.start <= party.end + 1


def _offices_of(one: Told, person: Span) -> list[Found]:
    """The office that somebody comes into, as "as" tells it ("swore in …, until then …, as prime minister"), else the
    one beside the name."""
    return [*_into(one, person)][:1] or [*_offices(one, person)]


def _into(one: Told, person: Span) -> Iterator[Found]:
    if one.claim.type not in _COMING:
        return
    behind = Span(person.end, max(person.end, sentence(one).end))
    for led in find(pattern("into", one.language), one, behind):
        found = _POST.match(one.text, led.end, behind.end)
        if found is None:
            continue
        start = found.start(1) + _not_office(found.group(1), one.language)
        words = Span(start, found.end(1))
        posted = next(find(pattern("posts", one.language), one, words), None) is not None
        if posted or _is_office(one.words(words), one.language):
            yield one.words(words), Stated(one.claim.id, words)


def _offices(one: Told, person: Span) -> Iterator[Found]:
    """The office in the words beside the name: "Labour Minister …", "… interior minister", "the minister of …, …"."""
    whole = sentence(one)
    cut = split_sentences(whole.of(one.text), one.language)
    for actor in find_actors(whole.of(one.text), cut, one.language):
        span = _with_portfolio(one, Span(actor.span.start + whole.start, actor.span.end + whole.start))
        if span.holds(person):
            office = Span(span.start, person.start)
        elif _touches(span, person):
            office = span
        elif span.meets(person):
            office = Span(min(span.start, person.start), person.start)
        else:
            continue
        start = office.start + _not_office(office.of(one.text), one.language)
        words = Span(start, max(start, office.start + len(office.of(one.text).rstrip(" ,"))))
        if _is_office(one.words(words), one.language):
            yield one.words(words), Stated(one.claim.id, words)


def _with_portfolio(one: Told, span: Span) -> Span:
    """Over "of Education" and "de Relaciones Exteriores" behind a title."""
    found = _PORTFOLIO.match(one.text, span.end)
    return Span(span.start, found.end()) if found else span


def _not_office(words: str, language: str) -> int:
    """How many characters stand before the office itself ("leftist Peruvian president", "former minister")."""
    dropped, peoples = register_words(language).not_office, geography(language).demonyms
    start = 0
    for word in _WORD.finditer(words):
        if word.group().lower() not in dropped and fold(word.group()) not in peoples:
            return word.start()
        start = word.end()
    return start


def _touches(span: Span, person: Span) -> bool:
    """Right before or right behind the name."""
    return 0 <= person.start - span.end <= _APART or 0 <= span.start - person.end <= _APART


def _is_office(words: str, language: str) -> bool:
    """Whether a title is among the words ("Labour Minister", not "the crowd")."""
    said = tuple(word.strip(",.").lower() for word in words.split())
    titles = actor_rules(language).titles
    return any(said[at : at + len(title)] == title for title in titles for at in range(len(said)))
