"""Whose word a figure is: somebody's, never a figure's, a happening's, an hour's or a list mark's."""

import pytest

from claims_factory import claims_in

CASES = [
    ("a keeper", "en", "The harbour office counts 14 deaths.", ["The harbour office"]),
    ("after the hour", "en", "21:15 The harbour office counts 14 deaths.", ["The harbour office"]),
    ("after hour and dash", "en", "9.15pm – The harbour office says 14 people died.", ["The harbour office"]),
    ("after a dash", "en", "- Chile's government says 14 people have died.", ["Chile's government"]),
    ("after a bullet", "en", "• Chile's government counts 14 deaths.", ["Chile's government"]),
    ("neither figure", "en", "Neither figure holds the 14 people who died on the roads.", [None]),
    ("either toll", "en", "Either toll counts 14 deaths.", [None]),
    ("this number", "en", "This number counts 14 deaths.", [None]),
    ("this office", "en", "This office counts 14 deaths.", ["This office"]),
    ("a shooting", "en", "The shooting claimed 14 deaths.", [None]),
    ("a blast of gas", "en", "The blast of Monday claimed at least 14 deaths.", [None]),
    ("a department", "en", "The fire department counts 14 deaths.", ["The fire department"]),
    ("whose attack", "en", "The attack's organisers say 14 deaths.", ["The attack's organisers"]),
    ("cifra", "es", "Ninguna cifra registra 14 muertes.", [None]),
    ("oficina", "es", "Esta oficina registra 14 muertes.", ["Esta oficina"]),
]


@pytest.mark.parametrize(("language", "text", "sources"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_tellers_of_figures(language: str, text: str, sources: list[str | None]) -> None:
    counted = [c for c in claims_in(text, language=language) if c.count]
    assert [c.attribution and c.attribution.text for c in counted] == sources
