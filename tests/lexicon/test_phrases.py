"""Phrases with alternatives, and folders of word files."""

import pytest

from quipu.errors import BadLexiconEntry
from quipu.lexicon import Entry, load_parts, spelt_out

CASES = [
    ("take hostage", ("take hostage",)),
    ("[carry out|make] arrests", ("carry out arrests", "make arrests")),
    ("hold [|joint] talks", ("hold talks", "hold joint talks")),
    ("[a|b] [c|d]", ("a c", "a d", "b c", "b d")),
    ("[a|a] c", ("a c",)),
]


class _Anything(Entry):
    frames: dict[str, object]


@pytest.mark.parametrize(("phrase", "expected"), CASES, ids=[row[0] for row in CASES])
def test_phrases_are_spelt_out(phrase: str, expected: tuple[str, ...]) -> None:
    assert spelt_out(phrase) == expected


def test_phrases_of_a_folder_have_the_same_files_in_every_language() -> None:
    assert list(load_parts("frames", "en", _Anything)) == list(load_parts("frames", "es", _Anything))


def test_phrases_of_no_folder_are_refused() -> None:
    with pytest.raises(BadLexiconEntry, match="no such lexicon folder"):
        load_parts("riddles", "en", _Anything)
