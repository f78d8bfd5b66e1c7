"""Names are found however they are written, and what is no name is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.export.names import COVER, Names, shown
from quipu.model import Span

NAMES = Names(["Testname Q. Placeholder", "Ana de la Prueba Ficticia", "Inventa"])

CASES = {
    "as it was read": ("They buried Testname Q. Placeholder.", "They buried [name withheld]."),
    "first and last word": ("They buried Testname Placeholder.", "They buried [name withheld]."),
    "other case": ("TESTNAME PLACEHOLDER", "[name withheld]"),
    "hyphen and line end": ("Testname-\nPlaceholder", "[name withheld]\n[name withheld]"),
    "alone, in the text that names him": (
        "Testname Placeholder died. Then Placeholder's mother spoke.",
        "[name withheld] died. Then [name withheld]'s mother spoke.",
    ),
    "after a title": (
        "Testname Placeholder died. Friends of Mr Placeholder wept.",
        "[name withheld] died. Friends of Mr [name withheld] wept.",
    ),
    "alone, in another text": ("A placeholder and a Placeholder.", "A placeholder and a Placeholder."),
    "after a long title": (
        "Testname Placeholder died. For Señora Placeholder it is too much.",
        "[name withheld] died. For Señora [name withheld] it is too much.",
    ),
    "of a relative": (
        "Testname Placeholder died. His brother Luis Placeholder spoke.",
        "[name withheld] died. His brother Luis [name withheld] spoke.",
    ),
    "given name alone": (
        "Testname Placeholder died. Testname was 15.",
        "[name withheld] died. [name withheld] was 15.",
    ),
    "given name of another": (
        "Testname Placeholder died. Minister Testname Other spoke.",
        "[name withheld] died. Minister Testname Other spoke.",
    ),
    "one word as a part of another name": ("They met in Santa Inventa.", "They met in Santa Inventa."),
    "particles and accents": ("Ana de la Prueba; ANA DÉ LA PRUEBA", "[name withheld]; [name withheld]"),
    "last two words": ("the family Prueba Ficticia", "the family [name withheld]"),
    "one word, everywhere": ("Inventa sang; she invents.", "[name withheld] sang; she invents."),
    "one word, not in lower case": ("what one inventa is", "what one inventa is"),
    "words of it far apart": ("Testname came. Much later a Placeholder.", "Testname came. Much later a Placeholder."),
    "nothing": ("Two people died.", "Two people died."),
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES.keys())
def test_names_mask(text: str, told: str) -> None:
    assert NAMES.mask(text) == told


ADDRESSES = {
    "slug": ("https://x.example/2031/testname-placeholder-porter", True),
    "percent": ("https://x.example/Testname%20Placeholder", True),
    "underscore": ("testname_q_placeholder.html", True),
    "local word": ("https://x.example/placeholder-funeral", True),
    "other": ("https://x.example/two-dead", False),
}


@pytest.mark.parametrize(("address", "held"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_names_in_address(address: str, held: bool) -> None:
    assert NAMES.in_address(address, ["Testname Placeholder"]) is held


def test_names_cover_known_spans_even_where_the_letters_are_no_name() -> None:
    assert shown(Names([]).cover("abc def", [Span(4, 7)])) == "abc [name withheld]"


@given(
    st.text(max_size=60),
    st.sampled_from(["Testname Q. Placeholder", "Testname placeholder", "TESTNAME Q PLACEHOLDER"]),
    st.text(),
)
def test_names_cover_keeps_every_offset(before: str, name: str, after: str) -> None:
    text = f"{before} {name} {after}"
    covered = NAMES.cover(text)
    assert len(covered) == len(text)
    assert all(new in (old, COVER) for old, new in zip(text, covered, strict=True))
    assert name not in covered


@given(st.text(max_size=80))
def test_names_none_known_changes_nothing(text: str) -> None:
    assert Names([]).cover(text) == text
