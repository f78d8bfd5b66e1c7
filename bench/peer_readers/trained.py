"""Plain spaCy pipelines (MIT) trained on the reader's open corpora by bench/peer_spacy.sh: tags and trees; names.

Places are LOC names with the most populous bearer of the name; attributions are reporting verbs of the trees with
their subject and their clause. This is what the reader of quipu is held against: the same data, a public trainer.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gazetteers import located

Row = dict[str, Any]
Reader = Callable[[list[Row]], Iterator[Row]]
Span = tuple[int, int]
MODELS = Path(os.environ.get("PEER_SPACY", Path(__file__).parents[2] / "out/peer-spacy"))
TREES, NAMES = "trees", "names"
_SAYING = {
    "say", "tell", "add", "announce", "argue", "assert", "claim", "confirm", "declare", "deny", "explain",
    "insist", "note", "report", "state", "suggest", "warn", "write", "believe", "think", "predict", "expect",
    "allege", "acknowledge", "admit", "estimate",
}  # fmt: skip
_FORMS = {"said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "denied": "deny"}
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_CLAUSES = frozenset({"ccomp", "xcomp"})


def open_trees() -> Reader:
    """Rows with `words`: the tags, heads (from 1, the root's 0) and relations of those words."""
    pipe = _pipe(TREES)

    def read(rows: list[Row]) -> Iterator[Row]:
        for row, doc in zip(rows, pipe.pipe(_as_cut(pipe, rows)), strict=True):
            heads = [0 if word.head.i == word.i else word.head.i + 1 for word in doc]
            relations = ["root" if word.dep_ == "ROOT" else word.dep_ for word in doc]
            yield {"id": row["id"], "tags": [word.pos_ for word in doc], "heads": heads, "relations": relations}

    return read


def open_names() -> Reader:
    """Rows with `words`: the entities among those words, as begin, end and label."""
    pipe = _pipe(NAMES)

    def read(rows: list[Row]) -> Iterator[Row]:
        for row, doc in zip(rows, pipe.pipe(_as_cut(pipe, rows)), strict=True):
            yield {"id": row["id"], "entities": [(name.start, name.end, name.label_) for name in doc.ents]}

    return read


def open_places() -> Reader:
    pipe = _pipe(NAMES)

    def read(rows: list[Row]) -> Iterator[Row]:
        for row, doc in zip(rows, pipe.pipe(row["text"] for row in rows), strict=True):
            spans = [(name.start_char, name.end_char) for name in doc.ents if name.label_ == "LOC"]
            yield {"id": row["id"], "places": list(located(row["text"], spans))}

    return read


def open_attributions() -> Reader:
    pipe = _pipe(TREES)

    def read(rows: list[Row]) -> Iterator[Row]:
        for row, doc in zip(rows, pipe.pipe(row["text"] for row in rows), strict=True):
            yield {"id": row["id"], "attributions": [found for word in doc if (found := _attribution(word))]}

    return read


def _pipe(kind: str) -> Any:
    import spacy

    if not (MODELS / kind / "model-best").is_dir():
        raise SystemExit("no trained pipeline: bash bench/peer_spacy.sh")
    return spacy.load(MODELS / kind / "model-best")


def _as_cut(pipe: Any, rows: list[Row]) -> Iterator[Any]:
    """One document for each row, of the words given and of one sentence."""
    from spacy.tokens import Doc

    for row in rows:
        starts = [at == 0 for at in range(len(row["words"]))]
        yield Doc(pipe.vocab, words=row["words"], sent_starts=starts)


def _attribution(word: Any) -> Row | None:
    """The attribution of a reporting verb, or of "according to"; None for other words."""
    if word.lower_ == "according" and word.dep_ == "case" and word.head.head != word.head:
        source = _whole(word.head, without=word)
        clause = _whole(word.head.head, without=word.head)
        return _row(source, (word.idx, word.idx + len("according to")), clause)
    if word.pos_ != "VERB" or _lemma(word.lower_) not in _SAYING:
        return None
    subject = next((child for child in word.children if child.dep_ in _SUBJECTS), None)
    clause = next((child for child in word.children if child.dep_ in _CLAUSES), None)
    if clause is not None:
        content = _whole(clause)
    elif word.dep_ == "parataxis":
        content = _whole(word.head, without=word)
    else:
        return None
    return _row(_whole(subject) if subject is not None else None, (word.idx, word.idx + len(word)), content)


def _lemma(form: str) -> str:
    """A reporting verb's lemma by its ending; the pipeline has no lemmatizer."""
    if form in _FORMS:
        return _FORMS[form]
    stems = [form.removesuffix(ending) + added for ending in ("s", "es", "ed", "d", "ing") for added in ("", "e")]
    return next((stem for stem in [form, *stems] if stem in _SAYING), form)


def _whole(head: Any, without: Any = None) -> Span:
    """The longest run of words under `head`, leaving the words under `without` out."""
    left_out = {word.i for word in without.subtree} if without is not None else set()
    words = [word for word in head.subtree if word.i not in left_out]
    runs: list[list[Any]] = []
    for word in words:
        if runs and runs[-1][-1].i + 1 == word.i:
            runs[-1].append(word)
        else:
            runs.append([word])
    run = max(runs, key=len, default=[head])
    while len(run) > 1 and run[-1].is_punct:
        run = run[:-1]
    while len(run) > 1 and (run[0].is_punct or run[0].is_space):
        run = run[1:]
    return run[0].idx, run[-1].idx + len(run[-1])


def _row(source: Span | None, cue: Span, content: Span) -> Row:
    spans = {"source": source, "cue": cue, "content": content}
    return {role: span and {"start": span[0], "end": span[1]} for role, span in spans.items()}
