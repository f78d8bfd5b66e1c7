"""Actors: who acts or is acted on, with PLOVER sector and country.

Three kinds: role nouns with their modifiers ("riot police", "interior minister Roe"), bodies by the head of their
name ("Ministry of Health"), and well-known bodies. A person who bears a title once keeps its sector when the family
name alone comes back. Words and sectors are in `lexicon/<language>/actors.yml`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quipu.model import Actor, Place, Sentence, Span, Token
from quipu.sentences.actor_words import Rules, actor_rules
from quipu.sentences.gazetteer import fold
from quipu.sentences.people import is_capitalised

LONGEST_PHRASE = 7
LONGEST_NAME = 4
MOST_MODIFIERS = 5
LABOUR = "LAB"
"""The sector of unions, whoever their members are."""
NAME_LINKS = frozenset({"de", "del", "la", "las", "los", "van", "von", "bin", "al", "da", "dos", "-", "."})
Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Found:
    """An actor's tokens, `first` to `last` (exclusive), its sector, and the family name where it is a person's."""

    first: int
    last: int
    sector: str
    surname: str = ""
    is_named: bool = False


def find_actors(
    text: str, sentences: Sequence[Sentence], language: str, places: Iterable[Place] = ()
) -> tuple[Actor, ...]:
    """The actors of a document, in order; `places` of the same document give countries ("Peru's Congress").

    `sector` is a PLOVER actor sector code, `country` ISO 3166-1 alpha-2 where the words name it, else None.
    """
    rules = actor_rules(language)
    located = {place.span: place.country for place in places if place.country}
    actors: list[Actor] = []
    people: dict[str, Actor] = {}
    for sent in sentences:
        for found in () if sent.furniture else _in_sentence(sent.tokens, rules, people):
            actor = _actor(text, sent.tokens, found, (rules, located, people))
            actors.append(actor)
            if found.surname and found.surname not in people:
                people[found.surname] = actor
    return tuple(actors)


def _actor(
    text: str,
    tokens: Tokens,
    found: Found,
    known: tuple[Rules, dict[Span, str], dict[str, Actor]],
) -> Actor:
    rules, located, people = known
    span = Span(tokens[found.first].span.start, tokens[found.last - 1].span.end)
    country = None if found.is_named else _country(tokens, found, rules) or _located(span, located)
    if country is None and found.surname in people:
        country = people[found.surname].country
    return Actor(span, span.of(text), found.sector, country)


def _located(span: Span, located: dict[Span, str]) -> str | None:
    return next((code for place, code in located.items() if span.holds(place)), None)


def _country(tokens: Tokens, found: Found, rules: Rules) -> str | None:
    """The country of a demonym among the actor's words."""
    for token in tokens[found.first : found.last]:
        code = rules.geo.demonyms.get(fold(token.text)) if is_capitalised(token) or _is_es(rules) else None
        if code is not None:
            return code
    return None


def _is_es(rules: Rules) -> bool:
    """Spanish writes demonyms in lower case."""
    return not rules.words.possessives


def _in_sentence(tokens: Tokens, rules: Rules, people: dict[str, Actor]) -> Iterator[Found]:
    at, free = 0, 0
    while at < len(tokens):
        found = _find_at(tokens, at, free, rules) if tokens[at].lower in rules.starts else None
        if found is None and tokens[at].lower in people and is_capitalised(tokens[at]):
            found = _surname_at(tokens, at, free, people)
        if found is None:
            at += 1
            continue
        yield found
        at = free = found.last


def _find_at(tokens: Tokens, at: int, free: int, rules: Rules) -> Found | None:
    """The actor whose head phrase begins at `at`; nothing before `free` is taken in."""
    if at and tokens[at - 1].text == "-" and tokens[at - 1].span.end == tokens[at].span.start and at - 1 >= free:
        return None  # the end of a compound ("anti-government"), which has its own entry where it names an actor
    exact = tuple(token.text.replace("’", "'") for token in tokens[at : at + LONGEST_PHRASE])
    lower = tuple(token.lower.replace("’", "'") for token in tokens[at : at + LONGEST_PHRASE])
    for length in range(len(exact), 0, -1):
        if exact[:length] in rules.named:
            return Found(at, at + length, rules.named[exact[:length]], is_named=True)
        if exact[:length] in rules.bodies and _is_body(tokens, at, at + length, rules):
            first = _before(tokens, at, free, rules)
            return Found(first, _body_end(tokens, at + length, rules), rules.bodies[exact[:length]])
        if lower[:length] in rules.roles or lower[:length] in rules.titles:
            sector = rules.roles.get(lower[:length], "ELI")
            return _role(tokens, (at, at + length, free), sector, rules)
    return None


