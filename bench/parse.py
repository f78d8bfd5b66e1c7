"""Scores a sentence reader on the official test parts: `make parse`, or `python bench/parse.py --help`.

Trees on gold words and on raw text, names, roles of the predicates that the bank names, and our own crisis sentences.
Figures are kept in `bench/reader.json`; one that falls below what is kept fails the run (`--update` raises it).
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from conllu import Word
from reader import Parse, measure_names, measure_parser, measure_roles, spans_told, told
from reader_scores import Name, Predicate, Role, Score, score_names, score_roles, score_trees

from quipu.sentences.readers import open_reader
from quipu.sentences.readers.small import SmallReader
from training.corpora import OWN
from training.examples import Example, read_annotations
from training.spanish import as_published, from_ancora, published_relation, read_treebank

HERE = Path(__file__).parent
KEPT = HERE / "reader.json"
TREES = {"en": ("ewt", "gum", "gum_news"), "es": ("ancora", "gsd")}
NAMES = {"en": ("uner", "wikigold"), "es": ()}
TOLERANCE = 0.05
"""Points of F1 that a figure may lie below what is kept: sums of floats differ between processors."""


def main() -> int:
    """Prints the figures; 1 where one fell, 2 where the data is not there."""
    options = _options()
    if not options.folder.is_dir():
        print(f"SKIPPED: no treebanks in {options.folder} (set QUIPU_SHARED)")
        return 2
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    fallen = []
    for language in options.languages:
        key = f"{options.reader.partition(':')[0]} {language}"
        figures = {name: round(100 * score.f1, 2) for name, score in measure(options, language)}
        before = kept.get(key, {})
        for name, figure in figures.items():
            print(f"{key:<12} {name:<28} {figure:6.2f}" + (f"  (kept {before[name]:.2f})" if name in before else ""))
        fallen += [f"{key} {name}" for name in before if figures.get(name, 0.0) < before[name] - TOLERANCE]
        kept[key] = figures if options.allow_regression else {n: max(f, before.get(n, 0.0)) for n, f in figures.items()}
    if options.update:
        KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(*(f"FELL: {line}" for line in fallen), sep="\n") if fallen else None
    return 1 if fallen and not options.allow_regression else 0


def measure(options: argparse.Namespace, language: str) -> Iterator[tuple[str, Score]]:
    """Every figure of a reader for one language."""
    reader = open_reader(options.reader, language)
    if not isinstance(reader, SmallReader):
        raise SystemExit(f"{options.reader}: only the small readers are scored here")

    def read(sentences: Sequence[Sequence[str]], asked: Sequence[Sequence[int]] | None = None) -> list[Parse]:
        return [told(one) for one in reader.parse(sentences, asked)]

    for name in TREES[language]:
        found = measure_parser(read, options.folder, f"ud_{language}_{name}.test")
        yield from ((f"{name} {kind}", score) for kind, score in found.items())
    if language == "es":
        yield from _spanish(read, options.folder / "ud_es_ancora.test.conllu.gz")
    for name in NAMES[language]:
        yield f"{name} names", measure_names(read, options.folder / f"ner_{language}_{name}.test.conll.gz")
    if language == "en":
        yield "ewt ARG0 ARG1", measure_roles(read, options.folder / "srl_en_ewt.test.jsonl.gz")
        yield from _own(reader, read_annotations(OWN / "test"))
    _clock(reader, options.folder, language)


def _spanish(read: Callable[[Sequence[Sequence[str]]], list[Parse]], path: Path) -> Iterator[tuple[str, Score]]:
    """AnCora with our relations, as the reader learnt them, and as it is published, subtypes left out (CoNLL 2018)."""
    for name, convention, relation_told in (
        ("ancora harmonised", from_ancora, str),
        ("ancora published", as_published, published_relation),
    ):
        trees = read_treebank(path, convention)
        said = read([one.words for one in trees])
        bare = (lambda relation: relation) if relation_told is str else (lambda relation: relation.split(":")[0])
        gold = [
            _words(one.words, one.tags or (), [h + 1 for h in one.heads or ()], [bare(r) for r in one.relations or ()])
            for one in trees
        ]
        system = [
            _words(one.words, parse.tags, parse.heads, [relation_told(r) for r in parse.relations])
            for one, parse in zip(trees, said, strict=True)
        ]
        yield from ((f"{name} {kind}", score) for kind, score in score_trees(gold, system).items())


def _own(reader: SmallReader, examples: Sequence[Example]) -> Iterator[tuple[str, Score]]:
    asked = [[at for at, _ in one.predicates or ()] for one in examples]
    said = [told(one) for one in reader.parse([one.words for one in examples], asked)]
    trees = [(one, parse) for one, parse in zip(examples, said, strict=True) if one.heads]
    gold = [
        _words(one.words, one.tags or (), [h + 1 for h in one.heads or ()], one.relations or ()) for one, _ in trees
    ]
    system = [_words(one.words, parse.tags, parse.heads, parse.relations) for one, parse in trees]
    yield from ((f"crisis {kind}", score) for kind, score in score_trees(gold, system).items())
    names = [[Name(*span) for span in spans_told(one.entities or ())] for one in examples]
    yield "crisis names", score_names(names, [list(one.entities) for one in said])
    roles = [[Predicate(at, [Role(*role) for role in own]) for at, own in one.predicates or ()] for one in examples]
    yield "crisis ARG0 ARG1", score_roles(roles, [list(one.predicates) for one in said])


def _words(forms: Sequence[str], tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> list[Word]:
    rows = zip(forms, tags, heads, relations, strict=True)
    return [Word(form, "", tag, head, relation) for form, tag, head, relation in rows]


def _clock(reader: SmallReader, folder: Path, language: str) -> None:
    """Prints the processor time of parsing a treebank's words, on one thread."""
    from conllu import read_trees

    name = "ud_en_gum_news.test" if language == "en" else "ud_es_ancora.test"
    sentences = [[word.form for word in tree.words] for tree in read_trees(folder / f"{name}.conllu.gz", merge=True)][
        :400
    ]
    began = time.process_time()
    reader.parse(sentences)
    spent = time.process_time() - began
    words = sum(map(len, sentences))
    speed, cost = words / spent, 600_000 * spent / words
    print(f"{reader.name} {language}: {speed:,.0f} words/s of processor time, {cost:.0f} ms/600 words")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    shared = Path(os.environ.get("QUIPU_SHARED", Path(__file__).parents[2] / "shared"))
    parser.add_argument("--reader", default="small-6", help="small-6, small-3, or small-6:FOLDER for other weights")
    parser.add_argument("--languages", nargs="+", default=["en"], choices=sorted(TREES))
    parser.add_argument("--folder", type=Path, default=shared / "reader", help="where the treebanks lie")
    parser.add_argument("--update", action="store_true", help="keep the figures, where they rose")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: keep what fell, too")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
