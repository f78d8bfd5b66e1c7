from datetime import date

import pytest

from events.story import JULIACA, PERU, link, said
from quipu.model import RegisterEntry
from quipu.tallies import read_registers
from tallies.registers_factory import entries_of

STATES = [
    ("called", "en", "The transport unions have called a strike in Arequipa for next Monday.", "called"),
    ("begun", "en", "Teachers in Cusco began an indefinite strike on Tuesday.", "under way"),
    ("called off", "en", "The dockers' union called off its strike in Callao on Thursday.", "called off"),
    ("suspended", "en", "The unions suspended their strike in Puno on Thursday.", "called off"),
    ("blockade lifted", "en", "Villagers lifted the road blockade in Juliaca on Thursday.", "ended"),
    ("blockade not lifted", "en", "Villagers have not lifted the road blockade in Juliaca.", "under way"),
    ("another thing ended", "en", "Villagers blocked the road to Juliaca on Thursday. Talks ended.", "under way"),
    ("ended behind an aside", "en", "The strike in Puno, which lasted nine days, was lifted on Thursday.", "ended"),
    ("hours begun", "en", "A strike of 48 hours began in Puno.", "under way"),
    ("threatened", "en", "The unions threatened an indefinite strike.", "hypothetical"),
    ("convocado", "es", "Los sindicatos de Ica anunciaron un paro nacional para el próximo lunes.", "called"),
    ("iniciado", "es", "Los maestros de Cusco iniciaron un paro indefinido el martes.", "under way"),
    ("levantado", "es", "Los comuneros levantaron el bloqueo de la carretera en Juliaca el jueves.", "ended"),
]


@pytest.mark.parametrize(("language", "text", "state"), [case[1:] for case in STATES], ids=[case[0] for case in STATES])
def test_strikes_tell_their_state(language: str, text: str, state: str) -> None:
    lines = [entry for entry in entries_of(text, language=language) if entry.register == "strikes_blockades"]
    assert [entry.values("state") for entry in lines] == [(state,)]


def lines_of(*claims) -> list[RegisterEntry]:
    by_id = {one.claim.id: one for one in claims}
    return list(read_registers((event, [by_id[id] for id in event.claims]) for event in link(claims)))


def steps(entry: RegisterEntry) -> list[tuple[str, str]]:
    return [(detail.value, str(detail.as_of)) for detail in entry.details if detail.name == "history"]


def test_strike_called_and_begun_is_one_line_with_its_history() -> None:
    called = said("a", "strike", "2023-01-04", PERU, modality="planned", published="2022-12-30")
    begun = said("b", "strike", "2023-01-04", PERU, published="2023-01-05")
    (line,) = lines_of(called, begun)
    assert steps(line) == [("called", "2022-12-30"), ("under way", "2023-01-04")]
    assert line.values("state") == ("under way",)


APART = [
    ("another place", {"on": "2023-01-04", "place": JULIACA}),
    ("another month", {"on": "2023-02-20", "place": PERU}),
    ("another kind", {"type": "blockade", "on": "2023-01-04", "place": PERU}),
]


@pytest.mark.parametrize("more", [case[1] for case in APART], ids=[case[0] for case in APART])
def test_strikes_that_are_two_stay_two(more: dict) -> None:
    called = said("a", "strike", "2023-01-04", PERU, modality="planned", published="2022-12-30")
    other = said("b", **({"type": "strike", "published": "2023-01-05"} | more))
    assert len(lines_of(called, other)) == 2


def test_curfew_imposed_extended_and_lifted_is_one_line() -> None:
    reports = (
        ("The government imposed a curfew in Arequipa on Wednesday.", date(2022, 12, 15)),
        ("The government extended the curfew in Arequipa on Monday for five days.", date(2022, 12, 20)),
        ("The government lifted the curfew in Arequipa on Sunday.", date(2022, 12, 26)),
    )
    entries = entries_of(*(text for text, _ in reports), published=[day for _, day in reports])
    (line,) = [entry for entry in entries if entry.register == "decrees"]
    assert steps(line) == [("declared", "2022-12-14"), ("extended", "2022-12-19"), ("lifted", "2022-12-25")]
    assert len(line.values("event")) == 2
    assert (line.begin, line.finish) == (date(2022, 12, 14), date(2022, 12, 25))


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Two men died in an accident near a barricade in Puno.", 0), ("Farmers built a barricade in Puno.", 1)],
    ids=["named", "told of"],
)
def test_strikes_and_blockades_that_are_only_named_are_no_line(text: str, lines: int) -> None:
    assert sum(entry.register == "strikes_blockades" for entry in entries_of(text)) == lines


def test_a_strike_begun_by_those_who_called_it_is_one_line() -> None:
    lines = [
        entry
        for entry in entries_of(
            "Farmers' unions have called an indefinite strike from Tuesday.",
            "Farmers' unions began an indefinite strike on Tuesday in Peru.",
            published=(date(2022, 12, 12), date(2022, 12, 14)),
        )
        if entry.register == "strikes_blockades"
    ]
    assert [(line.begin, line.values("history")) for line in lines] == [(date(2022, 12, 13), ("called", "under way"))]
