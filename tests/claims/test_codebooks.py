"""Frames are filed under codes that the codebooks have, and no event of PLOVER is without frames."""

import pytest

from quipu.claims.codebooks import Codebooks, codebooks, strays
from quipu.claims.frames import ontology

# Modes for which quipu has no frame of its own: they need the weapon or aim that a report seldom names.
UNFRAMED = {
    ("ASSAULT", "primitive"), ("ASSAULT", "unconventional"), ("THREATEN", "territory"), ("THREATEN", "expel"),
    ("REJECT", "change"),
}  # fmt: skip


def test_codebooks_know_every_code_of_the_ontology() -> None:
    assert list(strays()) == []


def test_codebooks_hold_sixteen_events_and_twenty_five_sub_events() -> None:
    assert len(codebooks().plover) == 16
    assert sum(map(len, codebooks().acled.values())) == 25


def test_codebooks_have_every_event_and_mode_in_some_frame_or_turn() -> None:
    known = ontology()
    said = {(meaning.plover, meaning.mode) for meaning in known.frames.values()}
    said |= {(coding.event, coding.mode) for codings in known.turns.values() for coding in codings.values()}
    assert set(codebooks().plover) <= {event for event, _ in said}
    modes = {(event, mode) for event, entry in codebooks().plover.items() for mode in entry.modes}
    assert modes - said == UNFRAMED


def test_codebooks_refuse_unknown_keys() -> None:
    with pytest.raises(ValueError, match="colour"):
        Codebooks.model_validate({"plover": {"AID": {"quad": "material cooperation", "colour": 1}}, "acled": {}})
