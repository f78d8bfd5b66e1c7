"""What is demanded goes by its name, without days, asides and relative clauses, and without losing half of it."""

import pytest

from claims_factory import claims_in

CASES = [
    (
        "relative clause behind a comma",
        "en",
        "Farmers called for the closure of the mine, which has poisoned two rivers.",
        ["closure of the mine"],
    ),
    ("nothing behind", "en", "Farmers called for the closure of the mine.", ["closure of the mine"]),
    (
        "including",
        "en",
        "Nurses demanded respect for their rights, including paid leave.",
        ["respect for their rights"],
    ),
    ("a clause", "en", "Nurses demanded that the clinic reopen the wards.", ["clinic reopen the wards"]),
    ("quoted words", "en", 'He called on "cooks and maids" to leave town.', ['cooks and maids" to leave town']),
    ("a list", "en", "Nurses demanded fresh elections and a new cabinet.", ["fresh elections", "new cabinet"]),
    (
        "two who act together",
        "es",
        "La iglesia pidió que el gobierno y la oposición negocien una salida.",
        ["gobierno y la oposición negocien una salida"],
    ),
    ("una lista", "es", "La iglesia pidió la renuncia del ministro y la reforma de la ley.",
     ["renuncia del ministro", "reforma de la ley"]),
    ("another verb behind", "en", "The bishop calls on all sides to open talks, and recalls that a vote is near.",
     ["all sides to open talks"]),
    ("two things, the second bare", "en", "Nurses demanded withdrawal of the decree and justice for the dead.",
     ["withdrawal of the decree", "justice for the dead"]),
    ("one thing done to two", "en", "Nurses demanded withdrawal of troops and tanks.",
     ["withdrawal of troops and tanks"]),
    ("dos cosas", "es", "Los vecinos exigen el retiro del decreto y justicia para los muertos.",
     ["retiro del decreto", "justicia para los muertos"]),
    ("whose word it is, behind", "en", "We demand the repeal of the decree, the Guild of Nurses said in a statement.",
     ["repeal of the decree"]),
    ("another demand behind", "en", "The church urged a probe into the deaths and called for calm.",
     ["probe into the deaths", "calm"]),
    ("asked for", "en", "The bishops asked for an inquiry into the deaths.", ["inquiry into the deaths"]),
    ("asked for a comment", "en", "The ministry was asked for comment.", []),
    ("another clause behind", "en", "Nurses demanded talks, and they were heard.", ["talks"]),
    ("since when", "en", "Nurses have demanded since June that the minister resign.", ["minister resign"]),
    ("a demand repeated", "en", "Nurses repeated the demand on Thursday.", []),
    ("asked of people", "es", "Ana Paz pidió a la gente que vuelva a sus casas.", ["gente que vuelva a sus casas"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "items"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_demanded(language: str, text: str, items: list[str]) -> None:
    found = [c for c in claims_in(text, language=language) if c.type == "demand"]
    assert [c.target.text if c.target else None for c in found] == items
    assert all(c.target and c.target.span and c.target.span.of(text) == c.target.text for c in found)
