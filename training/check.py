"""Whether the annotated sentences keep to GUIDELINE.md, and how many there are: `python -m training.check`."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.annotated import Annotated, Malformed, read_blocks, read_sentence
from training.check_spans import span_faults
from training.check_trees import tree_faults

FOLDER = Path(__file__).parent / "annotations"
GENRES = frozenset(("news", "headline", "caption", "list", "quote", "liveblog", "roundup"))


def faults_of(sent: Annotated) -> Iterator[str]:
    """What is wrong with one sentence, in words; nothing where all is well."""
    yield from _text_faults(sent)
    if [row.number for row in sent.rows] != list(range(1, len(sent.rows) + 1)):
        # Heads and ranges would point nowhere.
        yield "words are not numbered from 1 upwards"
        return
    yield from tree_faults(sent.rows)
    yield from span_faults(sent)


def read_part(folder: Path) -> tuple[list[Annotated], list[str]]:
    """The sentences of all files of a folder, and what is wrong with them, each with its file and sentence."""
    sents, faults = [], []
    for path in sorted(folder.glob("*.conllup")):
        try:
            for lines in read_blocks(path):
                sent = read_sentence(lines)
                sents.append(sent)
                faults += [f"{path.name} {sent.sent_id}: {fault}" for fault in faults_of(sent)]
        except Malformed as error:
            faults.append(f"{path.name}: {error}")
    return sents, faults


def shared_faults(parts: dict[str, list[Annotated]]) -> Iterator[str]:
    """Sentence ids and texts (in any capitals) that are there more than once, within a part or across parts."""
    everywhere = [sent for sents in parts.values() for sent in sents]
    for what, keys in (("sent_id", [s.sent_id for s in everywhere]), ("text", [s.text.casefold() for s in everywhere])):
        yield from (f"{what} {key!r} is there {count} times" for key, count in Counter(keys).items() if count > 1)


def counts_of(sents: list[Annotated]) -> dict[str, int]:
    """How much there is: sentences, trees, words, predicates, roles, names, attributions."""
    return {
        "sentences": len(sents),
        "trees": sum(sent.has_tree for sent in sents),
        "words": sum(len(sent.rows) for sent in sents),
        "predicates": sum(len(sent.predicates) for sent in sents),
        "roles": sum(len(predicate.roles) for sent in sents for predicate in sent.predicates),
        "names": sum(row.name.startswith("B-") for sent in sents for row in sent.rows),
        "attributions": sum(len(sent.attributions) for sent in sents),
    }


def _text_faults(sent: Annotated) -> Iterator[str]:
    if sent.genre not in GENRES:
        yield f"unknown genre {sent.genre!r}"
    rest = sent.text
    for row in sent.rows:
        if not rest.lstrip().startswith(row.form):
            yield f"word {row.number} {row.form!r} is not next in the text"
            return
        rest = rest.lstrip().removeprefix(row.form)
    if rest:
        yield f"text goes on after the last word: {rest!r}"


def main() -> int:
    """Prints what is wrong and how much there is, by part and genre; 1 if anything is wrong."""
    parts, faults = {}, []
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        parts[folder.name], found = read_part(folder)
        faults += found
    faults += shared_faults(parts)
    for fault in faults:
        print(fault)
    print("\t".join(("part", "genre", *counts_of([]))))
    for name, sents in parts.items():
        for genre in sorted({sent.genre for sent in sents}):
            some = [sent for sent in sents if sent.genre == genre]
            print("\t".join(map(str, (name, genre, *counts_of(some).values()))))
        print("\t".join(map(str, (name, "all", *counts_of(sents).values()))))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