def _is_body(tokens: Tokens, first: int, last: int, rules: Rules) -> bool:
    """Whether the capitalised head stands in a longer name, or is always a name ("Congress")."""
    joined = last < len(tokens) and tokens[last].lower in rules.words.of_links
    named = first > 0 and is_capitalised(tokens[first - 1])
    lone = (tokens[first].lower,) in rules.roles and last - first == 1
    return last - first > 1 or joined or named or lone


def _role(tokens: Tokens, where: tuple[int, int, int], sector: str, rules: Rules) -> Found | None:
    """A role noun with what stands before it, and the name behind a title."""
    at, last, free = where
    first = _before(tokens, at, free, rules)
    head = tuple(token.lower for token in tokens[at:last])
    if head in rules.titles:
        end = _name_end(tokens, last)
        is_body = any((token.text,) in rules.bodies for token in tokens[last:end])
        if end > last and not is_body:
            return Found(first, end, sector, tokens[end - 1].lower)
    if head not in rules.roles:
        return None
    if is_capitalised(tokens[at]) and last < len(tokens) and tokens[last].lower in rules.words.of_links:
        return Found(first, _body_end(tokens, last, rules), sector)
    end, sector = _organisation(tokens, last, sector, rules)
    return Found(first, end + _modifiers_behind(tokens, end, rules), sector)


def _organisation(tokens: Tokens, last: int, sector: str, rules: Rules) -> tuple[int, str]:
    """Over a body that the role gives its name to ("farmers' unions", "student associations"), with its sector."""
    at = last + (last < len(tokens) and tokens[last].text in rules.words.possessives)
    for end in (at + 1, at + 2):
        if end <= len(tokens) and tokens[end - 1].lower in rules.words.organisations:
            own = rules.roles.get((tokens[end - 1].lower,))
            return end, own if own == LABOUR else sector
        if end > len(tokens) or tokens[end - 1].lower not in rules.words.modifiers or at == last:
            break
    return last, sector


def _modifiers_behind(tokens: Tokens, at: int, rules: Rules) -> int:
    """Spanish demonyms stand behind the noun ("policía peruana")."""
    behind = at < len(tokens) and _is_es(rules) and fold(tokens[at].text) in rules.geo.demonyms
    return int(behind)


def _before(tokens: Tokens, at: int, free: int, rules: Rules) -> int:
    """Back over capitalised words, demonyms, known modifiers and possessives."""
    first, words = at, rules.words
    while first > free and at - first < MOST_MODIFIERS:
        token = tokens[first - 1]
        if token.lower in words.not_modifiers:
            break
        if token.text in rules.geo.given_names and not is_capitalised(tokens[at]):
            first = next((i for i in range(first, at) if not is_capitalised(tokens[i])), at)
            break  # "made Ana Roe interior minister"
        starts_sentence = first - 1 == 0 and not _is_known(token, rules)
        named = is_capitalised(token) and not starts_sentence
        possessive = token.text in words.possessives and first - 2 >= free and is_capitalised(tokens[first - 2])
        if not (named or possessive or token.lower in words.modifiers):
            break
        first -= 1
    while first < at and tokens[first].text in (*words.possessives, "-"):
        first += 1
    return first


def _is_known(token: Token, rules: Rules) -> bool:
    folded = fold(token.text)
    return folded in rules.geo.countries or folded in rules.geo.demonyms or token.lower in rules.words.modifiers


def _body_end(tokens: Tokens, at: int, rules: Rules) -> int:
    """Over "of the Interior", "de los Derechos Humanos" and capitalised words that follow."""
    last = at
    while last < len(tokens) and is_capitalised(tokens[last]):
        last += 1
    if last < len(tokens) and tokens[last].lower in rules.words.of_links:
        end = last + 1
        while (
            end < len(tokens)
            and end - last < 8
            and (is_capitalised(tokens[end]) or tokens[end].lower in rules.words.of_inner)
        ):
            end += 1
        while end > last and not is_capitalised(tokens[end - 1]):
            end -= 1
        return max(last, end)
    return last


def _name_end(tokens: Tokens, at: int) -> int:
    """The end of a person's name that begins at `at`; `at` itself where none does."""
    last = at
    if last < len(tokens) and tokens[last].text == "." and last + 1 < len(tokens) and is_capitalised(tokens[last + 1]):
        last += 1
    begin, names = last, 0
    while last < len(tokens) and names < LONGEST_NAME:
        token = tokens[last]
        if is_capitalised(token):
            names += 1
        elif token.lower not in NAME_LINKS or not names:
            break
        last += 1
    while last > begin and not is_capitalised(tokens[last - 1]):
        last -= 1
    return last if last > begin else at


def _surname_at(tokens: Tokens, at: int, free: int, people: dict[str, Actor]) -> Found:
    """A person named again, with the given name where it is said."""
    known = people[tokens[at].lower]
    first = at
    while (
        first > free and at - first < 2 and tokens[first - 1].text in known.name and is_capitalised(tokens[first - 1])
    ):
        first -= 1
    return Found(first, at + 1, known.sector or "UNK", tokens[at].lower)
