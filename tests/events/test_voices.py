import pytest

from quipu.events.voices import own_voice, same_voice, voice_of

ONE = [
    ("the ombudsman", "the ombudsman's office"),
    ("Ombudsman’s Office", "la Defensoría del Pueblo"),
    ("the office", "the ombudsman"),
    ("la misma institución", "la Defensoría"),
    ("Ministry of Health", "the Health Minister, Rosa Gutiérrez"),
    ("he", "the prosecutor"),
    ("Andean Wire", "Andean Wire"),
    ("the regional health directorate", "the directorate"),
    ("a local hospital", "the hospital"),
]
TWO = [
    ("the ombudsman", "the police"),
    ("the office", "the Altiplano Rights Network"),
    ("the office", "the Ministry of Health"),
    ("Health Ministry", "Interior Ministry"),
    ("Andean Wire", "the ombudsman"),
    ("volunteers", "the regional health directorate"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_speaker_under_two_names(left: str, right: str) -> None:
    assert same_voice(voice_of(left), voice_of(right))
    assert same_voice(voice_of(right), voice_of(left))


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_speakers(left: str, right: str) -> None:
    assert not same_voice(voice_of(left), voice_of(right))


def test_reports_without_a_publisher_speak_each_for_itself() -> None:
    assert not same_voice(own_voice(None, "d-1"), own_voice(None, "d-2"))
    assert same_voice(own_voice("Andean Wire", "d-1"), own_voice("Andean Wire", "d-2"))
