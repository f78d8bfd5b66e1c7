"""The official test parts of treebanks and names on gold words: quipu's small readers beside the peers."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from conllu import Word, read_trees
from reader import Parse, read_names, told
from reader_scores import Name, score_names, score_trees

from quipu.sentences.readers import open_reader
from quipu.sentences.readers.small import SmallReader

Figures = dict[str, Any]
Ask = Callable[[str, Path, Path], Figures]
"""What a peer told of reading a file of rows into another: `failed`, or versions and words a second."""
OWN = {"quipu": "small-3", "quipu, six layers": "small-6"}


def measure(folder: Path, work: Path, plan: dict[str, list[str]], ask: Ask) -> Iterator[tuple[str, dict[str, Figures]]]:
    """Each test part of the plan (a file's name without endings -> its peers) with the figures of all readers.

    `folder` holds the corpora; what peers answer goes into `work`. Parts that are not there are left out.
    """
    for part, peers in plan.items():
        kind = "trees" if (folder / f"{part}.conllu.gz").exists() else "names"
        path = folder / f"{part}.{'conllu' if kind == 'trees' else 'conll'}.gz"
        if path.exists():
            score = _trees(path) if kind == "trees" else _names(path)
            yield part, dict(_readers(score, peers, work / part, ask))


Scored = tuple[list[list[str]], Callable[[Sequence[Parse]], dict[str, float]]]


def _trees(path: Path) -> Scored:
    trees = read_trees(path)
    forms = [[word.form for word in tree.words] for tree in trees]

    def score(parses: Sequence[Parse]) -> dict[str, float]:
        said = [
            [Word(*row) for row in zip(words, [""] * len(words), one.tags, one.heads, one.relations, strict=True)]
            for words, one in zip(forms, parses, strict=True)
        ]
        return {key: found.f1 for key, found in score_trees([tree.words for tree in trees], said).items()}

    return forms, score


def _names(path: Path) -> Scored:
    rows = list(read_names(path))

    def score(parses: Sequence[Parse]) -> dict[str, float]:
        return {"names_f1": score_names([names for _, names in rows], [list(one.entities) for one in parses]).f1}

    return [words for words, _ in rows], score


def _readers(scored: Scored, peers: Sequence[str], work: Path, ask: Ask) -> Iterator[tuple[str, Figures]]:
    forms, score = scored
    for name, reader in OWN.items():
        parses, speed = _own(reader, forms)
        yield name, {"versions": {"quipu": version("quipu-ledger")}, "figures": score(parses), "words_a_second": speed}
    work.mkdir(parents=True, exist_ok=True)
    docs = work / "docs.jsonl"
    rows = ({"id": str(at), "text": " ".join(words), "words": words} for at, words in enumerate(forms))
    docs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    for peer in peers:
        answer = ask(peer, docs, work / f"{peer}.jsonl")
        if "failed" not in answer:
            with (work / f"{peer}.jsonl").open(encoding="utf-8") as lines:
                answer["figures"] = score([_answered(json.loads(line)) for line in lines])
        yield peer, answer


def _own(name: str, forms: Sequence[Sequence[str]]) -> tuple[list[Parse], float]:
    """The parses of one of quipu's readers, and its words a second of processor time."""
    reader = open_reader(name, "en")
    if not isinstance(reader, SmallReader):
        raise SystemExit(f"{name}: no weights")
    began = time.process_time()
    found = reader.parse(forms)
    return [told(one) for one in found], sum(map(len, forms)) / (time.process_time() - began)


def _answered(row: Figures) -> Parse:
    entities = [Name(*span) for span in row.get("entities", ())]
    return Parse(row.get("tags", ()), row.get("heads", ()), row.get("relations", ()), entities)
