"""One person whom a claim of harm tells of, by mention, name and age: the same as another, or told apart from him."""

import re
from dataclasses import dataclass

from quipu.claims.draft import Draft
from quipu.claims.frames import fold
from quipu.claims.words import lists
from quipu.model import Reading, Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_DIGITS = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Person:
    """Where one person is mentioned, under what names, of what age (None where it is not told)."""

    span: Span
    names: frozenset[str]
    age: int | None


def person_of(reading: Reading, draft: Draft) -> Person | None:
    """The one person whom a draft's target names; None for nobody or several."""
    words, count = draft.target, draft.count
    if words is None or words.span is None or (count is not None and not count.low == count.high == 1):
        return None
    said = lists(reading.language)
    spoken = tuple(fold(word) for word in _WORD.findall(words.text))
    if not spoken or (count is None and said.many.within(spoken, 0, len(spoken)) is not None):
        return None
    names = _names_in(reading, words.span)
    digits = {int(found) for found in _DIGITS.findall(words.text)}
    ages = {v.age for v in draft.victims if v.age is not None and (v.age in digits or words.span.meets(v.span))}
    return Person(words.span, names, next(iter(ages)) if len(ages) == 1 else None)


def _names_in(reading: Reading, span: Span) -> frozenset[str]:
    """The words inside a span that the reader marks as of a person's name."""
    return frozenset(
        fold(token.text)
        for sent in reading.sentences
        if sent.span.meets(span)
        for token in sent.tokens
        if token.entity.endswith("PER") and span.holds(token.span)
    )


def is_same(one: Person, other: Person) -> bool:
    """Whether two are surely one person: the same mention, a name within the other's, or for want of one the age."""
    if one.span.meets(other.span):
        return True
    if one.names and other.names:
        return one.names <= other.names or other.names <= one.names
    return one.age is not None and one.age == other.age


def is_apart(one: Person, other: Person) -> bool:
    """Whether two are surely not one person: of other ages, and not of one name."""
    if is_same(one, other) or one.age is None or other.age is None:
        return False
    return one.age != other.age
