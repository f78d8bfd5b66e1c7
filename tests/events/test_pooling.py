"""Happenings compared whole: what the first reports left apart is joined when later ones tell of both."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.story import AREQUIPA, JULIACA, LIMA, clusters, said
from quipu.events import Clues, link_events, link_order
from quipu.model import Event, Judgement, SourcedClaim, Verdict

DAILY = "While she and he were on the way home, the police, who by day was hit in the far town, said so. "
FIRST = "A herder of llamas was hit near the Quilca bakery as he carried flour to Huata. "
HOSPITAL = "The herder of llamas who carried flour from the Quilca bakery to Huata lies in intensive care. "
COURT = "A sergeant is tried for the herder of llamas, hit as he carried flour to Huata from the Quilca bakery. "
OTHER = "A welder fell beside the Zepita viaduct after a rubber pellet pierced his lung at dusk. "
BEGIN = date(2022, 9, 5)
ROUTINE = {f"x{n}": BEGIN + timedelta(days=14 * (n % 20)) for n in range(60)}


def linked(claims: list[tuple[SourcedClaim, str]], decided: tuple[Judgement, ...] = ()) -> list[Event | Judgement]:
    """What linking yields in a record that also holds the routine of other days."""
    texts = {one.claim.document_id: text for one, text in claims} | dict.fromkeys(ROUTINE, DAILY)
    days = [(one.claim.document_id, one.published) for one, _ in claims] + list(ROUTINE.items())
    return list(link_events(sorted((one for one, _ in claims), key=link_order), decided, Clues(days, texts)))


def told(document: str, type: str, on: str, place, text: str = FIRST) -> tuple[SourcedClaim, str]:
    return said(document, type, on, place, at=0, published=on), text


MET = told("a", "killing", "2023-01-09", JULIACA)
CASES = [
    ("another town, the same words", told("b", "injury", "2023-01-10", AREQUIPA, HOSPITAL), 1),
    ("the trial a year later, in the capital", told("b", "killing", "2023-12-20", LIMA, COURT), 1),
    ("the appeal in the third year", told("b", "killing", "2024-12-20", LIMA, COURT), 1),
    ("the trial after the happening was closed", told("b", "killing", "2025-06-20", LIMA, COURT), 2),
    ("other words, another town", told("b", "killing", "2023-01-10", AREQUIPA, OTHER), 2),
    ("other words, the same town a month later", told("b", "killing", "2023-02-12", JULIACA, OTHER), 2),
    ("the same words of a march", told("b", "protest", "2023-01-12", AREQUIPA, HOSPITAL), 2),
    ("routine words", told("b", "killing", "2023-01-12", AREQUIPA, DAILY), 2),
]


@pytest.mark.parametrize(("other", "events"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_shares_its_words_is_one_happening(other: tuple[SourcedClaim, str], events: int) -> None:
    assert len(clusters(row for row in linked([MET, other]) if isinstance(row, Event))) == events


STORY = [
    MET,
    told("b", "injury", "2023-01-10", AREQUIPA, HOSPITAL),
    told("c", "killing", "2023-06-20", LIMA, COURT),
    told("d", "killing", "2023-01-11", JULIACA, OTHER),
    told("e", "killing", "2023-02-14", AREQUIPA, OTHER),
]


@settings(max_examples=15, deadline=None)
@given(st.permutations(STORY))
def test_pooling_does_not_depend_on_order(order: list[tuple[SourcedClaim, str]]) -> None:
    assert linked(order) == linked(STORY)


def test_pooled_events_are_components_of_positive_judgements() -> None:
    rows = linked(STORY)
    events = {claim: event.id for event in rows if isinstance(event, Event) for claim in event.claims}
    joined = [row for row in rows if isinstance(row, Judgement) and row.verdict is Verdict.POSITIVE]
    assert all(events[row.left] == events[row.right] for row in joined)
    assert len(joined) == len(events) - len(set(events.values()))


def test_a_person_keeps_apart_what_pooling_would_join() -> None:
    other = told("b", "killing", "2023-12-20", LIMA, COURT)
    ids = sorted((MET[0].claim.id, other[0].claim.id))
    apart = Judgement(ids[0], ids[1], Verdict.NEGATIVE, 1.0, "two happenings", "person:editor")
    assert len(clusters(row for row in linked([MET, other], (apart,)) if isinstance(row, Event))) == 2


def test_reason_tells_how_long_nothing_was_told() -> None:
    rows = linked([MET, told("b", "killing", "2023-12-20", LIMA, COURT)])
    (joined,) = (row for row in rows if isinstance(row, Judgement) and row.verdict is Verdict.POSITIVE)
    assert "nothing told for 345 days" in joined.reason
    assert "rare words shared" in joined.reason
