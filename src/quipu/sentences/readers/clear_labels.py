"""Trees in spaCy's English labels as Universal Dependencies.

spaCy's English pipelines are trained on ClearNLP labels (https://github.com/clir/clearnlp-guidelines, "dependency"):
prepositions govern their nouns, "be" governs its complement, and conjuncts hang on one another. Here the noun, the
complement and the first conjunct govern, as in UD v2 (https://universaldependencies.org/u/dep/). Names stay headed by
their last word (UD: the first), because ClearNLP does not tell a name from a compound.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CLEAR_MARKS = frozenset({"dobj", "pobj", "nsubjpass", "prep"})
"""Labels that only ClearNLP's scheme has."""
UNIVERSAL = frozenset({
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop",
    "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
    "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative",
    "xcomp",
})  # fmt: skip
ROOT = -1
_PLAIN = {
    "ROOT": "root", "acomp": "xcomp", "agent": "advmod", "attr": "xcomp", "auxpass": "aux:pass", "complm": "mark",
    "csubjpass": "csubj:pass", "dative": "iobj", "dobj": "obj", "intj": "discourse", "meta": "dep", "neg": "advmod",
    "nsubjpass": "nsubj:pass", "oprd": "xcomp", "pcomp": "advcl", "pobj": "obl",
    "poss": "nmod:poss", "possessive": "case", "preconj": "cc:preconj",
    "predet": "det:predet", "prep": "advmod", "prt": "compound:prt",
    "quantmod": "advmod", "relcl": "acl:relcl", "subtok": "goeswith",
}  # fmt: skip
_PREPOSED = frozenset({"prep", "agent", "dative"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET", "X"})


@dataclass(slots=True)
class _Tree:
    tags: Sequence[str]
    lemmas: Sequence[str]
    heads: list[int]
    labels: list[str]

    def children(self, at: int) -> list[int]:
        return [child for child, head in enumerate(self.heads) if head == at]

    def labelled(self, at: int, labels: Iterable[str]) -> list[int]:
        return [child for child in self.children(at) if self.labels[child] in labels]

    def swap(self, low: int, high: int, label: str, below: str) -> None:
        """`low` takes the place of its governor `high`, with `label`; `high` and all else below it hang on `low`."""
        for child in self.children(high):
            self.heads[child] = low
        self.heads[low], self.labels[low] = self.heads[high], label
        self.heads[high], self.labels[high] = low, below

    def depth(self, at: int) -> int:
        depth = 0
        while at != ROOT and depth <= len(self.heads):
            at, depth = self.heads[at], depth + 1
        return depth


def to_universal(
    tags: Sequence[str], lemmas: Sequence[str], heads: Sequence[int], labels: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads (-1 for the root) and UD relations of a sentence in ClearNLP labels; a tree gives a tree.

    Args:
        tags: universal parts of speech. lemmas: lower-case; "be" is looked for.
        heads: index of each word's governor, -1 for the root.
    """
    # ClearNLP's nmod is a noun before a noun; what UD calls so hangs on a preposition there.
    tree = _Tree(tags, lemmas, list(heads), ["compound" if label == "nmod" else label for label in labels])
    _raise_objects(tree)
    _raise_complements(tree)
    _flatten_conjuncts(tree)
    relations = [_relation(tree, at) for at in range(len(tree.heads))]
    return tree.heads, relations


def _raise_objects(tree: _Tree) -> None:
    """ "in Lima": `Lima` takes the place of `in`. The deepest preposition first, so that "out of Lima" goes twice."""
    preposed = [at for at, label in enumerate(tree.labels) if label in _PREPOSED]
    for at in sorted(preposed, key=lambda at: (-tree.depth(at), at)):
        found = tree.labelled(at, ("pobj", "pcomp"))
        if not found:
            continue
        head, was = tree.heads[at], tree.labels[at]
        if tree.labels[found[0]] == "pcomp":
            tree.swap(found[0], at, "acl" if _is_nominal(tree, head) else "advcl", "mark")
        elif head != ROOT and tree.labels[head] in _PREPOSED and not tree.labelled(head, ("pobj",)):
            tree.swap(found[0], at, "pobj", "case")
        elif was == "agent":
            tree.swap(found[0], at, "obl:agent", "case")
        else:
            tree.swap(found[0], at, "nmod" if _is_nominal(tree, head) else "obl", "case")


def _raise_complements(tree: _Tree) -> None:
    """ "the road was blocked ground": the complement takes the place of "be"; in "there were two" it is the subject."""
    for at in range(len(tree.heads)):
        if tree.lemmas[at] != "be" or tree.labels[at] in ("aux", "auxpass"):
            continue
        complements = tree.labelled(at, ("attr", "acomp"))
        if complements and tree.labelled(at, ("expl",)):
            tree.labels[complements[0]] = "nsubj"
        elif complements:
            tree.swap(complements[0], at, tree.labels[at], "cop")


def _flatten_conjuncts(tree: _Tree) -> None:
    """Each conjunct hangs on the first; "and" and its commas on the conjunct behind them."""
    for at, label in enumerate(tree.labels):
        # A root that passes for a conjunct keeps its conjuncts, whatever it is called.
        while label == "conj" and (head := tree.heads[at]) != ROOT and tree.labels[head] == "conj":
            if tree.heads[head] == ROOT:
                break
            tree.heads[at] = tree.heads[head]
    for at, label in enumerate(tree.labels):
        # In a chain, "and" hung on the conjunct before it.
        head = tree.heads[at]
        if label != "cc" or head == ROOT:
            continue
        first = tree.heads[head] if tree.labels[head] == "conj" else head
        later = [child for child in tree.labelled(first, ("conj",)) if child > at]
        if later:
            tree.heads[at] = min(later)


def _relation(tree: _Tree, at: int) -> str:
    label, head = tree.labels[at], tree.heads[at]
    if head == ROOT:
        return "root"
    if label == "aux" and tree.tags[at] == "PART":
        return "mark"
    if label == "npadvmod":
        return "nmod:unmarked" if _is_nominal(tree, head) else "obl:unmarked"
    return "dep" if label in ("ROOT", "root") else universal(_PLAIN.get(label, label))


def _is_nominal(tree: _Tree, at: int) -> bool:
    return at != ROOT and tree.tags[at] in _NOMINAL


def universal(label: str) -> str:
    """A UD relation as it is, the root's in lower case; `dep` for a label that UD does not have."""
    label = label.lower()
    return label if label.partition(":")[0] in UNIVERSAL else "dep"
