"""The rows have exactly the keys of bench/INTERFACE.md; what is beyond it is listed here as ours."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from quipu.export.interface import claim_row, document_row, error_row, event_row, reading_row
from quipu.model import (
    Actor,
    Anchor,
    AnchorBasis,
    Attribution,
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    Document,
    Event,
    EventCount,
    EventType,
    Filed,
    Modality,
    Name,
    Place,
    Quantity,
    Reading,
    Refusal,
    Sentence,
    Span,
    Status,
    Time,
    Victim,
    Words,
    sha256_hex,
)

TEXT = "On Tuesday the mayor said that at least two people, aged 15 and 18, were killed in Port Verity."
S = Span(0, len(TEXT))
PLACE = ClaimPlace("Port Verity", Span(82, 93), 101, -13.5, -71.25, "XV", "North")
CLAIM = Claim(
    "c-1",
    "d-1",
    S,
    EventType.KILLING,
    Modality.REPORTED,
    "killing.passive@1",
    0.8,
    actor=Words("the army"),
    target=Words("two people", Span(40, 50)),
    place=PLACE,
    date=ClaimDate(date(2031, 5, 6), date(2031, 5, 6), "relative", Span(3, 10)),
    count=Count(CountKind.KILLED, 2.0, None, "at least two", Span(31, 43), scope="protesters", relation="subset"),
    attribution=Words("the mayor", Span(11, 20)),
    chain=(Words("the mayor", Span(11, 20)), Words("the paper")),
    victims=(Victim(Span(40, 66), None, 15, "minor"),),
    plover_event="ASSAULT",
    acled_event_type="Violence against civilians",
    acled_sub_event_type="Attack",
)
BARE = Claim("c-2", "d-1", S, EventType.OTHER, Modality.PLANNED, "other@1", 0.5)
ANCHOR = Anchor(date(2031, 5, 8), AnchorBasis.INFERRED, (Span(3, 10),))
SAID = Attribution(Span(31, 94), Span(11, 20), Span(21, 25))
SENT = Sentence(
    S,
    0,
    0,
    times=(Time(Span(3, 10), "DATE", "2031-05-06", date(2031, 5, 6), date(2031, 5, 6), "relative"),),
    places=(Place(Span(82, 93), "Port Verity", 101, -13.5, -71.25, "XV", "North", "P.PPL"),),
    quantities=(Quantity(Span(31, 43), 2.0, None),),
    actors=(Actor(Span(11, 20), "the mayor", "GOV"),),
    attributions=(SAID,),
)
# The second sentence lists the same attribution again: its content meets both.
READING = Reading(Document("d-1", TEXT), "en", ANCHOR, (SENT, Sentence(Span(94, 95), 1, 0, attributions=(SAID,))))
EVENT = Event(
    "EV-000001",
    EventType.KILLING,
    date(2031, 5, 6),
    date(2031, 5, 6),
    PLACE,
    ("c-1",),
    ("d-1", "d-2"),
    ((CountKind.KILLED, EventCount(2.0, 2.0, None, ("c-1",))),),
)

READING_KEYS = "id text_sha256 language anchor sentences times places quantities actors attributions claims"
CLAIM_KEYS = (
    "id start end type actor target place date count attribution modality plover acled rule confidence victims chain"
)
EVENT_KEYS = "id type date place claims documents counts sources_independent happened"
KEYS = {
    "anchor": "date basis evidence",
    "times": "start end type value begin finish basis",
    "places": "start end name geonameid lat lon country admin1 kind",
    "quantities": "start end low high approximate unit",
    "actors": "start end name sector country",
    "attributions": "source cue content direct",
    "sentences": "start end",
}
CLAIM_PART_KEYS = {
    "actor": "text start end",
    "target": "text start end",
    "attribution": "text start end",
    "place": "text start end geonameid lat lon country admin1",
    "date": "begin finish basis start end",
    "count": "what low high text start end cumulative scope relation",
    "plover": "event mode",
    "acled": "event_type sub_event_type",
}


def _plain(row: object) -> dict[str, object]:
    """The row as a user gets it: through JSON."""
    told = json.loads(json.dumps(row))
    assert isinstance(told, dict)
    return told


def test_interface_words_have_a_full_name_only_where_there_is_one() -> None:
    named = replace(CLAIM, actor=Words("the mayor", Span(11, 20), Name("Ada Okoro", Span(0, 9))))
    said = _plain(reading_row(READING, [named]))["claims"]
    assert isinstance(said, list)
    assert said[0]["actor"]["named"] == {"text": "Ada Okoro", "start": 0, "end": 9}
    assert "named" not in said[0]["attribution"]


def test_interface_reading_has_the_keys() -> None:
    assert list(_plain(reading_row(READING, [CLAIM]))) == READING_KEYS.split()


@pytest.mark.parametrize(("part", "keys"), KEYS.items(), ids=KEYS.keys())
def test_interface_reading_part_has_the_keys(part: str, keys: str) -> None:
    value = _plain(reading_row(READING, [CLAIM]))[part]
    first = value[0] if isinstance(value, list) else value
    assert list(first) == keys.split()


@pytest.mark.parametrize(("part", "keys"), CLAIM_PART_KEYS.items(), ids=CLAIM_PART_KEYS.keys())
def test_interface_claim_part_has_the_keys_or_is_null(part: str, keys: str) -> None:
    assert list(_plain(claim_row(CLAIM))[part]) == keys.split()
    assert _plain(claim_row(BARE))[part] is None


def test_interface_claim_has_the_keys_and_values() -> None:
    row = _plain(claim_row(CLAIM))
    assert list(row) == CLAIM_KEYS.split()
    assert row["type"] == "killing"
    assert row["modality"] == "reported"
    assert row["actor"] == {"text": "the army", "start": None, "end": None}
    assert row["date"] == {"begin": "2031-05-06", "finish": "2031-05-06", "basis": "relative", "start": 3, "end": 10}
    assert row["plover"] == {"event": "ASSAULT", "mode": None}
    assert row["victims"] == [{"start": 40, "end": 66, "name": None, "age": 15, "group": "minor"}]


def test_interface_offsets_cut_the_words() -> None:
    row = _plain(reading_row(READING, [CLAIM]))
    assert [TEXT[s["start"] : s["end"]] for s in row["times"]] == ["Tuesday"]
    count = row["claims"][0]["count"]
    assert TEXT[count["start"] : count["end"]] == count["text"] == "at least two"


def test_interface_at_least_is_open_above_and_whole_numbers_are_integers() -> None:
    told = json.dumps(claim_row(CLAIM)["count"])
    assert '"low": 2, "high": null' in told


def test_interface_attribution_over_two_sentences_is_told_once() -> None:
    assert len(_plain(reading_row(READING, []))["attributions"]) == 1


def test_interface_text_hash_is_of_the_text() -> None:
    assert reading_row(READING, [])["text_sha256"] == sha256_hex(TEXT)


def test_interface_unread_only_where_unread() -> None:
    unread = Reading(Document("d-9", "Ez da irakurtzen."), "eu", Anchor(), unread="language")
    row = _plain(reading_row(unread, []))
    assert row["unread"] == "language"
    assert row["sentences"] == row["claims"] == []
    assert "unread" not in reading_row(READING, [])


def test_interface_event_has_the_keys_and_values() -> None:
    row = _plain(event_row(EVENT))
    assert list(row) == EVENT_KEYS.split()
    assert row["counts"] == {"killed": {"low": 2, "high": None, "best": 2, "claims": ["c-1"], "later_dead": []}}
    assert row["date"] == {"begin": "2031-05-06", "finish": "2031-05-06"}


def test_interface_error_row() -> None:
    row = error_row(Refusal("in.jsonl", "bad_record", "no text", line=7, id="x"))
    assert row == {"id": "x", "error": {"code": "bad_record", "message": "no text"}, "line": 7}


def test_interface_document_row_keeps_the_anchor_and_no_text() -> None:
    filed = Filed(Document("d-1", TEXT), sha256_hex(TEXT), ANCHOR, Status.READ, "2031-05-09T00:00:00Z", "r-1", claims=2)
    row = _plain(document_row(filed))
    assert row["anchor"] == {"date": "2031-05-08", "basis": "inferred", "evidence": [{"start": 3, "end": 10}]}
    assert TEXT not in json.dumps(row)


@pytest.mark.parametrize("make", [lambda: claim_row(CLAIM), lambda: event_row(EVENT)], ids=["claim", "event"])
def test_interface_rows_are_made_anew(make: Callable[[], dict[str, object]]) -> None:
    first = make()
    first.clear()
    assert make()
