"""The project's own annotated sentences as their files write them (GUIDELINE.md): CoNLL-U Plus with six columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COLUMNS = "# global.columns = ID FORM UPOS HEAD DEPREL QUIPU:NER"
_RANGE = re.compile(r"(\d+)(?:-(\d+))?")


class Malformed(ValueError):
    """A line that is not of the format, so that what it means cannot be checked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled range of words: a role, or a field of an attribution. Words count from 1, `end` is inclusive."""

    label: str
    begin: int
    end: int
    dashed: bool
    """Written with two numbers ("4-4"), not one ("4")."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that names a deed or a state, and who and what takes part in it."""

    word: int
    roles: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One word; `head` is None where the sentence has no tree and 0 at the root."""

    number: int
    form: str
    tag: str
    head: int | None
    relation: str
    name: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One sentence with all that is said of it."""

    sent_id: str
    genre: str
    text: str
    rows: tuple[Row, ...]
    predicates: tuple[Predicate, ...]
    attributions: tuple[tuple[Part, ...], ...]

    @property
    def has_tree(self) -> bool:
        """Whether any word has a head."""
        return any(row.head is not None for row in self.rows)


def read_blocks(path: Path) -> Iterator[list[str]]:
    """The lines of each sentence of a file.

    Raises:
        Malformed: the first line does not name the six columns.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    if head != COLUMNS:
        raise Malformed(f"first line is not {COLUMNS!r}")
    for block in body.strip("\n").split("\n\n"):
        yield block.split("\n")


def read_sentence(lines: list[str]) -> Annotated:
    """The sentence that the lines between two blank lines say.

    Raises:
        Malformed: a comment of no known kind, a missing or doubled `sent_id`, `genre` or `text`, a row without six
            columns, a head that is no number, a range that is none.
    """
    comments = [_comment(line) for line in lines if line.startswith("# ")]
    return Annotated(
        _only(comments, "sent_id"),
        _only(comments, "genre"),
        _only(comments, "text"),
        tuple(_row(line) for line in lines if not line.startswith("# ")),
        tuple(_predicate(value) for key, value in comments if key == "predicate"),
        tuple(_parts(value.split(" | ")) for key, value in comments if key == "attribution"),
    )


def _comment(line: str) -> tuple[str, str]:
    key, sep, value = line.removeprefix("# ").partition(" = ")
    if not sep or key not in ("sent_id", "genre", "text", "predicate", "attribution"):
        raise Malformed(f"unknown comment {line!r}")
    return key, value


def _only(comments: list[tuple[str, str]], key: str) -> str:
    values = [value for name, value in comments if name == key]
    if len(values) != 1:
        raise Malformed(f"{key} is given {len(values)} times")
    return values[0]


def _row(line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != 6 or not cells[0].isdecimal() or not all(cells):
        raise Malformed(f"not a row of six columns: {line!r}")
    number, form, tag, head, relation, name = cells
    if head != "_" and not head.isdecimal():
        raise Malformed(f"head {head!r} is no number")
    return Row(int(number), form, tag, None if head == "_" else int(head), relation, name)


def _predicate(value: str) -> Predicate:
    word, *parts = value.split(" | ")
    if not word.isdecimal():
        raise Malformed(f"predicate {word!r} is no number")
    return Predicate(int(word), _parts(parts))


def _parts(parts: list[str]) -> tuple[Part, ...]:
    return tuple(_part(part) for part in parts)


def _part(text: str) -> Part:
    label, _, where = text.partition(" ")
    found = _RANGE.fullmatch(where)
    if not label or not found:
        raise Malformed(f"{text!r} is not a label and a range")
    return Part(label, int(found[1]), int(found[2] or found[1]), found[2] is not None)
