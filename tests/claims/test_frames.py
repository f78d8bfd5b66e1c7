"""Every frame fires on its own examples and stays silent on its counter-examples, in every language."""

import pytest

from claims_factory import found_in
from quipu.claims.frames import FrameFile, meanings, trigger_index
from quipu.lexicon import languages, load
from quipu.model import EventType

FRAMES = [(lang, frame) for lang in languages() for frame in load("frames", lang, FrameFile).frames]
FIRES = [(lang, frame, text) for lang, frame in FRAMES for text in load("frames", lang, FrameFile).frames[frame].fires]
SILENT = [
    (lang, frame, text) for lang, frame in FRAMES for text in load("frames", lang, FrameFile).frames[frame].silent
]


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
        frames = load("frames", language, FrameFile).frames
        assert {meanings()[frame].type for frame in frames} == set(EventType)


def test_frames_are_the_same_in_every_language() -> None:
    known = set(meanings())
    assert all(set(load("frames", language, FrameFile).frames) == known for language in languages())


def test_frames_index_has_no_empty_trigger() -> None:
    assert all(
        trigger.words and all(trigger.words)
        for lang in languages()
        for t in trigger_index(lang).values()
        for trigger in t
    )
