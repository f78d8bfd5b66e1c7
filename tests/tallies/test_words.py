import pytest

from quipu.lexicon.load import languages
from quipu.model import EventType
from quipu.tallies.words import figure, headings, salience

FIGURES = [(2, 2, "2"), (2, 3, "2–3"), (20, None, "20+"), (None, 9, "≤9"), (None, None, "?"), (45000, 45000, "45,000")]


@pytest.mark.parametrize(("low", "high", "shown"), FIGURES)
def test_figure_shows_the_range(low, high, shown: str) -> None:
    assert figure(low, high) == shown


@pytest.mark.parametrize("language", languages())
def test_headings_name_every_type(language: str) -> None:
    assert set(headings(language).types) == set(EventType)
    assert headings(language).disputes.keys() == headings("en").disputes.keys()
    assert headings(language).scopes.keys() == headings("en").scopes.keys()
    assert headings(language).counts.keys() == headings("en").counts.keys()


def test_salience_weighs_every_type() -> None:
    assert set(salience().types) == set(EventType)
