from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.story import (
    ANDAHUAYLAS,
    APURIMAC,
    AREQUIPA,
    CHINCHEROS,
    EL_ALTO,
    JULIACA,
    LIMA,
    PERU,
    clusters,
    copied,
    day,
    link,
    person,
    said,
)
from quipu.events import link_events, link_order
from quipu.model import CountKind, Event, EventType, Judgement, Verdict

AGENCY = said("agency", "killing", "2022-12-11", ANDAHUAYLAS, killed=2, ages=(15, 18), published="2022-12-11")
HURT = said("agency", "injury", "2022-12-11", ANDAHUAYLAS, injured=(20, None), published="2022-12-11")
PAPER = said("paper", "killing", "2022-12-11", ANDAHUAYLAS, killed=2, by="the ombudsman", published="2022-12-12")
NGO_FIRST = said("ngo", "killing", "~2022-12-12", ANDAHUAYLAS, ages=(15,), at=10, published="2022-12-12")
NGO_SECOND = said("ngo", "killing", "~2022-12-12", ANDAHUAYLAS, ages=(18,), at=90, published="2022-12-12")
MIRROR = copied(AGENCY, "mirror")
NEXT_DAY = said("agency", "killing", "2022-12-12", CHINCHEROS, killed=2, ages=(16, 26), published="2022-12-13")
FIFTH = said("agency", "killing", "2022-12-12", AREQUIPA, killed=1, published="2022-12-13")
TOTAL = said("agency", "killing", "~2022-12-13", PERU, killed=(7, None), cumulative=True)
STORY = [AGENCY, HURT, PAPER, NGO_FIRST, NGO_SECOND, MIRROR, NEXT_DAY, FIFTH, TOTAL]


def event_with(events: list[Event], one) -> Event:
    return next(event for event in events if one.claim.id in event.claims)


def counts(event: Event) -> dict[str, tuple]:
    return {what.value: (count.low, count.best, count.high) for what, count in event.counts}


def test_two_dead_in_one_city_told_by_three_sources_and_a_copy() -> None:
    events = link(STORY)
    event = event_with(events, AGENCY)
    assert event.type is EventType.KILLING
    assert event.documents == ("agency", "mirror", "ngo", "paper")
    assert event.sources_independent == 3
    assert counts(event) == {"killed": (2, 2, 2), "injured": (20, 20, None)}
    assert (str(event.begin), event.place) == ("2022-12-11", ANDAHUAYLAS)
    assert len(events) == 3
    assert event_with(events, NEXT_DAY) != event_with(events, FIFTH)


def test_running_total_is_no_incident() -> None:
    assert all(TOTAL.claim.id not in event.claims for event in link(STORY))
    assert link([TOTAL]) == []


A = said("a", "killing", "2022-12-11", ANDAHUAYLAS, killed=2)
TOGETHER = [
    ("same day, same town", A, said("b", "killing", "2022-12-11", ANDAHUAYLAS), True),
    ("other town", A, said("b", "killing", "2022-12-11", AREQUIPA, killed=2), False),
    ("other country", A, said("b", "killing", "2022-12-11", EL_ALTO, killed=2), False),
    ("two days later", A, said("b", "killing", "2022-12-13", ANDAHUAYLAS, killed=2), False),
    ("told two days later, day not given", A, said("b", "killing", "~2022-12-13", ANDAHUAYLAS, killed=2), True),
    ("told a month later, day not given", A, said("b", "killing", "~2023-01-13", ANDAHUAYLAS, killed=2), False),
    ("the region, the same number", A, said("b", "killing", "2022-12-11", APURIMAC, killed=2), True),
    ("the region, another number", A, said("b", "killing", "2022-12-11", APURIMAC, killed=17), False),
    ("no place, the same day only", A, said("b", "killing", "2022-12-11", None), False),
    ("other ages", said("a", "killing", "2022-12-11", LIMA, killed=1, ages=(22,)),
     said("b", "killing", "~2022-12-12", LIMA, killed=1, ages=(51,)), False),
    ("protest and killing told beside each other", said("a", "protest", "2022-12-11", LIMA, at=0),
     said("a", "killing", "2022-12-11", LIMA, at=80, killed=1), True),
    ("protest and killing told by different reports", said("a", "protest", "2022-12-11", LIMA),
     said("b", "killing", "2022-12-11", LIMA, killed=1), True),
    ("a named person's arrest in the city of a protest", said("a", "protest", "2022-12-07", LIMA, at=0),
     said("a", "arrest", "2022-12-07", LIMA, at=80, target="Pedro Castillo"), False),
    ("two ministers resign on one day", said("a", "resignation", "2022-12-16", LIMA, actor="Patricia Correa"),
     said("a", "resignation", "2022-12-16", LIMA, actor="Jair Perez"), False),
    ("one resignation in two reports", said("a", "resignation", "2022-12-16", PERU, actor="Patricia Correa"),
     said("b", "resignation", "~2022-12-16", PERU, actor="Education Minister Patricia Correa"), True),
    ("one vote with its numbers", said("a", "vote", "2022-12-07", PERU, votes=101, actor="Congress"),
     said("b", "vote", "2022-12-07", PERU, votes=101, actor="lawmakers"), True),
    ("removal and decree", said("a", "removal_from_office", "2022-12-07", PERU, target="Pedro Castillo"),
     said("a", "emergency_decree", "2022-12-07", PERU), False),
    ("undated, same town, same number of three", said("a", "killing", None, LIMA, killed=3),
     said("b", "killing", None, LIMA, killed=3), True),
    ("undated, same town", said("a", "killing", None, LIMA), said("b", "killing", None, LIMA), False),
    ("planned and done", said("a", "strike", "2022-12-13", PERU, modality="planned"),
     said("b", "strike", "2022-12-13", PERU), True),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "is_one"), [c[1:] for c in TOGETHER], ids=[c[0] for c in TOGETHER])
