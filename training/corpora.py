"""Which files make up the data to fit, to choose on and to test on, for each language."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from training.examples import Example, join, read_annotations, read_conllu, read_entities, read_roles
from training.spanish import from_ancora, from_gsd, read_treebank

OWN = Path(__file__).parent / "annotations"


@dataclass(frozen=True, slots=True)
class Corpora:
    """The parts of one language's data; `test` by name of the part."""

    fit: list[Example]
    dev: list[Example]
    test: dict[str, list[Example]]


def read_corpora(folder: Path, language: str, skip: Collection[str] = ()) -> Corpora:
    """All parts of `language` under `folder`, without the corpora named in `skip`."""
    return _english(folder, frozenset(skip)) if language == "en" else _spanish(folder)


def _english(folder: Path, skip: frozenset[str]) -> Corpora:
    fit = _web(folder, "train", skip)
    if "gum" not in skip:
        fit += read_conllu(folder / "ud_en_gum.train.conllu.gz")
    if "wikigold" not in skip:
        fit += read_entities(folder / "ner_en_wikigold.train.conll.gz", frozenset(("MISC",)))
    if "own" not in skip:
        fit += read_annotations(OWN / "train") * 3
    test = {
        "ewt": _web(folder, "test", frozenset()),
        "gum": read_conllu(folder / "ud_en_gum.test.conllu.gz"),
        "gum_news": read_conllu(folder / "ud_en_gum_news.test.conllu.gz"),
        "wikigold": read_entities(folder / "ner_en_wikigold.test.conll.gz", frozenset(("MISC",))),
        "own": read_annotations(OWN / "test"),
    }
    return Corpora(fit, _web(folder, "dev", frozenset()), test)


def _web(folder: Path, part: str, skip: frozenset[str]) -> list[Example]:
    layers = [read_entities(folder / f"ner_en_uner.{part}.conll.gz")]
    if "roles" not in skip:
        layers.append(read_roles(folder / f"srl_en_ewt.{part}.jsonl.gz"))
    return join(read_conllu(folder / f"ud_en_ewt.{part}.conllu.gz"), *layers)


def _spanish(folder: Path) -> Corpora:
    """There is no part to fit on: AnCora's and GSD's development parts are it, their last tenth held back to choose on
    (whole documents, where the corpus has them)."""
    fit: list[Example] = []
    dev: list[Example] = []
    test = {}
    for name, convention in (("ancora", from_ancora), ("gsd", from_gsd)):
        part = read_treebank(folder / f"ud_es_{name}.dev.conllu.gz", convention)
        fit, dev = fit + part[: len(part) * 9 // 10], dev + part[len(part) * 9 // 10 :]
        test[name] = read_treebank(folder / f"ud_es_{name}.test.conllu.gz", convention)
    # Only names are marked there: what has no predicate line may well hold one.
    test["own"] = [replace(one, predicates=None) for one in read_annotations(OWN / "es-test")]
    return Corpora(fit, dev, test)
