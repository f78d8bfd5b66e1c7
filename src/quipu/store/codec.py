"""Nouns as JSON and back: the identity for every noun of `model`, built once per class from its type hints.

A field that equals its default is left out, so that a later, additive field reads old rows.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")
Turn = Callable[[Any], Any]

_PLAIN = (str, int, float, bool)


def to_json(noun: Any) -> Any:
    """A noun as what `json` can write: objects by field name, tuples as lists, dates in ISO 8601."""
    return _writer(cast(Any, type(noun)))(noun)


def from_json(shape: type[Noun], value: Any) -> Noun:
    """The noun of class `shape` that `to_json` made `value` from."""
    return cast(Noun, _reader(cast(Any, shape))(value))


@cache
def _writer(hint: Any) -> Turn:
    if is_dataclass(hint):
        return _object_writer(hint)
    return _turn(hint, _writer, date.isoformat, lambda enum: lambda member: member.value)


@cache
def _reader(hint: Any) -> Turn:
    if is_dataclass(hint):
        return _object_reader(cast(type, hint))
    return _turn(hint, _reader, date.fromisoformat, lambda enum: enum)


def _turn(hint: Any, inner: Callable[[Any], Turn], day: Turn, member: Callable[[Any], Turn]) -> Turn:
    """One value's turn: the shapes that model's fields have, and no others."""
    if hint is date:
        return day
    if isinstance(hint, type) and issubclass(hint, Enum):
        return member(hint)
    if hint in _PLAIN:
        return _same
    kind, parts = get_origin(hint), get_args(hint)
    if kind in (Union, UnionType):
        return _optional(inner(next(part for part in parts if part is not type(None))))
    if kind is tuple and parts[-1] is Ellipsis:
        return _many(inner(parts[0]), listed=inner is _writer)
    if kind is tuple:
        return _row([inner(part) for part in parts], listed=inner is _writer)
    raise TypeError(f"no JSON for {hint!r}")


def _same(value: Any) -> Any:
    return value


def _optional(turn: Turn) -> Turn:
    return lambda value: None if value is None else turn(value)


def _many(turn: Turn, *, listed: bool) -> Turn:
    kind: Callable[[Any], Any] = list if listed else tuple
    return lambda values: kind(turn(value) for value in values)


def _row(turns: list[Turn], *, listed: bool) -> Turn:
    kind: Callable[[Any], Any] = list if listed else tuple
    return lambda values: kind(turn(value) for turn, value in zip(turns, values, strict=True))


def _object_writer(shape: Any) -> Turn:
    hints = get_type_hints(shape)
    plan = [(field.name, field.default, _writer(hints[field.name])) for field in fields(shape)]

    def write(noun: Any) -> dict[str, Any]:
        row = {}
        for name, default, turn in plan:
            value = getattr(noun, name)
            if value is not default and (value != default or type(value) is not type(default)):
                row[name] = turn(value)
        return row

    return write


def _object_reader(shape: type) -> Turn:
    hints = get_type_hints(shape)
    plan = {field.name: _reader(hints[field.name]) for field in fields(cast(Any, shape))}
    return lambda row: shape(**{name: plan[name](value) for name, value in row.items()})