def test_link_joins_or_not(left, right, is_one: bool) -> None:
    assert (len(link([left, right])) == 1) is is_one


def test_planned_strike_that_never_comes() -> None:
    planned = said("a", "strike", "2023-01-04", PERU, modality="planned", actor="the unions")
    (event,) = link([planned])
    assert (event.happened, event.type) == (False, EventType.STRIKE)


@given(st.permutations(STORY))
def test_link_does_not_depend_on_order(order: list) -> None:
    assert link(order) == link(STORY)


@given(st.data())
def test_link_files_every_incident_claim_once(data: st.DataObject) -> None:
    places = st.sampled_from([None, LIMA, PERU, APURIMAC, ANDAHUAYLAS, CHINCHEROS, AREQUIPA])
    days = st.sampled_from([None, "2022-12-11", "2022-12-12", "~2022-12-13", "2022-12-10/2022-12-14"])
    types = st.sampled_from([type.value for type in EventType])
    rows = data.draw(st.lists(st.tuples(st.sampled_from("abcd"), types, days, places), max_size=12))
    claims = [said(*row, at=100 * n) for n, row in enumerate(rows)]
    events = link(claims)
    filed = [id for event in events for id in event.claims]
    assert sorted(filed) == sorted(one.claim.id for one in claims)
    assert events == link(claims[::-1])
    assert len({event.id for event in events}) == len(events)


def test_link_events_are_components_of_positive_judgements() -> None:
    rows = list(link_events(sorted(STORY, key=link_order)))
    parent = {one.claim.id: one.claim.id for one in STORY if one is not TOTAL}

    def root(id: str) -> str:
        return id if parent[id] == id else root(parent[id])

    for row in rows:
        if isinstance(row, Judgement) and row.verdict is Verdict.POSITIVE:
            assert row.reason
            assert row.by.startswith("rule:")
            parent[root(row.left)] = root(row.right)
    components: dict[str, set[str]] = {}
    for id in parent:
        components.setdefault(root(id), set()).add(id)
    assert {frozenset(c) for c in components.values()} == clusters(r for r in rows if isinstance(r, Event))


def test_link_offers_near_misses_to_a_person() -> None:
    vague = said("b", "killing", "2022-12-11", APURIMAC)
    rows = link_events(sorted([A, vague], key=link_order))
    (offered,) = [row for row in rows if isinstance(row, Judgement)]
    assert offered.verdict is Verdict.UNSURE
    assert {offered.left, offered.right} == {A.claim.id, vague.claim.id}
    assert offered.reason == "same day; a place in the region; same type"


def test_link_refuses_claims_out_of_order() -> None:
    with pytest.raises(ValueError, match="link_order"):
        list(link_events(sorted(STORY, key=link_order, reverse=True)))


def test_person_joins_across_days_and_families() -> None:
    decree = said("c", "emergency_decree", "2023-01-14", PERU)
    events = link([*STORY, decree], [person(AGENCY, FIFTH, True), person(FIFTH, decree, True)])
    event = event_with(events, AGENCY)
    assert {FIFTH.claim.id, decree.claim.id, PAPER.claim.id} <= set(event.claims)


