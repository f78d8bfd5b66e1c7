"""Light claims and events give the same tallies as whole ones, and are shared."""

from collections.abc import Iterator
from datetime import date

import pytest

from engine.reports import make_reports, write_lines
from quipu.engine import build_record
from quipu.engine.light import Light
from quipu.model import (
    Claim,
    ClaimDate,
    ClaimPlace,
    Count,
    CountKind,
    EventType,
    Modality,
    SourcedClaim,
    Span,
    Victim,
    Words,
)
from quipu.store import Linking, Store
from quipu.tallies import count_tallies, find_disputes

KINDS = ("killed", "injured", "arrested")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("light")
    build_record([write_lines(folder / "reports.jsonl", make_reports(80))], folder / "record")
    with Store.open(folder / "record") as store:
        yield store


def test_light_tallies_and_disputes_stay_the_same(store: Store) -> None:
    linking, events, light = Linking(store.engine.connect(), ""), list(store.view().events()), Light()
    whole = list(count_tallies(linking.counted(KINDS), events, {}))
    assert len(whole) > 1
    assert any(tally.points for tally in whole)
    lighter = list(light.events(events))
    assert list(count_tallies(light.counted(linking.counted(KINDS)), lighter, {})) == whole
    assert list(find_disputes(whole, lighter, ())) == list(find_disputes(whole, events, ()))
    told = list(linking.told())
    all_at_once = find_disputes((), events, [one for _, members in told for one in members])
    one_by_one = (dispute for event, members in told for dispute in find_disputes((), (event,), members))
    assert sorted(one_by_one, key=repr) == sorted(all_at_once, key=repr)


def _claim(id: str, *, at: int, cumulative: bool) -> SourcedClaim:
    claim = Claim(
        id=id,
        document_id="d",
        span=Span(at, at + 50),
        type=EventType.KILLING,
        modality=Modality.REPORTED,
        rule="killed@1",
        confidence=0.9,
        place=ClaimPlace("Juliaca", Span(at, at + 7), country="PE"),
        date=ClaimDate(date(2023, 1, 9), None, "explicit", Span(at, at + 4)),
        count=Count(CountKind.KILLED, 17, None, "17", Span(at, at + 2), cumulative=cumulative),
        attribution=Words("the ombudsman", Span(at, at + 13)),
        victims=(Victim(Span(at, at + 3)),),
    )
    return SourcedClaim(claim, "d")


def test_light_shares_what_is_equal() -> None:
    given = [_claim("c-1", at=0, cumulative=True), _claim("c-2", at=900, cumulative=True)]
    one, two = (sourced.claim for sourced in Light().counted(given))
    assert (one.id, two.id) == ("c-1", "c-2")
    assert one.count is two.count
    assert one.place is two.place
    assert one.attribution is two.attribution
    assert one.victims == ()


def test_light_gives_one_claim_for_all_incidents_at_a_place() -> None:
    given = [_claim("c-1", at=0, cumulative=False), _claim("c-2", at=900, cumulative=False)]
    one, two = Light().counted(given)
    assert one is two
