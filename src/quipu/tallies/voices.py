"""Whose word a point of a tally is; who is one speaker is told by `events.voices`."""

from quipu.events.voices import Voice, own_voice, voice_of
from quipu.model import TallyPoint
from quipu.tallies.words import headings


def voice_of_point(point: TallyPoint, language: str) -> Voice:
    """Whose word a point is."""
    unnamed = point.speaker == headings(language).scopes["own_voice"]
    return own_voice(None, point.document) if unnamed else voice_of(point.speaker)