def test_person_keeps_apart() -> None:
    events = link(STORY, [person(AGENCY, PAPER, False)])
    assert event_with(events, AGENCY) != event_with(events, PAPER)


def test_person_splits_one_report() -> None:
    events = link(STORY, [person(AGENCY, HURT, False)])
    assert event_with(events, AGENCY) != event_with(events, HURT)


IGNORED = [
    ("withdrawn", person(AGENCY, PAPER, False, withdrawn_at="2026-01-01T00:00:00Z")),
    ("by a rule", Judgement(AGENCY.claim.id, PAPER.claim.id, Verdict.NEGATIVE, 0.0, "", "rule:old@1")),
    ("unsure", Judgement(AGENCY.claim.id, PAPER.claim.id, Verdict.UNSURE, 0.5, "", "person:ana")),
    ("about claims that are gone", Judgement("c-gone", PAPER.claim.id, Verdict.POSITIVE, 1.0, "", "person:ana")),
]


@pytest.mark.parametrize("decided", [case[1] for case in IGNORED], ids=[case[0] for case in IGNORED])
def test_judgements_that_change_nothing(decided: Judgement) -> None:
    assert clusters(link(STORY, [decided])) == clusters(link(STORY))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=8), st.permutations(range(8)))
def test_cannot_links_always_hold(pairs: list, order: list[int]) -> None:
    told = [one for one in STORY if one is not TOTAL]
    decided = [person(told[a], told[b], same) for a, b, same in pairs if a != b]
    events = link((told[n] for n in order), decided)
    home = {id: event.id for event in events for id in event.claims}
    assert len(home) == len(told)
    for one in decided:
        if one.verdict is Verdict.NEGATIVE:
            assert home[one.left] != home[one.right]
    if all(one.verdict is Verdict.POSITIVE for one in decided):
        assert all(home[one.left] == home[one.right] for one in decided)
    assert clusters(events) == clusters(link(told, decided))


def test_long_chain_of_daily_protests_stays_apart() -> None:
    days = [f"2023-01-{n:02}" for n in range(4, 25)]
    claims = [said(f"{d}-{k}", "protest", d, JULIACA) for d in days for k in range(3)]
    events = link(claims)
    assert len(events) == len(days)


def test_sources_count_origins_not_documents() -> None:
    mirrors = [copied(A, f"mirror{n}") for n in range(5)]
    (event,) = link([A, *mirrors])
    assert (len(event.documents), event.sources_independent) == (6, 1)
    assert dict(event.counts)[CountKind.KILLED].best == 2


def test_shared_names_do_not_chain_over_weeks() -> None:
    days = [f"2023-01-{n:02}" for n in range(1, 29)]
    claims = [said(d, "killing", d, JULIACA, killed=3, target="Rondas Campesinas") for d in days]
    longest = max((event.finish - event.begin).days for event in link(claims))
    widest = max(len(event.claims) for event in link(claims))
    assert longest == 0
    assert widest <= 8


def test_copied_passage_is_the_happening_it_was_copied_from() -> None:
    wire = said("wire", "arrest", "2023-01-21", LIMA, arrested=205)
    later = said("digest", "killing", "2023-01-28", LIMA, killed=1)
    digest = copied(replace(wire, claim=replace(wire.claim, date=later.claim.date)), "digest")
    assert clusters(link([wire, digest, later])) == {
        frozenset((wire.claim.id, digest.claim.id)),
        frozenset((later.claim.id,)),
    }


def test_event_has_the_day_of_its_gravest_claims() -> None:
    strike = said("live", "strike", "2023-01-08/2023-01-09", JULIACA, at=100)
    (event,) = link([strike, said("live", "killing", "2023-01-09", JULIACA, killed=17, at=200)])
    assert (event.begin, event.finish, event.basis) == (day("2023-01-09"), day("2023-01-09"), "explicit")


def test_two_sure_days_in_one_report_are_two_happenings() -> None:
    saturday = said("wire", "injury", "2023-01-07", JULIACA, injured=13)
    monday = said("wire", "killing", "2023-01-09", JULIACA, killed=17)
    assert len(link([saturday, monday])) == 2


ONE_REPORT = [
    ("the day only taken over from before", "context", JULIACA, False, True),
    ("its own day", "explicit", JULIACA, False, False),
    ("another town, in its own words", "context", AREQUIPA, True, False),
]


