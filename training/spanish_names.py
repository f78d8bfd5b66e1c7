"""AnCora's names: for a part of its documents the language's own tags say whether a proper noun is a person, an
organisation or a place (`np0000p`, `np0000o`, `np0000l`), and `MWE=` says how far the name reaches.

The other documents have the bare `np00000`; their names are unknown, not absent. `np0000a` (works, events, products)
is none of our kinds.
"""

from collections.abc import Sequence

KINDS = {"np0000p": "PER", "np0000o": "ORG", "np0000l": "LOC"}
_UNTYPED = ("np00000", "np000000")


def typed(own_tags: Sequence[str]) -> bool:
    """Whether all proper nouns of a document carry their kind, by the language's own tags of its words."""
    return any(tag in KINDS for tag in own_tags) and not any(tag in _UNTYPED for tag in own_tags)


def names(forms: Sequence[str], own_tags: Sequence[str], notes: Sequence[str]) -> tuple[str, ...]:
    """BIO labels of one sentence's words; `notes` are the words' MISC columns."""
    labels = ["O"] * len(forms)
    for at, tag in enumerate(own_tags):
        if tag in KINDS and labels[at] == "O":
            reach = _reach(forms, at, notes[at])
            labels[at : at + reach] = [f"B-{KINDS[tag]}", *[f"I-{KINDS[tag]}"] * (reach - 1)]
    return tuple(labels)


def _reach(forms: Sequence[str], at: int, note: str) -> int:
    """How many words the name at `at` has: those that, joined, make up its `MWE=`; one where they do not."""
    whole = next((part.removeprefix("MWE=") for part in note.split("|") if part.startswith("MWE=")), forms[at])
    joined = forms[at]
    reach = 1
    while len(joined) < len(whole) and at + reach < len(forms):
        joined += ("" if whole.startswith(joined + forms[at + reach]) else "_") + forms[at + reach]
        reach += 1
    return reach if joined.casefold() == whole.casefold() else 1
