"""Actors: their words, PLOVER sector and country."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quipu.sentences.actors import find_actors
from quipu.sentences.places import find_places
from quipu.sentences.split import split_sentences

Row = tuple[str, str | None, str | None]
CASES = [
    ("en", "Riot police fired at protesters.", [("Riot police", "COP", None), ("protesters", "OPP", None)]),
    ("en", "Peru's Congress voted.", [("Peru's Congress", "LEG", "PE")]),
    ("en", "The Bolivian government fell.", [("Bolivian government", "GOV", "BO")]),
    ("en", "Interior Minister Ana Ledezma resigned. Ledezma left.",
     [("Interior Minister Ana Ledezma", "GOV", None), ("Ledezma", "GOV", None)]),
    ("en", "Former president Ana Ledezma was held.", [("Former president Ana Ledezma", "ELI", None)]),
    ("en", "The teachers' union and union leaders met.",
     [("teachers' union", "LAB", None), ("union leaders", "LAB", None)]),
    ("en", "The General Confederation of Workers joined.", [("General Confederation of Workers", "LAB", None)]),
    ("en", "The Ministry of Health counted the dead.", [("Ministry of Health", "GOV", None)]),
    ("en", "Amnesty International and the UN objected.",
     [("Amnesty International", "NGO", None), ("UN", "IGO", None)]),
    ("en", "Soldiers, farmers and students met gunmen.",
     [("Soldiers", "MIL", None), ("farmers", "AGR", None), ("students", "EDU", None), ("gunmen", "UAF", None)]),
    ("en", "Teachers’ unions and farmers' associations joined.",
     [("Teachers’ unions", "LAB", None), ("farmers' associations", "AGR", None)]),
    ("en", "Student associations marched.", [("Student associations", "EDU", None)]),
    ("en", "That Friday President Ana Ledezma spoke.", [("President Ana Ledezma", "GOV", None)]),
    ("en", "In December soldiers left.", [("soldiers", "MIL", None)]),
    ("en", "They made Ana Ledezma interior minister.", [("interior minister", "GOV", None)]),
    ("en", "The road was closed for repairs.", []),
    ("en", "General strikes are rare.", []),
    ("es", "La policía peruana disparó a los manifestantes.",
     [("policía peruana", "COP", "PE"), ("manifestantes", "OPP", None)]),
    ("es", "La presidenta Ana Ledezma renunció.", [("presidenta Ana Ledezma", "GOV", None)]),
    ("es", "El Ministerio de Salud y la Defensoría del Pueblo.",
     [("Ministerio de Salud", "GOV", None), ("Defensoría del Pueblo", "GOV", None)]),
    ("es", "Los dirigentes sindicales y dos trabajadoras.",
     [("dirigentes sindicales", "LAB", None), ("trabajadoras", "LAB", None)]),
    ("es", "La carretera está cerrada.", []),
]  # fmt: skip


def read(text: str, language: str) -> list[Row]:
    sentences = split_sentences(text, language)
    places = find_places(text, sentences, language)
    return [(a.name, a.sector, a.country) for a in find_actors(text, sentences, language, places)]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES, ids=[case[1][:40] for case in CASES])
def test_actors_finds(language: str, text: str, wanted: list[Row]) -> None:
    assert read(text, language) == wanted


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "es"]))
def test_actors_never_raises_and_keeps_offsets(text: str, language: str) -> None:
    found = find_actors(text, split_sentences(text, language), language)
    assert all(actor.name == actor.span.of(text) for actor in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
