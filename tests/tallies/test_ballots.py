import pytest

from tallies.registers_factory import entries_of, values

VOTES = [
    (
        "sides behind",
        "en",
        "Congress approved the motion on Wednesday with 101 votes in favour, six against and 10 abstentions.",
        {"outcome": {"passed"}, "for": {"101"}, "against": {"6"}, "abstained": {"10"}, "votes": set()},
    ),
    (
        "two numbers of what passed",
        "en",
        "The Senate passed the bill on Tuesday by 93 votes to 30 with one abstention.",
        {"outcome": {"passed"}, "for": {"93"}, "against": {"30"}},
    ),
    (
        "voted down by the larger number",
        "en",
        "Congress rejected the bill on Tuesday by 75 votes to 48.",
        {"outcome": {"rejected"}, "for": {"48"}, "against": {"75"}, "votes": set()},
    ),
    (
        "two numbers of what failed for want of votes have no side",
        "en",
        "Congress rejected the bill on Tuesday by 75 votes to 48, short of two-thirds.",
        {"outcome": {"rejected"}, "for": set(), "against": set(), "votes": {"75", "48"}},
    ),
    (
        "abstentions beside two numbers",
        "en",
        "The cabinet won a vote of confidence on Tuesday by 73 votes to 43, with six abstentions.",
        {"outcome": {"passed"}, "for": {"73"}, "against": {"43"}, "abstained": {"6"}, "what": set()},
    ),
    (
        "not passed",
        "en",
        "Congress voted down the bill on Tuesday: 45 members were for it and 65 against.",
        {"outcome": {"rejected"}, "for": {"45"}, "against": {"65"}},
    ),
    (
        "lados detrás",
        "es",
        "El Congreso rechazó el martes el proyecto con 48 votos a favor, 75 en contra y una abstención.",
        {"outcome": {"rejected"}, "for": {"48"}, "against": {"75"}},
    ),
    (
        "lados delante",
        "es",
        "El pleno rechazó el viernes la propuesta. A favor votaron 49 parlamentarios, 33 lo hicieron en contra y 25 se "
        "abstuvieron.",
        {"for": {"49"}, "against": {"33"}, "abstained": {"25"}},
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"), [case[1:] for case in VOTES], ids=[case[0] for case in VOTES]
)
def test_votes_tell_sides_and_outcome(language: str, text: str, expected: dict[str, set[str]]) -> None:
    entries = entries_of(text, language=language)
    assert {name: values(entries, "votes", name) for name in expected} == expected


def test_votes_side_is_taken_from_another_report_of_the_same_vote() -> None:
    entries = entries_of(
        "Congress rejected the bill on Wednesday by 75 votes to 48.",
        "Congress rejected the bill on Wednesday with 48 votes in favour and 75 against.",
    )
    assert values(entries, "votes", "votes") == set()
    assert values(entries, "votes", "against") == {"75"}
