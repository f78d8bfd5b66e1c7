"""Denials, things called off, lists of demands and votes told by numbers."""

import pytest

from claims_factory import claims_in

MODALITIES = [
    ("never enforced", "The curfew that the general proclaimed was never enforced.", "curfew", "denied"),
    ("called off", "The unions called off the general strike that they had planned.", "strike", "denied"),
    ("called", "The unions have called a general strike for Friday.", "strike", "planned"),
    ("could follow", "A curfew could follow in the capital.", "curfew", "hypothetical"),
    ("in force", "A curfew is in force in the capital.", "curfew", "asserted"),
    ("begun", "The unions began a general strike.", "strike", "asserted"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), [c[1:] for c in MODALITIES], ids=[c[0] for c in MODALITIES])
def test_modality_of_what_is_called_and_undone(text: str, kind: str, modality: str) -> None:
    assert {str(c.modality) for c in claims_in(text) if c.type == kind} == {modality}


DENIALS = [
    ("that", "en", "The army denied that its drones had crossed the river.", ["its drones had crossed the river."]),
    ("Spanish", "es", "El ejército negó que sus drones cruzaran el río.", ["sus drones cruzaran el río."]),
    ("a noun", "en", "The army denied the report.", []),
    ("said", "en", "The army said that its drones had crossed the river.", []),
]


@pytest.mark.parametrize(("language", "text", "contents"), [c[1:] for c in DENIALS], ids=[c[0] for c in DENIALS])
def test_denied_contents_are_claims_that_are_not_so(language: str, text: str, contents: list[str]) -> None:
    denied = [c for c in claims_in(text, language=language) if c.modality == "denied"]
    assert [c.span.of(text) for c in denied] == contents


DEMANDS = [
    ("wanted", "The unions want the mayor freed, the council closed and a new law.", 3),
    ("bullets", "We ask the council to:\n\n- release the nurses;\n- and reopen the clinic.\n\nIt rained.", 2),
    ("wants to do", "The mayor wants to visit the port.", 0),
    ("bullets of something else", "The market sells:\n\n- fish;\n- and rice.", 0),
]


@pytest.mark.parametrize(("text", "demands"), [c[1:] for c in DEMANDS], ids=[c[0] for c in DEMANDS])
def test_demands_are_listed(text: str, demands: int) -> None:
    assert len([c for c in claims_in(text) if c.type == "demand"]) == demands


VOTES = [
    ("by", "en", "The chamber gave first approval to the plan, by 93 votes to 30.", [93, 30]),
    ("sides", "en", "The chamber met: 45 members were for it and 65 against.", [45, 65]),
    ("Spanish sides", "es", "Votaron a favor 49 parlamentarios, 33 lo hicieron en contra.", [49, 33]),
    ("no sides", "en", "The chamber met: 45 members were for hours in the hall and 65 left.", []),
]


@pytest.mark.parametrize(("language", "text", "numbers"), [c[1:] for c in VOTES], ids=[c[0] for c in VOTES])
def test_votes_are_read_from_their_numbers(language: str, text: str, numbers: list[int]) -> None:
    counts = [c.count for c in claims_in(text, language=language) if c.count and c.count.what == "votes"]
    assert [count.low for count in counts] == numbers


def test_ages_behind_of_are_nobody() -> None:
    counts = [c.count.low for c in claims_in("A man of 55 died in the port.") if c.count]
    assert counts == [1]


def test_names_end_before_the_full_stop() -> None:
    text = "Soldiers shot dead 26-year-old Maria Example."
    names = [v.name.of(text) for c in claims_in(text) for v in c.victims if v.name]
    assert set(names) == {"Maria Example"}
