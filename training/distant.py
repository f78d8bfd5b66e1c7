"""Names labelled from afar: runs of proper nouns that the gazetteer or the list of given names decides.

Tried for the entity head (`--distant`); only sentences whose every run of proper nouns is decided are labelled, and
organisations are never decided, so that what is labelled is likely right and most sentences stay without labels.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quipu.sentences.gazetteer import world
from quipu.sentences.gazetteer_file import fold
from quipu.sentences.geography import geography
from training.examples import Example

_LEAST = 50_000
"""Inhabitants of a town that a name may be taken for; smaller ones share their names with people and companies."""


def labelled(examples: Iterable[Example]) -> Iterator[Example]:
    """The examples, those whose proper nouns are all decided with names."""
    for example in examples:
        yield example if example.entities is not None else _labelled(example)


def _labelled(example: Example) -> Example:
    tags = ["O"] * len(example.words)
    for begin, end in _runs(example):
        label = _label(example.words[begin:end], example.words[:begin])
        if not label:
            return example
        tags[begin:end] = [f"B-{label}", *[f"I-{label}"] * (end - begin - 1)]
    return replace(example, entities=tuple(tags)) if any(tag != "O" for tag in tags) else example


def _runs(example: Example) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(example.words):
        end = at
        while end < len(example.words) and example.tags is not None and example.tags[end] == "PROPN":
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _label(words: tuple[str, ...], before: tuple[str, ...]) -> str:
    """PER, LOC, or "" where nothing decides."""
    places = geography("en")
    if words[0] in places.given_names and len(words) > 1:
        return "PER"
    if before and before[-1].lower().rstrip(".") in places.words.person_before:
        return "PER"
    name = fold(" ".join(words))
    if name in places.countries or any(one.population >= _LEAST and one.own for one in world().find(name)):
        return "LOC"
    return ""
