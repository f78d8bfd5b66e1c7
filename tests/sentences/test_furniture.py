"""Page furniture: what is flagged, and what looks like it and is not."""

import pytest

from quipu.sentences.split import split_sentences

FURNITURE = [
    ("en", "back to top"),
    ("en", "Skip to content"),
    ("en", "Read more: Port strike enters third week"),
    ("en", "© 2024 The Northern Gazette. All rights reserved."),
    ("en", "We use cookies to improve your visit."),
    ("en", "Photo: Jane Doe / Reuters"),
    ("en", "(AP Photo)"),
    ("en", "Sign up for our weekly briefing"),
    ("en", "Follow us on"),
    ("en", "Sign the petition at https://example.org/petition"),
    ("en", "Support our journalism with a monthly gift."),
    ("en", "By Ana Roe"),
    ("en", "請加入成為本報的月費訂戶，長期支持我們的工作"),
    ("es", "Lea también: Paro en el puerto"),
    ("es", "Suscríbete a nuestro boletín"),
    ("es", "Todos los derechos reservados"),
    ("es", "Foto: Agencia Andina"),
    ("es", "Compartir"),
]
STAYS = [
    ("en", "Dockers strike in Gdynia"),
    ("en", "Protesters donate blood for the wounded"),
    ("en", "Share prices fell 4 percent after the vote."),
    ("en", "Dockers march past the town hall, May 3"),
    ("en", "- the release of all prisoners"),
    ("en", "Watch committees were set up in every village."),
    ("en", "He signed the contract on Monday and left for home."),
    ("en", "Police arrested 12 members of the search party."),
    ("en", "By noon the square was empty."),
    ("en", "Contact with the village was lost."),
    ("es", "Paro indefinido en el puerto"),
    ("es", "- liberación de los detenidos"),
    ("es", "La foto del ministro causó protestas."),
    ("es", "Comparten la culpa el alcalde y el gobernador."),
]


def _flags(text: str, language: str = "en") -> list[bool]:
    return [sentence.furniture for sentence in split_sentences(text, language)]


@pytest.mark.parametrize(("language", "text"), FURNITURE)
def test_furniture_is_flagged(language: str, text: str) -> None:
    assert all(_flags(text, language))


@pytest.mark.parametrize(("language", "text"), STAYS)
def test_furniture_leaves_what_reports(language: str, text: str) -> None:
    assert not any(_flags(text, language))


def test_furniture_money_box_is_a_run_of_short_lines() -> None:
    text = "Dockers won.\n\nWinter fund\nRaised so far: $ 4,120\nWe need $ 9,000\n20 days remaining\nDonate"
    assert _flags(text) == [False, True, True, True, True, True]


def test_furniture_money_in_a_list_of_demands_stays() -> None:
    text = "A raise of $ 200\nFree school meals\nAn early vote"
    assert not any(_flags(text))


def test_furniture_menu_is_a_run_of_menu_words() -> None:
    assert _flags("Home\nWorld\nSport\nOpinion\n\nDockers walked out on Monday.") == [True] * 4 + [False]


def test_furniture_short_headlines_are_no_menu() -> None:
    assert not any(_flags("Strike spreads\nMinister quits\nCurfew in Accra\nTwo die in Lagos"))


def test_furniture_credit_at_the_end_of_a_caption_stands_alone() -> None:
    assert _flags("Dockers march in Gdynia, May 3 -- Image via Telegram") == [False, True]
