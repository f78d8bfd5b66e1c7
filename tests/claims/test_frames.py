"""Every frame fires on its own examples and stays silent on its counter-examples, in every language."""

import pytest

from claims_factory import found_in
from quipu.claims.frames import frame_words, meanings, trigger_index
from quipu.lexicon import languages
from quipu.model import EventType

FRAMES = [(lang, frame, words) for lang in languages() for frame, words in frame_words(lang).items()]
FIRES = [(lang, frame, text) for lang, frame, words in FRAMES for text in words.fires]
SILENT = [(lang, frame, text) for lang, frame, words in FRAMES for text in words.silent]


def _rules(text: str, language: str) -> set[str]:
    return {found.rule.split("@")[0] for found in found_in(text, language=language)}


@pytest.mark.parametrize(
    ("language", "frame", "text"), FIRES, ids=[f"{row[0]}-{row[1]}-{row[2][:24]}" for row in FIRES]
)
def test_frames_fire_on_their_examples(language: str, frame: str, text: str) -> None:
    assert frame in _rules(text, language)


@pytest.mark.parametrize(
    ("language", "frame", "text"), SILENT, ids=[f"{row[0]}-{row[1]}-{row[2][:24]}" for row in SILENT]
)
def test_frames_stay_silent_on_counter_examples(language: str, frame: str, text: str) -> None:
    assert frame not in _rules(text, language)


def test_frames_cover_every_coarse_type_in_every_language() -> None:
    for language in languages():
        assert {meanings()[frame].type for frame in frame_words(language)} == set(EventType)


def test_frames_are_the_same_in_every_language() -> None:
    known = list(meanings())
    assert all(list(frame_words(language)) == known for language in languages())


def test_frames_index_has_no_empty_trigger() -> None:
    assert all(words and all(words) for language in languages() for words in trigger_index(language).triggers)


def test_frames_index_gives_the_triggers_at_a_token_the_longest_first() -> None:
    index = trigger_index("en")
    words = ("troops", "opened", "fire", "on", "them")
    lengths = [len(trigger.words) for trigger in index.at(words, 1)]
    assert lengths == sorted(lengths, reverse=True)
    assert {trigger.words for trigger in index.at(words, 1)} >= {("opened", "fire"), ("opened", "fire", "on")}
    assert all(words[1 : 1 + len(trigger.words)] == trigger.words for trigger in index.at(words, 1))
    assert index.at(words, 4) == []
    assert ("opened", "fire", "on") not in {trigger.words for trigger in index.at(words[:3], 1)}
