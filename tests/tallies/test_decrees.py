import pytest

from tallies.registers_factory import entries_of, values

READ = [
    (
        "rights in the same sentence",
        "en",
        "The government of Peru declared a state of emergency in Puno on Wednesday for 30 days, suspending freedom of "
        "assembly and of movement.",
        {"state": {"declared"}, "days": {"30"}, "rights": {"assembly", "movement"}},
    ),
    (
        "rights in the sentence behind",
        "en",
        "The cabinet declared a state of emergency in Cusco on Tuesday. The measure restricts the right to personal "
        "liberty and the inviolability of the home.",
        {"state": {"declared"}, "days": set(), "rights": {"liberty", "home"}},
    ),
    (
        "a body that assembles is no right",
        "en",
        "The government declared a state of emergency in Puno on Wednesday, and the national assembly suspended its "
        "session.",
        {"state": {"declared"}, "rights": set()},
    ),
    (
        "rights that stay",
        "en",
        "The government declared a state of emergency in Puno on Wednesday. It does not suspend freedom of movement.",
        {"rights": set()},
    ),
    (
        "some rights, unnamed",
        "en",
        "The president declared a state of emergency in Tacna on Monday, suspending some constitutional rights.",
        {"rights": {"not named"}},
    ),
    (
        "extended from a day on",
        "en",
        "On Wednesday the government extended the state of emergency in Puno for 60 days from 20 December.",
        {"state": {"extended"}, "days": {"60"}, "begin": {"2022-12-20"}},
    ),
    (
        "lifted",
        "en",
        "The government lifted the curfew in Arequipa on Thursday.",
        {"state": {"lifted"}, "days": set()},
    ),
    ("not lifted", "en", "The curfew in Arequipa has not been lifted.", {"state": {"in force"}}),
    (
        "length of something else",
        "en",
        "The government declared a state of emergency in Puno on Wednesday after nine days of protests.",
        {"days": set()},
    ),
    (
        "until a day",
        "en",
        "The prefect imposed a curfew in Juliaca on Tuesday until 22 December.",
        {"until": {"2022-12-22"}},
    ),
    (
        "rights in the paragraph behind",
        "en",
        "The government declared a state of emergency in Puno on Wednesday.\n\nThe premier said that the decree "
        "suspends freedom of assembly and lets soldiers enter homes without a warrant.",
        {"rights": {"assembly", "home"}},
    ),
    (
        "rights of no curfew in the paragraph behind",
        "en",
        "The prefect imposed a curfew in Juliaca on Tuesday.\n\nA court restricted the right to strike.",
        {"rights": set()},
    ),
    (
        "arrests without a warrant",
        "en",
        "The president declared a state of emergency on Monday. It lets the army detain suspects without a warrant.",
        {"rights": {"liberty"}},
    ),
    (
        "hours of a curfew",
        "en",
        "In Puno people must stay indoors from 8 p.m. to 4 a.m. for ten days.",
        {"state": {"in force"}, "hours": {"20:00–04:00"}, "days": {"10"}, "who": set(), "until": set()},
    ),
    (
        "until an hour of another day",
        "en",
        "Police imposed a curfew in Lima from 6 p.m. on Saturday until 6 a.m. on Monday.",
        {"until": {"2022-12-19"}, "hours": set()},
    ),
    (
        "not where what it answers happened",
        "en",
        "The cabinet of Peru declared a state of emergency in Puno on Monday after crowds had stormed a bank in Cusco.",
        {"place": {"Puno"}},
    ),
    (
        "a name no gazetteer knows among places",
        "en",
        "On Monday a state of emergency was declared in Puno, Vieja Comarca and Tacna for nine days.",
        {"place": {"Puno", "Vieja Comarca", "Tacna"}},
    ),
    (
        "lifted on its own day",
        "en",
        "The emergency in Puno, imposed on 4 December, was lifted on 14 December.",
        {"state": {"lifted"}},
    ),
    (
        "en español",
        "es",
        "El Gobierno declaró el miércoles el estado de emergencia en Puno por 30 días. La medida suspende los derechos "
        "a la libertad de tránsito y de reunión.",
        {"state": {"declared"}, "days": {"30"}, "rights": {"movement", "assembly"}},
    ),
    (
        "prórroga",
        "es",
        "El Gobierno prorrogó el jueves el estado de emergencia en Cusco por 60 días.",
        {"state": {"extended"}, "days": {"60"}, "rights": set()},
    ),
    (
        "levantado",
        "es",
        "El Ejecutivo levantó el jueves el toque de queda en Arequipa.",
        {"state": {"lifted"}},
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_decrees_tell_state_length_and_rights(language: str, text: str, expected: dict[str, set[str]]) -> None:
    entries = entries_of(text, language=language)
    assert [entry for entry in entries if entry.register == "decrees"]
    assert {name: values(entries, "decrees", name) for name in expected} == expected


def test_decrees_list_every_place_of_their_sentence() -> None:
    entries = entries_of(
        "On Wednesday the government of Peru declared a state of emergency in Puno, Cusco and Arequipa for 30 days."
    )
    assert values(entries, "decrees", "place") >= {"Puno", "Cusco", "Arequipa"}
    assert "Peru" not in values(entries, "decrees", "place")
