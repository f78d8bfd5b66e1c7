import pytest

from events.story import LIMA, copied, link, said
from quipu.events.counting import count_event
from quipu.model import CountKind


def told(document: str, killed, **more):
    return said(document, "killing", "2022-12-15", LIMA, killed=killed, **more)


AGENCY = told("agency", 2, published="2022-12-15")
CASES = [
    ("one source", [AGENCY], (2, 2, 2)),
    ("open range", [told("a", (2, None))], (2, 2, None)),
    ("open range below a closed one", [told("a", (2, None)), told("b", 3)], (2, 3, 3)),
    ("up to", [told("a", (None, 9))], (None, 9, 9)),
    ("up to what another source tells", [told("a", (None, 9)), told("b", 9)], (9, 9, 9)),
    ("up to more than another source tells", [told("a", (None, 9)), told("b", 4)], (4, 4, 9)),
    ("up to so many more, and no whole", [told("a", (None, 9), relation="addition")], (None, 9, 9)),
    ("none to five more, and no whole", [told("a", (0, 5), relation="addition")], (0, 0, 5)),
    ("up to five more", [told("a", 17), told("a", (None, 5), relation="addition")], (17, 17, 22)),
    ("no number", [told("a", (None, None))], (None, None, None)),
    ("most sources win", [told("a", 2), told("b", 2), told("c", 3, published="2022-12-20")], (2, 2, 3)),
    ("of equals of one day the lower", [told("a", 18), told("b", 1)], (1, 1, 18)),
    ("of equals the one that somebody described may be of", [told("a", 2), told("b", 1, words="a guard")], (1, 2, 2)),
    ("of equals the one that an open range holds", [told("a", (2, None)), told("b", 1), told("c", 3)], (1, 3, 3)),
    ("of equals the latest", [told("a", 3, published="2022-12-15"), told("b", 2, published="2022-12-17")], (2, 2, 3)),
    ("a copy has no voice", [AGENCY, copied(AGENCY, "m"), copied(AGENCY, "n"), told("b", 3, published="2022-12-16")],
     (2, 3, 3)),
    ("a part is not added", [told("a", 7), told("a", 2, relation="subset", scope="minors")], (7, 7, 7)),
    ("five more are", [told("a", 17), told("a", 5, relation="addition")], (22, 22, 22)),
    ("at least five more", [told("a", (17, None)), told("a", (5, None), relation="addition")], (22, 22, None)),
    ("groups add up", [told("a", 3, scope="police"), told("a", 20, scope="protesters")], (23, 23, 23)),
    ("groups inside a whole do not", [told("a", 23), told("a", 3, scope="police")], (23, 23, 23)),
    ("indirect deaths are not the incident's", [told("a", 4), told("a", 2, scope="indirect")], (4, 4, 4)),
    ("an age beside one counted by his words", [told("a", 1, words="a boy of 15", ages=(15, 44))], (1, 1, 1)),
    ("victims by age", [told("a", 1, ages=(15,)), told("a", 1, ages=(18,))], (2, 2, 2)),
    ("an age beside the one harmed", [told("a", 1, target="a boy of 15", ages=(15, 44))], (1, 1, 1)),
    ("ages in the words of those harmed", [told("a", 1, target="a boy of 15", ages=(15,)),
                                           told("a", 1, target="a man of 44", ages=(44,))], (2, 2, 2)),
    ("a source revises itself", [told("a", 4, published="2022-12-15", origin="a"),
                                 told("a2", 7, published="2022-12-17", origin="a")], (7, 7, 7)),
    ("two speakers of one report", [told("a", 8, by="the directorate"), told("a", 9, by="volunteers")], (8, 9, 9)),
    ("one of the eight", [told("a", 8, by="the directorate"), told("a", 1, by="a doctor")], (8, 8, 8)),
    ("a group of the eight", [told("a", 8, by="the directorate"), told("a", 3, scope="minors", by="a doctor")],
     (8, 8, 8)),
    ("a live report whose toll rises", [told("a", 9, by="a doctor"), told("a", 12, by="the hospital"),
                                        told("a", 14, by="the ombudsman", relation="revision")], (14, 14, 14)),
    ("a toll that is said to have risen", [told("a", 9, published="2022-12-16"), told("b", 9, published="2022-12-17"),
                                           told("c", 10, published="2022-12-21", relation="revision")], (10, 10, 10)),
    ("a lower one told after it rose", [told("a", 9, published="2022-12-23"), told("b", 9, published="2022-12-24"),
                                        told("c", 10, published="2022-12-21", relation="revision")], (9, 9, 10)),
    ("a rise to what is not its own", [told("a", 2, published="2022-12-16"), told("b", 2, published="2022-12-17"),
                                       told("c", 40, published="2022-12-21", relation="revision")], (2, 2, 40)),
    ("a headline's sum and its parts", [told("a", 3), told("a", 2), told("a", 1, relation="addition")], (3, 3, 3)),
    ("planned is not counted", [told("a", 2), told("b", 9, modality="hypothetical")], (2, 2, 2)),
    ("denied is not counted", [told("a", 2), told("b", 0, modality="denied")], (2, 2, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_counting_gives_a_range(claims: list, expected: tuple) -> None:
    ((what, count),) = count_event(claims)
    assert what is CountKind.KILLED
    assert (count.low, count.best, count.high) == expected
    assert count_event(claims[::-1]) == count_event(claims)


WOUNDED = [
    ("who was wounded died", [("killing", 1, (15,)), ("injury", 1, (15,))], {"killed": 1}),
    ("another was wounded", [("killing", 1, (15,)), ("injury", 1, (16,))], {"killed": 1, "injured": 1}),
    ("another was wounded, told without a number", [("killing", 1, (15,)), ("injury", None, (16,))],
     {"killed": 1, "injured": 1}),
    ("told without a number, perhaps the dead", [("killing", 1, (15,)), ("injury", None, ())], {"killed": 1}),
    ("three wounded, one of the age of the dead", [("killing", 1, (15,)), ("injury", 3, (15,))],
     {"killed": 1, "injured": 3}),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), [case[1:] for case in WOUNDED], ids=[case[0] for case in WOUNDED])
def test_who_died_is_not_counted_as_wounded(claims: list, expected: dict) -> None:
    kinds = {"killing": "killed", "injury": "injured"}
    told = [
        said("a", type, ages=ages, target="a bystander", **({} if count is None else {kinds[type]: count}))
        for type, count, ages in claims
    ]
    assert {what.value: count.best for what, count in count_event(told)} == expected


def test_counting_keeps_the_claims_behind() -> None:
    part = told("a", 2, relation="subset")
    whole = told("a", 7)
    ((_, count),) = count_event([part, whole])
    assert set(count.claims) == {part.claim.id, whole.claim.id}


BARE = [
    ("one victim told without a number", [("killing", "the boy")], {"killed": (1, 1, None)}),
    ("told twice", [("killing", "the boy"), ("killing", "a student of 15")], {"killed": (1, 1, None)}),
    ("nobody named", [("killing", None)], {}),
    ("wounded", [("injury", "a bystander")], {"injured": (1, 1, None)}),
    ("wounded and dead may be one person", [("injury", "a bystander"), ("killing", "he")], {"killed": (1, 1, None)}),
    ("arrested is another matter", [("arrest", "a student")], {}),
]


@pytest.mark.parametrize(("told", "expected"), [case[1:] for case in BARE], ids=[case[0] for case in BARE])
def test_harm_without_a_number_is_at_least_one(told: list, expected: dict) -> None:
    claims = [said("a", type, "2022-12-15", LIMA, **({"target": who} if who else {})) for type, who in told]
    assert {what.value: (c.low, c.best, c.high) for what, c in count_event(claims)} == expected


def test_a_stated_number_goes_before_the_bare_one() -> None:
    bare = said("b", "killing", "2022-12-15", LIMA, target="a nurse", published="2022-12-20")
    ((_, count),) = count_event([told("a", 3), bare])
    assert (count.low, count.best, count.high) == (3, 3, 3)


def test_a_denied_death_is_none() -> None:
    assert count_event([said("b", "killing", "2022-12-15", LIMA, target="a nurse", modality="denied")]) == ()


def test_counting_nothing() -> None:
    assert count_event([said("a", "protest", "2022-12-15", LIMA)]) == ()


SINCE_DEAD = [
    ("one in critical condition died", [("a", 15, 5, None), ("b", 17, None, 1)], {"killed": 1, "injured": 4}),
    ("the only one died", [("a", 15, 1, None), ("b", 17, None, 1)], {"killed": 1}),
    ("the only one, told on one day", [("a", 15, 1, None), ("b", 15, None, 1)], {"killed": 1}),
    ("several, told on one day", [("a", 15, 5, None), ("b", 15, None, 1)], {"killed": 1, "injured": 5}),
    ("told after the death", [("a", 18, 4, None), ("b", 17, None, 1)], {"killed": 1, "injured": 4}),
    ("of two dead one was known", [("a", 15, 5, 1), ("b", 17, None, 2)], {"killed": 2, "injured": 4}),
    ("all the dead were known", [("a", 15, 5, 1), ("b", 17, None, 1)], {"killed": 1, "injured": 5}),
    ("nobody died", [("a", 15, 5, None), ("b", 17, 5, None)], {"injured": 5}),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "expected"), [case[1:] for case in SINCE_DEAD], ids=[c[0] for c in SINCE_DEAD])
def test_who_was_wounded_and_died_since_is_counted_with_the_dead(reports: list, expected: dict) -> None:
    claims = []
    for document, day, injured, killed in reports:
        when = {"published": f"2022-12-{day}"}
        if injured is not None:
            claims.append(said(document, "injury", "2022-12-15", LIMA, injured=injured, **when))
        if killed is not None:
            claims.append(said(document, "killing", "2022-12-15", LIMA, killed=killed, **when))
    assert {what.value: count.best for what, count in count_event(claims)} == expected
    assert count_event(claims[::-1]) == count_event(claims)


LEFT_OUT = [
    ("the best number is fewer", [("a", 15, 5, None), ("b", 17, None, 1)], ["b"]),
    ("all the dead were known", [("a", 15, 5, 1), ("b", 17, None, 1)], []),
    ("told on one day", [("a", 15, 5, None), ("b", 15, None, 1)], []),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "expected"), [case[1:] for case in LEFT_OUT], ids=[c[0] for c in LEFT_OUT])
def test_who_is_left_out_of_the_wounded_stands_with_the_claims_of_the_death(reports: list, expected: list) -> None:
    claims = []
    for document, day, injured, killed in reports:
        when = {"published": f"2022-12-{day}"}
        claims += [said(document, "injury", "2022-12-15", LIMA, injured=injured, **when)] if injured else []
        claims += [said(document, "killing", "2022-12-15", LIMA, killed=killed, **when)] if killed else []
    homes = {one.claim.id: one.claim.document_id for one in claims}
    counts = dict(count_event(claims))
    assert [homes[id] for id in counts[CountKind.INJURED].later_dead] == expected
    assert counts[CountKind.KILLED].later_dead == ()


def test_from_critical_to_dead() -> None:
    first = said("a", "injury", "2022-12-15", LIMA, injured=5, published="2022-12-15")
    dead = said("a", "killing", "2022-12-15", LIMA, killed=1, published="2022-12-15")
    later = said("b", "killing", "2022-12-15", LIMA, killed=2, published="2022-12-16")
    (event,) = link([first, dead, later])
    killed = dict(event.counts)[CountKind.KILLED]
    assert (killed.low, killed.best, killed.high) == (1, 2, 2)
