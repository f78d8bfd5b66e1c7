"""File names are safe for any id, and no two ids share one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quipu.export.links import claim_link, event_link, file_stem

CASES = {
    "plain": ("d-3f09a1c2b7de", "d-3f09a1c2b7de"),
    "spaces": ("NGO bulletin № 3", "ngo-bulletin-no-3--"),
    "path": ("../../etc/passwd", "etc-passwd--"),
    "nothing readable": ("؟", "id--"),
    "empty": ("", "id--"),
    "upper case": ("ABC", "abc--"),
    "looks hashed": ("abc--0123456789ab", "abc-0123456789ab--"),
    "windows device": ("con", "con--"),
    "long": ("x" * 300, "x" * 40 + "--"),
}


@pytest.mark.parametrize(("id", "stem"), CASES.values(), ids=CASES.keys())
def test_links_file_stem(id: str, stem: str) -> None:
    assert file_stem(id).startswith(stem)


@given(st.text())
def test_links_file_stem_is_safe(id: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", file_stem(id))


@given(st.lists(st.text(alphabet="aAbB -_./é", max_size=6), unique=True, max_size=30))
def test_links_file_stems_differ_also_where_case_does_not_count(ids: list[str]) -> None:
    assert len({file_stem(id).casefold() for id in ids}) == len(ids)


def test_links_claim_and_event() -> None:
    assert claim_link("d-1", "c-1") == "documents/d-1.html#c-1"
    assert claim_link("d-1", 'c"><x') == "documents/d-1.html#c%22%3E%3Cx"
    assert event_link("EV-7K3QD2") == "events/EV-7K3QD2.html"
    assert event_link("../x").startswith("events/x--")
