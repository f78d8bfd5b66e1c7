import pytest

from tallies.registers_factory import entries_of, values

OF_WHOM = [
    ("urged", "en", "The bishops urged the government to open talks with the protesters.", {"government"}),
    ("called on", "en", "The rights group called on the police to release the students.", {"police"}),
    ("that clause", "en", "Protesters demanded that Congress call early elections.", {"Congress"}),
    ("passive names nobody", "en", "Protesters demanded that early elections be held.", set()),
    ("nobody named", "en", "Protesters demanded early elections.", set()),
    ("own doing", "en", "Protesters demanded the resignation of President Dina Boluarte.", {"Boluarte"}),
    ("somebody else's doing", "en", "Protesters demanded the release of former president Castillo.", set()),
    ("no verb of demanding", "en", "Boluarte must go, the unions said.", {"Boluarte"}),
    ("sin verbo de pedir", "es", "Boluarte debe irse, dijo el sindicato.", {"Boluarte"}),
    ("pidió a", "es", "La presidenta pidió a los legisladores que adelanten las elecciones.", {"legisladores"}),
]


@pytest.mark.parametrize(("language", "text", "asked"), [case[1:] for case in OF_WHOM], ids=[c[0] for c in OF_WHOM])
def test_demands_tell_of_whom(language: str, text: str, asked: set[str]) -> None:
    entries = entries_of(text, language=language)
    assert values(entries, "demands", "times")
    assert values(entries, "demands", "of whom") == asked


SAME = [
    ("in other words", "They want Boluarte to step down.", "Unions demanded Boluarte’s resignation.", True),
    ("no verb of demanding", "They want Boluarte to step down.", "Boluarte must go, the unions said.", True),
    ("another person", "They want Boluarte to step down.", "Unions demanded the resignation of Otárola.", False),
    ("another thing", "They want Castillo freed.", "Unions demanded elections this year.", False),
    ("unknown thing, same words", "Unions demanded a new bridge.", "Farmers demanded the new bridge.", True),
    ("unknown things", "Unions demanded a new bridge.", "Farmers demanded a new tunnel.", False),
]


@pytest.mark.parametrize(("one", "other", "is_same"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_demands_for_one_thing_are_one_line(one: str, other: str, is_same: bool) -> None:
    lines = [entry for entry in entries_of(one, other) if entry.register == "demands"]
    assert (len(lines) == 1) is is_same
    assert all(entry.values("times") == ("2" if is_same else "1",) for entry in lines)


def test_demands_of_two_things_stand_in_two_lines() -> None:
    entries = entries_of("They demand the resignation of President Dina Boluarte and elections this year.")
    assert values(entries, "demands", "thing") == {"resignation", "elections"}
