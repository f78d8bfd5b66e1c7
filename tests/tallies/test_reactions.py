import pytest

from tallies.registers_factory import entries_of, values

ABROAD = [
    ("a body", "en", "The United Nations condemned the killings in Juliaca on Monday.", "condemned",
     "international body"),
    ("a region's court", "en", "The Inter-American Commission condemned the violence on Monday.", "condemned",
     "international body"),
    ("a country", "en", "Mexico condemned the removal of Castillo on Friday.", "condemned", "MX"),
    ("a country's government", "en", "The Colombian government condemned the killings on Friday.", "condemned", "CO"),
    ("asks for something", "en", "The United Nations called for an investigation on Friday.", "asked",
     "international body"),
    ("at home", "en", "The Peruvian government condemned the attacks on Friday.", None, None),
    ("of no country", "en", "The churches condemned the shootings on Friday.", None, None),
    ("nobody named", "en", "The killings were condemned on Friday.", None, None),
    ("organismo", "es", "Naciones Unidas condenó el lunes la violencia en Juliaca.", "condemned", "international body"),
    ("a body's chair", "en", "The African Union's chairperson, Ana Roe, condemned the killings on Friday.", "condemned",
     "international body"),
    ("a party's chair", "en", "The farmers' chairperson, Ana Roe, condemned the killings on Friday.", None, None),
    ("otro país", "es", "México condenó el viernes la destitución de Castillo.", "condemned", "MX"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "stance", "origin"), [case[1:] for case in ABROAD], ids=[case[0] for case in ABROAD]
)
def test_reactions_are_those_from_abroad(language: str, text: str, stance: str | None, origin: str | None) -> None:
    entries = entries_of(text, language=language, home="PE")
    assert values(entries, "reactions", "stance") == ({stance} if stance else set())
    assert values(entries, "reactions", "from") == ({origin} if origin else set())


def test_reactions_of_several_countries_are_of_each() -> None:
    entries = entries_of(
        "The governments of Chile, Mexico and Cuba condemned the killings in Puno on Friday.", home="PE"
    )
    assert values(entries, "reactions", "from") == {"CL", "MX", "CU"}
    assert values(entries_of("Peru and Chile condemned it on Friday.", home="PE"), "reactions", "from") == {"CL"}


PRESS = [
    ("beaten", "en", "Police beat two reporters in Lima on Friday.", {"beaten"}),
    ("equipment", "en", "Police attacked journalists in Lima on Friday and seized their cameras.",
     {"beaten", "equipment taken"}),
    ("detained", "en", "Soldiers detained a journalist in Puno on Friday.", {"detained"}),
    ("golpeado", "es", "La policía agredió a periodistas en Lima el viernes.", {"beaten"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "means"), [case[1:] for case in PRESS], ids=[case[0] for case in PRESS])
def test_press_register_tells_by_what_means(language: str, text: str, means: set[str]) -> None:
    assert values(entries_of(text, language=language), "press", "means") == means
