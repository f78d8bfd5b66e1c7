"""A spaCy pipeline from a folder of the user's, as a reader: "spacy:PATH".

The pipeline reads our tokens; its own tokeniser and sentence splitter are not asked. Loading a pipeline runs what its
configuration names, so that only a folder whose origin is known should be given. Nothing is downloaded.
"""

import json
import warnings
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from quipu.errors import ReaderError
from quipu.model import Sentence, Token
from quipu.sentences.readers.clear_labels import CLEAR_MARKS, ROOT, to_universal, universal

ENTITIES = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}
"""Names of spaCy's pipelines (OntoNotes and WikiNER) as ours; all others ("DATE", "NORP", "MISC") are none."""
_UNIVERSAL_MARKS = frozenset({"obj", "obl", "case", "nsubj:pass"})
_BATCH = 64
Tree = tuple[list[int], list[str]]


class SpacyReader:
    """Reads with a loaded pipeline. `predicates` stay empty: spaCy has no semantic roles."""

    def __init__(self, nlp: Any, name: str, version: str) -> None:
        self._nlp = nlp
        self.name, self.version = name, version
        labels = {label for found in nlp.pipe_labels.values() for label in found}
        self._is_clear = bool(labels & CLEAR_MARKS)
        # Trees in a scheme of neither kind (German TIGER) are left out: their labels would be misread.
        self._is_known = self._is_clear or bool(labels & _UNIVERSAL_MARKS)

    def read(self, text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
        """The sentences with what the pipeline's components give; furniture comes back as it was.

        Raises:
            ReaderError: `reader_failed`, a component of the pipeline fails.
        """
        wanted = [at for at, sent in enumerate(sentences) if sent.tokens and not sent.furniture]
        docs = (self._doc(sentences[at].tokens) for at in wanted)
        try:
            read = dict(zip(wanted, self._nlp.pipe(docs, batch_size=_BATCH), strict=True))
        except Exception as error:
            # A pipeline is anybody's code: whatever it raises is told as its failure.
            raise ReaderError(f"the pipeline failed ({error})", where=self.name, code="reader_failed") from error
        return tuple(self._filled(sent, read[at]) if at in read else sent for at, sent in enumerate(sentences))

    def _doc(self, tokens: Sequence[Token]) -> Any:
        from spacy.tokens import Doc

        spaces = [one.span.end < next_.span.start for one, next_ in pairwise(tokens)]
        starts = [True] + [False] * (len(tokens) - 1)
        return Doc(self._nlp.vocab, words=[one.text for one in tokens], spaces=[*spaces, False], sent_starts=starts)

    def _filled(self, sent: Sentence, doc: Any) -> Sentence:
        tree = self._tree(doc) if self._is_known and doc.has_annotation("DEP") else None
        words = zip(sent.tokens, doc, strict=True)
        return replace(sent, tokens=tuple(_filled(token, word, tree) for token, word in words))

    def _tree(self, doc: Any) -> Tree:
        """The tree with one root, the first; a further one, which a pipeline may give, is put beside it."""
        heads = [ROOT if word.head.i == word.i else word.head.i for word in doc]
        labels = [word.dep_ for word in doc]
        first = heads.index(ROOT)
        for at, head in enumerate(heads):
            if head == ROOT and at != first:
                heads[at], labels[at] = first, "parataxis"
        if self._is_clear:
            return to_universal([word.pos_ for word in doc], [word.lemma_.lower() for word in doc], heads, labels)
        return heads, ["root" if head == ROOT else universal(label) for head, label in zip(heads, labels, strict=True)]


def _filled(token: Token, word: Any, tree: Tree | None) -> Token:
    kind = ENTITIES.get(word.ent_type_, "")
    return replace(
        token,
        pos=word.pos_ if word.pos_ != "SPACE" else "X",
        lemma=word.lemma_ or token.lemma,
        entity=f"{word.ent_iob_}-{kind}" if kind else "",
        head=token.head if tree is None else tree[0][word.i],
        relation=token.relation if tree is None else tree[1][word.i],
    )


def open_spacy(path: str, language: str) -> SpacyReader:
    """The pipeline in the folder `path`.

    Args:
        path: a folder as `nlp.to_disk` writes it. language: what is to be read, "en" or "es".

    Raises:
        ReaderError: `reader_missing` (spaCy is not installed, or the pipeline reads another language),
            `reader_broken` (no pipeline there, or it cannot be loaded), `reader_version` (made for another spaCy).
    """
    folder = Path(path)
    about = _about(folder)
    lang = str(about.get("lang", ""))
    if lang not in (language, "xx"):
        raise ReaderError(f"the pipeline reads {lang!r}, not {language!r}", where=path, code="reader_missing")
    with warnings.catch_warnings():
        # What spaCy warns of when it loads is checked here (versions), or is its own business.
        warnings.simplefilter("ignore")
        spacy = _library(path)
        _check_version(spacy, str(about.get("spacy_version", "")), path)
        try:
            nlp = spacy.load(folder)
        except Exception as error:
            # A pipeline's own code runs here: whatever it raises is told as a pipeline that cannot be loaded.
            told = " ".join(str(error).split())[:200]
            raise ReaderError(f"the pipeline cannot be loaded ({told})", where=path) from error
    version = f"{about.get('lang')}_{about.get('name')} {about.get('version')} spaCy {spacy.__version__}"
    return SpacyReader(nlp, f"spacy:{path}", version)


def _about(folder: Path) -> dict[str, Any]:
    """The pipeline's `meta.json`; only a folder is looked at, never an installed package's name."""
    try:
        about = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if not isinstance(about, dict) or not (folder / "config.cfg").is_file():
            raise ValueError("it lacks config.cfg, or meta.json is no object")
    except (OSError, ValueError) as error:
        message = f"no spaCy pipeline in this folder ({error}); give the folder that holds meta.json and config.cfg"
        raise ReaderError(message, where=str(folder)) from error
    return about


def _library(path: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        message = "spaCy is not installed; pip install 'quipu-ledger[spacy]'"
        raise ReaderError(message, where=f"spacy:{path}", code="reader_missing") from error
    return spacy


def _check_version(spacy: Any, wanted: str, path: str) -> None:
    if wanted and spacy.util.is_compatible_version(spacy.__version__, wanted) is False:
        message = f"the pipeline is made for spaCy {wanted}, and {spacy.__version__} is installed"
        raise ReaderError(message, where=path, code="reader_version")
