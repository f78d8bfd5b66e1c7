"""Treebanks in CoNLL-U, as the benchmarks read them: sentences with their trees, and the text they came from."""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

PARAGRAPH = "\n\n"
ID, FORM, LEMMA, TAG, HEAD, RELATION, MISC = 0, 1, 2, 3, 6, 7, 9


class Word(NamedTuple):
    """One word of a tree. `head` is 0 for the root, else the number of a word of its sentence, from 1."""

    form: str
    lemma: str
    tag: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence. `gap` is what stands between it and the one before: a blank line, a space, or nothing."""

    sent_id: str
    text: str
    words: tuple[Word, ...]
    gap: str


def read_trees(path: Path, *, merge: bool = False) -> list[Tree]:
    """The sentences of a CoNLL-U file (`.gz` or plain), empty nodes left out.

    A multiword token ("don't", "del") becomes its words where these add up to it letter by letter, or one word where
    they do not. With `merge` it always is one word, as Spanish is best read: it takes the lemma, tag, head and
    relation of the first of its words that hangs on a word outside it.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return list(trees_of(lines, merge=merge))


def trees_of(lines: Iterable[str], *, merge: bool = False) -> Iterator[Tree]:
    """As `read_trees`, from lines of text."""
    gap = ""
    for block in _blocks(lines):
        notes = dict(_note(line) for line in block if line.startswith("# "))
        rows = [line.split("\t") for line in block if not line.startswith("# ")]
        rows = [row for row in rows if "." not in row[ID]]
        opens = "newdoc id" in notes or "newpar" in notes or "newdoc" in notes
        yield Tree(
            notes.get("sent_id", ""), notes.get("text", ""), _words(rows, merge=merge), PARAGRAPH if opens else gap
        )
        gap = " " if _space_after(rows) else ""


def text_of(trees: Sequence[Tree]) -> str:
    """The running text; paragraphs and documents are set apart by a blank line where the treebank marks them."""
    return "".join(part for tree in trees for part in (tree.gap, tree.text)).lstrip()


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line := line.rstrip("\n"):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _note(line: str) -> tuple[str, str]:
    key, _, value = line[2:].partition(" = ")
    return key.strip(), value


def _space_after(rows: Sequence[list[str]]) -> bool:
    """Whether white space follows the sentence; a multiword token speaks for its words."""
    last = int(rows[-1][ID])
    whole = next((row for row in rows if row[ID].endswith(f"-{last}")), rows[-1])
    return "SpaceAfter=No" not in whole[MISC].split("|")


def _words(rows: Sequence[list[str]], *, merge: bool) -> tuple[Word, ...]:
    """The words, with heads renumbered where multiword tokens became one."""
    own = {int(row[ID]): row for row in rows if "-" not in row[ID]}
    whole: dict[int, tuple[int, str]] = {}
    for row in rows:
        first, dash, last = row[ID].partition("-")
        parts = "".join(own[number][FORM] for number in range(int(first), int(last) + 1)) if dash else ""
        if dash and (merge or parts != row[FORM]):
            whole[int(first)] = (int(last), row[FORM])
    groups: list[tuple[int, int, str]] = []
    at = 1
    while at <= len(own):
        last, form = whole.get(at, (at, own[at][FORM]))
        groups.append((at, last, form))
        at = last + 1
    numbers = {part: number for number, (a, b, _) in enumerate(groups, 1) for part in range(a, b + 1)} | {0: 0}
    return tuple(_word([own[n] for n in range(a, b + 1)], form, (a, b), numbers) for a, b, form in groups)


def _word(rows: Sequence[list[str]], form: str, inside: tuple[int, int], numbers: dict[int, int]) -> Word:
    row = next(row for row in rows if not inside[0] <= int(row[HEAD]) <= inside[1])
    return Word(form, row[LEMMA], row[TAG], numbers[int(row[HEAD])], row[RELATION])
