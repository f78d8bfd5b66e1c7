import pytest

from quipu.tallies.register_words import kinds_of, pattern, register_words

GROUPS = (
    *("rights/kinds", "states/decrees", "states/strikes_blockades", "nouns", "sides", "outcomes", "means", "stances"),
    "things",
)


@pytest.mark.parametrize("group", GROUPS)
def test_register_words_have_the_same_kinds_in_every_language(group: str) -> None:
    assert kinds_of(group, "en") == kinds_of(group, "es") != ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_register_words_of_persons_are_known_things(language: str) -> None:
    words = register_words(language)
    assert {*words.personal, *words.own_doing} <= set(words.things)


FOUND = [
    ("inflected", "states/decrees/lifted", "en", "the curfew was lifted", "lifted"),
    ("phrase over a line's end", "states/strikes_blockades/called off", "en", "they called\noff it", "called\noff"),
    ("not inside a word", "states/decrees/lifted", "en", "an uplifted mood", None),
    ("capitals", "things/elections", "en", "ELECTIONS now", "ELECTIONS"),
    ("español", "states/decrees/extended", "es", "prorrogaron la medida", "prorrogaron"),
    ("a list without words", "rights/kinds/strike", "en", "on strike", None),
]


@pytest.mark.parametrize(
    ("path", "language", "text", "found"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_register_words_match(path: str, language: str, text: str, found: str | None) -> None:
    match = pattern(path, language).search(text)
    assert (match.group() if match else None) == found


def test_register_words_refuse_a_path_without_words() -> None:
    with pytest.raises(KeyError):
        pattern("rights/kinds", "en")
