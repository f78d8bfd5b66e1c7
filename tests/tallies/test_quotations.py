import pytest

from tallies.registers_factory import entries_of

QUOTED = "“Police fired tear gas at us from the bridge,”"
SPEAKERS = [
    ("by the full name", f"{QUOTED} said Patricia Correa on Monday.", ["Patricia Correa"]),
    (
        "by the family name",
        f"Education Minister Patricia Correa resigned on Monday.\n\n{QUOTED} Correa said.",
        ["Patricia Correa"],
    ),
    (
        "by a pronoun after one person",
        f"Education Minister Patricia Correa spoke in Lima.\n\n{QUOTED} she said.",
        ["Patricia Correa"],
    ),
    (
        "by a pronoun after two persons",
        f"Patricia Correa met Alberto Otárola in Lima.\n\n{QUOTED} she said.",
        ["speaker not named"],
    ),
    (
        "by a family name of two persons",
        f"Patricia Correa met Rafael Correa in Lima.\n\n{QUOTED} Correa said.",
        ["Correa"],
    ),
    ("by a name with an initial", f"{QUOTED} said Patricia C. Correa on Monday.", ["Patricia C. Correa"]),
    (
        "described behind the name",
        f"{QUOTED} said Patricia Correa, head of a charity in Lima.",
        ["Patricia Correa"],
    ),
    (
        "marks that stand the wrong way round",
        'The gap was 6" wide. "Police fired tear gas at us from the bridge," Patricia Correa said.',
        [],
    ),
    ("by a body", f"{QUOTED} the ombudsman's office said on Monday.", ["the ombudsman's office"]),
    ("a phrase held at arm's length", "Police fired tear gas at the “agitators” on Monday, the ministry said.", []),
    ("no quotation", "Police fired tear gas at us from the bridge, Patricia Correa said on Monday.", []),
]


@pytest.mark.parametrize(("text", "speakers"), [case[1:] for case in SPEAKERS], ids=[case[0] for case in SPEAKERS])
def test_quotes_come_by_speaker(text: str, speakers: list[str]) -> None:
    lines = [entry for entry in entries_of(text) if entry.register == "quotes"]
    assert [entry.subject for entry in lines] == speakers
    assert all(entry.values("words") == (QUOTED.strip("“”,"),) for entry in lines)


def test_quotes_in_spanish() -> None:
    quote = "«La policía disparó gases lacrimógenos contra nosotros», dijo Correa."
    text = f"La ministra Patricia Correa renunció el lunes.\n\n{quote}"
    (line,) = [entry for entry in entries_of(text, language="es") if entry.register == "quotes"]
    assert line.subject == "Patricia Correa"


SAID = "“Nobody will leave the square before Monday,”"
ALONE = [
    ("without a claim", f"Shops stayed shut. {SAID} said Ana Roe, a union leader.", ["Ana Roe"]),
    ("by who spoke last", f"Luis Paz told Ana Roe that the talks were over. {SAID} he said.", ["Luis Paz"]),
    ("by one of two", f"Luis Paz met Ana Roe on Monday. {SAID} he said.", ["speaker not named"]),
    ("by many", f"Young marchers said that they would stay. Ana Roe left. {SAID} they said.", ["Young marchers"]),
    ("by nobody", f"The day ended on a leaflet. {SAID}", []),
    ("behind a country and a title", f"{SAID} said Peru's President Dina Boluarte.", ["Dina Boluarte"]),
    ("behind a description", f"{SAID} said the Chilean ambassador, Julia Chung.", ["Julia Chung"]),
]


@pytest.mark.parametrize(("text", "speakers"), [case[1:] for case in ALONE], ids=[case[0] for case in ALONE])
def test_quotes_need_no_claim(text: str, speakers: list[str]) -> None:
    lines = [entry for entry in entries_of(text) if entry.register == "quotes"]
    assert [entry.subject for entry in lines] == speakers
    for line in lines:
        assert line.values("words") == (SAID.strip("“”,"),)
        assert line.event is None
        assert all(one.document == "d0" for detail in line.details for one in detail.stated)


def test_quotes_in_two_reports_are_one_line_under_the_full_name() -> None:
    lines = [
        entry
        for entry in entries_of(
            f"{SAID} said union leader Ana Roe.", f"{SAID} Roe said.", f"Roe spoke. {QUOTED} Roe said."
        )
        if entry.register == "quotes"
    ]
    assert [(line.subject, line.values("documents")) for line in lines] == [("Ana Roe", ("2",)), ("Ana Roe", ("1",))]
