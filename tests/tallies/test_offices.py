import pytest

from tallies.registers_factory import entries_of, values

CHANGES = [
    (
        "title before the name",
        "en",
        "Labour Minister Eduardo García resigned on Thursday.",
        {"person": {"Eduardo García"}, "office": {"Labour Minister"}, "state": {"done"}},
    ),
    (
        "title behind the name",
        "en",
        "On Friday President Dina Boluarte named Vicente Romero interior minister.",
        {"person": {"Vicente Romero"}, "office": {"interior minister"}, "by": {"President Dina Boluarte"}},
    ),
    (
        "family name, named in full elsewhere",
        "en",
        "Congress removed President Castillo on Wednesday. Pedro Castillo was elected in 2021.",
        {"person": {"Pedro Castillo"}, "office": {"President"}, "by": {"Congress"}},
    ),
    (
        "what is said of the office is not its name",
        "en",
        "Congress removed the leftist president Pedro Castillo on Wednesday.",
        {"person": {"Pedro Castillo"}, "office": {"president"}},
    ),
    (
        "the office that is come into",
        "en",
        "President Ana Roe swore in Alberto Otárola, until then her defence minister, as prime minister on Friday.",
        {"person": {"Alberto Otárola"}, "office": {"prime minister"}, "by": {"President Ana Roe"}},
    ),
    (
        "elected by a chamber",
        "en",
        "Parliament elected Ranil Wickrema as president on Friday with 134 votes.",
        {"person": {"Ranil Wickrema"}, "office": {"president"}, "by": {"Parliament"}},
    ),
    (
        "made by herself",
        "en",
        "Senator Ana Roe declared herself interim president on Friday.",
        {"person": {"Ana Roe"}, "by": set(), "state": {"done"}},
    ),
    (
        "done is not undone by who had asked for it",
        "en",
        "Minister Ana Roe resigned on Friday. On Thursday the unions had demanded that Minister Ana Roe resign.",
        {"person": {"Ana Roe"}, "state": {"done"}},
    ),
    ("nobody named", "en", "The defence minister resigned on Thursday.", {"person": set(), "state": {"done"}}),
    (
        "not done",
        "en",
        "Lawmakers will vote on Monday on a motion to remove President Dina Boluarte from office.",
        {"person": {"Dina Boluarte"}, "state": {"hypothetical"}},
    ),
    (
        "names that no list has, behind their offices",
        "es",
        "El viernes renunciaron la ministra de Educación, Patricia Correa, y el ministro de Cultura, Jair Pérez.",
        {"person": {"Patricia Correa", "Jair Pérez"}, "office": {"ministra de Educación", "ministro de Cultura"}},
    ),
    (
        "cartera con su nombre",
        "es",
        "El viernes renunció la ministra de Educación, Patricia Correa.",
        {"person": {"Patricia Correa"}, "office": {"ministra de Educación"}, "state": {"done"}},
    ),
]


@pytest.mark.parametrize(
    ("language", "text", "expected"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_office_changes_tell_person_and_office(language: str, text: str, expected: dict[str, set[str]]) -> None:
    entries = entries_of(text, language=language)
    assert {name: values(entries, "office_changes", name) for name in expected} == expected
