"""Spanish treebanks as our tokens are cut, AnCora and GSD in one convention, with the names that AnCora types.

Treebanks part "del" into "de" + "el" and "encontrarse" into "encontrar" + "se"; our tokens do not, so each such group
becomes one word again. AnCora and GSD also name the same thing differently; both are brought to the relations that GSD
and the English treebanks use, since the rules that walk trees look for `nsubj:pass`, `obl:agent` and `acl:relcl`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.examples import Example, blocks
from training.spanish_names import names, typed

_OBJECT_MARKERS = frozenset({"a", "al"})


@dataclass(frozen=True, slots=True)
class Word:
    """One line of a treebank. `head` counts words from 0, -1 is the root; `features` as written ("Gender=Fem|…")."""

    form: str
    tag: str
    head: int
    relation: str
    lemma: str = ""
    features: str = ""
    own_tag: str = ""
    """The language's own tag."""
    note: str = ""
    """The MISC column."""


Words = tuple[Word, ...]
Convention = Callable[[Words], Words]


def read_treebank(path: Path, convention: Convention) -> list[Example]:
    """The sentences of a CoNLL-U file with multiword tokens merged and the relations of `convention`; with entities
    where their document types its names."""
    found = [(key, convention(merge(*_rows(lines)))) for key, lines in blocks(path)]
    documents: dict[str, list[str]] = {}
    for key, words in found:
        documents.setdefault(_document(key), []).extend(word.own_tag for word in words)
    named = {document for document, own_tags in documents.items() if typed(own_tags)}
    return [_example(key, words, _document(key) in named) for key, words in found]


def _example(key: str, words: Words, named: bool) -> Example:
    forms = tuple(word.form for word in words)
    own_tags, notes = [word.own_tag for word in words], [word.note for word in words]
    return Example(
        key,
        forms,
        tuple(word.tag for word in words),
        tuple(word.head for word in words),
        tuple(word.relation for word in words),
        names(forms, own_tags, notes) if named else None,
    )


def _document(key: str) -> str:
    """The document of a sentence: its key without the sentence's number ("…-s12")."""
    return key.rpartition("-s")[0]


def merge(words: Sequence[Word], groups: Sequence[tuple[int, int, str]]) -> Words:
    """Makes one word of each group (first and last index, surface form).

    The part nearest the root stands for the group ("de" of "del", "encontrar" of "encontrarse"; the first of equals),
    so what governed any part governs the group and no cycle can arise.
    """
    stands = list(range(len(words)))
    forms = [word.form for word in words]
    for first, last, form in groups:
        chosen = min(range(first, last + 1), key=lambda at: _depth(words, at))
        stands[first : last + 1] = [chosen] * (last + 1 - first)
        forms[chosen] = form
    kept = [at for at in range(len(words)) if stands[at] == at]
    place = {at: number for number, at in enumerate(kept)} | {-1: -1}
    return tuple(
        replace(words[at], form=forms[at], head=place[stands[words[at].head] if words[at].head >= 0 else -1])
        for at in kept
    )


def as_published(words: Words) -> Words:
    """The relations as the treebank has them."""
    return words


def from_gsd(words: Words) -> Words:
    """GSD names an indirect object `obl:arg` (UD 2.15); AnCora and we name it `iobj`."""
    cases = _cases(words)
    return tuple(
        replace(word, relation="iobj")
        if word.relation == "obl:arg" and (cases[at] is None or cases[at] in _OBJECT_MARKERS)
        else word
        for at, word in enumerate(words)
    )


def from_ancora(words: Words) -> Words:
    """AnCora of 2021 has one `acl`, one `aux`, `obj` for whatever a verb demands, and years as nouns."""
    cases, passives = _cases(words), _passives(words)
    undergone = passives | _bare_participles(words)
    related = {word.head for word in words if "PronType=Rel" in word.features or "PronType=Int,Rel" in word.features}
    return tuple(
        replace(
            word,
            tag="NUM" if word.tag == "NOUN" and word.form[0].isdigit() else word.tag,
            relation=_relation(word, cases[at], word.head in passives, word.head in undergone, at in related),
        )
        for at, word in enumerate(words)
    )


def published_relation(relation: str) -> str:
    """The AnCora relation that `from_ancora` replaced, for figures against the corpus as it was published."""
    return "obj" if relation in ("obl:arg", "obl:agent") else relation.split(":")[0]


def _relation(word: Word, case: str | None, passive: bool, undergone: bool, related: bool) -> str:
    match word.relation:
        case "aux" if passive and word.lemma == "ser":
            return "aux:pass"
        case "nsubj" | "csubj" if passive:
            return f"{word.relation}:pass"
        case "obj" if case is not None and case not in _OBJECT_MARKERS:
            return "obl:agent" if undergone and case == "por" else "obl:arg"
        case "acl" if related or "VerbForm=Fin" in word.features:
            return "acl:relcl"
        case unchanged:
            return unchanged


def _passives(words: Words) -> frozenset[int]:
    """The participles with a form of "ser" as their auxiliary."""
    return frozenset(
        word.head
        for word in words
        if word.relation == "aux" and word.lemma == "ser" and "VerbForm=Part" in words[word.head].features
    )


def _bare_participles(words: Words) -> frozenset[int]:
    """The participles without an auxiliary: "acusado" of "acusado por sus rivales"."""
    helped = {word.head for word in words if word.relation.startswith("aux")}
    return frozenset(at for at, word in enumerate(words) if "VerbForm=Part" in word.features and at not in helped)


def _cases(words: Words) -> list[str | None]:
    """The first preposition of each word, in lower case."""
    found: list[str | None] = [None] * len(words)
    for word in reversed(words):
        if word.relation == "case":
            found[word.head] = word.form.lower()
    return found


def _depth(words: Sequence[Word], at: int) -> int:
    """How many words govern the word at `at`, directly or not."""
    depth = 0
    while at >= 0:
        at, depth = words[at].head, depth + 1
    return depth


def _rows(lines: Sequence[str]) -> tuple[list[Word], list[tuple[int, int, str]]]:
    """The words of a sentence's lines, and its multiword tokens as `merge` takes them; empty nodes are passed over."""
    words, groups = [], []
    for row in (line.split("\t") for line in lines if not line.startswith("#")):
        if row[0].isdigit():
            words.append(Word(row[1], row[3], int(row[6]) - 1, row[7], row[2], row[5], row[4], row[9]))
        elif "-" in row[0]:
            first, last = row[0].split("-")
            groups.append((int(first) - 1, int(last) - 1, row[1]))
    return words, groups
