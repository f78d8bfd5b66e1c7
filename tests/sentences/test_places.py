"""Place mentions: which words are places, and which places they are."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.model import Place
from quipu.sentences.places import find_places
from quipu.sentences.split import split_sentences

Row = tuple[str, str | None, str | None]

# Text, then words -> (country, first-level area) of every place mention, in order.
CASES = [
    ("en", "Two people died in Andahuaylas, Apurimac, on Sunday.",
     [("Andahuaylas", "PE", "Apurimac"), ("Apurimac", "PE", "Apurimac")]),
    ("en", "LIMA (Agencies) - Roads near Cusco were closed.", [("LIMA", "PE", "Lima"), ("Cusco", "PE", "Cusco")]),
    ("en", "Crowds gathered in Paris, Texas, and in Dallas.",
     [("Paris", "US", "Texas"), ("Texas", "US", "Texas"), ("Dallas", "US", "Texas")]),
    ("en", "Crowds gathered in Paris and Lyon, in France.",
     [("Paris", "FR", "Ile-de-France"), ("Lyon", "FR", None), ("France", "FR", None)]),
    ("en", "Police in Kingston, Ont., and in Toronto said so.", None),
    ("en", "The mayor of Alexandria, La., spoke in Baton Rouge.",
     [("Alexandria", "US", "Louisiana"), ("La.", "US", "Louisiana"), ("Baton Rouge", "US", "Louisiana")]),
    ("en", "Clashes spread through Rapides Parish on Monday.", [("Rapides Parish", "US", "Louisiana")]),
    ("en", "The U.S. ambassador flew to Bolivia.", [("U.S.", "US", None), ("Bolivia", "BO", None)]),
    ("en", "Bolivia's miners met in La Paz, Bolivia. In El Alto roads were blocked.",
     [("Bolivia", "BO", None), ("La Paz", "BO", "La Paz"), ("Bolivia", "BO", None), ("El Alto", None, None)]),
    ("en", "Peru's fishermen met in Talara, Peru. In El Alto roads were blocked.",
     [("Peru", "PE", None), ("Talara", "PE", "Piura"), ("Peru", "PE", None), ("El Alto", "PE", "Piura")]),
    ("en", "They told us to leave.", []),
    ("en", "Nine died in Côte d’Ivoire and two in Trinidad & Tobago.",
     [("Côte d’Ivoire", "CI", None), ("Trinidad & Tobago", "TT", None)]),
    ("es", "Murieron nueve personas en Bangladesh, dos en Kenya y una en Zimbabwe.",
     [("Bangladesh", "BD", None), ("Kenya", "KE", None), ("Zimbabwe", "ZW", None)]),
    ("es", "Siguen las protestas en Bahréin y en Viet Nam.", [("Bahréin", "BH", None), ("Viet Nam", "VN", None)]),
    ("en", "Peruvian troops and Bolivian miners met.", []),
    ("en", "President Lima spoke. Mr. Jordan answered.", []),
    ("en", "Farmers want Castillo freed and speak of the harassment of Castillo.", []),
    ("en", "Students of Arequipa University marched.", []),
    ("en", "Police entered a hall of Butler University in Indianapolis.", [("Indianapolis", "US", "Indiana")]),
    ("en", "Lecturers at the University of Arequipa marched.", []),
    ("es", "La policía entró en la Universidad en Arequipa.", [("Arequipa", "PE", "Arequipa")]),
    ("es", "Marcharon docentes de la Universidad de Arequipa.", []),
    ("en", "Police said a battle over reading began.", []),
    ("en", "A truck blocked Central Avenue.", [("Central Avenue", None, None)]),
    ("es", "Tres personas murieron en Andahuaylas, región Apurímac.",
     [("Andahuaylas", "PE", "Apurimac"), ("Apurímac", "PE", "Apurimac")]),
    ("es", "El presidente de México viajó a Londres.", [("México", "MX", None), ("Londres", "GB", "England")]),
    ("es", "La policía peruana y los mineros bolivianos se enfrentaron.", []),
    ("es", "La presidenta Victoria Castillo habló. Castillo lo negó.", []),
    ("es", "Bloquearon la Avenida Abancay en Lima.", [("Avenida Abancay", None, None), ("Lima", "PE", "Lima")]),
    ("es", "La provincia de Chincheros, en Apurímac, amaneció tomada.",
     [("Chincheros", "PE", "Apurimac"), ("Apurímac", "PE", "Apurimac")]),
]  # fmt: skip
CASES = [case for case in CASES if case[2] is not None]


def read(text: str, language: str, title: str | None = None) -> tuple[Place, ...]:
    return find_places(text, split_sentences(text, language), language, title=title)


@pytest.mark.parametrize(("language", "text", "wanted"), CASES, ids=[case[1][:40] for case in CASES])
def test_places_finds(language: str, text: str, wanted: list[Row]) -> None:
    found = [(p.span.of(text), p.country, p.admin1) for p in read(text, language)]
    assert found == wanted


def test_places_of_one_country_pull_together() -> None:
    text = "Protests in Peru spread. In San Martin and in La Libertad roads were cut, and in Trujillo a bank burned."
    assert {p.country for p in read(text, "en")} == {"PE"}


def test_places_takes_the_title_as_a_hint_only() -> None:
    text = "Five people were hurt in Georgetown."
    with_title = read(text, "en", "Guyana counts the cost of riots in Linden")
    assert [(p.name, p.country) for p in with_title] == [("Georgetown", "GY")]


# Words, the one that may be a place, and whether it is one: without a reader of names, as `LOC`, as `PER`.
NAMED = [
    ("Soldiers met Lincoln at noon.", "Lincoln", (True, True, False)),
    ("Nobody saw Troy again.", "Troy", (True, True, False)),
    ("Talks with Lima failed.", "Lima", (True, True, True)),
    ("Ilave mourns nine.", "Ilave", (False, True, False)),
]


@pytest.mark.parametrize(("text", "word", "wanted"), NAMED, ids=[word for _, word, _ in NAMED])
def test_places_listen_to_a_reader_of_names(text: str, word: str, wanted: tuple[bool, ...]) -> None:
    found = []
    for entity in ("", "B-LOC", "B-PER"):
        sentences = [
            replace(sent, tokens=tuple(replace(t, entity=entity if t.text == word else "") for t in sent.tokens))
            for sent in split_sentences(text, "en")
        ]
        found.append([place.span.of(text) for place in find_places(text, sentences, "en")] == [word])
    assert tuple(found) == wanted


def test_places_count_no_part_of_a_longer_name() -> None:
    text, marks = "Ilave College mourns nine.", {"Ilave": "B-LOC", "College": "I-LOC"}
    (sent,) = split_sentences(text, "en")
    sent = replace(sent, tokens=tuple(replace(t, entity=marks.get(t.text, "")) for t in sent.tokens))
    assert find_places(text, (sent,), "en") == ()


def test_places_area_word_means_the_area() -> None:
    text = "Troops entered the Puno region of Peru. A clinic in Puno closed."
    kinds = [(p.span.of(text), p.kind) for p in read(text, "en")]
    assert kinds == [("Puno", "A.ADM1"), ("Peru", "A.PCLI"), ("Puno", "P.PPL")]


def test_places_gives_points_and_ids() -> None:
    (lima,) = read("A curfew was declared in Lima.", "en")
    assert lima.geonameid == 3936456
    assert lima.lat == pytest.approx(-12.04, abs=0.1)
    assert lima.lon == pytest.approx(-77.03, abs=0.1)
    assert lima.kind == "P.PPLC"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_places_never_raises_and_keeps_offsets(text: str, language: str) -> None:
    found = read(text, language)
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


WORDS = st.sampled_from(
    ["Lima", "in", ",", "Puno", "President", "La.", "Paris", "the", "County", ".", "Ohio", "St.", "'s", "(", "U.S.",
     "New", "York", "region", "of", "Avenida", "\n", "Lake", "Jordan", "said", "-", "Peruvian"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from(["en", "es"]))
def test_places_holds_on_any_order_of_words(words: list[str], language: str) -> None:
    text = " ".join(words)
    for place in read(text, language):
        assert place.span.of(text).strip() == place.span.of(text) != ""
        assert (place.lat is None) == (place.lon is None)
