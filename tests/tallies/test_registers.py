import pytest

from events.story import JULIACA, LIMA, PERU, link, said
from quipu.model import RegisterEntry
from quipu.tallies import read_registers


def registers(*claims) -> list[RegisterEntry]:
    by_id = {one.claim.id: one for one in claims}
    return list(read_registers((event, [by_id[id] for id in event.claims]) for event in link(claims)))


STRIKE = said("a", "strike", "2023-01-04", PERU, actor="unions", modality="planned")
STATES = [
    ("called and never come", [STRIKE], "called"),
    ("called and come", [STRIKE, said("b", "strike", "2023-01-04", PERU)], "under way"),
    ("denied", [said("a", "strike", "2023-01-04", PERU, modality="denied")], "denied"),
    ("only spoken of", [said("a", "strike", "2023-01-04", PERU, modality="hypothetical")], "hypothetical"),
    ("ended", [said("a", "blockade", "2023-01-04/2023-01-06", JULIACA)], "ended"),
]


@pytest.mark.parametrize(("claims", "state"), [case[1:] for case in STATES], ids=[case[0] for case in STATES])
def test_register_of_strikes_tells_the_state(claims: list, state: str) -> None:
    (entry,) = registers(*claims)
    assert entry.register == "strikes_blockades"
    assert entry.values("state") == (state,)


def test_register_of_votes_keeps_both_numbers() -> None:
    vote = {"on": "2022-12-20", "place": LIMA, "actor": "Congress", "target": "the early election bill"}
    yes = said("a", "vote", votes=75, words="75", at=0, **vote)
    no = said("a", "vote", votes=48, words="48", at=0, **vote)
    (entry,) = registers(yes, no)
    assert set(entry.values("votes")) == {"75", "48"}
    assert entry.values("who") == ("Congress",)
    assert entry.subject == "Vote · Lima"


def test_register_of_demands_gathers_who_and_how_often() -> None:
    told = [
        said("a", "demand", "2022-12-11", LIMA, actor="protesters", target="new elections", modality="demanded"),
        said("b", "demand", "2023-01-19", LIMA, actor="unions", target="New elections", modality="demanded"),
        said("b", "demand", "2023-01-19", LIMA, actor="unions", target="a new constitution", modality="demanded"),
    ]
    constitution, elections = registers(*told)
    assert (constitution.subject, elections.subject.casefold()) == ("a new constitution", "new elections")
    assert set(elections.values("who")) == {"protesters", "unions"}
    assert elections.values("times") == ("2",)
    assert elections.values("since") == ("2022-12-11",)
    assert (str(elections.begin), str(elections.finish)) == ("2022-12-11", "2023-01-19")
    assert set(elections.claims) == {told[0].claim.id, told[1].claim.id}


FILED = [
    ("decree", said("a", "emergency_decree", "2022-12-14", PERU, regions=7), "decrees"),
    ("curfew", said("a", "curfew", "2022-12-14", PERU), "decrees"),
    ("resignation", said("a", "resignation", "2022-12-16", PERU, actor="Jair Perez"), "office_changes"),
    ("press", said("a", "attack_on_press", "2022-12-16", LIMA), "press"),
    ("reaction", said("a", "condemnation", "2022-12-16", LIMA, actor="the UN"), "reactions"),
]


@pytest.mark.parametrize(("claim", "register"), [case[1:] for case in FILED], ids=[case[0] for case in FILED])
def test_register_by_type(claim, register: str) -> None:
    (entry,) = registers(claim)
    assert (entry.register, entry.claims) == (register, (claim.claim.id,))


def test_protest_stands_in_no_register() -> None:
    assert registers(said("a", "protest", "2022-12-16", LIMA)) == []


def test_strike_inside_a_deadly_day_is_listed_as_a_strike() -> None:
    told = [
        said("a", "strike", "2023-01-09", JULIACA, at=0),
        said("a", "killing", "2023-01-09", JULIACA, at=70, killed=17),
    ]
    (entry,) = registers(*told)
    assert entry.subject == "Strike · Juliaca, Puno"
    assert entry.claims == (told[0].claim.id,)
