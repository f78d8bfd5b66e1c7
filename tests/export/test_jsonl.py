"""JSON Lines: one object a line, the interface's keys and ours beside them."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.factory.crisis import crisis
from quipu.export import jsonl
from quipu.export.interface import claim_row, event_row

COUNTS = {
    "documents": 13,
    "claims": 58,
    "events": 31,
    "tallies": 5,
    "disputes": 7,
    "timeline": 31,
    "days": 2,
    "refusals": 2,
}


def rows_of(name: str) -> list[dict[str, object]]:
    """A noun written and read back."""
    target = io.StringIO()
    written = jsonl.WRITERS[name](crisis(), target)
    rows = [json.loads(line) for line in target.getvalue().splitlines()]
    assert len(rows) == written
    return rows


@pytest.mark.parametrize(("name", "count"), COUNTS.items(), ids=COUNTS.keys())
def test_jsonl_tells_every_noun(name: str, count: int) -> None:
    assert len(rows_of(name)) == count


def test_jsonl_claims_are_those_of_the_interface_with_their_links() -> None:
    for row, claim in zip(rows_of("claims"), crisis().claims(), strict=True):
        told = json.loads(json.dumps(claim_row(claim)))
        assert {key: row[key] for key in told} == told
        assert set(row) - set(told) == {"document", "event", "words", "permalink"}


def test_jsonl_events_are_those_of_the_interface_with_their_links() -> None:
    for row, event in zip(rows_of("events"), crisis().events(), strict=True):
        told = json.loads(json.dumps(event_row(event)))
        assert {key: row[key] for key in told} == told
        assert set(row) - set(told) == {"permalink"}


def test_jsonl_dispute_links_both_sides() -> None:
    row = rows_of("disputes")[0]
    assert str(row["left_permalink"]).endswith(str(row["left"]))
    assert str(row["right_permalink"]).endswith(str(row["right"]))


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_jsonl_line_is_exact_utf_8_on_one_line(text: str) -> None:
    line = jsonl.json_line({"text": text})
    assert line.encode().count(b"\n") == 1
    assert json.loads(line) == {"text": text}
