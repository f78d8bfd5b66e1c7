"""Quantities: bounds, approximation, units."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.sentences.quantities import find_quantities
from quipu.sentences.split import split_sentences

# Language, text, then (words, low, high, approximate, unit) of every quantity.
CASES = [
    ("en", "At least 17 people died.", [("At least 17", 17, None, False, "person")]),
    ("en", "More than a dozen were arrested.", [("More than a dozen", 12, None, False, None)]),
    ("en", "Over 70 deaths were counted.", [("Over 70", 70, None, False, "death")]),
    ("en", "The march drew nearly 3,000 protesters.", [("nearly 3,000", None, 3000, False, "protester")]),
    ("en", "Up to 40 homes burned.", [("Up to 40", None, 40, False, "home")]),
    ("en", "About 200 police officers stood by.", [("About 200", 200, 200, True, "officer")]),
    ("en", "Between 20 and 30 students were held.", [("Between 20 and 30", 20, 30, False, "student")]),
    ("en", "It will cost 2 to 3 million dollars.", [("2 to 3 million dollars", 2e6, 3e6, False, "USD")]),
    ("en", "20 or more roads were cut.", [("20 or more", 20, None, False, "road")]),
    ("en", "Tens of thousands of workers walked out.", [("Tens of thousands", None, None, True, "worker")]),
    ("en", "Some 11% approve.", [("Some 11%", 11, 11, True, "percent")]),
    ("en", "Protests hit 13 of the country's 24 regions.", [("13 of the country's 24", 13, 13, False, "region")]),
    ("en", "A 26-year-old man was shot.", [("26-year-old", 26, 26, False, "age")]),
    ("en", "Two teenagers aged 15 and 18 died.",
     [("Two", 2, 2, False, "teenager"), ("aged 15", 15, 15, False, "age"), ("18", 18, 18, False, "age")]),
    ("en", "The bill fell by 75 votes to 48.", [("75", 75, 75, False, "vote"), ("48", 48, 48, False, None)]),
    ("en", "The toll tops 30.", [("tops 30", 30, None, False, None)]),
    ("en", "It rose past 30 and has climbed past 40.", [("rose past 30", 30, None, False, None),
     ("climbed past 40", 40, None, False, None)]),
    ("en", "In the past four protests nobody died.", [("four", 4, 4, False, "protest")]),
    ("en", "Seven of them under 18 died.", [("Seven", 7, 7, False, None), ("under 18", None, 18, False, None)]),
    ("en", "Nine died, two of them under 18.",
     [("Nine", 9, 9, False, None), ("two", 2, 2, False, None), ("under 18", 18, 18, False, "age")]),
    ("es", "La cifra rebasó los 30.", [("rebasó los 30", 30, None, False, None)]),
    ("en", "Five more people were hurt.", [("Five", 5, 5, False, "person")]),
    ("en", "A fine of $5 million was paid.", [("$5 million", 5e6, 5e6, False, "USD")]),
    ("en", "Article 113 was invoked in 2022 on Route 3.", []),
    ("en", "One of them spoke of COVID-19.", []),
    ("en", "One woman was run over.", [("One", 1, 1, False, "woman")]),
    ("es", "Al menos 17 personas murieron.", [("Al menos 17", 17, None, False, "person")]),
    ("es", "Un bus chocó cerca de una barricada.", []),
    ("es", "Hubo cerca de 300 heridos.", [("cerca de 300", None, 300, False, "injured")]),
    ("es", "Hubo más de 300 heridos.", [("más de 300", 300, None, False, "injured")]),
    ("es", "Hasta 20 detenidos y unos 500 policías.",
     [("Hasta 20", None, 20, False, "detainee"), ("unos 500", 500, 500, True, "officer")]),
    ("es", "Entre 20 y 30 manifestantes entraron.", [("Entre 20 y 30", 20, 30, False, "protester")]),
    ("es", "El 11,5 por ciento aprueba.", [("11,5 por ciento", 11.5, 11.5, False, "percent")]),
    ("es", "Un joven de 16 años murió.", [("Un", 1, 1, False, "youth"), ("16 años", 16, 16, False, "age")]),
    ("es", "Los menores de 15 y 17 años.", [("15", 15, 15, False, "age"), ("17 años", 17, 17, False, "age")]),
    ("es", "Decenas de miles de personas.", [("Decenas de miles", None, None, True, "person")]),
    ("es", "13 de las 24 regiones pararon.", [("13 de las 24", 13, 13, False, "region")]),
    ("es", "Un bloqueo según el artículo 113.", []),
]  # fmt: skip
Row = tuple[str, float | None, float | None, bool, str | None]


def read(text: str, language: str) -> list[Row]:
    return [
        (q.span.of(text), q.low, q.high, q.approximate, q.unit)
        for sent in split_sentences(text, language)
        for q in find_quantities(text, sent, language)
    ]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES, ids=[case[1][:40] for case in CASES])
def test_quantities_reads(language: str, text: str, wanted: list[Row]) -> None:
    assert read(text, language) == wanted


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_quantities_never_raises_and_keeps_order(text: str, language: str) -> None:
    for sent in split_sentences(text, language):
        found = find_quantities(text, sent, language)
        assert all(sent.span.holds(q.span) and len(q.span) for q in found)
        assert all(left.span.end <= right.span.start for left, right in pairwise(found))


WORDS = st.sampled_from(
    ["at", "least", "17", "to", "20", "-", "year", "old", "of", "the", "24", "regions", "$", "5", "million", "%",
     "dozens", "between", "and", "aged", "more", "than", ",", "entre", "y", "años", "de", "joven", "un", "mil",
     "or", "+", "."]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(["en", "es"]))
def test_quantities_bounds_are_in_order(words: list[str], language: str) -> None:
    for _, low, high, _, _ in read(" ".join(words), language):
        assert low is None or high is None or low <= high
