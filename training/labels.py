"""The label sets of the heads: what the network can say."""

from collections.abc import Iterable

from training.examples import Example

TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
ENTITIES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
ROLE_NAMES = (
    "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-TMP", "ARGM-LOC", "ARGM-MNR", "ARGM-CAU", "ARGM-PRP", "ARGM-ADV",
    "ARGM-EXT", "ARGM-DIS", "ARGM-NEG", "ARGM-MOD", "ARGM-DIR", "ARGM-GOL", "ARGM-COM", "ARGM-PRD", "R-ARG0", "R-ARG1",
    "C-ARG1",
)  # fmt: skip
ROLES = ("O", *(f"{place}-{name}" for name in ROLE_NAMES for place in "BI"))
# A relation rarer than this in the data to fit is learnt as its plain form ("obl:foo" as "obl").
_RARE = 5


def relations_of(examples: Iterable[Example]) -> tuple[str, ...]:
    """The relations worth a label of their own, sorted."""
    counts: dict[str, int] = {}
    for example in examples:
        for relation in example.relations or ():
            counts[relation] = counts.get(relation, 0) + 1
    kept = {relation for relation, count in counts.items() if count >= _RARE}
    return tuple(sorted(kept | {relation.split(":")[0] for relation in counts}))


def role_tags(length: int, predicate: tuple[int, tuple[tuple[str, int, int], ...]]) -> list[int]:
    """BIO numbers of one predicate's roles over a sentence of `length` words."""
    tags = [0] * length
    for label, begin, end in predicate[1]:
        if label in ROLE_NAMES:
            at = ROLES.index(f"B-{label}")
            tags[begin:end] = [at, *[at + 1] * (end - begin - 1)]
    return tags
