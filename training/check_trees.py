"""Whether a tree is one, and keeps to what Universal Dependencies asks of tags and relations."""

from collections.abc import Iterator

from training.annotated import Row

TAGS = frozenset((
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
))  # fmt: skip
RELATIONS = frozenset((
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det",
    "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod",
    "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
    "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
))  # fmt: skip
# The validator of Universal Dependencies, level 3: what may stand in these relations.
_TAG_OF = {
    "aux": {"AUX"}, "aux:pass": {"AUX"}, "cop": {"AUX"}, "cc": {"CCONJ", "ADV", "SYM", "PUNCT"},
    "punct": {"PUNCT"}, "nummod": {"NUM", "NOUN", "SYM"}, "det": {"DET", "PRON"}, "mark": {"SCONJ", "PART", "ADP"},
    "case": {"ADP", "SCONJ", "PART", "VERB", "ADV", "SYM", "ADJ"}, "expl": {"PRON"},
    "compound:prt": {"ADP", "ADV", "ADJ"}, "advmod": {"ADV", "ADJ", "PART", "DET", "ADP", "CCONJ"},
    "amod": {"ADJ", "VERB", "NUM"},
}  # fmt: skip
_RIGHTWARD = frozenset(("conj", "fixed", "flat", "appos", "goeswith"))
_LEAVES = frozenset(("aux", "aux:pass", "cop", "cc", "punct", "fixed"))


def tree_faults(rows: tuple[Row, ...]) -> Iterator[str]:
    """What is wrong with the tree of a sentence; a sentence without one has `_` in all three columns of every word."""
    bare = [(row.tag, row.head, row.relation) == ("_", None, "_") for row in rows]
    if all(bare):
        return
    if any(row.head is None or "_" in (row.tag, row.relation) for row in rows):
        yield "the tree is not whole: some words have no tag, head or relation"
        return
    heads = {row.number: row.head or 0 for row in rows}
    yield from _label_faults(rows)
    faults = list(_shape_faults(rows, heads))
    yield from faults
    if not faults:
        yield from _order_faults(rows, heads)


def _label_faults(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        if row.tag not in TAGS:
            yield f"word {row.number}: unknown tag {row.tag!r}"
        if row.relation not in RELATIONS:
            yield f"word {row.number}: unknown relation {row.relation!r}"
        allowed = _TAG_OF.get(row.relation)
        if allowed and row.tag not in allowed:
            yield f"word {row.number}: {row.tag} cannot be {row.relation}"
        if row.tag == "PUNCT" and row.relation not in ("punct", "root"):
            yield f"word {row.number}: PUNCT cannot be {row.relation}"


def _shape_faults(rows: tuple[Row, ...], heads: dict[int, int]) -> Iterator[str]:
    roots = [row.number for row in rows if row.head == 0]
    if len(roots) != 1:
        yield f"{len(roots)} roots"
    for row in rows:
        if (row.head == 0) != (row.relation == "root"):
            yield f"word {row.number}: head {row.head} with relation {row.relation!r}"
        if heads[row.number] and heads[row.number] not in heads:
            yield f"word {row.number}: head {row.head} is not in the sentence"
        elif _circles(row.number, heads):
            yield f"word {row.number} is in or under a circle"


def _circles(word: int, heads: dict[int, int]) -> bool:
    seen = set()
    while word in heads and word not in seen:
        seen.add(word)
        word = heads[word]
    return word in seen


def _order_faults(rows: tuple[Row, ...], heads: dict[int, int]) -> Iterator[str]:
    by_number = {row.number: row for row in rows}
    for row in rows:
        head = by_number.get(heads[row.number])
        if head is None:
            continue
        if row.relation in _RIGHTWARD and head.number > row.number:
            yield f"word {row.number}: {row.relation} must stand after its head"
        # A bracket or quotation mark may hang on anything; a whole phrase may be fixed together or conjoined.
        if head.relation in _LEAVES and row.relation not in ("fixed", "punct", "conj", "cc", "advmod", "goeswith"):
            yield f"word {row.number}: {row.relation} under {head.number}, a {head.relation}"
        if row.relation == "punct" and (gap := _crossed(row, head, heads)):
            yield f"word {row.number}: punctuation crosses the arc of word {gap}"


def _crossed(mark: Row, head: Row, heads: dict[int, int]) -> int | None:
    """A word between a mark and its head that hangs on a word outside of the two and not below the head, if any."""
    low, high = sorted((mark.number, head.number))
    between = (word for word in range(low + 1, high) if not low <= heads[word] <= high)
    return next((word for word in between if not _below(word, head.number, heads)), None)


def _below(word: int, top: int, heads: dict[int, int]) -> bool:
    while word and word != top:
        word = heads[word]
    return word == top