@pytest.mark.parametrize(
    ("basis", "place", "is_named", "is_one"), [case[1:] for case in ONE_REPORT], ids=[case[0] for case in ONE_REPORT]
)
def test_one_report_tells_of_one_happening_unless_told_apart(basis, place, is_named: bool, is_one: bool) -> None:
    first = said("wire", "killing", "2023-01-09", JULIACA, killed=3, at=0)
    later = said("wire", "killing", "2023-02-20", place, target="the men", at=200)
    where = replace(place, span=later.claim.span if is_named else None)
    told = replace(later.claim, date=replace(later.claim.date, basis=basis), place=where)
    assert (len(link([first, replace(later, claim=told)])) == 1) is is_one


def test_late_report_with_the_day_in_its_words_joins() -> None:
    wire = said("wire", "killing", "2022-12-11", ANDAHUAYLAS, killed=2, published="2022-12-12")
    later = said("digest", "killing", "2022-12-11", ANDAHUAYLAS, killed=2, published="2023-04-02")
    between = [said(f"d{n}", "killing", f"2023-01-{n:02}", LIMA, killed=1, published=f"2023-01-{n:02}") for n in (3, 9)]
    assert frozenset((wire.claim.id, later.claim.id)) in clusters(link([wire, later, *between]))


def test_a_report_touches_its_neighbourhood_only() -> None:
    told = [replace(one, published=one.published or day("2022-12-13")) for one in STORY]
    before = clusters(link(told))
    after = clusters(link([*told, said("new", "killing", "2023-03-05", LIMA, killed=1, published="2023-03-06")]))
    assert before < after
    assert len(after) == len(before) + 1


def test_later_report_of_the_same_many_dead_joins() -> None:
    told = [said("live", "killing", "2023-01-09", JULIACA, killed=18), said("live", "injury", "2023-01-09", JULIACA)]
    later = said("wire", "killing", "2023-01-12", JULIACA, killed=18)
    few = said("wire", "killing", "2023-01-12", JULIACA, killed=1)
    assert len(link([*told, later])) == 1
    assert len(link([*told, few])) == 2


RISEN = said("b", "killing", "2022-12-11", ANDAHUAYLAS, killed=3, relation="revision", at=40, published="2022-12-15")
LATE_DEATHS = [
    ("the one by whom the toll rises", said("b", "killing", "2022-12-14", ANDAHUAYLAS, killed=1, at=0), True),
    ("told without a number or place", said("b", "killing", "2022-12-14", at=105, target="a patient"), True),
    ("told elsewhere in the report", said("b", "killing", "2022-12-14", ANDAHUAYLAS, killed=1, at=900), False),
    ("of another town", said("b", "killing", "2022-12-14", AREQUIPA, killed=1, at=105), False),
    ("two others", said("b", "killing", "2022-12-14", ANDAHUAYLAS, killed=2, at=105), False),
]


@pytest.mark.parametrize(("death", "is_one"), [row[1:] for row in LATE_DEATHS], ids=[row[0] for row in LATE_DEATHS])
def test_a_death_that_raises_a_toll_is_of_its_happening(death, is_one: bool) -> None:
    death = replace(death, published=day("2022-12-15"))
    events = link([AGENCY, RISEN, death])
    assert (event_with(events, RISEN) == event_with(events, death)) is is_one
    assert counts(event_with(events, RISEN))["killed"] == (3, 3, 3)


def test_a_copy_goes_where_its_original_went_claim_by_claim() -> None:
    """What the original's title places, a copy under another title does not."""
    whole = said("agency", "injury", "2022-12-11", ANDAHUAYLAS, injured=14, at=0, published="2022-12-12")
    part = said(
        "agency", "injury", "2022-12-11", ANDAHUAYLAS, injured=5, relation="subset", at=900, published="2022-12-12"
    )
    bare = replace(part, claim=replace(part.claim, place=None))
    assert len(link([whole, part, copied(whole, "mirror"), copied(bare, "mirror")])) == 1


def test_event_has_the_day_of_deeds_where_its_gravest_claims_have_only_the_report_s() -> None:
    raid = said("agency", "raid", "2022-12-11", LIMA, at=0, published="2022-12-12")
    beating = said("agency", "repression_force_use", "~2022-12-12", LIMA, at=90, published="2022-12-12")
    (event,) = link([raid, beating])
    assert (event.type, str(event.begin)) == (EventType.REPRESSION_FORCE_USE, "2022-12-11")


def test_event_has_not_the_day_that_stands_beside_a_copy() -> None:
    first = said("agency", "killing", "2022-12-11", ANDAHUAYLAS, killed=9, published="2022-12-12")
    copy = copied(said("agency", "killing", "2022-12-10", ANDAHUAYLAS, killed=9, published="2022-12-30"), "digest")
    (event,) = link([first, copy])
    assert str(event.begin) == "2022-12-11"
