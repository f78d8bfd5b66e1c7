"""Phrases written with alternatives: "[carry out|make] [an arrest|arrests]" is four phrases in one."""

import itertools
import re

_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")


def spelt_out(phrase: str) -> tuple[str, ...]:
    """Every phrase that one with alternatives in square brackets stands for, in the order of writing.

    An empty alternative leaves the part out: "hold [|joint] talks" is "hold talks" and "hold joint talks".
    """
    if "[" not in phrase:
        return (phrase,)
    parts = [inner.split("|") if inner or not plain else [plain] for inner, plain in _PART.findall(phrase)]
    return tuple(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in itertools.product(*parts)))
