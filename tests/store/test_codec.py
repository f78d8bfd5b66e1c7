"""Every noun of the model that the store keeps as JSON reads back as it was."""

import json
from dataclasses import is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu import model
from quipu.model import CountKind, Event, Victim
from quipu.store.codec import from_json, to_json
from store.nouns import SPANS

KEPT = (
    model.Event,
    model.Tally,
    model.Dispute,
    model.TimelineEntry,
    model.RegisterEntry,
    model.Victim,
    model.Words,
    model.ClaimPlace,
    model.Count,
)
st.register_type_strategy(model.Span, SPANS)
st.register_type_strategy(float, st.floats(allow_nan=False))


@pytest.mark.parametrize("shape", KEPT, ids=lambda shape: shape.__name__)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_codec_reads_what_it_wrote(shape: type[Any], data: st.DataObject) -> None:
    noun = data.draw(st.from_type(shape))
    assert from_json(shape, json.loads(json.dumps(to_json(noun)))) == noun


def test_codec_leaves_defaults_out_and_keeps_what_only_looks_like_one() -> None:
    assert to_json(Victim(model.Span(0, 3))) == {"span": {"start": 0, "end": 3}}
    assert to_json(Victim(model.Span(0, 3), age=0))["age"] == 0


def test_codec_reads_a_row_from_before_a_field_was_added() -> None:
    row = {"id": "EV-1", "type": "protest", "begin": None, "finish": None, "place": None, "claims": [], "documents": []}
    assert from_json(Event, row).sources_independent == 1


def test_codec_refuses_what_is_no_noun_of_ours() -> None:
    with pytest.raises(TypeError, match="no JSON for"):
        to_json(object())


def test_codec_knows_a_noun_when_it_sees_one() -> None:
    assert all(is_dataclass(shape) for shape in KEPT)
    assert to_json(CountKind.KILLED) == "killed"
