"""Scores how quipu cuts text, and a sentence reader, against treebanks: `python bench/reader.py --help`.

The treebanks lie in `$QUIPU_SHARED/reader` (their README says what they are) and are never copied here. A reader is
any callable `parse(sentences) -> parses`, from lists of words to one `Parse` each; `measure_parser` scores it.
"""

import argparse
import gzip
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from conllu import Tree, Word, read_trees, text_of
from reader_scores import Name, Predicate, Role, Score, score_names, score_raw, score_roles, score_trees

from quipu.sentences.lemmas import lemma_of
from quipu.sentences.readers import parse as parses
from quipu.sentences.readers.decode import spans_of
from quipu.sentences.split import split_sentences

TESTS = {
    "ud_en_ewt.test": "en",
    "ud_en_gum.test": "en",
    "ud_en_gum_news.test": "en",
    "ud_es_ancora.test": "es",
    "ud_es_gsd.test": "es",
}


class Parse(NamedTuple):
    """What a reader says of one sentence. `heads` count words from 1, 0 is the root; `entities` and `predicates` count
    them from 0, with exclusive ends; an entity is (start, end, label), a role (label, start, end)."""

    tags: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    entities: Sequence[Name] = ()
    predicates: Sequence[Predicate] = ()


Parser = Callable[[Sequence[Sequence[str]]], Sequence[Parse]]
RolesOf = Callable[[Sequence[Sequence[str]], Sequence[Sequence[int]]], Sequence[Parse]]
"""From words, and the words that are predicates, to parses."""


def main() -> int:
    """Print how quipu's own cutting and lemmas score; 2 when the treebanks are not there."""
    options = _options()
    if not options.folder.is_dir():
        print(f"SKIPPED: no treebanks in {options.folder} (set QUIPU_SHARED)")
        return 2
    print(f"{'':<20} {'words':>7} {'sentences':>9} {'lemmas':>7}  (F1, F1, accuracy on gold words and tags, per cent)")
    for name in options.sets or TESTS:
        language = TESTS.get(name) or name.split("_")[1]
        trees = read_trees(options.folder / f"{name}.conllu.gz", merge=language == "es")
        raw = score_raw([tree.words for tree in trees], own_words(text_of(trees), language))
        lemmas = score_lemmas(trees, language)
        figures = (raw["words"], raw["sentences"], lemmas)
        print(f"{name:<20} " + " ".join(f"{100 * s.f1:>{w}.2f}" for s, w in zip(figures, (7, 9, 7), strict=True)))
    return 0


def own_words(text: str, language: str, parse: Parser | None = None) -> list[list[Word]]:
    """The sentences and words that quipu cuts `text` into, with trees and lemmas where `parse` is given."""
    sentences = [[token.text for token in sent.tokens] for sent in split_sentences(text, language)]
    if parse is None:
        return [[Word(form, "", "", 0, "") for form in words] for words in sentences]
    parses = parse(sentences)
    return [_words(words, said, language) for words, said in zip(sentences, parses, strict=True)]


def score_lemmas(trees: Sequence[Tree], language: str) -> Score:
    """`lemma_of` on gold words and tags. A word whose gold lemma is `_` has none and is left out."""
    words = [word for tree in trees for word in tree.words if word.lemma != "_" or word.form == "_"]
    right = sum(lemma_of(word.form, word.tag, language) == word.lemma for word in words)
    return Score(right, len(words), len(words))


def measure_parser(parse: Parser, folder: Path, name: str) -> dict[str, Score]:
    """One treebank (`ud_en_ewt.test`): trees on gold words, and everything on raw text (keys `raw_…`)."""
    language = TESTS.get(name) or name.split("_")[1]
    trees = read_trees(folder / f"{name}.conllu.gz", merge=language == "es")
    forms = [[word.form for word in tree.words] for tree in trees]
    gold = [tree.words for tree in trees]
    said = [_words(words, one, language) for words, one in zip(forms, parse(forms), strict=True)]
    raw = score_raw(gold, own_words(text_of(trees), language, parse))
    return score_trees(gold, said) | {f"raw_{key}": score for key, score in raw.items()}


def measure_names(parse: Parser, path: Path) -> Score:
    """Entities of a file of `word TAB tag` lines with BIO tags."""
    forms, gold = [], []
    for words, names in read_names(path):
        forms.append(words)
        gold.append(names)
    return score_names(gold, [[Name(*entity) for entity in said.entities] for said in parse(forms)])


def measure_roles(parse: RolesOf, path: Path) -> Score:
    """`ARG0` and `ARG1` of a file of predicates in JSON Lines, the predicates told."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    gold = [
        [Predicate(p["index"], [Role(r["label"], r["start"], r["end"]) for r in p["roles"]]) for p in row["predicates"]]
        for row in rows
    ]
    said = parse([row["tokens"] for row in rows], [[one.index for one in own] for own in gold])
    return score_roles(gold, [one.predicates for one in said])


def told(parse: parses.Parse | None) -> Parse:
    """A parse as the scorers count: heads from 1, names as spans."""
    if parse is None:
        return Parse((), (), ())
    predicates = [Predicate(one.token, [Role(r.label, r.begin, r.end) for r in one.roles]) for one in parse.predicates]
    names = [Name(*span) for span in spans_told(parse.entities)]
    return Parse(parse.tags, [head + 1 for head in parse.heads], parse.relations, names, predicates)


def spans_told(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The begin, end and label of each span of BIO tags; "" is outside."""
    return [(role.begin, role.end, role.label) for role in spans_of([tag or "O" for tag in tags])]


def read_names(path: Path) -> Iterator[tuple[list[str], list[Name]]]:
    """The sentences of a BIO file with their entities; lines without a tab that begin with # are comments."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
            if rows:
                yield [row[0] for row in rows], names_of([row[-1] for row in rows])


def names_of(tags: Sequence[str]) -> list[Name]:
    """The entities of BIO tags; an `I-` that nothing of its label precedes begins one."""
    names: list[Name] = []
    for at, tag in enumerate(tags):
        label = tag[2:]
        if tag.startswith("I-") and names and names[-1].end == at and names[-1].label == label:
            names[-1] = names[-1]._replace(end=at + 1)
        elif tag != "O":
            names.append(Name(at, at + 1, label))
    return names


def _words(forms: Sequence[str], said: Parse, language: str) -> list[Word]:
    rows = zip(forms, said.tags, said.heads, said.relations, strict=True)
    return [Word(form, lemma_of(form, tag, language), tag, head, relation) for form, tag, head, relation in rows]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "sets", nargs="*", metavar="SET", help="only these treebanks, as ud_en_ewt.dev (default: tests)"
    )
    shared = Path(os.environ.get("QUIPU_SHARED", Path(__file__).parents[2] / "shared"))
    parser.add_argument("--folder", type=Path, default=shared / "reader", help="where the treebanks lie")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
