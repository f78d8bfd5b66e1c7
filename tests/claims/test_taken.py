"""A verb is a trigger where it takes one of its objects, wherever that stands; elsewhere it is none."""

import pytest

from claims_factory import found_in

CASES = [
    ("en", "The charity delivered forty tons of medicines to the town.", "aid", True),
    ("en", "Forty tons of medicines were delivered to the town.", "aid", True),
    ("en", "The postman delivered a letter to the charity.", "aid", False),
    ("en", "The bloc imposed sweeping sanctions on two judges.", "sanction", True),
    ("en", "The teacher imposed silence on two pupils.", "sanction", False),
    ("en", "The governor imposed a curfew on the port.", "curfew", True),
    ("en", "Charity delivers the town medicines", "aid", True),
    ("en", "The charity delivered letters because newspapers wrote about medicines", "aid", False),
    ("es", "La junta impuso sanciones a dos jueces.", "sanction", True),
    ("es", "El maestro impuso silencio a dos alumnos.", "sanction", False),
]


@pytest.mark.parametrize(("language", "text", "frame", "fires"), CASES, ids=[row[1][:40] for row in CASES])
def test_taken_objects_make_a_verb_a_trigger(language: str, text: str, frame: str, fires: bool) -> None:
    assert (frame in {found.rule.split("@")[0] for found in found_in(text, language=language)}) is fires


def test_taken_objects_are_looked_for_within_a_line_that_ends_with_one() -> None:
    text = "The bloc imposed silence because newspapers wrote about sanctions"
    assert "imposed silence" not in {found.span.of(text) for found in found_in(text)}
