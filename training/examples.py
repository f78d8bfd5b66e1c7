"""Sentences to learn from: the corpora's files to one kind of example, each with the layers that it carries."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

Roles = tuple[tuple[str, int, int], ...]
"""Label, begin and end (exclusive) of each role of one predicate."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence. A layer that its corpus does not annotate is None; heads count words from 0, -1 is the root."""

    key: str
    words: tuple[str, ...]
    tags: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    relations: tuple[str, ...] | None = None
    entities: tuple[str, ...] | None = None
    predicates: tuple[tuple[int, Roles], ...] | None = None
    language: str = ""
    """Set where a run reads two languages, to cut each into its own pieces."""


def read_conllu(path: Path) -> list[Example]:
    """The syntactic words of a treebank; multiword lines and empty nodes are passed over."""
    found = []
    for key, lines in blocks(path):
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        found.append(
            Example(
                key,
                tuple(row[1] for row in rows),
                tuple(row[3] for row in rows),
                tuple(int(row[6]) - 1 for row in rows),
                tuple(row[7] for row in rows),
            )
        )
    return found


def read_entities(path: Path, dropped: frozenset[str] = frozenset()) -> list[Example]:
    """A BIO file; labels in `dropped` become O."""
    found = []
    for key, lines in blocks(path):
        rows = [line.split("\t") for line in lines if "\t" in line]
        labels = tuple("O" if row[1][2:] in dropped else row[1] for row in rows)
        found.append(Example(key, tuple(row[0] for row in rows), entities=labels))
    return found


def read_roles(path: Path) -> list[Example]:
    """PropBank roles joined to the treebank's words."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            predicates = tuple(
                (one["index"], tuple((role["label"], role["start"], role["end"]) for role in one["roles"]))
                for one in row["predicates"]
            )
            found.append(Example(row["sent_id"], tuple(row["tokens"]), predicates=predicates))
    return found


def read_annotations(folder: Path) -> list[Example]:
    """The project's own crisis sentences (GUIDELINE.md)."""
    return [_annotated(key, lines) for path in sorted(folder.glob("*.conllup")) for key, lines in blocks(path)]


def join(treebank: Iterable[Example], *layers: Iterable[Example]) -> list[Example]:
    """The treebank's sentences with the layers of those of the same key and the same words."""
    by_key = [{example.key: example for example in layer} for layer in layers]
    joined = []
    for example in treebank:
        for layer in by_key:
            other = layer.get(example.key)
            if other is not None and other.words == example.words:
                example = replace(
                    example,
                    entities=example.entities if other.entities is None else other.entities,
                    predicates=example.predicates if other.predicates is None else other.predicates,
                )
        joined.append(example)
    return joined


def _annotated(key: str, lines: list[str]) -> Example:
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    parsed = all(row[3] != "_" for row in rows)
    predicates = []
    for line in lines:
        if line.startswith("# predicate = "):
            at, *parts = line.removeprefix("# predicate = ").split(" | ")
            predicates.append((int(at) - 1, tuple(_role(part) for part in parts)))
    return Example(
        key,
        tuple(row[1] for row in rows),
        tuple(row[2] for row in rows) if parsed else None,
        tuple(int(row[3]) - 1 for row in rows) if parsed else None,
        tuple(row[4] for row in rows) if parsed else None,
        tuple(row[5] for row in rows),
        tuple(sorted(predicates)),
    )


def _role(text: str) -> tuple[str, int, int]:
    label, where = text.split()
    begin, _, end = where.partition("-")
    return label, int(begin) - 1, int(end or begin)


def blocks(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The key and the lines of each sentence of a file with blank lines between sentences."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in [*lines, "\n"]:
            text = line.rstrip("\n")
            if text:
                block.append(text)
            elif block:
                yield _key(block), block
                block = []


def _key(block: list[str]) -> str:
    for line in block:
        if line.startswith("# sent_id = "):
            return line.removeprefix("# sent_id = ")
    return ""
